package import Screen

/// What came of a look at the theme's file, after it changed under a running console.
package struct ThemeNews: Sendable {
  package enum Outcome: Sendable {
    /// The theme, and the keys in it that mean nothing.
    case read(Theme, unknown: [ThemeFault])
    /// It cannot be used, for this reason.
    case broken(ThemeFault)
    /// It cannot be read, for the system's reason.
    case unreadable(String)
    /// It is gone.
    case removed
  }

  /// The file's name without its folder.
  package var file: String
  package var outcome: Outcome

  package init(file: String, _ outcome: Outcome) {
    self.file = file
    self.outcome = outcome
  }
}
