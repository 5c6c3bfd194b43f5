import Policy

/// Writes `progress/<code>/<year>-MM.csv` for every office and month.
struct ProgressFiles {
  let plan: Plan
  let options: SampleOptions
  let through: Day
  let workload: Workload
  /// Ids of institutions by district.
  let institutions: [String: [String]]
  /// Corrections, reports of nothing and mistakes.
  let irregular: [IrregularRow]

  /// Writes every file.
  func write(to directory: String) throws(SampleError) {
    let calendar = WorkCalendar(plan.calendar)
    let shares = Season.allCases.map { $0.dailyShares(plan: plan, calendar: calendar) }
    for index in workload.areas.indices {
      var office = Office(files: self, area: index, shares: shares)
      try office.write(to: directory)
    }
  }
}

/// One office and its files of the year.
private struct Office {
  private let files: ProgressFiles
  private let area: Area
  private let rhythms: [Rhythm]
  private var makers: [RowMaker] = []
  private var style: FileStyle?

  init(files: ProgressFiles, area index: Int, shares: [[Double]]) {
    let area = files.workload.areas[index]
    let seed = files.options.seed
    let last = files.through - files.plan.periodStart - Story.silence(of: area.code)
    rhythms = files.workload.profiles.map { profile in
      var random = SampleRandom(seed: seed, "rhythm", area.code, profile.follows ?? profile.item)
      let season = Season.allCases.firstIndex(of: profile.season) ?? 0
      return Rhythm(shares: shares[season], last: last, random: &random)
    }
    let vocabulary = Vocabulary(institutions: files.institutions[area.code] ?? [], short: area.short)
    for (number, stream) in files.workload.streams[index].enumerated() where stream.rows > 0 {
      makers.append(
        RowMaker(
          stream: stream, vocabulary: vocabulary,
          random: SampleRandom(seed: seed, "rows", area.code, String(number))))
    }
    self.files = files
    self.area = area
  }

  /// Writes the months that hold anything.
  mutating func write(to directory: String) throws(SampleError) {
    let plan = files.plan
    let end = min(files.through, plan.periodEnd)
    var month = 1
    while plan.periodStart.adding(months: month - 1) <= end {
      let first = plan.periodStart.adding(months: month - 1)
      let last = min(plan.periodStart.adding(months: month) - 1, end)
      let irregular = files.irregular.filter { $0.district == area.code && $0.month == month }
      if !irregular.isEmpty || hasRows(through: last - plan.periodStart) {
        try write(month: month, days: first, last, irregular: irregular, to: directory)
      }
      month += 1
    }
  }

  private func hasRows(through day: Int) -> Bool {
    makers.contains { rhythms[$0.item].rows($0.rows, through: day, phase: $0.phase) > $0.made }
  }

  private mutating func write(
    month: Int, days first: Day, _ last: Day, irregular: [IrregularRow], to directory: String
  ) throws(SampleError) {
    let style = FileStyle.of(area, month: month)
    if style != self.style {
      for index in makers.indices { makers[index].prepare(for: style) }
      self.style = style
    }
    let (year, civilMonth, _) = first.civil
    let sink = try FileSink(
      directory: directory, path: "progress/\(area.code)/\(year)-\(twoDigits(civilMonth)).\(style.suffix)",
      encoding: style.encoding)
    sink.buffer += style.format.row(style.header)
    let mistakes = irregular.filter { $0.day == nil }
    let inMiddle = first + (last - first) / 2
    var day = first
    while day <= last {
      try write(day: day, style: style, to: sink)
      if day == inMiddle { for row in mistakes { sink.buffer += style.format.row(row.fields(in: style)) } }
      day = day + 1
    }
    for row in irregular where row.day != nil { sink.buffer += style.format.row(row.fields(in: style)) }
    // A silent office sent its last file when it last reported.
    try sink.finish(sentOn: min(last, max(first, files.through - Story.silence(of: area.code))))
  }

  private mutating func write(day: Day, style: FileStyle, to sink: FileSink) throws(SampleError) {
    let index = day - files.plan.periodStart
    let delimiter = style.format.delimiter
    var ending = style.format.lineEnd
    if let extra = style.extra { ending = [delimiter] + style.format.field(extra.value) + ending }
    for position in makers.indices {
      let maker = makers[position]
      let due = rhythms[maker.item].rows(maker.rows, through: index, phase: maker.phase) - maker.made
      guard due > 0 else { continue }
      let opening = opening(of: files.workload.items[maker.item], day: day, style: style)
      for _ in 0..<due {
        let count = makers[position].nextCount()
        sink.buffer.append(contentsOf: opening)
        if style.countLast {
          makers[position].appendDetails(to: &sink.buffer)
          sink.buffer.append(delimiter)
          append(count, style: style, to: &sink.buffer)
        } else {
          append(count, style: style, to: &sink.buffer)
          sink.buffer.append(delimiter)
          makers[position].appendDetails(to: &sink.buffer)
        }
        sink.buffer.append(contentsOf: ending)
        try sink.flushIfFull()
      }
    }
  }

  private func append(_ count: Int64, style: FileStyle, to buffer: inout [UInt8]) {
    if style.figures != .plain, count >= 1000 {
      buffer.append(contentsOf: style.figure(count))
    } else {
      appendDigits(count, to: &buffer)
    }
  }

  /// Date, district and item in the order of the file, each followed by the delimiter.
  private func opening(of item: Item, day: Day, style: FileStyle) -> [UInt8] {
    let values = style.columns.compactMap { column in
      switch column {
      case .date: style.text(of: day)
      case .district: style.district
      case .item: style.labels ? item.label.zh : item.id.rawValue
      default: nil
      }
    }
    return style.format.joined(values) + [style.format.delimiter]
  }
}
