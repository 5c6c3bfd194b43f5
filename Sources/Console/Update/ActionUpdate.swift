import Policy
import Screen

extension ConsoleState {
  /// Does an action, or says why it cannot be done now.
  mutating func perform(_ action: Action) -> [Effect] {
    switch availability(of: action) {
    case .absent: return []
    case .disabled(let reason):
      tell(reason.text(language), for: 4)
      return []
    case .enabled: break
    }
    switch action {
    case .help: overlay = .menu(MenuState(.help))
    case .pages: overlay = .menu(MenuState(.pages))
    case .palette: overlay = .menu(MenuState(.palette))
    case .sort: overlay = .menu(MenuState(.sort))
    case .asOf: overlay = .menu(MenuState(.asOf))
    case .export: overlay = .menu(MenuState(.export))
    case .find: overlay = .prompt(PromptState(.find, origin: selectedRow(of: focusedPane)))
    case .filter: overlay = .prompt(PromptState(.filter, text: list(focusedPane).filter))
    case .openOverview: go(to: .overview)
    case .openDistrict: go(to: .district)
    case .openMap: go(to: .map)
    case .openInstitutions: go(to: .institutions)
    case .openBases: go(to: .bases)
    case .openMeasures: go(to: .measures)
    case .openTriage: go(to: .triage)
    case .openData: go(to: .data)
    case .lastPage: if let previousPage { go(to: previousPage) }
    // Nothing is lost by leaving before anything was shown, and a read that hangs must not hold anybody.
    case .back where opening != nil, .quit where opening != nil: return [.quit]
    case .back: back()
    case .quit: overlay = .confirmQuit
    case .findNext: jump(to: search, forward: true)
    case .findPrevious: jump(to: search, forward: false)
    case .dayBack: return step(days: -1)
    case .dayForward: return step(days: 1)
    case .live: return look(at: nil)
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -pageHeight)
    case .pageDown: move(by: pageHeight)
    case .top: jump(toFirst: true)
    case .bottom: jump(toFirst: false)
    case .left where page == .map: moveOnMap(.left)
    case .right where page == .map: moveOnMap(.right)
    case .previousPane where page == .map: turnMapItem(by: -1)
    case .nextPane where page == .map: turnMapItem(by: 1)
    case .left where page == .measures && focusedPane == .measures: fold()
    case .right where page == .measures && focusedPane == .measures: unfold()
    case .left, .previousPane: turn(by: -1)
    case .right, .nextPane: turn(by: 1)
    case .zoom: zoomed.toggle()
    case .chart: if let chartSubject { overlay = .chart(ChartState(chartSubject)) }
    case .chartForm where page == .triage: turnQueueView()
    case .chartForm: chartForm = chartForm.turned(by: 1)
    case .whatIf: return chartSubject.map { openWhatIf($0, above: .page) } ?? []
    case .open: return open()
    case .onlyProblems: toggleOnlyProblems()
    case .previousDistrict: step(districts: -1)
    case .nextDistrict: step(districts: 1)
    case .mark: mark()
    case .provenance: return figureUnderCursor.map { open($0) } ?? []
    case .explain: return explain(figureUnderCursor)
    case .changes: return openChanges()
    case .revisions: return openRevisions(of: page == .district ? currentDistrict?.district.code : nil)
    case .acknowledge, .assign, .note, .snooze, .escalate, .strikeOff, .undo:
      return action.caseAction.map { begin($0) } ?? []
    case .meeting: beginMeeting()
    case .followUp: overlay = .menu(MenuState(.caseSteps))
    case .pause: return pause()
    case .copy: return [.copy(CopyText(self).text)]
    case .mouse:
      mouse.toggle()
      tell(
        (mouse ? Phrase("鼠标已开，M 关闭", "mouse on, M turns it off") : Phrase("鼠标已关", "mouse off")).text(language),
        for: 4)
      return [.setMouse(mouse)]
    case .rescan:
      tell(Phrase("正在重新扫描", "looking at the directory").text(language), for: 3)
      return [.rescan]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
    return []
  }

  private mutating func back() {
    if page == .data, focusedPane == .problems, problemGroup != nil {
      leaveGroup()
    } else if page == .measures, focusedPane == .parts {
      leaveParts()
    } else if zoomed {
      zoomed = false
    } else if page != .overview {
      go(to: .overview)
    } else {
      overlay = .confirmQuit
    }
  }

  /// Leaving or coming, a page shows all its panes.
  mutating func go(to target: Page) {
    guard target != page else { return }
    carryDistrict(to: target)
    previousPage = page
    page = target
    zoomed = false
    meeting = nil
  }

  /// The district that is selected on one page of districts is selected on the next.
  private mutating func carryDistrict(to target: Page) {
    let row: String? =
      switch page {
      case .overview: selectedRow(of: .districts)
      case .map: selectedRow(of: .tiles)
      case .district: currentDistrict?.district.code.rawValue
      default: nil
      }
    guard let row else { return }
    switch target {
    case .district: show(district: DistrictCode(rawValue: row))
    case .overview where page == .map: lists[.districts, default: ListState()].selected = row
    case .map: select(tile: row)
    default: break
    }
  }

  /// The district page turns to another district: its lists begin at the top.
  mutating func show(district code: DistrictCode) {
    if code != currentDistrict?.district.code || district == nil {
      for pane in Page.district.panes {
        // Order is a habit; where one is, what is marked and what is hidden belong to the district left.
        var fresh = ListState()
        fresh.sort = list(pane).sort
        lists[pane] = fresh
      }
    }
    district = code
    lists[.districts, default: ListState()].selected = code.rawValue
  }

  private mutating func open() -> [Effect] {
    guard let row = selectedRow(of: focusedPane), let loaded else { return [] }
    switch focusedPane {
    case .districts, .tiles:
      go(to: .district)
      if [.targets, .trend].contains(focusedPane), let item = map.item, previousPage == .map {
        lists[focusedPane, default: ListState()].selected = item.rawValue
      }
    case .targets, .trend:
      let code = currentDistrict?.district.code ?? loaded.snapshot.plan.cityCode
      overlay = .detail(DetailState(.item(ItemID(rawValue: row), code)))
    case .grades, .institutions: overlay = .detail(DetailState(.institution(row)))
    case .funding, .projects: overlay = .detail(DetailState(.project(row)))
    case .bases: overlay = .detail(DetailState(.base(row)))
    case .files: overlay = .detail(DetailState(.file(row)))
    case .measures: openMeasureRow(row)
    case .parts: return openPart(row)
    case .queue: overlay = Int(row).map { .detail(DetailState(.caseFile($0))) }
    case .timeline: overlay = queueCase.map { .detail(DetailState(.caseFile($0.number))) }
    case .promises: goToCase(ofPromise: row)
    case .senders: openProblems(ofSender: row)
    case .problems: return openProblem(row)
    }
    return []
  }

  private mutating func pause() -> [Effect] {
    paused.toggle()
    tell(
      (paused ? Phrase("画面暂停刷新，Z 恢复", "refresh paused, Z resumes") : Phrase("恢复实时刷新", "refresh resumed"))
        .text(language), for: 4)
    return []
  }
}
