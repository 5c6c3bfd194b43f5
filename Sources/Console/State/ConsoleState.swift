package import Policy
package import Screen

/// The whole program as a value: what is shown follows from it, and only `update` changes it.
package struct ConsoleState: Sendable {
  /// The window.
  package var size: Size
  /// How the program was set up.
  package var settings: ConsoleSettings
  /// How each role looks; replaced when its file changes.
  package var theme: Theme
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
  /// ``wouldReorder``, as of the last event that may have changed it.
  var holdsBackOrder = false
  /// Rows computed for the state as it is; never needed for a right answer.
  var keptRows: [Pane: KeptRows] = [:]
  /// Heights computed for the page as it is; never needed for a right answer.
  var keptHeights: KeptHeights?
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
  /// Everything that can be found; nil until it is made.
  package var findIndex: FindIndex?
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
  /// Counts what may have changed a picture in other ways than by moving a cursor or opening a page: as long as it is the
  /// same, the same row of the same list looks the same.
  package internal(set) var revision = 0
  /// Counts the events, but for moments of which nothing came.
  package internal(set) var turn = 0

  package init(size: Size, settings: ConsoleSettings, theme: Theme = .plain, now: Double) {
    self.size = size
    self.settings = settings
    self.theme = theme
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
