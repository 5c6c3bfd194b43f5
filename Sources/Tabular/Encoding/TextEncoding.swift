/// How a file's bytes become text.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16 with the byte order mark FF FE.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16 with the byte order mark FE FF.
  case utf16BigEndian = "utf-16be"
  /// GB18030, which holds GBK and GB2312.
  case gb18030
}
