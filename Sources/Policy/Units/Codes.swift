/// A district's administrative code (GB/T 2260), such as `310115`; the city itself has one too (`310000`).
public struct DistrictCode: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as written.
  public var rawValue: String

  /// Takes any text; whether it names a district is the plan's and the records' business.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The code as written.
  public var description: String { rawValue }

  /// The order of the UTF-8 bytes, which is the usual official order.
  public static func < (a: DistrictCode, b: DistrictCode) -> Bool {
    a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
  }
}

/// An item's id in the plan, such as `M01.01` (measure 1, first item) or `D00.01` (a closing duty).
public struct ItemID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as written.
  public var rawValue: String

  /// Takes any text; whether the plan has it is the plan's business.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The id as written.
  public var description: String { rawValue }

  /// The order of the UTF-8 bytes.
  public static func < (a: ItemID, b: ItemID) -> Bool { a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8) }
}

/// A text in both languages of the console.
public struct Bilingual: Hashable, Sendable {
  /// The official Chinese term.
  public var zh: String
  /// Its English gloss; falls back to the Chinese where the plan gives none.
  public var en: String

  /// Both texts.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}

/// A lead over the pace in hundredths of a percentage point, so that thresholds compare exactly.
public struct PercentagePoints: Hashable, Comparable, Sendable {
  /// Hundredths of a percentage point: −5.0 pp is −500.
  public var hundredths: Int64

  /// `hundredths` × 0.01 percentage points.
  public init(hundredths: Int64) { self.hundredths = hundredths }

  /// Smaller leads come first.
  public static func < (a: PercentagePoints, b: PercentagePoints) -> Bool { a.hundredths < b.hundredths }
}
