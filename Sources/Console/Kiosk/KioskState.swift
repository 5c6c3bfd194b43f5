import Policy
package import Screen

/// How a wall display was set up.
package struct KioskSettings: Hashable, Sendable {
  /// What it shows, in turn; never empty.
  package var pages: [KioskPage]
  /// Seconds for which a page stays.
  package var rotation: Double
  /// Nothing is shown that is not for everybody: no names, no cases, no reasons that name a file.
  package var isPublic: Bool
  /// A phrase ends it; else no key does anything.
  package var canUnlock: Bool
  /// The hours in which it is dimmed, in Shanghai; nil: never.
  package var night: NightHours?

  package init(
    pages: [KioskPage] = KioskPage.allCases, rotation: Double = 20, isPublic: Bool = false, canUnlock: Bool = false,
    night: NightHours? = .usual
  ) {
    self.pages = pages.isEmpty ? KioskPage.allCases : pages
    self.rotation = rotation.isFinite ? min(max(rotation, 1), 86_400) : 20
    self.isPublic = isPublic
    self.canUnlock = canUnlock
    self.night = night
  }
}

/// Hours of the night, from one through the hour before another: 22…6 goes over midnight.
package struct NightHours: Hashable, Sendable {
  package var from: Int
  package var to: Int

  package static let usual = NightHours(from: 22, to: 6)

  init(from: Int, to: Int) { (self.from, self.to) = (from, to) }

  /// `22-6`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let from = parts[0], let to = parts[1], (0...23).contains(from), (0...24).contains(to)
    else { return nil }
    self.init(from: from, to: to % 24)
  }

  func contains(hour: Int) -> Bool { from <= to ? hour >= from && hour < to : hour >= from || hour < to }
}

/// The wall display as a value. Behind it stands a console that no key ever reaches: its data, order and cases.
package struct KioskState: Sendable {
  package private(set) var settings: KioskSettings
  package internal(set) var console: ConsoleState
  /// A clock that only goes forward, in seconds.
  package internal(set) var uptime: Double
  /// How many pages were turned since the beginning.
  package internal(set) var turns = 0
  /// When the next page comes, on ``uptime``.
  package internal(set) var dueAt: Double
  /// What the file asks for; nil: there is none.
  package internal(set) var remote: KioskRemote?
  /// Until when the page is held, on ``uptime``; nil: it is not.
  package internal(set) var heldUntil: Double?
  /// What was typed of the phrase, never shown; nil: nobody types.
  package internal(set) var typed: String?
  /// When a key was pressed last, on ``uptime``.
  var typedAt = 0.0
  /// The phrase that is being checked.
  var isChecking = false
  /// Wrong phrases since the last pause, and until when no other is taken.
  var wrongPhrases = 0
  var refusesUntil = 0.0
  /// A wrong phrase is told until then.
  var toldWrongUntil = 0.0

  /// - Parameter now: seconds since 1970-01-01 UTC.
  package init(
    size: Size, settings: KioskSettings, console: ConsoleSettings, theme: Theme = .plain, now: Double, uptime: Double
  ) {
    self.settings = settings
    self.console = ConsoleState(size: size, settings: console, theme: theme, now: now)
    self.uptime = uptime
    dueAt = uptime + settings.rotation
  }

  package var language: Language { console.language }

  /// How it looks at this hour.
  package var theme: Theme { isNight ? console.theme.night : console.theme }

  package var page: KioskPage { settings.pages[place] }

  /// Which of the pages is shown, from 0.
  package var place: Int { turns % settings.pages.count }

  /// How often all pages have been gone through: what a page shows another of each time goes by it.
  package var round: Int { turns / settings.pages.count }

  package var isHeld: Bool { heldUntil.map { $0 > uptime } ?? false }

  /// Whole seconds until the next page.
  package var secondsLeft: Int { Int(max(0, dueAt - uptime).rounded(.up)) }

  /// The screen is dimmed: nobody is there, and what never changes would burn in.
  package var isNight: Bool {
    let clock = ShanghaiTime(seconds: console.now).clock
    return settings.night?.contains(hour: Int(clock.prefix(2)) ?? 12) ?? false
  }

  /// Cells by which the picture is moved, another way each minute: what stands still burns in.
  package var drift: Point {
    let minute = Int((uptime / 60).rounded(.down)) & 3
    return [Point(column: 0, row: 0), Point(column: 1, row: 0), Point(column: 1, row: 1), Point(column: 0, row: 1)][
      minute]
  }

  /// Seconds until something on the screen changes by itself: countdown and heartbeat go by the second.
  package var secondsToNextTick: Double { max(0.05, 1 - uptime.truncatingRemainder(dividingBy: 1)) }
}
