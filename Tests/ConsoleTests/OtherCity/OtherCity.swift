import Console
import Glibc
import Policy
import Records
import Sample
import Testing

@testable import Console

/// A city that does not exist, with a plan of its own and a sample year made for it: forty districts, seven measures, a year
/// that runs from April to March, labels that are English only. Made and read once for the whole run.
enum OtherCity {
  /// 2028-11-20: most of the year is behind.
  static let today = Day(number: 21_508)

  static func loaded() throws -> Loaded { try made.get() }

  static func session(
    _ page: Page, _ columns: Int, _ rows: Int, settings: ConsoleSettings = ConsoleSettings()
  ) throws -> Session { Session(try loaded(), page, columns, rows, settings: settings, asOf: today) }

  /// The plan's file.
  static var planFile: String {
    let tests = #filePath.split(separator: "/").dropLast(3)
    return "/" + tests.joined(separator: "/") + "/Fixtures/OtherCity/plan.toml"
  }

  private static let made = Result { try make() }

  private static func make() throws -> Loaded {
    let plan = try DirectoryReader(DirectorySource(root: "/", planFile: planFile), for: .plan).read().plan
    return try withTemporaryDirectory { root in
      try SampleWriter(plan: plan, options: SampleOptions(through: today)).write(to: root)
      let reader = DirectoryReader(DirectorySource(root: root, planFile: planFile))
      return Directories.loaded(try reader.read(), asOf: today)
    }
  }

  /// Whatever of a text only the built-in plan could have brought: its city, its districts, its codes, its items.
  static func traces(in text: String) throws -> [String] {
    try words.get().filter { word in text.withCString { strstr($0, word) != nil } }
  }

  private static let words: Result<[String], any Error> = Result {
    let builtIn = try Plan.builtIn()
    var words = ["上海", "沪", "Shanghai", builtIn.document.number]
    for district in builtIn.districts { words += [district.code.rawValue, district.name, district.pinyin] }
    for item in builtIn.items + builtIn.closing { words += [item.id.rawValue, item.label.zh, item.label.en] }
    for measure in builtIn.measures { words += [measure.title.zh, measure.title.en] }
    // What the sample writes of a project's direction, in every city, holds the names of two items.
    return words.filter { !"新技能培训项目目录".contains($0) }
  }
}
