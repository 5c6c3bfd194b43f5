import Glibc
import Policy
import Testing

/// Text, fields and values as the contract of the data directory states them: enough to read the sample back.
enum SampleText {
  /// The text of a file by its mark, else UTF-8, else GB18030.
  static func decoded(_ bytes: [UInt8]) throws -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
      return String(decoding: units, as: UTF16.self)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return try #require(converted(bytes, from: "GB18030"))
  }

  /// Rows of fields, quotes and both kinds of line ends understood.
  static func lines(_ text: String, tabs: Bool) -> [[String]] {
    let delimiter: Unicode.Scalar = tabs ? "\t" : ","
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var quoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted.toggle()
      case delimiter where !quoted:
        row.append(String(field))
        field = String.UnicodeScalarView()
      case "\r" where !quoted: break
      case "\n" where !quoted:
        rows.append(row + [String(field)])
        row = []
        field = String.UnicodeScalarView()
      default: field.append(scalar)
      }
    }
    return rows
  }

  /// A header without a remark in parentheses at its end.
  static func plainHeader(_ header: String) -> String {
    guard header.hasSuffix("）"), let open = header.firstIndex(of: "（") else { return header }
    return String(header[..<open])
  }

  /// A date in any of the forms of the contract.
  static func day(_ text: String) -> Day? {
    if text.utf8.count == 8, let number = Int(text) {
      return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    let parts = text.split { "-/.年月日".contains($0) }.compactMap { Int($0) }
    return parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : nil
  }

  /// A whole figure: plain, in groups of three, or in 万.
  static func figure(_ text: String) -> Int64? {
    let plain = text.filter { $0 != "," }
    guard plain.hasSuffix("万") else { return Int64(plain) }
    guard let hundredths = money(String(plain.dropLast())) else { return nil }
    return hundredths * 100
  }

  /// Hundredths of a figure with at most two decimals.
  static func money(_ text: String) -> Int64? {
    let parts = text.filter { !"万元".contains($0) }.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int64($0) }), parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    let cents = parts[1].count == 1 ? parts[1] + "0" : parts[1]
    return Int64(cents).map { whole * 100 + (text.hasPrefix("-") ? -$0 : $0) }
  }

  private static func converted(_ bytes: [UInt8], from name: String) -> String? {
    guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    var left = input.count
    var room = output.count
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &left, &to, &room)
      }
    }
    guard status != .max, left == 0 else { return nil }
    return String(validating: output.prefix(output.count - room).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
