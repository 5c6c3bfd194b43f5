import Glibc
import Policy

/// The plan by which records are judged, and where it came from.
struct PlanInForce: Sendable {
  /// The plan.
  var plan: Plan
  /// SHA-256 of its file's text; nil: the built-in one.
  var digest: String?
  /// Keys of its file that mean nothing.
  var notices: [Problem] = []
  /// What stood under its file's name; nil: nothing, and the plan is the built-in one.
  var node: ListedFile.Node?
  /// Why a newer version of its file is not in force; nil while the newest is.
  var refusal: String?
}

/// Finds and reads the plan: a named file, else the directory's own, else the built-in one.
struct PlanSource: Sendable {
  let source: DirectorySource

  /// A larger file is no plan, in bytes.
  private static let largest: Int64 = 64 << 20

  /// How problems name the plan's file.
  var path: String { source.planFile ?? "plan.toml" }

  /// What stands under the plan's name now; nil where there is nothing and the built-in plan is meant.
  func node(_ listing: Listing) -> ListedFile.Node? {
    guard let file = source.planFile else { return listing.plan }
    var status = stat()
    guard stat(file, &status) == 0 else { return .refused(ReadFault(errno: errno).reason) }
    return NodeKind(status) == .regular ? .file(FileIdentity(status)) : .refused(ReadFault.notRegular.reason)
  }

  /// Reads the plan.
  func read(_ listing: Listing) throws(DirectoryError) -> PlanInForce {
    guard let node = node(listing) else {
      do throws(PlanError) { return PlanInForce(plan: try Plan.builtIn()) } catch { throw .plan(error) }
    }
    if case .refused(let reason) = node { throw .unreadable(path: path, reason: reason) }
    let content: FileContent
    do throws(ReadFault) {
      if let file = source.planFile {
        content = try FileSource(realRoot: nil).read(Array(file.utf8), upTo: PlanSource.largest)
      } else {
        content = try FileSource(realRoot: listing.realRoot)
          .read(Walk.absolute(source.rootBytes, RawPath(NodeNames.plan)), upTo: PlanSource.largest)
      }
    } catch { throw .unreadable(path: path, reason: error.reason) }
    guard let text = String(validating: content.bytes, as: UTF8.self) else {
      throw .unreadable(path: path, reason: "not UTF-8 text")
    }
    do throws(PlanError) {
      let read = try Plan.read(toml: text, file: path)
      return PlanInForce(
        plan: read.plan, digest: Digest.text(content.bytes), notices: read.notices, node: .file(content.identity))
    } catch { throw .plan(error) }
  }
}

extension DirectoryError {
  /// The reason alone, for a problem that already names its file.
  var reason: String {
    switch self {
    case .missing: "it is gone"
    case .notADirectory: "not a directory"
    case .unreadable(_, let reason): reason
    case .plan(let error): error.description
    case .cancelled: ReadFault.cancelled.reason
    }
  }
}
