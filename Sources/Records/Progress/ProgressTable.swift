/// `progress` (进度): counts by day, district and item. Its rows are summed as they are read.
enum ProgressTable {
  static let date = 0
  static let district = 1
  static let item = 2
  static let count = 3
  static let institution = 4
  /// The six traits stand in the order of ``Trait``.
  static let firstTrait = 5

  static let columns: [Column] = [
    Column.required("date", "日期", as: .dayInPeriod),
    .district,
    .item(.counted),
    .optional("count", "人次", "数量", as: .count),
    .institution(.text, required: false),
    .optional("occupation", "职业", "工种", as: .text),
    .optional("level", "等级", as: .text),
    .optional("kind", "培训类型", as: .text),
    .optional("group", "培训对象", "人员类别", as: .text),
    .optional("field", "重点领域", as: .text),
    .optional("mode", "培训方式", as: .text),
  ]
}
