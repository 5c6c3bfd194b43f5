import Policy

/// A case as its entries leave it, in bytes: what saves going through them each time. Of another form than this
/// version's, or damaged, it is not understood, and the entries are gone through.
enum CasePacking {
  /// Changes with everything that a ``Case`` holds, and with how it follows from its entries.
  private static let form: UInt64 = 1

  static func bytes(_ own: Case) -> [UInt8] {
    var writer = PackingWriter()
    writer.unsigned(form)
    writer.count(own.number)
    writer.text(own.subject.description)
    writer.list(own.items) { $0.text($1.rawValue) }
    writer.optional(own.previous) { $0.count($1) }
    writer.moment(own.openedAt)
    writer.text(own.state.rawValue)
    writer.moment(own.since)
    writer.optional(own.resumes) { $0.text($1.rawValue) }
    writer.optional(own.snoozedUntil) { $0.day($1) }
    writer.flag(own.isAwakened)
    writer.flag(own.isRecovered)
    writer.optional(own.recoveredFrom) { $0.text($1.rawValue) }
    writer.optional(own.handler) { $0.text($1) }
    writer.optional(own.acknowledgedAt) { $0.moment($1) }
    writer.count(own.level.rawValue)
    for day in [own.nextLook, own.extendedTo, own.askedExtension, own.passedLimit] {
      writer.optional(day) { $0.day($1) }
    }
    writer.list(own.pauses) {
      $0.day($1.from)
      $0.day($1.until)
    }
    writer.list(own.promises) { writer, promise in
      writer.count(promise.entry)
      writer.optional(promise.actor.name) { $0.text($1) }
      writer.moment(promise.at)
      writer.text(promise.commitment.item.rawValue)
      writer.signed(promise.commitment.value)
      writer.day(promise.commitment.due)
    }
    writer.flag(own.isSelfClosed)
    writer.optional(own.closedAt) { $0.moment($1) }
    writer.optional(own.closedBy) { $0.count($1) }
    writer.count(own.lastEntry)
    for person in [own.lastByPerson, own.lastByOther, own.undoable] {
      writer.optional(person) { writer, person in
        writer.count(person.entry)
        writer.text(person.name)
        writer.moment(person.at)
      }
    }
    writer.count(own.systemEntries)
    return writer.bytes
  }

  /// Nil where the bytes are not understood.
  static func unpacked(_ bytes: [UInt8]) -> Case? {
    var reader = PackingReader(bytes)
    do throws(PackingFault) {
      guard try reader.unsigned() == form else { return nil }
      let own = try Case(&reader)
      return reader.isAtEnd ? own : nil
    } catch { return nil }
  }
}

extension Case {
  fileprivate init(_ reader: inout PackingReader) throws(PackingFault) {
    let number = try reader.number()
    guard let subject = CaseSubject(try reader.text()) else { throw PackingFault() }
    let items = try reader.list { (reader) throws(PackingFault) in ItemID(rawValue: try reader.text()) }
    let previous = try reader.optional { (reader) throws(PackingFault) in try reader.number() }
    let opened = try reader.moment()
    let opening = DocketEntry(
      number: 0, caseNumber: number, at: opened, actor: .system,
      deed: .opened(subject, items: items, previous: previous))
    guard let own = Case(opening: opening) else { throw PackingFault() }
    self = own
    state = try reader.state()
    since = try reader.moment()
    resumes = try reader.optional { (reader) throws(PackingFault) in try reader.state() }
    snoozedUntil = try reader.optional { (reader) throws(PackingFault) in try reader.day() }
    isAwakened = try reader.flag()
    isRecovered = try reader.flag()
    recoveredFrom = try reader.optional { (reader) throws(PackingFault) in try reader.state() }
    handler = try reader.optional { (reader) throws(PackingFault) in try reader.text() }
    acknowledgedAt = try reader.optional { (reader) throws(PackingFault) in try reader.moment() }
    guard let level = EscalationLevel(rawValue: try reader.number()) else { throw PackingFault() }
    self.level = level
    nextLook = try reader.optional { (reader) throws(PackingFault) in try reader.day() }
    extendedTo = try reader.optional { (reader) throws(PackingFault) in try reader.day() }
    askedExtension = try reader.optional { (reader) throws(PackingFault) in try reader.day() }
    passedLimit = try reader.optional { (reader) throws(PackingFault) in try reader.day() }
    pauses = try reader.list { (reader) throws(PackingFault) in
      Pause(from: try reader.day(), until: try reader.day())
    }
    promises = try reader.list { (reader) throws(PackingFault) in
      let entry = try reader.number()
      let name = try reader.optional { (reader) throws(PackingFault) in try reader.text() }
      return Promise(
        entry: entry, actor: name.map { .person($0) } ?? .system, at: try reader.moment(),
        commitment: Commitment(
          item: ItemID(rawValue: try reader.text()), value: try reader.signed(), due: try reader.day()))
    }
    isSelfClosed = try reader.flag()
    closedAt = try reader.optional { (reader) throws(PackingFault) in try reader.moment() }
    closedBy = try reader.optional { (reader) throws(PackingFault) in try reader.number() }
    lastEntry = try reader.number()
    lastByPerson = try reader.person()
    lastByOther = try reader.person()
    undoable = try reader.person()
    systemEntries = try reader.number()
  }
}

extension PackingWriter {
  fileprivate mutating func flag(_ value: Bool) { unsigned(value ? 1 : 0) }

  fileprivate mutating func moment(_ moment: Moment) { signed(moment.milliseconds) }

  fileprivate mutating func day(_ day: Day) { signed(Int64(day.number)) }

  fileprivate mutating func optional<Value>(_ value: Value?, _ write: (inout PackingWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  fileprivate mutating func list<Value>(_ values: [Value], _ write: (inout PackingWriter, Value) -> Void) {
    count(values.count)
    for value in values { write(&self, value) }
  }
}

extension PackingReader {
  fileprivate mutating func number() throws(PackingFault) -> Int {
    guard let value = Int(exactly: try unsigned()) else { throw PackingFault() }
    return value
  }

  fileprivate mutating func flag() throws(PackingFault) -> Bool {
    switch try unsigned() {
    case 0: false
    case 1: true
    default: throw PackingFault()
    }
  }

  fileprivate mutating func moment() throws(PackingFault) -> Moment { Moment(milliseconds: try signed()) }

  fileprivate mutating func day() throws(PackingFault) -> Day { Day(number: try day(from: 0)) }

  fileprivate mutating func state() throws(PackingFault) -> CaseState {
    guard let state = CaseState(rawValue: try text()) else { throw PackingFault() }
    return state
  }

  fileprivate mutating func person() throws(PackingFault) -> Case.PersonEntry? {
    try optional { (reader) throws(PackingFault) in
      Case.PersonEntry(entry: try reader.number(), name: try reader.text(), at: try reader.moment())
    }
  }

  fileprivate mutating func optional<Value>(
    _ read: (inout PackingReader) throws(PackingFault) -> Value
  ) throws(PackingFault) -> Value? {
    try flag() ? try read(&self) : nil
  }

  fileprivate mutating func list<Value>(
    _ read: (inout PackingReader) throws(PackingFault) -> Value
  ) throws(PackingFault) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}
