import Glibc

/// A path below the data directory as the file system has it: bytes, with `/` between names and none at its ends.
///
/// Two names that differ only in their Unicode form are two files, and a name need not be UTF-8 at all; so paths are
/// compared and ordered by their bytes, never as text.
struct RawPath: Hashable, Comparable, Sendable {
  /// The bytes; empty for the directory itself.
  var bytes: [UInt8]

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The path of `name` inside this directory.
  func appending(_ name: ArraySlice<UInt8>) -> RawPath {
    if bytes.isEmpty { return RawPath(Array(name)) }
    var path: [UInt8] = []
    path.reserveCapacity(bytes.count + 1 + name.count)
    path += bytes
    path.append(UInt8(ascii: "/"))
    path += name
    return RawPath(path)
  }

  /// Whether this path is `directory` or lies below it.
  func isInside(_ directory: RawPath) -> Bool {
    if directory.bytes.isEmpty { return true }
    guard bytes.starts(with: directory.bytes) else { return false }
    return bytes.count == directory.bytes.count || bytes[directory.bytes.count] == UInt8(ascii: "/")
  }

  /// The path as reports name it: bytes that are no UTF-8 stand as `\xNN`, so that two files never share a name.
  var text: String {
    if let valid = String(validating: bytes, as: UTF8.self) { return valid }
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      let width = min(RawPath.sequenceLength(first), rest.count)
      if let part = String(validating: rest.prefix(width), as: UTF8.self) {
        text += part
        rest = rest.dropFirst(width)
      } else {
        text += "\\x" + Hexadecimal.text([first])
        rest = rest.dropFirst()
      }
    }
    return text
  }

  /// The order of the bytes (`data-directory.md`, References).
  static func < (a: RawPath, b: RawPath) -> Bool { a.order(to: b) < 0 }

  static func == (a: RawPath, b: RawPath) -> Bool { a.bytes.count == b.bytes.count && a.order(to: b) == 0 }

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

  /// Negative where this path comes first, zero where both are one.
  func order(to other: RawPath) -> Int {
    bytes.withUnsafeBytes { own in
      other.bytes.withUnsafeBytes { its in
        // An empty array need not have an address.
        guard let ours = own.baseAddress, let theirs = its.baseAddress else { return own.count - its.count }
        let order = Int(memcmp(ours, theirs, min(own.count, its.count)))
        return order == 0 ? own.count - its.count : order
      }
    }
  }

  private static func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xFF: 4
    default: 1
    }
  }
}

/// Bytes as lower-case hexadecimal digits.
enum Hexadecimal {
  static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}
