/// Reads a sheet's part: pauses behind each row that holds anything. Memory is that of one row.
///
/// What a sheet says of its own size is not looked at.
final class SheetSink: XMLSink {
  /// The row behind which the stream paused.
  private(set) var row = Row()
  /// Which row of the part it is, from 1; rows that the part leaves out do not count.
  private(set) var element = 0
  /// Whether a row held anything.
  private(set) var isAnyRow = false
  /// What the text of all cells so far weighs, and how many fields their rows have.
  private var textWeight = 0
  private var fieldCount = 0
  /// Ranges that begin among the first rows.
  private(set) var mergedRanges: [MergedRange] = []
  /// Whether the part is a sheet of cells.
  private(set) var isSheet = false

  /// Which rows are wanted from here on.
  var scope: SheetScope

  private let shared: SharedTexts
  private let formats: CellFormats
  private let epoch: SerialDate.Epoch

  private var section = Section.other
  private var isInRow = false
  private var isInCell = false
  private var isInline = false
  private var isRun = false
  private var collects = 0
  private var line = 0
  private var column = 0
  private var keepsText = true
  private var cell = Cell()
  private var value = CollectedText()

  private enum Section {
    case rows, merged, other
  }

  private struct Cell {
    var kind = CellKind.number
    var format = 0
    var hasInline = false
  }

  init(_ scope: SheetScope, _ shared: SharedTexts, _ formats: CellFormats, _ epoch: SerialDate.Epoch) {
    self.scope = scope
    self.shared = shared
    self.formats = formats
    self.epoch = epoch
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    switch depth {
    case 1: isSheet = name("worksheet")
    case 2: section = !isSheet ? .other : name("sheetData") ? .rows : name("mergeCells") ? .merged : .other
    case 3:
      if section == .rows, name("row") { beginRow(attributes) }
      if section == .merged, name("mergeCell") { takeRange(attributes) }
    case 4 where isInRow:
      if name("c") { beginCell(attributes) }
    case 5 where isInCell:
      isInline = name("is")
      if isInline { cell.hasInline = true }
      if name("v") { collects = depth }
    case 6 where isInline:
      isRun = name("r")
      if name("t") { collects = depth }
    case 7 where isInline && isRun:
      if name("t") { collects = depth }
    default: break
    }
  }

  override func end(depth: Int) -> Bool {
    if depth == collects { collects = 0 }
    switch depth {
    case 2: section = .other
    case 3 where isInRow:
      isInRow = false
      return endRow()
    case 4 where isInCell:
      isInCell = false
      endCell()
    case 5: isInline = false
    case 6: isRun = false
    default: break
    }
    return false
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) {
    if depth == collects { value.append(bytes) }
  }

  /// Gives the row away, and takes another one's storage for the next.
  func exchange(_ other: inout Row) { swap(&row, &other) }

  private func takeRange(_ attributes: XMLAttributes) {
    guard mergedRanges.count < WorkbookLimits.mergedRanges,
      let range = attributes.value("ref").flatMap(MergedRange.init),
      range.first.row <= WorkbookLimits.headerRows
    else { return }
    mergedRanges.append(range)
  }

  private func beginRow(_ attributes: XMLAttributes) {
    element &+= 1
    guard let number = attributes.value("r").map(XMLAttributes.number) ?? line &+ 1,
      (1...WorkbookLimits.rows).contains(number)
    else {
      fault = .impossibleCell(row: line)
      return
    }
    line = number
    guard scope.reads(element) else { return }
    isInRow = true
    column = 0
    keepsText = scope.keepsText(line, isFirst: !isAnyRow)
    row.line = line
    row.fault = nil
    row.clear()
  }

  private func beginCell(_ attributes: XMLAttributes) {
    guard let place = attributes.value("r").map(CellReference.column) ?? column &+ 1, place <= WorkbookLimits.columns
    else {
      fault = .impossibleCell(row: line)
      return
    }
    column = place
    isInCell = true
    cell = Cell(kind: CellKind(attributes), format: attributes.number("s") ?? 0)
    value.reset()
  }

  private func endRow() -> Bool {
    guard keepsText else { return false }
    fieldCount &+= max(row.fields.count, scope.width)
    guard fieldCount <= WorkbookLimits.fields else {
      fault = .tooMuch(.fields)
      return true
    }
    if row.fault != nil { row.clear() }
    guard row.fault != nil || !row.fields.isEmpty else { return false }
    isAnyRow = true
    if row.fault == nil { row.widen(to: scope.width) }
    return true
  }

  private func endCell() {
    let kind = cell.hasInline ? .text : cell.kind
    if kind == .shared {
      guard let index = value.number, let size = shared.with(index, takeShared) else {
        if !value.bytes.isEmpty { fault = .missingText(row: line) }
        return
      }
      weigh(size)
    } else {
      weigh(value.bytes.count)
      if keepsText { takeValue(kind) }
    }
  }

  private func weigh(_ size: Int) {
    textWeight &+= size > WorkbookLimits.longText ? size &* WorkbookLimits.longWeight : size
    if textWeight > WorkbookLimits.text { fault = .tooMuch(.text) }
  }

  /// Takes a shared text, nil for one that is too large; returns its size.
  private func takeShared(_ text: ArraySlice<UInt8>?) -> Int {
    guard let text else {
      row.fault = .fieldTooLarge
      return 0
    }
    if keepsText { put(text) }
    return text.count
  }

  private func takeValue(_ kind: CellKind) {
    if kind == .text { value.undoEscapes() } else { value.checkLength() }
    guard !value.isTooLarge else {
      row.fault = .fieldTooLarge
      return
    }
    put(kind.text(of: value.bytes[...], isDate: formats.isDate(cell.format), epoch)[...])
  }

  private func put(_ text: ArraySlice<UInt8>) {
    guard !text.isEmpty, row.fault == nil else { return }
    guard row.bytes.count &+ text.count <= WorkbookLimits.rowText else {
      row.fault = .fieldTooLarge
      return
    }
    if !row.put(text, column: column &- 1) { fault = .impossibleCell(row: line) }
  }
}

/// Which rows of a sheet are wanted.
struct SheetScope {
  /// Rows of the part up to this one are left out.
  var after = 0
  /// How many fields a row has at least.
  var width = 0
  /// Only the first rows, and the first that holds anything; the others are only checked.
  var isSurvey = false

  func reads(_ element: Int) -> Bool { element > after }

  func keepsText(_ line: Int, isFirst: Bool) -> Bool {
    !isSurvey || isFirst || line <= WorkbookLimits.headerRows
  }
}
