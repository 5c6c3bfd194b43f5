import Policy

/// What a walk over the data directory found, without opening a file.
struct Listing: Sendable {
  /// Tables' files, ordered by path.
  var files: [ListedFile] = []
  /// `unknown-table` and `unreadable`, each with the path it speaks of.
  var problems: [ListedProblem] = []
  /// Every directory that was entered, for the kernel's notification; the data directory itself first.
  var directories: [RawPath] = []
  /// Directories whose names could not be listed: what lay below them is unknown, not gone.
  var unlisted: Set<RawPath> = []
  /// The plan's own file; nil where there is none.
  var plan: ListedFile.Node?
  /// The directory says that it was made by `jineng demo`.
  var sample = false
  /// The directory itself.
  var root = FileIdentity(device: 0, inode: 0, size: 0, modified: 0, changed: 0)
  /// Its path without links.
  var realRoot: [UInt8] = []

  /// Bytes of all files.
  var bytes: Int64 { files.reduce(0) { $0.addingSaturated($1.size) } }

  /// Whether a path that is missing from ``files`` may still be there.
  func hides(_ path: RawPath) -> Bool {
    if unlisted.isEmpty { return false }
    if unlisted.contains(path) || unlisted.contains(RawPath()) { return true }
    return path.bytes.indices.contains { place in
      path.bytes[place] == UInt8(ascii: "/") && unlisted.contains(RawPath(Array(path.bytes[..<place])))
    }
  }
}

/// A file that belongs to a table.
struct ListedFile: Sendable {
  /// What stands under its name.
  enum Node: Hashable, Sendable {
    /// A regular file.
    case file(FileIdentity)
    /// Something that cannot be read as one.
    case refused(String)
  }

  var path: RawPath
  var table: Table
  var format: FileFormat
  var node: Node

  /// In bytes; 0 for what cannot be read.
  var size: Int64 {
    guard case .file(let identity) = node else { return 0 }
    return max(0, identity.size)
  }
}

/// Something wrong with a name, before any file is opened.
struct ListedProblem: Hashable, Sendable {
  var path: RawPath
  var code: ProblemCode
  var detail: String?
}
