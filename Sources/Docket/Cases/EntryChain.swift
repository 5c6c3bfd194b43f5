import CNettle
import Policy

/// The chain of hashes that the entries of the docket form (Docket.md, The chain).
enum EntryChain {
  /// What the first entry carries as the hash before it.
  static let origin = [UInt8](repeating: 0, count: 32)

  /// An entry as its row has it.
  struct Row {
    var number: Int64
    var caseNumber: Int64
    var at: Int64
    var actor: String?
    var kind: String
    var fields: String
    var reason: String
  }

  /// SHA-256 of the hash before and everything that the row says.
  static func hash(_ row: Row, before: [UInt8]) -> [UInt8] {
    var link = Link(before: before)
    for value in [row.number, row.caseNumber, row.at] { link.add(value) }
    for text in [row.actor, row.kind, row.fields, row.reason] {
      guard var text else {
        link.addNothing()
        continue
      }
      text.withUTF8 { link.add(UnsafeRawBufferPointer($0)) }
    }
    link.close()
    return link.hash
  }

  /// One link of the chain after the other: the parts of an entry behind the hash before, each so that it can be read
  /// in one way only, then their hash, with which the next link begins.
  struct Link {
    /// The hash of the last closed link.
    private(set) var hash: [UInt8]
    private var form: [UInt8]

    init(before: [UInt8]) {
      hash = before
      form = before
    }

    mutating func add(_ number: Int64) {
      withUnsafeBytes(of: number.bigEndian) { form.append(contentsOf: $0) }
    }

    /// The length, then the bytes.
    mutating func add(_ text: UnsafeRawBufferPointer) {
      add(Int64(text.count))
      form.append(contentsOf: text)
    }

    /// In place of a text: a length that no text has.
    mutating func addNothing() { add(-1) }

    /// The entry is whole: hashes it, and begins the next.
    mutating func close() {
      var context = CNettleSHA256()
      cnettle_sha256_begin(&context)
      form.withUnsafeBufferPointer { bytes in
        if let base = bytes.baseAddress { cnettle_sha256_take(&context, base, bytes.count) }
      }
      cnettle_sha256_end(&context, &hash)
      form.removeAll(keepingCapacity: true)
      form.append(contentsOf: hash)
    }
  }
}
