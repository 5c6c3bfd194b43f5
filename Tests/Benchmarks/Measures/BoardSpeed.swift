import Glibc
import Policy
import PseudoTerminal
import Records

/// What a board costs, and a step of it to the next day: of the sample year and of a region of 3,000 districts.
enum BoardSpeed {
  private struct Year {
    let name: String
    let plan: Plan
    let facts: Facts
    /// In seconds; for the whole board.
    let goal: Double
  }

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    var table = MarkdownTable(
      "Board",
      [
        "of", "districts × items", "whole board ms", "basis ms", "a day's step ms", "processor ms a step",
        "goal, whole",
      ])
    let sample: Year
    do {
      let snapshot = try DirectoryReader(DirectorySource(root: try bench.sample())).read()
      sample = Year(name: "the sample year", plan: snapshot.plan, facts: snapshot.facts, goal: 0.005)
    } catch {
      throw Bench.Trouble.cannot("the sample: \(error)")
    }
    table.add(row(sample, runs: bench.options.runs))
    table.add(row(try region(districts: 3_000, items: 87), runs: bench.options.readingRuns))
    table.note(
      "In this process. A whole board is Board(plan:facts:asOf:); its basis is made once a snapshot, a step is the board "
        + "of the day before from the same basis.")
    return [table]
  }

  private static func row(_ year: Year, runs: Int) -> [String] {
    let last = year.plan.periodEnd - 41
    var whole: [Double] = []
    var bases: [Double] = []
    var steps: [Double] = []
    var processor: [Double] = []
    var kept = BoardBasis(plan: year.plan, facts: year.facts)
    for run in 0..<runs {
      whole.append(seconds { Board(plan: year.plan, facts: year.facts, asOf: last - run) })
      bases.append(seconds { kept = BoardBasis(plan: year.plan, facts: year.facts) })
      let before = ProcessFigures(own).processor
      steps.append(seconds { kept.board(asOf: last - run) })
      processor.append(ProcessFigures(own).processor - before)
    }
    let spread = Spread(whole)
    return [
      year.name, "\(Words.rows(year.facts.districts.count)) × \(year.plan.countedItems.count)",
      Words.milliseconds(spread), Words.milliseconds(Spread(bases)), Words.milliseconds(Spread(steps)),
      Words.milliseconds(Spread(processor).median, 2),
      "≤ \(Words.milliseconds(year.goal, 0)) ms: \(Words.verdict(spread.median <= year.goal))",
    ]
  }

  private static let own = getpid()

  private static func seconds<Value>(_ work: () -> Value) -> Double {
    let start = Clock.now
    withExtendedLifetime(work()) {}
    return Clock.now - start
  }

  /// Districts that each send a row for every item on most days, with targets split by residents.
  private static func region(districts: Int, items: Int) throws -> Year {
    var plan: Plan
    do { plan = try Plan.builtIn() } catch { throw Bench.Trouble.cannot("the plan: \(error)") }
    plan.districts = (0..<districts).map { index -> District in
      let name = "区\(index)"
      let population = Int64(100_000 + index * 37)
      return District(
        code: DistrictCode(rawValue: "\(400_000 + index)"), name: name, short: name, pinyin: "", initials: "",
        population: population, tileRow: nil, tileColumn: nil)
    }
    let counted = (0..<items).map { index in
      let name = Bilingual(zh: "指标\(index)", en: "item \(index)")
      let number: String = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      let id = ItemID(rawValue: "M01.\(number)")
      return Item(id: id, kind: .counted, label: name, short: name, target: 1_000_000, split: true)
    }
    plan.measures = [
      Measure(
        number: 1, ordinal: "1", section: 1, title: Bilingual(zh: "措施", en: "measure"), level: .both, items: counted)
    ]
    let days = plan.periodDays
    var state: UInt64 = 88_172_645_463_325_252
    let counts = (0..<(districts + 1) * items * days).map { cell -> Int64 in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return cell % days < days - 41 && state % 7 < 5 ? Int64(state % 3) : 0
    }
    let progress = ProgressTotals(
      start: plan.periodStart, days: days, items: plan.countedItems.map(\.id),
      districts: [plan.cityCode] + plan.districts.map(\.code), counts: counts,
      reported: (0..<(districts + 1) * days).map { $0 % days < days - 41 }, trained: [:])
    let facts = Facts(districts: plan.districts, calendar: WorkCalendar(plan.calendar), progress: progress)
    return Year(name: "a region", plan: plan, facts: facts, goal: 0.5)
  }
}
