/// What a part refers to: the parts' names by id, and by the end of their type.
final class Relationships: XMLSink {
  struct Target {
    /// The last piece of its type: `worksheet`, `styles` …
    var kind: String
    /// Its name in the container.
    var part: String
  }

  private(set) var targets: [String: Target] = [:]
  private let folder: [Substring]

  /// The relationships of `part` (empty: of the container); none where they are not told.
  init(of part: String, in container: ZipContainer) throws(WorkbookFault) {
    let pieces = part.split(separator: "/")
    folder = Array(pieces.dropLast())
    super.init()
    let name = (folder + ["_rels", (pieces.last ?? "") + ".rels"]).joined(separator: "/")
    if container.holds(name) { try XMLStream.read(container, name, self) }
  }

  /// The part of a kind; the one with the lowest id where there are several.
  func part(_ kind: String) -> String? {
    targets.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.part
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    guard depth == 2, name("Relationship"), let id = attributes.string("Id"), let target = attributes.string("Target"),
      attributes.string("TargetMode") != "External"
    else { return }
    guard targets.count < WorkbookLimits.relationships else {
      fault = .tooMuch(.relationships)
      return
    }
    let kind = attributes.string("Type").flatMap { $0.split(separator: "/").last.map(String.init) } ?? ""
    targets[id] = Target(kind: kind, part: resolved(target))
  }

  /// The name in the container that a target means.
  private func resolved(_ target: String) -> String {
    var pieces = target.utf8.first == UInt8(ascii: "/") ? [] : folder
    for piece in target.split(separator: "/") {
      switch piece {
      case ".": break
      case "..": _ = pieces.popLast()
      default: pieces.append(piece)
      }
    }
    return pieces.joined(separator: "/")
  }
}
