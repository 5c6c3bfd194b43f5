/// A share of a rectangle's rows or columns.
package enum Part: Hashable, Sendable {
  /// As many, as long as there are that many left; the first parts are served first.
  case fixed(Int)
  /// A share of what the fixed parts leave, by weight.
  case flex(Int)
}

extension Rect {
  /// It cut into bands from top to bottom, one for each part; never negative, never outside it.
  ///
  /// With `sharing` 1 each band begins on the last row of the band before, as panels with a common border do.
  package func splitRows(_ parts: [Part], sharing: Int = 0) -> [Rect] {
    Self.split(rows, parts, sharing).map {
      Rect(column: column, row: row + $0.start, columns: columns, rows: $0.length)
    }
  }

  /// It cut into bands from left to right, one for each part; never negative, never outside it.
  ///
  /// With `sharing` 1 each band begins on the last column of the band before, as panels with a common border do.
  package func splitColumns(_ parts: [Part], sharing: Int = 0) -> [Rect] {
    Self.split(columns, parts, sharing).map {
      Rect(column: column + $0.start, row: row, columns: $0.length, rows: rows)
    }
  }

  private static func split(_ length: Int, _ parts: [Part], _ sharing: Int) -> [(start: Int, length: Int)] {
    guard let last = parts.indices.last else { return [] }
    let shared = min(max(0, sharing), 1)
    var lengths = lengths(length + shared * last, parts)
    var start = 0
    var bands: [(start: Int, length: Int)] = []
    for index in parts.indices {
      // Nothing reaches beyond the end, whatever the shares.
      lengths[index] = min(lengths[index], length - start)
      bands.append((start, lengths[index]))
      start += max(0, lengths[index] - (index < last ? shared : 0))
    }
    return bands
  }

  private static func lengths(_ total: Int, _ parts: [Part]) -> [Int] {
    var left = total
    var weights = 0
    var lengths: [Int] = []
    for part in parts {
      switch part {
      case .fixed(let wanted):
        let given = min(max(0, wanted), left)
        lengths.append(given)
        left -= given
      case .flex(let weight):
        lengths.append(0)
        weights += weightOf(weight)
      }
    }
    for (index, part) in parts.enumerated() {
      guard case .flex(let raw) = part, weights > 0 else { continue }
      let weight = weightOf(raw)
      let given = left * weight / weights
      lengths[index] = given
      left -= given
      weights -= weight
    }
    return lengths
  }

  private static func weightOf(_ raw: Int) -> Int { min(max(0, raw), 1000) }
}
