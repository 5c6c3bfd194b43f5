package import Glibc

/// Starting processes, without fork.
package enum Spawn {
  /// Starts a program as the leader of a new session whose terminal is `device`.
  package static func onTerminal(
    _ device: String, program: String, arguments: [String], environment: [String: String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // A session's leader that opens a terminal gets it as its own.
    posix_spawn_file_actions_addopen(&actions, 0, device, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let newSession: Int16 = 0x80
    return try start(program, arguments, environment, &actions, flags: newSession)
  }

  /// Starts a program with the given descriptors as its standard ones.
  package static func plainly(
    _ program: String, _ arguments: [String], environment: [String: String], descriptors: [Int32]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    let newSession: Int16 = 0x80
    return try start(program, arguments, environment, &actions, flags: newSession)
  }

  /// Signals are as a login shell has them, whatever the tests' own parents did to theirs.
  private static func start(
    _ program: String, _ arguments: [String], _ environment: [String: String],
    _ actions: inout posix_spawn_file_actions_t, flags: Int16
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, flags | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, program, &actions, &attributes, argv, envp)
    guard result == 0 else { throw PseudoTerminal.Failure.system(program, result) }
    return process
  }

  /// The directory of the test bundle, where the built programs are.
  package static var builtPrograms: String {
    let arguments = CommandLine.arguments
    let bundle =
      arguments.firstIndex(of: "--test-bundle-path").flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
      ?? ownPath
    return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }

  private static var ownPath: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, 4096)
    return String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether a process still does something: it exists and is not waiting to be buried.
  package static func isAlive(_ process: pid_t) -> Bool {
    guard let file = fopen("/proc/\(process)/stat", "re") else { return false }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = fread(&buffer, 1, 512, file)
    let text = String(decoding: buffer.prefix(count), as: UTF8.self)
    guard let state = text.split(separator: ")").last?.split(separator: " ").first else { return false }
    return state != "Z" && state != "X"
  }

  /// How many hundredths of a second of processor time a process has used.
  package static func processorTime(_ process: pid_t) -> Int? {
    guard let file = fopen("/proc/\(process)/stat", "re") else { return nil }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = fread(&buffer, 1, 512, file)
    let text = String(decoding: buffer.prefix(count), as: UTF8.self)
    guard let fields = text.split(separator: ")").last?.split(separator: " "), fields.count > 12 else { return nil }
    return (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
  }
}

/// Seconds of a clock that only goes forward.
package enum Clock {
  package static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Asks again and again until it holds; false when it does not within the time.
  package static func wait(seconds: Double, until condition: () -> Bool) -> Bool {
    let deadline = now + seconds
    while !condition() {
      if now > deadline { return false }
      poll(nil, 0, 5)
    }
    return true
  }
}
