import Glibc

/// Drives that other machines change, where nobody tells of changes and locks may not hold.
public enum NetworkDrive {
  /// Whether a path lies on one.
  public static func holds(_ path: String) -> Bool { RescanInterval.isOnNetwork(Array(path.utf8)) }
}

/// The file system that a path lies on.
public struct FileSystem: Hashable, Sendable {
  /// As the kernel names it: `ext4`, `nfs4`, `fuse.sshfs` …; nil where it cannot be told.
  public let type: String?
  /// Other machines change it, and the kernel does not tell.
  public let isNetwork: Bool
  /// Bytes that are free to this user.
  public let free: Int64
}

extension FileSystem {
  /// Of a path that is there; nil where it is not.
  public init?(of path: String) {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    type = RescanInterval.type(of: Array(path.utf8))
    isNetwork = type.map { RescanInterval.isNetwork(type: $0) } ?? false
    let (bytes, overflow) = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
    free = overflow ? .max : Int64(clamping: bytes)
  }
}
