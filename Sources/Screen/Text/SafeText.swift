/// Text that may be shown: whatever it is made from, it holds no control character, escape sequence, bidi control,
/// zero-width or unassigned character.
package struct SafeText: Hashable, Sendable {
  /// The text, ready to be shown.
  package let string: String
}
