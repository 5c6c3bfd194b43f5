/// What a directory is read for: it decides what is worth computing at once.
public enum ReadingPurpose: Hashable, Sendable {
  /// The plan in force with its districts and its calendar, once: no other table is opened.
  case plan
  /// Figures, once: digests of large tables are left out.
  case figures
  /// Everything that can be said of the files, once.
  case files
  /// Figures first; then the directory is watched, and digests follow while nothing else is to be done.
  case watching
}
