import Glibc

/// Holds back the signals that ask the program to end, so that one thread can wait for them and tidy up first.
///
/// What is ignored, as under `nohup`, stays ignored.
struct EndingSignals {
  /// By which another thread wakes the one that waits. Nobody sends it to a program, and by itself it does nothing.
  static let wake = SIGURG

  private var awaited = sigset_t()
  private var before = sigset_t()
  private let ending: [Int32]

  init() {
    ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].filter { number in
      var action = sigaction()
      sigaction(number, nil, &action)
      return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self)
    }
    sigemptyset(&awaited)
    for number in ending + [EndingSignals.wake] { sigaddset(&awaited, number) }
    pthread_sigmask(SIG_BLOCK, &awaited, &before)
  }

  /// Waits so long, or until one of them comes, which it gives, or until ``wake``.
  func wait(seconds: Double) -> Int32? {
    let seconds = min(max(0, seconds), 3_600)
    let whole = seconds.rounded(.down)
    var time = timespec(tv_sec: Int(whole), tv_nsec: Int((seconds - whole) * 1e9))
    var awaited = awaited
    let number = sigtimedwait(&awaited, nil, &time)
    return ending.contains(number) ? number : nil
  }

  /// Lets them through again.
  func restore() {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// Ends the program by a signal that was waited for.
  func end(by number: Int32) -> Never {
    signal(number, SIG_DFL)
    var only = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, number)
    pthread_sigmask(SIG_UNBLOCK, &only, nil)
    raise(number)
    _exit(128 + number)
  }
}
