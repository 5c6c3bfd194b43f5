package import Policy
import Screen

/// The chart of a counted item, filling the page.
package struct ChartState: Hashable, Sendable {
  package var subject: TargetKey
  /// The details that it was opened from, to go back to; nil: from the page.
  package var detail: DetailState?

  package init(_ subject: TargetKey, detail: DetailState? = nil) {
    self.subject = subject
    self.detail = detail
  }
}

extension ConsoleState {
  /// The counted item that the cursor is on: on the overview a district's worst; nil where it is on none.
  package var chartSubject: TargetKey? {
    guard case .counted(let item, let district) = figureUnderCursor else { return nil }
    return TargetKey(district: district, item: item)
  }

  /// A key while the chart fills the page.
  mutating func press(_ key: Key, in chart: ChartState) -> [Effect] {
    var chart = chart
    switch key {
    case .escape, .function(10), .character("q"), .character("b"):
      overlay = chart.detail.map { .detail($0) }
      return []
    case .character("V"), .tab, .right, .character("l"): chartForm = chartForm.turned(by: 1)
    case .backTab, .left, .character("h"): chartForm = chartForm.turned(by: -1)
    case .up, .character("k"): turn(&chart, items: -1)
    case .down, .character("j"): turn(&chart, items: 1)
    case .wheel(let steps): turn(&chart, items: steps.signum())
    case .character("["): turn(&chart, places: -1)
    case .character("]"): turn(&chart, places: 1)
    case .character("p"): return openWhatIf(chart.subject, above: .chart(chart))
    case .character("i"): return open(.counted(item: chart.subject.item, district: chart.subject.district))
    case .character("E"): return explain(.counted(item: chart.subject.item, district: chart.subject.district))
    default:
      // A chart moves through days as its page does.
      let spec = ActionTable.spec(for: key)
      guard let action = spec?.action, [.dayBack, .dayForward, .live, .redraw, .suspend].contains(action) else {
        return []
      }
      return perform(action)
    }
    overlay = .chart(chart)
    return []
  }

  /// The same place's next item, in the order of its list, held at the ends.
  private func turn(_ chart: inout ChartState, items step: Int) {
    guard let loaded else { return }
    let items = loaded.itemsInOrder(of: chart.subject.district).map(\.id)
    guard let index = items.firstIndex(of: chart.subject.item) else { return }
    chart.subject.item = items[max(0, min(items.count - 1, index + step))]
  }

  /// The same item in the next place: the city, then the districts in the overview's order, round and round.
  private func turn(_ chart: inout ChartState, places step: Int) {
    guard let loaded else { return }
    let places = [loaded.snapshot.plan.cityCode] + districtOrder
    guard let index = places.firstIndex(of: chart.subject.district) else { return }
    chart.subject.district = places[(index + step + places.count) % places.count]
  }
}
