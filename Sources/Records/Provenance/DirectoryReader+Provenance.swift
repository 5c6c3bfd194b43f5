public import Policy

extension DirectoryReader {
  /// Which files gave a figure, and what each of them gave; nil before anything was read.
  ///
  /// It looks at what is kept. `digests` asks for digests that nobody has computed yet; only for them a file is opened.
  public func provenance(of figure: Figure, asOf: Day, digests: Bool = false) -> Provenance? {
    guard let records = records() else { return nil }
    var provenance = Provenance(of: figure, asOf: asOf, records)
    if digests {
      for index in provenance.files.indices where provenance.files[index].sha256 == nil {
        provenance.files[index].sha256 = records.digest(of: provenance.files[index].path)
      }
    }
    return provenance
  }

  /// The rows of a file that speak of a figure, read from the file now.
  ///
  /// It may take as long as the file was first read: now and then `isCancelled` is asked, and `advanced` told of the
  /// share of the file that was gone through, from 0 to 1; of a workbook nothing is told.
  public func sourceRows(
    _ request: SourceRowsRequest, isCancelled: () -> Bool = { false }, advanced: (Double) -> Void = { _ in }
  ) throws(SourceRowsError) -> SourceRows {
    guard let records = records(), let kept = records.file(request.path) else { throw .unknownFile }
    return try SourceReading(records, kept, request).rows(isCancelled, advanced)
  }

  /// What is kept now; nil before anything was read.
  func records() -> KeptRecords? {
    var records: KeptRecords?
    withKeeper { records = KeptRecords($0) }
    return records
  }
}

extension Provenance {
  init(of figure: Figure, asOf: Day, _ records: KeptRecords) {
    let keys = records.keys(figure, asOf)
    let own = records.files(for: keys)
    let trace = RecordTrace(own.map(\.content), keys, records.snapshot.facts)
    func place(_ place: (file: Int, line: Int)) -> SourcePlace {
      SourcePlace(path: own[place.file].listed.path.text, line: place.line)
    }
    var files: [SourceFile] = []
    for (index, kept) in own.enumerated() {
      guard let share = trace.shares[index] else { continue }
      var file = SourceFile(kept, rows: share.lines.count, value: share.value)
      file.previous = Provenance.previous(index, own, keys, records)
      file.superseded = share.superseded.count
      file.supersededBy = share.winner.map { place($0) }
      files.append(file)
    }
    let axes = ProgressAxes(records.lexicon)
    for kept in records.files where kept.listed.table == .progress {
      guard let part = Provenance.part(of: kept.file, keys, axes) else { continue }
      var file = SourceFile(kept, rows: part.rows, value: .count(part.value))
      file.previous = kept.previous.map { .count(Provenance.part(of: $0.value, keys, axes)?.value ?? 0) }
      files.append(file)
    }
    self.init(
      figure: figure, asOf: asOf, files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      target: trace.target.map { place($0) })
  }

  /// A `progress` file's part; nil where none of its rows speaks of the figure.
  private static func part(of file: TableFile, _ keys: FigureKeys, _ axes: ProgressAxes) -> ProgressContribution? {
    switch keys.figure {
    case .counted(let item, let district):
      ProgressContribution.counted(item, district, of: file, through: keys.asOf, axes)
    case .institution(let id): ProgressContribution.trained(id, of: file, through: keys.asOf, axes)
    default: nil
    }
  }

  /// What a record file's version before gave beside all other files as they are now; nil where it is not kept.
  private static func previous(
    _ index: Int, _ own: [KeptFile], _ keys: FigureKeys, _ records: KeptRecords
  ) -> SourceValue? {
    guard let before = own[index].previous else { return nil }
    var files = own.map(\.content)
    files[index] = before
    return RecordTrace(files, keys, records.snapshot.facts).shares[index]?.value
  }
}

extension SourceFile {
  fileprivate init(_ kept: KeptFile, rows: Int?, value: SourceValue?) {
    let identity = kept.file.identity ?? kept.identity
    self.init(
      path: kept.listed.path.text, table: kept.listed.table.rawValue, encoding: kept.file.encoding, rows: rows,
      value: value, previous: nil, sha256: kept.file.sha256, size: identity?.size ?? 0,
      modified: identity?.modifiedSeconds ?? 0, stale: kept.stale)
  }
}
