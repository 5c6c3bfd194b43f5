import GRDB

/// The tables of the store. A step, once released, never changes; a later version of the program adds steps.
enum Schema {
  /// Says whose database a file is (`PRAGMA application_id`): "jnng".
  static let application: Int32 = 0x6A6E_6E67

  /// Each leads from the version that is its place to the next (`PRAGMA user_version`).
  static let steps: [String] = [
    // 1: what was known when.
    """
    -- Files of progress, by their path below the data directory.
    CREATE TABLE path (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE) STRICT;
    -- A district and an item.
    CREATE TABLE pair (
      id INTEGER PRIMARY KEY, district TEXT NOT NULL, item TEXT NOT NULL, UNIQUE (district, item)
    ) STRICT;
    -- Moments at which what is known changed, in seconds since 1970-01-01 UTC, with what changed (VersionChanges).
    -- The first one is where everything began: it changes nothing.
    CREATE TABLE version (id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, changes BLOB NOT NULL) STRICT;
    -- What the newest version knows of each file and month (HeadKey, MonthSums) …
    CREATE TABLE head (id INTEGER PRIMARY KEY, sums BLOB NOT NULL) STRICT;
    -- … and of targets.
    CREATE TABLE target (pair INTEGER PRIMARY KEY, target INTEGER NOT NULL) STRICT;
    -- Sessions of the console; of one that ended in order, when, and the newest version then.
    CREATE TABLE visit (
      id INTEGER PRIMARY KEY AUTOINCREMENT, began REAL NOT NULL, ended REAL, version INTEGER
    ) STRICT;
    """
  ]

  /// Brings a database to the newest version, step by step; a program that is killed leaves it before or behind a step.
  static func migrate(_ queue: DatabaseQueue) throws {
    while true {
      let isDone = try queue.write { db in
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version >= 0, version < steps.count else { return true }
        try db.execute(sql: steps[version])
        // Pragmas take no arguments; these are numbers of ours.
        try db.execute(sql: "PRAGMA application_id = \(application)")
        try db.execute(sql: "PRAGMA user_version = \(version + 1)")
        return false
      }
      if isDone { return }
    }
  }
}
