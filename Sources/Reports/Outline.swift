import Screen

/// A document of headings, items and lines, such as a memo: as Markdown and as HTML.
package struct Outline {
  /// A heading and its items.
  package struct Section {
    package var title: String
    package var items: [Item]

    package init(title: String, items: [Item]) {
      self.title = title
      self.items = items
    }
  }

  /// What an item is called, and what is said of it.
  package struct Item {
    package var head: String
    package var lines: [String]

    package init(head: String, lines: [String]) {
      self.head = head
      self.lines = lines
    }
  }

  private let title: String
  private let lead: [String]
  private let sections: [Section]

  package init(title: String, lead: [String], sections: [Section]) {
    self.title = title
    self.lead = lead
    self.sections = sections
  }

  /// Markdown; what stands in texts never becomes markup.
  package var markdown: String {
    var out = "# " + Outline.escaped(title) + "\n\n"
    for line in lead { out += Outline.escaped(line) + "  \n" }
    for section in sections {
      out += "\n## " + Outline.escaped(section.title) + "\n"
      for item in section.items {
        out += "\n### " + Outline.escaped(item.head) + "\n\n"
        for line in item.lines { out += "- " + Outline.escaped(line) + "\n" }
      }
    }
    return out
  }

  /// One HTML page without scripts, styles of others or anything to load.
  package var html: String {
    var out = "<!DOCTYPE html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>" + Outline.entities(title)
    out += "</title><style>body{font-family:sans-serif;max-width:52em;margin:2em auto;line-height:1.6}"
    out += "h3{margin-bottom:.2em}ul{margin-top:.2em}</style></head><body>\n"
    out +=
      "<h1>" + Outline.entities(title) + "</h1>\n<p>" + lead.map { Outline.entities($0) }.joined(separator: "<br>\n")
    out += "</p>\n"
    for section in sections {
      out += "<h2>" + Outline.entities(section.title) + "</h2>\n"
      for item in section.items {
        out += "<h3>" + Outline.entities(item.head) + "</h3>\n<ul>\n"
        for line in item.lines { out += "<li>" + Outline.entities(line) + "</li>\n" }
        out += "</ul>\n"
      }
    }
    return out + "</body></html>\n"
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in SafeText(text).string {
      if "\\`*_{}[]<>#|~!".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }

  private static func entities(_ text: String) -> String {
    var out = ""
    for character in SafeText(text).string {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }
}
