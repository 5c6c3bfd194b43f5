import Console
import Policy
import Screen

/// Everything that can stand over a page.
enum Overlays {
  static let menus: [Overlay?] = [.help, .palette, .pages, .sort, .asOf, .export].map { .menu(MenuState($0)) }

  /// Nothing, every menu, both prompts, the question, and the details of one row of every kind.
  static func all(_ loaded: Loaded) -> [Overlay?] {
    var all: [Overlay?] = [nil] + menus
    all += [.prompt(PromptState(.find, text: "浦东 pd")), .prompt(PromptState(.filter)), .confirmQuit]
    all.append(.detail(DetailState(.item(ItemID(rawValue: "M02.01"), DistrictCode(rawValue: "310151")))))
    if let row = loaded.board.institutions.first { all.append(.detail(DetailState(.institution(row.institution.id)))) }
    if let row = loaded.board.bases.first { all.append(.detail(DetailState(.base(row.base.id)))) }
    if let row = loaded.board.bases.lazy.flatMap(\.projects).first {
      all.append(.detail(DetailState(.project(row.project.id))))
    }
    if let row = loaded.snapshot.files.first { all.append(.detail(DetailState(.file(row.path)))) }
    all += provenance(loaded) + gaps(loaded) + history(loaded)
    let subject = TargetKey(district: DistrictCode(rawValue: "310151"), item: ItemID(rawValue: "M02.01"))
    let city = TargetKey(district: DistrictCode(rawValue: "310000"), item: ItemID(rawValue: "M01.01"))
    all += [.chart(ChartState(subject)), .chart(ChartState(city))]
    var dialog = WhatIfState(city, origin: .chart(ChartState(city)))
    dialog.rate = "１２万"
    dialog.day = String(repeating: "字", count: 20)
    all += [.whatIf(WhatIfState(subject)), .whatIf(dialog)]
    all += cases(loaded)
    all += [.detail(DetailState(.problem(0))), .detail(DetailState(.institution("not there")))]
    return all
  }

  /// Every dialog of a deed, with nothing and with too much typed in it; a case's file.
  private static func cases(_ loaded: Loaded) -> [Overlay?] {
    let cases = KeptDocket(following: loaded).ledger.state.cases
    var all: [Overlay?] = [.menu(MenuState(.caseSteps)), .detail(DetailState(.caseFile(1)))]
    for action in CaseAction.allCases {
      var dialog = DeedDialog(action, cases.prefix(1).map { DeedTarget($0) })
      dialog.item = ItemID(rawValue: "M01.01")
      all.append(.deed(dialog))
      dialog.targets = cases.map { DeedTarget($0) }
      dialog.texts = [
        .reason: String(repeating: "很长的说明 \u{1B}[2J", count: 80), .name: String(repeating: "名", count: 40),
        .day: "１２－３１",
        .value: "九千",
      ]
      dialog.place = dialog.fields.count - 1
      dialog.trouble = "未保存：磁盘已满"
      all.append(.deed(dialog))
      dialog.stage = .confirming
      dialog.trouble = nil
      all.append(.deed(dialog))
    }
    return all
  }

  /// The gap of a district, of the city with very many values, and of what has none; every tab, divided or not.
  private static func gaps(_ loaded: Loaded) -> [Overlay?] {
    let item = ItemID(rawValue: "M01.01")
    var all: [Overlay?] = []
    for code in ["310151", "310000", "nowhere"] {
      var shown = GapState(item: item, district: DistrictCode(rawValue: code))
      shown.explanation = loaded.explanation(item, shown.district, nil)
      all.append(.gap(shown))
      var breakdown = Breakdown(item: item, district: shown.district, asOf: loaded.board.asOf, months: 12)
      breakdown.totals = [500, 0, -3, .max / 4]
      for index in 0..<300 {
        breakdown.institutions["机构\u{1B}[\(index)" + String(repeating: "长", count: index % 50)] = [Int64(index)]
      }
      breakdown.groups = ["农民工": [40], "": [], "企业职工": [3, -9]]
      breakdown.unread = ["progress/" + String(repeating: "长", count: 200)]
      breakdown.undivided = 7
      shown.explanation = loaded.explanation(item, shown.district, breakdown)
      for tab in shown.tabs {
        shown.tab = tab
        shown.cursor += 3
        all.append(.gap(shown))
      }
    }
    return all
  }

  /// Changes and revisions: asked for, not there, and many of every size.
  private static func history(_ loaded: Loaded) -> [Overlay?] {
    let question = ChangesQuestion(base: .lastVisit, asOf: loaded.board.asOf)
    var changes = ChangesState(question)
    var revisions = RevisionsState(RevisionsQuestion(district: nil, rule: RevisionRule()))
    var all: [Overlay?] = [.changes(changes), .revisions(revisions)]
    changes.answer = KnownChanges(question: question)
    revisions.list = RevisionList(question: revisions.question)
    all += [.changes(changes), .revisions(revisions)]
    changes.trouble = .setAside(path: "/很长/的/路径", to: "b")
    revisions.trouble = .unusable(path: "a", reason: "reason\u{1B}[2J")
    all += [.changes(changes), .revisions(revisions)]
    changes.trouble = nil
    revisions.trouble = nil
    let districts = loaded.board.districts.map(\.district.code) + [DistrictCode(rawValue: "\u{202E}gone")]
    let keys = districts.flatMap { code in
      ["M01.01", "M02.01", "没有"].map { TargetKey(district: code, item: ItemID(rawValue: $0)) }
    }
    changes.answer = KnownChanges(
      question: question, keptSince: 0, keptUntil: .infinity, base: .nan, files: .max,
      figures: keys.map { FigureChange(key: $0, before: .min, after: .max, revised: -1) },
      targets: keys.map { TargetChange(key: $0, before: nil, after: .max) })
    revisions.list = RevisionList(
      question: revisions.question, keptSince: 0, total: .max,
      revisions: keys.map { key in
        Revision(
          version: 1, at: .nan, key: key, month: Month(of: .first), before: .max, after: .min,
          parts: (0..<9).map { Revision.Part(path: "progress/\u{1B}[\($0)长.csv", difference: .min) })
      })
    all += [.changes(changes), .revisions(revisions)]
    changes.typing = "2026-"
    changes.question.base = .day(.first)
    revisions.filter = "pd"
    revisions.isTyping = true
    return all + [.changes(changes), .revisions(revisions)]
  }

  /// Figures of every kind, with their files and before those are found, and rows before and after they are read.
  private static func provenance(_ loaded: Loaded) -> [Overlay?] {
    var figures: [Figure] = [
      .counted(item: ItemID(rawValue: "M01.01"), district: DistrictCode(rawValue: "310000")), .institution("not there"),
    ]
    figures += loaded.board.institutions.prefix(1).map { .institution($0.institution.id) }
    figures += loaded.board.bases.prefix(1).map { .base($0.base.id) }
    var all: [Overlay?] = figures.map { .provenance(ProvenanceState($0)) }
    var found = ProvenanceState(figures[0])
    found.provenance = Provenance(
      figure: figures[0], asOf: loaded.board.asOf,
      files: (0..<40).map { index in
        SourceFile(
          path: "progress/\(index)/很长的文件名" + String(repeating: "长", count: index * 3) + ".csv", table: "progress",
          encoding: "gb18030", rows: index, value: .count(.max), previous: .count(.min), sha256: nil, size: .max,
          modified: 0, stale: index % 2 == 0 ? nil : "gone", superseded: index % 3,
          supersededBy: SourcePlace(path: "b", line: 3))
      })
    all.append(.provenance(found))
    let request = SourceRowsRequest(figure: figures[0], path: "progress/a.csv", asOf: loaded.board.asOf)
    found.rows = SourceRowsState(request)
    all.append(.provenance(found))
    found.rows?.typing = "浦东 pd"
    found.rows?.rows = SourceRows(
      request: request, headers: (0..<11).map { "列\($0)" },
      rows: (0..<200).map { line in
        SourceRow(
          line: line, cells: (0..<11).map { String(repeating: "格\u{1B}[", count: $0) },
          standing: line % 2 == 0 ? .counts : .refused(.badDate))
      }, total: 1_000_000, counting: 5, value: .count(-7), isChanged: true, withheld: ["备注"])
    all.append(.provenance(found))
    return all
  }
}
