/// A page of the console. Its number is its key and never moves, whatever pages there are.
package enum Page: String, Hashable, Sendable, CaseIterable {
  case overview
  case district
  case institutions
  case bases
  case data

  /// The digit that opens it.
  package var number: Int {
    switch self {
    case .overview: 1
    case .district: 2
    case .institutions: 4
    case .bases: 5
    case .data: 8
    }
  }

  package var word: CommonWord {
    switch self {
    case .overview: .overview
    case .district: .district
    case .institutions: .institutions
    case .bases: .bases
    case .data: .data
    }
  }

  /// Its lists in the order in which Tab goes through them.
  package var panes: [Pane] {
    switch self {
    case .overview: [.districts]
    case .district: [.targets, .grades, .funding]
    case .institutions: [.institutions]
    case .bases: [.bases, .projects]
    case .data: [.senders, .problems, .files]
    }
  }
}

/// A list on a page: it has rows with identities, a selection and a scroll position.
package enum Pane: Hashable, Sendable, CaseIterable {
  case districts
  case targets
  case grades
  case funding
  case institutions
  case bases
  case projects
  case senders
  case files
  case problems
}
