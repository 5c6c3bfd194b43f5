import Policy
import Screen

/// What of a hundred thousand problems matches a filter: each path, column, code and district is looked at once.
struct ProblemFilter {
  private let query: String
  private let state: ConsoleState
  private var paths: [String: Bool] = [:]
  private var columns: [String: Bool] = [:]
  private var codes: [ProblemCode: Bool] = [:]
  private var districts: [DistrictCode?: Bool] = [:]

  /// `query` must be folded.
  init(_ query: String, _ state: ConsoleState) {
    self.query = query
    self.state = state
  }

  mutating func matches(_ problem: Problem, of district: DistrictCode?) -> Bool {
    let (query, state) = (query, state)
    func known<Key>(_ answers: inout [Key: Bool], _ key: Key, _ texts: () -> [String]) -> Bool {
      if let answer = answers[key] { return answer }
      let answer = Search.matches(query, in: texts())
      answers[key] = answer
      return answer
    }
    return known(&paths, problem.path) { [problem.path] }
      || known(&codes, problem.code) {
        [problem.code.rawValue, state.language(ProblemWords.short(problem.code)).string]
      }
      || known(&districts, district) {
        [state.districtLabel(district).string] + (district.map { state.districtTexts($0) } ?? [])
      }
      || problem.column.map { column in known(&columns, column) { [column] } } ?? false
  }
}
