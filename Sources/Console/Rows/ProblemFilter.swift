import Policy
import Screen

/// What of a hundred thousand problems matches a filter: each path, column, code and district is looked at once.
struct ProblemFilter {
  private let query: String
  private let state: ConsoleState
  private var paths = KnownAnswers<String>()
  private var columns = KnownAnswers<String>()
  private var codes = KnownAnswers<ProblemCode>()
  private var districts = KnownAnswers<DistrictCode?>()

  /// `query` must be folded.
  init(_ query: String, _ state: ConsoleState) {
    self.query = query
    self.state = state
  }

  mutating func matches(_ problem: Problem, of district: DistrictCode?) -> Bool {
    let (query, state) = (query, state)
    func holds(_ texts: [String]) -> Bool { Search.matches(query, in: texts) }
    let (path, code) = (problem.path, problem.code)
    if paths.answer(path, { holds([path]) }) { return true }
    if codes.answer(code, { holds([code.rawValue, state.language(ProblemWords.short(code)).string]) }) { return true }
    let isOfDistrict = districts.answer(district) {
      holds([state.districtLabel(district).string] + (district.map { state.districtTexts($0) } ?? []))
    }
    if isOfDistrict { return true }
    return problem.column.map { column in columns.answer(column) { holds([column]) } } ?? false
  }
}
