import Foundation
import Policy
import Testing

/// The whole table of who may do what when, tried in every cell.
@Suite struct TransitionTableTests {
  /// By action, the roles that may do it in each state of ``CaseState``: H handler, A another person, U any person while
  /// nobody handles the case.
  static let table = """
    acknowledge       HU   -    -    -    -    -    -
    assign            HAU  HAU  HAU  -    -    HAU  HAU
    note              HAU  HAU  HAU  HAU  HAU  HAU  HAU
    follow_up         HU   HU   HU   -    -    -    HU
    urge              AU   AU   AU   -    -    -    AU
    snooze            HAU  HAU  HAU  -    -    -    HAU
    review            -    H    H    -    -    -    H
    return            -    -    -    AU   -    -    -
    close             -    -    -    HAU  -    -    -
    escalate          HAU  HAU  HAU  HAU  -    -    HAU
    commit            HAU  HAU  HAU  HAU  -    HAU  HAU
    ask_extension     -    H    H    -    -    -    H
    grant_extension   -    AU   AU   -    -    -    AU
    refuse_extension  -    AU   AU   -    -    -    AU
    decide            HAU  HAU  HAU  HAU  -    HAU  HAU
    undo              HAU  HAU  HAU  HAU  HAU  HAU  HAU
    """

  /// Action, then a cell for each state.
  static let rows = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  static let states = ["new", "acknowledged", "working", "review", "closed", "snoozed", "returned"]

  @Test func `the table names every action and every state once`() {
    #expect(Self.rows.map { $0[0] } == CaseAction.allCases.map(\.rawValue))
    #expect(Self.states == CaseState.allCases.map(\.rawValue))
    #expect(Self.rows.allSatisfy { $0.count == 1 + Self.states.count })
  }

  @Test func `every cell holds`() throws {
    let rule = try TransitionRule(try trainingPlan(), today: "2026-03-03")
    for row in Self.rows {
      let action = try #require(CaseAction(rawValue: row[0]))
      for (place, state) in CaseState.allCases.enumerated() {
        for role in CaseRole.allCases {
          let (own, actor) = try standing(state, role)
          let cell = "\(row[0]) while \(state.rawValue) by \(role.rawValue)"
          #expect(own.role(of: actor) == role)
          let refused = rule.refusal(try request(action), "理由", on: own, by: actor)
          let wanted = expected(row[1 + place], state, role)
          #expect(refused == wanted, "\(cell)")
          #expect(rule.refusal(of: action, on: own, by: actor) == wanted, "\(cell)")
          if wanted == nil {
            let allowed = try rule.deed(try request(action), reason: "理由", on: own, by: actor)
            #expect(allowed.deed == (try deed(action, role)), "\(cell)")
          }
        }
      }
    }
  }

  @Test func `the rule page prints the same table`() throws {
    let tests = #filePath.split(separator: "/").dropLast(4)
    let page = "/" + (tests + ["Sources", "Policy", "Policy.docc", "Rules", "TriageRule.md"]).joined(separator: "/")
    let lines = try String(contentsOfFile: page, encoding: .utf8).split(separator: "\n")
    func cells(_ line: Substring) -> [String] {
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let head = try #require(lines.firstIndex { $0.hasPrefix("| action |") })
    #expect(cells(lines[head]).dropFirst().map { $0.split(separator: "`").first.map(String.init) } == Self.states)
    let printed = lines[(head + 2)...].prefix { $0.hasPrefix("|") }.map(cells)
    #expect(printed.count == Self.rows.count)
    for (row, own) in zip(printed, Self.rows) {
      #expect(row[0].split(separator: "`").first.map(String.init) == own[0])
      #expect(
        row.dropFirst().map { $0 == "—" ? "-" : $0.replacing(" ", with: "") } == Array(own.dropFirst()), "\(own[0])")
    }
  }

  // MARK: What a cell means

  private func standing(_ state: CaseState, _ role: CaseRole) throws -> (Case, Actor) {
    var own = try caseStanding(state, handler: role == .unclaimed ? nil : role == .another ? "乙组" : "甲组")
    own.askedExtension = try day("2026-06-01")
    own.undoable = Case.PersonEntry(entry: 1, name: "甲组", at: own.openedAt)
    return (own, role == .system ? .system : groupA)
  }

  private func expected(_ cell: String, _ state: CaseState, _ role: CaseRole) -> DeedRefusal? {
    switch role {
    case .system: .personsOnly
    case _ where cell == "-": .wrongState(state)
    case .handler: cell.contains("H") ? nil : .ownWork
    case .another: cell.contains("A") ? nil : .notYours(handler: "乙组")
    case .unclaimed: cell.contains("U") ? nil : .unclaimed
    }
  }

  private func request(_ action: CaseAction) throws -> CaseRequest {
    switch action {
    case .acknowledge: .acknowledge
    case .assign: .assign(to: "丙组")
    case .note: .note
    case .followUp: .followUp(next: try day("2026-03-10"))
    case .urge: .urge
    case .snooze: .snooze(until: try day("2026-03-10"))
    case .review: .review
    case .return: .return
    case .close: .close
    case .escalate: .escalate(to: .yellow)
    case .commit: .commit(Commitment(item: training, value: 10, due: try day("2026-03-10")))
    case .askExtension: .askExtension(until: try day("2026-06-01"))
    case .grantExtension: .grantExtension(until: nil)
    case .refuseExtension: .refuseExtension
    case .decide: .decide
    case .undo: .undo
    }
  }

  private func deed(_ action: CaseAction, _ role: CaseRole) throws -> Deed {
    switch action {
    case .acknowledge: .acknowledged
    case .assign: .assigned(to: "丙组")
    case .note: .noted
    case .followUp: .followedUp(next: try day("2026-03-10"))
    case .urge: .urged
    case .snooze: .snoozed(until: try day("2026-03-10"))
    case .review: .sentForReview
    case .return: .returned
    case .close: .closed(bySelf: role == .handler)
    case .escalate: .escalated(to: .yellow)
    case .commit: .committed(Commitment(item: training, value: 10, due: try day("2026-03-10")))
    case .askExtension: .extensionAsked(until: try day("2026-06-01"))
    case .grantExtension: .extensionGranted(until: try day("2026-06-01"))
    case .refuseExtension: .extensionRefused
    case .decide: .decided
    case .undo: .undone(1)
    }
  }
}
