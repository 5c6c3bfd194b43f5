package import Policy
package import Screen

/// The lines that show one row in full.
package struct DetailText {
  package let title: SafeText
  package let lines: [Line]

  package init(_ state: ConsoleState, _ detail: DetailState) {
    guard let loaded = state.loaded else {
      title = ""
      lines = []
      return
    }
    let writer = DetailWriter(language: state.language, loaded: loaded, now: state.now)
    switch detail.subject {
    case .item(let id, let code): (title, lines) = writer.item(id, district: code)
    case .institution(let id): (title, lines) = writer.institution(id)
    case .base(let id): (title, lines) = writer.base(id)
    case .project(let id): (title, lines) = writer.project(id)
    case .file(let path): (title, lines) = writer.file(path)
    case .problem(let index): (title, lines) = writer.problem(index)
    }
  }
}

/// Writes a subject's facts as label and value, one a line.
struct DetailWriter {
  let language: Language
  let loaded: Loaded
  let now: Double

  var board: Board { loaded.board }
  var plan: Plan { loaded.snapshot.plan }

  /// A label of 16 cells, then the value.
  func fact(_ label: Phrase, _ value: SafeText, _ role: Role = .text) -> Line {
    let widths = DisplayWidth()
    return Line([Span(widths.fit(label.text(language), 18), .dim), Span(value, role)])
  }

  func heading(_ phrase: Phrase) -> Line { Line(phrase.text(language), .heading) }

  func districtName(_ code: DistrictCode) -> SafeText {
    if code == plan.cityCode { return SafeText(language == .zh ? plan.cityName.zh : plan.cityName.en) }
    guard let district = loaded.district(code)?.district else { return SafeText(code.rawValue) }
    return district.displayName(language)
  }

  /// A digest follows some time after the figures.
  private func digest(_ file: FileReport) -> SafeText {
    if let text = file.sha256 { return SafeText(text) }
    return file.encoding == nil ? "--" : language(Phrase("计算中", "being computed"))
  }

  func file(_ path: String) -> (SafeText, [Line]) {
    guard let file = loaded.snapshot.files.first(where: { $0.path == path }) else { return (SafeText(path), []) }
    let problems = loaded.snapshot.problems.filter { $0.path == path }
    var lines = [
      fact(Phrase("数据表", "table"), SafeText(file.table)),
      fact(Phrase("编码", "encoding"), SafeText(file.encoding ?? "--")),
      fact(Phrase("有效行", "accepted rows"), SafeText(Format.count(Int64(file.rows)))),
      fact(
        Phrase("拒收行", "refused rows"), SafeText(Format.count(Int64(file.rejected))), file.rejected > 0 ? .error : .text),
      fact(Phrase("大小", "size"), SafeText(Format.bytes(file.size))),
      fact(
        Phrase("修改时间", "modified"),
        SafeText(ShanghaiTime(seconds: file.modified).stamp + "  " + Age.text(seconds: now - file.modified, language))),
      fact(
        Phrase("涉及区", "districts"),
        file.districts.isEmpty ? "--" : file.districts.map { districtName($0) }.joined(separator: " ")),
      fact(Phrase("SHA-256", "SHA-256"), digest(file)),
    ]
    if let stale = file.stale { lines.append(fact(Phrase("显示旧版", "older version"), SafeText(stale), .warning)) }
    if !problems.isEmpty {
      lines += [.empty, heading(Phrase("问题", "Problems"))]
      lines += problems.prefix(500).map { problemLine($0) }
    }
    return (SafeText(path), lines)
  }

  private func problemLine(_ problem: Problem) -> Line {
    let place = problem.line.map { language == .zh ? "第\($0)行" : "line \($0)" } ?? "--"
    let column = problem.column.map { " [\($0)]" } ?? ""
    return Line([
      Span(DisplayWidth().fit(SafeText(place), 12), .dim),
      Span(language(ProblemWords.short(problem.code)) + SafeText(column) + " ", problem.code.severity.role),
      Span(SafeText(ProblemWords.detail(problem, language) ?? "")),
    ])
  }

  func problem(_ index: Int) -> (SafeText, [Line]) {
    guard loaded.snapshot.problems.indices.contains(index) else { return ("", []) }
    let problem = loaded.snapshot.problems[index]
    let place = problem.line.map { ":\($0)" } ?? ""
    let lines = [
      fact(Phrase("代码", "code"), SafeText(problem.code.rawValue), problem.code.severity.role),
      fact(Phrase("列", "column"), SafeText(problem.column ?? "--")),
      fact(Phrase("值", "value"), SafeText(ProblemWords.detail(problem, language) ?? "--")),
      .empty,
      Line(ProblemWords.phrase(problem.code).text(language)),
    ]
    return (SafeText(problem.path + place), lines)
  }
}

extension District {
  /// 浦东新区, or Pudong on the English screen where the pinyin is known.
  package func displayName(_ language: Language) -> SafeText {
    SafeText(language == .en && !pinyin.isEmpty ? pinyin : name)
  }

  /// 浦东, or Pudong.
  package func shortName(_ language: Language) -> SafeText {
    SafeText(language == .en && !pinyin.isEmpty ? pinyin : short)
  }
}

extension Bilingual {
  package func text(_ language: Language) -> SafeText { SafeText(language == .zh || en.isEmpty ? zh : en) }
}
