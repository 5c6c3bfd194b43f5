import Policy
import Screen

/// What the map's help says besides its keys: what classes are made by.
enum MapHelp {
  static func lines(_ language: Language) -> [MenuLine] {
    let rules = [
      Phrase("状态、时序差：同总览；未选指标时为该区最差指标", "status and lead: as on the overview; of the worst item unless one is chosen"),
      Phrase("完成率：与时序进度、全市完成率相比", "attainment: against the pace and the city's own"),
      Phrase("预测：稳 90% 起，盯 50% 起，以下为险", "forecast: safe from 90%, near from 50%, at risk below"),
      Phrase("D级机构、执行率、资金预警：与全市水平相比", "grade D, funds used, flags: against the city as a whole"),
      Phrase("报送：超过失联天数的一半为偏慢", "silence: slow from half of the days after which a district is silent"),
      Phrase("方位示意取自方案的 tile_row、tile_col；没有的排在下方", "places are the plan's tile_row and tile_col; others stand below"),
    ]
    return rules.map { MenuLine(label: language($0), hint: "", choice: .note) }
  }
}

extension MenuLines {
  /// What the map can be coloured by: the measures, then every counted item.
  static func colourings(_ state: ConsoleState) -> [MenuLine] {
    guard let loaded = state.loaded else { return [] }
    let language = state.language
    let now = language(Phrase("当前", "now"))
    let measures = MapMeasure.allCases.map { measure in
      MenuLine(
        label: language(measure.summary), hint: state.map.measure == measure ? now : "", choice: .mapMeasure(measure))
    }
    let own = MenuLine(
      label: language(Phrase("各区自身与最差指标", "each district's own status and worst item")),
      hint: state.map.item == nil ? now : "", choice: .mapItem(nil))
    let items = ConsoleState.mapItems(loaded.board).map { id in
      let item = loaded.item(id)
      return MenuLine(
        label: SafeText(id.rawValue + "  ") + (item?.label.text(language) ?? ""), hint: state.map.item == id ? now : "",
        choice: .mapItem(id))
    }
    return measures + [own] + items
  }
}

extension MapMeasure {
  /// What the menu says of it.
  var summary: Phrase {
    switch self {
    case .status: Phrase("按状态：滞后、关注、正常", "by status: lagging, watch, on pace")
    case .attainment: Phrase("按完成率", "by attainment")
    case .lead: Phrase("按与时序差", "by lead over the pace")
    case .forecast: Phrase("按预测：年末达标的把握", "by forecast: the chance to reach the target")
    case .count: Phrase("按累计完成数", "by count")
    case .silence: Phrase("按报送：最新数据距今天数", "by silence: days since the latest row")
    case .grades: Phrase("按机构分级：D级占比", "by grades: share of institutions with grade D")
    case .utilisation: Phrase("按基地资金执行率", "by funding: share of the money used")
    case .flags: Phrase("按基地资金预警数", "by funding: number of flags")
    }
  }
}
