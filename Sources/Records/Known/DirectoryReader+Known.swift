public import Policy

extension DirectoryReader {
  /// What the files of `progress` and `targets` gave when a snapshot was last made, as far as it is new: for a store that
  /// keeps what was known when.
  ///
  /// Sums are taken from what is kept; no file is opened. Files that gave the same sums before are left out, whatever
  /// else of them changed.
  ///
  /// - Parameter token: what was told before; nil: tell everything.
  /// - Returns: what is new, and the token to ask with next; nil before anything was read.
  public func known(since token: KnownToken?) -> (totals: KnownTotals, token: KnownToken)? {
    var lent: (root: [UInt8], lexicon: Lexicon, snapshot: Snapshot, files: [RawPath: KeptFile])?
    withKeeper { keeper in
      guard let lexicon = keeper.lexicon, let snapshot = keeper.snapshot else { return }
      lent = (keeper.source.rootBytes, lexicon, snapshot, keeper.files)
    }
    guard let (root, lexicon, snapshot, kept) = lent else { return nil }
    let axes = ProgressAxes(lexicon)
    // Places mean something else under other axes, so that everything must be told again.
    let before = token.flatMap { $0.axes.isSame(as: axes) ? $0.files : nil }
    var files: [RawPath: KnownToken.File] = [:]
    files.reserveCapacity(kept.count)
    var new: [FileTotals] = []
    for (path, file) in kept where file.listed.table == .progress {
      let cells = file.file.progress?.cells ?? Packed()
      files[path] = KnownToken.File(cells: cells, identity: file.file.identity)
      if let before, before[path]?.cells == cells { continue }
      new.append(FileTotals(path: path.text, cells: file.file.progress?.travelling ?? []))
    }
    let gone = (before ?? [:]).keys.filter { files[$0] == nil }.map(\.text)
    let totals = KnownTotals(
      readAt: snapshot.readAt, start: axes.start, districts: axes.districts, items: axes.items,
      files: new.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }, gone: gone.sorted(),
      isWhole: before == nil, targets: snapshot.facts.targets.mapValues(\.target))
    return (totals, KnownToken(axes: axes, root: root, files: files))
  }
}

extension ProgressAxes {
  /// Whether every place means the same on both.
  fileprivate func isSame(as other: ProgressAxes) -> Bool {
    start == other.start && days == other.days && districts == other.districts && items == other.items
  }
}

extension ProgressPartial {
  /// The sums that are not zero, as they leave this room.
  fileprivate var travelling: [FileTotals.Cell] {
    var cells: [FileTotals.Cell] = []
    forEachCell { pair, day, sum, _ in
      if sum != 0 { cells.append(FileTotals.Cell(pair: Int32(clamping: pair), day: Int32(clamping: day), sum: sum)) }
    }
    return cells
  }
}
