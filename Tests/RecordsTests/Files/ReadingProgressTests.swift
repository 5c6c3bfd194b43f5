import Policy
import Synchronization
import Testing

@testable import Records

/// What a read tells while it goes on, and how it is given up.
@Suite struct ReadingProgressTests {
  private static func row(_ count: Int) -> String { "2026-03-05,310115,M01.01,\(count)\n" }

  /// Some small files, and one that is larger than what is read at once.
  private static func directory() throws -> DataDirectory {
    let directory = try DataDirectory()
    for index in 1...6 { try directory.write("progress/310115/\(index).csv", LookTests.header + row(index)) }
    let rows = String(repeating: row(1), count: 40_000)
    try directory.write("progress/310101/large.csv", LookTests.header + rows + "2026-02-30,310101,M01.01,1\n")
    try directory.write("districts.csv", "code,name\n310115,浦东新区\n310101,黄浦区\n")
    return directory
  }

  @Test func aWholeReadCountsEveryByteRowAndFile() throws {
    let directory = try Self.directory()
    let progress = ReadingProgress()
    #expect(progress.state == ReadingProgress.State())
    let snapshot = try directory.reader.read(progress: progress)
    let state = progress.state
    #expect(state.phase == .assembling)
    #expect(state.filesTotal == 8)
    #expect(state.filesRead == 8)
    #expect(state.bytesTotal == snapshot.files.reduce(0) { $0 + $1.size })
    #expect(state.bytesRead == state.bytesTotal)
    #expect(state.rows == Int64(snapshot.files.reduce(0) { $0 + $1.rows + $1.rejected }))
    #expect(state.rows == 40_000 + 1 + 6 + 2)
    #expect(state.file == nil)
  }

  @Test func aReaderThatIsToldOfProgressGivesWhatOneGivesThatIsNot() throws {
    let directory = try Self.directory()
    let told = try directory.reader.read(progress: ReadingProgress())
    let untold = try directory.read()
    #expect(told.told == untold.told)
    #expect(told.files == untold.files)
    #expect(told.actual("310115", "M01.01") == untold.actual("310115", "M01.01"))
  }

  @Test func aReadThatIsCancelledBeforeItBeginsGivesNothing() throws {
    let directory = try Self.directory()
    let progress = ReadingProgress()
    progress.cancel()
    let reader = directory.reader
    #expect(throws: DirectoryError.cancelled) { try reader.read(progress: progress) }
    #expect(progress.state.bytesRead == 0)
    #expect(reader.rescan() == nil)
  }

  /// Given up by another thread as soon as it sees rows, so in the middle of a file. A thread that comes too late finds
  /// the read over; then it is tried again.
  @Test func aReadThatIsCancelledInTheMiddleGivesNothingAndTheNextIsWhole() throws {
    let directory = try Self.directory()
    var wasCancelled = false
    for _ in 0..<50 where !wasCancelled {
      let reader = directory.reader
      let progress = ReadingProgress()
      let canceller = try #require(
        Worker {
          while progress.state.rows == 0 && progress.state.phase != .assembling {}
          progress.cancel()
        })
      let snapshot: Snapshot?
      do throws(DirectoryError) { snapshot = try reader.read(progress: progress) } catch {
        #expect(error == .cancelled)
        snapshot = nil
      }
      canceller.join()
      wasCancelled = snapshot == nil
      if wasCancelled {
        #expect(progress.state.phase == .reading)
        #expect(reader.rescan() == nil)
      }
      let whole = try snapshot ?? reader.read(progress: ReadingProgress())
      #expect(whole.files.count == 8)
      #expect(whole.report("progress/310101/large.csv")?.rows == 40_000)
      #expect(whole.told == ["progress/310101/large.csv:40002 bad-date date"])
    }
    #expect(wasCancelled)
  }

  @Test func aStretchThatIsGivenUpEndsAtItsNextChunk() throws {
    let directory = try Self.directory()
    let open = try OpenFile(Array(directory.absolute("progress/310101/large.csv").utf8), realRoot: nil)
    let progress = ReadingProgress()
    let window = Window()
    window.progress = progress.begin(Self.listed("large.csv", open.size))
    window.open(open, from: 0, to: open.size)
    #expect(window.more())
    #expect(window.fault == nil && !window.isFinal)
    progress.cancel()
    window.position = window.end
    #expect(window.more())
    #expect(window.fault == .cancelled && window.isFinal)
    #expect(throws: ReadFault.cancelled) { try Digest.of(open, count: open.size, window.progress) }
  }

  @Test func theFileThatWasBegunFirstIsNamed() {
    let progress = ReadingProgress()
    progress.expect(files: 3, bytes: 30)
    #expect(progress.state.phase == .reading)
    let first = progress.begin(Self.listed("a.csv", 10))
    let second = progress.begin(Self.listed("b.csv", 10))
    #expect(progress.state.file == "a.csv")
    progress.finish(first)
    #expect(progress.state.file == "b.csv")
    progress.finish(second)
    #expect(progress.state.file == nil)
    #expect(progress.state.filesRead == 2)
  }

  /// A file that has grown gives more bytes than its listing said, one that is refused gives fewer.
  @Test func aFileThatIsOverCountsForWhatItWasListedWith() {
    let progress = ReadingProgress()
    progress.expect(files: 3, bytes: 30)
    let grown = progress.begin(Self.listed("a.csv", 10))
    grown.add(bytes: 25, rows: 3)
    #expect(progress.state.bytesRead == 10)
    let refused = progress.begin(Self.listed("b.csv", 10))
    refused.add(bytes: 2, rows: 0)
    #expect(progress.state.bytesRead == 12)
    progress.finish(refused)
    #expect(progress.state.bytesRead == 20)
    progress.finish(grown)
    #expect(progress.state.bytesRead == 20)
    #expect(progress.state.rows == 3)
    #expect(progress.state.filesRead == 2)
  }

  @Test func aFileThatIsReadAgainIsCountedOnce() {
    let progress = ReadingProgress()
    progress.expect(files: 1, bytes: 10)
    let file = progress.begin(Self.listed("a.csv", 10))
    file.add(bytes: 8, rows: 4)
    file.restart()
    #expect(progress.state.bytesRead == 0)
    #expect(progress.state.rows == 0)
    file.add(bytes: 10, rows: 5)
    progress.finish(file)
    #expect(progress.state.bytesRead == 10)
    #expect(progress.state.rows == 5)
  }

  private static func listed(_ path: String, _ size: Int64) -> ListedFile {
    ListedFile(
      path: RawPath(path), table: .progress, format: .csv,
      node: .file(FileIdentity(device: 1, inode: 1, size: size, modified: 0, changed: 0)))
  }

  /// What a file's own progress came to when its last row was taken, before it counted as over.
  private static func taken(_ bytes: [UInt8], sliceSize: Int64? = nil) throws -> (bytes: Int64, rows: Int64) {
    let directory = try DataDirectory()
    try directory.write("progress.csv", bytes)
    let listed = ListedFile(
      path: RawPath("progress.csv"), table: .progress, format: .csv,
      node: .file(try directory.identity("progress.csv")))
    let plan = try Plan.builtIn()
    let crew = Crew(Lexicon(plan: plan, districts: plan.districts))
    let file = ReadingProgress().begin(listed)
    for reading in crew.readings { reading.window.progress = file }
    let open = try OpenFile(Array(directory.absolute("progress.csv").utf8), realRoot: nil)
    let wishes = FileReading.Wishes()
    if let sliceSize, try SlicedReading(crew, listed, open, wishes, size: sliceSize).read() != nil {
      return (file.bytes, file.rows)
    }
    _ = try crew.own.read(listed, open, wishes)
    return (file.bytes, file.rows)
  }

  /// The first looks for what decides the encoding to its end, and is then read from its beginning.
  @Test(arguments: WrittenText.allCases) func everyEncodingIsCountedByItsOwnBytes(_ encoding: WrittenText) throws {
    for district in ["310115", "浦东新区"] {
      let rows = String(repeating: "2026-03-05,\(district),M01.01,1\n", count: 20_000)
      let bytes = encoding.mark + encoding.bytes(LookTests.header + rows)
      #expect(bytes.count > Window.usual * 2)
      let taken = try Self.taken(bytes)
      #expect(taken.rows == 20_000)
      #expect((Int64(bytes.count) - 3...Int64(bytes.count)).contains(taken.bytes))
    }
  }

  @Test func slicesAreCountedTogetherAndWhatTheyGaveUpIsNot() throws {
    let rows = String(repeating: Self.row(1), count: 20_000)
    let plain = Array((LookTests.header + rows).utf8)
    #expect(try Self.taken(plain, sliceSize: 50_000) == (Int64(plain.count), 20_000))
    let quoted = String(repeating: "2026-03-05,310115,\"M01.01\n\",1\n", count: 20_000)
    let broken = Array((LookTests.header + quoted).utf8)
    #expect(try Self.taken(broken, sliceSize: 50_001) == (Int64(broken.count), 40_000))
  }
}
