import Policy
import Screen

/// The rows of a list as sentences: `崇明：状态 滞后，时序差 -23.2，最差指标 高级工证。`
struct SpokenRows {
  /// Nil: the list's columns have no names.
  let sentences: [SafeText]?

  init(_ state: ConsoleState, _ loaded: Loaded, _ pane: Pane) {
    let rows = state.rows(of: pane)
    let board = loaded.board
    func told<Row: Fielded>(_ find: (String) -> Row?) -> [SafeText] {
      let fields = Row.fields(state)
      let selected = state.selectedRow(of: pane)
      return rows.compactMap { row in
        find(row).map { value in
          let mark: SafeText =
            row == selected && pane == state.focusedPane ? state.language(Phrase("选中 ", "selected ")) : .empty
          return mark + SpokenRows.sentence(value, fields, state.language)
        }
      }
    }
    func table<Row>(_ all: [Row], _ id: (Row) -> String) -> [String: Row] {
      Dictionary(all.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
    switch pane {
    case .districts, .tiles: sentences = told { loaded.district(DistrictCode(rawValue: $0)) }
    case .targets, .trend:
      let items = state.currentDistrict?.items ?? []
      sentences = told { row in items.first { $0.id.rawValue == row } }
    case .grades, .institutions: sentences = told { loaded.institution($0) }
    case .bases:
      let all = table(board.bases, \.base.id)
      sentences = told { all[$0] }
    case .projects, .funding:
      let all = table(board.bases.flatMap(\.projects), \.project.id)
      sentences = told { all[$0] }
    case .files:
      let all = table(loaded.snapshot.files, \.path)
      sentences = told { all[$0] }
    case .senders: sentences = told { state.sender(row: $0, in: loaded) }
    case .queue: sentences = told { row in Int(row).flatMap { state.triage.places[$0] } }
    case .problems, .measures, .parts, .promises, .timeline: sentences = nil
    }
  }

  /// The name of a row, or its first text, is what it is about; fields without a value are left out.
  private static func sentence<Row>(_ row: Row, _ fields: [RowField<Row>], _ language: Language) -> SafeText {
    var about: SafeText?
    var parts: [SafeText] = []
    let name = fields.first { $0.code == "name" }?.code
    for field in fields {
      guard let value = text(row, field, language), !value.isEmpty else { continue }
      if about == nil, field.code == name ?? field.code, case .text = field.value {
        about = value
      } else {
        parts.append(language(field.title) + " " + value)
      }
    }
    let told = parts.dropFirst().reduce(parts.first ?? .empty) { $0 + language(Phrase("，", ", ")) + $1 }
    guard let about else { return told + language(Phrase("。", ".")) }
    return about + (parts.isEmpty ? .empty : language(Phrase("：", ": ")) + told) + language(Phrase("。", "."))
  }

  private static func text<Row>(_ row: Row, _ field: RowField<Row>, _ language: Language) -> SafeText? {
    if let shown = field.shown { return shown(row) }
    switch field.value {
    case .number(let figure):
      guard let value = figure(row), value.isFinite else { return nil }
      let whole = value.rounded()
      return SafeText(
        abs(value - whole) < 0.005 && abs(whole) < 1e15 ? Format.count(Int64(whole)) : Format.decimal(value, places: 1))
    case .scale(let scale, let rank): return rank(row).flatMap { scale.word(of: $0) }.map { language($0) }
    case .text(let names): return names(row).first.map { SafeText($0) }
    }
  }
}
