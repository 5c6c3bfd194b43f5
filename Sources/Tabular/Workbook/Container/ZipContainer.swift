import CZip

/// A ZIP container, read from its source as it is needed. One entry is unpacked at a time.
///
/// Whatever makes unpackers see different files in one container is refused at once: names that stand twice, lead
/// elsewhere or are links.
final class ZipContainer {
  private struct Entry {
    var name: String
    var packed: Int
    var isPlain: Bool
  }

  private let door: Door
  private let archive: OpaquePointer
  private var entries: [Entry] = []
  /// Entries by their folded names.
  private var places: [String: Int] = [:]
  /// Bytes unpacked so far, but for readings that do not count.
  private var unpacked = 0
  /// The entry that is being unpacked.
  private var current = (name: "", packed: 0, unpacked: 0, isCounted: true)

  private static let localHeader: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let oleHeader: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// What libzip reads through; it asks for bytes as long as the archive is open.
  private final class Door {
    let source: any ByteSource

    init(_ source: any ByteSource) { self.source = source }
  }

  init(_ source: any ByteSource) throws(WorkbookFault) {
    let start = source.bytes(Self.localHeader.count, at: 0)
    guard start != Self.oleHeader else { throw .protectedOrOld }
    guard start == Self.localHeader else { throw .notAWorkbook }
    guard source.size <= WorkbookLimits.size else { throw .tooMuch(.size) }
    guard DirectoryClaims.areSmall(source) else { throw .tooMuch(.entries) }
    let door = Door(source)
    let archive = czip_open(
      czip_source(
        context: Unmanaged.passUnretained(door).toOpaque(), length: UInt64(source.size),
        read: { context, into, length, offset in
          guard let context, let into else { return -1 }
          let source = Unmanaged<Door>.fromOpaque(context).takeUnretainedValue().source
          let count = source.read(into: into, count: Int(clamping: length), at: Int64(clamping: offset))
          return count.map(Int64.init) ?? -1
        }))
    guard let archive else { throw .damaged("ZIP") }
    self.door = door
    self.archive = archive
    try list()
  }

  deinit { czip_close(archive) }

  /// Whether there is an entry of this name, case and the kind of slash apart.
  func holds(_ name: String) -> Bool { places[Self.folded(name)] != nil }

  /// Begins to unpack an entry. A reading that does not count must be one of an entry that was read to its end before.
  func begin(_ name: String, isCounted: Bool) throws(WorkbookFault) {
    guard let place = places[Self.folded(name)] else { throw .missingPart(WorkbookFault.told(name)) }
    let entry = entries[place]
    guard entry.isPlain else { throw .unknownPacking(entry.name) }
    current = (entry.name, entry.packed, 0, isCounted)
    guard czip_begin(archive, Int64(place)) else { throw .damaged(entry.name) }
  }

  /// Unpacks the next bytes; 0 at the entry's end.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(WorkbookFault) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    let count = Int(czip_read(archive, base, buffer.count))
    guard count >= 0 else { throw .damaged(current.name) }
    current.unpacked &+= count
    if current.isCounted { unpacked &+= count }
    guard unpacked <= WorkbookLimits.unpacked else { throw .tooMuch(.unpacked) }
    let isSmall = current.unpacked <= WorkbookLimits.ratioFrom
    guard isSmall || current.unpacked <= current.packed &* WorkbookLimits.ratio else { throw .tooMuch(.ratio) }
    return count
  }

  private func list() throws(WorkbookFault) {
    let count = Int(czip_count(archive))
    guard count <= WorkbookLimits.entries else { throw .tooMuch(.entries) }
    for place in 0..<max(0, count) {
      var entry = czip_entry()
      guard czip_describe(archive, Int64(place), &entry), let raw = entry.name else { throw .damaged("ZIP") }
      let full = String(cString: raw)
      let name = WorkbookFault.told(full)
      let folded = Self.folded(full)
      guard !Self.leadsElsewhere(folded) else { throw .unsafeName(name) }
      guard !entry.is_symbolic_link else { throw .symbolicLink(name) }
      guard !entry.is_encrypted else { throw .encryptedEntry(name) }
      guard places.updateValue(place, forKey: folded) == nil else { throw .duplicateEntry(name) }
      // No entry can be made of more bytes than there are.
      entries.append(
        Entry(name: name, packed: Int(min(entry.packed, UInt64(door.source.size))), isPlain: entry.is_plain))
    }
  }

  /// Parts are named without regard to case (ISO/IEC 29500-2), and old writers wrote backslashes.
  private static func folded(_ name: String) -> String {
    String(
      decoding: name.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "\\"): UInt8(ascii: "/")
        default: byte
        }
      }, as: UTF8.self)
  }

  private static func leadsElsewhere(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: "/") || name.utf8.dropFirst().first == UInt8(ascii: ":")
      || name.split(separator: "/").contains("..")
  }
}
