import Console
import Policy
import Records
import Reports
import Screen
import Terminal

/// The plan and the time, which must go together, and the config file.
struct TimeChecks {
  /// What stands in the plan's file; nil: the built-in plan is in force.
  let written: Result<WrittenPlan?, DirectoryError>
  /// Seconds since 1970-01-01 UTC.
  let now: Double
  /// When a file of the directory was written last; nil without files.
  let newestFile: Double?
  let zone: ZoneSurvey
  let config: ConfigFile
  let hasConfig: Bool

  /// A difference of clocks that nobody sees in the records, in seconds.
  private static let tolerance = 120.0

  var findings: [Finding] {
    let reading = (try? written.get()).map { written in
      Plan.check(toml: written?.text ?? Plan.builtInText, file: written?.file ?? Plan.builtInFile)
    }
    return [plan(reading), clock(reading?.plan), timeZone, configFile]
  }

  private func plan(_ reading: PlanReading?) -> Finding {
    let file = (try? written.get())?.file
    let errors = reading?.faults.count { $0.severity == .error }
    let facts = [
      DoctorFact("file", file), DoctorFact("year", reading?.plan?.year), DoctorFact("errors", errors),
      DoctorFact("advice", reading.map { $0.faults.count - (errors ?? 0) }),
    ]
    func finding(_ verdict: DoctorVerdict, _ message: Phrase, _ remedy: Phrase? = nil) -> Finding {
      Finding(.plan, verdict, message, remedy: remedy, facts: facts)
    }
    switch written {
    case .failure(.unreadable(let path, let reason)):
      return finding(.bad, TimeAdvice.unread(path, reason), TimeAdvice.namePlan)
    case .failure: return finding(.untested, PlaceAdvice.noPlace)
    case .success(let written):
      let name = written?.file ?? Plan.builtInFile
      guard let reading, let plan = reading.plan else {
        return finding(.bad, TimeAdvice.broken(name, errors ?? 0), TimeAdvice.checkPlan)
      }
      if !reading.faults.isEmpty {
        let message = TimeAdvice.doubtful(name, year: plan.year, reading.faults.count)
        return finding(.warning, message, TimeAdvice.checkPlan)
      }
      return finding(
        .good, written == nil ? TimeAdvice.builtIn(year: plan.year) : TimeAdvice.plan(name, year: plan.year))
    }
  }

  private func clock(_ plan: Plan?) -> Finding {
    let time = ShanghaiTime(seconds: now)
    let isInside = plan.map { $0.periodStart <= time.day && time.day <= $0.periodEnd }
    let ahead = max(0, (newestFile ?? now) - now)
    let facts = [
      DoctorFact("now", time.dateAndClock), DoctorFact("in_period", isInside),
      DoctorFact("seconds_behind_newest_file", Int64(min(ahead, 1e12))),
    ]
    let text = time.dateAndClock
    if ahead > TimeChecks.tolerance {
      let minutes = Int(min(ahead / 60, 1e9))
      return Finding(
        .clock, .warning, TimeAdvice.behind(text, minutes), remedy: TimeAdvice.setClock, facts: facts)
    }
    guard let plan, let isInside else { return Finding(.clock, .good, TimeAdvice.clockAlone(text), facts: facts) }
    return isInside
      ? Finding(.clock, .good, TimeAdvice.clock(text), facts: facts)
      : Finding(
        .clock, .warning, TimeAdvice.outside(text, plan.periodStart.iso, plan.periodEnd.iso),
        remedy: TimeAdvice.otherPlan, facts: facts)
  }

  private var timeZone: Finding {
    let facts = [DoctorFact("name", zone.name), DoctorFact("has_shanghai", zone.hasShanghai)]
    if zone.isByVariable, !zone.isKnown {
      return Finding(.timeZone, .warning, TimeAdvice.noZone(zone.name), remedy: TimeAdvice.setZone, facts: facts)
    }
    let message = zone.hasShanghai ? TimeAdvice.zone(zone.name) : TimeAdvice.noDatabase(zone.name)
    return Finding(.timeZone, .good, message, facts: facts)
  }

  private var configFile: Finding {
    let facts = [
      DoctorFact("path", ConfigFile.path), DoctorFact("exists", hasConfig),
      DoctorFact("faults", config.faults.count),
    ]
    if !config.faults.isEmpty {
      return Finding(
        .config, .warning, TimeAdvice.configFaults(config.faults), remedy: TimeAdvice.mendConfig, facts: facts)
    }
    let message = hasConfig ? TimeAdvice.config(ConfigFile.path) : TimeAdvice.noConfig(ConfigFile.path)
    return Finding(.config, .good, message, facts: facts)
  }
}
