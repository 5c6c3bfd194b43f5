import Glibc
import Policy

@testable import Records

/// What can happen to a data directory.
extension History {
  /// One to three things happen, perhaps with a glance between them.
  func step() throws {
    for _ in 0..<random.pick([1, 1, 1, 2, 3]) {
      try happen()
      if random.chance(1, of: 3) { glance() }
    }
    // Names that other things took are no longer written to.
    files.removeAll { kind($0.path) == nil || kind($0.path) == .directory }
  }

  private func happen() throws {
    let place = files.isEmpty ? nil : random.number(0..<files.count)
    switch random.number(0..<100) {
    case 0..<22: if let place { try append(place) }
    case 22..<32: if let place { try appendInPart(place) }
    case 32..<38: if let place { try changeWithin(place, andGrow: true) }
    case 38..<42: if let place { try changeWithin(place, andGrow: false) }
    case 42..<49: if let place { try rewrite(place, byRename: random.chance(1, of: 2)) }
    case 49..<54: if let place { try truncateFile(place) }
    case 54..<60: if let place { rename(place, to: freePath(files[place].shape)) }
    case 60..<64: swapNames()
    case 64..<67: if let place { rename(place, to: freePath(random.pick(TableShape.all))) }
    case 67..<72: if let place { remove(place) }
    case 72..<79: try add(random.pick(TableShape.all + [.progress, .progress]), rows: random.number(0..<40))
    case 79..<82: if let place { touch(place) }
    case 82..<87: if let place { try replaceByAnother(place) }
    case 87..<90: try changeDistricts()
    case 90..<93: try changePlan()
    case 93..<96: if let place { try grow(place, to: 140_000) }
    default: try changeTheRest()
    }
  }

  private func isWritable(_ place: Int) -> Bool { kind(files[place].path) == .regular }

  func append(_ place: Int) throws {
    guard isWritable(place) else { return }
    var new = random.chance(4, of: 5) ? files[place].rest : []
    files[place].rest = []
    let count = random.number(0..<30)
    new += rows(files[place], count)
    note("append \(count) rows, \(new.count) bytes, to \(files[place].path)")
    try directory.write(files[place].path, new, append: true)
  }

  /// A row with a quoted line break, cut anywhere; the rest may come with the next append.
  private func appendInPart(_ place: Int) throws {
    guard isWritable(place) else { return }
    let file = files[place]
    var cells = file.columns.map { _ in "" }
    cells[random.number(0..<max(1, cells.count))] = "first\nsecond \"third\""
    let row =
      random.chance(1, of: 2)
      ? rows(file, 1) : file.text.bytes(DelimitedText.row(cells, delimiter: file.delimiter, lineEnd: file.lineEnd))
    guard row.count > 1 else { return }
    let cut = random.number(1..<row.count)
    note("append \(cut) of a row's \(row.count) bytes to \(file.path)")
    try directory.write(file.path, file.rest + row[..<cut], append: true)
    files[place].rest = Array(row[cut...])
  }

  /// Other bytes in the middle of the same file, which may look like an append.
  func changeWithin(_ place: Int, andGrow: Bool) throws {
    guard isWritable(place), var bytes = bytes(files[place].path), bytes.count > 4 else { return }
    let first = random.number(0..<bytes.count)
    let count = min(bytes.count - first, random.number(1..<24))
    for index in first..<(first + count) where bytes[index] >= 0x30 && bytes[index] < 0x39 { bytes[index] += 1 }
    if random.chance(1, of: 4) { bytes[first] = random.pick([0x22, 0x0A, 0x2C, 0xFF, 0x20]) }
    let new = andGrow ? rows(files[place], random.number(1..<20)) : []
    note("change \(count) bytes at \(first) of \(files[place].path) in place, then append \(new.count) bytes")
    try overwrite(files[place].path, bytes, from: first, count: count)
    if andGrow { try directory.write(files[place].path, new, append: true) }
  }

  private func overwrite(_ path: String, _ bytes: [UInt8], from first: Int, count: Int) throws {
    let descriptor = open(directory.absolute(path), O_WRONLY)
    guard descriptor >= 0 else { throw DataDirectory.Failure(errno: errno) }
    defer { close(descriptor) }
    guard pwrite(descriptor, Array(bytes[first..<(first + count)]), count, off_t(first)) == count else {
      throw DataDirectory.Failure(errno: errno)
    }
  }

  private func rewrite(_ place: Int, byRename: Bool) throws {
    guard isWritable(place) else { return }
    let path = files[place].path
    files[place] = HistoryFile(path: path, shape: files[place].shape, &random)
    let count = random.number(0..<50)
    let new = files[place].header + rows(files[place], count)
    note("rewrite \(path) as \(files[place].text) with \(count) rows" + (byRename ? " by rename" : " in place"))
    try directory.write(byRename ? ".next" : path, new)
    if byRename { directory.rename(".next", to: path) }
  }

  func truncateFile(_ place: Int) throws {
    guard isWritable(place), let bytes = bytes(files[place].path) else { return }
    let length = random.chance(1, of: 5) ? 0 : random.number(0..<bytes.count + 1)
    note("truncate \(files[place].path) to \(length) of \(bytes.count) bytes")
    truncate(directory.absolute(files[place].path), off_t(length))
    files[place].rest = []
  }

  private func rename(_ place: Int, to path: String) {
    note("rename \(files[place].path) to \(path)")
    makeFolders(path)
    directory.rename(files[place].path, to: path)
    files[place].path = path
  }

  private func makeFolders(_ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    for count in parts.indices.dropFirst() { directory.makeFolder(parts[..<count].joined(separator: "/")) }
  }

  private func swapNames() {
    guard files.count > 1 else { return }
    let (one, other) = (random.number(0..<files.count), random.number(0..<files.count))
    guard one != other else { return }
    let (a, b) = (files[one].path, files[other].path)
    note("swap \(a) and \(b)")
    directory.rename(a, to: ".swapped")
    if random.chance(1, of: 2) { glance() }
    directory.rename(b, to: a)
    if random.chance(1, of: 2) { glance() }
    directory.rename(".swapped", to: b)
    (files[one].path, files[other].path) = (b, a)
  }

  private func remove(_ place: Int) {
    note("remove \(files[place].path)")
    directory.remove(files[place].path)
    files.remove(at: place)
  }

  private func touch(_ place: Int) {
    note("touch \(files[place].path)")
    directory.setModified(files[place].path, 1_700_000_000 + random.number(0..<1_000))
  }

  /// A pipe, a folder, a link, or something that may not be read, under the file's name.
  private func replaceByAnother(_ place: Int) throws {
    let path = files[place].path
    let way = random.number(0..<6)
    if way == 5 {
      guard geteuid() != 0, isWritable(place) else { return }
      note("forbid or allow \(path)")
      chmod(directory.absolute(path), random.chance(1, of: 2) ? 0 : 0o644)
      return
    }
    Mirror.clear(directory.absolute(path))
    switch way {
    case 0:
      note("a pipe under \(path)")
      directory.makeFifo(path)
    case 1:
      note("a folder with a file under \(path)")
      directory.makeFolder(path)
      let file = HistoryFile(path: path + "/in.csv", shape: files[place].shape, &random)
      try directory.write(file.path, file.header + rows(file, 5))
    case 2:
      note("a link out of the directory under \(path)")
      directory.link(path, to: outside.absolute("secret.csv"))
    case 3:
      let target = random.pick(files).path
      note("a link to \(target) under \(path)")
      directory.link(path, to: directory.absolute(target))
    default:
      note("a link to nothing under \(path)")
      directory.link(path, to: "nothing.csv")
    }
  }

  private func changeDistricts() throws {
    if let place = files.firstIndex(where: { $0.shape.name == "districts" }), random.chance(1, of: 2) {
      return random.chance(1, of: 2) ? remove(place) : try append(place)
    }
    try add(.districts, rows: random.number(0..<8))
  }

  private func changePlan() throws {
    let built = Plan.builtInText
    switch random.number(0..<6) {
    case 0:
      note("a broken plan")
      try setPlan(Array("[plan\n".utf8), isGood: false)
    case 1:
      note("no plan")
      try setPlan(nil, isGood: true)
    case 2:
      note("a plan with a shorter period")
      try setPlan(Array(built.replacing("period_end = 2026-12-31", with: "period_end = 2026-11-30").utf8), isGood: true)
    case 3:
      note("a plan with a key that means nothing")
      try setPlan(Array(built.replacing("year = 2026\n", with: "year = 2026\nmood = 1\n").utf8), isGood: true)
    case 4:
      note("a plan with another stage")
      try setPlan(Array(built.replacing("\"会商\", \"拟订\"", with: "\"拟订\", \"会商\"").utf8), isGood: true)
    default:
      note("a plan with other points")
      try setPlan(Array(built.replacing("points = 20", with: "points = 12").utf8), isGood: true)
    }
  }

  /// Makes a file larger than both ends that the recognition of an append looks at.
  func grow(_ place: Int, to size: Int) throws {
    guard isWritable(place), let old = bytes(files[place].path), old.count < size else { return }
    let some = rows(files[place], 150)
    var new: [UInt8] = []
    while !some.isEmpty && new.count < size { new += some }
    note("append \(new.count) bytes to \(files[place].path)")
    try directory.write(files[place].path, new, append: true)
  }

  /// A file of more than 2 MiB of good rows; returns its place.
  func addLarge() throws -> Int {
    var file = HistoryFile(path: "progress/large.csv", shape: .progress, &random)
    file.columns = Array(TableShape.progress.columns.prefix(4))
    file.headers = ["date", "district", "item", "count"]
    (file.text, file.lineEnd) = (.utf8, "\n")
    let days = Array("2026-03-05,310115,M01.01,12\n2026-04-06,310101,M01.02,345\n".utf8)
    var bytes = file.header
    while bytes.count <= 2 << 20 { bytes += days }
    note("add \(file.path) with \(bytes.count) bytes")
    try directory.write(file.path, bytes)
    files.append(file)
    return files.count - 1
  }

  private func changeTheRest() throws {
    switch random.number(0..<4) {
    case 0:
      note("turn the sample's mark")
      if kind(".sample") == nil { try directory.write(".sample", "") } else { directory.remove(".sample") }
    case 1:
      note("turn a file that belongs to no table")
      if kind("notes.txt") == nil { try directory.write("notes.txt", "x") } else { directory.remove("notes.txt") }
    case 2:
      note("a file that is not finished")
      try directory.write("progress/upload.csv.part", LookTests.header + LookTests.row(5))
    default:
      note("turn the folder of milestones away")
      if kind("milestones") != nil {
        directory.rename("milestones", to: ".away")
      } else {
        directory.rename(".away", to: "milestones")
      }
    }
  }
}
