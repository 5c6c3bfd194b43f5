/// What parts of a picture looked like when they were drawn last, for the next one.
///
/// A part is taken from memory where its name, its stamp and its room are the same as before. Who hands out stamps sees to
/// it that a part of the same stamp looks the same. Without a memory every picture is drawn anew, and is the same picture.
package final class FrameMemory {
  /// Parts of one kind that belong together, such as the rows of a table: all go when one of their conditions changes.
  struct Conditions: Equatable {
    var stamp: Int
    /// Where the parts have been scrolled to.
    var place = 0
    var slots: [TableLayout.Slot] = []
  }

  /// A part as it was drawn.
  struct Patch {
    var size: Size
    var cells: [[Cell]]
  }

  private struct Kind {
    var conditions: Conditions
    var patches: [String: Patch] = [:]
  }

  private var kinds: [String: Kind] = [:]
  private var empty: Frame?

  /// So many kinds, of which old ones may never come again.
  private static let mostKinds = 64
  /// So many parts of one kind are kept at most.
  private static let most = 2000

  package init() {}

  /// Another memory of the same pictures: what is drawn with it is not remembered here.
  package func copy() -> FrameMemory {
    let other = FrameMemory()
    (other.kinds, other.empty) = (kinds, empty)
    return other
  }

  /// A blank frame: what every picture begins with.
  func blank(_ size: Size, ambiguousWidth: Int) -> Frame {
    if let empty, empty.size == size.clamped, empty.ambiguousWidth == ambiguousWidth { return empty }
    let made = Frame(size: size, ambiguousWidth: ambiguousWidth)
    empty = made
    return made
  }

  func patch(_ name: String, of kind: String, _ conditions: Conditions, _ size: Size) -> Patch? {
    guard let known = kinds[kind], known.conditions == conditions, let patch = known.patches[name], patch.size == size
    else { return nil }
    return patch
  }

  func keep(_ patch: Patch, _ name: String, of kind: String, _ conditions: Conditions) {
    if kinds[kind]?.conditions != conditions {
      if kinds.count >= FrameMemory.mostKinds { kinds = [:] }
      kinds[kind] = Kind(conditions: conditions)
    }
    if kinds[kind]?.patches.count ?? 0 >= FrameMemory.most { kinds[kind]?.patches = [:] }
    kinds[kind]?.patches[name] = patch
  }
}

extension Canvas {
  /// Draws a part as it was drawn before under the same name and stamp, or by `draw`, which is then remembered.
  ///
  /// `draw` draws into `rect` alone and depends on nothing but what the stamp stands for. The ground is blank.
  package mutating func recall(
    _ name: String = "", of kind: String, stamp: Int, place: Int = 0, in rect: Rect, _ draw: (inout Canvas) -> Void
  ) {
    recall(name, of: kind, FrameMemory.Conditions(stamp: stamp, place: place), in: rect, draw)
  }

  mutating func recall(
    _ name: String, of kind: String, _ conditions: FrameMemory.Conditions?, in rect: Rect,
    _ draw: (inout Canvas) -> Void
  ) {
    guard let memory, let conditions, !rect.isEmpty, rect.intersection(clip) == rect else { return draw(&self) }
    let size = Size(columns: rect.columns, rows: rect.rows)
    if let patch = memory.patch(name, of: kind, conditions, size) {
      frame.paste(patch.cells, in: rect)
    } else {
      draw(&self)
      memory.keep(FrameMemory.Patch(size: size, cells: frame.cells(in: rect)), name, of: kind, conditions)
    }
  }
}
