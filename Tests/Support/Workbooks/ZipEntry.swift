/// An entry of a ZIP archive, sound as it comes; each field can be made to lie.
package struct ZipEntry {
  package var name: String
  /// The bytes as the archive holds them.
  package var packed: [UInt8]
  /// 0 stored, 8 deflated.
  package var method = 0
  /// Bit 0 says encrypted; bit 11 that the name is UTF-8.
  package var flags = 0x0800
  package var checksum: UInt32
  package var packedSize: Int
  package var size: Int
  /// The upper half is a Unix mode.
  package var attributes = 0
  /// The name that stands before the bytes, where it is another than in the directory.
  package var localName: String?
  /// Where the directory says that the entry stands; nil: where it does.
  package var offset: Int?

  /// Stored as it is.
  package init(_ name: String, _ content: [UInt8]) {
    self.name = name
    packed = content
    checksum = CRC32.of(content)
    packedSize = content.count
    size = content.count
  }

  package init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

  /// Deflated.
  package init(_ name: String, _ content: FixedDeflate) {
    self.name = name
    packed = content.packed
    method = 8
    checksum = content.checksum.value
    packedSize = packed.count
    size = content.size
  }
}

/// Writes ZIP archives (APPNOTE 6.3).
package enum ZipArchive {
  package static func bytes(_ entries: [ZipEntry]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      // Version 2.0; 1980-01-01 00:00.
      func common(_ name: String) -> [UInt8] {
        little(20, 2) + little(entry.flags, 2) + little(entry.method, 2) + little(0, 2) + little(0x21, 2)
          + little(Int(entry.checksum), 4) + little(entry.packedSize, 4) + little(entry.size, 4)
          + little(name.utf8.count, 2) + little(0, 2)
      }
      // Made by version 2.0 on Unix; no comment, first disk.
      directory +=
        little(0x0201_4B50, 4) + little(0x0314, 2) + common(entry.name) + little(0, 2) + little(0, 2) + little(0, 2)
        + little(entry.attributes, 4) + little(entry.offset ?? archive.count, 4) + Array(entry.name.utf8)
      let localName = entry.localName ?? entry.name
      archive += little(0x0403_4B50, 4) + common(localName) + Array(localName.utf8) + entry.packed
    }
    return archive + directory + end(entries.count, directorySize: directory.count, offset: archive.count)
  }

  /// An end record, which says how many entries there are and where their directory stands.
  package static func end(_ count: Int, directorySize: Int, offset: Int) -> [UInt8] {
    little(0x0605_4B50, 4) + little(0, 2) + little(0, 2) + little(count, 2) + little(count, 2)
      + little(directorySize, 4) + little(offset, 4) + little(0, 2)
  }

  package static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// CRC-32 as ZIP has it: polynomial 0xEDB88320, reflected.
package struct CRC32 {
  private var state: UInt32 = 0xFFFF_FFFF

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  package init() {}

  package var value: UInt32 { ~state }

  package mutating func take(_ byte: UInt8) {
    state = state >> 8 ^ CRC32.table[Int((state ^ UInt32(byte)) & 0xFF)]
  }

  package static func of(_ bytes: [UInt8]) -> UInt32 {
    var checksum = CRC32()
    for byte in bytes { checksum.take(byte) }
    return checksum.value
  }
}
