/// Where a cell stands, from 1.
struct CellReference: Hashable {
  var row: Int
  var column: Int

  /// Reads `B12` from `place` on, which moves behind it; nil where there is none, or it lies outside every sheet.
  init?(_ characters: UnsafePointer<CChar>, _ place: inout Int) {
    guard let column = Self.column(characters, &place) else { return nil }
    var row = 0
    while let digit = Self.digit(characters[place]) {
      row = row &* 10 &+ digit
      guard row <= WorkbookLimits.rows else { return nil }
      place += 1
    }
    guard row > 0 else { return nil }
    self.row = row
    self.column = column
  }

  /// The column of a reference, from 1; nil where there is none, or it lies outside every sheet.
  static func column(_ characters: UnsafePointer<CChar>) -> Int? {
    var place = 0
    return column(characters, &place)
  }

  private static func column(_ characters: UnsafePointer<CChar>, _ place: inout Int) -> Int? {
    var column = 0
    while true {
      // Lower case is folded; no other character becomes a letter by that.
      let letter = (UInt8(bitPattern: characters[place]) & 0xDF) &- UInt8(ascii: "A")
      guard letter < 26 else { break }
      column = column &* 26 &+ Int(letter) &+ 1
      guard column <= WorkbookLimits.columns else { return nil }
      place += 1
    }
    return column > 0 ? column : nil
  }

  private static func digit(_ character: CChar) -> Int? {
    let digit = UInt8(bitPattern: character) &- UInt8(ascii: "0")
    return digit <= 9 ? Int(digit) : nil
  }
}

/// Cells that are shown as one: the first one's value stands for all.
struct MergedRange: Hashable {
  var first: CellReference
  var last: CellReference

  /// The rows that it reaches over.
  var rows: ClosedRange<Int> { first.row...last.row }

  /// Reads `A1:C2`; nil where it is none.
  init?(_ characters: UnsafePointer<CChar>) {
    var place = 0
    guard let first = CellReference(characters, &place), characters[place] == CChar(bitPattern: UInt8(ascii: ":"))
    else {
      return nil
    }
    place += 1
    guard let last = CellReference(characters, &place), characters[place] == 0, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    self.first = first
    self.last = last
  }
}
