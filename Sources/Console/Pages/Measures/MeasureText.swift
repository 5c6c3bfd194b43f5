import Policy
import Screen

/// What a row of the measures page says.
struct MeasureText {
  let name: SafeText
  /// Mark and word of its light.
  let status: Status?
  private let row: String
  private let language: Language

  init(_ line: MeasureRow, _ loaded: Loaded, _ language: Language) {
    row = line.row
    self.language = language
    switch line {
    case .measure(let number):
      let measure = loaded.snapshot.plan.measures.first { $0.number == number }
      name = SafeText(measure?.ordinal ?? "") + (measure?.title.text(language) ?? "")
      status = loaded.board.measures.first { $0.number == number }?.status
    case .item(let id):
      name = loaded.planItem(id)?.label.text(language) ?? SafeText(id.rawValue)
      status = loaded.board.measures.lazy.flatMap(\.items).first { $0.id == id }?.light
    }
  }

  /// Fields of a copied row.
  var copied: [String] { [row, name.string, status.map { language($0.word).string } ?? ""] }
}
