import Console
import Policy
import Records

/// Reading a data directory, and saying in words why that is not possible.
enum Opening {
  /// The board of the directory as of the day asked for, or of today held inside the plan's period.
  static func load(_ settings: Settings, for purpose: ReadingPurpose) throws(Outcome) -> Loaded {
    let source = DirectorySource(root: settings.directory, planFile: settings.planFile)
    return try load(settings, DirectoryReader(source, for: purpose))
  }

  /// The same by a reader that may be asked afterwards.
  static func load(_ settings: Settings, _ reader: DirectoryReader) throws(Outcome) -> Loaded {
    let snapshot: Snapshot
    do throws(DirectoryError) {
      snapshot = try reader.read()
    } catch {
      throw outcome(error, settings.language)
    }
    return try loaded(snapshot, asOf: settings.asOf)
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
    }
  }

  /// What the console says in its page; nil for what it cannot open with.
  static func trouble(_ error: DirectoryError, _ settings: Settings) -> DataTrouble? {
    switch error {
    case .missing: .noDirectory
    case .notADirectory: .notADirectory
    case .unreadable(let path, let reason): path == settings.directory ? .unreadable(reason) : nil
    case .plan: nil
    }
  }
}
