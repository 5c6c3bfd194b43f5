/// A piece of a page as a value: it draws itself into a rectangle and never outside it.
package protocol Widget: Sendable {
  /// Draws into `rect`, whatever its size; what does not fit is left out.
  func draw(in rect: Rect, on canvas: inout Canvas)
}

extension Canvas {
  /// Draws a widget into `rect`.
  package mutating func draw(_ widget: some Widget, in rect: Rect) {
    clipped(to: rect) { widget.draw(in: rect, on: &$0) }
  }

  /// Draws a widget into `rect`.
  package mutating func draw(any widget: any Widget, in rect: Rect) {
    clipped(to: rect) { widget.draw(in: rect, on: &$0) }
  }
}
