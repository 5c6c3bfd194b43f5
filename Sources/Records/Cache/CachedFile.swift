import Policy

/// A `progress` file as it was read once, and what may be read of it again without looking into it.
struct CachedFile: Sendable {
  var format: FileFormat
  var file: Boxed<TableFile>

  /// Whether what was read of a kept file will still be true of it as long as its identity stays the same.
  static func isKeepable(_ kept: KeptFile) -> Bool {
    kept.listed.table == .progress && kept.isGood && kept.refusal == nil && kept.delay == nil && !kept.needsProof
      && !kept.isMistrusted && kept.file.growth == nil && !kept.file.isUnfinished
  }
}

extension CacheWriter {
  /// A file; its district places are on the axis of `axes`.
  mutating func file(_ cached: CachedFile, _ axes: ProgressAxes) {
    let file = cached.file.value
    guard let identity = file.identity else { return }
    word(cached.format.rawValue)
    slice(Packed(file.path.bytes[...]))
    word(file.encoding)
    slice(Packed(Array((file.sha256 ?? "").utf8)[...]))
    packed.unsigned(identity.device)
    packed.unsigned(identity.inode)
    packed.signed(identity.size)
    packed.signed(identity.modified)
    packed.signed(identity.changed)
    packed.count(file.headers.count)
    for header in file.headers { word(header) }
    problems(file.fileProblems)
    flag(file.tally != nil)
    if let tally = file.tally { self.tally(tally) }
    flag(file.progress != nil)
    if let sums = file.progress { partial(sums) }
    let places = file.districts.compactMap { axes.districts.firstIndex(of: $0) }
    packed.count(places.count)
    for place in places { packed.count(place) }
    flag(file.resume != nil)
    if let resume = file.resume {
      packed.signed(resume.offset)
      packed.count(resume.line)
      packed.text(resume.edges.first)
      packed.text(resume.edges.last)
    }
  }

  private mutating func partial(_ sums: ProgressPartial) {
    packed.signed(sums.rows)
    packed.signed(sums.magnitude)
    slice(sums.cells)
    slice(sums.institutions)
    slice(sums.trained)
    slice(sums.traits)
  }

  private mutating func tally(_ tally: ScanTally) {
    problems(tally.problems)
    packed.count(tally.rejected)
    packed.count(tally.watched.count)
    for column in tally.watched {
      packed.count(column.field)
      word(column.header)
      optional(column.place)
      flag(column.isPersonal)
      packed.count(column.suspicion.filled)
      packed.count(column.suspicion.looks.count)
      for look in column.suspicion.looks { flag(look) }
    }
  }

  private mutating func problems(_ problems: [Problem]) {
    packed.count(problems.count)
    for problem in problems {
      optional(problem.line)
      word(problem.column)
      word(problem.code.rawValue)
      word(problem.detail)
      word(problem.district?.rawValue)
    }
  }
}

extension CacheReader {
  mutating func file(_ axes: ProgressAxes, latestBirth: Day) throws(CacheFault) -> CachedFile {
    guard let format = FileFormat(rawValue: try word() ?? "") else { throw CacheFault() }
    var file = TableFile(path: RawPath(Array(try slice().bytes)), table: .progress)
    file.encoding = try word()
    let digest = try slice()
    file.sha256 = digest.bytes.isEmpty ? nil : String(decoding: digest.bytes, as: UTF8.self)
    file.identity = FileIdentity(
      device: try unsigned(), inode: try unsigned(), size: try signed(), modified: try signed(), changed: try signed())
    file.headers = try list { (reader) throws(CacheFault) in try reader.word() }
    let path = file.path.text
    file.fileProblems = try problems(path)
    if try flag() { file.tally = try tally(path, latestBirth) }
    if try flag() { file.progress = try partial() }
    file.districts = try list { (reader) throws(CacheFault) in
      let place = try reader.number()
      guard axes.districts.indices.contains(place) else { throw CacheFault() }
      return axes.districts[place]
    }
    if try flag() {
      file.resume = ResumePoint(
        offset: try signed(), line: try number(), edges: FileEdges(first: try text(), last: try text()))
    }
    return CachedFile(format: format, file: Boxed(file))
  }

  private mutating func list<Element>(
    _ next: (inout CacheReader) throws(CacheFault) -> Element
  ) throws(CacheFault) -> [Element] {
    let count = try count()
    var all: [Element] = []
    all.reserveCapacity(count)
    for _ in 0..<count { all.append(try next(&self)) }
    return all
  }

  private mutating func partial() throws(CacheFault) -> ProgressPartial {
    ProgressPartial(
      rows: try signed(), magnitude: try signed(), cells: try slice(), institutions: try slice(),
      trained: try slice(), traits: try slice())
  }

  private mutating func tally(_ path: String, _ latestBirth: Day) throws(CacheFault) -> ScanTally {
    let problems = try problems(path)
    let rejected = try number()
    let watched = try list { (reader) throws(CacheFault) in
      ScanTally.Watched(
        field: try reader.number(), header: try reader.word() ?? "", place: try reader.optional(),
        isPersonal: try reader.flag(),
        suspicion: ColumnSuspicion(
          latestBirth: latestBirth, filled: try reader.number(),
          looks: try reader.list { (reader) throws(CacheFault) in try reader.flag() }))
    }
    return ScanTally(problems: problems, rejected: rejected, watched: watched)
  }

  private mutating func problems(_ path: String) throws(CacheFault) -> [Problem] {
    try list { (reader) throws(CacheFault) in
      let line = try reader.optional()
      let column = try reader.word()
      guard let code = ProblemCode(rawValue: try reader.word() ?? "") else { throw CacheFault() }
      return Problem(
        path: path, line: line, column: column, code: code, detail: try reader.word(),
        district: try reader.word().map { DistrictCode(rawValue: $0) })
    }
  }
}
