import Policy

/// Finds what was kept of the files of a listing, and which sums follow from that.
struct KnownFiles {
  private let records: CachedRecords
  private var places: [InodeKey: Int] = [:]
  private var isUsed: [Bool]
  /// Paths whose content was known.
  private(set) var taken: Set<RawPath> = []

  init(_ records: CachedRecords = CachedRecords(files: [], ledger: nil)) {
    self.records = records
    isUsed = Array(repeating: false, count: records.files.count)
    places.reserveCapacity(records.files.count)
    for (place, known) in records.files.enumerated() {
      if let identity = known.file.value.identity { places[InodeKey(identity)] = place }
    }
  }

  /// What a file gives that has not changed since it was kept; nil where it must be read.
  mutating func content(of listed: ListedFile, withDigest: Bool) -> Boxed<TableFile>? {
    guard let (place, known, identity) = known(listed), known.file.value.identity == identity,
      !withDigest || known.file.value.sha256 != nil, !isUsed[place]
    else { return nil }
    isUsed[place] = true
    taken.insert(listed.path)
    return known.file.value.path == listed.path ? known.file : Boxed(known.file.value.renamed(to: listed.path))
  }

  /// What a file gave before it grew, perhaps.
  func before(_ listed: ListedFile) -> TableFile? {
    guard let (_, known, identity) = known(listed), let size = known.file.value.identity?.size, identity.size > size,
      known.file.value.resume != nil
    else { return nil }
    return known.file.value
  }

  private func known(_ listed: ListedFile) -> (Int, CachedFile, FileIdentity)? {
    guard listed.table == .progress, case .file(let identity) = listed.node, let place = places[InodeKey(identity)],
      records.files[place].format == listed.format
    else { return nil }
    return (place, records.files[place], identity)
  }

  /// The sums of the files that were taken; nil where adding up all files is as quick.
  func ledger() -> ProgressLedger? {
    guard var ledger = records.ledger, taken.count * 2 > records.files.count else { return nil }
    for (place, known) in records.files.enumerated() where !isUsed[place] {
      if let sums = known.file.value.progress { ledger.remove(sums) }
    }
    return ledger
  }
}
