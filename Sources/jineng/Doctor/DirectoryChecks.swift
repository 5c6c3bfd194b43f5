import Console
import Records
import Reports
import Screen

/// The data directory, where it lies, and whether its changes are told.
struct DirectoryChecks {
  let path: String
  let outlook: Result<DirectoryOutlook, DirectoryError>
  /// Nil where there is no directory.
  let fileSystem: FileSystem?
  /// The kernel tells of changes; nil where there is no directory.
  let isWatched: Bool?
  let limits: WatchLimits

  /// Looks at the directory.
  init(_ source: DirectorySource) {
    path = source.root
    do throws(DirectoryError) { outlook = .success(try source.outlook()) } catch { outlook = .failure(error) }
    let isThere = (try? outlook.get()) != nil
    fileSystem = isThere ? FileSystem(of: source.root) : nil
    isWatched = isThere ? try? source.canBeWatched() : nil
    limits = .now
  }

  init(
    path: String, outlook: Result<DirectoryOutlook, DirectoryError>, fileSystem: FileSystem?, isWatched: Bool?,
    limits: WatchLimits
  ) {
    self.path = path
    self.outlook = outlook
    self.fileSystem = fileSystem
    self.isWatched = isWatched
    self.limits = limits
  }

  var findings: [Finding] { [directory, place, watch] }

  private var directory: Finding {
    let found = try? outlook.get()
    let facts = [
      DoctorFact("path", path), DoctorFact("files", found?.files), DoctorFact("bytes", found?.bytes),
      DoctorFact("unreadable", found?.unreadable),
    ]
    func finding(_ verdict: DoctorVerdict, _ message: Phrase, _ remedy: Phrase? = nil) -> Finding {
      Finding(.directory, verdict, message, remedy: remedy, facts: facts)
    }
    switch outlook {
    case .failure(.missing): return finding(.bad, PlaceAdvice.missing(path), PlaceAdvice.nameAnother)
    case .failure(.notADirectory): return finding(.bad, PlaceAdvice.notADirectory(path), PlaceAdvice.nameAnother)
    case .failure(.unreadable(_, let reason)):
      return finding(.bad, PlaceAdvice.unreadable(path, reason), PlaceAdvice.permit)
    case .failure(.plan), .failure(.cancelled):
      return finding(.untested, PlaceAdvice.noPlace, PlaceAdvice.nameAnother)
    case .success(let found):
      if found.unreadable > 0 {
        let message = PlaceAdvice.holdsUnreadable(path, files: found.files, found.unreadable)
        return finding(.warning, message, PlaceAdvice.check)
      }
      if found.files == 0 { return finding(.warning, PlaceAdvice.empty(path), PlaceAdvice.fill) }
      return finding(.good, PlaceAdvice.holds(path, files: found.files, Format.bytes(found.bytes)))
    }
  }

  private var place: Finding {
    let facts = [DoctorFact("type", fileSystem?.type), DoctorFact("network", fileSystem?.isNetwork)]
    guard let fileSystem else { return Finding(.fileSystem, .untested, PlaceAdvice.noPlace, facts: facts) }
    guard let type = fileSystem.type else {
      return Finding(.fileSystem, .untested, PlaceAdvice.unknownType, facts: facts)
    }
    return fileSystem.isNetwork
      ? Finding(.fileSystem, .warning, PlaceAdvice.network(type), remedy: PlaceAdvice.rescan, facts: facts)
      : Finding(.fileSystem, .good, PlaceAdvice.local(type), facts: facts)
  }

  private var watch: Finding {
    let needed = (try? outlook.get())?.directories
    let facts = [
      DoctorFact("max_user_watches", limits.watches), DoctorFact("max_user_instances", limits.instances),
      DoctorFact("needed", needed), DoctorFact("notified", isWatched),
    ]
    guard let needed, let isWatched else { return Finding(.watch, .untested, PlaceAdvice.noPlace, facts: facts) }
    let told = [limits.watches, limits.instances].map { $0.map { String($0) } ?? "?" }
    let text = "max_user_watches \(told[0]), max_user_instances \(told[1])"
    return isWatched
      ? Finding(.watch, .good, PlaceAdvice.watched(needed: needed, limits: text), facts: facts)
      : Finding(
        .watch, .warning, PlaceAdvice.blind(needed: needed, limits: text), remedy: PlaceAdvice.raiseLimits, facts: facts
      )
  }
}
