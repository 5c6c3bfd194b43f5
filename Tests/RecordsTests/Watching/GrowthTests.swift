import Glibc
import Policy
import Testing

@testable import Records

/// A file that only grew is read on, and what was read is proven by digests later.
@Suite struct GrowthTests {
  static let path = "progress/a.csv"

  /// A file whose encoding a byte-order mark settles, and a reader whose clock runs with the file's times.
  final class Grown {
    let directory: DataDirectory
    let reader: DirectoryReader
    private(set) var moment: ClockReading
    private(set) var snapshot: Snapshot
    /// How often a proof told that the next look must come at once.
    private(set) var refuted = 0

    init() throws {
      directory = try DataDirectory([path: "\u{FEFF}" + LookTests.header + LookTests.row(100)])
      reader = DirectoryReader(DirectorySource(root: directory.path), for: .watching)
      reader.withKeeper { $0.resumesFrom = 1 }
      moment = ClockReading(uptime: 1, wall: try directory.identity(path).modifiedSeconds + 3600)
      snapshot = try reader.read(at: moment)
      prove()
    }

    var kept: KeptFile? { reader.withKeeper { $0.files[RawPath(path)] } }
    var total: Int64? { snapshot.actual("310115", "M01.01") }

    func append(_ text: String) throws {
      try directory.write(path, Array(text.utf8), append: true)
      moment.wall = try directory.identity(path).modifiedSeconds + 0.01
      for _ in 0..<2 { look(after: 250) }
    }

    func look(after milliseconds: Int64) {
      moment.uptime += milliseconds * 1_000_000
      moment.wall += Double(milliseconds) / 1000
      if let new = reader.look(moment, .hint).snapshot { snapshot = new }
    }

    func prove() {
      while true {
        switch reader.withKeeper({ $0.prove(moment) }) {
        case .nothing: return
        case .more: continue
        case .refuted: refuted += 1
        case .done(let new): if let new { snapshot = new }
        }
      }
    }

    var digest: String {
      get throws {
        Digest.text(try FileSource(realRoot: nil).read(Array(directory.absolute(path).utf8), upTo: 1 << 20).bytes)
      }
    }
  }

  @Test(arguments: [false, true]) func aRewriteThatKeepsItsTimesIsFoundUnderAnotherNameToo(_ isLinked: Bool) throws {
    let grown = try Grown()
    let modified = 1_700_000_000
    grown.directory.setModified(Self.path, modified)
    for _ in 0..<3 { grown.look(after: 2500) }
    grown.prove()
    try grown.directory.write(Self.path, "\u{FEFF}" + LookTests.header + LookTests.row(200))
    grown.directory.setModified(Self.path, modified)
    if isLinked {
      link(grown.directory.absolute(Self.path), grown.directory.absolute("progress/b.csv"))
    } else {
      grown.directory.rename(Self.path, to: "progress/b.csv")
    }
    for _ in 0..<4 {
      grown.look(after: 250)
      grown.prove()
    }
    #expect(grown.total == (isLinked ? 400 : 200))
    #expect(grown.refuted == 1)
    let cold = try grown.directory.read()
    #expect(grown.snapshot.files.map(\.sha256) == cold.files.map(\.sha256))
  }

  @Test func appendsAreReadOnAndProvenOnceTheyAreStillWithoutReadingAgain() throws {
    let grown = try Grown()
    try grown.append(LookTests.row(7))
    try grown.append(LookTests.row(11))
    #expect(grown.total == 118)
    #expect(grown.kept?.file.growth?.proofs.count == 3)
    #expect(grown.kept?.needsProof == true)
    grown.prove()
    #expect(grown.kept?.file.sha256 == nil)
    let taken = grown.kept?.takenAt
    grown.look(after: 2500)
    grown.prove()
    #expect(try grown.kept?.file.sha256 == grown.digest)
    #expect(grown.kept?.needsProof == false && grown.kept?.takenAt == taken)
    #expect(grown.total == 118)
  }

  @Test(arguments: [LookTests.row(107) + LookTests.row(7), LookTests.row(100) + LookTests.row(9)])
  func whatChangedWithinATickIsFoundByItsDigestAndReadWhole(_ rows: String) throws {
    let grown = try Grown()
    try grown.append(LookTests.row(7))
    #expect(grown.total == 107)
    // The same size and the same times: only the bytes tell.
    try grown.directory.write(Self.path, "\u{FEFF}" + LookTests.header + rows)
    try grown.reader.pretend(Self.path, is: grown.directory.identity(Self.path))
    grown.look(after: 2500)
    grown.prove()
    #expect(grown.kept?.isMistrusted == true)
    for _ in 0..<3 { grown.look(after: 2500) }
    grown.prove()
    #expect(grown.kept?.isMistrusted == false)
    #expect(try grown.total == grown.directory.read().actual("310115", "M01.01"))
    #expect(try grown.kept?.file.sha256 == grown.digest)
  }
}
