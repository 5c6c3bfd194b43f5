import Screen

/// Mouse reports (xterm control sequences, "Mouse Tracking"): presses of the left button, and the wheel.
enum MouseReport {
  /// `ESC [ < button ; column ; row M`; releases end in `m`.
  static func modern(_ bytes: [UInt8]) -> Key? {
    guard bytes.count > 4, bytes[2] == 0x3c, bytes.last == 0x4d else { return nil }
    let numbers = bytes[3..<(bytes.count - 1)].split(separator: 0x3b).map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2] else { return nil }
    return key(button: button, column: column, row: row)
  }

  /// The three bytes after `ESC [ M`, each 32 too high.
  static func old(_ bytes: [UInt8]) -> Key? {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    return key(button: Int(bytes[0]) - 32, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32)
  }

  private static func key(button: Int, column: Int, row: Int) -> Key? {
    guard (1...10_000).contains(column), (1...10_000).contains(row) else { return nil }
    switch button {
    case 0: return .click(Point(column: column - 1, row: row - 1))
    case 64: return .wheel(-1)
    case 65: return .wheel(1)
    default: return nil
    }
  }
}
