package import Toml

/// Why a theme cannot be used: where and what. The place is that of the file.
package enum ThemeError: Error, Hashable, Sendable {
  /// It breaks TOML's syntax, or a value has the wrong kind.
  case toml(TomlError)
  /// A colour that is neither `#rrggbb` nor a name.
  case badColor(key: String, text: String, place: TomlPlace)
  /// A list of colours that does not have one or two members.
  case badColorCount(key: String, place: TomlPlace)

  /// Line and column, from 1.
  package var place: TomlPlace {
    switch self {
    case .toml(let error): error.place
    case .badColor(_, _, let place), .badColorCount(_, let place): place
    }
  }
}

extension ThemeError: CustomStringConvertible {
  /// For developers and logs: `12:9: roles.dim.fg: not a colour: "#12345"`.
  package var description: String {
    switch self {
    case .toml(let error): error.description
    case .badColor(let key, let text, let place):
      "\(place.line):\(place.column): \(key): not a colour: \"\(SafeText(text))\""
    case .badColorCount(let key, let place):
      "\(place.line):\(place.column): \(key): expected one or two colours"
    }
  }
}
