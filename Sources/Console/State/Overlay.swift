package import Policy
import Screen

/// What stands over the page.
package enum Overlay: Hashable, Sendable {
  case menu(MenuState)
  case prompt(PromptState)
  case detail(DetailState)
  case provenance(ProvenanceState)
  case gap(GapState)
  case chart(ChartState)
  case whatIf(WhatIfState)
  case changes(ChangesState)
  case revisions(RevisionsState)
  case deed(DeedDialog)
  /// Quit? The key that confirms is not the key that asked.
  case confirmQuit
}

/// A list of choices that a person can filter and run: help, palette, pages, sort, export, as-of.
package struct MenuState: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case help
    case palette
    case pages
    case sort
    case asOf
    case export
    /// What can be done to a case besides what has a key of its own; a letter chooses at once.
    case caseSteps
  }

  package var kind: Kind
  /// Letters typed so far.
  package var filter = ""
  /// Index among the lines that match.
  package var index = 0

  package init(_ kind: Kind) { self.kind = kind }
}

/// One line of text to type.
package struct PromptState: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case find
    case filter
  }

  package var kind: Kind
  package var text: String
  /// The selection when the prompt opened: Esc goes back to it.
  package var origin: String?
  /// What of everything fits the text.
  package var find = FindState()

  package init(_ kind: Kind, text: String = "", origin: String? = nil) {
    self.kind = kind
    self.text = text
    self.origin = origin
  }
}

/// A row in full.
package struct DetailState: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case item(ItemID, DistrictCode)
    case institution(String)
    case base(String)
    case project(String)
    case file(String)
    case problem(Int)
    case caseFile(Int)
  }

  package var subject: Subject
  /// First line shown.
  package var offset = 0

  package init(_ subject: Subject) { self.subject = subject }
}
