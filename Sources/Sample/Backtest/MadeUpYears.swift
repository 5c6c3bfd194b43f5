import Policy

/// Made-up years as facts: every year is a counted item of its own, so that one board forecasts them all.
enum MadeUpYears {
  static func facts(_ process: BacktestProcess, plan: Plan, years: Int, seed: UInt64) -> (plan: Plan, facts: Facts) {
    var plan = plan
    let items = (0..<max(1, years)).map { year -> Item in
      // Ids sort as they are made.
      let digits = String(year)
      let id = "Y" + String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
      let name = Bilingual(zh: id, en: id)
      return Item(id: ItemID(rawValue: id), kind: .counted, label: name, short: name)
    }
    plan.measures = [
      Measure(number: 1, ordinal: "", section: 1, title: Bilingual(zh: "", en: ""), level: .district, items: items)
    ]
    let calendar = WorkCalendar(plan.calendar)
    let works = (0..<plan.periodDays).map { calendar.isWorkingDay(plan.periodStart + $0) }
    var progress = ProgressTotals(plan: plan, districts: plan.districts)
    for item in items.indices {
      var random = SampleRandom(seed: seed, process.rawValue, String(item))
      let year = BacktestYear(process, districts: plan.districts.count, works: works, random: &random)
      for (district, counts) in year.counts.enumerated() {
        for (day, count) in counts.enumerated() where count != 0 {
          progress.add(district: district + 1, item: item, day: day, count: count)
        }
      }
    }
    return (plan, Facts(districts: plan.districts, calendar: calendar, progress: progress))
  }
}
