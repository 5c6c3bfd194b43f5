import Glibc

/// How often everything is looked at without being told (`data-directory.md`, Live refresh), in nanoseconds.
enum RescanInterval {
  private static let local: Int64 = 15_000_000_000
  private static let network: Int64 = 60_000_000_000
  private static let blind: Int64 = 5_000_000_000

  /// For a directory; `isBlind` where the kernel gives no notification.
  static func of(_ root: [UInt8], isBlind: Bool) -> Int64 {
    isBlind ? blind : isOnNetwork(root) ? network : local
  }

  /// Whether a path lies on a file system that other machines change unheard.
  static func isOnNetwork(_ path: [UInt8]) -> Bool { type(of: path).map { isNetwork(type: $0) } ?? false }

  /// The type of a path's file system as the kernel names it, such as `ext4` or `nfs4`; nil where it cannot be told.
  static func type(of path: [UInt8]) -> String? {
    var status = stat()
    guard stat(path.map { CChar(bitPattern: $0) } + [0], &status) == 0,
      let mounts = try? FileSource(realRoot: nil).readUnsized(Array("/proc/self/mountinfo".utf8))
    else { return nil }
    return type(device: UInt64(status.st_dev), mounts: String(decoding: mounts, as: UTF8.self))
  }

  /// The type of a device's file system by the kernel's list of mounts (`proc(5)`, mountinfo).
  static func type(device: UInt64, mounts: String) -> String? {
    let number = "\(major(device)):\(minor(device))"
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 4, fields[2] == number, let dash = fields.firstIndex(of: "-"),
        fields.indices.contains(dash + 1)
      else { continue }
      return String(fields[dash + 1])
    }
    return nil
  }

  /// Whether other machines change file systems of a type unheard.
  static func isNetwork(type: String) -> Bool { types.contains(type) || type.hasPrefix("fuse.") }

  private static let types: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse", "9p", "ceph", "afs", "glusterfs", "lustre", "virtiofs",
  ]

  // The encoding of `dev_t` in glibc (`makedev(3)`).
  private static func major(_ device: UInt64) -> UInt64 { device >> 8 & 0xFFF | device >> 32 & 0xFFFF_F000 }
  private static func minor(_ device: UInt64) -> UInt64 { device & 0xFF | device >> 12 & 0xFFFF_FF00 }
}
