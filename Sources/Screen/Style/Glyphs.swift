/// Which characters the console may draw with (`--glyphs`).
package enum GlyphSet: String, Hashable, Sendable, CaseIterable {
  /// `+ - | #` only: any terminal, any font.
  case ascii
  /// Nothing whose width a terminal may take as one or two: braille, light shade, check and cross.
  case safe
  /// Light box lines, eighth blocks, braille, small marks.
  case full
}
