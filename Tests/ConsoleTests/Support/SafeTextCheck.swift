import Screen

enum SafeTextCheck {
  /// Whether making the text safe changes it.
  static func changes(_ text: String) -> Bool { SafeText(text).string != text }
}
