/// The tables of a data directory (`data-directory.md`, Tables), besides the plan.
enum Table: String, CaseIterable, Sendable {
  case districts
  case calendar
  case targets
  case progress
  case milestones
  case registers
  case institutions
  case scores
  case findings
  case bases
  case projects
  case projectEvents = "project_events"
  case payments
  case spending

  /// The table of a file's or folder's name without extension, English or Chinese.
  init?(named name: String) {
    guard let table = Table.allCases.first(where: { $0.rawValue == name || $0.chinese == name }) else { return nil }
    self = table
  }

  /// The table's name as Chinese files have it.
  var chinese: String {
    switch self {
    case .districts: "区县"
    case .calendar: "日历"
    case .targets: "目标"
    case .progress: "进度"
    case .milestones: "里程碑"
    case .registers: "台账"
    case .institutions: "机构"
    case .scores: "评分"
    case .findings: "检查"
    case .bases: "基地"
    case .projects: "资助项目"
    case .projectEvents: "项目节点"
    case .payments: "拨付"
    case .spending: "支出"
    }
  }
}
