import ArgumentParser
import Console
import Glibc
import Policy
import Sample

/// `jineng demo`: a sample year, written to a directory or opened at once.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a sample data directory (示例数据) and open the console on it.")

  @OptionGroup var options: CommonOptions

  @Option(name: .customLong("write"), help: "Only write the sample into this directory.")
  var destination: String?

  @Option(help: "About how many rows of training records; may be millions.")
  var rows: Int?

  @Option(
    help: """
      How the rows are laid out: sample (as offices write them, mistakes and all); one (progress.csv: one plain file \
      that any program reads) or daily (the same rows in a plain file for each district and day). one and daily hold \
      the whole year and exactly --rows rows in order of their day: inputs to measure with.
      """)
  var layout: SampleLayout = .sample

  @Option(help: "With --layout one or daily: so many districts that do not exist, and a districts.csv of them.")
  var districts: Int?

  @Option(help: "Another seed gives another year.")
  var seed: UInt64 = 2026

  @Option(help: "The last day with data, YYYY-MM-DD (default: today in Shanghai, held inside the year).")
  var through: String?

  @Flag(help: "Keep dropping new files while the console runs.")
  var live = false

  @Flag(name: .customLong("a11y"), help: "Sentences instead of pictures, for screen readers and braille displays.")
  var isSpoken = false

  mutating func validate() throws {
    if let rows, rows < 0 || rows > 1_000_000_000 { throw ValidationError("--rows takes 0 to 1000000000") }
    if let districts, !(1...5000).contains(districts) { throw ValidationError("--districts takes 1 to 5000") }
    if layout == .sample, districts != nil { throw ValidationError("--districts goes with --layout one or daily") }
    if layout != .sample, through != nil { throw ValidationError("--through goes with --layout sample") }
  }

  func run() throws {
    let plan = try plan()
    let options = SampleOptions(
      seed: seed, rows: rows, through: try lastDay(plan), layout: layout, districts: districts)
    if let destination {
      try write(plan, options, to: destination)
      return
    }
    let directory = try SampleDirectory()
    defer { directory.remove() }
    try write(plan, options, to: directory.path)
    var common = self.options
    common.data = directory.path
    common.store = common.store ?? directory.store
    let dropping = live ? LiveDrops(plan: plan, options: options, directory: directory.path) : nil
    dropping?.start()
    defer { dropping?.stop() }
    var loop = try ConsoleLoop(settings: Settings(common, keepsCache: false), isSpoken: isSpoken)
    try loop.run()
  }

  /// The plan whose sample is made: `--plan`'s, or the built-in one.
  private func plan() throws(Outcome) -> Plan {
    let language = options.lang ?? .zh
    var text: String?
    if let file = options.plan {
      text = ConfigFile.text(at: file)
      if text == nil { throw .unusable("\(file): cannot be read") }
    }
    do throws(PlanError) {
      guard let text, let file = options.plan else { return try Plan.builtIn() }
      return try Plan(toml: text, file: file)
    } catch {
      throw .unusable(PlanWords.message(error, language))
    }
  }

  private func write(_ plan: Plan, _ options: SampleOptions, to directory: String) throws(Outcome) {
    do throws(SampleError) {
      try SampleWriter(plan: plan, options: options).write(to: directory)
    } catch {
      switch error {
      case .notASample(let path):
        throw .unusable("\(path): holds files that are no sample; name an empty or a new directory")
      case .cannotWrite(let path, let code):
        throw .unusable("\(path): cannot be written: \(String(cString: strerror(code)))")
      }
    }
  }

  /// The sample ends today, so that the console opens on a year in progress; outside the plan's year, at its end.
  private func lastDay(_ plan: Plan) throws(Outcome) -> Day {
    if let through {
      guard let day = Day(iso: through), day >= plan.periodStart, day <= plan.periodEnd else {
        throw .usage("--through \(through): a day from \(plan.periodStart.iso) to \(plan.periodEnd.iso)")
      }
      return day
    }
    let today = Clock.today
    return today < plan.periodStart || today > plan.periodEnd ? plan.periodEnd : today
  }
}

extension SampleLayout: ExpressibleByArgument {}
