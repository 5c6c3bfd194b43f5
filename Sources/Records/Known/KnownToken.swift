import Glibc

/// What a reader knew at a moment: with it, the reader tells later what has changed since.
public struct KnownToken: Sendable {
  struct File: Sendable {
    /// Sums by pair and day; empty: none.
    var cells: Packed
    /// What stood under the name when the sums were read; nil where the file could not be read.
    var identity: FileIdentity?
  }

  /// What decides what a place on the axes means.
  let axes: ProgressAxes
  let root: [UInt8]
  /// The `progress` files.
  let files: [RawPath: File]

  /// Whether what was read under a name, or that there was nothing, is still true of the directory.
  ///
  /// It looks at the file, not into it.
  public func isCurrent(_ path: String) -> Bool {
    // A name that is not UTF-8 is told in other bytes than it has: it is looked for among all.
    let raw = files[RawPath(path)] == nil ? files.keys.first { $0.text == path } : RawPath(path)
    var status = stat()
    let name = Walk.absolute(root, raw ?? RawPath(path)).map { CChar(bitPattern: $0) } + [0]
    let isThere = stat(name, &status) == 0
    guard let raw, let known = files[raw] else { return !isThere }
    return isThere && known.identity == FileIdentity(status)
  }
}
