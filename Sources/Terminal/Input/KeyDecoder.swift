import Screen

/// Turns the bytes a terminal sends into keys. It knows no descriptor and no clock.
///
/// A sequence it does not know is dropped whole, so that no part of it is ever taken for letters. Esc alone is told from
/// the beginning of a sequence by the time that passes; a tail that comes later than that (a sequence cut in two on its
/// way through a network) is dropped too.
struct KeyDecoder {
  /// How many milliseconds after Esc the rest of a sequence may come.
  let escapeDelay: Int
  /// Whether mouse reports were asked for; else they are dropped.
  var takesMouse = false

  /// Until when a click may be the one that gave the window the focus; it acts on nothing.
  private var focusingUntil: Int?
  private let table: KeyTable
  private var state = State.ground
  private var utf8 = UTF8Assembler()
  /// When what is half read is given up.
  private(set) var deadline: Int?
  /// Until when `[` and `O` may be the late tail of a sequence whose Esc was already told.
  private var tailUntil: Int?

  private enum State {
    case ground
    /// Esc, once or several times.
    case escape(count: Int)
    /// Everything from Esc on; `late`: its Esc was told already, so it means nothing.
    case sequence([UInt8], late: Bool)
    /// `ESC [ M`: three bytes of an old mouse report follow.
    case oldMouse([UInt8])
    /// An operating-system command or the like, up to its terminator.
    case string(escaped: Bool)
    case paste(PasteCollector)
    /// The rest of a character typed with Alt.
    case altCharacter(left: Int)
  }

  private enum Patience {
    static let sequence = 500
    static let string = 1_000
    static let paste = 5_000
    static let tail = 250
    static let focus = 500
  }

  /// Whether nothing is half read: the bytes of a key alone mean that key.
  func isAtRest(now: Int) -> Bool { deadline == nil && utf8.isEmpty && tailUntil.map { now >= $0 } ?? true }

  init(table: KeyTable, escapeDelay: Int) {
    self.table = table
    self.escapeDelay = max(1, escapeDelay)
  }

  /// The keys that are complete with these bytes. `now` is in milliseconds of any clock that goes forward.
  mutating func feed(_ bytes: some Sequence<UInt8>, now: Int) -> [Key] {
    var keys = expire(now: now)
    for byte in bytes { take(byte, now: now, into: &keys) }
    return keys
  }

  /// The keys that are complete because time has passed.
  mutating func expire(now: Int) -> [Key] {
    guard let due = deadline, now >= due else { return [] }
    deadline = nil
    defer { state = .ground }
    switch state {
    case .escape(let count):
      tailUntil = now + Patience.tail
      return Array(repeating: .escape, count: count)
    case .sequence(let bytes, late: true):
      // Nothing followed: a person pressed the key after Esc.
      return bytes.count == 2 ? [.character(Character(Unicode.Scalar(bytes[1])))] : []
    case .paste(let collector): return [.paste(collector.text)]
    default: return []
    }
  }

  private mutating func enter(_ next: State, patience: Int?, now: Int) {
    state = next
    deadline = patience.map { now + $0 }
  }

  private mutating func take(_ byte: UInt8, now: Int, into keys: inout [Key]) {
    switch state {
    case .ground: ground(byte, now: now, into: &keys)
    case .escape(let count): afterEscape(byte, count: count, now: now, into: &keys)
    case .sequence(let bytes, let late): inSequence(bytes + [byte], late: late, now: now, into: &keys)
    case .oldMouse(let bytes):
      if bytes.count < 2 {
        state = .oldMouse(bytes + [byte])
      } else {
        enter(.ground, patience: nil, now: now)
        if let key = MouseReport.old(bytes + [byte]) { mouse(key, now: now, into: &keys) }
      }
    case .string(let escaped):
      if byte == 0x07 || byte == 0x18 || byte == 0x1a || (escaped && byte == 0x5c) {
        enter(.ground, patience: nil, now: now)
      } else {
        enter(.string(escaped: byte == 0x1b), patience: Patience.string, now: now)
      }
    case .paste(var collector):
      state = .ground  // so that the collector is not shared while it grows
      if collector.take(byte) {
        enter(.ground, patience: nil, now: now)
        keys.append(.paste(collector.text))
      } else {
        enter(.paste(collector), patience: Patience.paste, now: now)
      }
    case .altCharacter(let left):
      if left > 1 && byte & 0xc0 == 0x80 {
        state = .altCharacter(left: left - 1)
      } else {
        enter(.ground, patience: nil, now: now)
        if byte & 0xc0 != 0x80 { ground(byte, now: now, into: &keys) }
      }
    }
  }
}

// MARK: Characters

extension KeyDecoder {
  private mutating func ground(_ byte: UInt8, now: Int, into keys: inout [Key]) {
    let afterLateEscape = tailUntil.map { now < $0 } ?? false
    tailUntil = nil
    if byte == 0x1b {
      utf8 = UTF8Assembler()
      return enter(.escape(count: 1), patience: escapeDelay, now: now)
    }
    if afterLateEscape, byte == 0x5b || byte == 0x4f {
      return enter(.sequence([0x1b, byte], late: true), patience: escapeDelay, now: now)
    }
    guard let scalar = utf8.take(byte) else { return }
    switch scalar.value {
    case 0x0a, 0x0d: keys.append(.enter)
    case 0x09: keys.append(.tab)
    case 0x08, 0x7f: keys.append(.backspace)
    case 0x01...0x1a: keys.append(.control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60))))
    case 0x9b: enter(.sequence([0x1b, 0x5b], late: false), patience: Patience.sequence, now: now)
    case 0x8f: enter(.sequence([0x1b, 0x4f], late: false), patience: Patience.sequence, now: now)
    case 0x90, 0x98, 0x9d...0x9f: enter(.string(escaped: false), patience: Patience.string, now: now)
    default: if let character = Self.typed(scalar) { keys.append(.character(character)) }
    }
  }

  /// The character a person means: full-width forms of an input method are their ASCII letters, and what cannot be seen
  /// was not typed.
  static func typed(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0x20...0x7e: return Character(scalar)
    case 0x3000: return " "
    case 0xff01...0xff5e: return Unicode.Scalar(scalar.value - 0xfee0).map { Character($0) }
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return nil
    default: return Character(scalar)
    }
  }
}

// MARK: Sequences

extension KeyDecoder {
  private mutating func afterEscape(_ byte: UInt8, count: Int, now: Int, into keys: inout [Key]) {
    switch byte {
    case 0x1b:
      // A held Esc key; a flood of them is told in parts.
      if count >= 16 { keys.append(.escape) }
      enter(.escape(count: min(16, count + 1)), patience: escapeDelay, now: now)
    case 0x5b, 0x4f:
      // After two or more Esc it is Alt and a key.
      enter(.sequence([0x1b, byte], late: count > 1), patience: Patience.sequence, now: now)
    case 0x50, 0x58, 0x5d...0x5f: enter(.string(escaped: false), patience: Patience.string, now: now)
    case 0x20...0x2f: enter(.sequence([0x1b, byte], late: false), patience: Patience.sequence, now: now)
    case 0xc0...0xff:
      let left = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1
      enter(.altCharacter(left: left), patience: Patience.sequence, now: now)
    default:
      enter(.ground, patience: nil, now: now)
      if let key = table[[0x1b, byte]] { keys.append(key) }
    }
  }

  private mutating func inSequence(_ bytes: [UInt8], late: Bool, now: Int, into keys: inout [Key]) {
    guard let byte = bytes.last else { return }
    if byte == 0x1b { return enter(.escape(count: 1), patience: escapeDelay, now: now) }
    if byte < 0x20 || byte == 0x18 {
      // A control character ends a broken sequence and counts for itself.
      enter(.ground, patience: nil, now: now)
      return ground(byte, now: now, into: &keys)
    }
    if !Self.isComplete(bytes) {
      // An endless sequence is not worth remembering, only worth skipping.
      let kept = bytes.count < 64 ? bytes : Array(bytes.prefix(63))
      return enter(.sequence(kept, late: late), patience: Patience.sequence, now: now)
    }
    enter(.ground, patience: nil, now: now)
    if bytes == PasteCollector.begin {
      enter(.paste(PasteCollector()), patience: Patience.paste, now: now)
    } else if takesMouse && bytes == [0x1b, 0x5b, 0x4d] {
      enter(.oldMouse([]), patience: Patience.sequence, now: now)
    } else if !late, takesMouse, bytes == [0x1b, 0x5b, 0x49] {
      focusingUntil = now + Patience.focus
    } else if !late, takesMouse, let key = MouseReport.modern(bytes) {
      mouse(key, now: now, into: &keys)
    } else if !late, let key = table[bytes] {
      keys.append(key)
    }
  }

  private mutating func mouse(_ key: Key, now: Int, into keys: inout [Key]) {
    guard case .click = key else { return keys.append(key) }
    defer { focusingUntil = nil }
    if let until = focusingUntil, now < until { return }
    keys.append(key)
  }

  /// Whether a sequence has its final byte (ECMA-48 5.4; and the Linux console's `ESC [ [ A`).
  private static func isComplete(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 2, let final = bytes.last else { return false }
    switch bytes[1] {
    case 0x5b:
      if bytes.count == 3 && final == 0x5b { return false }
      return final >= 0x40
    case 0x4f: return final >= 0x40
    default: return final >= 0x30
    }
  }
}
