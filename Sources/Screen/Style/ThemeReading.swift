package import Toml

extension Theme {
  /// Reads a theme file. Roles that it leaves out look like plain text.
  ///
  /// Keys that mean nothing are no error: `unknown` is told each, so that a misspelt role does not pass in silence.
  package static func read(
    toml text: String, name: String, unknown: (TomlTable.UnknownKey) -> Void = { _ in }
  ) throws(ThemeError) -> Theme {
    let root = try ThemeReading.ask { () throws(TomlError) in try TomlDocument(text).root }
    let page = try ThemeReading.table("page", in: root)
    let selection = try ThemeReading.table("selection", in: root)
    let theme = Theme(
      name: name,
      page: try ThemeReading.appearance(page) ?? Appearance(),
      selection: try ThemeReading.appearance(selection) ?? Appearance(bold: true, reverse: true),
      roles: try ThemeReading.roles(ThemeReading.table("roles", in: root)),
      paintsPage: try ThemeReading.flag("paint", in: page))
    for key in root.unknownKeys() { unknown(key) }
    return theme
  }
}

extension Role {
  /// Its name in a theme file.
  package var name: String { String(describing: self) }
}

/// The parts of a theme file.
enum ThemeReading {
  static func ask<Value>(_ question: () throws(TomlError) -> Value) throws(ThemeError) -> Value {
    do { return try question() } catch { throw .toml(error) }
  }

  static func table(_ key: String, in parent: TomlTable) throws(ThemeError) -> TomlTable? {
    try ask { () throws(TomlError) in try parent.tableIfPresent(key) }
  }

  static func flag(_ key: String, in table: TomlTable?) throws(ThemeError) -> Bool {
    guard let table else { return false }
    return try ask { () throws(TomlError) in try table.boolIfPresent(key) } ?? false
  }

  static func roles(_ table: TomlTable?) throws(ThemeError) -> [Role: Appearance] {
    guard let table else { return [:] }
    var roles: [Role: Appearance] = [:]
    for role in Role.allCases { roles[role] = try appearance(self.table(role.name, in: table)) ?? Appearance() }
    return roles
  }

  static func appearance(_ table: TomlTable?) throws(ThemeError) -> Appearance? {
    guard let table else { return nil }
    return Appearance(
      foreground: try color("fg", in: table), background: try color("bg", in: table),
      bold: try flag("bold", in: table), dim: try flag("dim", in: table),
      underline: try flag("underline", in: table), reverse: try flag("reverse", in: table))
  }

  /// A list of an exact colour and a name, or one of them alone.
  private static func color(_ key: String, in table: TomlTable) throws(ThemeError) -> ThemeColor {
    guard table.has(key) else { return .standard }
    var colors: [ThemeColor] = []
    for text in try texts(key, in: table) {
      guard let color = color(text) else {
        throw .badColor(key: table.path(of: key), text: text, place: table.place(of: key))
      }
      colors.append(color)
    }
    switch colors.count {
    case 1: return colors[0]
    case 2: return ThemeColor(rgb: colors[0].rgb, ansi: colors[1].ansi)
    default: throw .badColorCount(key: table.path(of: key), place: table.place(of: key))
    }
  }

  private static func texts(_ key: String, in table: TomlTable) throws(ThemeError) -> [String] {
    do {
      return try table.strings(key)
    } catch {
      guard error.found == .kind(.string), error.expected == .list(.string) else { throw .toml(error) }
    }
    return [try ask { () throws(TomlError) in try table.string(key) }]
  }

  /// `#rrggbb`, a name of the 16 colours, or `default`; nil for anything else.
  static func color(_ text: String) -> ThemeColor? {
    if text == "default" { return .standard }
    if let index = Palette.names.firstIndex(of: text) {
      return ThemeColor(rgb: nil, ansi: UInt8(truncatingIfNeeded: index))
    }
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6, digits.allSatisfy(isHexDigit),
      let value = UInt32(String(text.dropFirst()), radix: 16)
    else { return nil }
    let rgb = ThemeColor.RGB(
      red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
      blue: UInt8(truncatingIfNeeded: value))
    return ThemeColor(rgb: rgb, ansi: Palette.nearest16(to: rgb))
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
