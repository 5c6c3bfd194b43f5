package import Policy
import Screen

/// The problems of one district as rows of a sheet to send back to it. It is for the district's people, so it is Chinese
/// whatever language the screen has.
package struct ProblemSheet {
  package static let headers = ["区", "文件", "行", "列", "级别", "问题", "值", "怎么办", "代码"]

  /// The rows: errors first, then by path and line.
  package let rows: [[String]]

  /// The problems of a district, of the city, or of nobody.
  package init(of district: DistrictCode?, in loaded: Loaded) {
    let name = ProblemSheet.name(district, loaded)
    rows = loaded.problems.problems(of: district).map { index in
      let problem = loaded.snapshot.problems[index]
      return [
        name, problem.path, problem.line.map { String($0) } ?? "", problem.column ?? "",
        problem.code.severity.word.zh, ProblemWords.meaning(problem.code).zh, ProblemWords.detail(problem, .zh) ?? "",
        ProblemWords.remedy(problem).zh, problem.code.rawValue,
      ]
    }
  }

  private static func name(_ district: DistrictCode?, _ loaded: Loaded) -> String {
    guard let district else { return DataWord.nobody.phrase.zh }
    let plan = loaded.snapshot.plan
    return district == plan.cityCode ? plan.cityName.zh : loaded.district(district)?.district.name ?? district.rawValue
  }
}
