import ArgumentParser
import CSupervisor
import Console
import Glibc
import Policy
import Screen

/// `jineng kiosk`: the locked display on a wall.
struct KioskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiosk", abstract: "Show pages in turn on a wall, locked: no key leaves it.")

  @OptionGroup var options: CommonOptions

  @Option(help: "Seconds for which a page stays (default 20).")
  var rotate: Double?

  @Option(help: "Which pages, in this order: overview,map,ranking,measures,district.")
  var pages: String?

  @Flag(name: .customLong("public"), help: "For everybody's eyes: no names, no cases, no file names.")
  var isPublic = false

  @Option(help: "Hours of the night in which it is dimmed, such as 22-6, or off.")
  var night: String?

  @Option(help: "Seconds without a sign of life after which the supervisor begins it anew (default 60).")
  var patience: Int?

  @Flag(help: "Without the supervisor that begins it anew whatever happens.")
  var unsupervised = false

  @Flag(name: .customLong("hash-phrase"), help: "Only make the line for the config file of a phrase to unlock it by.")
  var hashesPhrase = false

  func run() throws {
    if hashesPhrase { return try NewPhrase.tell() }
    let config = ConfigFile.read()
    let kiosk = try kioskSettings(config.kiosk)
    let life = cs_supervised()
    if life < 0, !unsupervised {
      // What cannot be used is told before anything is begun.
      _ = try Settings(options, kiosk: true)
      let patience = patience ?? config.kiosk.patience ?? KioskSupervisor.patience
      throw Outcome(status: KioskSupervisor.run(patience: patience), message: "")
    }
    var loop = try KioskLoop(
      settings: Settings(options, kiosk: true), kiosk: kiosk, phrase: config.kiosk.unlock, life: life)
    try loop.run()
  }

  private func kioskSettings(_ config: KioskConfig) throws -> KioskSettings {
    if let rotate, !(1...86_400).contains(rotate) { throw ValidationError("--rotate takes 1 to 86400 seconds") }
    var settings = KioskSettings(isPublic: isPublic, canUnlock: config.unlock != nil)
    if let patience, !KioskConfig.patienceRange.contains(patience) {
      throw ValidationError("--patience takes 5 to 3600 seconds")
    }
    if let pages {
      guard let list = KioskPage.list(pages) else {
        let known = KioskPage.allCases.map(\.rawValue).joined(separator: ",")
        throw ValidationError("--pages \(pages): names of pages with commas between them: \(known)")
      }
      settings.pages = list
    } else if let list = config.pages {
      settings.pages = list
    }
    settings.rotation = rotate ?? config.rotation ?? settings.rotation
    if let night {
      settings.night = NightHours(night)
      if settings.night == nil, night != "off" {
        throw ValidationError("--night \(night): two hours such as 22-6, or off")
      }
    } else if let night = config.night {
      settings.night = NightHours(night)
    }
    return settings
  }
}

/// The program, begun by a supervisor that outlives it.
enum KioskSupervisor {
  /// Seconds without a sign of life after which it is begun anew, where nothing else is said.
  static let patience = 60
  private static let notice = "jineng  正在恢复显示 / restarting the display"

  /// Returns when it is over, with the exit status.
  static func run(patience: Int) -> Int32 {
    var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    return KioskSupervisor.notice.withCString { notice in
      "/proc/self/exe".withCString { path in
        arguments.withUnsafeBufferPointer { list in
          var program = cs_program(
            path: path, arguments: list.baseAddress, patience: Int32(clamping: patience), first_pause: 500,
            longest_pause: 60_000,
            notice: notice)
          return cs_supervise(&program)
        }
      }
    }
  }
}

/// Asks for a phrase and prints what belongs into the config file.
enum NewPhrase {
  private static let least = 6

  static func tell() throws(Outcome) {
    let isTerminal = isatty(STDIN_FILENO) == 1
    var before = termios()
    if isTerminal {
      Output.tell("Phrase (not shown): ")
      tcgetattr(STDIN_FILENO, &before)
      var silent = before
      silent.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    }
    let line = readLine() ?? ""
    if isTerminal {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      Output.tell("\n")
    }
    guard line.count >= least else { throw .usage("a phrase of at least \(least) characters is needed") }
    guard Output.write("[kiosk]\nunlock = \"\(PhraseHash(of: line).text)\"\n") else { throw .cannotWrite }
  }
}
