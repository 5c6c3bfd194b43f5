package import Toml

/// What is wrong in a theme file, and where, for those who put it into words. No file name: the reader does not know it.
package struct ThemeFault: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The text breaks TOML's syntax; the parser's English reason.
    case syntax(String)
    /// No text that can be read at all: too large, nested too deeply, or with a NUL character.
    case unusableText
    /// The value is no table of the kind `{ fg = …, bold = true }`.
    case noTable
    /// The value is neither `true` nor `false`.
    case noFlag
    /// The value is neither a colour nor a list of one or two.
    case noColors
    /// The text is neither `#rrggbb` nor a colour's name.
    case badColor(String)
    /// The key, or the role, means nothing; `meant` is one spelt nearly the same. The rest of the file is used.
    case unknownKey(meant: String?)
  }

  /// From 1.
  package var line: Int
  /// From 1, in Unicode scalars.
  package var column: Int
  /// The path of the key, such as `roles.dim.fg`; empty for the whole text.
  package var key: String
  package var reason: Reason

  package init(line: Int, column: Int, key: String, reason: Reason) {
    self.line = line
    self.column = column
    self.key = key
    self.reason = reason
  }

  /// Why a theme file cannot be used.
  package init(_ error: ThemeError) {
    let (key, reason): (String, Reason) =
      switch error {
      case .badColor(let key, let text, _): (key, .badColor(text))
      case .badColorCount(let key, _): (key, .noColors)
      case .toml(let error): (error.key, Reason(error))
      }
    self.init(line: error.place.line, column: error.place.column, key: key, reason: reason)
  }

  /// A key that ``Theme/read(toml:name:unknown:)`` did not know.
  package init(unknown key: TomlTable.UnknownKey) {
    self.init(line: key.place.line, column: key.place.column, key: key.key, reason: .unknownKey(meant: key.meant))
  }
}

extension ThemeFault.Reason {
  fileprivate init(_ error: TomlError) {
    switch (error.found, error.expected) {
    case (.syntax(let reason), _): self = .syntax(reason)
    case (_, .kind(.table)): self = .noTable
    case (_, .kind(.boolean)): self = .noFlag
    case (_, .list), (_, .kind): self = .noColors
    case (_, .document): self = .unusableText
    }
  }
}
