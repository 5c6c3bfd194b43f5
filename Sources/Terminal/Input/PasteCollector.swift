/// Collects a bracketed paste (xterm control sequences, "Bracketed Paste Mode"). It is text, whatever it looks like.
struct PasteCollector {
  static let begin = Array("\u{1b}[200~".utf8)
  private static let end = Array("\u{1b}[201~".utf8)
  /// How many bytes are kept; more are read and forgotten.
  static let limit = 65_536

  private var bytes: [UInt8] = []
  /// How many bytes of `end` the last bytes were.
  private var matched = 0

  /// Whether the paste is complete with this byte.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    keep(Self.end.prefix(matched))
    matched = byte == 0x1b ? 1 : 0
    if matched == 0 { keep([byte]) }
    return false
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    if bytes.count + more.count <= Self.limit { bytes += more }
  }

  /// What was pasted: line ends as `\n`, without other control characters.
  var text: String {
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\r": result.append("\n")
      case "\n": if !afterReturn { result.append("\n") }
      case "\t": result.append("\t")
      default: if scalar.properties.generalCategory != .control { result.append(scalar) }
      }
    }
    return String(result)
  }
}
