/// Where the records are.
public struct DirectorySource: Hashable, Sendable {
  /// The data directory, absolute or relative to the working directory.
  public var root: String
  /// A plan file that wins over the directory's own `plan.toml`; nil: `plan.toml`, else the built-in plan.
  public var planFile: String?

  /// A data directory, and a plan file if one is named.
  public init(root: String, planFile: String? = nil) {
    self.root = root
    self.planFile = planFile
  }

  /// The directory's path as the file system takes it, without a `/` at its end.
  var rootBytes: [UInt8] {
    var bytes = Array(root.utf8.prefix { $0 != 0 })
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return bytes
  }
}
