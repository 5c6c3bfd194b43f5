import Console
import Docket
import Policy
import Records

/// The store of a data directory as a command uses it: opened when it is first needed, and again where it was found
/// damaged or was taken away. One thread at a time.
struct History: Sendable {
  private let settings: Settings
  let access: Store.Access
  /// A console is open, whose user sees what is known.
  private let isVisit: Bool
  private var store: Store?
  private var token: KnownToken?
  private var isNetworkTold = false
  /// What became known of the store, and is not told yet.
  private var notices: [StoreTrouble] = []

  /// A store that is made where it is missing, and kept up to date.
  init(keeping settings: Settings, isVisit: Bool) {
    self.settings = settings
    access = .keeping
    self.isVisit = isVisit
  }

  /// A store that is only asked, if there is one.
  init(asking settings: Settings) {
    self.settings = settings
    access = .asking
    isVisit = false
  }

  /// Keeps what a reader knows now, where it is new.
  ///
  /// - Returns: whether a version was made; nil where the store can only be asked.
  mutating func keep(_ reader: DirectoryReader) throws(StoreTrouble) -> Bool? {
    try using { (store, token) throws(StoreTrouble) -> Bool? in
      guard !store.isReadOnly else { return nil }
      guard let known = reader.known(since: token) else { return false }
      let kept = try store.keep(known.totals) { known.token.isCurrent($0) }
      token = known.token
      return kept != .nothingNew
    }
  }

  mutating func changes(_ question: ChangesQuestion) throws(StoreTrouble) -> KnownChanges {
    guard try isThere() else { return KnownChanges(question: question) }
    return try using { (store, _) throws(StoreTrouble) in try store.changes(question) }
  }

  mutating func revisions(_ question: RevisionsQuestion) throws(StoreTrouble) -> RevisionList {
    guard try isThere() else { return RevisionList(question: question) }
    return try using { (store, _) throws(StoreTrouble) in try store.revisions(question) }
  }

  /// The console is left.
  mutating func endVisit() throws(StoreTrouble) {
    guard let store, !store.isReadOnly else { return }
    try store.endVisit(at: Clock.now)
  }

  /// What became known of the store since it was asked last.
  mutating func takeNotices() -> [StoreTrouble] {
    defer { notices = [] }
    return notices
  }

  /// Whoever only asks makes no store.
  func isThere() throws(StoreTrouble) -> Bool {
    if access == .keeping || store != nil { return true }
    return Store.exists(try settings.storePath())
  }

  mutating func using<Value>(
    _ body: (Store, inout KnownToken?) throws(StoreTrouble) -> Value
  ) throws(StoreTrouble) -> Value {
    let store = try opened()
    do throws(StoreTrouble) { return try body(store, &token) } catch {
      guard case .damaged = error, access == .keeping, !store.isReadOnly else { throw error }
      self.store = nil
      return try body(try opened(isSuspect: true), &token)
    }
  }

  private mutating func opened(isSuspect: Bool = false) throws(StoreTrouble) -> Store {
    if let store, store.isInPlace { return store }
    store = nil
    token = nil
    let path = try settings.storePath()
    let made = try Store.open(
      path, outside: settings.directory, for: access, isSuspect: isSuspect, at: Clock.now)
    if let notice = made.notice { notices.append(notice) }
    if access == .keeping, !isNetworkTold, NetworkDrive.holds(path) {
      isNetworkTold = true
      notices.append(.network(path: path))
    }
    if isVisit, !made.isReadOnly { try made.beginVisit(at: Clock.now) }
    store = made
    return made
  }
}

extension History {
  /// The answer to a question of the console, as an event.
  mutating func answer(_ question: ChangesQuestion) -> Event {
    do throws(StoreTrouble) { return .changesFound(try changes(question)) } catch {
      return .changesNotFound(question, error)
    }
  }

  /// The same of revisions.
  mutating func answer(_ question: RevisionsQuestion) -> Event {
    do throws(StoreTrouble) { return .revisionsFound(try revisions(question)) } catch {
      return .revisionsNotFound(question, error)
    }
  }
}
