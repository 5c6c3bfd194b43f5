import Glibc

/// The kernel's word that something in a directory moved: a hint, never the truth.
struct Notifier: ~Copyable {
  /// To be waited for with `poll`; negative where the kernel gives no notification.
  let descriptor: Int32

  private var known: Set<Int32> = []
  /// A directory could not be watched: only looking by itself finds what changes there.
  private(set) var isBlind: Bool

  init() {
    descriptor = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    isBlind = descriptor < 0
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches these directories. True where one of them was not watched before: what changed in it until now was not
  /// told, so that another look is due.
  mutating func watch(_ root: [UInt8], _ directories: [RawPath]) -> Bool {
    guard descriptor >= 0, !directories.isEmpty else { return false }
    let events = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB
        | IN_MODIFY)
    var isNew = false
    isBlind = false
    var present: Set<Int32> = []
    for directory in directories {
      let name = Walk.absolute(root, directory).map { CChar(bitPattern: $0) } + [0]
      let watch = inotify_add_watch(descriptor, name, events | UInt32(IN_ONLYDIR))
      if watch < 0 {
        if errno != ENOENT { isBlind = true }
        continue
      }
      present.insert(watch)
      if !known.contains(watch) { isNew = true }
    }
    // What was moved out of the directory is no longer its business.
    for stale in known.subtracting(present) { inotify_rm_watch(descriptor, stale) }
    known = present
    return isNew
  }

  /// Takes everything that was told. Whatever it was, the answer is the same: look.
  func drain() {
    guard descriptor >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
