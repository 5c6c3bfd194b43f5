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

  init(_ code: String, _ zh: String, _ en: String, others: [String] = [], _ value: Value) {
    self.code = code
    title = Phrase(zh, en)
    self.value = value
    self.others = Set(others.map(Search.folded))
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

  init<Step>(_ steps: [Step], rank: (Step) -> Int?, names: (Step) -> [String]) {
    for step in steps {
      guard let rank = rank(step) else { continue }
      for name in names(step) { ranks[Search.folded(name)] = rank }
    }
  }

  func rank(of name: String) -> Int? { ranks[Search.folded(name)] }
}

/// Rows of a table whose columns have names.
protocol Fielded: Searchable {
  static func fields(_ state: ConsoleState) -> [RowField<Self>]
}

extension FieldScale {
  static let status = FieldScale(Status.allCases, rank: \.urgency) {
    [$0.rawValue, $0.word.phrase.zh, $0.word.phrase.en]
  }

  /// D is the worst; what is ungraded is no step of it.
  static let grade = FieldScale(Grade.allCases, rank: FieldScale.rank) { [$0.rawValue] }

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
  static let level = FieldScale(EscalationLevel.allCases, rank: { -$0.rawValue }) { [$0.phrase.zh, $0.phrase.en] }
}
