import Glibc

/// An open folder and its names in the order of their bytes.
///
/// The names lie in one piece of memory, and what stands under them is asked through the folder's descriptor, so that
/// the kernel walks no path again: a directory may hold a hundred thousand files, and is listed every few seconds.
final class Folder {
  /// Why a folder cannot be listed.
  struct Refusal: Error {
    /// The C library's error number.
    var code: Int32
  }

  private let stream: OpaquePointer
  /// Every name with a NUL after it, as the kernel gave them.
  private let text: [UInt8]
  private let names: [Name]

  /// Where a name lies, and its first sixteen bytes as numbers that order as the bytes do: nearly always enough to tell
  /// two names apart.
  private struct Name {
    var start: Int
    var count: Int
    var first: UInt64
    var second: UInt64

    init(_ bytes: UnsafeRawBufferPointer, start: Int) {
      var head: (UInt64, UInt64) = (0, 0)
      withUnsafeMutableBytes(of: &head) { $0.copyBytes(from: bytes.prefix(16)) }
      self.start = start
      count = bytes.count
      first = UInt64(bigEndian: head.0)
      second = UInt64(bigEndian: head.1)
    }
  }

  /// Lists the folder at a path.
  init(_ path: [UInt8]) throws(Refusal) {
    guard let stream = opendir(Folder.cString(path)) else { throw Refusal(code: errno) }
    var text: [UInt8] = []
    var names: [Name] = []
    // The name is as long as the record says, not as the type does.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = UnsafeRawPointer(entry).advanced(by: offset)
      let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name.assumingMemoryBound(to: CChar.self)))
      if Folder.isItselfOrParent(bytes) { continue }
      names.append(Name(bytes, start: text.count))
      text.append(contentsOf: bytes)
      text.append(0)
    }
    let code = errno
    guard code == 0 else {
      closedir(stream)
      throw Refusal(code: code)
    }
    Folder.sort(&names, of: text)
    self.stream = stream
    self.text = text
    self.names = names
  }

  deinit { closedir(stream) }

  /// Names except `.` and `..`.
  var indices: Range<Int> { names.indices }

  /// A name, without a copy.
  subscript(_ index: Int) -> ArraySlice<UInt8> {
    let name = names[index]
    return text[name.start..<name.start + name.count]
  }

  /// What the kernel says of a name; its error number, or zero.
  func look(at index: Int, into status: inout stat, followingLinks: Bool = false) -> Int32 {
    text.withUnsafeBytes { text in
      guard let base = text.baseAddress else { return ENOENT }
      let name = base.advanced(by: names[index].start).assumingMemoryBound(to: CChar.self)
      return fstatat(dirfd(stream), name, &status, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) == 0 ? 0 : errno
    }
  }

  /// A path for the C library.
  static func cString(_ bytes: [UInt8]) -> [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  private static func isItselfOrParent(_ name: UnsafeRawBufferPointer) -> Bool {
    let dot = UInt8(ascii: ".")
    return name.first == dot && (name.count == 1 || name.count == 2 && name[1] == dot)
  }

  private static func sort(_ names: inout [Name], of text: [UInt8]) {
    text.withUnsafeBytes { text in
      guard let base = text.baseAddress else { return }
      names.sort { a, b in
        if a.first != b.first { return a.first < b.first }
        if a.second != b.second { return a.second < b.second }
        guard a.count > 16, b.count > 16 else { return a.count < b.count }
        let common = min(a.count, b.count)
        let order = memcmp(base + a.start, base + b.start, common)
        return order == 0 ? a.count < b.count : order < 0
      }
    }
  }
}
