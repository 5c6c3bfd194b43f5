/// The plan that is compiled in.
enum BuiltInPlan {
  /// Decoded once, on first use. A failure is kept and thrown like any other plan's: nothing here can trap.
  static let plan: Result<Plan, PlanError> = {
    // It fills what other plans leave open, so that it must leave nothing open itself.
    let read = PlanReader.read(Plan.builtInText, file: Plan.builtInFile) { nil }
    do throws(PlanError) { return .success(try read.whole()) } catch { return .failure(error) }
  }()
}

extension Plan {
  /// How the built-in plan's file is named.
  public static let builtInFile = "shanghai-2026.toml"

  /// The text of the built-in plan.
  public static var builtInText: String { String(decoding: PackageResources.shanghai_2026_toml, as: UTF8.self) }

  /// A plan of a made-up city with every kind of item and every key explained: what `plan template` prints for another
  /// city or year to begin with.
  public static var templateText: String { String(decoding: PackageResources.template_toml, as: UTF8.self) }

  /// The built-in plan, 沪人社职〔2026〕79号. Decoded once; later calls cost nothing.
  ///
  /// - Throws: ``PlanError`` if the text that was compiled in cannot be read; the tests prove that it can.
  public static func builtIn() throws(PlanError) -> Plan { try BuiltInPlan.plan.get() }

  /// Reads a plan from the text of a TOML file and tells everything that is wrong with it, or looks so.
  ///
  /// What the file leaves open is filled: standard thresholds; the built-in rubric; funding from its base item, else the
  /// built-in rules; the built-in districts if the city is the built-in one, else none; the built-in calendar if the year
  /// is the built-in one, else none.
  ///
  /// - Parameters:
  ///   - text: the whole file; `\r\n` and a byte-order mark are welcome.
  ///   - file: how faults name it.
  public static func check(toml text: String, file: String) -> PlanReading {
    PlanReader.read(text, file: file) { try? builtIn() }
  }

  /// Reads a plan from the text of a TOML file; see ``check(toml:file:)``.
  ///
  /// - Returns: the plan, and a notice with ``ProblemCode/unknownKey`` for every key that means nothing (its line, and
  ///   its path as the column).
  /// - Throws: ``PlanError`` with everything that makes the plan unusable.
  public static func read(toml text: String, file: String) throws(PlanError) -> (plan: Plan, notices: [Problem]) {
    let reading = check(toml: text, file: file)
    return (try reading.whole(), reading.keysWithoutMeaning)
  }

  /// Reads a plan from the text of a TOML file and leaves its notices aside; see ``read(toml:file:)``.
  public init(toml text: String, file: String) throws(PlanError) {
    self = try Plan.read(toml: text, file: file).plan
  }
}
