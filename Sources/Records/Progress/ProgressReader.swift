import Policy
import Tabular

/// Sums the rows of a `progress` file.
///
/// ``RowChecker`` decides what a row means; this only remembers what each text meant, so that a row of known texts
/// costs a few look-ups.
struct ProgressReader {
  private let axes: ProgressAxes
  private let checker: RowChecker
  private let fields: (date: Int, district: Int, item: Int, count: Int?, institution: Int?)

  private var dates = TokenTable()
  private var districts = TokenTable()
  private var items = TokenTable()
  private var institutions = TokenTable()
  private var institutionNames: [String] = []
  private var trained = SparseCounts()
  private var sums = ProgressSums()

  /// Nil where a required column is missing.
  init?(axes: ProgressAxes, checker: RowChecker) {
    let header = checker.header.fields
    guard let date = header[ProgressTable.date], let district = header[ProgressTable.district],
      let item = header[ProgressTable.item]
    else { return nil }
    self.axes = axes
    self.checker = checker
    fields = (date, district, item, header[ProgressTable.count], header[ProgressTable.institution])
  }

  /// The sums of all rows that `scan` still gives.
  mutating func read(_ scan: inout TableScan, _ dense: DenseSums) -> ProgressSums {
    var row = Row()
    while scan.next(&row) {
      if take(row, dense) { continue }
      let verdict = checker.check(row)
      if let (column, fault) = verdict.fault {
        scan.refuse(row.line, column: column, fault.code, detail: fault.detail)
      } else if let place = axes.place(of: verdict.cells) {
        learn(row, place)
        add(row, place, verdict.cells.number(ProgressTable.count) ?? 1, dense)
      }
    }
    sums.sums = dense.drain()
    for (institution, day, count) in trained.sorted {
      let name = institutionNames[institution]
      let sum = [ProgressTotals.DayCount(day: axes.start + day, count: count)]
      // Two spellings may be one text in NFC.
      sums.trained[name] = sums.trained[name].map { ProgressSums.merged($0, sum) } ?? sum
    }
    return sums
  }

  /// Takes a row whose texts are all known; false where the checker must look.
  private mutating func take(_ row: Row, _ dense: DenseSums) -> Bool {
    let known = row.bytes.withUnsafeBufferPointer { bytes -> (place: (Int, Int, Int), count: Int64)? in
      func field(_ index: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[row.fields[index]]) }
      guard let day = dates.value(field(fields.date)), let district = districts.value(field(fields.district)),
        let item = items.value(field(fields.item))
      else { return nil }
      guard let column = fields.count else { return ((district, item, day), 1) }
      guard let count = ProgressReader.plainNumber(field(column)) else { return nil }
      return ((district, item, day), count)
    }
    guard let known else { return false }
    add(row, known.place, known.count, dense)
    return true
  }

  private mutating func add(
    _ row: Row, _ place: (district: Int, item: Int, day: Int), _ count: Int64, _ dense: DenseSums
  ) {
    dense.add(count, at: (place.district * axes.items.count + place.item) * axes.days + place.day)
    sums.rows += 1
    guard place.item == 0, let column = fields.institution, !row.fields[column].isEmpty else { return }
    let institution = row.bytes.withUnsafeBufferPointer { bytes -> Int in
      let text = UnsafeBufferPointer(rebasing: bytes[row.fields[column]])
      if let known = institutions.value(text) { return known }
      institutions.insert(text, institutionNames.count)
      institutionNames.append(Normal.form(String(decoding: text, as: UTF8.self)))
      return institutionNames.count - 1
    }
    trained.add(count, institution: institution, day: place.day)
  }

  /// Remembers what a good row's texts mean.
  private mutating func learn(_ row: Row, _ place: (district: Int, item: Int, day: Int)) {
    row.bytes.withUnsafeBufferPointer { bytes in
      dates.insert(UnsafeBufferPointer(rebasing: bytes[row.fields[fields.date]]), place.day)
      districts.insert(UnsafeBufferPointer(rebasing: bytes[row.fields[fields.district]]), place.district)
      items.insert(UnsafeBufferPointer(rebasing: bytes[row.fields[fields.item]]), place.item)
    }
  }

  /// A number of up to twelve plain digits, with or without a minus; nil for every other form, right or wrong.
  private static func plainNumber(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    guard text.count > first, text.count &- first <= 12 else { return nil }
    var value: Int64 = 0
    for index in first..<text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return isNegative ? 0 &- value : value
  }
}
