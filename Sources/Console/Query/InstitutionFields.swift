import Policy
import Screen

extension InstitutionBoard: Fielded {
  static func fields(_ state: ConsoleState) -> [RowField<InstitutionBoard>] {
    [
      RowField("id", "编号", "id", .text { [$0.institution.id] }),
      RowField(
        "name", "名称", "name", others: ["机构", "institution"], .text { state.orderedReadings($0.institution.name) }
      )
      .shown { SafeText($0.institution.name) },
      RowField("district", "区县", "district", .text { state.districtTexts($0.institution.district) })
        .shown { state.districtLabel($0.institution.district) },
      RowField("kind", "类别", "kind", others: ["class"], .text { [$0.institution.kind ?? ""] }),
      RowField("grade", "等级", "grade", others: ["级别"], .scale(.grade) { FieldScale.rank($0.grade) }),
      RowField("score", "得分", "score", .number { $0.scoreHundredths.map { Double($0) / 100 } }),
      RowField("findings", "未结问题", "findings", .number { Double($0.openFindings) }),
      RowField("trained", "培训人次", "trained", others: ["本年人次"], .number { Double($0.trained) }),
      RowField("licensed", "许可至", "licensed", .text { [$0.institution.licensedUntil?.iso ?? ""] }),
      RowField("scored", "评分日", "scored", .text { [$0.newestScore?.iso ?? ""] }),
    ]
  }
}

extension BaseBoard: Fielded {
  static func fields(_ state: ConsoleState) -> [RowField<BaseBoard>] {
    [
      RowField("id", "编号", "id", .text { [$0.base.id] }),
      RowField("name", "名称", "name", others: ["基地", "base"], .text { state.orderedReadings($0.base.name) })
        .shown { SafeText($0.base.name) },
      RowField("district", "区县", "district", .text { state.districtTexts($0.base.district) })
        .shown { state.districtLabel($0.base.district) },
      RowField("level", "级别", "level", .text { [$0.base.level ?? ""] }),
      RowField("host", "依托单位", "host", .text { state.orderedReadings($0.base.host ?? "") })
        .shown { SafeText($0.base.host ?? "") },
      RowField("category", "类别", "category", .text { [$0.base.category ?? ""] }),
      RowField("projects", "项目", "projects", .number { Double($0.funding.projects) }),
      RowField("approved", "批复", "approved", .number { $0.funding.approved.amount }),
      RowField("paid", "已拨", "paid", .number { $0.funding.paid.amount }),
      RowField("spent", "已支", "spent", .number { $0.funding.spent.amount }),
      RowField("balance", "结余", "balance", .number { $0.funding.balance.amount }),
      RowField(
        "used", "执行率", "used",
        .number { base in
          let funding = base.funding
          guard funding.paid > .zero else { return nil }
          return Double(funding.spent.hundredths) / Double(funding.paid.hundredths) * 100
        }),
      RowField("flags", "预警", "flags", .number { Double($0.funding.flags) }),
    ]
  }
}

extension ProjectBoard: Fielded {
  static func fields(_ state: ConsoleState) -> [RowField<ProjectBoard>] {
    [
      RowField("id", "编号", "id", .text { [$0.project.id] }),
      RowField(
        "name", "名称", "name", others: ["项目", "资助项目", "project"], .text { state.orderedReadings($0.project.name) }
      )
      .shown { SafeText($0.project.name) },
      RowField("base", "基地", "base", .text { [$0.project.base] }),
      RowField(
        "stage", "阶段", "stage",
        .text { [$0.stage.rawValue, $0.stage.word.phrase.zh, $0.stage.word.phrase.en] }
      )
      .shown { state.language($0.stage.word) },
      RowField("approved", "批复", "approved", .number { $0.project.amount.amount }),
      RowField("paid", "已拨", "paid", .number { $0.paid.amount }),
      RowField("spent", "已支", "spent", .number { $0.spent.amount }),
      RowField("balance", "结余", "balance", .number { $0.balance.amount }),
      RowField("used", "执行率", "used", .number { $0.utilisation.map { $0 * 100 } }),
      RowField("flags", "预警", "flags", .number { Double($0.flags.count) }),
    ]
  }
}

extension ConsoleState {
  /// A name with its readings; ordered by how it is read, where that is known.
  func orderedReadings(_ name: String) -> [String] {
    let readings = readings(name)
    return readings.count > 1 ? [readings[1], readings[0]] + readings.dropFirst(2) : readings
  }
}

extension Money {
  /// In 万元, as it is shown.
  fileprivate var amount: Double { Double(hundredths) / 100 }
}
