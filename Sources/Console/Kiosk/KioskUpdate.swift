import Policy
package import Screen

/// What happened at a wall display.
package enum KioskEvent: Sendable {
  /// Both clocks moved on: the wall clock in seconds since 1970-01-01 UTC, and one that only goes forward.
  case ticked(now: Double, uptime: Double)
  /// Something about the data or the docket. Events of a person are not passed on.
  case console(Event)
  case resized(Size)
  case keyPressed(Key)
  /// The file of commands was read anew; nil: it is gone.
  case commanded(KioskRemote?)
  /// What ``KioskEffect/check(phrase:)`` came to.
  case phraseChecked(Bool)
}

/// What should happen outside.
package enum KioskEffect: Hashable, Sendable {
  case quit
  /// The board of today, from the snapshot now shown.
  case computeToday
  case check(phrase: String)
}

/// The wall display's reducer.
package func update(_ state: inout KioskState, _ event: KioskEvent) -> [KioskEffect] {
  switch event {
  case .ticked(let now, let uptime):
    state.uptime = max(uptime, state.uptime)
    let effects = state.tell(.clockTicked(now))
    state.turnWhenDue()
    state.forgetTyping()
    return effects
  case .console(let event): return state.tell(event)
  case .resized(let size): return state.tell(.resized(size))
  case .commanded(let remote):
    state.obey(remote)
    return []
  case .keyPressed(let key): return state.press(key)
  case .phraseChecked(let isRight): return state.hear(isRight)
  }
}

extension KioskState {
  /// Passes an event on to the console behind, but never a person's, and nothing of the docket where all may look.
  fileprivate mutating func tell(_ event: Event) -> [KioskEffect] {
    switch event {
    case .keyPressed: return []
    case .docketChanged, .caseLoaded, .acted, .notActed, .onlookersChanged: if settings.isPublic { return [] }
    default: break
    }
    let effects = update(&console, event)
    return effects.compactMap { if case .compute = $0 { .computeToday } else { nil } }
  }

  // MARK: Turning

  fileprivate mutating func turnWhenDue() {
    if let heldUntil, heldUntil <= uptime {
      self.heldUntil = nil
      dueAt = uptime + settings.rotation
    }
    guard !isHeld else {
      dueAt = uptime + settings.rotation
      return
    }
    guard uptime >= dueAt else { return }
    turns += 1
    // After a long pause (a machine that slept) the pages do not rush by.
    dueAt = max(dueAt + settings.rotation, uptime + min(1, settings.rotation))
  }

  fileprivate mutating func obey(_ remote: KioskRemote?) {
    self.remote = remote
    heldUntil =
      switch remote?.hold {
      case .whileAsked: .infinity
      case .seconds(let seconds): uptime + seconds
      case nil: nil
      }
    if let page = remote?.page, let place = settings.pages.firstIndex(of: page) {
      turns = round * settings.pages.count + place
    }
    dueAt = uptime + settings.rotation
  }

  // MARK: The phrase

  private static let patienceSeconds = 15.0
  private static let longestPhrase = 128
  private static let triesBeforePause = 5
  private static let pauseSeconds = 60.0

  fileprivate mutating func forgetTyping() {
    if uptime - typedAt > KioskState.patienceSeconds { typed = nil }
  }

  /// Without a phrase no key does anything; pasted text never does.
  fileprivate mutating func press(_ key: Key) -> [KioskEffect] {
    guard settings.canUnlock, uptime >= refusesUntil, !isChecking else { return [] }
    switch key {
    case .character(let character):
      var text = typed ?? ""
      if text.count < KioskState.longestPhrase { text.append(character) }
      typed = text
    case .backspace: typed = typed.map { String($0.dropLast()) }
    case .escape: typed = nil
    case .enter:
      guard let text = typed, !text.isEmpty else { return [] }
      isChecking = true
      typed = nil
      return [.check(phrase: text)]
    default: return []
    }
    typedAt = uptime
    return []
  }

  fileprivate mutating func hear(_ isRight: Bool) -> [KioskEffect] {
    isChecking = false
    if isRight { return [.quit] }
    wrongPhrases += 1
    toldWrongUntil = uptime + 3
    if wrongPhrases >= KioskState.triesBeforePause {
      wrongPhrases = 0
      refusesUntil = uptime + KioskState.pauseSeconds
    }
    return []
  }
}
