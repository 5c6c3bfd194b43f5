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

  /// SHA-256 of the hash before and everything that the row says, each in a form that can be read in one way only.
  static func hash(_ row: Row, before: [UInt8]) -> [UInt8] {
    var form: [UInt8] = []
    form.reserveCapacity(
      128 + row.kind.utf8.count + row.fields.utf8.count + row.reason.utf8.count)
    form += before
    for value in [row.number, row.caseNumber, row.at] { append(UInt64(bitPattern: value), to: &form) }
    append(row.actor, to: &form)
    for text in [row.kind, row.fields, row.reason] { append(text, to: &form) }
    var context = CNettleSHA256()
    var digest = [UInt8](repeating: 0, count: 32)
    cnettle_sha256_begin(&context)
    form.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { cnettle_sha256_take(&context, base, bytes.count) }
    }
    cnettle_sha256_end(&context, &digest)
    return digest
  }

  /// The length in eight bytes, then the bytes; no text at all is a length that no text has.
  private static func append(_ text: String?, to form: inout [UInt8]) {
    guard let text else { return append(.max, to: &form) }
    append(UInt64(text.utf8.count), to: &form)
    form += text.utf8
  }

  private static func append(_ value: UInt64, to form: inout [UInt8]) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) { form.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
}
