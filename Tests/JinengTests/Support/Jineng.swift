import Glibc
import PseudoTerminal
import Testing

/// The built program, run without a terminal.
enum Jineng {
  static let path = Spawn.builtPrograms + "/jineng"

  /// How a run ended.
  struct Result {
    /// The exit status, or 128 + n for signal n, as a shell tells it.
    var status: Int
    var out: [UInt8]
    var err: [UInt8]

    var text: String { String(decoding: out, as: UTF8.self) }
    var complaint: String { String(decoding: err, as: UTF8.self) }
  }

  /// Where standard output goes, if not to the test.
  enum Sink {
    case test
    /// A pipe that nobody reads.
    case closedPipe
    case file(String)
  }

  /// Runs it in the home's working directory until it ends; one that takes over a minute is killed.
  static func run(
    _ arguments: [String], in home: Home, environment changes: [String: String?] = [:], sink: Sink = .test,
    through wrapper: [String] = []
  ) throws -> Result {
    let out = try Pipe()
    let err = try Pipe()
    var output = out.end
    switch sink {
    case .test: break
    case .closedPipe: out.closeReader()
    case .file(let path): output = open(path, O_WRONLY | O_CLOEXEC)
    }
    let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
    let command = ["-C", home.work.path] + wrapper + [path] + arguments
    let process = try Spawn.plainly(
      "/usr/bin/env", command, environment: home.environment(changes), descriptors: [input, output, err.end])
    close(input)
    if output != out.end { close(output) }
    out.closeEnd()
    err.closeEnd()
    let limit = Clock.now + 60
    Pipe.read(out, err, until: limit)
    if Clock.now >= limit { kill(process, SIGKILL) }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    let signal = Int(status & 0x7f)
    return Result(
      status: signal == 0 ? Int(status >> 8 & 0xff) : 128 + signal, out: out.bytes, err: err.bytes)
  }

  /// Runs it and expects a status; the complaint is told where it is another.
  static func run(
    _ arguments: [String], in home: Home, environment: [String: String?] = [:], expecting status: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Result {
    let result = try run(arguments, in: home, environment: environment)
    #expect(
      result.status == status, "\(arguments.debugDescription): \(result.complaint.debugDescription)",
      sourceLocation: sourceLocation)
    return result
  }
}

/// One direction of talk with a child.
private final class Pipe {
  private(set) var bytes: [UInt8] = []
  private var reader: Int32
  private(set) var end: Int32

  init() throws {
    var pair: [Int32] = [0, 0]
    // Sockets are closed for other children from the start; pipes could not be.
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { throw PseudoTerminal.Failure.system("socketpair", errno) }
    (reader, end) = (pair[0], pair[1])
  }

  deinit {
    closeReader()
    closeEnd()
  }

  func closeReader() {
    if reader >= 0 { close(reader) }
    reader = -1
  }

  func closeEnd() {
    if end >= 0 { close(end) }
    end = -1
  }

  /// Reads both until both have ended or the time is over.
  static func read(_ first: Pipe, _ second: Pipe, until limit: Double) {
    while first.reader >= 0 || second.reader >= 0, Clock.now < limit {
      var requests = [first, second].map { pollfd(fd: $0.reader, events: Int16(POLLIN), revents: 0) }
      guard poll(&requests, 2, 1000) > 0 else { continue }
      if requests[0].revents != 0 { first.take() }
      if requests[1].revents != 0 { second.take() }
    }
  }

  private func take() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(reader, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { closeReader() }
  }
}
