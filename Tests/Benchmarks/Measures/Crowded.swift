import Console
import Glibc
import Policy
import PseudoTerminal
import Records
import Screen

/// A console that holds very much: what a key costs from its press to the picture, inside this process, without a terminal.
enum Crowded {
  private static let institutions = 100_000
  /// A frame at 60 a second, which is also what a key in the search may take.
  private static let goal = 0.016

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    var table = MarkdownTable(
      "Keys in a crowd", ["what", "keys", "p50 ms", "p95 ms", "max ms", "goal p95 ≤ 16 ms"])
    let size = Size(columns: 200, rows: 60)
    let loaded = try crowd(bench)
    var state = ConsoleState(size: size, settings: ConsoleSettings(), now: 1_793_000_000)
    press([.snapshotArrived(loaded), .findable(FindIndex(loaded, romanisation))], &state)
    guard loaded.board.institutions.count == institutions else {
      throw Bench.Trouble.cannot("institutions are missing")
    }
    var times: [Double] = []
    for text in ["浦东第9999", "pddj77", "pudong", "jg00012345", "zhixiao1", "完全没有"] {
      press(.character("/"), &state)
      for character in text { times.append(press(.character(character), &state)) }
      for _ in text { times.append(press(.backspace, &state)) }
      press(.escape, &state)
    }
    table.add(["typing in `/` over \(Words.rows(institutions)) institutions and all else"] + figures(times))
    table.add(["moving in their list"] + figures(moving(.character("4"), &state)))

    let path = bench.folder + "/crowded.store"
    let docket = try DocketSpeed.filled(path, bench)
    press([.docketChanged(docket, isWritable: true)], &state)
    guard docket.cases.count == DocketSpeed.cases else { throw Bench.Trouble.cannot("cases are missing") }
    table.add(
      ["moving in the queue of \(Words.rows(docket.cases.count)) cases"] + figures(moving(.character("7"), &state)))
    var changed = docket
    times = (1...80).map { turn in
      // Somebody takes a case over: it is another case from the queue's top, middle or end each time.
      let place = (turn * 7919) % changed.cases.count
      changed.lastEntry += 1
      changed.cases[place].lastEntry = changed.lastEntry
      changed.cases[place].handler = "值班员\(turn % 7)"
      changed.cases[place].state = turn % 3 == 0 ? .working : .acknowledged
      changed.cases[place].since.milliseconds += 1
      return press([.docketChanged(changed, isWritable: true)], &state)
    }
    table.add(["the queue drawn anew when a case changed"] + figures(times))
    let boards = [loaded.snapshot.plan.periodEnd - 40, loaded.snapshot.plan.periodEnd - 41].map {
      Board(plan: loaded.snapshot.plan, facts: loaded.snapshot.facts, asOf: $0)
    }
    times = (0..<20).map { turn in
      var other = loaded
      other.board = boards[turn % 2]
      return press([.snapshotArrived(other)], &state)
    }
    // The whole city's figures come anew: no frame waits for that many of them.
    table.add(["new figures of so many institutions and cases"] + figures(times).dropLast() + [""])
    table.note("At 200x60, release build. A key counts from the reducer to the whole picture.")
    return [table]
  }

  private static func moving(_ page: Key, _ state: inout ConsoleState) -> [Double] {
    press(page, &state)
    let keys: [Key] = [.down, .down, .pageDown, .up, .end, .pageUp, .home, .character(" ")]
    return (0..<25).flatMap { _ in keys.map { press($0, &state) } }
  }

  @discardableResult
  private static func press(_ key: Key, _ state: inout ConsoleState) -> Double { press([.keyPressed(key)], &state) }

  @discardableResult
  private static func press(_ events: [Event], _ state: inout ConsoleState) -> Double {
    let start = Clock.now
    for event in events { _ = update(&state, event) }
    let frame = ConsoleView(state).frame()
    return frame.rows.isEmpty ? .infinity : Clock.now - start
  }

  private static func figures(_ times: [Double]) -> [String] {
    let sorted = times.sorted()
    func share(_ part: Double) -> Double { sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))] }
    return [
      String(times.count), Words.milliseconds(share(0.5)), Words.milliseconds(share(0.95)),
      Words.milliseconds(sorted[sorted.count - 1]), Words.verdict(share(0.95) <= goal),
    ]
  }

  /// The sample with 100,000 institutions.
  private static func crowd(_ bench: Bench) throws -> Loaded {
    let directory = bench.folder + "/crowd"
    try bench.demo(directory, [])
    let districts = ["浦东", "黄浦", "静安", "徐汇", "宝山", "崇明"]
    var text = "编号,名称,区县\n"
    for number in 0..<institutions {
      let district = districts[number % districts.count]
      text += "JG\(String(100_000_000 + number).dropFirst()),\(district)第\(number)职业技能培训学校,\(district)\n"
    }
    try Cutting.write(Array(text.utf8)[...], to: directory + "/institutions.csv")
    let snapshot = try DirectoryReader(DirectorySource(root: directory)).read()
    let board = Board(plan: snapshot.plan, facts: snapshot.facts, asOf: snapshot.plan.periodEnd - 40)
    return Loaded(snapshot: snapshot, board: board)
  }

  private static let romanisation = Romanisation(syllables: [
    "浦": "pu", "东": "dong", "黄": "huang", "静": "jing", "安": "an", "徐": "xu", "汇": "hui", "宝": "bao", "山": "shan",
    "崇": "chong", "明": "ming", "第": "di", "职": "zhi", "业": "ye", "技": "ji", "能": "neng", "培": "pei", "训": "xun",
    "学": "xue", "校": "xiao",
  ])
}
