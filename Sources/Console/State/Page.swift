/// A page of the console. Its number is its key and never moves, whatever pages there are.
package enum Page: String, Hashable, Sendable, CaseIterable {
  case overview
  case district
  case map
  case institutions
  case bases
  case measures
  case triage
  case data

  /// The digit that opens it.
  package var number: Int {
    switch self {
    case .overview: 1
    case .district: 2
    case .map: 3
    case .institutions: 4
    case .bases: 5
    case .measures: 6
    case .triage: 7
    case .data: 8
    }
  }

  package var word: CommonWord {
    switch self {
    case .overview: .overview
    case .district: .district
    case .map: .map
    case .institutions: .institutions
    case .bases: .bases
    case .measures: .measures
    case .triage: .triage
    case .data: .data
    }
  }

  /// Its name on a narrow window's tabs: what stands beside them, above all that data are a sample, needs room too.
  package var tab: Phrase {
    let whole = word.phrase
    return switch self {
    case .overview: Phrase(whole.zh, "Over")
    case .district: Phrase(whole.zh, "Dist")
    case .institutions: Phrase(whole.zh, "Inst")
    case .measures: Phrase(whole.zh, "Meas")
    case .map, .bases, .triage, .data: whole
    }
  }

  /// Its lists in the order in which Tab goes through them.
  package var panes: [Pane] {
    switch self {
    case .overview: [.districts]
    case .district: [.targets, .grades, .funding, .trend]
    case .map: [.tiles]
    case .institutions: [.institutions]
    case .bases: [.bases, .projects]
    case .measures: [.measures, .parts]
    case .triage: [.queue, .promises, .timeline]
    case .data: [.senders, .problems, .files]
    }
  }
}

/// A list on a page: it has rows with identities, a selection and a scroll position.
package enum Pane: String, Hashable, Sendable, CaseIterable {
  case districts
  case targets
  case grades
  case funding
  /// The chart of the selected target: it has the rows of ``targets`` and shares their selection.
  case trend
  case tiles
  case institutions
  case bases
  case projects
  case measures
  /// What the selected row of the plan's tree consists of.
  case parts
  /// The cases of 督办.
  case queue
  /// 承诺.
  case promises
  /// The entries of the case under the queue's cursor.
  case timeline
  case senders
  case files
  case problems
}
