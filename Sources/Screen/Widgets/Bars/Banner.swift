/// A line across the page that must not be overlooked.
package struct Banner: Widget, Hashable {
  package var text: SafeText
  package var role: Role
  package var align: Alignment

  package init(_ text: SafeText, role: Role = .banner, align: Alignment = .center) {
    self.text = text
    self.role = role
    self.align = align
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.put(text, in: rect.top(1), role, align: align)
  }
}
