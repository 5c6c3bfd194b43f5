import Glibc
import Screen
import Terminal

/// Shows what comes in until told to end.
struct Probe {
  private var keys: [String] = []
  private var resumes = 0
  private var flood = 0
  private var themes: UInt8 = 0

  struct Thrown: Error {}

  static func run(_ options: ProbeOptions) throws {
    var session = try TerminalSession(options: options.terminal)
    if options.ignoresHangup { signal(SIGHUP, SIG_IGN) }
    let wake = try WakePipe()
    var probe = Probe()
    var mouse = options.terminal.mouse
    probe.paint(session, options)
    while true {
      let result = session.wait(wake: wake, timeoutMilliseconds: probe.flood > 0 ? 0 : nil)
      for event in result.contains(.terminal) ? session.readEvents() : [] {
        switch event {
        case .endOfInput: return session.close()
        case .resized: break
        case .resumed: probe.resumes += 1
        case .key(.character("q")): return session.close()
        case .key(.control("e")): exit(7)
        case .key(.control("o")):
          session.close()
          session = try TerminalSession(options: options.terminal)
        case .key(.control("t")): throw Thrown()
        case .key(.control("f")): probe.flood = 1
        case .key(.control("y")): session.copyToClipboard("浦东新区\t1")
        case .key(.control("g")):
          mouse.toggle()
          session.setMouse(mouse)
        case .key(.control("l")): session.redraw()
        case .key(.control("w")): probe.themes += 1
        case .key(.control("z")): session.suspend()
        case .key(.control("x")): probe.fail(options)
        case .key(let key): probe.keys.append(Self.name(of: key))
        }
      }
      if probe.flood > 0 { probe.flood += 1 }
      probe.paint(session, options)
    }
  }

  private func fail(_ options: ProbeOptions) {
    let fault = options.fault
    if options.onThread {
      Task.detached { fault.happen() }
    } else {
      fault.happen()
    }
  }

  private func paint(_ session: TerminalSession, _ options: ProbeOptions) {
    let size = session.size
    var canvas = Canvas(size: size, ambiguousWidth: options.ambiguousWidth)
    canvas.put("技能终端 \(size.columns)x\(size.rows)", at: Point(column: 0, row: 0), .title)
    canvas.put("补贴性职业技能培训│浦东新区│1,234人次", at: Point(column: 0, row: 1))
    canvas.put("“α”—·…×─│█ \(keys.count) end", at: Point(column: 0, row: 2))
    canvas.put("cafe\u{301} ok", at: Point(column: 0, row: 3), .lagging)
    canvas.put("选中", at: Point(column: 0, row: 4), Style(.text, selected: true))
    canvas.put("depth \(session.facts.depth.rawValue) locale \(session.facts.locale)", at: Point(column: 0, row: 5))
    canvas.put("chinese \(!session.facts.cannotShowChinese)", at: Point(column: 0, row: 6))
    canvas.put("resumes \(resumes)", at: Point(column: 0, row: 7))
    canvas.put(SafeText("keys " + keys.suffix(12).joined(separator: " ")), at: Point(column: 0, row: 8))
    canvas.put("count \(keys.count)", at: Point(column: 0, row: 9))
    if flood > 0 {
      for row in 10..<max(10, size.rows) {
        canvas.put(SafeText(String(repeating: "\(flood &* row) 变", count: 12)), at: Point(column: 0, row: row))
      }
    }
    canvas.put("角", at: Point(column: size.columns - 2, row: size.rows - 1))
    if size.rows > 12 { canvas.placeCursor(Point(column: 3, row: 4)) }
    session.paint(canvas.frame, theme: theme)
  }

  private static func name(of key: Key) -> String {
    switch key {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let letter): "^\(letter)"
    case .function(let number): "F\(number)"
    case .click(let point): "click(\(point.column),\(point.row))"
    case .wheel(let direction): "wheel(\(direction))"
    case .paste(let text): "paste(\(text))"
    default: "\(key)"
    }
  }

  /// Each theme has a colour that none before it had.
  private var theme: Theme {
    Theme(
      name: "probe", page: Appearance(), selection: Appearance(reverse: true),
      roles: [
        .title: Appearance(bold: true),
        .lagging: Appearance(
          foreground: ThemeColor(rgb: ThemeColor.RGB(red: 250, green: 100 &+ themes, blue: 90), ansi: 9),
          underline: true),
      ])
  }
}
