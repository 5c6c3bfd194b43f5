import Policy
import Screen

extension DistrictBoard: Fielded {
  static func fields(_ state: ConsoleState) -> [RowField<DistrictBoard>] {
    let asOf = state.loaded?.board.asOf
    let own: [RowField<DistrictBoard>] = [
      RowField("district", "区县", "district", .text { Search.texts(of: $0.district) })
        .shown { $0.district.shortName(state.language) },
      RowField("status", "状态", "status", .scale(.status) { $0.status.urgency }),
      RowField("lead", "时序差", "lead", others: ["与时序差"], .number { $0.worstItem?.lead }),
      RowField(
        "item", "最差指标", "worst item",
        .text { district in district.worstItem.map { Search.texts(of: $0.id, state) } ?? [] }
      )
      .shown { $0.worstItem.map { state.label(of: $0.id) } ?? .empty },
      RowField("ratio", "倍数", "ratio", others: ["multiple"], .number { $0.worstItem?.multiple }),
      RowField(
        "age", "未报天数", "days silent", others: ["最新", "latest"],
        .number { district in asOf.flatMap { day in district.latest.map { Double(day - $0) } } }),
    ]
    let items = state.loaded?.board.city ?? []
    return own
      + items.filter { $0.target != nil }.compactMap { progress in
        guard let item = state.loaded?.item(progress.id) else { return nil }
        let id = progress.id
        return RowField(
          id.rawValue, item.short.zh, item.short.en, others: [item.label.zh, item.label.en],
          .number { district in
            district.items.first { $0.id == id }?.attainment.map { $0 * 100 }
          })
      }
  }
}

extension ItemProgress: Fielded {
  static func fields(_ state: ConsoleState) -> [RowField<ItemProgress>] {
    [
      RowField("item", "指标", "item", .text { Search.texts(of: $0.id, state) }).shown { state.label(of: $0.id) },
      RowField("status", "状态", "status", .scale(.status) { $0.status.urgency }),
      RowField("actual", "累计", "actual", .number { Double($0.actual) }),
      RowField("target", "目标", "target", .number { $0.target.map { Double($0) } }),
      RowField("rate", "完成率", "rate", others: ["attainment"], .number { $0.attainment.map { $0 * 100 } }),
      RowField("lead", "时序差", "lead", .number(\.lead)),
      RowField("required", "日需", "required", .number(\.required)),
      RowField("recent", "近5日", "recent", .number(\.recent5)),
      RowField("ratio", "倍数", "ratio", others: ["multiple"], .number(\.multiple)),
    ]
  }
}

extension ConsoleState {
  /// An item's short name, else its id.
  fileprivate func label(of id: ItemID) -> SafeText {
    loaded?.item(id)?.short.text(language) ?? SafeText(id.rawValue)
  }
}

extension Search {
  /// An item's id and its names.
  static func texts(of id: ItemID, _ state: ConsoleState) -> [String] {
    let item = state.loaded?.item(id)
    return [id.rawValue] + (item.map { [$0.short.zh, $0.short.en, $0.label.zh, $0.label.en] } ?? [])
  }
}
