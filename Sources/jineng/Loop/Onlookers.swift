import Glibc

/// Who looks at which case: a small file beside the store for each console that looks at one. Nothing hangs on it; it is
/// touched now and then, and one that is old, or of a program that is gone, says nothing.
struct Onlookers: Sendable {
  private let prefix: String
  private let actor: String
  private var shown: Int?
  private var touched = 0.0
  /// What the last look into the folder found.
  private var found: [Int: [String]] = [:]
  private var glance: Glance

  /// A file that was not touched for so long says nothing any more, in seconds.
  private static let forgotten = 30.0
  private static let interval = 10.0

  init(store: String, actor: String) {
    prefix = store + ".looking-"
    self.actor = actor
    glance = Glance(at: store.lastIndex(of: "/").map { String(store[..<$0]) } ?? ".")
  }

  private var own: String { prefix + "\(getpid())" }

  /// What is looked at here; nil: nothing.
  mutating func look(at number: Int?, now: Double) {
    shown = number
    write(now)
  }

  /// Says again what is looked at, now and then.
  mutating func touch(now: Double) { if shown != nil, now - touched >= Onlookers.interval { write(now) } }

  private mutating func write(_ now: Double) {
    touched = now
    guard let shown else {
      unlink(own)
      return
    }
    let temporary = own + ".tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let text = "\(shown)\t\(actor)\n"
    let isWritten = text.utf8CString.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count - 1) }
    close(descriptor)
    if isWritten < 0 || rename(temporary, own) != 0 { unlink(temporary) }
  }

  /// Names by case, of other consoles.
  mutating func others(now: Double) -> [Int: [String]] {
    // Who is there may go without a change in the folder.
    if glance.isDue(now: now) || !found.isEmpty { found = lookAround(now: now) }
    return found
  }

  private func lookAround(now: Double) -> [Int: [String]] {
    let start = prefix.lastIndex(of: "/").map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
    guard let stream = opendir(glance.path) else { return [:] }
    defer { closedir(stream) }
    var found: [Int: [String]] = [:]
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard name.hasPrefix(start), let process = Int32(name.dropFirst(start.count)), process != getpid() else {
        continue
      }
      let path = glance.path + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < 1_000 else { continue }
      let isGone = kill(process, 0) != 0 && errno == ESRCH
      if isGone || now - Double(status.st_mtim.tv_sec) > Onlookers.forgotten {
        unlink(path)
        continue
      }
      guard let text = ConfigFile.text(at: path) else { continue }
      let parts = text.dropLast().split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let number = Int(parts[0]) else { continue }
      found[number, default: []].append(String(parts[1]))
    }
    return found.mapValues { $0.sorted() }
  }

  /// The console is left.
  func leave() { unlink(own) }
}
