import Toml

/// Gathers what is wrong with a plan's text while it is read, so that one mistake hides no other.
///
/// A reader notes a fault here and goes on with a stand-in. A plan with stand-ins never leaves ``PlanReader``: an error
/// among the faults keeps it in.
final class PlanFaults {
  /// How faults name the file.
  let file: String
  private var noted: [PlanFault] = []

  init(file: String) { self.file = file }

  /// How many there are. Where it has not grown, what was read meanwhile holds no stand-in.
  var count: Int { noted.count }

  /// Whether the plan cannot be used.
  var hasErrors: Bool { noted.contains { $0.severity == .error } }

  /// All of them, in the order of the text.
  var ordered: [PlanFault] {
    noted.enumerated().sorted { a, b in
      (a.element.line, a.element.column, a.offset) < (b.element.line, b.element.column, b.offset)
    }.map(\.element)
  }

  func add(_ reason: PlanFault.Reason, at place: TomlPlace, key: String) {
    noted.append(PlanFault(file: file, line: place.line, column: place.column, key: key, reason: reason))
  }

  /// Notes the TOML reader's error in the plan's terms.
  func add(_ error: TomlError) {
    let expected: PlanFault.Form =
      switch error.expected {
      case .document: .table
      case .kind(let kind): PlanFault.Form(kind)
      case .list: .list
      }
    let reason: PlanFault.Reason =
      switch error.found {
      case .nothing: .missing(expected: expected)
      case .kind(let kind): .wrongForm(expected: expected, found: PlanFault.Form(kind))
      case .syntax(let text): .syntax(text)
      case .tooDeep: .tooDeep
      case .tooLarge: .tooLarge
      case .nul: .nul
      }
    add(reason, at: error.place, key: error.key)
  }
}

extension PlanFault.Form {
  init(_ kind: TomlKind) {
    self =
      switch kind {
      case .string: .text
      case .integer: .integer
      case .float: .number
      case .boolean: .boolean
      case .date: .day
      case .time: .time
      case .dateTime: .instant
      case .array: .list
      case .table: .table
      }
  }
}
