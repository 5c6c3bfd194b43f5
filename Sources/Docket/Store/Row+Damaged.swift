import Foundation
import GRDB

/// Reads a row without trusting the table's promise of what stands there: in a damaged file there may be anything, and
/// asking for it as a value of another kind would end the program.
extension Row {
  /// A number; 0 where there is none.
  func number(_ column: Int) -> Int64 { Int64.fromDatabaseValue(self[column] as DatabaseValue) ?? 0 }

  /// A number; nil where there is none.
  func numberIfPresent(_ column: Int) -> Int64? { Int64.fromDatabaseValue(self[column] as DatabaseValue) }

  /// A text; empty where there is none.
  func text(_ column: Int) -> String { textIfPresent(column) ?? "" }

  /// A text; nil where there is none.
  func textIfPresent(_ column: Int) -> String? { String.fromDatabaseValue(self[column] as DatabaseValue) }

  /// Bytes; empty where there are none.
  func bytes(_ column: Int) -> [UInt8] {
    Data.fromDatabaseValue(self[column] as DatabaseValue).map { [UInt8]($0) } ?? []
  }
}
