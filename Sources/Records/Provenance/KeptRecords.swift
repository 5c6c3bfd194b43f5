import Policy

/// What a reader keeps, lent for looking up where a figure comes from: copied under the lock, used without it.
struct KeptRecords: Sendable {
  var root: [UInt8]
  var realRoot: [UInt8]
  var lexicon: Lexicon
  var snapshot: Snapshot
  /// Ordered by path.
  var files: [KeptFile]

  /// Nil before anything was read.
  init?(_ keeper: Keeper) {
    guard let lexicon = keeper.lexicon, let snapshot = keeper.snapshot else { return nil }
    root = keeper.source.rootBytes
    realRoot = keeper.listing.realRoot
    self.lexicon = lexicon
    self.snapshot = snapshot
    files = keeper.ordered
  }

  /// The file of that name.
  func file(_ path: String) -> KeptFile? { files.first { $0.listed.path.text == path } }

  /// Which rows speak of a figure.
  func keys(_ figure: Figure, _ asOf: Day) -> FigureKeys {
    let projects: [String]
    switch figure {
    case .base(let id):
      projects = snapshot.facts.projects.filter { $0.base == id && $0.approvedOn <= asOf }.map(\.id)
    case .project(let id): projects = [id]
    default: projects = []
    }
    return FigureKeys(figure: figure, lexicon: lexicon, asOf: asOf, projects: Set(projects))
  }

  /// Files of the record tables that may speak of the figure, and those by which their rows are accepted.
  func files(for keys: FigureKeys) -> [KeptFile] {
    files.filter { kept in
      let table = kept.listed.table
      return table != .progress && (keys.keys(of: table) != nil || KeptRecords.references.contains(table))
    }
  }

  /// The digest of a file, if it still is what was read; else nil.
  func digest(of path: String) -> String? {
    guard let kept = file(path), kept.stale == nil, let identity = kept.file.identity else { return nil }
    return try? FileSource(realRoot: realRoot).read(Walk.absolute(root, kept.listed.path)) {
      (file) throws(ReadFault) -> String? in
      guard file.identity == identity else { throw .unstable }
      return try Digest.of(file, count: file.size)?.text
    }
  }

  /// Tables by whose ids rows of others are accepted.
  private static let references: Set<Table> = [.institutions, .bases, .projects]
}
