import Policy
import Screen

/// A row of the details as it is copied.
struct PartText {
  let copied: [String]

  init(_ row: String, _ state: ConsoleState, _ loaded: Loaded) {
    let parts = state.measureParts(loaded)
    let language = state.language
    let item = parts.item.map { [$0.id.rawValue, $0.label.text(language).string] } ?? []
    switch parts.parts.first(where: { $0.row == row }) {
    case .line(let line): copied = MeasureText(line, loaded, language).copied
    case .due(let index):
      copied = item + PartText.fields(parts.dues[index].state, language) + [parts.dues[index].row.note ?? ""]
    case .entry(let number):
      let entry = parts.entries[number]
      let stages = parts.item?.stages ?? []
      let stage = entry.map { stages.indices.contains($0.stage) ? stages[$0.stage] : "" } ?? ""
      copied =
        item + [
          number, stage, entry?.since.iso ?? "", entry.map { String($0.days) } ?? "",
          entry?.district.map { PlaceName.text($0, loaded, language).string } ?? "", entry?.name ?? "",
        ]
    case .district(let code):
      copied = [PlaceName.text(code, loaded, language).string] + item + PartText.fields(code, parts, loaded, language)
    case nil: copied = [row]
    }
  }

  private static func fields(_ state: MilestoneState, _ language: Language) -> [String] {
    [language(state.status.word).string, state.due?.iso ?? "", state.done?.iso ?? ""]
  }

  private static func fields(
    _ code: DistrictCode, _ parts: MeasureParts, _ loaded: Loaded, _ language: Language
  ) -> [String] {
    guard let item = parts.item, let board = loaded.district(code) else { return [] }
    switch item.kind {
    case .counted:
      guard let progress = board.items.first(where: { $0.id == item.id }) else { return [] }
      return [
        String(progress.actual), progress.target.map { String($0) } ?? "", Format.percent(progress.attainment),
        Format.lead(progress.lead), language(progress.status.word).string,
      ]
    case .milestone:
      let own = loaded.milestone(item.id)?.districts.first { $0.code == code }
      return own.map { fields($0.state, language) } ?? []
    case .institution: return [GradeSummary.line(board.grades, language).text.string]
    case .base: return [FundingSummary.line(board.funding, language).text.string]
    case .register: return []
    }
  }
}
