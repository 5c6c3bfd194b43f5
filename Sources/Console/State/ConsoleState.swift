package import Policy
package import Screen

/// The whole program as a value: what is shown follows from it, and only `update` changes it.
package struct ConsoleState: Sendable {
  /// The window.
  package var size: Size
  /// How the program was set up.
  package var settings: ConsoleSettings
  /// The wall clock, in seconds since 1970-01-01 UTC.
  package var now: Double
  /// When a person last pressed a key, on the same clock; the order of rows holds still for a while after it.
  package var lastInput: Double
  /// What is known of the data.
  package var data: DataState
  /// The day through whose end pages speak; nil: live.
  package var asOf: Day?
  /// The page shown.
  package var page: Page = .overview
  /// The page before it, for `-`.
  package var previousPage: Page?
  /// The district of the district page; nil: the first in the overview's order.
  package var district: DistrictCode?
  /// Every list's selection, scroll and filter.
  package var lists: [Pane: ListState] = [.measures: ListState(sort: .code)]
  /// The list that has the focus, per page.
  package var focus: [Page: Pane] = [:]
  /// What charts show, on every page.
  package var chartForm = ChartForm.sum
  /// One pane fills the page.
  package var zoomed = false
  /// The overview's order, held still while a person moves.
  package var districtOrder: [DistrictCode] = []
  /// Rows computed for the state as it is; never needed for a right answer.
  var keptRows: [Pane: KeptRows] = [:]
  /// What the map is coloured by.
  package var map = MapState()
  /// Which branches of the plan's tree are open.
  package var folds = MeasureFolds()
  /// The row of the tree whose parts are listed.
  var partsOwner: String?
  /// The group of problems that was entered, by its row; nil: the groups themselves are listed.
  package var problemGroup: String?
  /// The lines around the problem whose details are open; nil: none were asked for.
  package var excerpt: ExcerptState?
  /// 督办.
  package var triage = TriageState()
  /// A meeting that goes through the cases; nil: none.
  package var meeting: MeetingState?
  /// What stands over the page: a menu, a prompt, details; nil: nothing.
  package var overlay: Overlay?
  /// What `n` and `N` look for.
  package var search = ""
  /// Refresh is paused: snapshots wait in `waiting`.
  package var paused = false
  /// Snapshots that came while refresh was held, the newest kept.
  package var waiting: Loaded?
  /// How many have come since.
  package var waitingCount = 0
  /// The mouse is captured.
  package var mouse = false
  /// Why what is known is not kept, or what became of the store; nil: nothing to say.
  package var storeTrouble: StoreTrouble?
  /// A short message for the bottom line; nil: none.
  package var toast: Toast?
  /// Figures that moved with the last snapshot, for a while.
  package var highlights: Highlights = .init()

  package init(size: Size, settings: ConsoleSettings, now: Double) {
    self.size = size
    self.settings = settings
    self.now = now
    lastInput = 0
    data = .loading(since: now)
  }

  package var language: Language { settings.language }

  /// What is shown; nil while nothing has been read.
  package var loaded: Loaded? {
    if case .ready(let loaded) = data { return loaded }
    return nil
  }

  /// How far the first read is; nil where there is none, or none that takes long.
  package var opening: OpeningProgress? {
    if case .opening(let progress) = data { return progress }
    return nil
  }

  package func list(_ pane: Pane) -> ListState { lists[pane] ?? ListState() }

  /// The list that has the focus.
  package var focusedPane: Pane { focus[page] ?? page.panes.first ?? .districts }
}

/// What does not change while the program runs, but for the language.
package struct ConsoleSettings: Hashable, Sendable {
  package var language: Language
  package var glyphs: GlyphSet
  /// Columns of a character of ambiguous width: 1 or 2.
  package var ambiguousWidth: Int
  /// The data directory as the user named it, for messages.
  package var directory: String
  /// Something the user should know about the terminal: a missing locale, a console without Chinese. Empty: nothing.
  package var notice: String
  /// Who sits at the console: the name that stands in the docket.
  package var actor: String

  package init(
    language: Language = .zh, glyphs: GlyphSet = .full, ambiguousWidth: Int = 1, directory: String = "data",
    notice: String = "", actor: String = "甲组"
  ) {
    self.language = language
    self.glyphs = glyphs
    self.ambiguousWidth = ambiguousWidth
    self.directory = directory
    self.notice = notice
    self.actor = actor
  }
}

/// What is known of the data.
package enum DataState: Sendable {
  /// Nothing has been read yet.
  case loading(since: Double)
  /// Nothing has been read yet, and it takes long.
  case opening(OpeningProgress)
  /// Nothing can be read, for this reason.
  case missing(DataTrouble)
  /// The board.
  case ready(Loaded)
}

/// Why there is nothing to show.
package enum DataTrouble: Hashable, Sendable {
  case noDirectory
  case notADirectory
  case unreadable(String)
}

/// A snapshot with the board computed from it.
package struct Loaded: Sendable {
  package var snapshot: Snapshot
  package var board: Board

  private let items: [ItemID: Item]
  /// Where each item of the measures stands on the board. The board of another day has it at the same place.
  private let measurePlaces: [ItemID: (measure: Int, item: Int)]
  /// Where each district stands on the board, of any day.
  private let districtPlaces: [DistrictCode: Int]
  /// The files that came last, newest first: no page shows more of them.
  package let newestFiles: [FileReport]
  /// Whose each file and problem is, and what each district sent.
  package let attribution: Attribution
  /// The problems in groups.
  package let problems: ProblemIndex

  private static let newest = 256

  package init(snapshot: Snapshot, board: Board) {
    self.snapshot = snapshot
    self.board = board
    let plan = snapshot.plan
    items = Dictionary((plan.items + plan.closing).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = board.measures.indices.flatMap { measure in
      board.measures[measure].items.indices.map { (board.measures[measure].items[$0].id, (measure: measure, item: $0)) }
    }
    measurePlaces = Dictionary(places, uniquingKeysWith: { first, _ in first })
    districtPlaces = Dictionary(
      board.districts.enumerated().map { ($0.element.district.code, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let sorted = snapshot.files.sorted { $0.modified == $1.modified ? $0.path < $1.path : $0.modified > $1.modified }
    newestFiles = Array(sorted.prefix(Loaded.newest))
    attribution = Attribution(files: snapshot.files, problems: snapshot.problems)
    problems = ProblemIndex(snapshot.problems, attribution)
  }

  /// No file of any table gave a row.
  package var isEmpty: Bool { snapshot.files.allSatisfy { $0.rows == 0 } }

  /// The file at a path; nil where there is none.
  package func file(_ path: String) -> FileReport? { attribution.places[path].map { snapshot.files[$0] } }

  /// An item of a measure, or a closing duty.
  package func item(_ id: ItemID) -> Item? { items[id] }

  /// How an item of any measure stands; nil for a closing duty.
  package func measureItem(_ id: ItemID) -> MeasureItem? {
    guard let place = measurePlaces[id], board.measures.indices.contains(place.measure),
      board.measures[place.measure].items.indices.contains(place.item)
    else { return nil }
    let item = board.measures[place.measure].items[place.item]
    return item.id == id ? item : nil
  }

  package func district(_ code: DistrictCode) -> DistrictBoard? {
    guard let place = districtPlaces[code] else { return nil }
    if board.districts.indices.contains(place), board.districts[place].district.code == code {
      return board.districts[place]
    }
    return board.districts.first { $0.district.code == code }
  }

  /// The same, or the whole city by its code or its name.
  package func place(named text: String) -> DistrictCode? {
    if let code = district(named: text) { return code }
    let plan = snapshot.plan
    let names =
      [plan.cityCode.rawValue, plan.cityName.zh, plan.cityName.en] + [
        CommonWord.city.phrase.zh, CommonWord.city.phrase.en,
      ]
    return names.contains { Search.folded($0) == Search.folded(text) } ? plan.cityCode : nil
  }

  /// The item that a person names by id or label.
  package func item(named text: String) -> Item? {
    let query = Search.folded(text)
    return (snapshot.plan.items + snapshot.plan.closing).first { item in
      [item.id.rawValue, item.label.zh, item.label.en, item.short.zh, item.short.en].contains {
        !$0.isEmpty && Search.folded($0) == query
      }
    }
  }

  /// The district that a person names by code, name, short name, pinyin or initials; nil where none is meant exactly.
  package func district(named text: String) -> DistrictCode? {
    let query = Search.folded(text)
    return board.districts.first { Search.texts(of: $0.district).contains { Search.folded($0) == query } }?.district
      .code
  }
}

/// Lines of a file that were asked for.
package struct ExcerptState: Hashable, Sendable {
  package var request: ExcerptRequest
  /// Nil while they are being read.
  package var outcome: ExcerptOutcome?
}

/// A message that goes away by itself.
package struct Toast: Hashable, Sendable {
  package var text: SafeText
  package var isError: Bool
  /// When it goes away, on the state's clock.
  package var until: Double

  package init(_ text: SafeText, isError: Bool = false, until: Double) {
    self.text = text
    self.isError = isError
    self.until = until
  }
}

/// Figures that moved with the last snapshot.
package struct Highlights: Hashable, Sendable {
  /// By how much each figure moved.
  package var deltas: [TargetKey: Int64] = [:]
  /// Until when they are shown, on the state's clock.
  package var until: Double = 0

  package init() {}
}
