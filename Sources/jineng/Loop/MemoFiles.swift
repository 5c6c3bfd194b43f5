import Console
import Policy
import Reports

/// A meeting's memo as files: Markdown to send on, HTML to print.
enum MemoFiles {
  /// Writes both, by rename, and gives where they lie: one name with both endings.
  static func write(_ memo: MeetingMemo, directory: String, now: Double) throws(Outcome) -> String {
    let stamp = ShanghaiTime(seconds: now)
    let name = "jineng-memo-\(stamp.day.iso)-\(stamp.clock.filter { $0 != ":" })"
    let outline = Outline(memo)
    _ = try Exports.write(outline.html, as: name + ".html", directory: directory)
    return try Exports.write(outline.markdown, as: name + ".md", directory: directory) + " (.html)"
  }
}

extension Outline {
  init(_ memo: MeetingMemo) {
    self.init(
      title: memo.title, lead: memo.lead,
      sections: memo.sections.map { section in
        Section(title: section.title, items: section.items.map { Item(head: $0.head, lines: $0.lines) })
      })
  }
}
