import Glibc

/// Why a file gives no bytes.
struct ReadFault: Error, Hashable, Sendable {
  /// In plain words, for the message.
  var reason: String
  /// The file only would not hold still; another look may succeed.
  var isUnstable = false

  static let notRegular = ReadFault(reason: "not a regular file")
  static let outside = ReadFault(reason: "a link that leads out of the data directory")
  static let unstable = ReadFault(reason: "keeps changing while it is read", isUnstable: true)
  static let cancelled = ReadFault(reason: "given up")
  static let tooLarge = ReadFault(reason: "larger than 8 GiB")

  init(reason: String, isUnstable: Bool = false) {
    self.reason = reason
    self.isUnstable = isUnstable
  }

  /// The words of the C library for an error number.
  init(errno code: Int32) {
    reason = code == ELOOP ? "a link that leads nowhere or in a circle" : String(cString: strerror(code))
  }
}
