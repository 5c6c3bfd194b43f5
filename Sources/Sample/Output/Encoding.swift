import Glibc

/// How a file of the sample is encoded: district offices differ.
enum SampleEncoding: Sendable, Hashable {
  case utf8
  case utf8WithMark
  case utf16LittleEndianWithMark
  case gb18030

  /// The bytes that open a file.
  var mark: [UInt8] {
    switch self {
    case .utf8, .gb18030: []
    case .utf8WithMark: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndianWithMark: [0xFF, 0xFE]
    }
  }

  /// `text` (UTF-8, whole characters) in this encoding.
  ///
  /// Where the C library knows no GB18030, the text stays UTF-8, which every reader of the data directory takes too.
  func encode(_ text: [UInt8]) -> [UInt8] {
    switch self {
    case .utf8, .utf8WithMark: return text
    case .utf16LittleEndianWithMark:
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.count * 2)
      for unit in String(decoding: text, as: UTF8.self).utf16 {
        bytes.append(UInt8(truncatingIfNeeded: unit))
        bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      }
      return bytes
    case .gb18030: return SampleEncoding.converted(text, to: "GB18030") ?? text
    }
  }

  private static func converted(_ text: [UInt8], to name: String) -> [UInt8]? {
    guard let converter = iconv_open(name, "UTF-8"), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = text.map { CChar(bitPattern: $0) }
    // No character of UTF-8 grows to more than twice its bytes in GB18030.
    var output = [CChar](repeating: 0, count: text.count * 2 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard status != .max, inputLeft == 0 else { return nil }
    return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
  }
}
