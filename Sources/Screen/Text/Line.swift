/// A stretch of text with one role.
package struct Span: Hashable, Sendable {
  package var text: SafeText
  package var role: Role

  package init(_ text: SafeText, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

/// One line of text in one or several roles.
package struct Line: Hashable, Sendable {
  package var spans: [Span]

  package init(_ spans: [Span] = []) { self.spans = spans }

  package init(_ text: SafeText, _ role: Role = .text) { spans = [Span(text, role)] }

  package static let empty = Line()

  /// Its text without roles.
  package var text: SafeText { spans.map(\.text).joined() }

  package var isEmpty: Bool { spans.allSatisfy { $0.text.isEmpty } }

  package static func + (left: Line, right: Line) -> Line { Line(left.spans + right.spans) }

  package mutating func append(_ text: SafeText, _ role: Role = .text) { spans.append(Span(text, role)) }

  /// The lines one after another, with `separator` between each two.
  package static func joined(_ lines: [Line], separator: SafeText = " ") -> Line {
    var result = Line()
    for (index, line) in lines.enumerated() {
      if index > 0 { result.append(separator) }
      result.spans += line.spans
    }
    return result
  }
}

extension Line: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(SafeText(value)) }

  package init(stringInterpolation: DefaultStringInterpolation) {
    self.init(SafeText(String(stringInterpolation: stringInterpolation)))
  }
}

extension Line: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Span...) { self.init(elements) }
}

// A literal is a text; the questions about lines are asked only where a line stands.
extension DisplayWidth {
  /// The cells of a whole line.
  @_disfavoredOverload
  package func width(of line: Line) -> Int { line.spans.reduce(0) { $0 + width(of: $1.text) } }

  /// As much of the start of `line` as fits into `columns`; never half a character.
  @_disfavoredOverload
  package func clip(_ line: Line, to columns: Int) -> Line {
    var left = max(0, columns)
    var kept = Line()
    for span in line.spans {
      let whole = width(of: span.text)
      guard whole > left else {
        kept.spans.append(span)
        left -= whole
        continue
      }
      kept.append(clip(span.text, to: left), span.role)
      break
    }
    return kept
  }

  /// `line` as exactly `columns` cells: blanks where it is shorter, cut with `ellipsis` at its end where it is longer.
  @_disfavoredOverload
  package func fit(_ line: Line, _ columns: Int, align: Alignment = .left, ellipsis: SafeText = "~") -> Line {
    guard columns > 0 else { return .empty }
    var shown = line
    var used = width(of: line)
    if used > columns {
      let mark = clip(ellipsis, to: columns)
      shown = clip(line, to: columns - width(of: mark))
      shown.append(mark, shown.spans.last?.role ?? .text)
      used = width(of: shown)
    }
    let spare = columns - used
    let before = align == .left ? 0 : align == .right ? spare : spare / 2
    return Line([Span(.blanks(before))] + shown.spans + [Span(.blanks(spare - before))])
  }
}
