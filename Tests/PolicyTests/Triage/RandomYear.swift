import Policy

/// A year of three districts that lag, catch up, fall silent and are late by chance.
struct RandomYear {
  var plan: Plan
  var facts: Facts

  init(_ numbers: inout Numbers) throws {
    let due = try day("2026-03-01") + Int.random(in: 0..<60, using: &numbers)
    plan = try PolicyTests.plan(
      measures: [
        [
          item("M01.01", target: 3650, split: true), item("M01.02", target: 365, split: true),
          item("M01.03", .milestone, split: true, due: due),
        ]
      ], closing: [item("D00.01", .milestone, due: due)])
    facts = PolicyTests.facts(of: plan)
    for district in three {
      // Around what the pace asks for, so that statuses change again and again.
      let share = (district.population ?? 0) * 10 / 6
      var quiet = 0
      for offset in 0..<365 {
        if quiet > 0 {
          quiet -= 1
          continue
        }
        if Int.random(in: 0..<60, using: &numbers) == 0 { quiet = Int.random(in: 5..<30, using: &numbers) }
        for item in ["M01.01", "M01.02"] {
          let most = item == "M01.01" ? share * 2 : max(1, share / 5)
          facts.count(
            Int64.random(in: 0...max(1, most), using: &numbers), ItemID(rawValue: item), in: district.code,
            on: plan.periodStart + offset)
        }
      }
      if Bool.random(using: &numbers) {
        facts.milestones.append(
          MilestoneRow(
            item: ItemID(rawValue: "D00.01"), district: district.code, due: nil,
            done: due + Int.random(in: -5..<40, using: &numbers), note: nil))
      }
    }
    facts.institutions = [Institution(id: "I1", name: "机构", district: xuhui, kind: nil, licensedUntil: nil)]
    for _ in 0..<4 {
      let found = plan.periodStart + Int.random(in: 0..<200, using: &numbers)
      facts.findings.append(
        FindingRow(
          institution: "I1", date: found, kind: "资金", veto: true,
          resolved: found + Int.random(in: 0..<30, using: &numbers), note: nil))
    }
    facts.bases = [
      Base(id: "B1", name: "基地", district: pudong, level: nil, host: nil, category: nil, recognisedOn: nil)
    ]
    facts.projects = [
      Project(
        id: "P1", base: "B1", name: "项目", approvedOn: plan.periodStart, amount: money(100), direction: nil,
        acceptanceDue: due)
    ]
    facts.events = [
      ProjectEventRow(
        project: "P1", date: due + Int.random(in: 0..<40, using: &numbers), event: .acceptance)
    ]
  }
}
