import Policy
import Screen

/// The districts by one counted item, best first: rank, how far from the pace, attainment.
struct KioskRanking: Widget {
  private let state: KioskState
  private let loaded: Loaded
  private let item: ItemID?

  /// Another item each round.
  init(_ state: KioskState, _ loaded: Loaded) {
    self.init(state, loaded, KioskRanking.item(loaded, round: state.round))
  }

  init(_ state: KioskState, _ loaded: Loaded, _ item: ItemID?) {
    self.state = state
    self.loaded = loaded
    self.item = item
  }

  /// The items that districts answer for, one after another.
  static func item(_ loaded: Loaded, round: Int) -> ItemID? {
    let items = loaded.countedItems.filter { item in
      loaded.board.districts.contains { $0.items.contains { $0.id == item.id && $0.target != nil } }
    }
    return items.isEmpty ? nil : items[round % items.count].id
  }

  private struct Row {
    let district: DistrictBoard
    let item: ItemProgress?
  }

  /// Best first; who has no target comes last.
  private var ranked: [Row] {
    let rows = loaded.board.districts.map { board in Row(district: board, item: board.items.first { $0.id == item }) }
    return rows.sorted { one, other in
      let (a, b) = (one.item?.lead ?? -.infinity, other.item?.lead ?? -.infinity)
      return a == b ? one.district.district.code < other.district.district.code : a > b
    }
  }

  private var language: Language { state.language }

  var title: Line {
    guard let item, let known = loaded.item(item) else { return .empty }
    let pace = SafeText(Format.percent(loaded.board.pace.ratio) + "%")
    return [
      Span(known.short.text(language), .title),
      Span("  " + language(Phrase("完成率与时序差", "attainment, and lead over pace")), .dim),
      Span("  " + language(CommonWord.pace) + " " + pace, .dim),
    ]
  }

  private static let leastColumns = 34
  /// Of a bar, in percent, what lies behind the pace.
  private static let behindShare = 62

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let ranked = ranked
    let needsTitle = rect.rows >= 6
    if needsTitle { canvas.put(title, in: rect.top(1).inset(columns: 2, rows: 0)) }
    let isRoomy = rect.rows >= 12 + ranked.count / 2
    let list = (needsTitle ? rect.droppingTop(isRoomy ? 2 : 1) : rect).inset(columns: 1, rows: 0)
    let places = KioskRows(ranked.count, in: list, least: KioskRanking.leastColumns, spread: 4).places
    // Where not all fit, the worst are what matters.
    let first = ranked.count - places.count
    let names = ranked.map { canvas.widths.width(of: $0.district.district.shortName(language)) }.max() ?? 0
    for (index, place) in places.enumerated() {
      draw(ranked[first + index], rank: first + index + 1, min(names, 14), in: place, on: &canvas)
    }
    if first > 0, needsTitle {
      let note = KioskWord.notShown.phrase.text(language, number: first)
      canvas.put(Line(note, .dim), in: rect.top(1).inset(columns: 2, rows: 0), align: .right)
    }
  }

  private func draw(_ row: Row, rank: Int, _ names: Int, in place: Rect, on canvas: inout Canvas) {
    let widths = canvas.widths
    let board = row.district
    let status = board.status == .silent ? .silent : row.item?.status ?? .noTarget
    let role: Role = status == .onPace || status == .done ? .text : status.role
    canvas.put(SafeText("\(rank)"), in: place.left(3), .dim, align: .right)
    let name = place.droppingLeft(4).left(names)
    canvas.put(widths.fit(board.district.shortName(language), names, ellipsis: ""), in: name, role)
    let key = item.map { TargetKey(district: board.district.code, item: $0) }
    let delta = key.flatMap { state.console.highlights.deltas[$0] }
    let wantsCount = place.columns >= 64 + names
    var figures: Line = .empty
    if wantsCount, let item = row.item {
      let count = Format.short(item.actual, language, cells: 10)
      let target = item.target.map { Format.short($0, language, cells: 10) } ?? "--"
      figures.append(widths.fit(SafeText(count + " / " + target), 20, align: .right), .dim)
    }
    if let delta {
      figures.append(widths.fit(SafeText(Format.signedCount(delta)), 7, align: .right), .changed)
    } else {
      figures.append(widths.fit(SafeText(Format.percent(row.item?.attainment)), 7, align: .right), role)
    }
    if place.columns >= 42 {
      figures.append(widths.fit(SafeText(Format.lead(row.item?.lead)), 7, align: .right), role)
    }
    figures.append(" " + status.mark, status.role)
    let wide = widths.width(of: figures)
    canvas.put(figures, in: place.right(wide))
    let bar = place.droppingLeft(5 + names).droppingRight(wide + 1)
    canvas.draw(
      DeviationBar(
        row.item?.lead, pointsPerCell: points(bar.columns), behindShare: KioskRanking.behindShare,
        behind: status.barRole), in: bar)
  }

  /// Percentage points of one cell: as few as show thirty behind the pace.
  private func points(_ columns: Int) -> Double {
    let behind = max(1, (columns - 3) * KioskRanking.behindShare / 100)
    return [0.5, 1, 2, 3, 5].first { Double(behind) * $0 >= 30 } ?? 10
  }
}
