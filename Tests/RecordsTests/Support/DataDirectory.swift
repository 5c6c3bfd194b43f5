import Glibc
import Policy
import Testing

@testable import Records

/// A data directory of a test's own, removed with the value.
final class DataDirectory {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    var template = Array("/tmp/records-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for (name, text) in files { try write(name, text) }
  }

  deinit { DataDirectory.remove(path) }

  struct Failure: Error {
    var errno: Int32
  }

  func absolute(_ name: String) -> String { path + "/" + name }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8], append: Bool = false) throws {
    let parts = name.split(separator: "/").map(String.init)
    for count in parts.indices.dropFirst() { mkdir(absolute(parts[..<count].joined(separator: "/")), 0o755) }
    let descriptor = open(absolute(name), O_WRONLY | O_CREAT | (append ? O_APPEND : O_TRUNC), 0o644)
    guard descriptor >= 0 else { throw Failure(errno: errno) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { throw Failure(errno: errno) }
      rest = rest.dropFirst(written)
    }
  }

  func remove(_ name: String) { unlink(absolute(name)) }

  static func rename(_ from: [CChar], _ to: [CChar]) -> Int32 { Glibc.rename(from, to) }

  func rename(_ name: String, to other: String) { Glibc.rename(absolute(name), absolute(other)) }

  func link(_ name: String, to target: String) { symlink(target, absolute(name)) }

  func makeFolder(_ name: String) { mkdir(absolute(name), 0o755) }

  /// Sets the time of a file's last change, in seconds since 1970.
  func setModified(_ name: String, _ seconds: Int) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    _ = [time, time].withUnsafeBufferPointer { utimensat(AT_FDCWD, absolute(name), $0.baseAddress, 0) }
  }

  var reader: DirectoryReader { DirectoryReader(DirectorySource(root: path)) }

  func read() throws -> Snapshot { try reader.read() }

  static func remove(_ path: String) {
    if let stream = opendir(path) {
      var names: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
          String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != "." && name != ".." { names.append(name) }
      }
      closedir(stream)
      for name in names {
        var status = stat()
        let child = path + "/" + name
        if lstat(child, &status) == 0, NodeKind(status) == .directory { remove(child) } else { unlink(child) }
      }
    }
    rmdir(path)
  }
}

/// Reads a directory of these files.
func snapshot(_ files: [String: String]) throws -> Snapshot { try DataDirectory(files).read() }

extension Snapshot {
  /// Every problem as `path:line code column`, for comparing at a glance.
  var told: [String] {
    problems.map { "\($0.path):\($0.line.map(String.init) ?? "-") \($0.code.rawValue) \($0.column ?? "-")" }
  }

  func report(_ path: String) -> FileReport? { files.first { $0.path == path } }

  /// The sum of an item's counts in a district over the whole period.
  func actual(_ district: String, _ item: String) -> Int64? {
    guard let place = facts.progress.districts.firstIndex(of: DistrictCode(rawValue: district)),
      let column = facts.progress.items.firstIndex(of: ItemID(rawValue: item))
    else { return nil }
    return facts.progress.sum(district: place, item: column, from: plan.periodStart, through: plan.periodEnd)
  }
}

extension DataDirectory {
  func renameRoot(to other: String) { Glibc.rename(path, other) }

  func renameRoot(from other: String) { Glibc.rename(other, path) }

  func makeFifo(_ name: String) { mkfifo(absolute(name), 0o644) }

  func identity(_ name: String) throws -> FileIdentity {
    var status = stat()
    guard stat(absolute(name), &status) == 0 else { throw Failure(errno: errno) }
    return FileIdentity(status)
  }
}

extension DirectoryReader {
  /// Makes the reader believe that it read a file in this state.
  func pretend(_ name: String, is identity: FileIdentity) throws {
    withKeeper { keeper in
      keeper.note(RawPath(name)) {
        $0.listed.node = .file(identity)
        $0.file.identity = identity
      }
    }
  }
}
