import Policy
import Screen

/// What of thousands of files matches a filter: each table, encoding and district is looked at once.
struct FileFilter {
  private let query: String
  private let state: ConsoleState
  private var tables = KnownAnswers<String>()
  private var encodings = KnownAnswers<String?>()
  private var districts = KnownAnswers<DistrictCode>()

  /// `query` must be folded.
  init(_ query: String, _ state: ConsoleState) {
    self.query = query
    self.state = state
  }

  mutating func matches(_ file: FileReport) -> Bool {
    let (query, state) = (query, state)
    func holds(_ texts: [String]) -> Bool { Search.matches(query, in: texts) }
    let (table, encoding) = (file.table, file.encoding)
    if holds([file.path]) { return true }
    if tables.answer(table, { holds([table, state.language(TableWord.phrase(table)).string]) }) { return true }
    if encodings.answer(encoding, { holds([encoding ?? ""]) }) { return true }
    // A file of all districts would match every one.
    guard file.districts.count <= 3 else { return false }
    return file.districts.contains { code in districts.answer(code) { holds(state.districtTexts(code)) } }
  }
}
