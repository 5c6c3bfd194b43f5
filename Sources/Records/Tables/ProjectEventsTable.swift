import Policy

/// `project_events` (项目节点): what happened to a project.
enum ProjectEventsTable: RecordTable {
  static let table = Table.projectEvents
  static let columns: [Column] = [
    .required("project", "项目", as: .reference),
    .date,
    .required("event", "节点", as: .event),
  ]

  /// What a file may write for each event, in the order of ``ProjectEvent``.
  static let words: [[String]] = [
    ["acceptance", "验收"],
    ["evaluation-1", "第一年绩效评估"],
    ["evaluation-2", "第二年绩效评估"],
    ["evaluation-3", "第三年绩效评估"],
    ["closed", "结项"],
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> ProjectEventRow? {
    guard let project = cells.text(0), let day = cells.day(1), let event = cells.index(2),
      ProjectEvent.allCases.indices.contains(event)
    else { return nil }
    return ProjectEventRow(project: project, date: day, event: ProjectEvent.allCases[event])
  }
}
