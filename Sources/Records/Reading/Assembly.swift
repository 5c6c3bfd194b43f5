import Policy

/// Makes a snapshot of what is kept.
struct Assembly {
  let plan: PlanInForce
  let planPath: String
  let lexicon: Lexicon
  let progress: ProgressTotals
  let listing: Listing
  /// Ordered by path.
  let files: [KeptFile]

  /// What the snapshot needs besides the files.
  struct Result {
    var facts: Facts
    var reports: [FileReport]
    var problems: [Problem]
    /// Accepted rows of each file, in path order.
    var rows: [Int]
  }

  /// The facts, the files' reports and everything that is wrong, ordered by path, then line.
  func assemble() -> Result {
    var merge = Merge(files.map(\.content), lexicon)
    var facts = merge.facts(progress)
    facts.sample = listing.sample
    var told: [(path: RawPath, problems: [Problem])] = []
    var reports: [FileReport] = []
    for (kept, tally) in zip(files, merge.tallies) {
      reports.append(report(kept, tally))
      told.append((kept.listed.path, own(kept, tally) + tally.problems))
    }
    for problem in listing.problems {
      told.append(
        (problem.path, [Problem(path: problem.path.text, code: problem.code, detail: problem.detail)]))
    }
    // Notices are of the version in force, whose lines may be others now.
    told.append((RawPath(planPath), plan.refusal.isEmpty ? plan.notices : plan.refusal))
    let problems = told.sorted { $0.path < $1.path }.flatMap { entry in
      entry.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }
    return Result(facts: facts, reports: reports, problems: problems, rows: merge.tallies.map(\.rows))
  }

  /// What is wrong with a file that its rows do not tell.
  private func own(_ kept: KeptFile, _ tally: Tally) -> [Problem] {
    let path = kept.listed.path.text
    var problems: [Problem] = []
    if let refusal = kept.refusal { problems.append(Problem(path: path, code: .unreadable, detail: refusal)) }
    if let before = kept.rowsBefore, tally.rows < before, !kept.file.isUnfinished {
      problems.append(Problem(path: path, code: .lostRows, detail: "\(before) → \(tally.rows)"))
    }
    return problems
  }

  private func report(_ kept: KeptFile, _ tally: Tally) -> FileReport {
    let identity = kept.file.identity ?? kept.identity
    return FileReport(
      path: kept.listed.path.text, table: kept.listed.table.rawValue, encoding: kept.file.encoding, rows: tally.rows,
      rejected: tally.rejected, sha256: kept.file.sha256, size: identity?.size ?? 0,
      modified: identity?.modifiedSeconds ?? 0, districts: tally.districts.sorted(), stale: kept.stale)
  }
}
