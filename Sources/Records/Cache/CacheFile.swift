import Glibc
import Policy

/// The file in which what was read of a data directory is kept between runs.
///
/// It is only ever read whole and replaced whole, and is nothing but a memory: where it is torn, of another program or
/// of other rules, it is as if it were not there.
struct CacheFile: Sendable {
  /// Where it lies.
  let path: String
  /// What decides how records are read: content kept under another stamp means nothing.
  let stamp: String

  private static let magic = Array("jineng records 1\n".utf8)
  /// Bytes of the checksum behind that.
  private static let checkLength = 8
  /// A larger file is none of ours, in bytes.
  private static let largest: Int64 = 2 << 30

  /// What lies in a file that is whole: a stamp and the content under it.
  struct Body: Sendable {
    fileprivate var bytes: ArraySlice<UInt8>
    fileprivate var identity: FileIdentity
  }

  /// What lies at a path; nil where there is nothing whole.
  static func body(at path: String) -> Body? {
    guard let file = try? OpenFile(Array(path.utf8), realRoot: nil), file.size <= CacheFile.largest else { return nil }
    let size = Int(file.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = buffer.baseAddress.map { base in (try? file.read(into: base, count: size, at: 0)) ?? 0 } ?? 0
    }
    let head = CacheFile.magic.count + CacheFile.checkLength
    guard bytes.count == size, size >= head, bytes.starts(with: CacheFile.magic) else { return nil }
    let body = bytes[head...]
    var checksum = Checksum()
    body.withUnsafeBytes { checksum.take($0) }
    let told = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: CacheFile.magic.count, as: UInt64.self) }
    return UInt64(littleEndian: told) == checksum.value ? Body(bytes: body, identity: file.identity) : nil
  }

  /// What was kept; nil where there is nothing to be trusted. `early` may have read it already.
  func read(_ early: EarlyCache? = nil) -> ArraySlice<UInt8>? {
    guard let body = early?.body(at: path) ?? CacheFile.body(at: path) else { return nil }
    var reader = PackedReader(Packed(body.bytes))
    guard reader.text() == stamp, let content = reader.slice(), reader.isAtEnd else { return nil }
    markUsed(body.identity)
    return content.bytes
  }

  /// Replaces it; false where that cannot be done, which costs nothing but time.
  func write(_ content: [UInt8]) -> Bool {
    var body = PackedWriter()
    body.text(stamp)
    body.count(content.count)
    body.append(content[...])
    var checksum = Checksum()
    body.bytes.withUnsafeBytes { checksum.take($0) }
    let check = withUnsafeBytes(of: checksum.value.littleEndian) { Array($0) }
    makeFolder()
    let temporary = "\(path).\(getpid()).tmp"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    let isWritten = [CacheFile.magic, check, body.bytes]
      .allSatisfy { CacheFile.put($0, descriptor) }
    guard close(descriptor) == 0, isWritten, rename(temporary, path) == 0 else {
      unlink(temporary)
      return false
    }
    removeForgotten()
    return true
  }

  private static func put(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// Caches that nobody used for so long are of directories that are no more, in seconds.
  private static let forgotten: Double = 60 * 86_400

  /// Its time tells when it was used last, to a day.
  private func markUsed(_ identity: FileIdentity) {
    if ClockReading.now.wall - identity.modifiedSeconds > 86_400 { utimensat(AT_FDCWD, path, nil, 0) }
  }

  private func removeForgotten() {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      var status = stat()
      guard name.hasSuffix(".records") || name.hasSuffix(".tmp"), lstat("\(folder)/\(name)", &status) == 0,
        NodeKind(status) == .regular,
        ClockReading.now.wall - FileIdentity(status).modifiedSeconds > CacheFile.forgotten
      else { continue }
      unlink("\(folder)/\(name)")
    }
  }

  private var folder: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

  /// Makes its folder and all above, for nobody else to read.
  private func makeFolder() {
    var made = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
  }
}

extension CacheFile {
  /// The file for a directory as it is read now; nil where nothing is to be kept, or it would lie in the directory.
  init?(_ source: DirectorySource, realRoot: [UInt8], plan: PlanInForce, lexicon: Lexicon) {
    guard let path = CacheFile.path(source, realRoot: realRoot) else { return nil }
    self.path = path
    var stamp = PackedWriter()
    stamp.text(CacheFile.program)
    stamp.text(plan.digest ?? "")
    for district in lexicon.districts {
      for text in [district.code.rawValue, district.name, district.short, district.pinyin, district.initials] {
        stamp.text(text)
      }
    }
    self.stamp = Digest.text(stamp.bytes)
  }

  /// Where the cache of a directory lies; nil where there is to be none, or it would lie in the directory.
  static func path(_ source: DirectorySource, realRoot: [UInt8]) -> String? {
    guard let folder = source.cacheFolder, folder.hasPrefix("/"), !realRoot.isEmpty,
      !FileSource.isInside(Array(folder.utf8), realRoot)
    else { return nil }
    return "\(folder)/\(source.fingerprint(realRoot)).records"
  }

  /// The program itself: another build may have other rules.
  private static let program: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "" }
    let identity = FileIdentity(status)
    return "\(identity.size) \(identity.modified)"
  }()
}
