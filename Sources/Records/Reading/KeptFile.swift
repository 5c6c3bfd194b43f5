import Policy

/// A file as it was last taken, with what has been seen of it since.
struct KeptFile: Sendable {
  /// Its name and what stood under it when it was last looked at for good.
  var listed: ListedFile
  /// What it gave; of an unreadable file, what it gave before, or nothing.
  var content: Boxed<TableFile>
  /// Why it cannot be read now; nil while it can.
  var refusal: String?
  /// Why an older version of it is shown, besides ``refusal``; nil while the newest is.
  var delay: String?
  /// Accepted rows of the version before this one; nil for a file's first version.
  var rowsBefore: Int?
  /// What the version before this one gave, for provenance; kept while the directory is watched only.
  var previous: Boxed<TableFile>?
  /// It was read so soon after its last change that only its content can tell whether it changed again.
  var needsProof = false
  /// It was read on, and its old part has not proven to be what it was: it must be read whole.
  var isMistrusted = false
  /// When it was taken, in nanoseconds of uptime.
  var takenAt: Int64 = 0

  init(listed: ListedFile, file: TableFile) {
    self.listed = listed
    content = Boxed(file)
  }

  /// What it gave; see ``content``.
  var file: TableFile {
    _read { yield content.value }
    set { content.value = newValue }
  }

  /// Only reading it again can tell whether it changed since it was read.
  var mustBeReadAgain: Bool { needsProof && !isProvable }

  /// Digests of the bytes that were read prove it while nothing else is to be done.
  var isProvable: Bool { file.growth?.proves(file.identity) ?? false }

  /// Whether it has ever been read.
  var isGood: Bool { file.identity != nil }

  /// Why an older version of it is shown; nil while the newest is.
  var stale: String? { isGood ? refusal ?? delay : nil }

  /// What tells its present state apart from others.
  var identity: FileIdentity? {
    guard case .file(let identity) = listed.node else { return nil }
    return identity
  }
}
