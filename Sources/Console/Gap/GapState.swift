package import Policy

/// A gap and its parts, standing over the page.
package struct GapState: Hashable, Sendable {
  /// What is shown of it.
  package enum Tab: Hashable, Sendable {
    case split(GapSplit)
    case facts
  }

  /// The counted item.
  package var item: ItemID
  /// The district, or the city by its code.
  package var district: DistrictCode
  /// What is known: of an earlier board until a newer one is divided; nil where there is no gap.
  package var explanation: GapExplanation?
  /// Past months' figures of the item that changed; nil until the store has told, and where there is none.
  package var revisions: [GapRevision]?
  /// What was asked for has not come yet.
  package var isDividing = true
  package var tab = Tab.split(.month)
  /// The row that the cursor is on.
  package var cursor = 0

  package init(item: ItemID, district: DistrictCode) {
    self.item = item
    self.district = district
  }

  /// The tabs that there are, whether their parts are known yet or not.
  package var tabs: [Tab] {
    let isCity = explanation?.parts(.district) != nil
    return GapSplit.allCases.filter { $0 != .district || isCity }.map { .split($0) } + [.facts]
  }

  package var figure: Figure { .counted(item: item, district: district) }
}
