package import Glibc

/// What tells one state of a file from another without reading it.
///
/// A file has changed when any of these has (`data-directory.md`, Live refresh); times are nanoseconds since 1970.
package struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var inode: UInt64
  var size: Int64
  var modified: Int64
  var changed: Int64

  init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  /// Of what `stat` told.
  package init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = FileIdentity.nanoseconds(status.st_mtim)
    changed = FileIdentity.nanoseconds(status.st_ctim)
  }

  /// Whether both are the same file, whatever its content.
  func isSameFile(as other: FileIdentity) -> Bool { device == other.device && inode == other.inode }

  /// When the content last changed, in seconds since 1970-01-01 UTC.
  package var modifiedSeconds: Double { Double(modified) / 1_000_000_000 }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    let (whole, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? (time.tv_sec < 0 ? .min : .max) : whole.addingReportingOverflow(Int64(time.tv_nsec)).partialValue
  }
}

/// What kind of thing a name in the file system stands for.
enum NodeKind: Sendable {
  case regular
  case directory
  case link
  /// A FIFO, socket or device.
  case other

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}
