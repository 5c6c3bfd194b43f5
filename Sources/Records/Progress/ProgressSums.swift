import Policy

/// What one `progress` file adds to the totals.
struct ProgressSums: Sendable {
  /// A sum at a place: district-major, then item, then day.
  struct Sum: Sendable, Hashable {
    var place: Int
    var count: Int64
  }

  /// Every place that a row named, in order; a sum of zero is a report all the same.
  var sums: [Sum] = []
  /// What each institution named by rows of the first counted item trained, in day order.
  var trained: [String: [ProgressTotals.DayCount]] = [:]
  /// Accepted rows.
  var rows = 0

  /// Adds to the totals, whose axes must be `axes`.
  func add(to totals: inout ProgressTotals, _ axes: ProgressAxes) {
    let stride = axes.items.count * axes.days
    guard stride > 0 else { return }
    for sum in sums where sum.place >= 0 && sum.place < axes.cells {
      totals.add(
        district: sum.place / stride, item: sum.place % stride / axes.days, day: sum.place % axes.days,
        count: sum.count)
    }
  }

  /// The districts that rows name, in the order of the axis.
  func districts(_ axes: ProgressAxes) -> [DistrictCode] {
    let stride = axes.items.count * axes.days
    guard stride > 0 else { return [] }
    var found: [DistrictCode] = []
    var last = -1
    for sum in sums where sum.place / stride != last {
      last = sum.place / stride
      if axes.districts.indices.contains(last) { found.append(axes.districts[last]) }
    }
    return found
  }

  /// The sum of each district and item, by `district × items + item`.
  func totals(_ axes: ProgressAxes) -> [Int: Int64] {
    var totals: [Int: Int64] = [:]
    for sum in sums where axes.days > 0 {
      totals[sum.place / axes.days] = (totals[sum.place / axes.days] ?? 0).addingSaturated(sum.count)
    }
    return totals
  }

  /// What institutions trained over several files.
  static func trained(_ files: [ProgressSums]) -> [String: [ProgressTotals.DayCount]] {
    var all: [String: [ProgressTotals.DayCount]] = [:]
    for file in files { all.merge(file.trained, uniquingKeysWith: merged) }
    return all
  }

  /// Two lists in day order as one.
  static func merged(
    _ a: [ProgressTotals.DayCount], _ b: [ProgressTotals.DayCount]
  ) -> [ProgressTotals.DayCount] {
    var out: [ProgressTotals.DayCount] = []
    out.reserveCapacity(a.count + b.count)
    var rest = b[...]
    for var sum in a {
      while let next = rest.first, next.day < sum.day {
        out.append(next)
        rest = rest.dropFirst()
      }
      if let next = rest.first, next.day == sum.day {
        sum.count = sum.count.addingSaturated(next.count)
        rest = rest.dropFirst()
      }
      out.append(sum)
    }
    return out + rest
  }
}
