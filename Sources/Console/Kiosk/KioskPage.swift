/// What the wall display shows in turn.
package enum KioskPage: String, Hashable, Sendable, CaseIterable {
  /// The city's targets in large figures, and the districts by their first item.
  case overview
  /// The districts where they lie.
  case map
  /// The districts by one counted item, another each round.
  case ranking
  /// The plan's measures by their lights.
  case measures
  /// One district that lags, another each round.
  case district

  package var word: KioskWord {
    switch self {
    case .overview: .overview
    case .map: .map
    case .ranking: .ranking
    case .measures: .measures
    case .district: .district
    }
  }

  /// The pages named in `overview,map`; nil for a name that is none, and for no name at all.
  package static func list(_ text: String) -> [KioskPage]? {
    let names = text.split(separator: ",").map { $0.trimmingASCIIBlanks.lowercased() }
    let pages = names.compactMap { KioskPage(rawValue: $0) }
    return pages.isEmpty || pages.count != names.count ? nil : pages
  }
}

extension Substring {
  /// It without blanks and tabs at either end.
  var trimmingASCIIBlanks: Substring {
    var text = self
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return text
  }
}
