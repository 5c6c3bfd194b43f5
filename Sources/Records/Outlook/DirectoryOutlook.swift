import Glibc
import Policy

/// What can be said of a data directory without reading a record.
public struct DirectoryOutlook: Hashable, Sendable {
  /// Files of tables.
  public var files = 0
  /// What they hold, in bytes.
  public var bytes: Int64 = 0
  /// Those of them, and folders, that cannot be read.
  public var unreadable = 0
  /// Files that belong to no table.
  public var strangers = 0
  /// Directories in it, itself included: what the kernel is to watch.
  public var directories = 0
  /// When a file was written last, in seconds since 1970-01-01 UTC by the clock of who wrote it; nil without files.
  public var newest: Double?
}

extension DirectorySource {
  /// Looks at the names.
  /// - Throws: ``DirectoryError`` where there is no directory, or it cannot be listed.
  public func outlook() throws(DirectoryError) -> DirectoryOutlook {
    let listing = try listed()
    var outlook = DirectoryOutlook(
      files: listing.files.count, bytes: listing.bytes, directories: listing.directories.count)
    for file in listing.files {
      switch file.node {
      case .file(let identity):
        let path = Walk.absolute(rootBytes, file.path)
        if faccessat(AT_FDCWD, Folder.cString(path), R_OK, AT_EACCESS) != 0 { outlook.unreadable += 1 }
        outlook.newest = max(outlook.newest ?? -.infinity, identity.modifiedSeconds)
      case .refused: outlook.unreadable += 1
      }
    }
    outlook.unreadable += listing.problems.count { $0.code == .unreadable }
    outlook.strangers = listing.problems.count { $0.code == .unknownTable }
    return outlook
  }

  /// Asks the kernel to tell of changes, as a console does, and takes that back at once.
  ///
  /// - Returns: whether it will tell of every directory.
  /// - Throws: ``DirectoryError`` where there is no directory, or it cannot be listed.
  public func canBeWatched() throws(DirectoryError) -> Bool {
    let listing = try listed()
    var notifier = Notifier()
    _ = notifier.watch(rootBytes, listing.directories)
    return !notifier.isBlind
  }

  private func listed() throws(DirectoryError) -> Listing {
    do throws(DirectoryFault) { return try Walk.list(rootBytes) } catch { throw error.told(of: root) }
  }
}
