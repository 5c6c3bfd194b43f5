import Foundation
import GRDB
public import Policy

/// The docket of 督办: what was done is appended, and never changed.
extension Store {
  /// Does what a person wants of cases, each by itself: what was done is on the disk when this returns.
  ///
  /// - Parameter rule: says what may be done. It is asked while nobody else can write.
  /// - Returns: an outcome for each order, in their order.
  /// - Throws: why nothing of it was kept.
  public func act(
    _ orders: [CaseOrder], by actor: Actor, at moment: Moment, _ rule: TransitionRule
  ) throws(StoreTrouble) -> [CaseOutcome] {
    try writing { db in
      var writer = try EntryWriter(db)
      return try orders.map { order in
        guard let own = try CaseRows.own(order.caseNumber, db) else { return .noSuchCase }
        let successor = own.isLive ? nil : try CaseRows.successor(of: own.number, db)
        switch Store.allowed(order, own, actor, successor, rule) {
        case .failure(let refusal): return .refused(refusal)
        case .success(let allowed):
          return .done(
            try writer.append(
              allowed.deed, to: own.number, own, by: actor, at: moment, reason: allowed.reason
            ).entry)
        }
      }
    }
  }

  private static func allowed(
    _ order: CaseOrder, _ own: Case, _ actor: Actor, _ successor: Int?, _ rule: TransitionRule
  ) -> Result<TransitionRule.Allowed, DeedRefusal> {
    do throws(DeedRefusal) {
      return .success(
        try rule.deed(
          order.request, reason: order.reason, on: own, by: actor, seen: order.seen, successor: successor))
    } catch { return .failure(error) }
  }

  /// Does what the console does by itself, each once: what another console has done already is left out.
  ///
  /// - Returns: how many entries it made.
  @discardableResult
  public func keep(_ deeds: [SystemDeed], at moment: Moment) throws(StoreTrouble) -> Int {
    guard !deeds.isEmpty else { return 0 }
    return try writing { db in
      var writer = try EntryWriter(db)
      let before = writer.last
      for due in deeds {
        let isKnown = try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM system_key WHERE key = ?)", arguments: [due.key])
        guard isKnown == false else { continue }
        let living = try CaseRows.living(due.subject, db)
        let number: Int
        let own: Case?
        if case .opened = due.deed {
          // Another console was quicker, or the case has come back to life.
          guard living == nil else { continue }
          number = try CaseRows.newestNumber(db) + 1
          own = nil
        } else {
          guard let living, due.caseNumber == nil || due.caseNumber == living.number else { continue }
          number = living.number
          own = living
        }
        try db.execute(sql: "INSERT INTO system_key (key) VALUES (?)", arguments: [due.key])
        _ = try writer.append(due.deed, to: number, own, by: .system, at: moment, reason: "")
      }
      return writer.last - before
    }
  }

  // MARK: Asking

  /// The docket now: the cases that live, those that were struck off from a moment on, and the
  /// ``DocketState/mostPeople`` who acted last.
  public func docket(closedSince: Moment = Moment(milliseconds: 0)) throws(StoreTrouble) -> DocketState {
    try reading { db in
      let sql = "SELECT number, head FROM case_head WHERE is_live OR closed_at >= ? ORDER BY number"
      let cases = try Row.fetchAll(db, sql: sql, arguments: [closedSince.milliseconds])
        .compactMap { try CaseRows.own($0, db) }
      let end = try Row.fetchOne(db, sql: "SELECT number, at FROM entry ORDER BY number DESC LIMIT 1")
      let people = try Row.fetchAll(
        db, sql: "SELECT name, at FROM person ORDER BY at DESC, name LIMIT ?", arguments: [DocketState.mostPeople])
      return DocketState(
        cases: cases, lastEntry: Int(end?.number(0) ?? 0),
        lastAt: end.map { Moment(milliseconds: $0.number(1)) },
        people: people.map { DocketState.Person(name: $0.text(0), at: Moment(milliseconds: $0.number(1))) })
    }
  }

  /// The last case of each subject that was struck off; for ``DocketUpkeep``.
  public func closedCases() throws(StoreTrouble) -> [CaseSubject: Case] {
    try reading { db in
      let sql = "SELECT max(number), head FROM case_head WHERE NOT is_live GROUP BY subject"
      let cases = try Row.fetchAll(db, sql: sql).compactMap { try CaseRows.own($0, db) }
      return Dictionary(cases.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// A case by its number; nil where there is none.
  public func own(_ number: Int) throws(StoreTrouble) -> Case? { try reading { try CaseRows.own(number, $0) } }

  /// Every entry of a case that this version understands, oldest first.
  public func entries(of number: Int) throws(StoreTrouble) -> [DocketEntry] {
    try reading { try CaseRows.entries(of: number, $0) }
  }

  /// Every entry that this version understands, oldest first.
  public func entries() throws(StoreTrouble) -> [DocketEntry] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT \(EntryChain.Row.columns) FROM entry ORDER BY number")
        .compactMap { EntryChain.Row($0).entry }
    }
  }

  /// Something that changes whenever another connection has written: cheap to ask for.
  public func changeMark() throws(StoreTrouble) -> Int {
    try reading { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }
}
