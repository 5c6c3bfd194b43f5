package import Screen

/// What one check says.
package struct DoctorEntry: Hashable, Sendable {
  package let check: DoctorCheck
  package let verdict: DoctorVerdict
  /// What was found.
  package let message: Phrase
  /// What to do about it; nil where there is nothing to do.
  package let remedy: Phrase?
  /// What a person is to look at.
  package let sample: [Line]

  package init(
    _ check: DoctorCheck, _ verdict: DoctorVerdict, _ message: Phrase, remedy: Phrase? = nil, sample: [Line] = []
  ) {
    self.check = check
    self.verdict = verdict
    self.message = message
    self.remedy = remedy
    self.sample = sample
  }
}

extension DoctorVerdict {
  /// The colour it is told in.
  package var role: Role {
    switch self {
    case .good: .onPace
    case .warning: .warning
    case .bad: .error
    case .untested: .dim
    case .look: .changed
    }
  }
}
