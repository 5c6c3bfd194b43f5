import Policy

/// How an office writes its progress files: each has its own program.
struct FileStyle: Sendable, Hashable {
  /// A column of `progress`.
  enum Column: String, Sendable, Hashable, CaseIterable {
    case date, district, item, count, institution, occupation, level, kind, group, field, mode

    /// The Chinese header.
    var chinese: String {
      switch self {
      case .date: "日期"
      case .district: "区"
      case .item: "指标"
      case .count: "人次"
      case .institution: "培训机构"
      case .occupation: "工种"
      case .level: "等级"
      case .kind: "培训类型"
      case .group: "培训对象"
      case .field: "重点领域"
      case .mode: "培训方式"
      }
    }
  }

  /// How dates are written.
  enum Dates: Sendable, Hashable {
    case iso, slashes, dots, chinese, compact
  }

  /// How large figures are written.
  enum Figures: Sendable, Hashable {
    case plain
    /// In groups of three, as a spreadsheet exports them.
    case grouped
    /// From 10,000 on in 万, where that is exact to two decimals.
    case wan
  }

  /// A column that does not belong to the table.
  struct Extra: Sendable, Hashable {
    /// Its header.
    var header: String
    /// What its rows say.
    var value: String
  }

  /// File name extension, without the dot.
  var suffix = "csv"
  /// Delimiter and line ends.
  var format = Delimited.csv
  /// How the file is encoded.
  var encoding = SampleEncoding.utf8
  /// English headers instead of Chinese.
  var english = false
  /// A remark in parentheses behind the header of the count, as people like to add.
  var remark = false
  /// The count stands last instead of behind the item.
  var countLast = false
  /// How dates are written.
  var dates = Dates.iso
  /// How large figures are written.
  var figures = Figures.plain
  /// What the district column says.
  var district: String
  /// Items are written as their Chinese label.
  var labels = false
  /// A last column that the reader must keep out.
  var extra: Extra?

  /// The columns in the order of the file, without ``extra``.
  var columns: [Column] {
    let details: [Column] = [.institution, .occupation, .level, .kind, .group, .field, .mode]
    return countLast ? [.district, .date, .item] + details + [.count] : [.date, .district, .item, .count] + details
  }

  /// The header row's fields.
  var header: [String] {
    var names = columns.map { column in
      english ? column.rawValue : column.chinese + (remark && column == .count ? "（含补贴）" : "")
    }
    if let extra { names.append(extra.header) }
    return names
  }

  /// The date as this office writes it.
  func text(of day: Day) -> String {
    let (year, month, date) = day.civil
    switch dates {
    case .iso: return day.iso
    case .slashes: return "\(year)/\(month)/\(date)"
    case .dots: return "\(year).\(twoDigits(month)).\(twoDigits(date))"
    case .chinese: return "\(year)年\(month)月\(date)日"
    case .compact: return "\(year)\(twoDigits(month))\(twoDigits(date))"
    }
  }

  /// The count as this office writes it, quoted where it must be.
  func figure(_ value: Int64) -> [UInt8] {
    switch figures {
    case .wan where value.magnitude >= 10_000 && value % 100 == 0:
      let cents = value.magnitude % 10_000 / 100
      let text = (value < 0 ? "-" : "") + String(value.magnitude / 10_000) + "." + twoDigits(Int(cents)) + "万"
      return Array(text.utf8)
    case .grouped where value.magnitude >= 1000:
      var digits = String(value.magnitude)
      var groups: [Substring] = []
      while digits.utf8.count > 3 {
        groups.insert(digits.suffix(3), at: 0)
        digits = String(digits.dropLast(3))
      }
      let text = (value < 0 ? "-" : "") + ([digits[...]] + groups).joined(separator: ",")
      return format.field(text)
    default:
      return Array(String(value).utf8)
    }
  }

  /// What the office of `area` writes in the given month of the period (from 1).
  static func of(_ area: Area, month: Int) -> FileStyle {
    let crlf = Delimited(delimiter: UInt8(ascii: ","), lineEnd: [0x0D, 0x0A])
    let tabs = Delimited(delimiter: 0x09, lineEnd: [0x0A])
    var style = FileStyle(district: area.code)
    switch area.code {
    case "310101":
      style.encoding = .utf8WithMark
      style.format = crlf
      style.dates = .slashes
      style.figures = .grouped
      style.district = area.short
    case "310104":
      style.suffix = "tsv"
      style.format = month >= 9 ? Delimited(delimiter: 0x09, lineEnd: [0x0D, 0x0A]) : tabs
      style.encoding = month >= 9 ? .utf16LittleEndianWithMark : .utf8
    case "310106":
      style.english = true
      style.figures = .wan
      style.district = month == 1 ? "310108" : area.code
    case "310107":
      style.encoding = .gb18030
      style.format = crlf
      style.dates = .chinese
      style.labels = true
      style.district = area.name
    case "310109":
      style.dates = .dots
      style.district = area.name
      if month == 5 { style.extra = Extra(header: "录入批次", value: "第1批") }
    case "310112":
      style.dates = .compact
    case "310113":
      style.encoding = .utf8WithMark
      style.countLast = true
      style.district = area.name
      style.remark = true
    case "310114":
      style.english = true
      style.format = crlf
    case "310115":
      style.district = month == 1 ? "310119" : area.name
    case "310117":
      style.district = area.short
      // An obviously invented number: the reader must drop the whole column by its header.
      if month == 8 { style.extra = Extra(header: "手机号", value: "13000000000") }
    case "310118":
      style.format = crlf
      style.encoding = month <= 3 ? .gb18030 : .utf8
    case "310151":
      style.encoding = .gb18030
      style.district = area.name
    default:
      if area.isCity { style.remark = true } else if !Story.knows(area.code) { style.vary(area) }
    }
    return style
  }

  /// One of several ways to write, by the area's code.
  private mutating func vary(_ area: Area) {
    var random = SampleRandom(seed: 1, "style", area.code)
    switch random.below(6) {
    case 0: (encoding, format) = (.utf8WithMark, Delimited(delimiter: UInt8(ascii: ","), lineEnd: [0x0D, 0x0A]))
    case 1: (suffix, format) = ("tsv", Delimited(delimiter: 0x09, lineEnd: [0x0A]))
    case 2: (encoding, dates, district) = (.gb18030, .chinese, area.name)
    case 3: (english, figures) = (true, .wan)
    case 4: (labels, dates) = (true, .slashes)
    default: break
    }
  }
}
