package import Policy
import Screen

extension ConsoleState {
  /// Why the figure under the cursor has no gap; nil where it has one.
  var gapRefusal: Phrase? {
    guard case .counted(let item, let district) = figureUnderCursor else { return GapWord.noFigure.phrase }
    return target(item, district) == nil ? GapWord.noTarget.phrase : nil
  }

  private func target(_ item: ItemID, _ district: DistrictCode) -> Int64? {
    loaded.flatMap { $0.board.progress(item, district, city: $0.snapshot.plan.cityCode) }?.target
  }

  /// Shows the parts of a figure's gap; what rows brought by value is looked for outside. Other figures change nothing.
  mutating func explain(_ figure: Figure?) -> [Effect] {
    guard case .counted(let item, let district) = figure, let loaded else { return [] }
    var shown = GapState(item: item, district: district)
    shown.explanation = loaded.explanation(item, district, nil)
    shown.isDividing = shown.explanation != nil
    overlay = .gap(shown)
    guard shown.isDividing else { return [] }
    return [.breakDown(item, in: district, asOf: loaded.board.asOf)]
  }

  /// What rows brought. What was asked before the figure or the day changed comes too late.
  mutating func receive(_ breakdown: Breakdown) {
    guard case .gap(var shown) = overlay, let loaded, shown.item == breakdown.item,
      shown.district == breakdown.district, breakdown.asOf == loaded.board.asOf
    else { return }
    shown.explanation = loaded.explanation(shown.item, shown.district, breakdown)
    shown.explanation?.facts.revisions = shown.revisions
    shown.isDividing = false
    overlay = .gap(shown)
    settleGap()
  }

  /// After the board changed: what rows brought is asked for again, and what is shown stands until it comes.
  mutating func divideAgain() -> [Effect] {
    guard case .gap(var shown) = overlay, let loaded else { return [] }
    let now = loaded.explanation(shown.item, shown.district, nil)
    if now == nil || shown.explanation == nil { shown.explanation = now }
    shown.explanation?.facts.revisions = shown.revisions
    shown.isDividing = now != nil
    overlay = .gap(shown)
    settleGap()
    guard shown.isDividing else { return [] }
    return [.breakDown(shown.item, in: shown.district, asOf: loaded.board.asOf)]
  }

  /// Revisions of the district or the city whose gap is shown; of others they come too late.
  mutating func receiveBesideGap(_ list: RevisionList) {
    guard case .gap(var shown) = overlay, let loaded, list.question == loaded.revisionsQuestion(shown.district),
      let beside = list.beside(gapOf: shown.item)
    else { return }
    shown.revisions = beside
    shown.explanation?.facts.revisions = shown.revisions
    overlay = .gap(shown)
    settleGap()
  }

  /// Keeps the cursor among the rows.
  mutating func settleGap() {
    guard case .gap(var shown) = overlay else { return }
    shown.cursor = max(0, min(shown.cursor, GapLayout(self, shown).rowCount - 1))
    overlay = .gap(shown)
  }
}

extension Loaded {
  /// What a gap in the district, or in the city by its code, asks the store besides.
  package func revisionsQuestion(_ district: DistrictCode) -> RevisionsQuestion {
    RevisionsQuestion(
      district: district == snapshot.plan.cityCode ? nil : district, rule: snapshot.plan.thresholds.revisions)
  }

  /// The gap of an item in a place, with what rows brought where that is known; nil without a target.
  package func explanation(_ item: ItemID, _ district: DistrictCode, _ breakdown: Breakdown?) -> GapExplanation? {
    let refused: Int
    if district == snapshot.plan.cityCode {
      refused = attribution.tallies.values.reduce(0) { $0 + $1.refused }
    } else {
      refused = attribution.tallies[district]?.refused ?? 0
    }
    return GapExplanation(
      plan: snapshot.plan, facts: snapshot.facts, board: board, item: item, district: district, breakdown: breakdown,
      refusedRows: refused)
  }
}
