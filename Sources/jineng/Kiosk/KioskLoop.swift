import CSupervisor
import Console
import Dispatch
import Glibc
import Policy
import Screen
import Terminal

/// The wall display's loop: wakes once a second, for the countdown, the heartbeat and the file of commands.
struct KioskLoop {
  private let settings: Settings
  private let terminal: TerminalSession
  private let wake: WakePipe
  private let mailbox: Mailbox
  private let feed: DirectoryFeed
  private let docket: DocketFeed?
  private let themes: ThemeFeed
  private let log: Log?
  private let phrase: PhraseHash?
  private let checked: PhraseAnswers
  private var commands: CommandFile
  private var state: KioskState
  private var isOver = false
  private let life: Int32

  /// - Parameter life: the descriptor for signs of life; -1: nobody wants any.
  init(settings: Settings, kiosk: KioskSettings, phrase: PhraseHash?, life: Int32) throws(Outcome) {
    log = try Log(path: settings.log)
    do throws(TerminalError) {
      wake = try WakePipe()
      mailbox = Mailbox(wake: wake)
      docket = kiosk.isPublic ? nil : DocketFeed(settings: settings, mailbox: mailbox, log: log) {}
      themes = ThemeFeed(settings: settings, mailbox: mailbox, log: log)
      feed = DirectoryFeed(settings: settings, mailbox: mailbox, log: log, history: nil, docket: docket)
      feed.start()
      terminal = try TerminalSession(options: TerminalOptions(color: settings.terminalColor, isLocked: true))
    } catch {
      throw .unusable("\(error)")
    }
    self.settings = settings
    self.phrase = phrase
    self.life = life
    checked = PhraseAnswers(wake: wake)
    commands = CommandFile(path: ConfigFile.directory + "/kiosk.cmd")
    state = KioskState(
      size: terminal.size, settings: kiosk, console: ConsoleSettings(settings, showing: terminal.facts),
      theme: settings.theme, now: Clock.now, uptime: Clock.uptime)
  }

  /// Runs until the phrase was given or the terminal goes away.
  mutating func run() throws(Outcome) {
    log?.note("open", "kiosk \(terminal.facts.name) \(terminal.size.columns)x\(terminal.size.rows)")
    defer {
      terminal.close()
      feed.stop()
      docket?.stop()
      log?.note("close")
    }
    feed.waitForFirstRead(milliseconds: 200)
    while !isOver {
      handle(.ticked(now: Clock.now, uptime: Clock.uptime))
      look()
      for event in terminal.readEvents() { handle(event) }
      for answer in checked.take() { handle(.phraseChecked(answer)) }
      if let opening = feed.opening { handle(.console(.readingAdvanced(opening))) }
      for event in try mailbox.collect() { handle(.console(event)) }
      guard !isOver else { break }
      terminal.paint(KioskView(state).frame(), theme: state.theme)
      cs_alive(life)
      _ = terminal.wait(wake: wake, timeoutMilliseconds: Int((state.secondsToNextTick * 1000).rounded(.up)))
    }
  }

  private mutating func look() {
    themes.look()
    switch commands.look(today: Clock.today) {
    case .unchanged: break
    case .gone: handle(.commanded(nil))
    case .commands(let remote):
      log?.note("commands", remote.badLines.isEmpty ? "" : "bad lines \(remote.badLines)")
      handle(.commanded(remote))
    case .refused(let reason): log?.note("commands", "refused: \(reason)")
    }
  }

  private mutating func handle(_ event: TerminalEvent) {
    switch event {
    case .key(let key): handle(KioskEvent.keyPressed(key))
    case .resized(let size): handle(KioskEvent.resized(size))
    case .resumed: terminal.redraw()
    case .endOfInput: isOver = true
    }
  }

  private mutating func handle(_ event: KioskEvent) {
    for effect in update(&state, event) {
      switch effect {
      case .quit: isOver = true
      case .computeToday:
        if let loaded = state.console.loaded { feed.compute(loaded.snapshot, asOf: nil) }
      case .check(let text): checked.check(text, against: phrase)
      }
    }
  }
}
