import Policy

/// `scores` (评分): an institution's score in a dimension of the rubric.
enum ScoresTable: RecordTable {
  static let table = Table.scores
  static let columns: [Column] = [
    .institution(.reference, required: true),
    .date,
    .required("dimension", "维度", as: .dimension),
    .required("score", "得分", as: .points),
    .optional("evidence", "依据", as: .remark),
  ]

  static func record(_ cells: Cells, _ lexicon: Lexicon) -> ScoreRow? {
    guard let institution = cells.text(0), let date = cells.day(1), let dimension = cells.index(2),
      let score = cells.index(3)
    else { return nil }
    return ScoreRow(
      institution: institution, date: date, dimension: dimension, hundredths: score, evidence: cells.text(4))
  }
}
