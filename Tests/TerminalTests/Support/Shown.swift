import PseudoTerminal
import Screen

import struct PseudoTerminal.Pen

@testable import Terminal

/// A terminal on which frames are painted straight, without a process.
struct Shown {
  let size: Size
  private(set) var emulator: Emulator
  private var painter: DirectPainter

  init(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    emulator = Emulator(columns: columns, rows: rows)
    painter = Self.painter(Described.xterm)
  }

  private static func painter(_ commands: ScreenCommands) -> DirectPainter {
    // What ncurses sends to clear a screen that has been another's, or of another size.
    DirectPainter(depth: .trueColor, asciiOnly: false, commands: commands) {
      Array("\u{1b}[1;3r\u{1b}[H\u{1b}[2J".utf8)
    }
  }

  func with(commands: ScreenCommands) -> Shown {
    var other = self
    other.painter = Self.painter(commands)
    return other
  }

  /// Gives the bytes that were sent.
  @discardableResult
  mutating func paint(_ frame: Frame, _ theme: Theme) -> [UInt8] {
    painter.place(frame, theme: theme, size: size)
    let bytes = painter.takeOutput()
    emulator.feed(bytes)
    return bytes
  }

  /// Others write, and the program is told.
  mutating func disturb() {
    emulator.feed(Array("\u{1b}[3;2H\u{1b}[7;31mwhat others wrote\u{1b}[?25l".utf8))
    painter.forget()
  }

  /// Where the terminal shows something else than the frame.
  func faults(_ frame: Frame, _ theme: Theme) -> [String] {
    var faults: [String] = emulator.unknown + (emulator.isWhole ? [] : ["half of a wide character"])
    var looks: [Style: Pen] = [:]
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let (wanted, seen) = (frame[column, row], emulator[column, row])
        let look = looks[wanted.style] ?? Pen(theme.look(of: wanted.style, .trueColor))
        looks[wanted.style] = look
        let isSame =
          wanted.width == 0
          ? seen.width == 0
          : seen.text == wanted.text.string && seen.width == Int(wanted.width)
            && (wanted.text == .blank ? seen.pen.onBlank == look.onBlank : seen.pen == look)
        if !isSame { faults.append("\(column),\(row): \(seen) instead of \(wanted)") }
      }
    }
    return faults
  }
}
