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
    """,
    // 2: the docket (Docket.md, The chain).
    """
    -- What was done to which case, by whom and when, in milliseconds since 1970-01-01 UTC; without an actor by the
    -- program itself. Each carries the hash of the one before, and its own.
    CREATE TABLE entry (
      number INTEGER PRIMARY KEY, case_number INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT, kind TEXT NOT NULL,
      fields TEXT NOT NULL, reason TEXT NOT NULL, before BLOB NOT NULL, hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX entry_of_case ON entry (case_number, number);
    CREATE TRIGGER entry_stands BEFORE UPDATE ON entry
      BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
    CREATE TRIGGER entry_stays BEFORE DELETE ON entry
      BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;
    -- Each case as its entries leave it (CasePacking); follows from them, and is made anew where it is not understood.
    CREATE TABLE case_head (
      number INTEGER PRIMARY KEY, subject TEXT NOT NULL, is_live INTEGER NOT NULL, closed_at INTEGER,
      previous INTEGER, head BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX one_living_case ON case_head (subject) WHERE is_live;
    CREATE INDEX closed_case ON case_head (closed_at) WHERE NOT is_live;
    CREATE INDEX case_before ON case_head (previous) WHERE previous IS NOT NULL;
    -- What the program did by itself, each once (SystemDeed.key).
    CREATE TABLE system_key (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    -- Who acted, and when last.
    CREATE TABLE person (name TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    """,
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
