import Console
import Reports
import Screen

/// What one check of `jineng doctor` came to: what people read, and what scripts do.
struct Finding: Hashable, Sendable {
  let entry: DoctorEntry
  let facts: [DoctorFact]

  init(
    _ check: DoctorCheck, _ verdict: DoctorVerdict, _ message: Phrase, remedy: Phrase? = nil, sample: [Line] = [],
    facts: [DoctorFact] = []
  ) {
    entry = DoctorEntry(check, verdict, message, remedy: remedy, sample: sample)
    self.facts = facts
  }

  var verdict: DoctorVerdict { entry.verdict }

  func report(_ language: Language) -> DoctorReport.Check {
    DoctorReport.Check(
      id: entry.check.rawValue, verdict: verdict.rawValue, message: language(entry.message).string,
      remedy: entry.remedy.map { language($0).string }, facts: facts)
  }
}

extension [Finding] {
  /// In the order in which checks are told.
  var inOrder: [Finding] { DoctorCheck.allCases.flatMap { check in filter { $0.entry.check == check } } }

  /// Nothing keeps the program from being used.
  var areUsable: Bool { allSatisfy { $0.verdict != .bad } }
}
