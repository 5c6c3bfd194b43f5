/// Text that may be shown: whatever it is made from, it holds no control character, escape sequence, bidi control,
/// zero-width or unassigned character.
///
/// Everything that reaches a cell is of this type, so that no file, file name or note can steer the terminal or hide or
/// reorder what is read. What is replaced, and by what, stands at ``Sanitiser``.
package struct SafeText: Hashable, Sendable {
  /// The text, ready to be shown.
  package let string: String

  /// Makes `string` safe; nothing is trusted.
  package init(_ string: String) { self.string = Sanitiser.sanitised(string) }

  /// Keeps `string` as it is. Only for text cut out of, or put together from, safe text.
  init(alreadySafe string: String) { self.string = string }

  package static let empty = SafeText(alreadySafe: "")

  /// `count` blanks; none where it is negative.
  package static func blanks(_ count: Int) -> SafeText {
    SafeText(alreadySafe: String(repeating: " ", count: max(0, count)))
  }

  package var isEmpty: Bool { string.isEmpty }

  package static func + (left: SafeText, right: SafeText) -> SafeText {
    SafeText(alreadySafe: left.string + right.string)
  }

  package static func += (left: inout SafeText, right: SafeText) { left = left + right }

  /// It `count` times in a row; empty where `count` is not positive.
  package func repeated(_ count: Int) -> SafeText {
    SafeText(alreadySafe: String(repeating: string, count: max(0, count)))
  }
}

extension SafeText: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(value) }

  /// The finished text is made safe, so that no interpolated value gets through.
  package init(stringInterpolation: DefaultStringInterpolation) {
    self.init(String(stringInterpolation: stringInterpolation))
  }
}

extension SafeText: CustomStringConvertible {
  package var description: String { string }
}

extension Sequence<SafeText> {
  /// All of them in a row, with `separator` between each two.
  package func joined(separator: SafeText = .empty) -> SafeText {
    SafeText(alreadySafe: map(\.string).joined(separator: separator.string))
  }
}
