/// A program on the track, with what it is to read.
struct Racer {
  let kind: Peers.Kind
  let name: String
  let program: String
  let arguments: [String]
  var environment: [String: String] = [:]
  /// Whether it prints the seconds that it took without being started.
  var timesItself = false

  /// A build of ours, reporting on a directory.
  init(name: String, program: String, input: Input) {
    kind = .other
    self.name = name
    self.program = program
    arguments = Bench.report(input.directory)
  }

  init(_ peer: Peers.Peer, input: Input) {
    kind = peer.kind
    name = peer.name
    program = peer.program
    arguments = peer.arguments(input)
    environment = peer.environment
    timesItself = peer.timesItself
  }
}

/// Programs that do the same one after the other, round by round, so that what else the machine does weighs on all.
enum Race {
  /// What one program took, by round.
  struct Result {
    /// Seconds from before its start until it was over.
    var wall: [Double] = []
    /// Seconds that it says it took itself.
    var own: [Double] = []
    /// Seconds of processor time.
    var processor: [Double] = []
    /// KiB at most.
    var peak = 0
  }

  /// One round more than asked for is run: the first does not count. Every run finds an empty cache folder.
  static func run(_ racers: [Racer], rounds: Int, _ bench: Bench) throws -> [Result] {
    var results = racers.map { _ in Result() }
    let output = bench.folder + "/output"
    for round in 0...rounds {
      for (index, racer) in racers.enumerated() {
        let environment = bench.environment(cache: nil).merging(racer.environment) { $1 }
        let once = try Once.run(
          racer.program, racer.arguments, environment: environment, output: racer.timesItself ? output : "/dev/null")
        guard once.status == 0 else { throw Bench.Trouble.cannot("\(racer.name): ended with \(once.status)") }
        guard round > 0 else { continue }
        results[index].wall.append(once.wall)
        results[index].processor.append(once.processor)
        results[index].peak = max(results[index].peak, once.peak)
        if racer.timesItself {
          results[index].own.append(Double(Files.text(output).prefix { $0 != "\n" }) ?? .nan)
        }
      }
    }
    return results
  }
}
