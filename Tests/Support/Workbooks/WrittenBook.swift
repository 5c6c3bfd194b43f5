/// A workbook from hand-written XML: the parts that every workbook has, and what a test puts into them.
package struct WrittenBook {
  package struct Sheet {
    package var name: String
    /// `hidden`, `veryHidden`; nil: visible.
    package var state: String?
    /// What stands in the `worksheet` element.
    package var xml: String

    package init(_ xml: String, name: String = "Sheet", state: String? = nil) {
      self.name = name
      self.state = state
      self.xml = xml
    }
  }

  package static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  package static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  package static let packages = "http://schemas.openxmlformats.org/package/2006"
  package static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  package var sheets: [Sheet]
  /// What stands in the list of shared texts; nil: there is none.
  package var texts: String?
  /// What stands in the style sheet; nil: there is none.
  package var styles: String?
  /// What stands in the workbook before its sheets.
  package var properties = ""

  /// One sheet with these rows: what stands in `sheetData`.
  package init(rows: String, texts: String? = nil, styles: String? = nil, properties: String = "") {
    self.init(sheets: [Sheet("<sheetData>\(rows)</sheetData>")])
    self.texts = texts
    self.styles = styles
    self.properties = properties
  }

  package init(sheets: [Sheet]) { self.sheets = sheets }

  /// A style sheet whose cell formats are these number formats, with these of its own.
  package static func styles(_ formats: [Int], own: [Int: String] = [:]) -> String {
    let codes = own.sorted { $0.key < $1.key }.map {
      "<numFmt numFmtId=\"\($0.key)\" formatCode=\"\(escaped($0.value))\"/>"
    }
    return
      "<numFmts count=\"\(codes.count)\">\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs>\(formats.map { "<xf numFmtId=\"\($0)\"/>" }.joined())</cellXfs>"
  }

  package var entries: [ZipEntry] {
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var overrides = "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
    var links = ""
    var list = ""
    var parts: [ZipEntry] = []
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      overrides += "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" ContentType=\"\(type).worksheet+xml\"/>"
      links += "<Relationship Id=\"rId\(number)\" Type=\"\(Self.office)/worksheet\""
      links += " Target=\"worksheets/sheet\(number).xml\"/>"
      list += "<sheet name=\"\(sheet.name)\(number)\" sheetId=\"\(number)\"\(state) r:id=\"rId\(number)\"/>"
      parts.append(
        ZipEntry(
          "xl/worksheets/sheet\(number).xml",
          Self.head + "<worksheet xmlns=\"\(Self.main)\">\(sheet.xml)</worksheet>"))
    }
    if let texts {
      links += "<Relationship Id=\"rT\" Type=\"\(Self.office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
      parts.append(ZipEntry("xl/sharedStrings.xml", Self.head + "<sst xmlns=\"\(Self.main)\">\(texts)</sst>"))
    }
    if let styles {
      links += "<Relationship Id=\"rS\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/>"
      parts.append(
        ZipEntry("xl/styles.xml", Self.head + "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"))
    }
    return [
      ZipEntry(
        "[Content_Types].xml",
        Self.head + "<Types xmlns=\"\(Self.packages)/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "\(overrides)</Types>"),
      ZipEntry(
        "_rels/.rels",
        Self.head + "<Relationships xmlns=\"\(Self.packages)/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"\(Self.office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      ZipEntry(
        "xl/workbook.xml",
        Self.head + "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(properties)"
          + "<sheets>\(list)</sheets></workbook>"),
      ZipEntry(
        "xl/_rels/workbook.xml.rels",
        Self.head + "<Relationships xmlns=\"\(Self.packages)/relationships\">\(links)</Relationships>"),
    ] + parts
  }

  package var bytes: [UInt8] { ZipArchive.bytes(entries) }

  /// The bytes after `change` had its way with the entries.
  package func bytes(_ change: (inout [ZipEntry]) -> Void) -> [UInt8] {
    var entries = entries
    change(&entries)
    return ZipArchive.bytes(entries)
  }

  /// A column's letters, from 0: A … Z, AA …
  package static func column(_ place: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + place % 26)))
    return place < 26 ? letter : column(place / 26 - 1) + letter
  }

  package static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\r": out += "&#13;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
