import Policy
import Tabular

/// Reads a cell that is not empty by its column's form (`data-directory.md`, Values).
struct CellReader: Sendable {
  let lexicon: Lexicon

  private let period: ClosedRange<Day>
  private static let century = Day(number: 10_957)...Day(number: 47_481)

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    let plan = lexicon.plan
    period = plan.periodStart...max(plan.periodStart, plan.periodEnd)
  }

  /// The cell's value.
  func read(_ text: Span<UInt8>, _ form: Form, _ context: CellContext) throws(CellFault) -> Cell {
    switch form {
    case .text, .remark, .reference: return .text(CellReader.string(text))
    case .district:
      guard let code = lexicon.district(CellReader.string(text)) else { throw fault(.unknownDistrict, text) }
      return .text(code.rawValue)
    case .item(let use):
      guard let item = lexicon.item(CellReader.string(text), use) else { throw fault(.unknownItem, text) }
      return .number(Int64(item))
    case .dayInPeriod: return .day(try day(text, within: period))
    case .day: return .day(try day(text, within: CellReader.century))
    case .count: return .number(try count(text))
    case .whole:
      let number = try count(text)
      guard number >= 0 else { throw fault(.badNumber, text) }
      return .number(number)
    case .points: return .number(try points(text, context.dimension))
    case .money: return .number(try money(text))
    case .approvedMoney:
      let amount = try money(text)
      guard amount > 0 else { throw fault(.badNumber, text) }
      return .number(amount)
    case .veto, .calendarKind, .baseLevel, .event, .tranche, .costLine, .dimension, .stage:
      guard let word = lexicon.word(CellReader.string(text), form, item: context.item) else {
        throw fault(CellReader.unknown(form), text)
      }
      return .number(Int64(word))
    }
  }

  /// A day within the plan's period.
  func dayInPeriod(_ text: Span<UInt8>) throws(CellFault) -> Day { try day(text, within: period) }

  /// A whole number of either sign.
  func count(_ text: Span<UInt8>) throws(CellFault) -> Int64 {
    switch NumberText.parse(text) {
    case .success(let number):
      guard let whole = number.whole else { throw fault(.badNumber, text) }
      return whole
    case .failure(let failure): throw fault(CellReader.code(failure), text)
    }
  }

  /// Text in NFC.
  static func string(_ text: Span<UInt8>) -> String {
    Normal.form(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }

  private func day(_ text: Span<UInt8>, within range: ClosedRange<Day>) throws(CellFault) -> Day {
    guard let civil = DateText.parse(text), let day = Day(year: civil.year, month: civil.month, day: civil.day) else {
      throw fault(.badDate, text)
    }
    guard range.contains(day) else { throw fault(.outOfPeriod, text) }
    return day
  }

  private func points(_ text: Span<UInt8>, _ dimension: Int?) throws(CellFault) -> Int64 {
    let dimensions = lexicon.plan.rubric.dimensions
    switch NumberText.parse(text) {
    case .success(let number):
      guard let score = number.hundredths, let dimension, dimensions.indices.contains(dimension),
        score >= 0, score <= Int64(dimensions[dimension].points) * 100
      else { throw fault(.badNumber, text) }
      return score
    case .failure(let failure): throw fault(CellReader.code(failure), text)
    }
  }

  private func money(_ text: Span<UInt8>) throws(CellFault) -> Int64 {
    switch NumberText.parseMoney(text) {
    case .success(let number):
      guard let amount = number.hundredths else { throw fault(.badNumber, text) }
      return amount
    case .failure(let failure): throw fault(CellReader.code(failure), text)
    }
  }

  /// A fault that tells what the cell holds, shortened; what looks personal is never told.
  private func fault(_ code: ProblemCode, _ text: Span<UInt8>) -> CellFault {
    CellFault(code: code, detail: Excerpt.text(CellReader.string(text), latestBirth: lexicon.plan.periodEnd))
  }

  private static func unknown(_ form: Form) -> ProblemCode {
    switch form {
    case .event: .unknownEvent
    case .tranche: .unknownTranche
    case .costLine: .unknownCostLine
    case .dimension: .unknownDimension
    case .stage: .unknownStage
    default: .badValue
    }
  }

  private static func code(_ failure: NumberFault) -> ProblemCode {
    switch failure {
    case .overflow: .overflow
    default: .badNumber
    }
  }
}
