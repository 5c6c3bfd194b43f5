import Console
import Policy
import Screen
import Terminal

/// The loop: one thread owns the terminal and the state. It sleeps until a key, a board or the next minute comes.
struct ConsoleLoop {
  private let settings: Settings
  private let isSpoken: Bool
  private let terminal: TerminalSession
  private let wake: WakePipe
  private let mailbox: Mailbox
  private let feed: DirectoryFeed
  private let jobs: SideJobs
  private let history: HistoryFeed
  private let docket: DocketFeed
  private let log: Log?
  private var memory = FrameMemory()
  private var state: ConsoleState
  private var ahead = NextKey()
  private var isOver = false
  /// A board was asked for since the last frame.
  private var awaitsBoard = false

  /// A directory that is read within this time shows in the very first frame. An empty screen for so long is not felt as
  /// a wait yet, and a page about reading that goes away as soon as it is seen would be worse.
  private static let patienceMilliseconds = 200
  /// How long something else may stand on the screen before a read is told of, in seconds.
  private static let patience = 0.5
  /// A board that comes within this time shows in the frame of its key; of a slower one the banner speaks first.
  private static let boardMilliseconds = 12
  /// Between two looks at a read, in seconds.
  private static let readingInterval = 0.2

  /// - Parameter isSpoken: sentences instead of pictures.
  init(settings: Settings, isSpoken: Bool = false) throws(Outcome) {
    self.isSpoken = isSpoken
    let facts: TerminalFacts
    log = try Log(path: settings.log)
    do throws(TerminalError) {
      wake = try WakePipe()
      mailbox = Mailbox(wake: wake)
      history = HistoryFeed(settings: settings, mailbox: mailbox, log: log)
      let themes = ThemeFeed(settings: settings, mailbox: mailbox, log: log)
      docket = DocketFeed(settings: settings, mailbox: mailbox, log: log) { themes.look() }
      feed = DirectoryFeed(settings: settings, mailbox: mailbox, log: log, history: history, docket: docket)
      feed.start()
      jobs = SideJobs(settings: settings, mailbox: mailbox)
      terminal = try TerminalSession(options: TerminalOptions(color: settings.terminalColor))
      facts = terminal.facts
    } catch {
      throw .unusable("\(error)")
    }
    self.settings = settings
    state = ConsoleState(
      size: terminal.size, settings: ConsoleSettings(settings, showing: facts), theme: settings.theme, now: Clock.now)
    state.asOf = settings.asOf
  }

  /// Runs until the user leaves or the terminal goes away. Whatever ends it, the terminal is given back first.
  mutating func run() throws(Outcome) {
    log?.note("open", "\(terminal.facts.name) \(terminal.size.columns)x\(terminal.size.rows) \(settings.directory)")
    defer {
      terminal.close()
      feed.stop()
      history.stop()
      docket.stop()
      log?.note("close", "\(ahead.count) keys drawn ahead")
    }
    feed.waitForFirstRead(milliseconds: ConsoleLoop.patienceMilliseconds)
    if let opening = feed.opening { handle([.readingAdvanced(opening)]) }
    try handle(mailbox.collect())
    paint()
    while !isOver {
      sleep()
      let events = terminal.readEvents()
      var answered = terminal.takeAnswered()
      handle([.clockTicked(Clock.now)])
      for event in events {
        handle(event, answered)
        answered = nil
      }
      // Read before the mailbox is emptied: what came of a read replaces what was told of it.
      if let opening = feed.opening, state.opening != nil || opening.elapsed >= ConsoleLoop.patience {
        handle([.readingAdvanced(opening)])
      }
      try handle(mailbox.collect())
      if awaitsBoard {
        awaitsBoard = false
        feed.waitForBoard(milliseconds: ConsoleLoop.boardMilliseconds)
        try handle(mailbox.collect())
      }
      if !isOver { paint() }
    }
  }

  /// Sleeps until something comes or the picture is to change by itself. What the next key will come to is worked out once
  /// the terminal has had time to show this one: the kernel, too, needs a processor for that.
  private mutating func sleep() {
    var pause = NextKey.pauseMilliseconds
    for key in isSpoken ? [] : ahead.due(state, on: terminal) {
      guard terminal.wait(wake: wake, timeoutMilliseconds: pause) == .timedOut else { return }
      ahead.workOut(key, state, memory, on: terminal)
      pause = 0
    }
    let reading = feed.opening == nil ? .infinity : ConsoleLoop.readingInterval
    let seconds = min(max(min(state.secondsToNextTick, reading), 0.01), 60)
    _ = terminal.wait(wake: wake, timeoutMilliseconds: Int((seconds * 1000).rounded(.up)))
  }

  private mutating func paint() {
    if isSpoken { return terminal.paint(SpokenScreen(state).frame(), theme: state.theme) }
    if let memory = ahead.takeMemory(state) {
      self.memory = memory
    } else {
      terminal.paint(ConsoleView(state, memory: memory).frame(), theme: state.theme)
    }
  }

  /// - Parameter answered: the key whose picture is on the terminal already.
  private mutating func handle(_ event: TerminalEvent, _ answered: Key?) {
    switch event {
    case .key(let key):
      guard let effects = ahead.follow(key, isShown: key == answered, &state) else { return handle([.keyPressed(key)]) }
      for effect in effects { perform(effect) }
    case .resized(let size): handle([.resized(size)])
    case .resumed: handle([.clockTicked(Clock.now), .resumed])
    case .endOfInput: isOver = true
    }
  }

  private mutating func handle(_ events: [Event]) {
    for event in events {
      for effect in update(&state, event) { perform(effect) }
    }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .quit: isOver = true
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    case .rescan: feed.rescan()
    case .setMouse(let on): terminal.setMouse(on)
    case .compute(let day):
      guard let loaded = state.loaded else { return }
      feed.compute(loaded.snapshot, asOf: day)
      awaitsBoard = true
    case .trace(let figure, let day): feed.provenance.trace(figure, asOf: day)
    case .breakDown(let item, let district, let day):
      feed.provenance.breakDown(item, in: district, asOf: day)
      // What stands beside the parts of a gap comes from the store, where there is one.
      if let loaded = state.loaded { history.load(loaded.revisionsQuestion(district)) }
    case .loadCase(let number): docket.load(number)
    case .lookAt(let number): docket.lookAt(number)
    case .act(let orders):
      guard let loaded = state.loaded else { return }
      docket.act(orders, loaded.transitions(today: Clock.moment.day))
    case .writeMemo(let agenda, let since):
      if let loaded = state.loaded { docket.writeMemo(agenda, since: since, loaded, state.language) }
    case .readRows(let request): feed.provenance.readRows(request)
    case .loadChanges(let question): history.load(question)
    case .loadRevisions(let question): history.load(question)
    case .stopReading: feed.provenance.stopReading()
    case .export(let kind): export(kind)
    case .exportProblems(let district):
      if let loaded = state.loaded { jobs.exportProblems(of: district, in: loaded, now: state.now) }
    case .readLines(let request): jobs.read(request)
    case .copy(let text):
      terminal.copyToClipboard(text)
      handle([.copied(path: Exports.keepCopy(text))])
    }
  }

  private mutating func export(_ kind: ExportKind) {
    do throws(Outcome) {
      handle([.exported(path: try Exports.write(kind, state, theme: state.theme))])
    } catch {
      handle([.exportFailed(reason: error.message)])
    }
  }
}

extension Settings {
  /// What the terminal may use: `NO_COLOR` means none unless a depth was asked for.
  var terminalColor: TerminalOptions.Color {
    guard wantsColor else { return .never }
    switch color {
    case .auto: return .auto
    case .never: return .never
    case .sixteen: return .ansi16
    case .indexed: return .ansi256
    case .trueColor: return .trueColor
    }
  }
}

extension ConsoleSettings {
  init(_ settings: Settings, notice: String) {
    self.init(
      language: settings.language, glyphs: settings.glyphs, ambiguousWidth: settings.ambiguousWidth,
      directory: settings.directory, notice: notice, actor: settings.actor)
  }

  /// A terminal that cannot show Chinese gets English in ASCII, and is told why.
  init(_ settings: Settings, showing facts: TerminalFacts) {
    self.init(settings, notice: "")
    guard facts.cannotShowChinese else { return }
    language = .en
    glyphs = .ascii
    notice =
      facts.locale == .none
      ? "No UTF-8 locale on this system: shown in English and ASCII. Install a locale such as C.UTF-8."
      : "This console (TERM=linux) has no Chinese font: shown in English and ASCII. Use a terminal with a CJK font."
  }
}
