import Console
import Glibc
import Records
import Screen
import Synchronization

/// Sees that the theme's file has changed while the console runs, reads it, and posts what came of it to the loop.
///
/// It has no timer of its own: whoever looks at something each second lets it look, too. A look that finds nothing costs
/// one `stat`.
final class ThemeFeed: Sendable {
  private let path: String
  private let name: String
  private let mailbox: Mailbox
  private let log: Log?
  private let watch: Mutex<Watch>

  private struct Watch: Sendable {
    /// The state that was told of last; nil: no file.
    var told: FileIdentity?
    /// What the last look saw, and when, on the clock that only goes forward.
    var seen: FileIdentity?
    var looked = -Double.infinity
  }

  /// Looks closer to one another, in seconds, are one look.
  private static let interval = 0.5

  init(settings: Settings, mailbox: Mailbox, log: Log?) {
    path = settings.themeFile.path
    name = settings.theme.name
    self.mailbox = mailbox
    self.log = log
    let identity = settings.themeFile.identity
    watch = Mutex(Watch(told: identity, seen: identity))
  }

  /// Looks once. Another state counts when two looks in a row saw it: a file that is being written is left alone.
  func look() {
    let uptime = Clock.uptime
    let isSoon = watch.withLock { watch in
      if uptime - watch.looked < ThemeFeed.interval { return true }
      watch.looked = uptime
      return false
    }
    if isSoon { return }
    let now: FileIdentity?
    // What cannot be looked at now may be there again with the next look.
    do throws(SmallFile.Trouble) { now = try SmallFile.identity(at: path) } catch { return }
    let isSettled = watch.withLock { watch in
      defer { watch.seen = now }
      return now != watch.told && now == watch.seen
    }
    guard isSettled else { return }
    let (outcome, identity) = read()
    // It changed again: the next looks will see.
    guard identity == now else { return }
    watch.withLock { $0.told = now }
    let news = ThemeNews(file: name + ".toml", outcome)
    log?.note("theme", ThemeText.text(news, .en).string)
    mailbox.post(.themeRead(news))
  }

  private func read() -> (ThemeNews.Outcome, FileIdentity?) {
    let file: SmallFile
    do throws(SmallFile.Trouble) { file = try SmallFile(at: path) } catch {
      guard case .unreadable(let reason) = error else { return (.removed, nil) }
      return (.unreadable(reason), try? SmallFile.identity(at: path))
    }
    do throws(ThemeError) {
      var unknown: [ThemeFault] = []
      let theme = try Theme.read(toml: file.text, name: name) { unknown.append(ThemeFault(unknown: $0)) }
      return (.read(theme, unknown: unknown), file.identity)
    } catch {
      return (.broken(ThemeFault(error)), file.identity)
    }
  }
}
