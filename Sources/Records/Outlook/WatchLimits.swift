/// What the kernel allows one user to watch (inotify(7)).
public struct WatchLimits: Hashable, Sendable {
  /// Directories, over all programs of the user.
  public let watches: Int?
  /// Programs that watch.
  public let instances: Int?

  /// These limits.
  public init(watches: Int?, instances: Int?) {
    self.watches = watches
    self.instances = instances
  }

  /// As they are now; nil what the kernel does not tell.
  public static var now: WatchLimits {
    WatchLimits(watches: number("max_user_watches"), instances: number("max_user_instances"))
  }

  private static func number(_ name: String) -> Int? {
    let path = Array("/proc/sys/fs/inotify/\(name)".utf8)
    guard let bytes = try? FileSource(realRoot: nil).readUnsized(path) else { return nil }
    return Int(String(decoding: bytes.prefix { $0 != 0x0a }, as: UTF8.self))
  }
}
