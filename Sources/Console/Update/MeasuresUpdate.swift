import Policy
import Screen

/// What a person does on the measures page.
extension ConsoleState {
  /// Whether the rows below a row of the tree are shown. A filter shows all that match.
  func isOpen(_ row: MeasureRow) -> Bool {
    guard row.isBranch else { return false }
    if !list(.measures).filter.isEmpty || folds.revealed.contains(row.row) { return true }
    return row.opensAtFirst != folds.toggled.contains(row.row)
  }

  private mutating func toggle(_ row: MeasureRow) {
    guard list(.measures).filter.isEmpty else { return tell(language(MeasureWord.allOpen), for: 3) }
    let wasOpen = isOpen(row)
    folds.revealed.remove(row.row)
    // What was open only to show a find may stand folded already.
    if isOpen(row) == wasOpen { folds.toggled.formSymmetricDifference([row.row]) }
  }

  /// Opens whatever stands between the tree's top and a row, and no other branch that was opened for a find.
  mutating func reveal(_ row: String) {
    guard let loaded else { return }
    folds.revealed = []
    let closed = MeasureTree(loaded, sort: .code).ancestors(of: row).filter { !isOpen($0) }
    folds.revealed = Set(closed.map(\.row))
  }

  /// Selects a row of the tree, wherever it is hidden.
  mutating func show(measureRow row: String) {
    if !list(.measures).filter.isEmpty, !rows(of: .measures).contains(row) {
      lists[.measures, default: ListState()].filter = ""
    }
    reveal(row)
    lists[.measures, default: ListState()].selected = row
  }

  // MARK: Folding

  /// Right: a folded branch opens, an open one is entered, an item's details get the focus.
  mutating func unfold() {
    guard let loaded, let row = selectedRow(of: .measures) else { return }
    let line = MeasureRow(row: row)
    if line.isBranch, !isOpen(line) {
      toggle(line)
    } else if line.isBranch, let child = MeasureTree(loaded, sort: list(.measures).sort).firstChild(of: row) {
      lists[.measures, default: ListState()].selected = child.row
    } else {
      focus[.measures] = .parts
    }
  }

  /// Left: an open branch folds; from anything else one goes up to what it belongs to.
  mutating func fold() {
    guard let loaded, let row = selectedRow(of: .measures) else { return }
    let line = MeasureRow(row: row)
    if line.isBranch, isOpen(line), list(.measures).filter.isEmpty {
      toggle(line)
    } else if let above = MeasureTree(loaded, sort: .code).ancestors(of: row).first {
      lists[.measures, default: ListState()].selected = above.row
    }
  }

  // MARK: Opening

  /// A branch folds or opens; institutions and bases open their pages; of any other item the details get the focus, in a
  /// small window with the page to themselves.
  mutating func openMeasureRow(_ row: String) {
    guard let loaded else { return }
    let line = MeasureRow(row: row)
    guard case .item(let id) = line else { return toggle(line) }
    switch loaded.item(id)?.kind {
    case .institution: go(to: .institutions)
    case .base: go(to: .bases)
    default:
      focus[.measures] = .parts
      if !MeasuresView.isWide(Chrome(self).body) { zoomed = true }
    }
  }

  /// A measure or item is selected in the tree; a district opens its page with the item selected; of a due day or an
  /// entry one sees the rows of the files.
  mutating func openPart(_ row: String) -> [Effect] {
    guard let loaded else { return [] }
    let parts = measureParts(loaded)
    switch parts.parts.first(where: { $0.row == row }) {
    case .line(let line): show(measureRow: line.row)
    case .district(let code): open(code, item: parts.item)
    case .due, .entry: return figureUnderCursor.map { open($0) } ?? []
    case nil: break
    }
    return []
  }

  private mutating func open(_ code: DistrictCode, item: Item?) {
    show(district: code)
    go(to: .district)
    switch item?.kind {
    case .institution: focus[.district] = .grades
    case .base: focus[.district] = .funding
    case .counted:
      focus[.district] = .targets
      lists[.targets, default: ListState()].filter = ""
      lists[.targets, default: ListState()].selected = item?.id.rawValue
    default: focus[.district] = .targets
    }
  }

  /// From the details back to the tree.
  mutating func leaveParts() {
    focus[.measures] = .measures
    zoomed = false
  }

  // MARK: Details

  /// What the selected row of the tree consists of.
  func measureParts(_ loaded: Loaded) -> MeasureParts {
    MeasureParts(MeasureRow(row: selectedRow(of: .measures) ?? ""), loaded, sort: list(.parts).sort)
  }

  /// Another row of the tree: its parts are shown from their first.
  mutating func followTree() {
    let owner = selectedRow(of: .measures)
    guard owner != partsOwner else { return }
    partsOwner = owner
    var fresh = ListState()
    fresh.sort = list(.parts).sort
    lists[.parts] = fresh
  }

  // MARK: Finding in the whole plan

  /// A filter of the tree begins at what matches, not at what that belongs to.
  mutating func selectFirstMatch(of text: String) {
    guard focusedPane == .measures, !text.isEmpty, let first = matches(of: text, in: .measures).first else { return }
    lists[.measures, default: ListState()].selected = first
  }
}
