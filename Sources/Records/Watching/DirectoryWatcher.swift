public import Policy
public final class DirectoryWatcher: Sendable {
  public init(reader: DirectoryReader, onSnapshot: @escaping @Sendable (Snapshot) -> Void) {}
  public func start() {}
  public func rescanNow() {}
  public func stop() {}
}
