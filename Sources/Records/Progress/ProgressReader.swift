import Policy
import Tabular

/// Sums the rows of a stretch of a `progress` file.
///
/// Three ways lead to a row's place, each the judge of the one before: ``RowSweep`` knows the row's raw texts; the
/// fields are read and each is known; ``RowChecker`` decides.
struct ProgressReader {
  private let sums: ProgressSums
  private let checker: RowChecker
  private let knowledge: ProgressKnowledge
  private let fields: [Int?]

  /// `knowledge` must be of the header's form, and its numbers of `sums`.
  init(sums: ProgressSums, checker: RowChecker, knowledge: ProgressKnowledge) {
    self.sums = sums
    self.checker = checker
    self.knowledge = knowledge
    fields = checker.header.fields
  }

  /// What a row adds to.
  private struct Place {
    var pair = 0
    var day = 0
    var count: Int64 = 1
    var institution = 0
    var combination = 0
  }

  /// Adds all rows that `scan` still gives.
  func read(_ scan: inout TableScan) {
    var row = Row()
    let sweep = RowSweep(knowledge, sums, scan)
    while true {
      sweep.run(&scan)
      guard scan.next(&row) else { return }
      if let place = known(row) {
        add(place, row, &scan)
      } else {
        check(row, &scan)
      }
    }
  }

  private func check(_ row: Row, _ scan: inout TableScan) {
    let verdict = checker.check(row)
    if let (column, fault) = verdict.fault {
      scan.refuse(row.line, column: column, fault.code, detail: fault.detail, district: verdict.district)
    } else if let place = sums.axes.place(of: verdict.cells) {
      learn(row, ProgressTable.date, place.day)
      learn(row, ProgressTable.district, place.district)
      learn(row, ProgressTable.item, place.item)
      let names = names(row)
      add(
        Place(
          pair: place.district * sums.axes.items.count + place.item, day: place.day,
          count: verdict.cells.number(ProgressTable.count) ?? 1, institution: names.institution,
          combination: names.combination), row, &scan)
    }
  }

  private func add(_ place: Place, _ row: Row, _ scan: inout TableScan) {
    guard sums.fits(place.count) else {
      return scan.refuse(
        row.line, column: ProgressTable.count, .overflow,
        district: sums.axes.districts[place.pair / sums.axes.items.count])
    }
    sums.add(
      place.count, pair: place.pair, day: place.day, institution: place.institution, combination: place.combination)
    let items = sums.axes.items.count
    RawRow(scan.feed, knowledge)?.learn(
      RawRow.Meaning(
        date: place.day, district: place.pair / items, item: place.pair % items, institution: place.institution,
        combination: place.combination), traits: { traits in trailing(row, traits) })
  }

  /// The place of a row whose texts are all known; nil where the checker must look.
  private func known(_ row: Row) -> Place? {
    guard let day = value(row, ProgressTable.date), let district = value(row, ProgressTable.district),
      let item = value(row, ProgressTable.item)
    else { return nil }
    var place = Place(pair: district * sums.axes.items.count + item, day: day)
    if let field = fields[ProgressTable.count] {
      guard let count = row.bytes.withUnsafeBufferPointer({ PlainNumber.read($0[row.fields[field]]) }) else {
        return nil
      }
      place.count = count
    }
    let names = names(row)
    place.institution = names.institution
    place.combination = names.combination
    return place
  }

  /// The numbers of a row's institution and traits, which any text will do for.
  private func names(_ row: Row) -> (institution: Int, combination: Int) {
    let institution = name(row, ProgressTable.institution) { sums.institutions.number($0) }
    return (institution, trailing(row, Trait.all))
  }

  /// The number of the combination that some of a row's traits make by themselves.
  private func trailing(_ row: Row, _ traits: [Trait]) -> Int {
    var values = TraitValues()
    for trait in traits { values[trait] = name(row, trait.column) { sums.traits.number($0, trait) } }
    return sums.traits.combination(values)
  }

  /// The number of a cell's text; `number` gives one to a text that is new.
  private func name(_ row: Row, _ column: Int, _ number: (String) -> Int) -> Int {
    guard let field = fields[column], !row.fields[field].isEmpty else { return 0 }
    if let known = value(row, column) { return known }
    let value = number(Normal.form(row.string(field)))
    learn(row, column, value)
    return value
  }

  private func value(_ row: Row, _ column: Int) -> Int? {
    guard let field = fields[column] else { return nil }
    let value = row.bytes.withUnsafeBufferPointer {
      knowledge.read[column].value(UnsafeBufferPointer(rebasing: $0[row.fields[field]]))
    }
    return value < 0 ? nil : value
  }

  private func learn(_ row: Row, _ column: Int, _ value: Int) {
    guard let field = fields[column] else { return }
    row.bytes.withUnsafeBufferPointer {
      knowledge.read[column].insert(UnsafeBufferPointer(rebasing: $0[row.fields[field]]), value)
    }
  }
}

/// Whole numbers in their plainest form.
enum PlainNumber {
  /// A number of up to twelve digits, with or without a minus; nil for every other form, right or wrong.
  static func read(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = isNegative ? text.dropFirst() : text
    guard (1...12).contains(digits.count) else { return nil }
    var value: Int64 = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return isNegative ? 0 &- value : value
  }
}
