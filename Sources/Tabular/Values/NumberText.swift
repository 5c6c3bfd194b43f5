/// Numbers as people write them (`data-directory.md`, Number): an optional sign; digits, plain or in groups of exactly
/// three split by `,`; optional decimals with a digit on either side of the point; an optional `万`; full-width forms of
/// all of these. Nothing else: no blanks, no currency or per cent signs, no exponents, no `nan`.
public enum NumberText {
  /// The largest magnitude that is no ``NumberFault/overflow``.
  public static let limit: Int64 = 1_000_000_000_000

  /// The number that `text` (UTF-8, trimmed) stands for; a `万` at its end multiplies by 10,000.
  public static func parse(_ text: Span<UInt8>) -> Result<ExactNumber, NumberFault> {
    var index = 0
    guard let figure = Figure(text, &index) else { return .failure(.malformed) }
    switch text.nextWritten(&index) {
    case nil: return figure.number(tenThousands: false)
    case .wan? where index == text.count: return figure.number(tenThousands: true)
    default: return .failure(.malformed)
    }
  }

  /// The amount in 万元 that `text` (UTF-8, trimmed) stands for; a `万` or `万元` at its end is the unit and changes
  /// nothing.
  public static func parseMoney(_ text: Span<UInt8>) -> Result<ExactNumber, NumberFault> {
    var index = 0
    guard let figure = Figure(text, &index) else { return .failure(.malformed) }
    if let unit = text.nextWritten(&index) {
      guard unit == .wan else { return .failure(.malformed) }
      if let rest = text.nextWritten(&index), rest != .yuan || index != text.count { return .failure(.malformed) }
    }
    return figure.number(tenThousands: false)
  }

  /// The number that `text` (trimmed) stands for; a `万` at its end multiplies by 10,000.
  public static func parse(_ text: String) -> Result<ExactNumber, NumberFault> {
    let bytes = Array(text.utf8)
    return parse(bytes.span)
  }

  /// The amount in 万元 that `text` (trimmed) stands for; a `万` or `万元` at its end is the unit.
  public static func parseMoney(_ text: String) -> Result<ExactNumber, NumberFault> {
    let bytes = Array(text.utf8)
    return parseMoney(bytes.span)
  }
}
