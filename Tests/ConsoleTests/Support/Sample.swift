import Console
import Policy
import Records
import Sample

/// Directories as the console gets them, with every moment in them made the same on each run.
enum Directories {
  /// Reads a directory and computes its board.
  static func read(_ root: String, asOf: Day = Clock.today) throws -> Loaded { try opened(root, asOf: asOf).loaded }

  /// The same with the reader, which tells where figures come from.
  static func opened(_ root: String, asOf: Day = Clock.today) throws -> (loaded: Loaded, reader: DirectoryReader) {
    let reader = DirectoryReader(DirectorySource(root: root))
    return (loaded(settled(try reader.read()), asOf: asOf), reader)
  }

  static func loaded(_ snapshot: Snapshot, asOf: Day = Clock.today) -> Loaded {
    Loaded(
      snapshot: snapshot, board: Board(plan: snapshot.plan, facts: snapshot.facts, asOf: held(asOf, snapshot.plan)))
  }

  static func held(_ day: Day, _ plan: Plan) -> Day { min(max(day, plan.periodStart), plan.periodEnd) }

  /// The files' times follow from their order, 37 minutes apart, and the moment of reading is fixed.
  private static func settled(_ snapshot: Snapshot) -> Snapshot {
    var snapshot = snapshot
    for index in snapshot.files.indices { snapshot.files[index].modified = Clock.now - 120 - Double(index) * 2_220 }
    snapshot.readAt = Clock.readAt
    return snapshot
  }
}

/// The sample year, made and read once for the whole run.
enum SampleYear {
  /// Seed 2026, data through 2026-11-20.
  static func loaded() throws -> Loaded { try made.get().loaded }

  /// What read it. Its files are gone: it tells of what it keeps.
  static func reader() throws -> DirectoryReader { try made.get().reader }

  /// The same year with other facts or files, read a minute later.
  static func changed(_ change: (inout Snapshot) -> Void) throws -> Loaded {
    var snapshot = try loaded().snapshot
    snapshot.readAt += 60
    change(&snapshot)
    return Directories.loaded(snapshot)
  }

  private static let made = Result { try make() }

  private static func make() throws -> (loaded: Loaded, reader: DirectoryReader) {
    try withTemporaryDirectory { root in
      let options = SampleOptions(seed: 2026, through: Clock.today)
      try SampleWriter(plan: try Plan.builtIn(), options: options).write(to: root)
      return try Directories.opened(root)
    }
  }
}

/// A directory without any file: the built-in plan, nothing counted.
enum EmptyYear {
  static func loaded() throws -> Loaded { try withTemporaryDirectory { try Directories.read($0) } }
}
