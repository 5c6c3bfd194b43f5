/// A small xterm: turns the bytes of a full-screen program into a grid of cells. It knows what ncurses sends for
/// xterm-256color, linux and vt100; anything else it skips and counts.
package struct Emulator {
  package private(set) var columns: Int
  package private(set) var rows: Int
  /// Whether the alternate screen is shown.
  package private(set) var isAlternate = false
  package private(set) var isCursorVisible = true
  /// The cursor keys and the keypad send their other codes.
  package private(set) var isKeypadApplication = false
  /// Private modes that are on, except the ones above: mouse, paste and so on.
  package private(set) var modes: Set<Int> = []
  package private(set) var cursor = (column: 0, row: 0)
  /// The pen in force: a shell's prompt would be drawn with it.
  package private(set) var pen = Pen()
  /// Sequences it did not understand.
  package private(set) var unknown: [String] = []
  /// Operating-system commands, as they came.
  package private(set) var commands: [String] = []
  /// Answers to questions about the cursor, not given yet.
  package private(set) var cursorReports: [[UInt8]] = []

  let ambiguousWidth: Int
  var grid: [[Cell]]
  private var hiddenGrid: [[Cell]]
  private var saved = (column: 0, row: 0, pen: Pen())
  private var region: ClosedRange<Int>
  private var wrapsNext = false
  private var drawsLines = false
  private var last: Unicode.Scalar = " "
  private var parser = SequenceParser()

  package struct Cell: Hashable, Sendable {
    package var text = " "
    /// 2 for the left half of a wide character, 0 for its right half.
    package var width = 1
    package var pen = Pen()
  }

  package init(columns: Int, rows: Int, ambiguousWidth: Int = 1) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.ambiguousWidth = ambiguousWidth
    grid = Self.blank(self.columns, self.rows)
    hiddenGrid = grid
    region = 0...(self.rows - 1)
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  package mutating func resize(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    grid = Self.fit(grid, self.columns, self.rows)
    hiddenGrid = Self.fit(hiddenGrid, self.columns, self.rows)
    region = 0...(self.rows - 1)
    move(column: cursor.column, row: cursor.row)
  }

  private static func fit(_ grid: [[Cell]], _ columns: Int, _ rows: Int) -> [[Cell]] {
    var result = blank(columns, rows)
    for row in 0..<min(rows, grid.count) {
      for column in 0..<min(columns, grid[row].count) { result[row][column] = grid[row][column] }
    }
    return result
  }

  /// The answers that wait, taken away.
  package mutating func takeCursorReports() -> [UInt8] {
    defer { cursorReports = [] }
    return Array(cursorReports.joined())
  }

  package mutating func feed(_ bytes: [UInt8]) {
    for byte in bytes {
      guard let token = parser.take(byte) else { continue }
      perform(token)
    }
  }
}

// MARK: Reading the screen

extension Emulator {
  /// The cell there; a blank outside.
  package subscript(column: Int, row: Int) -> Cell {
    guard grid.indices.contains(row), grid[row].indices.contains(column) else { return Cell() }
    return grid[row][column]
  }

  /// A line as text, without the blanks at its end.
  package func line(_ row: Int) -> String {
    guard grid.indices.contains(row) else { return "" }
    var text = grid[row].map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  package var lines: [String] { (0..<rows).map { line($0) } }

  package func contains(_ text: String) -> Bool { grid.indices.contains { line($0).contains(text) } }

  /// Whether no wide character has lost one of its halves.
  package var isWhole: Bool {
    grid.allSatisfy { row in
      row.indices.allSatisfy { index in
        switch row[index].width {
        case 2: index + 1 < row.count && row[index + 1].width == 0
        case 0: index > 0 && row[index - 1].width == 2
        default: true
        }
      }
    }
  }
}

// MARK: Doing what the bytes say

extension Emulator {
  private mutating func perform(_ token: SequenceParser.Token) {
    switch token {
    case .text(let scalar): put(drawsLines ? Self.line(scalar) : scalar)
    case .control(let byte): control(byte)
    case .escape(let text): escape(text)
    case .sequence(let prefix, let numbers, let final): sequence(prefix, numbers, final)
    case .command(let text): commands.append(text)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = CharacterWidth.of(scalar, ambiguous: ambiguousWidth)
    if width == 0 {
      let column = wrapsNext ? cursor.column : cursor.column - 1
      let base = self[column, cursor.row].width == 0 ? column - 1 : column
      if grid[cursor.row].indices.contains(base) { grid[cursor.row][base].text.unicodeScalars.append(scalar) }
      return
    }
    last = scalar
    if wrapsNext || cursor.column + width > columns {
      if modes.contains(-7) {
        cursor.column = max(0, columns - width)
      } else {
        cursor.column = 0
        lineFeed()
      }
      wrapsNext = false
    }
    vacate(cursor.column, cursor.row)
    if width == 2 { vacate(cursor.column + 1, cursor.row) }
    grid[cursor.row][cursor.column] = Cell(text: String(scalar), width: width, pen: pen)
    if width == 2, cursor.column + 1 < columns {
      grid[cursor.row][cursor.column + 1] = Cell(text: "", width: 0, pen: pen)
    }
    wrapsNext = cursor.column + width >= columns
    cursor.column = min(columns - 1, cursor.column + width)
  }

  /// What is about to be overwritten loses its other half.
  private mutating func vacate(_ column: Int, _ row: Int) {
    guard grid[row].indices.contains(column) else { return }
    switch grid[row][column].width {
    case 2: if column + 1 < columns { grid[row][column + 1] = Cell() }
    case 0: if column > 0 { grid[row][column - 1] = Cell() }
    default: break
    }
    grid[row][column] = Cell()
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: move(column: cursor.column - 1, row: cursor.row)
    case 0x09: move(column: (cursor.column / 8 + 1) * 8, row: cursor.row)
    case 0x0a, 0x0b, 0x0c: lineFeed()
    case 0x0d: move(column: 0, row: cursor.row)
    case 0x0e: drawsLines = true
    case 0x0f: drawsLines = false
    default: break
    }
  }

  private mutating func escape(_ text: String) {
    switch text {
    case "(0": drawsLines = true
    case "(B": drawsLines = false
    case ")0", ")B": break
    case "7": saved = (cursor.column, cursor.row, pen)
    case "8": (cursor.column, cursor.row, pen) = saved
    case "=": isKeypadApplication = true
    case ">": isKeypadApplication = false
    case "M":
      if cursor.row == region.lowerBound { scroll(-1) } else { move(column: cursor.column, row: cursor.row - 1) }
    default: unknown.append(text)
    }
  }

  private mutating func sequence(_ prefix: String, _ numbers: [Int], _ final: Character) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    let (column, row) = cursor
    switch (prefix, final) {
    case ("", "A"): move(column: column, row: row - count)
    case ("", "B"): move(column: column, row: row + count)
    case ("", "C"): move(column: column + count, row: row)
    case ("", "D"): move(column: column - count, row: row)
    case ("", "G"): move(column: count - 1, row: row)
    case ("", "d"): move(column: column, row: count - 1)
    case ("", "H"): move(column: max(1, numbers.count > 1 ? numbers[1] : 1) - 1, row: count - 1)
    case ("", "Z"): move(column: max(0, (column - 1) / 8 * 8), row: row)
    case ("", "J"): eraseDisplay(first)
    case ("", "K"): eraseLine(first)
    case ("", "X"): erase(row, column, min(columns, column + count))
    case ("", "P"): shift(column, -count)
    case ("", "@"): shift(column, count)
    case ("", "L"): if region.contains(row) { scroll(-count, from: row) }
    case ("", "M"): if region.contains(row) { scroll(count, from: row) }
    case ("", "S"): scroll(count)
    case ("", "T"): scroll(-count)
    case ("", "b"): for _ in 0..<min(count, columns * rows) { put(last) }
    case ("", "r"):
      let top = max(1, first) - 1
      let bottom = min(rows, numbers.count > 1 && numbers[1] > 0 ? numbers[1] : rows) - 1
      region = top < bottom ? top...bottom : 0...(rows - 1)
      move(column: 0, row: 0)
    case ("", "m"): pen.apply(numbers)
    case ("", "h"), ("", "l"), ("", "t"): break
    case ("", "n") where first == 6: cursorReports.append(Array("\u{1b}[\(row + 1);\(column + 1)R".utf8))
    case ("?", "h"): for mode in numbers { set(mode, true) }
    case ("?", "l"): for mode in numbers { set(mode, false) }
    case ("?", "c"): break
    default: unknown.append("[\(prefix)\(numbers)\(final)")
    }
  }

  private mutating func set(_ mode: Int, _ on: Bool) {
    switch mode {
    case 25: isCursorVisible = on
    case 12: break
    case 7: if on { modes.remove(-7) } else { modes.insert(-7) }
    case 1049:
      guard on != isAlternate else { break }
      isAlternate = on
      swap(&grid, &hiddenGrid)
      if on {
        saved = (cursor.column, cursor.row, pen)
        grid = Self.blank(columns, rows)
      } else {
        (cursor.column, cursor.row, pen) = saved
        move(column: cursor.column, row: cursor.row)
      }
    default: if on { modes.insert(mode) } else { modes.remove(mode) }
    }
  }

  private mutating func move(column: Int, row: Int) {
    cursor = (min(max(0, column), columns - 1), min(max(0, row), rows - 1))
    wrapsNext = false
  }

  private mutating func lineFeed() {
    if cursor.row == region.upperBound {
      scroll(1)
    } else {
      cursor.row = min(rows - 1, cursor.row + 1)
    }
    wrapsNext = false
  }

  /// Moves the lines of the region from `top` on up by `count`, or down where it is negative.
  private mutating func scroll(_ count: Int, from top: Int? = nil) {
    let lines = (top ?? region.lowerBound)...region.upperBound
    let blankLine = Array(repeating: Cell(pen: pen.erasing), count: columns)
    for _ in 0..<min(abs(count), lines.count) {
      if count > 0 {
        grid.remove(at: lines.lowerBound)
        grid.insert(blankLine, at: lines.upperBound)
      } else {
        grid.remove(at: lines.upperBound)
        grid.insert(blankLine, at: lines.lowerBound)
      }
    }
  }

  /// Moves the rest of the line right by `count`, or left where it is negative.
  private mutating func shift(_ column: Int, _ count: Int) {
    let row = cursor.row
    // A wide character that is cut apart is lost.
    for edge in [column, column - count] where self[edge, row].width == 0 { vacate(edge, row) }
    for _ in 0..<min(abs(count), columns - column) {
      if count > 0 {
        grid[row].removeLast()
        grid[row].insert(Cell(pen: pen.erasing), at: column)
      } else {
        grid[row].remove(at: column)
        grid[row].append(Cell(pen: pen.erasing))
      }
    }
  }

  private mutating func erase(_ row: Int, _ from: Int, _ to: Int) {
    guard from < to else { return }
    vacate(from, row)
    vacate(to - 1, row)
    for column in from..<to { grid[row][column] = Cell(pen: pen.erasing) }
  }

  private mutating func eraseLine(_ kind: Int) {
    erase(cursor.row, kind == 0 ? cursor.column : 0, kind == 1 ? cursor.column + 1 : columns)
  }

  private mutating func eraseDisplay(_ kind: Int) {
    for row in 0..<rows where kind == 2 || (kind == 0 ? row > cursor.row : row < cursor.row) { erase(row, 0, columns) }
    if kind < 2 { eraseLine(kind) }
  }

  /// The line-drawing set of the VT100.
  private static func line(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let drawn: [Unicode.Scalar: Unicode.Scalar] = [
      "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴", "w": "┬", "x": "│",
    ]
    return drawn[scalar] ?? scalar
  }
}
