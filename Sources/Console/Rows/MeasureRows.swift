import Policy
import Screen

/// A row of the plan's tree: a section, one of its measures, an item, or the closing duties under a head of their own.
enum MeasureRow: Hashable {
  case section(Int)
  case measure(Int)
  case item(ItemID)
  /// The head of the closing duties.
  case duties

  private static let sectionSign: Character = "§"
  private static let measureSign: Character = "#"

  /// The row's identity: an item's id, or a number behind a sign that no id begins with.
  var row: String {
    switch self {
    case .section(let number): "\(MeasureRow.sectionSign)\(number)"
    case .measure(let number): "\(MeasureRow.measureSign)\(number)"
    case .item(let id): id.rawValue
    case .duties: String(MeasureRow.sectionSign)
    }
  }

  /// The row of an identity.
  init(row: String) {
    let number = Int(row.dropFirst())
    switch (row.first, number) {
    case (MeasureRow.sectionSign, let number?): self = .section(number)
    case (MeasureRow.sectionSign, nil) where row.count == 1: self = .duties
    case (MeasureRow.measureSign, let number?): self = .measure(number)
    default: self = .item(ItemID(rawValue: row))
    }
  }

  /// Whether rows stand below it.
  var isBranch: Bool { if case .item = self { false } else { true } }

  /// Whether it shows them before anybody folded anything: sections their measures, measures nothing.
  var opensAtFirst: Bool { if case .measure = self { false } else { isBranch } }
}

extension MeasureRow: Searchable {
  func searchTexts(_ state: ConsoleState) -> [String] {
    guard let loaded = state.loaded else { return [row] }
    let plan = loaded.snapshot.plan
    let text = MeasureText(self, loaded, state.language)
    let words = [text.status.word.string]
    switch self {
    case .section(let number):
      let section = plan.sections.first { $0.number == number }
      return words + [section?.title.zh ?? "", section?.title.en ?? ""]
    case .measure(let number):
      let measure = plan.measures.first { $0.number == number }
      return words + [measure?.ordinal ?? "", measure?.title.zh ?? "", measure?.title.en ?? ""]
    case .item(let id):
      guard let item = loaded.item(id) else { return [id.rawValue] }
      return words + [
        id.rawValue, item.label.zh, item.label.en, item.short.zh, item.short.en, state.language(item.kind.word).string,
      ]
    case .duties: return words + [MeasureWord.duties.phrase.zh, MeasureWord.duties.phrase.en]
    }
  }
}

extension Loaded {
  /// The city's figure of an item; nil where its kind has none of its own.
  func figure(ofItem id: ItemID) -> Figure? {
    switch item(id)?.kind {
    case .counted: .counted(item: id, district: snapshot.plan.cityCode)
    case .milestone: .milestone(item: id, district: nil)
    case .register: .register(id)
    case .institution, .base, nil: nil
    }
  }

  /// A milestone or a closing duty.
  func milestone(_ id: ItemID) -> MilestoneBoard? {
    if case .milestone(let milestone) = measureItem(id) { return milestone }
    return board.closing.first { $0.id == id }
  }

  func register(_ id: ItemID) -> RegisterBoard? {
    if case .register(let register) = measureItem(id) { register } else { nil }
  }
}
