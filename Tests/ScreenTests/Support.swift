import Screen

/// Random numbers that come again with the same seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededNumbers {
  /// Text of all sorts: ASCII, Chinese, marks, controls, emoji, anything.
  mutating func text(upTo length: Int = 12) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let value: UInt32 =
        switch Int.random(in: 0..<7, using: &self) {
        case 0: UInt32.random(in: 0x20...0x7E, using: &self)
        case 1: UInt32.random(in: 0x4E00...0x9FA5, using: &self)
        case 2: UInt32.random(in: 0x300...0x36F, using: &self)
        case 3: UInt32.random(in: 0...0x1F, using: &self)
        case 4: UInt32.random(in: 0x1100...0x11FF, using: &self)
        case 5: UInt32.random(in: 0x2000...0x27FF, using: &self)
        default: UInt32.random(in: 0...0x10FFFF, using: &self)
        }
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}

extension Canvas {
  /// What is drawn, line by line, as wide as the canvas.
  var lines: [String] {
    frame.plainText().split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The roles, line by line.
  var planes: [String] {
    frame.rolePlane().split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  static func ascii(_ columns: Int, _ rows: Int) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows), glyphs: .ascii)
  }

  static func full(_ columns: Int, _ rows: Int) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows), glyphs: .full)
  }

  static func safe(_ columns: Int, _ rows: Int) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows), glyphs: .safe)
  }
}

/// A widget drawn into the whole of a canvas of the set.
func drawn(_ widget: some Widget, _ columns: Int, _ rows: Int, _ glyphs: GlyphSet = .ascii) -> Canvas {
  var canvas = Canvas(size: Size(columns: columns, rows: rows), glyphs: glyphs)
  canvas.draw(widget, in: canvas.bounds)
  return canvas
}

/// What is wrong with a frame: half characters, cells that are no cell. Empty for a good one.
func faults(of frame: Frame) -> [String] {
  var faults: [String] = []
  let widths = DisplayWidth(ambiguous: frame.ambiguousWidth)
  for row in 0..<frame.size.rows {
    for column in 0..<frame.size.columns {
      let cell = frame[column, row]
      let place = "\(column),\(row)"
      switch cell.width {
      case 0:
        if column == 0 || frame[column - 1, row].width != 2 { faults.append("\(place): right half alone") }
        if cell.text != .none { faults.append("\(place): right half with text") }
        if column > 0, frame[column - 1, row].style != cell.style { faults.append("\(place): halves differ") }
      case 2:
        if column + 1 >= frame.size.columns || frame[column + 1, row].width != 0 {
          faults.append("\(place): left half alone")
        }
        if widths.width(of: SafeText(cell.text.string)) != 2 {
          faults.append("\(place): \(cell.text.string) is not wide")
        }
      default:
        if widths.width(of: SafeText(cell.text.string)) != 1 {
          faults.append("\(place): \(cell.text.string) is not narrow")
        }
      }
      if cell.text.string.unicodeScalars.count > 5 { faults.append("\(place): too many marks") }
    }
  }
  return faults
}
