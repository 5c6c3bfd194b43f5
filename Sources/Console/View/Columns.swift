import Screen

extension Language {
  /// A column as wide as its content or the longer of its two headings, so that switching language never reflows.
  func column(
    _ heading: Phrase, _ content: Int, ideal: Int? = nil, align: Alignment = .left, priority: Int,
    flexible: Bool = false
  ) -> TableColumn {
    let widths = DisplayWidth()
    let least = max(content, widths.width(of: SafeText(heading.zh)), widths.width(of: SafeText(heading.en)))
    return TableColumn(
      heading.text(self), least: least, ideal: ideal, align: align, priority: priority, flexible: flexible)
  }
}
