/// How the cost of a cold `report` grows with rows, files and districts.
enum Growth {
  private struct Point {
    let input: Input
    let result: Race.Result
    var wall: Double { Spread(result.wall).median }
  }

  static func take(_ bench: Bench) throws -> [MarkdownTable] {
    [try byRows(bench), try byFiles(bench), try byDistricts(bench)]
  }

  private static func byRows(_ bench: Bench) throws -> MarkdownTable {
    let region = bench.options.sizes.region
    let points = try [region / 50, region / 5, region].map { try point(try bench.oneFile(max(1, $0)), bench) }
    var table = MarkdownTable("Growth with rows", header("rows", "ns per row more"))
    for (index, point) in points.enumerated() {
      let more = index > 0 ? (point.wall - points[0].wall) / Double(point.input.rows - points[0].input.rows) : .nan
      table.add(cells(Words.rows(point.input.rows), point, more * 1e9))
    }
    table.note("16 districts, one file. The last column counts from the first line.")
    return table
  }

  private static func byFiles(_ bench: Bench) throws -> MarkdownTable {
    let city = bench.options.sizes.city
    var inputs = try [1, 31, 365].map { try bench.cutFiles(city, into: $0) }
    inputs.append(try bench.dailyFiles(city))
    let points = try inputs.map { try point($0, bench) }
    var table = MarkdownTable("Growth with files", header("files", "µs per file more"))
    for (index, point) in points.enumerated() {
      let files = point.input.files.count - points[0].input.files.count
      table.add(
        cells(
          Words.rows(point.input.files.count), point,
          index > 0 ? (point.wall - points[0].wall) / Double(files) * 1e6 : .nan))
    }
    table.note("\(Words.rows(city)) rows, 16 districts. The last column counts from the first line.")
    return table
  }

  private static func byDistricts(_ bench: Bench) throws -> MarkdownTable {
    let city = bench.options.sizes.city
    let counts = [16, 160, 1600]
    let points = try counts.map { try point(try bench.oneFile(city, districts: $0), bench) }
    var table = MarkdownTable("Growth with districts", header("districts", "µs per district more"))
    for (index, point) in points.enumerated() {
      let more = index > 0 ? (point.wall - points[0].wall) / Double(counts[index] - counts[0]) : .nan
      table.add(cells(Words.rows(counts[index]), point, more * 1e6))
      bench.discard(point.input)
    }
    table.note("\(Words.rows(city)) rows, one file. The last column counts from the first line.")
    return table
  }

  private static func point(_ input: Input, _ bench: Bench) throws -> Point {
    let racer = Racer(name: "jineng report", program: bench.program, input: input)
    return Point(input: input, result: try Race.run([racer], rounds: bench.options.readingRuns, bench)[0])
  }

  private static func header(_ what: String, _ more: String) -> [String] {
    [what, "wall ms (least–most)", "processor ms", "peak MB", more]
  }

  private static func cells(_ what: String, _ point: Point, _ more: Double) -> [String] {
    [
      what, Words.milliseconds(Spread(point.result.wall)), Words.milliseconds(Spread(point.result.processor).median),
      Words.megabytes(kibibytes: point.result.peak), more.isNaN ? "" : Words.fixed(more, 1),
    ]
  }
}
