import Policy
import Tabular

/// What is known of the texts of `progress` rows of one form: which fields they have, and what each text met so far
/// stands for. It serves all files of the form that one thread reads.
///
/// ``RowChecker`` alone decides what a text means; here is only remembered what it said of good rows.
final class ProgressKnowledge {
  /// What files must have in common to share it.
  struct Form: Hashable {
    var encoding: TextEncoding
    var format: FileFormat
    var fields: [Int?]
    var width: Int
  }

  let steps: [FieldStep]
  /// How many traits a row has.
  let traitCount: Int
  /// For each step what its text stands for, as the file's own bytes have it between two delimiters.
  let raw: [TextTable]
  /// For each column of the table what its text stands for, decoded, unquoted and trimmed.
  let read: [TextTable]

  /// By what means rows are swept (`csweep_portable` …).
  let means: Int32

  init(_ header: HeaderMatch, means: Int32 = TextHash.bestMeans) {
    self.means = means
    steps = FieldStep.steps(header)
    traitCount = steps.reduce(0) { count, step in if case .traits(let own) = step { count + own.count } else { count } }
    raw = steps.map { _ in TextTable(means: means) }
    read = ProgressTable.columns.map { _ in TextTable(means: means) }
  }
}
