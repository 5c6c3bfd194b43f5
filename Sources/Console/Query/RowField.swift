import Policy
import Screen

/// A column by which rows are filtered and ordered, whether or not the window is wide enough to show it.
struct RowField<Row> {
  enum Value {
    /// In the unit that is shown; nil: nothing is there.
    case number((Row) -> Double?)
    /// All its names; rows are ordered by the first.
    case text((Row) -> [String])
    /// A step of a scale; nil: not on it.
    case scale(FieldScale, (Row) -> Int?)
  }

  /// What a filter calls it, in any language; as short as the heading.
  let code: String
  /// As headings have it.
  let title: Phrase
  let value: Value
  /// Other names, folded, such as an item's id.
  var others: Set<String> = []
  /// How a text is shown, where that is not its first name.
  var shown: ((Row) -> SafeText)?

  init(_ code: String, _ zh: String, _ en: String, others: [String] = [], _ value: Value) {
    self.code = code
    title = Phrase(zh, en)
    self.value = value
    self.others = Set(others.map(Search.folded))
  }

  /// The field, shown in other words than it is ordered by.
  func shown(_ text: @escaping (Row) -> SafeText) -> RowField {
    var field = self
    field.shown = text
    return field
  }

  /// Whether a folded word means this column.
  func isCalled(_ word: String) -> Bool {
    word == Search.folded(code) || word == Search.folded(title.zh) || word == Search.folded(title.en)
      || others.contains(word)
  }
}

/// Words for steps, of which the lower is the worse: `grade<=C` holds for C and what is worse.
struct FieldScale: Hashable {
  /// By folded name.
  private var ranks: [String: Int] = [:]
  private var words: [Int: Phrase] = [:]

  /// - Parameter code: what scripts call a step, besides its word.
  init<Step>(_ steps: [Step], rank: (Step) -> Int?, code: (Step) -> String, word: (Step) -> Phrase) {
    for step in steps {
      guard let rank = rank(step) else { continue }
      words[rank] = word(step)
      for name in [code(step), word(step).zh, word(step).en] { ranks[Search.folded(name)] = rank }
    }
  }

  func word(of rank: Int) -> Phrase? { words[rank] }

  func rank(of name: String) -> Int? { ranks[Search.folded(name)] }
}

/// Rows of a table whose columns have names.
protocol Fielded: Searchable {
  static func fields(_ state: ConsoleState) -> [RowField<Self>]
}

extension FieldScale {
  static let status = FieldScale(Status.allCases, rank: \.urgency, code: \.rawValue, word: \.word.phrase)

  /// D is the worst; what is ungraded is no step of it.
  static let grade = FieldScale(Grade.allCases, rank: FieldScale.rank, code: \.rawValue) {
    Phrase($0.rawValue, $0.rawValue)
  }

  static func rank(_ grade: Grade) -> Int? {
    switch grade {
    case .d: 0
    case .c: 1
    case .b: 2
    case .a: 3
    case .ungraded: nil
    }
  }

  /// 约谈 is the worst.
  static let level = FieldScale(EscalationLevel.allCases, rank: { -$0.rawValue }, code: { "\($0)" }, word: \.phrase)
}
