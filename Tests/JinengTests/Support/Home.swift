import Glibc
import PseudoTerminal

/// A home directory of a test's own: configuration, state, temporary files and data, all removed with the value.
final class Home {
  let path: String

  init() throws {
    var template = Array("/tmp/jineng-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw PseudoTerminal.Failure.system("mkdtemp", errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for name in ["config", "state", "tmp", "work"] { mkdir(path + "/" + name, 0o755) }
  }

  deinit { Folder.remove(path) }

  /// Where the program is started: `./data` is looked for here, and exports land here.
  var work: Folder { Folder(path + "/work") }
  /// A data directory that is there.
  var data: Folder {
    mkdir(path + "/data", 0o755)
    return Folder(path + "/data")
  }
  var config: Folder { Folder(path + "/config") }
  /// Where the program makes temporary directories.
  var temporary: Folder { Folder(path + "/tmp") }

  /// Where a running demo keeps its sample.
  var cache: Folder { Folder(path + "/.cache/jineng") }

  /// Exactly this environment and no other; nil removes a variable.
  func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    var environment = [
      "HOME": path, "XDG_CONFIG_HOME": path + "/config", "XDG_STATE_HOME": path + "/state", "TMPDIR": path + "/tmp",
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
    ]
    for (name, value) in changes { environment[name] = value }
    return environment
  }
}

/// A folder with files that tests write in every way people and programs do.
struct Folder {
  let path: String

  init(_ path: String) { self.path = path }

  func absolute(_ name: String) -> String { name.isEmpty ? path : path + "/" + name }

  func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

  /// Writes in place: an existing file is truncated first, or grows.
  func write(_ name: String, bytes: [UInt8], appending: Bool = false) throws {
    makeFolders(above: name)
    let mode = O_WRONLY | O_CREAT | O_CLOEXEC | (appending ? O_APPEND : O_TRUNC)
    let descriptor = open(absolute(name), mode, 0o644)
    guard descriptor >= 0 else { throw PseudoTerminal.Failure.system(absolute(name), errno) }
    defer { close(descriptor) }
    guard bytes.isEmpty || Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw PseudoTerminal.Failure.system(absolute(name), errno)
    }
  }

  func append(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8), appending: true) }

  /// Writes beside the file, under a name that readers ignore, and renames.
  func replace(_ name: String, _ text: String) throws {
    try write(name + ".tmp", text)
    rename(name + ".tmp", to: name)
  }

  func rename(_ name: String, to other: String) {
    makeFolders(above: other)
    Glibc.rename(absolute(name), absolute(other))
  }

  func remove(_ name: String) { Folder.remove(absolute(name)) }

  func makeFolder(_ name: String) {
    makeFolders(above: name)
    mkdir(absolute(name), 0o755)
  }

  private func makeFolders(above name: String) {
    let parts = name.split(separator: "/")
    for count in parts.indices.dropFirst() { mkdir(absolute(parts[..<count].joined(separator: "/")), 0o755) }
  }

  func bytes(_ name: String) -> [UInt8]? {
    let descriptor = open(absolute(name), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return Descriptor.readAll(descriptor)
  }

  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// The names in it, hidden ones too, in order.
  var names: [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Every file below it with its bytes.
  var tree: [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    for name in names {
      if Folder.isDirectory(absolute(name)) {
        for (child, bytes) in Folder(absolute(name)).tree { tree[name + "/" + child] = bytes }
      } else {
        tree[name] = bytes(name)
      }
    }
    return tree
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func remove(_ path: String) {
    guard isDirectory(path) else {
      unlink(path)
      return
    }
    // Names that are no UTF-8 are removed by their bytes.
    var children: [[CChar]] = []
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if name != Array(".".utf8), name != Array("..".utf8) {
          children.append((Array(path.utf8) + [0x2f] + name + [0]).map { CChar(bitPattern: $0) })
        }
      }
      closedir(stream)
    }
    for child in children where unlink(child) != 0 {
      remove(String(decoding: child.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    rmdir(path)
  }
}

enum Descriptor {
  /// Everything until the end.
  static func readAll(_ descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }
}
