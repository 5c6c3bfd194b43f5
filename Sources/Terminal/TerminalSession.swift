import CNcurses
import Glibc
package import Screen

/// The terminal, taken over from `init` to `close`. One at a time; one thread owns it.
///
/// However the process ends in between, by a thrown error, a signal or a trap on any thread, the terminal is given back:
/// cursor, alternate screen, keypad, modes, line settings. (SIGKILL leaves nobody to do it.)
package final class TerminalSession {
  /// What kind of terminal it is.
  package let facts: TerminalFacts
  /// How many cells it has: 1…1000 × 1…500; 80 × 24 where the terminal does not say.
  package private(set) var size: Size
  /// Where keys come from, for a loop that does its own polling.
  package let inputDescriptor: Int32

  var outbox: Outbox
  var decoder: KeyDecoder
  var queued: [TerminalEvent] = []
  var hasEnded = false
  /// What the last sleep has found, for the reads behind it; nil: not known.
  var readiness: Readiness?
  private let modes: TerminalModes
  var painter: Painter
  var picture: Picture?
  /// The picture could not be sent yet: the terminal still takes the one before.
  private(set) var isBehind = false
  /// Pictures for keys that may come next, and what is sent for each.
  var prepared: [PreparedPicture] = []
  var answers = Answers()
  var answered: Key?
  /// The bytes that keys had when they came.
  var keyBytes: [Key: [UInt8]] = [:]
  /// What was read while something was waited for.
  var received: [UInt8] = []
  private var hasMouse: Bool
  private let isLocked: Bool
  private(set) var isOpen = true

  struct Readiness {
    let input: Bool
    let signals: Bool
  }

  struct Picture {
    var frame: Frame
    var theme: Theme
  }

  /// Opens the terminal that standard output is.
  package init(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    let locale = TerminalLocale.prepare()
    let name = Environment["TERM"] ?? ""
    var nonblocking: Int32 = 0
    let descriptor = cn_terminal_open(STDOUT_FILENO, &nonblocking)
    if descriptor < 0 { throw errno == ENOTTY ? .notATerminal : .system(errno) }
    let size = Self.measure(descriptor)
    do throws(TerminalError) {
      try Self.open(name: name, size: size, descriptor: descriptor, nonblocking: nonblocking)
    } catch {
      Glibc.close(descriptor)
      throw error
    }

    let commands = ScreenCommands(
      colors: Int(cn_screen_colors()), noColorVideo: Int(cn_number("ncv")), flag: { cn_flag($0) != 0 },
      capability: Self.capability)
    let depth = options.color.depth(
      terminal: cn_screen_colors(), claimsTrueColor: cn_flag("RGB") != 0 || Environment.claimsTrueColor)
    facts = TerminalFacts(name: name, locale: locale, depth: depth)
    self.size = size
    inputDescriptor = descriptor
    outbox = Outbox(descriptor: descriptor)
    modes = TerminalModes(capability: Self.capability)
    decoder = KeyDecoder(table: KeyTable(capability: Self.capability), escapeDelay: EscapeDelay.inForce.milliseconds)
    let asciiOnly = locale == .none
    painter = Painter(
      depth: depth, asciiOnly: asciiOnly,
      direct: commands.map { DirectPainter(depth: depth, asciiOnly: asciiOnly, commands: $0) })
    hasMouse = options.mouse
    isLocked = options.isLocked
    do throws(TerminalError) {
      if cn_guard_set_restore(modes.restore, modes.restore.count) != 0 { throw .typeUnusable(name) }
      try take()
    } catch {
      close()
      throw error
    }
  }

  deinit { close() }

  /// Gives the terminal back. Later calls of anything do nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    give()
    cn_screen_close()
    cn_guard_remove()
    Glibc.close(inputDescriptor)
  }
}

// MARK: Showing

extension TerminalSession {
  /// Shows a frame. A terminal that is still busy with the one before gets the newest when it is ready: frames in
  /// between are left out, and the program never waits.
  package func paint(_ frame: Frame, theme: Theme) {
    guard isOpen else { return }
    picture = Picture(frame: frame, theme: theme)
    isBehind = true
    advance()
  }

  /// Sends what waits, as far as the terminal takes it.
  func advance() {
    outbox.send()
    guard isBehind, outbox.isEmpty, let picture else { return }
    isBehind = false
    painter.place(picture.frame, theme: picture.theme, size: size)
    outbox.append(painter.takeOutput())
    outbox.send()
  }

  /// Draws everything anew: the terminal may show what others wrote over it (Ctrl-L).
  package func redraw() {
    guard isOpen else { return }
    painter.forget()
    cn_screen_invalidate()
    isBehind = picture != nil
    advance()
  }

  /// Whether clicks and the wheel come to the program.
  package func setMouse(_ on: Bool) {
    guard isOpen, on != hasMouse else { return }
    hasMouse = on
    sendMouseMode()
    advance()
  }

  private func sendMouseMode() {
    guard modes.isXtermLike else { return }
    decoder.takesMouse = hasMouse
    outbox.append(hasMouse ? TerminalModes.mouseOn : TerminalModes.mouseOff)
  }

  /// Asks the terminal to put text on its clipboard (OSC 52). Whether it does cannot be known.
  /// - Returns: false when it was not asked: not that kind of terminal, or more than 56,000 bytes.
  @discardableResult
  package func copyToClipboard(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard isOpen, modes.isXtermLike, bytes.count <= 56_000 else { return false }
    outbox.append(Array("\u{1b}]52;c;".utf8) + Base64.encode(bytes) + [0x07])
    advance()
    return true
  }
}

// MARK: Taking and giving back

extension TerminalSession {
  /// Stops the process as Ctrl-Z does, the terminal given back meanwhile. Returns when it runs again, with the last
  /// frame shown; `readEvents` then says `resumed`. Where no shell could continue it, it is not stopped.
  package func suspend() {
    guard isOpen else { return }
    give()
    cn_guard_stop()
    resume()
  }

  /// The process runs again: whatever the terminal's state now is, it becomes ours.
  func resume() {
    cn_screen_leave()
    painter.forget()
    isBehind = picture != nil
    do throws(TerminalError) { try take() } catch { hasEnded = true }
    queued.append(.resumed)
    updateSize()
    advance()
  }

  private func take() throws(TerminalError) {
    let error = cn_guard_take(isLocked ? 1 : 0)
    if error != 0 { throw .system(error) }
    outbox.append(modes.leavingPaletteAlone(painter.takeOutput()))
    outbox.append(modes.enter)
    if hasMouse { sendMouseMode() }
    outbox.send()
  }

  private func give() {
    outbox.send(within: 500)
    cn_guard_give_back()
  }

  /// Takes over the terminal's size; a change becomes an event.
  func updateSize() {
    let now = Self.measure(inputDescriptor)
    guard now != size else { return }
    size = now
    cn_screen_resize(Int32(now.rows), Int32(now.columns))
    painter.forget()
    queued.removeAll { if case .resized = $0 { true } else { false } }
    queued.append(.resized(now))
  }
}

// MARK: The system

extension TerminalSession {
  private static func open(name: String, size: Size, descriptor: Int32, nonblocking: Int32) throws(TerminalError) {
    if name.isEmpty { throw .typeUnset }
    let refused = cn_guard_install(descriptor, nonblocking)
    if refused != 0 { throw .system(refused) }
    let result = Int(cn_screen_open(name, Int32(size.rows), Int32(size.columns)))
    guard let error = TerminalError(opening: name, result: result, number: errno) else { return }
    cn_guard_remove()
    throw error
  }

  /// Bounds from a terminal's size: ncurses would take 80 bytes for each cell that a broken terminal claims to have.
  private static func measure(_ descriptor: Int32) -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cn_terminal_size(descriptor, &rows, &columns)
    return Size(columns: columns > 0 ? min(1000, Int(columns)) : 80, rows: rows > 0 ? min(500, Int(rows)) : 24)
  }

  private static func capability(_ name: String) -> [UInt8]? {
    cn_capability(name).map { Array(String(cString: $0).utf8) }
  }
}
