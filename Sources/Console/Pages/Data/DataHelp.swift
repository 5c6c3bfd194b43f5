import Policy
import Screen

/// What the data page's help says besides its keys: by which rule a district is said to send well.
enum DataHelp {
  static func lines(_ language: Language) -> [MenuLine] {
    let (fair, poor) = (SendingVerdict.fairPercent, SendingVerdict.poorPercent)
    let rules = [
      Phrase("较差：有文件整份未采用，或拒收率 ≥ \(poor)%", "poor: a file not used at all, or ≥ \(poor)% of rows refused"),
      Phrase(
        "一般：有整列或整份的错误，或拒收率（含合报文件）≥ \(fair)%", "fair: a file or column in error, or ≥ \(fair)% refused in any file"),
      Phrase("失联：同总览；其余为良好", "silent: as on the overview; all others are good"),
      Phrase("拒收率只按本区单独报送的文件计；多区合报的文件列入无法归属", "shares: of a district's own files; common ones are nobody's"),
    ]
    return rules.map { MenuLine(label: language($0), hint: language(CommonWord.assumed), choice: .note) }
  }
}

extension MenuLines {
  /// The line that exports the problems of the selected row's district; none where no district is meant.
  static func problemSheet(_ state: ConsoleState) -> [MenuLine] {
    guard let district = state.sheetDistrict, let loaded = state.loaded else { return [] }
    let language = state.language
    let name = state.districtLabel(district)
    let count = loaded.problems.problems(of: district).count
    return [
      MenuLine(
        label: language == .zh
          ? "导出该区问题清单：" + name + "（\(count)）" : "the problems to send back: " + name + " (\(count))",
        hint: ".csv", disabled: count == 0 ? language(Phrase("没有问题", "no problems")) : nil,
        choice: .problemSheet(district))
    ]
  }
}
