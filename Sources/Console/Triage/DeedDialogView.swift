import Policy
import Screen

/// The dialog in which a deed is typed and confirmed.
struct DeedDialogView {
  private let state: ConsoleState
  private let dialog: DeedDialog

  init(_ state: ConsoleState, _ dialog: DeedDialog) {
    self.state = state
    self.dialog = dialog
  }

  private static let columns = 72
  /// Rows of a text that is being typed: its end is seen.
  private static let textRows = 4

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard let loaded = state.loaded else { return }
    let targets = targetLines(loaded)
    let fields = dialog.fields.flatMap {
      lines(of: $0, loaded, inside: min(Self.columns, rect.columns - 2) - 4, canvas.widths)
    }
    let below = belowLines
    let wanted = targets.count + fields.count + below.count + 5
    let box = rect.centered(Size(columns: min(Self.columns, rect.columns - 2), rows: min(wanted, rect.rows - 2)))
    canvas.clipped(to: box) { canvas in
      canvas.clear(box)
      canvas.draw(Panel(Line(title, .title), focused: true), in: box)
      let inside = box.inset(columns: 2, rows: 1)
      canvas.draw(KeyBar(hints, indent: 0), in: inside.bottom(1))
      var rest = inside.droppingBottom(1)
      for line in targets {
        canvas.put(line, in: rest.top(1))
        rest = rest.droppingTop(1)
      }
      rest = rest.droppingTop(1)
      for field in dialog.fields {
        let height = lines(of: field, loaded, inside: inside.columns, canvas.widths).count
        draw(field, loaded, in: rest.top(height), on: &canvas)
        rest = rest.droppingTop(height)
      }
      for line in below {
        canvas.put(line, in: rest.top(1))
        rest = rest.droppingTop(1)
      }
    }
  }

  private var title: SafeText {
    let count: SafeText = dialog.targets.count > 1 ? SafeText("  ×\(dialog.targets.count)") : ""
    return state.language(dialog.action.phrase) + count
  }

  private var hints: [KeyBar.Hint] {
    let language = state.language
    switch dialog.stage {
    case .typing:
      let next = dialog.place < dialog.fields.count - 1
      return [
        KeyBar.Hint("Enter", language(next ? Phrase("下一栏", " next field") : Phrase("办理", " do it")), priority: 3),
        KeyBar.Hint("Esc", language(Phrase("取消", " cancel")), priority: 2),
        KeyBar.Hint("Tab", language(Phrase("换栏", " field")), priority: 1),
      ]
    case .confirming:
      return [
        KeyBar.Hint(Confirmation.label, language(Phrase("确认", " confirm")), priority: 3),
        KeyBar.Hint("Esc", language(Phrase("取消", " cancel")), priority: 2),
      ]
    case .saving: return [KeyBar.Hint("", language(Phrase("正在保存…", "saving…")), priority: 1)]
    }
  }

  /// The cases it goes to: each by number, place and matter; of many the first.
  private func targetLines(_ loaded: Loaded) -> [Line] {
    let text = CaseText(state.language, loaded)
    let shown = dialog.targets.prefix(6)
    var lines = shown.compactMap { target -> Line? in
      guard let own = state.triage.own(target.number) else { return nil }
      return Line([
        Span(SafeText("#\(own.number) "), .key), Span(text.place(own) + " "),
        Span(state.triage.places[own.number].map { text.matter($0) } ?? text.matter(own)),
        Span("  " + state.language(own.state.phrase), own.state.role),
        Span(own.handler.map { SafeText("  " + $0) } ?? "", .dim),
      ])
    }
    if dialog.targets.count > shown.count {
      lines.append(Line(Phrase("… 共 # 件", "… # in all").text(state.language, number: dialog.targets.count), .dim))
    }
    if dialog.action == .escalate, let own = dialog.targets.first.flatMap({ state.triage.own($0.number) }),
      let next = own.level.next, dialog.targets.count == 1
    {
      lines.append(
        Line([
          Span(state.language(own.level.phrase), own.level.role), Span(" -> ", .dim),
          Span(state.language(next.phrase), next.role),
        ]))
    }
    return lines
  }

  // MARK: Fields

  private func label(_ field: DeedDialog.Field) -> Phrase {
    switch field {
    case .name: Phrase("责任人", "handler")
    case .day:
      dialog.action == .followUp
        ? Phrase("下次跟进", "next look")
        : dialog.action == .commit
          ? Phrase("期限", "by") : Phrase("至", "until")
    case .item: Phrase("事项", "item")
    case .value: Phrase("承诺数", "how many")
    case .reason: dialog.action == .note ? Phrase("备注", "note") : Phrase("理由", "reason")
    }
  }

  private func example(_ field: DeedDialog.Field) -> Phrase {
    switch field {
    case .name: Phrase("例如 乙组", "such as 乙组")
    case .day:
      dialog.action == .followUp || dialog.action == .grantExtension
        ? Phrase("可不填；12-18，或 +3 个工作日", "may be empty; 12-18, or +3 working days")
        : Phrase("12-18，或 +3 个工作日", "12-18, or +3 working days")
    case .item: Phrase("左右键选择", "left and right choose")
    case .value: Phrase("到期应达的累计数", "the running total then")
    case .reason:
      dialog.action.needsReason
        ? Phrase("必填", "required")
        : Phrase("可不填", "may be empty")
    }
  }

  private func typed(_ field: DeedDialog.Field, _ loaded: Loaded) -> SafeText {
    if field == .item { return dialog.item.map { CaseText(state.language, loaded).item($0) } ?? "--" }
    return SafeText(dialog.texts[field] ?? "")
  }

  private func lines(
    of field: DeedDialog.Field, _ loaded: Loaded, inside columns: Int, _ widths: DisplayWidth
  ) -> [Line] {
    var lines = [Line.empty]
    if field == .reason {
      let rows = Paragraph([Line(typed(field, loaded))]).wrapped(max(8, columns - Self.labelColumns), widths).count
      lines = Array(repeating: .empty, count: max(1, min(Self.textRows, rows)))
    }
    if let note = note(field, loaded) { lines.append(note) }
    return lines
  }

  private static let labelColumns = 14

  private func draw(_ field: DeedDialog.Field, _ loaded: Loaded, in rect: Rect, on canvas: inout Canvas) {
    let isOpen = dialog.stage == .typing && dialog.field == field
    let label = canvas.widths.fit((isOpen ? "> " : "  ") + state.language(label(field)), Self.labelColumns)
    let text = typed(field, loaded)
    let place = rect.droppingBottom(note(field, loaded) == nil ? 0 : 1)
    if isOpen, field != .item {
      if place.rows <= 1 || text.isEmpty {
        canvas.draw(
          TextInput(prompt: label, before: text, placeholder: state.language(example(field))), in: place.top(1))
      } else {
        drawLong(text, label, in: place, on: &canvas)
      }
    } else {
      let shown = text.isEmpty ? Span(state.language(example(field)), .dim) : Span(text, field == .item ? .key : .text)
      canvas.put(Line([Span(label, isOpen ? .key : .dim), shown]), in: place.top(1))
    }
    if let note = note(field, loaded) {
      canvas.put(Line([Span(canvas.widths.fit("", Self.labelColumns))]) + note, in: rect.bottom(1))
    }
  }

  /// A text of several rows while it is typed: its end, with the cursor behind it.
  private func drawLong(_ text: SafeText, _ label: SafeText, in place: Rect, on canvas: inout Canvas) {
    canvas.put(Line(label, .key), in: place.top(1))
    let field = place.droppingLeft(Self.labelColumns)
    let wrapped = Paragraph([Line(text)]).wrapped(max(8, field.columns), canvas.widths)
    let shown = wrapped.suffix(place.rows)
    for (row, line) in shown.enumerated() { canvas.put(line, in: field.droppingTop(row).top(1)) }
    let end = shown.last.map { canvas.widths.width(of: $0) } ?? 0
    canvas.placeCursor(Point(column: field.column + min(end, field.columns - 1), row: field.row + shown.count - 1))
  }

  /// What a field comes to, below it.
  private func note(_ field: DeedDialog.Field, _ loaded: Loaded) -> Line? {
    let requests = DeedRequests(dialog, loaded, today: ShanghaiTime(seconds: state.now).day)
    switch field {
    case .day:
      switch requests.day {
      case .none: return nil
      case .day(let day): return Line(SafeText("= \(day.iso) ") + state.language(Chrome.weekday(day)), .dim)
      case .refused(let reason): return Line(state.language(reason), .watch)
      }
    case .value:
      guard let item = dialog.item, let own = dialog.targets.first.flatMap({ state.triage.own($0.number) }),
        let progress = loaded.board.progress(item, own.subject.district, city: loaded.snapshot.plan.cityCode)
      else { return nil }
      return figures(progress)
    case .name:
      let people = (state.triage.docket?.people ?? []).map(\.name).filter { $0 != state.settings.actor }
      let known = ([state.settings.actor] + people.prefix(5)).map { SafeText($0) }.joined(separator: "  ")
      return Line(state.language(Phrase("近日: ", "lately: ")) + known, .dim)
    default: return nil
    }
  }

  private func figures(_ progress: ItemProgress) -> Line {
    func part(_ label: Phrase, _ value: String) -> Line {
      [Span(state.language(label) + " ", .dim), Span(SafeText(value + "  "))]
    }
    var line = part(Phrase("现", "now"), Format.count(progress.actual))
    if let target = progress.target { line = line + part(Phrase("目标", "target"), Format.count(target)) }
    if let forecast = progress.forecast {
      line = line + part(Phrase("年末预计", "year's end"), Format.decimal(forecast.p50, places: 0))
    }
    return line
  }

  private var belowLines: [Line] {
    if let trouble = dialog.trouble { return [.empty, Line(trouble, .error)] }
    if dialog.stage == .confirming {
      return [
        .empty,
        Line(state.language(Phrase("确认办理？按 y 或 F4（回车无效）", "do it? press y or F4 (Enter does nothing)")), .watch),
      ]
    }
    return []
  }
}
