import PseudoTerminal

/// Text that people see: what may not be in it.
enum ShownText {
  /// Control characters but line ends, and characters that are invisible or reorder others; as code points.
  static func hidden(in bytes: [UInt8]) -> Set<String> {
    guard let text = String(validating: bytes, as: UTF8.self) else { return ["broken UTF-8"] }
    return Set(text.unicodeScalars.filter { isHidden($0) }.map { "U+" + String($0.value, radix: 16, uppercase: true) })
  }

  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\n" || scalar.value == 0x7f || ByteOracle.isHidden(scalar)
  }

  /// How many columns the widest line takes in a terminal.
  static func width(_ text: String) -> Int {
    text.split(separator: "\n").map { line in
      var screen = Emulator(columns: 1200, rows: 1)
      screen.feed(Array(line.utf8))
      return screen.cursor.column
    }.max() ?? 0
  }
}
