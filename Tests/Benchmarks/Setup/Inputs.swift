import Glibc

/// A data directory whose progress rows every program can read.
struct Input {
  let directory: String
  let rows: Int
  /// The files of the progress table.
  let files: [String]
  /// The same as other programs take them, with `*`.
  let pattern: String

  /// Bytes of ``files``.
  var bytes: Int { files.reduce(0) { $0 + Files.size($1) } }

  var name: String { "\(Words.rows(rows)) rows, \(Words.rows(files.count)) \(files.count == 1 ? "file" : "files")" }
}

extension Bench {
  /// Where the inputs of reading lie: in a folder that stays, if one is named, so that they are made only once.
  private var inputs: String { options.inputs ?? folder }

  /// Makes an input unless it is there; one that was not made to its end is not taken for one.
  private func make(_ directory: String, _ body: (String) throws -> Void) throws {
    if Files.isFolder(directory) { return }
    let part = directory + ".part"
    Files.remove(part)
    try body(part)
    guard rename(part, directory) == 0 else { throw Trouble.cannot("\(directory): cannot be made") }
  }

  /// All rows in one file.
  func oneFile(_ rows: Int, districts: Int? = nil) throws -> Input {
    let directory = inputs + "/one-\(rows)" + (districts.map { "-\($0)" } ?? "")
    let more = districts.map { ["--districts", String($0)] } ?? []
    try make(directory) { try demo($0, ["--layout", "one", "--rows", String(rows)] + more) }
    let file = directory + "/progress.csv"
    return Input(directory: directory, rows: rows, files: [file], pattern: file)
  }

  /// A file for each of 16 districts and 365 days.
  func dailyFiles(_ rows: Int) throws -> Input {
    let directory = inputs + "/daily-\(rows)"
    try make(directory) { try demo($0, ["--layout", "daily", "--rows", String(rows)]) }
    return Input(
      directory: directory, rows: rows, files: Files.below(directory + "/progress"),
      pattern: directory + "/progress/*/*.csv")
  }

  /// The rows of ``oneFile(_:districts:)`` cut into so many files of about the same size.
  func cutFiles(_ rows: Int, into count: Int) throws -> Input {
    let whole = try oneFile(rows)
    let directory = inputs + "/cut-\(rows)-\(count)"
    try make(directory) { directory in
      mkdir(directory, 0o755)
      for name in Files.names(in: whole.directory) where name != "progress.csv" {
        try Cutting.copy(whole.directory + "/" + name, to: directory + "/" + name)
      }
      mkdir(directory + "/progress", 0o755)
      try Cutting.cut(whole.files[0], into: count, folder: directory + "/progress")
    }
    return Input(
      directory: directory, rows: rows, files: Files.below(directory + "/progress"),
      pattern: directory + "/progress/*.csv")
  }

  /// Removes what a later measure does not need.
  func discard(_ input: Input) {
    if !options.keep, options.inputs == nil { Files.remove(input.directory) }
  }
}
