import Policy

@testable import Records

/// Holds what files give to every figure of a board against the board.
struct FigureSums {
  let reader: DirectoryReader
  let snapshot: Snapshot
  let board: Board

  init(_ reader: DirectoryReader, _ snapshot: Snapshot, asOf: Day) {
    self.reader = reader
    self.snapshot = snapshot
    board = Board(plan: snapshot.plan, facts: snapshot.facts, asOf: asOf)
  }

  /// Every figure that a page shows.
  var figures: [Figure] {
    let places = [snapshot.plan.cityCode] + board.districts.map(\.district.code)
    var figures = places.flatMap { place in board.city.map { Figure.counted(item: $0.id, district: place) } }
    figures += board.institutions.map { .institution($0.institution.id) }
    figures += board.bases.map { .base($0.base.id) }
    figures += board.bases.flatMap(\.projects).map { .project($0.project.id) }
    figures += registers.map { .register($0.id) }
    figures += milestones.flatMap { milestone in
      [Figure.milestone(item: milestone.id, district: nil)]
        + milestone.districts.map { .milestone(item: milestone.id, district: $0.code) }
    }
    return figures
  }

  /// One line for each of some figures to which the files give something else than the board has.
  func mistakes(_ random: inout SeededGenerator) -> [String] {
    var mistakes: [String] = []
    for figure in figures where random.chance(1, of: 4) {
      if let mistake = mistake(figure) { mistakes.append(mistake) }
    }
    return mistakes
  }

  func trace(_ figure: Figure) -> Provenance {
    reader.provenance(of: figure, asOf: board.asOf) ?? Provenance(figure: figure, asOf: board.asOf, files: [])
  }

  private var registers: [RegisterBoard] {
    board.measures.flatMap(\.items).compactMap { if case .register(let board) = $0 { board } else { nil } }
  }

  private var milestones: [MilestoneBoard] {
    board.closing
      + board.measures.flatMap(\.items).compactMap { if case .milestone(let board) = $0 { board } else { nil } }
  }

  private func mistake(_ figure: Figure) -> String? {
    let found = trace(figure)
    func compare(_ name: String, _ given: Int64, _ shown: Int64) -> String? {
      given == shown ? nil : "\(figure): the files give \(given) \(name), the board has \(shown)"
    }
    func money(_ table: String) -> Int64 {
      found.files.reduce(0) { sum, file in
        if file.table == table, case .money(let part) = file.value { sum + part.hundredths } else { sum }
      }
    }
    func count(_ table: String) -> Int64 {
      found.files.reduce(0) { sum, file in
        if file.table == table, case .count(let part) = file.value { sum + part } else { sum }
      }
    }
    func compareFunding(approved: Money, paid: Money, spent: Money) -> String? {
      compare("approved", money("projects"), approved.hundredths) ?? compare("paid", money("payments"), paid.hundredths)
        ?? compare("spent", money("spending"), spent.hundredths)
    }
    switch figure {
    case .counted(let item, let place):
      let items =
        place == snapshot.plan.cityCode ? board.city : board.districts.first { $0.district.code == place }?.items ?? []
      guard let progress = items.first(where: { $0.id == item }) else { return "\(figure) is not on the board" }
      let target = compare("target", count("targets"), progress.source == .file ? progress.target ?? 0 : 0)
      let place = (found.target != nil) == (progress.source == .file) ? nil : "\(figure): target place \(found)"
      return compare("in all", found.counted, progress.actual) ?? target ?? place
    case .institution(let id):
      guard let board = board.institutions.first(where: { $0.institution.id == id }) else { return "\(figure)?" }
      let points = found.files.reduce(0) { sum, file in
        if case .points(let part) = file.value { sum + part } else { sum }
      }
      return compare("points", Int64(points), Int64(board.dimensions.reduce(0) { $0 + ($1 ?? 0) }))
        ?? compare("trained", count("progress"), board.trained)
        ?? compare(
          "findings", Int64(found.files.filter { $0.table == "findings" }.reduce(0) { $0 + ($1.rows ?? 0) }),
          Int64(board.openFindings))
    case .base(let id):
      guard let funding = board.bases.first(where: { $0.base.id == id })?.funding else { return "\(figure)?" }
      return compareFunding(approved: funding.approved, paid: funding.paid, spent: funding.spent)
    case .project(let id):
      guard let project = board.bases.flatMap(\.projects).first(where: { $0.project.id == id }) else { return nil }
      return compareFunding(approved: project.project.amount, paid: project.paid, spent: project.spent)
    case .register(let id):
      guard let board = registers.first(where: { $0.id == id }) else { return "\(figure)?" }
      return compare("entries", count("registers"), board.stages.reduce(0) { $0 + Int64($1.entries) })
    case .milestone(let id, let district):
      guard district != nil, let board = milestones.first(where: { $0.id == id }) else { return nil }
      let rows = snapshot.facts.milestones.contains { $0.item == board.id && $0.district == district }
      return compare("rows", found.files.reduce(0) { $0 + Int64($1.rows ?? 0) }, rows ? 1 : 0)
    }
  }
}
