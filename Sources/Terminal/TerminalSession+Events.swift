import CNcurses
import Glibc
import Screen

extension TerminalSession {
  /// What happened since the last call; never waits.
  package func readEvents() -> [TerminalEvent] {
    guard isOpen else { return [.endOfInput] }
    let ready = readiness.take()
    if ready?.signals ?? true { handleSignals() }
    var keys: [Key] = []
    if !hasEnded, ready?.input ?? isReadable() { readKeys(into: &keys) }
    keys += decoder.expire(now: Monotonic.now)
    var events = queued + keys.map { .key($0) }
    queued = []
    if hasEnded { events.append(.endOfInput) }
    return events
  }

  private func handleSignals() {
    let happened = Int(cn_guard_take_events())
    if happened & cn_event_stop_asked != 0 {
      suspend()
    } else if happened & cn_event_continued != 0 {
      resume()
    } else if happened & cn_event_resized != 0 {
      updateSize()
      advance()
    }
  }

  /// Reads what is there, at most 64 KiB, so that a flood of keys does not keep the screen from being drawn.
  private func readKeys(into keys: inout [Key]) {
    let room = 4096
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { buffer in
      for _ in 0..<16 {
        let got = read(inputDescriptor, buffer.baseAddress, room)
        if got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR) { hasEnded = true }
        guard got > 0 else { return }
        keys += decoder.feed(buffer.prefix(got), now: Monotonic.now)
        // A terminal that does not fill the room has no more.
        guard got == room, isReadable() else { return }
      }
    }
  }

  private func isReadable() -> Bool {
    var request = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  /// Sleeps until a key or another event of the terminal comes, `wake` is signalled, or the time is over.
  /// - Parameter timeoutMilliseconds: nil waits without end.
  package func wait(wake: WakePipe?, timeoutMilliseconds: Int?) -> WaitResult {
    guard isOpen else { return .terminal }
    let end = timeoutMilliseconds.map { Monotonic.now.addingReportingOverflow(max(0, $0)).partialValue }
    while true {
      advance()
      if !queued.isEmpty || hasEnded || outbox.isBroken { return outbox.isBroken ? finished() : .terminal }
      let due = [end, decoder.deadline].compactMap { $0 }.min()
      let woken = sleep(wake: wake, until: due)
      if !woken.isEmpty { return woken }
      let now = Monotonic.now
      if let deadline = decoder.deadline, now >= deadline { return .terminal }
      if let end, now >= end { return .timedOut }
    }
  }

  private func finished() -> WaitResult {
    hasEnded = true
    return .terminal
  }

  private func sleep(wake: WakePipe?, until due: Int?) -> WaitResult {
    // A negative descriptor is one that poll leaves out.
    var requests = [
      pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: cn_guard_descriptor(), events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: outbox.isEmpty ? -1 : inputDescriptor, events: Int16(POLLOUT), revents: 0),
    ]
    let timeout = due.map { Int32(clamping: max(0, $0 - Monotonic.now)) } ?? -1
    let count = poll(&requests, nfds_t(requests.count), timeout)
    if count >= 0 { readiness = Readiness(input: requests[0].revents != 0, signals: requests[1].revents != 0) }
    guard count > 0 else { return [] }
    var result: WaitResult = []
    if requests[0].revents != 0 || requests[1].revents != 0 { result.insert(.terminal) }
    if let wake, requests[2].revents != 0 {
      wake.clear()
      result.insert(.woken)
    }
    return result
  }
}
