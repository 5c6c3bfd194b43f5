import Policy
package import Screen

/// A page as short sentences in reading order, for screen readers, braille displays and messages: the same state as the
/// picture's, the same words, the same rows.
///
/// Rows are told by the names of their columns, all of them, however wide a window is. What stands over the page, and what
/// is no list, is told line by line as the picture has it, without its lines and bars.
package struct SpokenView {
  private let state: ConsoleState
  private var language: Language { state.language }

  package init(_ state: ConsoleState) { self.state = state }

  /// All of them, each on a line of its own.
  package var text: String { sentences.map { $0.string + "\n" }.joined() }

  package var sentences: [SafeText] {
    guard let loaded = state.loaded else { return [place] + picture() }
    switch state.overlay {
    case nil: return page(loaded)
    // What is being typed stands below the page, which follows it.
    case .prompt: return Array(picture().suffix(1)) + page(loaded)
    default: return picture()
    }
  }

  private func page(_ loaded: Loaded) -> [SafeText] {
    var all = [place, standing(loaded)]
    if state.page == .overview { all += loaded.board.city.filter { $0.target != nil }.map { city($0, loaded) } }
    var pictured = false
    for pane in state.page.panes where pane != .trend {
      let rows = state.rows(of: pane)
      if let sentences = SpokenRows(state, loaded, pane).sentences {
        all.append(list(pane, rows.count))
        all += sentences
      } else if !pictured {
        // One picture holds all the lists that have no named columns.
        pictured = true
        all += picture()
      }
    }
    if let toast = state.toast { all.append(toast.text) }
    return all
  }

  /// Where one is: `技能提升年，总览。`
  private var place: SafeText {
    var text = language(CommonWord.product) + comma + language(state.page.word)
    if state.page == .district, let district = state.currentDistrict {
      text = text + comma + district.district.shortName(language)
    }
    return text + stop
  }

  /// Of when the figures are, and how the year stands.
  private func standing(_ loaded: Loaded) -> SafeText {
    let board = loaded.board
    var parts: [SafeText] = []
    if board.sample { parts.append(language(CommonWord.sample)) }
    let day = SafeText(board.asOf.iso)
    parts.append(
      state.looksBack ? language(Phrase("历史视图 ", "past view of ")) + day : language(Phrase("截至 ", "as of ")) + day)
    if loaded.snapshot.outage != nil {
      parts.append(language(Phrase("目录不可读，以下是旧数据", "directory unreadable, old figures")))
    }
    let silent = board.districts.count { $0.status == .silent }
    parts.append(
      Phrase("# 个区已报", "# districts reported").text(language, number: board.districts.count - silent))
    if silent > 0 { parts.append(Phrase("# 个区失联", "# silent").text(language, number: silent)) }
    parts.append(
      language(CommonWord.pace) + " " + SafeText(Format.percent(board.pace.ratio)) + "%"
        + comma + Phrase("余 # 个工作日", "# working days left").text(language, number: board.workingDaysLeft))
    return joined(parts) + stop
  }

  private func city(_ item: ItemProgress, _ loaded: Loaded) -> SafeText {
    let name = loaded.item(item.id)?.label.text(language) ?? SafeText(item.id.rawValue)
    var parts: [SafeText] = [language(Phrase("完成 ", "done ")) + SafeText(Format.count(item.actual))]
    if let target = item.target {
      parts.append(language(Phrase("目标 ", "target ")) + SafeText(Format.count(target)))
    }
    parts.append(SafeText(Format.percent(item.attainment)) + "%")
    if let lead = item.lead {
      let points = SafeText(Format.decimal(abs(lead), places: 1))
      parts.append(
        lead < 0
          ? language(Phrase("落后时序 ", "behind the pace by ")) + points + language(Phrase(" 点", " points"))
          : language(Phrase("领先时序 ", "ahead of the pace by ")) + points + language(Phrase(" 点", " points")))
    }
    parts.append(language(item.status.word))
    return name + colon + joined(parts) + stop
  }

  private func list(_ pane: Pane, _ count: Int) -> SafeText {
    var parts = [Phrase("列表，# 行", "list, # rows").text(language, number: count)]
    if pane.sortKeys.count > 1 || !state.list(pane).columns.isEmpty { parts.append(state.orderLabel(pane)) }
    if !state.list(pane).filter.isEmpty {
      parts.append(language(CommonWord.filtered) + " " + SafeText(state.list(pane).filter))
    }
    if pane == state.focusedPane { parts.append(language(Phrase("光标在此", "the cursor is here"))) }
    return joined(parts) + stop
  }

  /// What the picture says, line by line, without lines, bars and curves; narrow,
  /// so that nothing stands side by side, and tall, so that nothing is cut off.
  private func picture() -> [SafeText] {
    var tall = state
    tall.size = Size(columns: 80, rows: 200)
    let frame = ConsoleView(tall).frame()
    // The header's words are told as sentences, and so is what the keys do, by the menu and the help.
    let lines = frame.plainText(trimmed: true).split(separator: "\n").dropFirst(2).dropLast(
      state.overlay == nil ? 1 : 0)
    return lines.compactMap { SpokenLine($0).text.map { SafeText($0) } }
  }

  private func joined(_ parts: [SafeText]) -> SafeText {
    parts.dropFirst().reduce(parts.first ?? .empty) { $0 + comma + $1 }
  }

  private var comma: SafeText { language(Phrase("，", ", ")) }
  private var colon: SafeText { language(Phrase("：", ": ")) }
  private var stop: SafeText { language(Phrase("。", ".")) }
}

/// A line of a picture as it can be read aloud; nil where nothing in it can be.
struct SpokenLine {
  let text: String?

  init(_ line: Substring) {
    var parts: [String] = []
    var part = ""
    var blanks = 0
    func isSpoken(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      // Boxes, blocks and shapes, arrows, braille.
      case 0x2190...0x21FF, 0x2500...0x25FF, 0x2800...0x28FF: false
      default: true
      }
    }
    for scalar in line.unicodeScalars {
      if !isSpoken(scalar) || scalar == " " {
        blanks += isSpoken(scalar) ? 1 : 2
        continue
      }
      if blanks > 1, !part.isEmpty {
        parts.append(part)
        part = ""
      } else if blanks == 1, !part.isEmpty {
        part += " "
      }
      blanks = 0
      part.unicodeScalars.append(scalar)
    }
    if !part.isEmpty { parts.append(part) }
    let words = parts.filter {
      $0.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
    text = words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
