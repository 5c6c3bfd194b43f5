import Glibc
import Policy

/// The built-in plan, which nearly every command needs, is decoded while the arguments are understood.
struct HeadStart {
  private var thread: pthread_t?

  /// Begins; whoever needs the plan before it is there waits for it. Where no thread can be had, nothing has begun.
  init() {
    // A signal must find the thread that knows what to do about it.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var begun = pthread_t()
    let status = pthread_create(
      &begun, nil,
      { _ in
        _ = try? Plan.builtIn()
        return nil
      }, nil)
    thread = status == 0 ? begun : nil
  }

  /// Waits until it is done: nothing may run on while the program ends.
  func end() {
    if let thread { pthread_join(thread, nil) }
  }
}
