/// Where the records are.
public struct DirectorySource: Hashable, Sendable {
  /// The data directory, absolute or relative to the working directory.
  public var root: String
  /// A plan file that wins over the directory's own `plan.toml`; nil: `plan.toml`, else the built-in plan.
  public var planFile: String?
  /// Where what was read may be kept for the next run, as an absolute path; nil: nowhere. It is made where it is missing.
  public var cacheFolder: String?

  /// A data directory, a plan file if one is named, and a folder for the cache if there is to be one.
  public init(root: String, planFile: String? = nil, cacheFolder: String? = nil) {
    self.root = root
    self.planFile = planFile
    self.cacheFolder = cacheFolder
  }

  /// The directory's path as the file system takes it, without a `/` at its end.
  var rootBytes: [UInt8] {
    var bytes = Array(root.utf8.prefix { $0 != 0 })
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return bytes
  }
}
