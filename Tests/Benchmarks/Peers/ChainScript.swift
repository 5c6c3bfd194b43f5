/// The chain of the docket gone through by Python's own SQLite and SHA-256, written from Docket.md alone: what
/// `verify` is measured beside, and what says that both find the same entries whole.
enum ChainScript {
  /// Seconds that it took without being started; nil where there is no Python.
  ///
  /// - Throws: where it does not find so many entries whole.
  static func seconds(_ store: String, entries: Int, _ bench: Bench) throws -> Double? {
    guard let python = Python(bench) else { return nil }
    let output = bench.folder + "/chain"
    let once = try Once.run(python.program, ["-c", text, store], environment: bench.environment, output: output)
    let said = Files.text(output)
    let words = said.split(whereSeparator: \.isWhitespace)
    guard once.status == 0, words.count == 2, Int(words[0]) == entries, let seconds = Double(words[1]) else {
      throw Bench.Trouble.cannot("Python finds another chain\n\(said)")
    }
    return seconds
  }

  private static let text = """
    import hashlib, sqlite3, struct, sys, time
    start = time.perf_counter()
    def part(text):
        if text is None:
            return b"\\xff" * 8
        text = text.encode()
        return struct.pack(">q", len(text)) + text
    count, before = 0, bytes(32)
    for number, case, at, *texts, link, own in sqlite3.connect(sys.argv[1]).execute(
            "SELECT number, case_number, at, actor, kind, fields, reason, before, hash FROM entry ORDER BY number"):
        count += 1
        form = before + struct.pack(">qqq", number, case, at) + b"".join(map(part, texts))
        before = hashlib.sha256(form).digest()
        if number != count or link != form[:32] or own != before:
            sys.exit(f"entry {count} breaks it")
    print(count, time.perf_counter() - start)
    """
}
