import Policy
import Screen

extension ConsoleState {
  /// Shows where a figure comes from; its files are looked for outside.
  mutating func open(_ figure: Figure) -> [Effect] {
    guard let loaded else { return [] }
    overlay = .provenance(ProvenanceState(figure))
    return [.trace(figure, asOf: loaded.board.asOf)]
  }

  /// Files that were found. What was asked before the figure or the day changed comes too late.
  mutating func receive(_ provenance: Provenance) {
    guard case .provenance(var shown) = overlay, shown.figure == provenance.figure,
      provenance.asOf == loaded?.board.asOf
    else { return }
    shown.provenance = provenance.mostFirst
    overlay = .provenance(shown)
  }

  /// Rows that were read, or why they could not be; late ones are dropped.
  mutating func receive(_ request: SourceRowsRequest, _ result: Result<SourceRows, SourceRowsTrouble>) {
    guard case .provenance(var shown) = overlay, var rows = shown.rows, rows.request == request else { return }
    switch result {
    case .success(let read):
      rows.rows = read
      rows.failure = nil
    case .failure(let trouble): rows.failure = trouble.reason
    }
    rows.share = nil
    shown.rows = rows
    overlay = .provenance(shown)
    settleRows()
  }

  /// How far the reading of rows is that are still waited for.
  mutating func advance(_ request: SourceRowsRequest, to share: Double) {
    guard case .provenance(var shown) = overlay, var rows = shown.rows, rows.request == request, rows.isReading else {
      return
    }
    rows.share = share
    shown.rows = rows
    overlay = .provenance(shown)
  }

  /// After the board changed: the files are looked for again, and the rows read again where their file moved.
  mutating func retrace(since old: Loaded?) -> [Effect] {
    if case .gap = overlay { return divideAgain() }
    guard case .provenance(var shown) = overlay, let loaded else { return [] }
    var effects = [Effect.trace(shown.figure, asOf: loaded.board.asOf)]
    if var rows = shown.rows {
      func report(_ loaded: Loaded?) -> FileReport? {
        loaded?.snapshot.files.first { $0.path == rows.request.path }
      }
      if report(old) != report(loaded) || rows.request.asOf != loaded.board.asOf {
        rows.request.asOf = loaded.board.asOf
        // The same question asked again: what came is of another version.
        rows.failure = nil
        effects.append(.readRows(rows.request))
        shown.rows = rows
        overlay = .provenance(shown)
      }
    }
    return effects
  }

  /// Keeps the rows shown within those that match.
  mutating func settleRows() {
    guard case .provenance(var shown) = overlay, var rows = shown.rows, let read = rows.rows else { return }
    let height = ProvenanceLayout(self, shown).rowsHeight
    rows.offset = max(0, min(rows.offset, read.total - height))
    rows.column = max(0, min(rows.column, read.headers.count - 1))
    shown.rows = rows
    overlay = .provenance(shown)
  }
}

/// Why rows cannot be shown, in words of the system's.
package struct SourceRowsTrouble: Error, Hashable, Sendable {
  package var reason: String

  package init(_ reason: String) { self.reason = reason }
}

extension Provenance {
  /// With the files that give most first: parts of sums by size, then what is no part of a sum.
  fileprivate var mostFirst: Provenance {
    var sorted = self
    sorted.files = files.enumerated().sorted { a, b in
      let (x, y) = (a.element.weight, b.element.weight)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
    return sorted
  }
}

extension SourceFile {
  /// How much of the figure it is.
  fileprivate var weight: UInt64 {
    switch value {
    case .count(let part) where table == "progress": max(2, part.magnitude)
    case .money(let part): max(2, part.hundredths.magnitude)
    case .points(let part): max(2, UInt64(part.magnitude))
    case .count, nil: (rows ?? 1) > 0 ? 1 : 0
    }
  }
}
