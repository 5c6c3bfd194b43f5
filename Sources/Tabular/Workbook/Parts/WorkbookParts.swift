/// Which parts a workbook is made of.
struct WorkbookParts {
  /// The visible sheets that may hold cells, in the order of their tabs.
  var sheets: [String] = []
  var sharedTexts: String?
  var styles: String?
  var epoch = SerialDate.Epoch.from1900

  init(_ container: ZipContainer) throws(WorkbookFault) {
    let usual = "xl/workbook.xml"
    let named = try Relationships(of: "", in: container).part("officeDocument")
    let workbook = named.flatMap { container.holds($0) ? $0 : nil } ?? usual
    guard container.holds(workbook) else { throw .notAWorkbook }
    let relationships = try Relationships(of: workbook, in: container)
    let list = SheetList()
    try XMLStream.read(container, workbook, list)
    guard list.isWorkbook else { throw .notAWorkbook }
    for (place, sheet) in list.sheets.enumerated() where sheet.isVisible {
      if let target = sheet.id.flatMap({ relationships.targets[$0] }) {
        if target.kind == "worksheet" { sheets.append(target.part) }
      } else if relationships.targets.isEmpty {
        sheets.append("xl/worksheets/sheet\(place + 1).xml")
      } else {
        throw .missingPart("xl/worksheets/sheet\(place + 1).xml")
      }
    }
    guard !sheets.isEmpty else { throw .noVisibleSheet }
    sharedTexts = Self.present(relationships.part("sharedStrings") ?? "xl/sharedStrings.xml", container)
    styles = Self.present(relationships.part("styles") ?? "xl/styles.xml", container)
    epoch = list.is1904 ? .from1904 : .from1900
  }

  private static func present(_ part: String, _ container: ZipContainer) -> String? {
    container.holds(part) ? part : nil
  }
}

/// Reads the workbook's own part: its sheets and its epoch.
private final class SheetList: XMLSink {
  struct Sheet {
    var id: String?
    var isVisible: Bool
  }

  private(set) var isWorkbook = false
  private(set) var is1904 = false
  private(set) var sheets: [Sheet] = []
  private var isInSheets = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    switch depth {
    case 1: isWorkbook = name("workbook")
    case 2:
      isInSheets = name("sheets")
      if name("workbookPr") { is1904 = attributes.isTrue("date1904") }
    case 3 where isInSheets && name("sheet"):
      guard sheets.count < WorkbookLimits.sheets else {
        fault = .tooMuch(.sheets)
        return
      }
      let state = attributes.string("state")
      sheets.append(
        Sheet(
          id: attributes.prefixedValue("id").map { String(cString: $0) },
          isVisible: state != "hidden" && state != "veryHidden"))
    default: break
    }
  }
}
