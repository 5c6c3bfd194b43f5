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
    if !received.isEmpty {
      keys += decode(received)
      received = []
    }
    if !hasEnded, ready?.input ?? isReadable() { readKeys(into: &keys) }
    keys += decoder.expire(now: Monotonic.now)
    if answered == nil { answer(keys) }
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
        keys += decode(buffer.prefix(got))
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
    let timeout = due.map { Int32(clamping: max(0, $0 - Monotonic.now)) } ?? -1
    let waited = answers.wait(
      input: inputDescriptor, wake: wake?.descriptor ?? -1, wantsOutput: !outbox.isEmpty, timeout: timeout,
      isArmed: isArmed)
    if let (place, sent) = waited.answer { takeOver(prepared[place], sent: sent) }
    take(waited)
    var result: WaitResult = []
    if waited.has(cn_ready_input) || waited.has(cn_ready_signals) { result.insert(.terminal) }
    if let wake, waited.has(cn_ready_wake) {
      wake.clear()
      result.insert(.woken)
    }
    return result
  }

  /// What a wait found is not looked for again by the reads behind it.
  private func take(_ waited: Answers.Waited) {
    received += waited.input ?? []
    if waited.input?.isEmpty ?? false { hasEnded = true }
    guard waited.ready != nil else { return }
    readiness = Readiness(
      input: waited.has(cn_ready_input) && (waited.input == nil || waited.isFull && isReadable()),
      signals: waited.has(cn_ready_signals))
  }
}
