import Console
import Docket
import Policy
import Records
import Reports
import Screen

/// What the program keeps for itself: the store, by which SQLite, and the cache.
struct KeepingChecks {
  /// Where the store is to lie, or why there is no place for it.
  let store: Result<WritablePlace, StoreTrouble>
  /// What lies there; nil: nothing yet.
  let condition: Result<StoreCondition, StoreTrouble>?
  /// The SQLite that the program runs with.
  let library: String?
  /// Where the cache is to lie; nil: nowhere.
  let cache: WritablePlace?

  /// A store that another program holds is waited for so long, in seconds.
  private static let patience = 1.0
  /// Less than this is soon used up, in bytes.
  private static let scarce: Int64 = 100_000_000

  /// Looks at them; nothing is made or changed.
  init(_ settings: Settings) {
    do throws(StoreTrouble) { store = .success(WritablePlace(try settings.storePath())) } catch {
      store = .failure(error)
    }
    if let place = try? store.get(), place.size != nil {
      do throws(StoreTrouble) {
        condition = .success(try Store.examine(place.path, patience: KeepingChecks.patience))
      } catch { condition = .failure(error) }
    } else {
      condition = nil
    }
    library = Store.libraryVersion
    cache = settings.source.cachePath.map { WritablePlace($0) }
  }

  init(
    store: Result<WritablePlace, StoreTrouble>, condition: Result<StoreCondition, StoreTrouble>?, library: String?,
    cache: WritablePlace?
  ) {
    self.store = store
    self.condition = condition
    self.library = library
    self.cache = cache
  }

  /// - Parameter hasDirectory: there is a data directory; without one nothing is kept for it.
  func findings(hasDirectory: Bool) -> [Finding] {
    [storeFinding(hasDirectory), sqlite, cacheFinding(hasDirectory)]
  }

  // MARK: The store

  private func storeFinding(_ hasDirectory: Bool) -> Finding {
    let place = try? store.get()
    let found = condition.flatMap { try? $0.get() }
    let facts = [
      DoctorFact("path", place?.path), DoctorFact("bytes", place?.size), DoctorFact("version", found?.version),
      DoctorFact("entries", found?.entries), DoctorFact("writable", place.map { $0.obstacle == nil }),
    ]
    func finding(_ verdict: DoctorVerdict, _ message: Phrase, _ remedy: Phrase? = nil) -> Finding {
      Finding(.store, verdict, message, remedy: remedy, facts: facts)
    }
    switch store {
    case .failure(let trouble):
      guard hasDirectory else { return finding(.untested, PlaceAdvice.noPlace) }
      return finding(.bad, KeepingAdvice.trouble(trouble), KeepingAdvice.elsewhere)
    case .success(let place):
      let (verdict, message, remedy) = judge(place)
      return finding(verdict, message, remedy)
    }
  }

  private func judge(_ place: WritablePlace) -> (DoctorVerdict, Phrase, Phrase?) {
    switch condition {
    case nil:
      if let obstacle = place.obstacle {
        return (.bad, KeepingAdvice.cannotBeMade(place.path, obstacle), KeepingAdvice.elsewhere)
      }
    case .failure(let trouble): return judge(trouble)
    case .success(let found):
      if !found.isWhole { return judge(.damaged(path: place.path)) }
      if found.version > StoreCondition.newest { return judge(.newer(path: place.path)) }
      if place.obstacle != nil { return judge(.readOnly(path: place.path)) }
    }
    if place.isNetwork { return judge(.network(path: place.path)) }
    if let free = place.free, free < KeepingChecks.scarce {
      return (.warning, KeepingAdvice.nearlyFull(place.path, Format.bytes(free)), KeepingAdvice.makeRoom)
    }
    guard let found = condition.flatMap({ try? $0.get() }) else {
      return (.good, KeepingAdvice.storeToBeMade(place.path), nil)
    }
    if found.version < StoreCondition.newest { return (.good, KeepingAdvice.older(place.path), nil) }
    let size = Format.bytes(found.size)
    return (.good, KeepingAdvice.store(place.path, size, version: found.version, entries: found.entries), nil)
  }

  private func judge(_ trouble: StoreTrouble) -> (DoctorVerdict, Phrase, Phrase?) {
    let message = KeepingAdvice.trouble(trouble)
    switch trouble {
    case .insideDataDirectory, .foreign, .unusable: return (.bad, message, KeepingAdvice.elsewhere)
    case .damaged: return (.bad, message, KeepingAdvice.restore)
    case .newer: return (.warning, message, KeepingAdvice.upgrade)
    case .readOnly: return (.warning, message, KeepingAdvice.permit)
    case .busy: return (.warning, message, KeepingAdvice.closeOthers)
    case .full: return (.warning, message, KeepingAdvice.makeRoom)
    case .network: return (.warning, message, KeepingAdvice.localPlace)
    case .setAside: return (.warning, message, nil)
    }
  }

  private var sqlite: Finding {
    let journal = condition.flatMap { try? $0.get() }?.journal
    let facts = [DoctorFact("version", library), DoctorFact("journal_mode", journal ?? Store.journalMode)]
    guard let library else {
      return Finding(.sqlite, .bad, KeepingAdvice.noSQLite, remedy: KeepingAdvice.reinstallSQLite, facts: facts)
    }
    if journal == "wal" {
      return Finding(.sqlite, .warning, KeepingAdvice.wal(library), remedy: KeepingAdvice.resetJournal, facts: facts)
    }
    return Finding(
      .sqlite, .good, KeepingAdvice.sqlite(library, journal: journal ?? Store.journalMode), facts: facts)
  }

  // MARK: The cache

  private func cacheFinding(_ hasDirectory: Bool) -> Finding {
    let facts = [
      DoctorFact("path", cache?.path), DoctorFact("bytes", cache?.size),
      DoctorFact("writable", cache.map { $0.obstacle == nil }),
    ]
    func finding(_ verdict: DoctorVerdict, _ message: Phrase, _ remedy: Phrase? = nil) -> Finding {
      Finding(.cache, verdict, message, remedy: remedy, facts: facts)
    }
    guard hasDirectory else { return finding(.untested, PlaceAdvice.noPlace) }
    guard let cache else { return finding(.warning, KeepingAdvice.noCache, KeepingAdvice.placeCache) }
    guard cache.obstacle == nil else {
      return finding(.warning, KeepingAdvice.cacheUnwritable(cache.path), KeepingAdvice.placeCache)
    }
    guard let size = cache.size else { return finding(.good, KeepingAdvice.cacheToBeMade(cache.path)) }
    return finding(.good, KeepingAdvice.cache(cache.path, Format.bytes(size)))
  }
}
