import Policy
import Screen

extension FileReport: Searchable {
  func searchTexts(_ state: ConsoleState) -> [String] {
    [path, table, state.language(TableWord.phrase(table)).string, encoding ?? ""]
      + (districts.count <= 3 ? districts.flatMap { state.districtTexts($0) } : [])
  }
}

extension FileReport: Fielded {
  static func fields(_ state: ConsoleState) -> [RowField<FileReport>] {
    [
      RowField("path", "文件", "file", .text { [$0.path] }),
      RowField(
        "table", "数据表", "table",
        .text { [$0.table, TableWord.phrase($0.table).zh, TableWord.phrase($0.table).en] }
      )
      .shown { state.language(TableWord.phrase($0.table)) },
      RowField("encoding", "编码", "encoding", .text { [$0.encoding ?? ""] }),
      RowField("rows", "行数", "rows", others: ["有效行"], .number { Double($0.rows) }),
      RowField("refused", "拒收", "refused", .number { Double($0.rejected) }),
      RowField("size", "字节", "bytes", .number { Double($0.size) }),
      RowField(
        "district", "区县", "district",
        .text { file in file.districts.count <= 3 ? file.districts.flatMap { state.districtTexts($0) } : [] }
      )
      .shown { file in file.districts.count == 1 ? state.districtLabel(file.districts[0]) : .empty },
      RowField("problems", "问题", "problems") { file in state.loaded?.problems.problems(ofFile: file.path).count },
    ]
  }
}

extension Sender: Fielded {
  static func fields(_ state: ConsoleState) -> [RowField<Sender>] {
    [
      RowField("district", "区县", "district", .text { $0.district.map { state.districtTexts($0) } ?? [] })
        .shown { state.districtLabel($0.district) },
      RowField("files", "文件", "files") { $0.tally.files },
      RowField("rows", "行数", "rows", others: ["有效行"]) { $0.tally.rows },
      RowField("refused", "拒收", "refused") { $0.tally.refused },
      RowField(
        "share", "拒收率", "share refused", others: ["refusal"], .number { $0.tally.refusedShare.map { $0 * 100 } }),
      RowField("errors", "错误", "errors") { $0.tally.errors },
      RowField("warnings", "警告", "warnings") { $0.tally.warnings },
      RowField("age", "未报天数", "days silent", others: ["最新", "距今", "since"]) { $0.daysSince },
    ]
  }
}

extension CaseQueue.Place: Searchable {
  func searchTexts(_ state: ConsoleState) -> [String] {
    state.loaded.map { state.searchTexts(self, CaseText(state.language, $0)) } ?? []
  }
}

extension CaseQueue.Place: Fielded {
  static func fields(_ state: ConsoleState) -> [RowField<CaseQueue.Place>] {
    [
      RowField("number", "编号", "number") { $0.own.number },
      RowField("district", "区县", "district", .text { state.districtTexts($0.own.subject.district) })
        .shown { state.districtLabel($0.own.subject.district) },
      RowField(
        "state", "状态", "state",
        .text { [$0.own.state.rawValue, $0.own.state.phrase.zh, $0.own.state.phrase.en] }
      )
      .shown { state.language($0.own.state.phrase) },
      RowField("level", "督办级别", "level", .scale(.level) { -$0.own.level.rawValue }),
      RowField("handler", "责任人", "handler", .text { $0.own.handler.map { state.orderedReadings($0) } ?? [] })
        .shown { $0.own.handler.map { SafeText($0) } ?? .empty },
      RowField("left", "余工作日", "days left", others: ["时限", "due"]) { $0.workingDaysLeft },
      RowField("items", "指标数", "items") { $0.own.items.count },
    ]
  }
}

extension RowField {
  /// A count.
  init(_ code: String, _ zh: String, _ en: String, others: [String] = [], _ count: @escaping (Row) -> Int?) {
    self.init(code, zh, en, others: others, .number { count($0).map { Double($0) } })
  }
}
