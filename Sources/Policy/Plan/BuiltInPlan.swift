/// The plan that is compiled in.
enum BuiltInPlan {
  /// What its errors would name as the file.
  static let file = "shanghai-2026.toml"

  /// Decoded once, on first use. A failure is kept and thrown like any other plan's: nothing here can trap.
  static let plan: Result<Plan, PlanError> = {
    do throws(PlanError) {
      // It fills what other plans leave open, so that it must leave nothing open itself.
      let read = try PlanReader.read(Plan.builtInText, file: file) { () throws(PlanError) in
        throw PlanError(file: file, line: 1, column: 1, key: "", reason: .missing(expected: .table))
      }
      return .success(read.plan)
    } catch {
      return .failure(error)
    }
  }()
}

extension Plan {
  /// The text of the built-in plan: what `plan template` prints for another city or year to begin with.
  public static var builtInText: String { String(decoding: PackageResources.shanghai_2026_toml, as: UTF8.self) }

  /// The built-in plan, 沪人社职〔2026〕79号. Decoded once; later calls cost nothing.
  ///
  /// - Throws: ``PlanError`` if the text that was compiled in cannot be read; the tests prove that it can.
  public static func builtIn() throws(PlanError) -> Plan { try BuiltInPlan.plan.get() }

  /// Reads a plan from the text of a TOML file.
  ///
  /// What the file leaves open is filled: standard thresholds; the built-in rubric; funding from its base item, else the
  /// built-in rules; the built-in districts if the city is the built-in one, else none; the built-in calendar if the year
  /// is the built-in one, else none.
  ///
  /// - Parameters:
  ///   - text: the whole file; `\r\n` and a byte-order mark are welcome.
  ///   - file: how errors and notices name it.
  /// - Returns: the plan, and a notice with ``ProblemCode/unknownKey`` for every key that means nothing (its line, and
  ///   its path as the column).
  /// - Throws: ``PlanError`` for the first thing that makes the plan unusable.
  public static func read(toml text: String, file: String) throws(PlanError) -> (plan: Plan, notices: [Problem]) {
    try PlanReader.read(text, file: file) { () throws(PlanError) in try builtIn() }
  }

  /// Reads a plan from the text of a TOML file and leaves its notices aside; see ``read(toml:file:)``.
  public init(toml text: String, file: String) throws(PlanError) {
    self = try Plan.read(toml: text, file: file).plan
  }
}
