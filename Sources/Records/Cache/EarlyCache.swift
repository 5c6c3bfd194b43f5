import Synchronization

/// Reads a directory's cache on a thread of its own while the directory is walked and the plan is read.
final class EarlyCache: Sendable {
  private struct State: Sendable {
    var worker: Worker?
    var path = ""
    var body: CacheFile.Body?
  }

  private let state = Mutex(State())

  /// Begins to read; nil where the directory has no cache.
  init?(_ source: DirectorySource) {
    guard source.cacheFolder != nil else { return nil }
    let worker = Worker { [self] in
      guard let realRoot = try? FileSource.realPath(source.rootBytes).get(),
        let path = CacheFile.path(source, realRoot: realRoot)
      else { return }
      let body = CacheFile.body(at: path)
      state.withLock {
        $0.path = path
        $0.body = body
      }
    }
    guard let worker else { return nil }
    state.withLock { $0.worker = worker }
  }

  /// What was found at a path, once; nil where another path was read.
  func body(at path: String) -> CacheFile.Body? {
    end()
    return state.withLock { state in
      defer { state.body = nil }
      return state.path == path ? state.body : nil
    }
  }

  /// Waits until it has read. Must be called before it goes.
  func end() {
    let worker = state.withLock { state in
      defer { state.worker = nil }
      return state.worker
    }
    worker?.join()
  }
}
