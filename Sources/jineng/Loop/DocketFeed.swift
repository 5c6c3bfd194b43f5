import Console
// Sources of Dispatch may be used by any thread, and do not say so.
@preconcurrency import Dispatch
import Docket
import Policy
import Synchronization

/// Keeps the docket up to date by the records, does what the operator wants, and sees what others do, on a queue of its
/// own; answers are posted to the loop.
final class DocketFeed: Sendable {
  private let mailbox: Mailbox
  private let log: Log?
  private let actor: Actor
  private let directory: String
  private let queue = DispatchQueue(label: "jineng.docket", qos: .userInitiated)
  private let history: Mutex<History>
  private let state = Mutex(State())
  private let timer: any DispatchSourceTimer
  /// What else is looked at each second, so that an idle console wakes once for all of it.
  private let lookBeside: @Sendable () -> Void

  private struct State: Sendable {
    var basis: BoardBasis?
    /// The day as of which the docket followed the records last.
    var tended: Day?
    /// Who looks at what; nil where there is no place to say it.
    var onlookers: Onlookers?
    var glance: Glance?
    var seen: [Int: [String]] = [:]
    var mark = 0
    var told: DocketState?
    /// The docket of a console that cannot write, and finds none: what one would open.
    var memory: DocketLedger?
  }

  /// How long a frame is left alone before the docket follows its records, in seconds.
  private static let patience = 0.04
  /// Between two looks at what others do, in seconds.
  private static let interval = 1.0

  init(settings: Settings, mailbox: Mailbox, log: Log?, lookBeside: @escaping @Sendable () -> Void) {
    self.lookBeside = lookBeside
    self.mailbox = mailbox
    self.log = log
    actor = .person(settings.actor)
    directory = settings.directory
    history = Mutex(
      settings.isReadOnly ? History(asking: settings) : History(keeping: settings, isVisit: false))
    if let store = try? settings.storePath() {
      state.withLock {
        $0.onlookers = Onlookers(store: store, actor: settings.actor)
        $0.glance = Glance(at: store)
      }
    }
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(
      deadline: .now() + DocketFeed.interval, repeating: DocketFeed.interval, leeway: .milliseconds(100))
    timer.setEventHandler { [weak self] in
      self?.look()
      self?.lookBeside()
    }
    timer.activate()
  }

  /// New records: cases may open, clear or come back.
  func tend(_ basis: BoardBasis) {
    // Behind the frame of those records: nobody waits for it.
    queue.asyncAfter(deadline: .now() + DocketFeed.patience) {
      self.state.withLock { $0.basis = basis }
      self.tend()
    }
  }

  func load(_ number: Int) {
    queue.async {
      let memory = self.state.withLock { $0.memory }
      if let memory { return self.mailbox.post(.caseLoaded(number, memory.entries(of: number))) }
      self.attempt { (history) throws(StoreTrouble) in
        self.mailbox.post(.caseLoaded(number, try history.entries(of: number)))
      }
    }
  }

  func act(_ orders: [CaseOrder], _ rule: TransitionRule) {
    queue.async {
      do throws(StoreTrouble) {
        let outcomes = try self.history.withLock { (history) throws(StoreTrouble) in
          try history.act(orders, by: self.actor, at: Clock.moment, rule)
        }
        // What it made of the cases first: what is told of it speaks of them.
        self.tell()
        self.mailbox.post(.acted(orders, outcomes))
      } catch {
        self.log?.note("docket", "\(error)")
        self.mailbox.post(.notActed(orders, error))
      }
    }
  }

  /// Others are to know what is looked at here.
  func lookAt(_ number: Int?) {
    queue.async { self.state.withLock { $0.onlookers?.look(at: number, now: Clock.now) } }
  }

  /// Writes a meeting's memo, and tells where it lies.
  func writeMemo(_ agenda: MeetingAgenda, since: Int, _ loaded: Loaded, _ language: Language) {
    queue.async {
      do {
        let memo = try self.history.withLock { history in
          try history.memo(agenda, since: since, loaded, language)
        }
        self.mailbox.post(.exported(path: try MemoFiles.write(memo, directory: self.directory, now: Clock.now)))
      } catch let trouble as StoreTrouble {
        self.mailbox.post(.exportFailed(reason: StoreWords.message(trouble, language)))
      } catch let outcome as Outcome {
        self.mailbox.post(.exportFailed(reason: outcome.message))
      } catch { self.mailbox.post(.exportFailed(reason: "\(error)")) }
    }
  }

  func stop() {
    timer.cancel()
    state.withLock { $0.onlookers?.leave() }
  }

  private func tend() {
    let basis = state.withLock { state in
      state.tended = Clock.today
      return state.basis
    }
    guard let basis else { return }
    attempt { (history) throws(StoreTrouble) in
      let moment = Clock.moment
      if try history.isWritable() {
        _ = try history.tend(basis, at: moment)
      } else if try history.docket().lastEntry == 0 {
        var memory = DocketLedger()
        memory.keep(
          DocketUpkeep(basis: basis).deeds(today: moment.day, since: nil, live: [], closed: [:]), at: moment)
        self.state.withLock { $0.memory = memory }
      }
    }
    tell()
  }

  /// Another console, or a script, may have written; and a day may have begun.
  private func look() {
    let isNewDay = state.withLock { $0.basis != nil && $0.tended != Clock.today }
    if isNewDay { return tend() }
    let now = Clock.now
    let onlookers = state.withLock { state -> [Int: [String]]? in
      state.onlookers?.touch(now: now)
      let others = state.onlookers?.others(now: now) ?? [:]
      defer { state.seen = others }
      return state.seen == others ? nil : others
    }
    if let onlookers { mailbox.post(.onlookersChanged(onlookers)) }
    guard state.withLock({ $0.glance?.isDue(now: now) }) ?? true else { return }
    attempt { (history) throws(StoreTrouble) in
      let mark = try history.changeMark()
      let isNew = self.state.withLock { state in
        defer { state.mark = mark }
        return state.mark != mark
      }
      if isNew { self.tell(&history) }
    }
  }

  private func tell() { attempt { (history) throws(StoreTrouble) in self.tell(&history) } }

  private func tell(_ history: inout History) {
    do throws(StoreTrouble) {
      let memory = state.withLock { $0.memory }
      let docket: DocketState
      if let memory { docket = memory.state } else { docket = try history.docket() }
      let isWritable = try history.isWritable()
      let isNew = state.withLock { state in
        defer { state.told = docket }
        return state.told != docket
      }
      if isNew { mailbox.post(.docketChanged(docket, isWritable: isWritable)) }
    } catch {
      log?.note("docket", "\(error)")
      mailbox.post(.storeTroubled(error))
    }
  }

  private func attempt(_ body: (inout History) throws(StoreTrouble) -> Void) {
    do throws(StoreTrouble) {
      try history.withLock { (history) throws(StoreTrouble) in
        defer { for notice in history.takeNotices() { mailbox.post(.storeTroubled(notice)) } }
        try body(&history)
      }
    } catch {
      log?.note("docket", "\(error)")
      mailbox.post(.storeTroubled(error))
    }
  }
}
