package import Screen

/// The keys that confirm what cannot be done by accident: none of them asks for it, and Enter is not among them.
package enum Confirmation {
  /// F4 is for input methods that swallow letters.
  package static let keys: Set<Key> = [.character("y"), .character("Y"), .function(4)]

  static let label: SafeText = "y(F4)"
}
