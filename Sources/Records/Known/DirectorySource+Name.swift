extension DirectorySource {
  /// A name for the directory with its plan file, the same by whatever path it is reached: what belongs to it alone is
  /// kept under that name. Nil where there is no such directory.
  public var fingerprint: String? {
    guard let realRoot = try? FileSource.realPath(rootBytes).get() else { return nil }
    return fingerprint(realRoot)
  }

  /// The same of a directory whose real path is known.
  func fingerprint(_ realRoot: [UInt8]) -> String {
    String(Digest.text(realRoot + [0] + Array((planFile ?? "").utf8)).prefix(32))
  }
}

extension DirectorySource {
  /// Where what was read is kept for the next run; nil where nothing is to be kept, or it would lie in the directory.
  public var cachePath: String? {
    guard let realRoot = try? FileSource.realPath(rootBytes).get() else { return nil }
    return CacheFile.path(self, realRoot: realRoot)
  }
}
