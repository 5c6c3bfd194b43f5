import Glibc
import Policy
import Sample
import Testing

/// A sample on disk, read back by a reader of the tests' own.
struct SampleDirectory {
  /// A row with its file and its fields by header.
  struct Row {
    var path: String
    var fields: [String]
    var header: [String]

    /// The field under the first of `names` that the header has; empty where it has none.
    func value(_ names: String...) -> String {
      for name in names {
        if let index = header.firstIndex(of: name), index < fields.count { return fields[index] }
      }
      return ""
    }
  }

  let path: String

  /// An empty folder of its own below `/tmp`.
  static func make() throws -> SampleDirectory {
    var template = Array("/tmp/sample-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard made else { throw SampleError.cannotWrite(path: "/tmp", code: errno) }
    return SampleDirectory(path: String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// A sample of the built-in plan, handed to `body` and removed after it.
  static func with<T>(_ options: SampleOptions = SampleOptions(), _ body: (SampleDirectory) throws -> T) throws -> T {
    let directory = try make()
    defer { directory.remove() }
    try SampleWriter(plan: try Plan.builtIn(), options: options).write(to: directory.path)
    return try body(directory)
  }

  /// Every file's bytes by its path below the directory.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var folders = [""]
    while let folder = folders.popLast() {
      for name in try names(in: folder.isEmpty ? path : path + "/" + folder) {
        let below = folder.isEmpty ? name : folder + "/" + name
        var status = stat()
        try #require(stat(path + "/" + below, &status) == 0)
        if status.st_mode & S_IFMT == S_IFDIR { folders.append(below) } else { files[below] = try bytes(of: below) }
      }
    }
    return files
  }

  /// Rows of a table in the order of path and line, without the header; fields are trimmed of nothing.
  func rows(of table: String) throws -> [Row] {
    let all = try files()
    return try all.keys.sorted().filter { $0.split(whereSeparator: { "/.".contains($0) }).first ?? "" == table }
      .flatMap { path in
        let lines = SampleText.lines(try SampleText.decoded(all[path] ?? []), tabs: path.hasSuffix(".tsv"))
        let header = (lines.first ?? []).map { SampleText.plainHeader($0) }
        return lines.dropFirst().map { Row(path: path, fields: $0, header: header) }
      }
  }

  /// Headers of every file of a table, as they stand.
  func headers(of table: String) throws -> [[String]] {
    let all = try files()
    return try all.keys.sorted().filter { $0.split(whereSeparator: { "/.".contains($0) }).first ?? "" == table }
      .map { SampleText.lines(try SampleText.decoded(all[$0] ?? []), tabs: $0.hasSuffix(".tsv")).first ?? [] }
  }

  func remove() {
    _ = try? removeTree(path)
  }

  private func removeTree(_ folder: String) throws {
    for name in try names(in: folder) {
      let path = folder + "/" + name
      if unlink(path) != 0 { try removeTree(path) }
    }
    rmdir(folder)
  }

  private func names(in folder: String) throws -> [String] {
    let stream = try #require(opendir(folder))
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private func bytes(of file: String) throws -> [UInt8] {
    let descriptor = open(path + "/" + file, O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count <= 0 { return bytes }
      bytes += chunk.prefix(count)
    }
  }
}
