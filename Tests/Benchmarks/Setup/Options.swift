import Glibc

/// What the benchmark program is told.
struct Options {
  /// How often everything is done; medians and spread are over these.
  var runs = 15
  /// Names of the measures to take; empty: all.
  var only: [String] = []
  /// Whether the sample directories stay when all is done.
  var keep = false
  /// A folder in which the inputs of reading are made once and stay; nil: they go with everything else.
  var inputs: String?
  /// The program under test; else the `jineng` beside this program.
  var program: String?
  /// Another build of it, measured in turn with the first.
  var against: String?
  /// How many rows the big sample has.
  var rows = 760_000
  /// How many rows the measures of reading read.
  var sizes = Sizes()
  /// How long the idle program is looked at, in seconds.
  var idleSeconds = 60

  static let usage = """
    usage: benchmarks [--runs N] [--only NAME,…] [--keep] [--program FILE] [--against FILE] [--rows N] [--sizes N,M]
                      [--inputs FOLDER] [--idle-seconds N]

    Measures the release build of jineng against other programs in the same run, and prints tables in Markdown.

      --runs N          how often everything is done (default 15)
      --only NAME,…     some measures only: \(Measures.names.joined(separator: ", "))
      --keep            leave the sample directories, and say where they are
      --inputs FOLDER   make the inputs of reading there once, and keep them (some 5 GB)
      --program FILE    the program to measure (default: jineng beside this program)
      --against FILE    another build of it, measured in turn with the first
      --rows N          rows of the big sample (default 760000)
      --sizes N,M       rows of a city and of a region, for the measures of reading (default 760000,5000000); peak memory
                        is also taken at four times the second
      --idle-seconds N  how long to look at the idle program (default 60)
    """

  enum Wrong: Error {
    case usage(String)
  }

  init() {}

  init(_ arguments: [String]) throws(Wrong) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      if name == "--keep" {
        keep = true
        continue
      }
      guard let value = rest.popFirst() else { throw .usage("\(name): unknown, or without its value") }
      switch name {
      case "--runs": runs = try Options.count(name, value, upTo: 1000)
      case "--rows": rows = try Options.count(name, value, upTo: 100_000_000)
      case "--sizes": sizes = try Options.sizes(value)
      case "--idle-seconds": idleSeconds = try Options.count(name, value, upTo: 86_400)
      case "--inputs": inputs = value
      case "--program": program = value
      case "--against": against = value
      case "--only":
        only += value.split(separator: ",").map(String.init)
        if let unknown = only.first(where: { !Measures.names.contains($0) }) {
          throw .usage("--only \(unknown): there are \(Measures.names.joined(separator: ", "))")
        }
      default: throw .usage("\(name): unknown")
      }
    }
  }

  /// Reading many rows takes its time, and the spread is small.
  var readingRuns: Int { max(3, runs / 3) }

  func wants(_ name: String) -> Bool { only.isEmpty || only.contains(name) }

  private static func sizes(_ value: String) throws(Wrong) -> Sizes {
    let parts = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw .usage("--sizes \(value): two numbers") }
    let city = try count("--sizes", parts[0], upTo: 25_000_000)
    let region = try count("--sizes", parts[1], upTo: 25_000_000)
    guard city >= 10_000, region >= city else {
      throw .usage("--sizes \(value): at least 10000 rows, and the second no less than the first")
    }
    return Sizes(city: city, region: region)
  }

  private static func count(_ name: String, _ value: String, upTo most: Int) throws(Wrong) -> Int {
    guard let count = Int(value), (1...most).contains(count) else { throw .usage("\(name) \(value): 1 to \(most)") }
    return count
  }
}
