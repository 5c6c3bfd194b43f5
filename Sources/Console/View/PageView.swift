import Policy
import Screen

/// Where a list stands on its page.
struct PanePlace {
  let pane: Pane
  /// In which its table is drawn.
  let table: Rect
  var showsHeader = true
  var hasFooter = false

  /// The rows of it that scroll.
  var body: Rect {
    TableWindow(rowCount: 0, selected: nil, firstRow: nil, showsHeader: showsHeader, hasFooter: hasFooter)
      .body(of: table)
  }
}

/// A page as a picture of the state: it says where its lists stand and draws itself; it changes nothing.
protocol PageView {
  var state: ConsoleState { get }
  init(_ state: ConsoleState, _ loaded: Loaded)
  /// The lists that are seen in `rect`.
  func places(in rect: Rect, _ widths: DisplayWidth) -> [PanePlace]
  func draw(in rect: Rect, on canvas: inout Canvas)
  /// Rows of its lists that are seen at once.
  func visibleRows(in rect: Rect, _ widths: DisplayWidth) -> [Pane: Int]
  /// Where the hardware cursor stands: on the selected row of the list that has the focus.
  func cursor(in rect: Rect, _ widths: DisplayWidth) -> Point?
  /// The row that is drawn there.
  func row(at point: Point, in rect: Rect, _ widths: DisplayWidth) -> (pane: Pane, row: String)?
}

/// What holds of every page whose lists are tables.
extension PageView {
  func visibleRows(in rect: Rect, _ widths: DisplayWidth) -> [Pane: Int] {
    Dictionary(places(in: rect, widths).map { ($0.pane, $0.body.rows) }, uniquingKeysWith: { first, _ in first })
  }

  func cursor(in rect: Rect, _ widths: DisplayWidth) -> Point? {
    guard let place = places(in: rect, widths).first(where: { $0.pane == state.focusedPane }) else { return nil }
    let list = state.list(place.pane)
    guard let index = list.index(in: state.rows(of: place.pane)) else { return nil }
    let row = index - list.offset
    guard row >= 0, row < place.body.rows else { return nil }
    return Point(column: place.body.column, row: place.body.row + row)
  }

  func row(at point: Point, in rect: Rect, _ widths: DisplayWidth) -> (pane: Pane, row: String)? {
    for place in places(in: rect, widths) where place.body.contains(point) {
      let rows = state.rows(of: place.pane)
      let index = state.list(place.pane).offset + point.row - place.body.row
      if rows.indices.contains(index) { return (place.pane, rows[index]) }
    }
    return nil
  }
}

extension Page {
  func view(_ state: ConsoleState, _ loaded: Loaded) -> any PageView {
    switch self {
    case .overview: OverviewView(state, loaded)
    case .district: DistrictView(state, loaded)
    case .map: MapView(state, loaded)
    case .institutions: InstitutionsView(state, loaded)
    case .bases: BasesView(state, loaded)
    case .measures: MeasuresView(state, loaded)
    case .triage: TriageView(state, loaded)
    case .data: DataView(state, loaded)
    }
  }
}

/// How many rows each list of the page shows: what navigation needs to know of the picture.
struct PageLayout {
  let visibleRows: [Pane: Int]

  init(_ state: ConsoleState) {
    guard let loaded = state.loaded else {
      visibleRows = [:]
      return
    }
    let widths = DisplayWidth(ambiguous: state.settings.ambiguousWidth)
    let chrome = Chrome(state)
    visibleRows = state.page.view(state, loaded).visibleRows(in: chrome.body, widths)
  }
}

/// See ``ConsoleState/settleLists(isMove:)``.
struct KeptHeights: Sendable {
  let page: Page
  let revision: Int
  let heights: [Pane: Int]
}

extension ConsoleState {
  /// A table of a pane: selection, scroll position and focus are the state's.
  func table(
    _ pane: Pane, columns: [TableColumn], footer: [TableCell]? = nil, showsHeader: Bool = true,
    cells: @escaping @Sendable (String) -> [TableCell]
  ) -> Table {
    let rows = rows(of: pane)
    let list = list(pane)
    var table = Table(
      columns: sortMarked(columns, pane), rowCount: rows.count, selected: list.index(in: rows), firstRow: list.offset,
      footer: footer,
      showsHeader: showsHeader, focused: focusedPane == pane
    ) { rows.indices.contains($0) ? cells(rows[$0]) : [] }
    let owner = owner(of: pane)
    table.keeping = Table.Keeping(table: pane.rawValue + "\u{1}" + (owner ?? ""), stamp: revision) { rows[$0] }
    return table
  }

  /// Which rows of a pane's table are seen, and which is selected.
  func window(_ place: PanePlace) -> TableWindow {
    let rows = rows(of: place.pane)
    let list = list(place.pane)
    return TableWindow(
      rowCount: rows.count, selected: list.index(in: rows), firstRow: list.offset, showsHeader: place.showsHeader,
      hasFooter: place.hasFooter, focused: focusedPane == place.pane)
  }

  /// What decides, besides the records, what a list shows: the district, the row that another list has selected, or the
  /// minute.
  private func owner(of pane: Pane) -> String? {
    switch pane {
    case .projects: selectedRow(of: .bases)
    case .parts: selectedRow(of: .measures)
    case .timeline: selectedRow(of: .queue)
    case .targets, .grades, .funding, .trend: currentDistrict?.district.code.rawValue
    // The age of files is shown.
    case .files: "\(minute)"
    default: nil
    }
  }

  /// A panel's right-hand text: filter, marks and the place in the list; where all rows are seen at once, which needs no
  /// place, how many there are.
  func position(_ pane: Pane, areAllSeen: Bool = false) -> Line {
    let rows = rows(of: pane)
    let list = list(pane)
    var parts: [Line] = []
    if !list.filter.isEmpty {
      parts.append(Line(language(CommonWord.filtered) + ":" + SafeText(list.filter), .match))
    }
    if !list.marks.isEmpty { parts.append(Line(language(CommonWord.marked) + " \(list.marks.count)", .key)) }
    let place: SafeText = areAllSeen ? "" : "\((list.index(in: rows) ?? -1) + 1)/"
    parts.append(Line(place + "\(rows.count)", .dim))
    return .joined(parts, separator: "  ")
  }

  /// The name in a row's first column, with a sign where the row is marked.
  func name(_ text: SafeText, _ pane: Pane, _ row: String, _ role: Role = .text) -> TableCell {
    list(pane).marks.contains(row) ? .line([Span("*", .key), Span(text, role)]) : .text(text, role)
  }
}

/// A status as mark and word in its role, in ten cells. Where nothing is judged the word alone says so.
func statusCell(_ status: Status, _ language: Language) -> TableCell {
  status == .noTarget
    ? .text(language(status.word), status.role)
    : .line([Span(status.mark, status.role), Span(" " + language(status.word), status.role)])
}

/// Cells of the longest status with its mark, in either language: `!! lagging`, `-  未定目标`.
let statusColumns = 12

/// A number of a column, right-aligned by the column; dim where there is none.
func figure(_ text: String, _ role: Role = .text) -> TableCell { .text(SafeText(text), text == "--" ? .dim : role) }
