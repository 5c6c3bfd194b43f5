/// How a case follows from its entries (<doc:TriageRule>).
extension Case {
  /// The case that its entries leave; nil where none of them opens one.
  ///
  /// Entries that were taken back count as if they had never been, wherever they stand; only their numbers stay
  /// (``lastEntry``, ``lastByPerson``). Never traps: what makes no sense where it stands changes nothing.
  ///
  /// - Parameter entries: All entries of one case, in the order of their numbers.
  public init?(entries: [DocketEntry]) {
    guard let place = entries.firstIndex(where: { Case(opening: $0) != nil }),
      var folded = Case(opening: entries[place])
    else { return nil }
    let takenBack = Case.takenBack(entries)
    for entry in entries[(place + 1)...] {
      if takenBack.contains(entry.number) { folded.count(entry, stands: false) } else { folded.apply(entry) }
    }
    self = folded
  }

  /// Numbers of the entries that a later one takes back. Only persons' entries can be, and none that takes back itself.
  public static func takenBack(_ entries: [DocketEntry]) -> Set<Int> {
    var open: Set<Int> = []
    var taken: Set<Int> = []
    for entry in entries where entry.actor != .system {
      if case .undone(let number) = entry.deed {
        if open.remove(number) != nil { taken.insert(number) }
      } else if Case(opening: entry) == nil {
        open.insert(entry.number)
      }
    }
    return taken
  }

  /// Takes one more entry. One that takes back an earlier one is only counted: its case is to be folded anew.
  public mutating func apply(_ entry: DocketEntry) {
    if case .undone = entry.deed {
      count(entry, stands: false)
      return
    }
    guard entry.caseNumber == number else { return }
    count(entry, stands: true)
    guard isLive else { return }
    if entry.actor != .system { isAwakened = false }
    switch entry.deed {
    case .opened, .noted, .urged, .decided, .undone: break
    case .itemsChanged(let lagging): items = lagging
    case .recovered: recover(at: entry.at)
    case .relapsed: relapse(at: entry.at)
    case .snoozeEnded:
      isAwakened = state == .snoozed
      wake(at: entry.at)
    case .deadlinePassed(let limit, let to):
      level = max(level, to)
      passedLimit = max(passedLimit ?? limit, limit)
    case .acknowledged:
      guard state == .new else { break }
      sign(entry)
      move(to: .acknowledged, at: entry.at)
    case .assigned(let name):
      handler = name
      wake(at: entry.at)
    case .followedUp(let next):
      guard [.new, .acknowledged, .working, .returned].contains(state) else { break }
      sign(entry)
      nextLook = next
      move(to: .working, at: entry.at)
    case .snoozed(let until): snooze(until: until, at: entry.at)
    case .sentForReview: move(to: .review, at: entry.at)
    case .returned: if state == .review { move(to: .returned, at: entry.at) }
    case .closed(let bySelf):
      isSelfClosed = bySelf
      closedAt = entry.at
      closedBy = entry.number
      move(to: .closed, at: entry.at)
    case .escalated(let to): level = max(level, to)
    case .committed(let commitment):
      promises.append(Promise(entry: entry.number, actor: entry.actor, at: entry.at, commitment: commitment))
    case .extensionAsked(let until): askedExtension = until
    case .extensionGranted(let until):
      extendedTo = until
      askedExtension = nil
    case .extensionRefused: askedExtension = nil
    }
  }

  /// Notes that the entry is there, whatever it does.
  private mutating func count(_ entry: DocketEntry, stands: Bool) {
    guard entry.caseNumber == number else { return }
    lastEntry = max(lastEntry, entry.number)
    guard let name = entry.actor.name else {
      systemEntries += 1
      return
    }
    let own = PersonEntry(entry: entry.number, name: name, at: entry.at)
    if let last = lastByPerson, last.name != name { lastByOther = last }
    lastByPerson = own
    if stands, Case(opening: entry) == nil { undoable = own }
  }

  /// Whoever acts on a case that nobody handles handles it.
  private mutating func sign(_ entry: DocketEntry) {
    handler = handler ?? entry.actor.name
    acknowledgedAt = acknowledgedAt ?? entry.at
  }

  private mutating func snooze(until: Day, at moment: Moment) {
    if state != .snoozed {
      let from = state
      move(to: .snoozed, at: moment)
      resumes = from
    }
    isAwakened = false
    snoozedUntil = until
  }

  private mutating func wake(at moment: Moment) {
    guard state == .snoozed else { return }
    move(to: resumes ?? .new, at: moment)
  }

  private mutating func recover(at moment: Moment) {
    guard !isRecovered else { return }
    let from = state == .snoozed ? resumes ?? .new : state
    move(to: .review, at: moment)
    isRecovered = true
    recoveredFrom = from
  }

  private mutating func relapse(at moment: Moment) {
    guard isRecovered else { return }
    isRecovered = false
    if let from = recoveredFrom { move(to: from, at: moment) }
    recoveredFrom = nil
  }

  /// Leaves the present state with all that belongs to it.
  private mutating func move(to next: CaseState, at moment: Moment) {
    guard next != state else { return }
    if state == .snoozed {
      let pause = Pause(from: since.day, until: min(snoozedUntil ?? moment.day, moment.day))
      if pause.from < pause.until { pauses.append(pause) }
      snoozedUntil = nil
      resumes = nil
    }
    recoveredFrom = nil
    state = next
    since = moment
  }
}
