import Policy
import Screen

/// The selected district in full: beside the map, or in two lines below it.
struct MapPanel {
  private let state: ConsoleState
  private let loaded: Loaded
  private let scale: MapScale
  private let index: Int
  private let district: DistrictBoard

  init?(_ state: ConsoleState, _ loaded: Loaded, _ scale: MapScale, _ index: Int?) {
    guard let index, loaded.board.districts.indices.contains(index), let band = scale.band(index) else { return nil }
    self.state = state
    self.loaded = loaded
    self.scale = scale
    self.index = index
    self.band = band
    district = loaded.board.districts[index]
  }

  private let band: MapClass

  private var language: Language { state.language }
  private var reading: MapReading { scale.readings[index] }

  var title: SafeText { district.district.displayName(language) }

  // MARK: Beside the map

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let own = lines(rect, canvas.widths)
    let room = rect.rows - own.count - 2
    let ranked =
      room >= 3
      ? [.text(.empty), .text(Line(language(MapWord.ranking), .heading))] + ranking(room, rect.columns, canvas.widths)
      : []
    for (offset, line) in (own + ranked).prefix(rect.rows).enumerated() {
      let place = rect.droppingTop(offset).top(1)
      switch line {
      case .text(let line): canvas.put(line, in: place)
      case .gauge(let item):
        canvas.draw(
          Gauge((item.attainment ?? 0) * 100, pace: loaded.board.pace.ratio * 100, role: item.status.barRole), in: place
        )
      }
    }
  }

  private enum Row {
    case text(Line)
    case gauge(ItemProgress)
  }

  private func lines(_ rect: Rect, _ widths: DisplayWidth) -> [Row] {
    var rows: [Row] = [
      .text([
        Span(district.status.mark + " " + language(district.status.word), district.status.role)
      ]),
      .text(.empty),
      fact(
        measureLabel,
        [Span(band.mark, band.role), Span(band.word.text(language) + "  ", band.role), Span(reading.figure, .title)]),
      fact(language(MapWord.rank), rank),
    ]
    rows += neighbours.map { .text($0) }
    rows.append(.text(.empty))
    if let worst = district.worstItem {
      rows += [fact(language(OverviewWord.worst), itemFigures(worst)), .gauge(worst)]
    }
    rows += [
      fact(language(DistrictWord.latest), latest),
      fact(language(OverviewWord.grades), grades),
    ]
    if district.funding.projects > 0 {
      rows += [fact(language(DistrictWord.utilisation), used), fact(language(OverviewWord.flags), flags)]
    }
    let items = district.items.filter { $0.target != nil }
    if !items.isEmpty {
      rows += [.text(.empty), .text(Line(language(MapWord.targets), .heading))]
      rows += items.map { .text(itemLine($0, rect.columns, widths)) }
    }
    return rows
  }

  private func fact(_ label: SafeText, _ value: Line) -> Row {
    .text(Line(DisplayWidth().fit(label, MapPanel.labelColumns, ellipsis: "") + " ", .dim) + value)
  }

  private static let labelColumns = 10

  private var measureLabel: SafeText { language(scale.measure.word) }

  private var rank: Line {
    scale.rank(of: index).map { Line("\($0.rank) / \($0.of)") } ?? Line("--", .dim)
  }

  /// What stands just below and above in the ranking, with the keys that go there.
  private var neighbours: [Line] {
    let (worse, better) = scale.neighbours(of: index)
    let sides: [(SafeText, MapWord, Int?)] = [("[", .worse, worse), ("]", .better, better)]
    return sides.map { key, word, other in
      var line: Line = [
        Span(key + " ", .key), Span(DisplayWidth().fit(language(word), MapPanel.labelColumns - 2) + " ", .dim),
      ]
      guard let other, let band = scale.band(other) else { return line + Line("--", .dim) }
      line.append(band.mark, band.role)
      line.append(loaded.board.districts[other].district.shortName(language))
      line.append(" " + scale.readings[other].figure, .dim)
      return line
    }
  }

  /// The districts around it in the ranking, worst first, as many as `room` holds.
  private func ranking(_ room: Int, _ columns: Int, _ widths: DisplayWidth) -> [Row] {
    let order = scale.ranking
    let place = order.firstIndex(of: index) ?? 0
    let first = max(0, min(place - room / 2, order.count - room))
    return order[first..<min(order.count, first + room)].map { other in
      guard let band = scale.band(other) else { return .text(.empty) }
      let figure = scale.readings[other].figure
      let name = loaded.board.districts[other].district.shortName(language)
      let sign: Line = other == index ? Line("> ", .key) : Line("  ")
      let line = sign + [Span(band.mark, band.role), Span(name, other == index ? .title : .text)]
      return .text(widths.fit(line, max(0, columns - widths.width(of: figure)), ellipsis: "") + Line(figure, band.role))
    }
  }

  /// The same in a few cells: `[ 青浦  ] 松江`.
  private var besides: Line {
    let (worse, better) = scale.neighbours(of: index)
    let sides: [(SafeText, Int?)] = [("[ ", worse), ("] ", better)]
    return .joined(
      sides.compactMap { key, other in
        other.map { [Span(key, .key), Span(loaded.board.districts[$0].district.shortName(language))] }
      }, separator: "  ")
  }

  private func itemFigures(_ item: ItemProgress) -> Line {
    [
      Span(loaded.label(item, language) + " "), Span(SafeText(Format.lead(item.lead)), item.status.figureRole),
    ]
  }

  private func itemLine(_ item: ItemProgress, _ columns: Int, _ widths: DisplayWidth) -> Line {
    let outlook = item.forecast?.outlook
    let figures: Line = [
      Span(widths.fit(SafeText(Format.percent(item.attainment)), 6, align: .right)),
      Span(widths.fit(SafeText(Format.lead(item.lead)), 6, align: .right) + " ", item.status.figureRole),
      Span(widths.fit(outlook.map { language($0.word) } ?? "", 4), outlook?.role ?? .dim),
    ]
    let name = Line([Span(item.status.mark, item.status.role), Span(loaded.label(item, language))])
    return widths.fit(name, max(0, columns - widths.width(of: figures)), ellipsis: "") + figures
  }

  private var latest: Line {
    guard let latest = district.latest else { return Line(language(MapWord.neverReported), .silent) }
    let age = SafeText(latest.monthDay + " " + Age.days(loaded.board.asOf - latest, language))
    return Line(age, district.status == .silent ? .silent : .text)
  }

  private var grades: Line {
    .joined(
      [Grade.a, .b, .c, .d].map {
        Line(SafeText(String(district.grades[$0])), $0 == .d && district.grades[$0] > 0 ? .lagging : .text)
      }, separator: "/")
  }

  private var used: Line {
    let used = FundingSummary.utilisation(district.funding)
    return Line(SafeText(Format.percent(used) + "%"), (used ?? 0) > 1 ? .lagging : .text)
  }

  private var flags: Line { Line("\(district.funding.flags)", district.funding.flags > 0 ? .watch : .text) }

  // MARK: Below the map

  func drawLines(in rect: Rect, on canvas: inout Canvas) {
    func dim(_ text: SafeText) -> Line { Line(text + " ", .dim) }
    let first: [(line: Line, rank: Int)] = [
      (Line(title, .title), 9),
      ([Span(band.mark, band.role), Span(band.word.text(language) + " ", band.role), Span(reading.figure, .title)], 8),
      (dim(language(MapWord.rank)) + rank, 6),
      (district.worstItem.map { dim(language(OverviewWord.worst)) + itemFigures($0) } ?? .empty, 5),
    ]
    let second: [(line: Line, rank: Int)] = [
      (dim(language(DistrictWord.latest)) + latest, 8), (besides, 5),
      (dim(language(OverviewWord.grades)) + grades, 7), (dim(language(OverviewWord.flags)) + flags, 6),
    ]
    for (offset, parts) in [first, second].prefix(rect.rows).enumerated() {
      let place = rect.droppingTop(offset).top(1).inset(columns: 1, rows: 0)
      canvas.put(Chrome.most(of: parts, in: place.columns, separator: "  ", canvas.widths), in: place)
    }
  }
}

extension Status {
  /// The bar of an item: coloured where it asks for attention.
  var barRole: Role {
    switch self {
    case .lagging, .watch, .silent: role
    default: .bar
    }
  }

  /// A figure of an item; what is on pace is written as any other text.
  var figureRole: Role { self == .onPace ? .text : role }
}
