import Glibc
import Policy

/// Walks over a data directory and lists what it holds.
struct Walk {
  /// The data directory as it was named.
  let root: [UInt8]

  private var listing = Listing()
  private var entered: [FileIdentity] = []
  private var linkedDirectories = 0

  /// Deeper folders, and more folders reached through links, are refused: links can multiply without end.
  private static let deepest = 64
  private static let mostLinkedDirectories = 10_000

  private init(root: [UInt8]) { self.root = root }

  /// Everything in the directory at `root`; throws where there is no directory.
  static func list(_ root: [UInt8]) throws(DirectoryFault) -> Listing {
    var status = stat()
    guard stat(Folder.cString(root), &status) == 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(ReadFault(errno: errno).reason)
    }
    guard NodeKind(status) == .directory else { throw .notADirectory }
    var walk = Walk(root: root)
    walk.listing.root = FileIdentity(status)
    switch FileSource.realPath(root) {
    case .success(let real): walk.listing.realRoot = real
    case .failure(let fault): throw .unreadable(fault.reason)
    }
    let folder: Folder
    do throws(Folder.Refusal) { folder = try Folder(root) } catch {
      throw .unreadable(ReadFault(errno: error.code).reason)
    }
    walk.listing.directories.append(RawPath())
    walk.entered = [walk.listing.root]
    for index in folder.indices { walk.visitTop(index, of: folder) }
    walk.listing.files.sort { $0.path < $1.path }
    return walk.listing
  }

  /// The absolute path of a path below `root`.
  static func absolute(_ root: [UInt8], _ path: RawPath) -> [UInt8] {
    path.bytes.isEmpty ? root : root + [UInt8(ascii: "/")] + path.bytes
  }

  private mutating func visitTop(_ index: Int, of folder: Folder) {
    let name = folder[index]
    if name.elementsEqual(NodeNames.sampleMarker) { listing.sample = true }
    if NodeNames.isIgnored(name) { return }
    let path = RawPath(Array(name))
    let node = look(index, of: folder, path)
    if name.elementsEqual(NodeNames.plan) {
      switch node {
      case .file(let identity): listing.plan = .file(identity)
      case .directory, .other: listing.plan = .refused(ReadFault.notRegular.reason)
      case .refused(let reason): listing.plan = .refused(reason)
      case .gone: break
      }
    } else if let table = NodeNames.table(folder: name) {
      switch node {
      case .directory(let identity): enter(path, identity, table)
      case .file: note(path, .unknownTable, NodeNames.whyUnused(name))
      case .other: note(path, .unreadable, ReadFault.notRegular.reason)
      case .refused(let reason): note(path, .unreadable, reason)
      case .gone: break
      }
    } else if let table = NodeNames.table(file: name), let format = NodeNames.format(name) {
      if case .directory = node {
        note(path, .unreadable, ReadFault.notRegular.reason)
      } else {
        add(path, table, format, node)
      }
    } else if case .gone = node {
      return
    } else {
      note(path, .unknownTable, NodeNames.whyUnused(name))
    }
  }

  private mutating func visit(_ index: Int, of folder: Folder, at parent: RawPath, _ table: Table) {
    let name = folder[index]
    if NodeNames.isIgnored(name) { return }
    let path = parent.appending(name)
    let node = look(index, of: folder, path)
    if case .directory(let identity) = node {
      enter(path, identity, table)
    } else if let format = NodeNames.format(name) {
      add(path, table, format, node)
    } else {
      switch node {
      case .gone, .directory: break
      case .file: note(path, .unknownTable, NodeNames.whyUnused(name))
      case .other: note(path, .unreadable, ReadFault.notRegular.reason)
      case .refused where pointsAtFile(index, of: folder): note(path, .unknownTable, NodeNames.whyUnused(name))
      case .refused(let reason): note(path, .unreadable, reason)
      }
    }
  }

  private mutating func enter(_ path: RawPath, _ identity: FileIdentity, _ table: Table) {
    guard !entered.contains(where: { $0.isSameFile(as: identity) }), entered.count < Walk.deepest,
      linkedDirectories < Walk.mostLinkedDirectories
    else { return note(path, .unreadable, ReadFault(errno: ELOOP).reason) }
    let folder: Folder
    do throws(Folder.Refusal) { folder = try Folder(Walk.absolute(root, path)) } catch {
      return refuse(path, error.code)
    }
    listing.directories.append(path)
    entered.append(identity)
    for index in folder.indices { visit(index, of: folder, at: path, table) }
    entered.removeLast()
  }

  private mutating func add(_ path: RawPath, _ table: Table, _ format: FileFormat, _ node: Node) {
    let listed: ListedFile.Node
    switch node {
    case .file(let identity): listed = .file(identity)
    case .directory, .other: listed = .refused(ReadFault.notRegular.reason)
    case .refused(let reason): listed = .refused(reason)
    case .gone: return
    }
    listing.files.append(ListedFile(path: path, table: table, format: format, node: listed))
  }

  private mutating func note(_ path: RawPath, _ code: ProblemCode, _ detail: String? = nil) {
    listing.problems.append(ListedProblem(path: path, code: code, detail: detail))
  }

  // MARK: The file system

  /// What stands under a name once links are followed.
  private enum Node {
    case file(FileIdentity)
    case directory(FileIdentity)
    case other
    case refused(String)
    /// It went between the listing of its folder and the look at it.
    case gone
  }

  private mutating func look(_ index: Int, of folder: Folder, _ path: RawPath) -> Node {
    var status = stat()
    let code = folder.look(at: index, into: &status)
    guard code == 0 else { return code == ENOENT ? .gone : .refused(ReadFault(errno: code).reason) }
    let isLink = NodeKind(status) == .link
    if isLink {
      switch FileSource.realPath(Walk.absolute(root, path)) {
      case .failure(let fault): return .refused(fault.reason)
      case .success(let real):
        guard FileSource.isInside(real, listing.realRoot) else { return .refused(ReadFault.outside.reason) }
      }
      let code = folder.look(at: index, into: &status, followingLinks: true)
      guard code == 0 else { return .refused(ReadFault(errno: code).reason) }
    }
    switch NodeKind(status) {
    case .regular: return .file(FileIdentity(status))
    case .directory:
      if isLink { linkedDirectories += 1 }
      return .directory(FileIdentity(status))
    case .link, .other: return .other
    }
  }

  /// Whether a link, wherever it leads, ends at a file.
  private func pointsAtFile(_ index: Int, of folder: Folder) -> Bool {
    var status = stat()
    return folder.look(at: index, into: &status, followingLinks: true) == 0 && NodeKind(status) == .regular
  }

  /// A folder that cannot be listed; one that went meanwhile is gone, and so is what it held.
  private mutating func refuse(_ path: RawPath, _ code: Int32) {
    if code == ENOENT { return listing.directories.append(path) }
    listing.unlisted.insert(path)
    note(path, .unreadable, ReadFault(errno: code).reason)
  }
}

/// Why a directory cannot be used as a data directory.
enum DirectoryFault: Error, Hashable, Sendable {
  case missing
  case notADirectory
  case unreadable(String)
}
