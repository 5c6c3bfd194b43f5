package import Policy

/// What changed since a base, standing over the page.
package struct ChangesState: Hashable, Sendable {
  package var question: ChangesQuestion
  /// What came last, perhaps of the question before; nil while nothing has.
  package var answer: KnownChanges?
  /// Why the store cannot tell; nil while it can.
  package var trouble: StoreTrouble?
  /// The row under the cursor; nil: the first one.
  package var selected: ChangeRow.Subject?
  /// The first row shown.
  package var offset = 0
  /// The day while it is typed; nil while it is not.
  package var typing: String?

  package init(_ question: ChangesQuestion) { self.question = question }
}

/// A line of the list of changes.
package struct ChangeRow: Hashable, Sendable {
  /// What changed.
  package enum Subject: Hashable, Sendable {
    case figure(TargetKey)
    case target(TargetKey)

    var key: TargetKey {
      switch self {
      case .figure(let key), .target(let key): key
      }
    }
  }

  var subject: Subject
  /// Nil where there was none.
  var before: Int64?
  var after: Int64?
  /// What of the difference concerns days before the base's day.
  var revised: Int64 = 0
  /// The difference as a part of the target; nil where there is none.
  var share: Double?
  /// The first line of its district.
  var isFirst = false

  var difference: Int64 { (after ?? 0).subtractingSaturated(before ?? 0) }

  /// The lines of an answer: districts with the largest change first, measured by their targets; within a district the
  /// same. What has no target comes behind what has one.
  static func rows(_ answer: KnownChanges, _ loaded: Loaded) -> [ChangeRow] {
    let city = loaded.snapshot.plan.cityCode
    func share(_ difference: Int64, of target: Int64?) -> Double? {
      target.flatMap { $0 > 0 ? Double(difference) / Double($0) : nil }
    }
    var rows = answer.figures.map { figure in
      let target = loaded.board.progress(figure.key.item, figure.key.district, city: city)?.target
      return ChangeRow(
        subject: .figure(figure.key), before: figure.before, after: figure.after, revised: figure.revised,
        share: share(figure.difference, of: target))
    }
    rows += answer.targets.map { target in
      var row = ChangeRow(subject: .target(target.key), before: target.before, after: target.after)
      row.share = share(row.difference, of: target.before ?? target.after)
      return row
    }
    func comesFirst(_ a: ChangeRow, _ b: ChangeRow) -> Bool {
      let (x, y) = (abs(a.share ?? -1), abs(b.share ?? -1))
      if (a.share == nil) != (b.share == nil) { return b.share == nil }
      if x != y { return x > y }
      let (m, n) = (a.difference.magnitude, b.difference.magnitude)
      return m == n ? a.subject.key.item < b.subject.key.item : m > n
    }
    var groups = Dictionary(grouping: rows, by: \.subject.key.district).map { code, rows in
      (code: code, rows: rows.sorted(by: comesFirst))
    }
    groups.sort { a, b in
      if comesFirst(a.rows[0], b.rows[0]) { return true }
      return comesFirst(b.rows[0], a.rows[0]) ? false : a.code < b.code
    }
    return groups.flatMap { group in
      group.rows.enumerated().map { index, row in
        var row = row
        row.isFirst = index == 0
        return row
      }
    }
  }
}
