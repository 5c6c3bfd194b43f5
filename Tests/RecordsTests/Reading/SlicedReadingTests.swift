import Policy
import Testing

@testable import Records

/// A file read in slices by many threads gives what one thread makes of it.
@Suite struct SlicedReadingTests {
  private struct Bench {
    let directory: DataDirectory
    let crew: Crew

    init(_ text: [UInt8]) throws {
      directory = try DataDirectory()
      try directory.write("progress.csv", text)
      let plan = try Plan.builtIn()
      crew = Crew(Lexicon(plan: plan, districts: plan.districts))
    }

    var listed: ListedFile {
      get throws {
        ListedFile(
          path: RawPath("progress.csv"), table: .progress, format: .csv,
          node: .file(try directory.identity("progress.csv")))
      }
    }

    func open() throws -> OpenFile { try OpenFile(Array(directory.absolute("progress.csv").utf8), realRoot: nil) }

    func whole(_ wishes: FileReading.Wishes) throws -> TableFile { try crew.own.read(try listed, try open(), wishes) }

    func sliced(_ wishes: FileReading.Wishes, size: Int64) throws -> TableFile? {
      try SlicedReading(crew, try listed, try open(), wishes, size: size).read()
    }
  }

  /// Rows of every kind: plain, quoted, with line breaks in quotes if asked, faulty, blank, with long texts.
  private static func text(_ seed: UInt64, lineBreaks: Bool, rows: Int = 900) throws -> [UInt8] {
    var random = SeededGenerator(seed)
    let plan = try Plan.builtIn()
    var text = "日期,区,指标,人次,培训机构,工种,等级,备用\n"
    for row in 0..<rows {
      let day = plan.periodStart + Int.random(in: 0..<plan.periodDays, using: &random)
      let district = plan.districts[Int.random(in: 0..<plan.districts.count, using: &random)]
      let date = Int.random(in: 0..<30, using: &random) == 0 ? "2026-02-30" : day.iso
      let count = ["1", "-3", "0", "1,200", "2万", "x", "999999999999"].randomElement(using: &random) ?? "1"
      var occupation = ["电工", "焊工", "养老护理员", ""].randomElement(using: &random) ?? ""
      if Int.random(in: 0..<9, using: &random) == 0 { occupation = "\"电,工\"\"甲\"\"\"" }
      if lineBreaks, Int.random(in: 0..<6, using: &random) == 0 { occupation = "\"电\n工\r\n\"" }
      let extra = row % 7 == 0 ? "备注\(row)" : ""
      let count2 = count.contains(",") ? "\"\(count)\"" : count
      let end = ["\n", "\n", "\r\n", "\n\n"].randomElement(using: &random) ?? "\n"
      text += "\(date),\(district.name),M01.0\(row % 3 + 1),\(count2),I\(row % 13),\(occupation),五级,\(extra)"
      text += row % 41 == 0 ? ",多\(end)" : end
    }
    return Array(text.utf8)
  }

  private func equal(_ a: TableFile, _ b: TableFile) {
    #expect(a.progress == b.progress)
    #expect(a.tally == b.tally)
    #expect(a.problems == b.problems)
    #expect(a.districts == b.districts)
    #expect(a.headers == b.headers && a.encoding == b.encoding && a.sha256 == b.sha256)
    #expect(a.heldLine == b.heldLine && a.resume == b.resume)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>) func slicesGiveWhatOneThreadGives(_ seed: UInt64) throws {
    let bench = try Bench(try Self.text(seed, lineBreaks: false))
    let wishes = FileReading.Wishes(holdsUnfinished: seed % 2 == 0, digests: true, resumesFrom: 1)
    let whole = try bench.whole(wishes)
    #expect(whole.rejected > 50 && (whole.progress?.rows ?? 0) > 300)
    for size in [200, 1000, 4096, 9000] as [Int64] {
      equal(try #require(try bench.sliced(wishes, size: size)), whole)
    }
  }

  @Test func aSliceThatEndsInAQuoteIsSeenAndNothingOfItStays() throws {
    let bench = try Bench(try Self.text(5, lineBreaks: true))
    let wishes = FileReading.Wishes(digests: true, resumesFrom: 1)
    let whole = try bench.whole(wishes)
    var refused = 0
    for size in 60...120 as ClosedRange<Int64> {
      if let sliced = try bench.sliced(wishes, size: size * 16) {
        equal(sliced, whole)
      } else {
        refused += 1
        // What was summed before the quote was seen must be gone.
        equal(try bench.whole(wishes), whole)
      }
    }
    #expect(refused > 0)
  }

  @Test func aHeldLineIsCountedFromTheFilesBeginning() throws {
    var text = try Self.text(3, lineBreaks: false)
    text += Array("2026-03-05,浦东新区,M01.01,5".utf8)
    let bench = try Bench(text)
    let wishes = FileReading.Wishes(holdsUnfinished: true, digests: false, resumesFrom: 1)
    let sliced = try #require(try bench.sliced(wishes, size: 2000))
    let whole = try bench.whole(wishes)
    equal(sliced, whole)
    #expect(sliced.heldLine != nil)
  }

  /// More names than are remembered from one file to the next: those of one file must all stay.
  @Test func manyNamesInOneFileLoseNoRow() throws {
    var text = "日期,区,指标,人次,培训机构\n"
    for number in 0..<150_000 { text += "2026-03-05,310115,M01.01,1,机构\(number)\n" }
    let bench = try Bench(Array(text.utf8))
    let wishes = FileReading.Wishes(digests: false)
    let sliced = try #require(try bench.sliced(wishes, size: 200_000))
    #expect(sliced.progress?.rows == 150_000)
    equal(sliced, try bench.whole(wishes))
  }

  @Test func nothingOfAFileThatWasCutWhileItWasReadStays() throws {
    // Larger than a window, so that its beginning can still be read.
    let text = try Self.text(7, lineBreaks: false, rows: 9_000)
    #expect(text.count > Window.usual + 40_000)
    let bench = try Bench(text)
    let wishes = FileReading.Wishes(digests: true)
    let whole = try bench.whole(wishes)
    let (listed, open) = (try bench.listed, try bench.open())
    try bench.directory.write("progress.csv", Array(text.dropLast(500)))
    #expect(throws: ReadFault.unstable) {
      try SlicedReading(bench.crew, listed, open, wishes, size: 20_000).read()
    }
    try bench.directory.write("progress.csv", text)
    equal(try #require(try bench.sliced(wishes, size: 20_000)), whole)
    equal(try bench.whole(wishes), whole)
  }
}
