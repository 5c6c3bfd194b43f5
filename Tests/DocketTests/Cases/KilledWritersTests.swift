import Docket
import Foundation
import Policy
import PseudoTerminal
import Synchronization
import Testing

/// Two writers that are killed at any moment: what was acknowledged is there, once, and the chain is whole.
///
/// `JINENG_KILL_ROUNDS` says how often (8).
@Suite("Writers that are killed", .serialized)
struct KilledWritersTests {
  static let rounds = ProcessInfo.processInfo.environment["JINENG_KILL_ROUNDS"].flatMap { Int($0) } ?? 8

  private static var program: URL { URL(filePath: Spawn.builtPrograms + "/docket-writer") }

  /// A writer, and what it has said so far.
  private final class Writer {
    private let process = Process()
    private let pipe = Pipe()
    private let said = Mutex(Data())

    init(_ place: Place, _ name: String) throws {
      process.executableURL = KilledWritersTests.program
      process.arguments = [place.store, place.data, name]
      process.standardOutput = pipe
      try process.run()
    }

    /// Waits for so many bytes to be said, kills it, and gives the whole lines.
    func kill(after bytes: Int) -> [String] {
      var data = Data()
      while data.count < bytes {
        let more = pipe.fileHandleForReading.availableData
        if more.isEmpty { break }
        data += more
      }
      Glibc.kill(process.processIdentifier, SIGKILL)
      data += pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map(String.init)
    }
  }

  @Test("no acknowledged entry is lost, none is there twice")
  func killed() throws {
    let place = try Place()
    _ = try place.open()
    var numbers = Seeded(UInt64(Self.rounds))
    var acknowledged: [Int: String] = [:]
    for round in 1...Self.rounds {
      let writers = [try Writer(place, "甲组"), try Writer(place, "乙组")]
      for writer in writers.shuffled(using: &numbers) {
        for line in writer.kill(after: Int.random(in: 0..<900, using: &numbers)) {
          let parts = line.split(separator: " ", maxSplits: 1)
          let number = try #require(parts.first.flatMap { Int($0) })
          #expect(acknowledged[number] == nil, "entry \(number) was acknowledged twice")
          acknowledged[number] = parts.count > 1 ? String(parts[1]) : ""
        }
      }
      guard round % 20 == 0 || round == Self.rounds else { continue }
      let store = try place.open()
      guard case .whole(let count) = try store.verify() else {
        Issue.record("round \(round): \(try store.verify())")
        return
      }
      let kept = Dictionary(try store.entries().map { ($0.number, $0.reason) }, uniquingKeysWith: { $1 })
      #expect(kept.count == count)
      for (number, reason) in acknowledged { #expect(kept[number] == reason, "entry \(number)") }
    }
    #expect(acknowledged.count > Self.rounds)
  }
}
