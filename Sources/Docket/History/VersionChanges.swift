import Policy

/// What a version changed, compared with the one before: for each file the differences of its sums, and the targets.
///
/// Differences lead back from what is known now to any version: they are exact, because they wrap around and so cancel
/// out whatever their size.
struct VersionChanges: Hashable {
  /// A file's differences.
  struct File: Hashable {
    /// The id of its path.
    var path: Int64
    /// In their order, none of them zero.
    var cells: [Cell]
  }

  /// A target that another version of `targets` set otherwise.
  struct Target: Hashable {
    var pair: Int64
    var before: Int64?
    var after: Int64?
  }

  /// By path.
  var files: [File] = []
  /// By pair.
  var targets: [Target] = []

  var isEmpty: Bool { files.isEmpty && targets.isEmpty }

  /// Days are written as their distance from the day on which the version came.
  func packed(on day: Day) -> [UInt8] {
    var writer = PackingWriter()
    writer.signed(Int64(day.number))
    writer.count(files.count)
    var path: Int64 = 0
    for file in files {
      writer.signed(file.path &- path)
      path = file.path
      writer.cells(file.cells, from: day.number)
    }
    writer.count(targets.count)
    for target in targets {
      writer.unsigned(UInt64(target.pair))
      for value in [target.before, target.after] {
        writer.unsigned(value == nil ? 0 : 1)
        if let value { writer.signed(value) }
      }
    }
    return writer.bytes
  }

  init() {}

  init(packed bytes: [UInt8]) throws(PackingFault) {
    var reader = PackingReader(bytes)
    let day = try reader.day(from: 0)
    let count = try reader.count()
    files.reserveCapacity(count)
    var path: Int64 = 0
    for _ in 0..<count {
      path = path &+ (try reader.signed())
      files.append(File(path: path, cells: try reader.cells(from: day)))
    }
    for _ in 0..<(try reader.count()) {
      let pair = try reader.id()
      let before = try reader.unsigned() == 0 ? nil : try reader.signed()
      let after = try reader.unsigned() == 0 ? nil : try reader.signed()
      targets.append(Target(pair: pair, before: before, after: after))
    }
  }
}

extension [Cell] {
  /// What must be added to `old` to have this: both in their order.
  func differences(from old: [Cell]) -> [Cell] {
    var out: [Cell] = []
    var next = 0
    for cell in self {
      while next < old.count, Cell.precedes(old[next], cell) {
        out.append(Cell(pair: old[next].pair, day: old[next].day, value: 0 &- old[next].value))
        next += 1
      }
      var change = cell
      if next < old.count, old[next].pair == cell.pair, old[next].day == cell.day {
        change.value = cell.value &- old[next].value
        next += 1
      }
      if change.value != 0 { out.append(change) }
    }
    for rest in old[next...] { out.append(Cell(pair: rest.pair, day: rest.day, value: 0 &- rest.value)) }
    return out
  }
}
