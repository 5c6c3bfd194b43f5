package import Screen

/// A frame as a picture: one SVG text run per stretch of equal style, on a grid of cells.
///
/// Runs carry their width (`textLength`), so that columns line up whatever monospaced font a viewer has.
package struct FrameSVG {
  private static let cellWidth = 8.4
  private static let cellHeight = 18.0
  private let theme: Theme

  package init(theme: Theme) { self.theme = theme }

  /// The picture, as a whole SVG document. Text is escaped; there is no script, link or external resource.
  package func document(of frame: Frame, title: SafeText) -> String {
    let width = Double(frame.size.columns) * FrameSVG.cellWidth
    let height = Double(frame.size.rows) * FrameSVG.cellHeight
    let margin = 10.0
    let page = theme.page
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width + 2 * margin))" \
      height="\(number(height + 2 * margin))" viewBox="0 0 \(number(width + 2 * margin)) \
      \(number(height + 2 * margin))" role="img">
      <title>\(escaped(title.string))</title>
      <rect width="100%" height="100%" rx="8" fill="\(hex(page.background, fallback: "#10141c"))"/>
      <g transform="translate(\(number(margin)) \(number(margin)))" font-family="'DejaVu Sans Mono','Noto Sans Mono CJK SC','Sarasa Mono SC','Noto Sans Mono',Menlo,Consolas,monospace" font-size="14" xml:space="preserve">

      """
    for row in 0..<frame.size.rows {
      for run in runs(of: frame, row: row) { out += picture(of: run, row: row) }
    }
    return out + "</g>\n</svg>\n"
  }

  /// A stretch of one row whose cells share a style and a width per character.
  private struct Run {
    var column: Int
    var columns: Int
    var text: String
    var style: Style
    var wide: Bool
  }

  private func runs(of frame: Frame, row: Int) -> [Run] {
    var runs: [Run] = []
    for column in 0..<frame.size.columns {
      let cell = frame[column, row]
      guard cell.width > 0 else { continue }
      let wide = cell.width == 2
      if let last = runs.last, last.style == cell.style, last.wide == wide, last.column + last.columns == column {
        runs[runs.count - 1].columns += Int(cell.width)
        runs[runs.count - 1].text += cell.text.string
      } else {
        runs.append(
          Run(column: column, columns: Int(cell.width), text: cell.text.string, style: cell.style, wide: wide))
      }
    }
    return runs
  }

  private func picture(of run: Run, row: Int) -> String {
    let look = theme.appearance(of: run.style)
    var ink = hex(look.foreground, fallback: hex(theme.page.foreground, fallback: "#d7dce5"))
    var paper: String? = look.background == .standard ? nil : hex(look.background, fallback: "#10141c")
    if look.reverse {
      let page = hex(theme.page.background, fallback: "#10141c")
      (ink, paper) = (paper ?? page, ink)
    }
    let x = Double(run.column) * FrameSVG.cellWidth
    let y = Double(row) * FrameSVG.cellHeight
    let width = Double(run.columns) * FrameSVG.cellWidth
    var out = ""
    if let paper {
      out += "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width + 0.3))\" "
      out += "height=\"\(number(FrameSVG.cellHeight + 0.3))\" fill=\"\(paper)\"/>\n"
    }
    guard run.text.unicodeScalars.contains(where: { $0 != " " }) else { return out }
    out += "<text x=\"\(number(x))\" y=\"\(number(y + 13.5))\" textLength=\"\(number(width))\" "
    out += "lengthAdjust=\"spacingAndGlyphs\" fill=\"\(ink)\""
    if look.bold { out += " font-weight=\"bold\"" }
    if look.dim { out += " opacity=\"0.65\"" }
    if look.underline { out += " text-decoration=\"underline\"" }
    return out + ">\(escaped(run.text))</text>\n"
  }

  private func hex(_ color: ThemeColor, fallback: String) -> String {
    guard let rgb = color.rgb else { return fallback }
    let value = Int(rgb.red) << 16 | Int(rgb.green) << 8 | Int(rgb.blue)
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  /// A length with at most one decimal.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
