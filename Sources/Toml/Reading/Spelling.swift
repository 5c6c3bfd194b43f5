/// Finds what was meant by a word that is spelt nearly right.
package enum Spelling {
  /// The word of `words` that takes the fewest slips of the pen to become `word`; nil where that would be more than a
  /// third of its letters, or three. Of equally near ones the first in the order of their bytes.
  package static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    // A key of thousands of letters is no slip of the pen.
    guard letters.count <= longest else { return nil }
    var best: (slips: Int, word: String)?
    for candidate in words.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let other = Array(candidate.lowercased().unicodeScalars)
      let most = min(2, max(letters.count, other.count) / 3)
      guard abs(letters.count - other.count) <= most else { continue }
      let slips = slips(letters, other)
      if slips <= most, slips < best?.slips ?? .max { best = (slips, candidate) }
    }
    return best?.word
  }

  private static let longest = 64

  /// Letters left out, put in, replaced, or two neighbours swapped (optimal string alignment).
  private static func slips(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var twoBack: [Int] = []
    var before = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(row[j] + 1, before[j + 1] + 1, before[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, twoBack[j - 1] + 1) }
        row.append(least)
      }
      twoBack = before
      before = row
    }
    return before[b.count]
  }
}
