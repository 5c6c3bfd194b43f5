/// Which cell formats show a number as a date.
final class CellFormats: XMLSink {
  private var isDate: [Bool] = []
  /// Number formats of the workbook's own, by id.
  private var ownFormats: [Int: Bool] = [:]
  private var section = Section.other

  private enum Section {
    case numberFormats, cellFormats, other
  }

  /// Whether the cell format at this place of the list is one of a date.
  func isDate(_ place: Int) -> Bool { isDate.indices.contains(place) && isDate[place] }

  override func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    switch depth {
    case 2: section = name("numFmts") ? .numberFormats : name("cellXfs") ? .cellFormats : .other
    case 3 where section == .numberFormats && name("numFmt"):
      guard let id = attributes.number("numFmtId"), let code = attributes.string("formatCode") else { return }
      if hasRoom(ownFormats.count) { ownFormats[id] = NumberFormat.isDate(code) }
    case 3 where section == .cellFormats && name("xf"):
      let id = attributes.number("numFmtId") ?? 0
      // Number formats stand before the cell formats that name them.
      if hasRoom(isDate.count) { isDate.append(ownFormats[id] ?? NumberFormat.isDate(id)) }
    default: break
    }
  }

  private func hasRoom(_ count: Int) -> Bool {
    if count >= WorkbookLimits.formats { fault = .tooMuch(.formats) }
    return count < WorkbookLimits.formats
  }
}
