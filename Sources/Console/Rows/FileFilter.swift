import Policy
import Screen

/// What of thousands of files matches a filter: each table, encoding and district is looked at once.
struct FileFilter {
  private let query: String
  private let state: ConsoleState
  private var tables: [String: Bool] = [:]
  private var encodings: [String?: Bool] = [:]
  private var districts: [DistrictCode: Bool] = [:]

  /// `query` must be folded.
  init(_ query: String, _ state: ConsoleState) {
    self.query = query
    self.state = state
  }

  mutating func matches(_ file: FileReport) -> Bool {
    let (query, state) = (query, state)
    func known<Key>(_ answers: inout [Key: Bool], _ key: Key, _ texts: () -> [String]) -> Bool {
      if let answer = answers[key] { return answer }
      let answer = Search.matches(query, in: texts())
      answers[key] = answer
      return answer
    }
    if Search.matches(query, in: [file.path]) { return true }
    if known(&tables, file.table, { [file.table, state.language(TableWord.phrase(file.table)).string] }) {
      return true
    }
    if known(&encodings, file.encoding, { [file.encoding ?? ""] }) { return true }
    // A file of all districts would match every one.
    guard file.districts.count <= 3 else { return false }
    return file.districts.contains { code in known(&districts, code) { state.districtTexts(code) } }
  }
}
