import Console
import Foundation
import Policy
import Records
import Screen
import Testing

/// A folder below `Scenarios`: its name says a behaviour, `keys` what a person does, `screen` what is seen then.
///
/// `keys` begins with a header of `name: value` lines, ended by an empty line:
///
/// - `page`, `size`, `lang`, `as-of`, `district`, `glyphs`, `ambiguous`: how the console opens; 120x36 in Chinese on the
///   overview if nothing is said.
/// - `directory`: `missing`, `file`, `unreadable`, `unread` or `empty`; else the folder's own `data`, else the sample year.
/// - `sees`, `lacks`: text that must and must not be on the screen, whatever is recorded; `selected`: the row that must be
///   selected then. All may repeat.
/// - `history`: `none` (nothing is kept yet), or `kept` (the folder's `data` since three days ago, and a visit that ended two
///   days ago). `@reload` keeps what it brings an hour before now.
/// - `docket`: `kept` (it has followed the records for a week), or `read-only`; else the console is told of none.
/// - `actor`: who sits at the console; 甲组 if nothing is said.
/// - `roles: yes`: the roles of the cells are recorded too.
///
/// Then keys, as the command line names them, and lines of their own for what no key does:
/// `@type TEXT`, `@paste TEXT`, `@click COLUMN ROW`, `@wheel STEPS`, `@resize 80x24`, `@wait SECONDS`, `@reload` (a
/// snapshot of the folder's `later`, else of the same records), `@exported PATH`, `@failed REASON`, `@copied PATH`,
/// `@reading listing|reading|assembling BYTES OF-BYTES ROWS FILES OF-FILES SECONDS PATH`,
/// `@trouble full|busy|readOnly|newer|setAside` (what became of the store),
/// `@other NAME ACTION CASE [TEXT]` (another operator acts: acknowledge, note, review, close, assign TEXT),
/// `@unsaved full|busy|readOnly` (what is done from now on is not kept; without a word it is again),
/// `@lines [WHAT]` (the lines of a file that were asked for).
struct Scenario: Sendable, CustomTestStringConvertible {
  let name: String

  var testDescription: String { name }

  static let all: [Scenario] = {
    let folder = Recorded.root.appending(path: "Scenarios")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map(Scenario.init(name:))
  }()

  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  /// A folder's `keys`, read.
  struct Script {
    var header: [(key: String, value: String)] = []
    var lines: [String] = []

    func values(_ key: String) -> [String] { header.filter { $0.key == key }.map(\.value) }
    func value(_ key: String) -> String? { values(key).last }
  }

  private var folder: URL { Recorded.root.appending(path: "Scenarios").appending(path: name) }

  func script() throws -> Script {
    let text = try String(contentsOf: folder.appending(path: "keys"), encoding: .utf8)
    var script = Script()
    var inHeader = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if inHeader, line.isEmpty {
        inHeader = false
      } else if inHeader {
        guard let colon = line.firstIndex(of: ":") else { throw Mistake(description: "no header line: \(line)") }
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        script.header.append((String(line[..<colon]), String(value)))
      } else if !line.isEmpty {
        script.lines.append(line)
      }
    }
    return script
  }

  /// Opens the console and does everything that `script` says.
  func play(_ script: Script) throws -> Session {
    var session = try open(script)
    for line in script.lines { try Scenario.act(line, &session, folder) }
    return session
  }

  private func open(_ script: Script) throws -> Session {
    var settings = ConsoleSettings()
    if let value = script.value("lang") { settings.language = try Scenario.named(value) }
    if let value = script.value("glyphs") { settings.glyphs = try Scenario.named(value) }
    if script.value("ambiguous") == "2" { settings.ambiguousWidth = 2 }
    if let value = script.value("actor") { settings.actor = value }
    if let value = script.value("notice") { settings.notice = value }
    let page: Page = try script.value("page").map { try Scenario.named($0) } ?? .overview
    let size = try Scenario.size(script.value("size") ?? "120x36")
    let asOf = script.value("as-of").flatMap { Day(iso: $0) }
    let trouble = script.value("directory")
    let (loaded, reader) = try records(trouble, asOf: asOf ?? Clock.today)
    var session = Session(loaded, page, size.columns, size.rows, settings: settings, asOf: asOf)
    session.reader = reader
    if let value = script.value("history") {
      session.history = try KeptHistory()
      if value == "kept", let reader { try session.history?.begin(reader) }
    }
    switch trouble {
    case "missing": session.send(.dataMissing(.noDirectory))
    case "file": session.send(.dataMissing(.notADirectory))
    case "unreadable": session.send(.dataMissing(.unreadable("Permission denied")))
    default: break
    }
    if let value = script.value("docket") {
      var docket = KeptDocket(following: loaded)
      docket.isWritable = value == "kept"
      session.open(docket)
    }
    if let name = script.value("district") {
      guard let code = loaded?.district(named: name) else { throw Mistake(description: "no district \(name)") }
      session.state.district = code
      session.send(.resized(size))
    }
    return session
  }

  private func records(_ directory: String?, asOf: Day) throws -> (Loaded?, DirectoryReader?) {
    switch directory {
    case "missing", "file", "unreadable", "unread": return (nil, nil)
    case "empty": return (try EmptyYear.loaded(), nil)
    case nil: break
    case let other?: throw Mistake(description: "directory: \(other)?")
    }
    let own = folder.appending(path: "data").path()
    guard FileManager.default.fileExists(atPath: own) else {
      let sample = try SampleYear.loaded()
      let loaded = asOf == Clock.today ? sample : Directories.loaded(sample.snapshot, asOf: asOf)
      return (loaded, try SampleYear.reader())
    }
    let opened = try Directories.opened(own, asOf: asOf)
    return (opened.loaded, opened.reader)
  }

  private static func act(_ line: String, _ session: inout Session, _ folder: URL) throws {
    guard line.hasPrefix("@") else { return try session.press(line) }
    let word = line.prefix { $0 != " " }
    let rest = String(line.dropFirst(word.count).drop { $0 == " " })
    let numbers = rest.split(whereSeparator: { $0 == " " || $0 == "x" }).compactMap { Int($0) }
    switch (word, numbers.count) {
    case ("@type", _): session.type(rest)
    case ("@paste", _): session.press(.paste(rest))
    case ("@click", 2): session.press(.click(Point(column: numbers[0], row: numbers[1])))
    case ("@wheel", 1): session.press(.wheel(numbers[0]))
    case ("@resize", 2): session.send(.resized(Size(columns: numbers[0], rows: numbers[1])))
    case ("@wait", 1): session.wait(Double(numbers[0]))
    case ("@reload", _): try reload(&session, folder)
    case ("@exported", _): session.send(.exported(path: rest))
    case ("@failed", _): session.send(.exportFailed(reason: rest))
    case ("@copied", _): session.send(.copied(path: rest))
    case ("@reading", _): session.send(.readingAdvanced(try Scenario.opening(rest)))
    case ("@trouble", _): session.send(.storeTroubled(try KeptHistory.trouble(rest)))
    case ("@other", _): try other(rest, &session)
    case ("@unsaved", _): session.docket?.trouble = rest.isEmpty ? nil : try KeptHistory.trouble(rest)
    case ("@lines", _): try readLines(rest, &session, folder)
    default: throw Mistake(description: "cannot do: \(line)")
    }
  }

  /// What was asked for last is read from the folder's `data`; `changed`: the file is another one by now; a number: it
  /// has only so many lines; any other word: why it cannot be read.
  private static func readLines(_ what: String, _ session: inout Session, _ folder: URL) throws {
    guard case .readLines(let request) = session.effects.last else {
      throw Mistake(description: "no lines are asked for")
    }
    let data = DirectorySource(root: folder.appending(path: "data").path())
    guard var outcome = ExcerptReader(data).read(request) else { throw Mistake(description: "not read") }
    if case .found(var excerpt) = outcome {
      // The times of files are the tests' own.
      excerpt.hasChanged = what == "changed"
      outcome = .found(excerpt)
    }
    if let count = Int(what) { outcome = .beyondEnd(lines: count) }
    if !what.isEmpty, what != "changed", Int(what) == nil { outcome = .unreadable(what) }
    session.send(.linesRead(request, outcome))
  }

  private static func other(_ text: String, _ session: inout Session) throws {
    let words = text.split(separator: " ", maxSplits: 3).map(String.init)
    guard words.count >= 3, let number = Int(words[2]), let loaded = session.state.loaded, session.docket != nil else {
      throw Mistake(description: "other \(text)?")
    }
    let rest = words.count > 3 ? words[3] : ""
    let request: CaseRequest
    switch words[1] {
    case "acknowledge": request = .acknowledge
    case "note": request = .note
    case "review": request = .review
    case "close": request = .close
    case "assign": request = .assign(to: rest)
    default: throw Mistake(description: "other \(text)?")
    }
    let outcome = session.docket?.act(
      words[0], CaseOrder(caseNumber: number, request: request, reason: rest), loaded)
    guard case .done = outcome else { throw Mistake(description: "other \(text): \(String(describing: outcome))") }
    if let event = session.docket?.event { session.send(event) }
  }

  private static func reload(_ session: inout Session, _ folder: URL) throws {
    guard let shown = session.state.loaded else { throw Mistake(description: "nothing to reload") }
    let later = folder.appending(path: "later").path()
    var snapshot = shown.snapshot
    if FileManager.default.fileExists(atPath: later) {
      let opened = try Directories.opened(later, asOf: Clock.today)
      snapshot = opened.loaded.snapshot
      session.reader = opened.reader
    }
    snapshot.readAt = (session.state.waiting ?? shown).snapshot.readAt + 60
    session.send(.snapshotArrived(Directories.loaded(snapshot, asOf: session.state.asOf ?? Clock.today)))
    if let history = session.history, let reader = session.reader {
      try history.keep(reader, at: Clock.now - 3_600)
      session.send(.versionKept)
    }
  }

  private static func opening(_ text: String) throws -> OpeningProgress {
    let words = text.split(separator: " ").map(String.init)
    let numbers = words.dropFirst().prefix(6).compactMap { Int64($0) }
    guard numbers.count == 6, let phase = OpeningProgress.Phase.allCases.first(where: { "\($0)" == words[0] }) else {
      throw Mistake(description: "reading \(text)?")
    }
    var progress = OpeningProgress()
    progress.phase = phase
    progress.bytesRead = numbers[0]
    progress.bytesTotal = numbers[1]
    progress.rows = numbers[2]
    progress.filesRead = Int(numbers[3])
    progress.filesTotal = Int(numbers[4])
    progress.elapsed = Double(numbers[5])
    progress.file = words.count > 7 ? words[7] : nil
    return progress
  }

  private static func named<Value: RawRepresentable>(_ text: String) throws -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: text) else { throw Mistake(description: "\(text)?") }
    return value
  }

  private static func size(_ text: String) throws -> Size {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2 else { throw Mistake(description: "size: \(text)?") }
    return Size(columns: parts[0], rows: parts[1])
  }
}
