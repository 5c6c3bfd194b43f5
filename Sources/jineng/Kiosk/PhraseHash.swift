import CNettle

/// The phrase that ends a wall display, as it may lie in a file: salted, and slow to guess.
///
/// `pbkdf2-sha256$ROUNDS$SALT$KEY`, salt and key in hexadecimal digits (PBKDF2, RFC 8018, with HMAC-SHA-256).
struct PhraseHash {
  private let rounds: UInt32
  private let salt: [UInt8]
  private let key: [UInt8]

  private static let scheme = "pbkdf2-sha256"
  /// OWASP's Password Storage Cheat Sheet asks for so many of this scheme.
  private static let usualRounds: UInt32 = 600_000
  private static let mostRounds: UInt32 = 10_000_000
  private static let length = 32

  /// Reads it; nil for a text that is none.
  init?(_ text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == PhraseHash.scheme, let rounds = UInt32(parts[1]),
      (1...PhraseHash.mostRounds).contains(rounds), let salt = PhraseHash.bytes(parts[2]), salt.count >= 8,
      let key = PhraseHash.bytes(parts[3]), key.count == PhraseHash.length
    else { return nil }
    (self.rounds, self.salt, self.key) = (rounds, salt, key)
  }

  /// Of a new phrase, with a salt of its own.
  init(of phrase: String) {
    var system = SystemRandomNumberGenerator()
    let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &system) }
    (rounds, self.salt) = (PhraseHash.usualRounds, salt)
    key = PhraseHash.key(phrase, rounds, salt)
  }

  var text: String {
    [PhraseHash.scheme, String(rounds), PhraseHash.hexadecimal(salt), PhraseHash.hexadecimal(key)].joined(
      separator: "$")
  }

  /// Takes some tenths of a second, whatever the phrase.
  func accepts(_ phrase: String) -> Bool {
    cnettle_same(PhraseHash.key(phrase, rounds, salt), key, PhraseHash.length) == 1
  }

  private static func key(_ phrase: String, _ rounds: UInt32, _ salt: [UInt8]) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: length)
    let phrase = Array(phrase.utf8)
    cnettle_pbkdf2(phrase, phrase.count, rounds, salt, salt.count, &key, key.count)
    return key
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func bytes(_ text: Substring) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
