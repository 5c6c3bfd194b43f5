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
  /// Why a newer version of its file is not in force; empty while the newest is.
  var refusal: [Problem] = []
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
    guard let written = try text(listing) else {
      do throws(PlanError) { return PlanInForce(plan: try Plan.builtIn()) } catch { throw .plan(error) }
    }
    do throws(PlanError) {
      let read = try Plan.read(toml: written.text, file: path)
      return PlanInForce(
        plan: read.plan, digest: written.digest, notices: read.notices, node: .file(written.identity))
    } catch { throw .plan(error) }
  }

  /// What stands in the plan's file.
  struct Written {
    var text: String
    var digest: String
    var identity: FileIdentity
  }

  /// The text of the plan's file; nil where there is none and the built-in plan is meant.
  func text(_ listing: Listing) throws(DirectoryError) -> Written? {
    guard let node = node(listing) else { return nil }
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
    return Written(text: text, digest: Digest.text(content.bytes), identity: content.identity)
  }
}

extension DirectoryError {
  /// The reason alone, for a message that already says what cannot be read.
  var reason: String {
    switch self {
    case .missing: "it is gone"
    case .notADirectory: "not a directory"
    case .unreadable(_, let reason): reason
    case .plan(let error): error.description
    case .cancelled: ReadFault.cancelled.reason
    }
  }

  /// What is wrong with a plan of this path that is not taken while the last good one stays in force.
  func problems(ofPlan path: String) -> [Problem] {
    guard case .plan(let error) = self else { return [Problem(path: path, code: .unreadable, detail: reason)] }
    return error.faults.map { Problem($0, code: .badPlan) }
  }
}
