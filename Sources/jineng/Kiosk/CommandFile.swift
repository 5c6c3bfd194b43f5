import Console
import Glibc
import Policy

/// `kiosk.cmd` beside the configuration: how somebody without a keyboard at the wall display tells it what to show.
///
/// Looked at once a second, read only where it has changed. It counts only where its owner is the display's own user or
/// root, nobody else may write it, and it is an ordinary file of at most 4 KiB.
struct CommandFile {
  private let path: String
  private var seen: Identity?

  /// What tells one state of the file from another.
  private struct Identity: Equatable {
    var device: UInt
    var inode: UInt
    var size: Int
    var modified: timespec
    var changed: timespec

    init(_ status: stat) {
      (device, inode, size) = (UInt(status.st_dev), UInt(status.st_ino), Int(status.st_size))
      (modified, changed) = (status.st_mtim, status.st_ctim)
    }

    static func == (one: Identity, other: Identity) -> Bool {
      one.device == other.device && one.inode == other.inode && one.size == other.size
        && one.modified.tv_sec == other.modified.tv_sec && one.modified.tv_nsec == other.modified.tv_nsec
        && one.changed.tv_sec == other.changed.tv_sec && one.changed.tv_nsec == other.changed.tv_nsec
    }
  }

  enum Look {
    case unchanged
    case gone
    case commands(KioskRemote)
    /// It is there, and does not count.
    case refused(String)
  }

  private static let most = 4096

  init(path: String) { self.path = path }

  mutating func look(today: Day) -> Look {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW)
    guard descriptor >= 0 else {
      defer { seen = nil }
      return seen == nil ? .unchanged : .gone
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .unchanged }
    let identity = Identity(status)
    guard identity != seen else { return .unchanged }
    seen = identity
    if let reason = CommandFile.fault(status) { return .refused(reason) }
    var buffer = [UInt8](repeating: 0, count: CommandFile.most)
    let count = max(0, read(descriptor, &buffer, buffer.count))
    return .commands(KioskRemote(String(decoding: buffer[..<count], as: UTF8.self), today: today))
  }

  private static func fault(_ status: stat) -> String? {
    guard status.st_mode & S_IFMT == S_IFREG else { return "not an ordinary file" }
    guard status.st_uid == geteuid() || status.st_uid == 0 else { return "belongs to another user" }
    guard status.st_mode & (S_IWGRP | S_IWOTH) == 0 else { return "others may write it: chmod 600" }
    guard status.st_size <= most else { return "larger than \(most) bytes" }
    return nil
  }
}
