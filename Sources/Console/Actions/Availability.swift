/// Whether an action can be done now, and if not, why: told, never silently refused.
package enum Availability: Hashable, Sendable {
  case enabled
  case disabled(Phrase)
  /// It does not belong to this page.
  case absent
}

extension ConsoleState {
  package func availability(of action: Action) -> Availability {
    guard let spec = ActionTable.spec(action) else { return .absent }
    if let pages = spec.pages, !pages.contains(page) { return .absent }
    // Whoever cannot write is not shown what writes.
    if action.caseAction != nil || action == .followUp, !triage.isWritable { return .absent }
    if let deed = action.caseAction { return refusal(of: deed).map { .disabled($0) } ?? .enabled }
    switch action {
    case .meeting:
      return triage.places.isEmpty ? .disabled(Phrase("没有督办件", "there is no case")) : .enabled
    case .followUp:
      return caseTargets.isEmpty ? .disabled(Phrase("没有选中的督办件", "no case is selected")) : .enabled
    // What is typed behind them is text, whether there is something to find yet or not.
    case .find, .filter, .help, .palette, .back, .quit, .redraw, .suspend, .mouse, .rescan, .pages, .openOverview,
      .openDistrict,
      .openMap,
      .openInstitutions, .openBases, .openMeasures, .openTriage, .openData:
      return .enabled
    case .lastPage:
      return previousPage == nil ? .disabled(Phrase("还没有去过别的页面", "no other page was open yet")) : .enabled
    case .findNext, .findPrevious:
      return search.isEmpty ? .disabled(Phrase("请先用 / 查找", "search with / first")) : needsData
    case .live:
      return asOf == nil ? .disabled(Phrase("已经是实时", "already live")) : .enabled
    case .copy, .mark, .open:
      return rows(of: focusedPane).isEmpty ? .disabled(Phrase("没有可选的行", "no row to choose")) : .enabled
    case .provenance where page == .data && loaded != nil:
      return .disabled(Phrase("本页各行就是来源文件与问题，回车打开", "these rows are the sources themselves: Enter opens them"))
    case .provenance:
      return figureUnderCursor == nil ? .disabled(Phrase("没有可溯源的数字", "no figure under the cursor")) : .enabled
    case .chart, .whatIf:
      return chartSubject == nil
        ? .disabled(Phrase("光标不在计数指标上", "no counted item under the cursor")) : .enabled
    case .explain: return gapRefusal.map { .disabled($0) } ?? .enabled
    case .sort where page == .map: return needsData
    case .sort:
      return focusedPane.sortKeys.count < 2 ? .disabled(Phrase("本列表次序固定", "this list has one order")) : needsData
    default:
      return needsData
    }
  }

  private var needsData: Availability {
    loaded == nil ? .disabled(Phrase("还没有数据", "no data yet")) : .enabled
  }
}
