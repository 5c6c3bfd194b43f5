/// Text of bytes that need not all be in their encoding, so that a person sees what a refused row holds.
package enum LenientText {
  /// The text; a byte that belongs to no character stands as `\xNN`. UTF-16 must have been turned into UTF-8.
  ///
  /// Of a character that `bytes` cut off at their end the bytes stand there one by one.
  package static func text(_ bytes: [UInt8], _ encoding: TextEncoding) -> String {
    let table = encoding == .gb18030 ? GB18030Table.system : nil
    if let text = whole(bytes[...], encoding, table) { return text }
    let sizes = encoding == .gb18030 ? [4, 2] : [2, 3, 4]
    var text = ""
    var index = 0
    while index < bytes.count {
      let plain = bytes[index...].prefix { $0 < 0x80 }
      text += String(decoding: plain, as: UTF8.self)
      index = plain.endIndex
      guard index < bytes.count else { break }
      let character = sizes.lazy.filter { index + $0 <= bytes.count }.compactMap { size in
        whole(bytes[index..<index + size], encoding, table).map { (size: size, text: $0) }
      }.first
      text += character?.text ?? "\\x" + hexadecimal(bytes[index])
      index += character?.size ?? 1
    }
    return text
  }

  /// The text of bytes that are all sound; nil where some are not.
  private static func whole(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding, _ table: GB18030Table?) -> String? {
    guard encoding == .gb18030 else { return String(validating: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    let isSound = bytes.withUnsafeBufferPointer { buffer in
      let view = ByteView(buffer)
      guard let table else { return view.firstNonASCII(from: 0) >= view.count }
      return table.decode(view, in: 0..<view.count, into: &out)
    }
    guard isSound else { return nil }
    return String(validating: table == nil ? Array(bytes) : out, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
