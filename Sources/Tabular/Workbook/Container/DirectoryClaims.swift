/// What a container's end records claim, before any library believes them: a record of 56 bytes that claims a billion
/// entries may make an unpacker reserve memory for them.
enum DirectoryClaims {
  /// How far from the end an end record can begin: its own 22 bytes, and the longest comment.
  private static let reach = 22 + 65_535
  /// The longer record's locator stands right before the end record.
  private static let locatorSize = 20
  private static let longRecordSize = 56

  /// Whether no end record claims more entries than ``WorkbookLimits/entries``, or a directory of more bytes than
  /// ``WorkbookLimits/directory``.
  static func areSmall(_ source: any ByteSource) -> Bool {
    let start = max(0, source.size - Int64(reach + locatorSize))
    let tail = source.bytes(Int(source.size - start), at: start)
    guard tail.count >= 22 else { return true }
    for place in 0...tail.count - 22 where isRecord(tail, place, 0x05, 0x06) {
      let entries = number(tail, place + 10, bytes: 2)
      let size = number(tail, place + 12, bytes: 4)
      // All ones mean that the number stands in the longer record.
      let isLong = entries == 0xFFFF || size == 0xFFFF_FFFF
      guard isLong || isSmall(entries: entries, size: size) else { return false }
      let locator = place - locatorSize
      if locator >= 0, isRecord(tail, locator, 0x06, 0x07) {
        let long = Int64(clamping: number(tail, locator + 8, bytes: 8))
        let record = source.bytes(longRecordSize, at: long)
        guard record.count == longRecordSize, isRecord(record, 0, 0x06, 0x06) else { continue }
        guard isSmall(entries: number(record, 32, bytes: 8), size: number(record, 40, bytes: 8)) else { return false }
      } else if isLong {
        return false
      }
    }
    return true
  }

  private static func isSmall(entries: UInt64, size: UInt64) -> Bool {
    entries <= UInt64(WorkbookLimits.entries) && size <= UInt64(WorkbookLimits.directory)
  }

  private static func isRecord(_ bytes: [UInt8], _ place: Int, _ third: UInt8, _ fourth: UInt8) -> Bool {
    bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == third && bytes[place + 3] == fourth
  }

  /// A little-endian number that lies within the bytes.
  private static func number(_ bytes: [UInt8], _ place: Int, bytes count: Int) -> UInt64 {
    (0..<count).reversed().reduce(0) { $0 << 8 | UInt64(bytes[place + $1]) }
  }
}
