import Console
import Policy
import Records

/// Reading a data directory, and saying in words why that is not possible.
enum Opening {
  /// The board of the directory as of the day asked for, or of today held inside the plan's period.
  static func load(_ settings: Settings, for purpose: ReadingPurpose) throws(Outcome) -> Loaded {
    try load(settings, DirectoryReader(settings.source, for: purpose))
  }

  /// The same by a reader that may be asked afterwards.
  static func load(_ settings: Settings, _ reader: DirectoryReader) throws(Outcome) -> Loaded {
    try loaded(snapshot(settings, reader), asOf: settings.asOf)
  }

  /// The directory as it is now, for a command that says something and ends: on a terminal a read that takes long shows
  /// how far it is.
  static func snapshot(_ settings: Settings, for purpose: ReadingPurpose) throws(Outcome) -> Snapshot {
    try snapshot(settings, DirectoryReader(settings.source, for: purpose))
  }

  private static func snapshot(_ settings: Settings, _ reader: DirectoryReader) throws(Outcome) -> Snapshot {
    do throws(DirectoryError) { return try LongRead.snapshot(reader, settings) } catch {
      throw outcome(error, settings.language)
    }
  }

  /// The board of a snapshot.
  static func loaded(_ snapshot: Snapshot, asOf: Day?) throws(Outcome) -> Loaded {
    let plan = snapshot.plan
    if let asOf, asOf < plan.periodStart || asOf > plan.periodEnd {
      throw .usage("--as-of \(asOf.iso): outside the plan's period \(plan.periodStart.iso) to \(plan.periodEnd.iso)")
    }
    let day = min(max(asOf ?? Clock.today, plan.periodStart), plan.periodEnd)
    return Loaded(snapshot: snapshot, board: Board(plan: plan, facts: snapshot.facts, asOf: day))
  }

  static func outcome(_ error: DirectoryError, _ language: Language) -> Outcome {
    switch error {
    case .missing(let path):
      .unusable("\(path): no such directory; make it, name another with --data, or try jineng demo")
    case .notADirectory(let path): .unusable("\(path): not a directory; name one with --data")
    case .unreadable(let path, let reason): .unusable("\(path): cannot be read: \(reason)")
    case .plan(let error): .unusable(PlanWords.message(error, language))
    case .cancelled: .unusable("the reading was given up")
    }
  }

  /// What the console says in its page; nil for what it cannot open with.
  static func trouble(_ error: DirectoryError, _ settings: Settings) -> DataTrouble? {
    switch error {
    case .missing: .noDirectory
    case .notADirectory: .notADirectory
    case .unreadable(let path, let reason): path == settings.directory ? .unreadable(reason) : nil
    case .plan, .cancelled: nil
    }
  }
}
