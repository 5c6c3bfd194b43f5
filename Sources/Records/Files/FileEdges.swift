/// Digests of the first and the last 64 KiB of a file's beginning, for telling an append from a rewrite
/// (`data-directory.md`, Live refresh).
struct FileEdges: Hashable, Sendable {
  var first: String
  var last: String

  static let size: Int64 = 64 << 10

  /// The edges of a file's first `count` bytes; nil where it is shorter.
  static func of(_ file: OpenFile, count: Int64) throws(ReadFault) -> FileEdges? {
    var first = Digest()
    var last = Digest()
    guard try first.take(file, from: 0, to: min(FileEdges.size, count)),
      try last.take(file, from: max(0, count - FileEdges.size), to: count)
    else { return nil }
    return FileEdges(first: first.text, last: last.text)
  }
}
