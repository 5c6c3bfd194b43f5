import CSweep

/// Hashes of texts, with keys that are drawn anew in every process; see `csweep_hash`.
enum TextHash {
  /// The longest text that can be hashed, in bytes.
  static let longest = csweep_longest

  /// The best means of this processor. Who asks for it has the keys drawn.
  static let bestMeans: Int32 = {
    let seeds = (0..<csweep_seeds).map { _ in UInt64.random(in: .min ... .max) }
    csweep_prepare(seeds)
    return csweep_best_means()
  }()

  /// The hash of a text that is not longer than ``longest``; nothing behind it is read.
  static func of(_ text: UnsafeBufferPointer<UInt8>, means: Int32) -> csweep_hash {
    csweep_hash_of(means, text.baseAddress, text.count)
  }
}
