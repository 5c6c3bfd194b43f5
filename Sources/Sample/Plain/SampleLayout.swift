/// How the rows of a sample are laid out in files.
package enum SampleLayout: String, Sendable, Hashable, CaseIterable {
  /// A file for each office and month, each in the office's own style, with the mistakes that people make.
  case sample
  /// `progress.csv`: every row in one plain file that any program reads.
  case one
  /// `progress/310115/2026-03-05.csv`: the same rows, a plain file for each district and day.
  case daily
}
