/// A place in a text, as an editor shows it: lines and columns from 1, columns in Unicode scalars.
package struct TomlPlace: Hashable, Comparable, Sendable {
  /// From 1.
  package var line: Int
  /// From 1, in Unicode scalars; a byte-order mark is not counted.
  package var column: Int

  /// The place at `line` and `column`.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Where every text begins.
  package static let start = TomlPlace(line: 1, column: 1)

  /// Earlier in the text comes first.
  package static func < (a: TomlPlace, b: TomlPlace) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// What a value is.
package enum TomlKind: String, Hashable, Sendable, CaseIterable {
  /// A text.
  case string
  /// A whole number of 64 bits.
  case integer
  /// A number with a point, an exponent, an infinity or not-a-number. As an expectation it takes whole numbers too.
  case float
  /// `true` or `false`.
  case boolean
  /// A day: `2026-03-30`, without quotes.
  case date
  /// A time of day.
  case time
  /// A day with a time.
  case dateTime
  /// A list.
  case array
  /// A table, by header or in braces.
  case table
}

/// Why a text cannot be read, or a value not be used: where, what was expected, what was found. No words for people:
/// those are made from it elsewhere; ``description`` is for developers.
package struct TomlError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What should be there.
  package enum Expectation: Hashable, Sendable {
    /// A text that follows TOML 1.0.
    case document
    /// A value of this kind.
    case kind(TomlKind)
    /// A list whose every element is of this kind.
    case list(TomlKind)
  }

  /// What is there.
  package enum Finding: Hashable, Sendable {
    /// The key is absent.
    case nothing
    /// A value of this kind.
    case kind(TomlKind)
    /// Text that breaks the syntax; the parser's English reason.
    case syntax(String)
    /// Tables or lists nested deeper than ``TomlDocument/deepest``.
    case tooDeep
    /// More bytes than ``TomlDocument/largest``.
    case tooLarge
    /// A NUL character, plain or escaped.
    case nul
  }

  /// Where: the value for a wrong kind, the table that should hold it for an absent key.
  package var place: TomlPlace
  /// The path of the key: `measure[1].item[2].target`, list elements counted from 1; empty for a whole document.
  package var key: String
  /// What should be there.
  package var expected: Expectation
  /// What is there.
  package var found: Finding

  /// Every field.
  package init(place: TomlPlace, key: String, expected: Expectation, found: Finding) {
    self.place = place
    self.key = key
    self.expected = expected
    self.found = found
  }

  /// `3:9: plan.year: expected integer, found string`.
  package var description: String {
    let wanted =
      switch expected {
      case .document: "a TOML document"
      case .kind(let kind): kind.rawValue
      case .list(let kind): "list of " + kind.rawValue
      }
    let seen =
      switch found {
      case .nothing: "nothing"
      case .kind(let kind): kind.rawValue
      case .syntax(let reason): "bad syntax: " + reason
      case .tooDeep: "tables or lists nested too deeply"
      case .tooLarge: "too large a text"
      case .nul: "a NUL character"
      }
    let path = key.isEmpty ? "" : key + ": "
    return "\(place.line):\(place.column): \(path)expected \(wanted), found \(seen)"
  }
}
