import CNettle

/// SHA-256 of a file, piece by piece.
struct Digest: Sendable {
  private var context = CNettleSHA256()

  init() { cnettle_sha256_begin(&context) }

  /// Takes the next bytes.
  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    cnettle_sha256_take(&context, base.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  /// The digest of what was taken so far, in lower-case hexadecimal; more may be taken afterwards.
  var text: String {
    var copy = context
    var digest = [UInt8](repeating: 0, count: 32)
    cnettle_sha256_end(&copy, &digest)
    return Hexadecimal.text(digest)
  }

  /// SHA-256 of bytes in lower-case hexadecimal.
  static func text(_ bytes: [UInt8]) -> String { text(bytes[...]) }

  /// SHA-256 of bytes in lower-case hexadecimal.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var digest = Digest()
    bytes.withUnsafeBytes { digest.take($0) }
    return digest.text
  }

  /// SHA-256 of the first `count` bytes of a file; nil where it is shorter. A read that was given up throws.
  static func of(_ file: OpenFile, count: Int64, _ progress: FileProgress? = nil) throws(ReadFault) -> Digest? {
    var digest = Digest()
    return try digest.take(file, from: 0, to: count, progress) ? digest : nil
  }

  /// Takes a stretch of a file; false where it ends before.
  mutating func take(
    _ file: OpenFile, from start: Int64, to end: Int64, _ progress: FileProgress? = nil
  ) throws(ReadFault) -> Bool {
    let size = 1 << 20
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    defer { buffer.deallocate() }
    guard let base = buffer.baseAddress else { return false }
    var at = start
    while at < end {
      if progress?.isCancelled == true { throw .cancelled }
      let wanted = Int(min(Int64(size), end - at))
      let got = try file.read(into: base, count: wanted, at: at)
      take(UnsafeRawBufferPointer(start: base, count: got))
      guard got == wanted else { return false }
      at += Int64(got)
    }
    return true
  }
}
