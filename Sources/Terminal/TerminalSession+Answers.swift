package import Screen

/// A picture for a key that may come next.
struct PreparedPicture {
  let key: Key
  let picture: TerminalSession.Picture
  let painted: Painter.Prepared
  /// ``Monotonic`` milliseconds from which on it is out of date.
  let until: Int
}

extension TerminalSession {
  /// Whether a frame can be prepared: not while the terminal is busy, nor where ncurses draws.
  package var canPrepare: Bool { isOpen && !isBehind && outbox.isEmpty && painter.canPrepare }

  /// Whether what was prepared may still be shown: no other picture has been, and the screen is the same.
  package var hasPrepared: Bool { prepared.first.map { painter.isCurrent($0.painted) } ?? false }

  /// Works out what must be sent for a frame that is to be shown when `key` comes, while there is nothing else to do. Where it
  /// comes and nothing else has happened, the bytes go out before ``readEvents()`` tells of it; ``takeAnswered()`` says so.
  /// - Parameter milliseconds: for so long.
  /// - Returns: false where it cannot be known.
  package func prepare(_ frame: Frame, theme: Theme, for key: Key, milliseconds: Int) -> Bool {
    guard canPrepare, let painted = painter.prepare(frame, theme: theme, size: size) else { return false }
    if !hasPrepared { (prepared, answers) = ([], Answers()) }
    let until = Monotonic.now + milliseconds
    prepared.append(
      PreparedPicture(key: key, picture: Picture(frame: frame, theme: theme), painted: painted, until: until))
    answers.add(key: keyBytes[key] ?? [], output: painted.output, until: until)
    return true
  }

  /// The key whose prepared picture has been shown; told once.
  package func takeAnswered() -> Key? { answered.take() }

  /// Whether a key may be answered as soon as its bytes are there: they are no part of anything longer.
  var isArmed: Bool { canPrepare && hasPrepared && decoder.isAtRest(now: Monotonic.now) }

  /// Shows the picture of a key whose bytes were not known before.
  func answer(_ keys: [Key]) {
    guard canPrepare, hasPrepared, queued.isEmpty, keys.count == 1,
      let place = prepared.firstIndex(where: { $0.key == keys[0] }), Monotonic.now < prepared[place].until
    else { return }
    takeOver(prepared[place], sent: 0)
  }

  /// A prepared picture is on its way; so many bytes of it the terminal has.
  func takeOver(_ shown: PreparedPicture, sent: Int) {
    if sent < shown.painted.output.count {
      outbox.append(sent == 0 ? shown.painted.output : Array(shown.painted.output.dropFirst(sent)))
      outbox.send()
    }
    painter.takeOver(shown.painted)
    picture = shown.picture
    answered = shown.key
  }

  /// The keys of what was read. Of one that came alone its bytes are remembered.
  func decode(_ bytes: some Collection<UInt8>) -> [Key] {
    let now = Monotonic.now
    let wasAtRest = decoder.isAtRest(now: now)
    let keys = decoder.feed(bytes, now: now)
    guard wasAtRest, keys.count == 1, let key = keys.first, bytes.count <= TerminalSession.longestKey,
      decoder.isAtRest(now: now)
    else { return keys }
    if keyBytes.count >= TerminalSession.mostKeys { keyBytes = [:] }
    keyBytes[key] = Array(bytes)
    return keys
  }

  private static let longestKey = 16
  private static let mostKeys = 64
}
