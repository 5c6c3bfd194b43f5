import CNcurses
import Glibc
import Testing

@testable import Terminal

/// What is sent for a key in the moment it comes.
struct AnswersTests {
  /// A terminal's two ends: what is typed at one comes in at the other.
  private final class Ends {
    let program: Int32
    let person: Int32

    init() throws {
      var ends: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
      try #require(socketpair(AF_UNIX, kind, 0, &ends) == 0)
      (program, person) = (ends[0], ends[1])
    }

    deinit {
      close(program)
      close(person)
    }

    func type(_ text: String) { _ = send(person, text, text.utf8.count, Int32(MSG_NOSIGNAL)) }

    /// What the terminal was sent.
    var shown: [UInt8] {
      [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        count = max(0, read(person, buffer.baseAddress, buffer.count))
      }
    }
  }

  private static let later = Monotonic.now + 600_000

  private static func answers(until: Int = later) -> Answers {
    var answers = Answers()
    for (key, output) in [("k", "up"), ("", "unknown"), ("j", "down"), ("\u{1b}[B", "arrow")] {
      answers.add(key: Array(key.utf8), output: Array(output.utf8), until: until)
    }
    return answers
  }

  private func wait(_ answers: Answers, _ ends: Ends, wake: Int32 = -1, isArmed: Bool = true) -> Answers.Waited {
    answers.wait(input: ends.program, wake: wake, wantsOutput: false, timeout: 0, isArmed: isArmed)
  }

  @Test("The key that comes gets its own", arguments: [("j", 2, "down"), ("k", 0, "up"), ("\u{1b}[B", 3, "arrow")])
  func own(key: String, place: Int, output: String) throws {
    let ends = try Ends()
    ends.type(key)
    let waited = wait(Self.answers(), ends)
    #expect(waited.answer?.place == place && waited.answer?.sent == output.utf8.count)
    #expect(waited.input == Array(key.utf8) && waited.has(cn_ready_input) && !waited.isFull)
    #expect(ends.shown == Array(output.utf8))
  }

  @Test(
    "Keys that are no answer's, or more than one, are read and get nothing",
    arguments: ["x", "jj", "jk", "\u{1b}", "浦"])
  func others(keys: String) throws {
    let ends = try Ends()
    ends.type(keys)
    let waited = wait(Self.answers(), ends)
    #expect(waited.answer == nil && waited.input == Array(keys.utf8) && ends.shown.isEmpty)
  }

  @Test("Out of date, not armed, or with anything else to do nothing is sent")
  func refused() throws {
    let ends = try Ends()
    ends.type("j")
    #expect(wait(Self.answers(), ends, isArmed: false).input == nil, "not even read")
    let wake = try WakePipe()
    wake.signal()
    let both = wait(Self.answers(), ends, wake: wake.descriptor)
    #expect(both.input == nil && both.has(cn_ready_wake) && both.has(cn_ready_input) && both.answer == nil)
    let late = wait(Self.answers(until: Monotonic.now), ends)
    #expect(late.input == [0x6a] && late.answer == nil)
    #expect(ends.shown.isEmpty)
    let nothing = wait(Self.answers(), ends)
    #expect(nothing.ready == 0 && nothing.input == nil && !nothing.has(cn_ready_input))
  }

  @Test("Of an answer that is too long for the terminal as much is sent as it takes")
  func parts() throws {
    let ends = try Ends()
    var answers = Answers()
    let output = [UInt8](repeating: 0x61, count: 4_000_000)
    answers.add(key: [0x6a], output: output, until: Self.later)
    ends.type("j")
    let sent = try #require(wait(answers, ends).answer).sent
    #expect(sent > 0 && sent < output.count)
    ends.type("j")
    #expect(wait(answers, ends).answer?.sent == 0, "it takes nothing now")
  }

  @Test("A long line is read as far as there is room, and the end of input is told")
  func ends() throws {
    var ends = try Ends()
    ends.type(String(repeating: "a", count: 100))
    let full = wait(Self.answers(), ends)
    #expect(full.isFull && full.input?.count == 64 && wait(Self.answers(), ends).input?.count == 36)
    ends = try Ends()
    shutdown(ends.person, Int32(SHUT_WR))
    #expect(wait(Self.answers(), ends).input == [])
  }
}
