/// What is promised for reading, and what of it this run has measured.
final class Goals {
  /// A promise: a figure that is not to be passed.
  enum Goal: CaseIterable {
    case duckDB, polars, lineCount, city, firstFrame, manyFiles, rescan, append, memory, memoryGrowth
  }

  private enum Unit {
    case ratio, seconds, megabytes, share
  }

  private let sizes: Sizes
  private var measured: [Goal: Double] = [:]

  init(_ sizes: Sizes) { self.sizes = sizes }

  /// Takes a figure in the goal's own unit; the worst of several counts. What is no number is not measured.
  func record(_ goal: Goal, _ value: Double) {
    guard value.isFinite else { return }
    measured[goal] = max(value, measured[goal] ?? -.infinity)
  }

  var isEmpty: Bool { measured.isEmpty }

  /// Goal, measured, and whether it is met or by how much it is missed.
  var table: MarkdownTable {
    var table = MarkdownTable("Goals of reading", ["what", "goal", "measured", "verdict"])
    for goal in Goal.allCases {
      let (limit, unit) = promise(goal)
      let value = measured[goal]
      table.add([
        name(goal), "≤ " + text(limit, unit), value.map { text($0, unit) } ?? "-",
        value.map { verdict($0, limit) } ?? "not measured",
      ])
    }
    if sizes != Sizes() {
      table.note(
        "Not the promised sizes: those are \(Words.rows(Sizes().city)) and \(Words.rows(Sizes().region)) rows.")
    }
    return table
  }

  private func verdict(_ value: Double, _ limit: Double) -> String {
    value <= limit ? "met" : "missed: \(Words.fixed(value / limit, 2)) times the goal"
  }

  private func promise(_ goal: Goal) -> (limit: Double, unit: Unit) {
    switch goal {
    case .duckDB: (1 / 8, .ratio)
    case .polars: (1 / 2, .ratio)
    case .lineCount: (8, .ratio)
    case .city: (0.120, .seconds)
    case .firstFrame: (0.040, .seconds)
    case .manyFiles: (0.400, .seconds)
    case .rescan, .append: (0.020, .seconds)
    case .memory: (100, .megabytes)
    case .memoryGrowth: (0.10, .share)
    }
  }

  private func name(_ goal: Goal) -> String {
    let region = Words.rows(sizes.region)
    let city = Words.rows(sizes.city)
    return switch goal {
    case .duckDB: "cold report, \(region) rows in one file / DuckDB, five breakdowns"
    case .polars: "the same / Polars, the first breakdown"
    case .lineCount: "the same / wc -l"
    case .city: "cold report, \(city) rows in 31 files"
    case .firstFrame: "cached, any size, nothing changed: first frame"
    case .manyFiles: "cold report, \(city) rows in 5,840 files"
    case .rescan: "rescan of 5,840 files, nothing changed"
    case .append: "append of 1,000 rows to \(region): rescan that sees it and board"
    case .memory: "peak memory of report, \(region) rows"
    case .memoryGrowth: "peak memory at \(Words.rows(sizes.nation)) rows against \(region)"
    }
  }

  private func text(_ value: Double, _ unit: Unit) -> String {
    switch unit {
    case .ratio: Words.fixed(value, 3) + " ×"
    case .seconds: Words.milliseconds(value) + " ms"
    case .megabytes: Words.fixed(value, 1) + " MB"
    case .share: Words.fixed(value * 100, 1) + " %"
    }
  }
}
