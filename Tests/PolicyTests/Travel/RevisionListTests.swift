import Policy
import Testing

@Suite struct RevisionListTests {
  @Test func `beside a gap stand the item's own revisions, and nothing where nobody has kept any`() throws {
    let month = Month(of: try day("2026-03-01"))
    func revision(_ item: String, _ difference: Int64) -> Revision {
      Revision(
        version: 1, at: 0, key: TargetKey(district: huangpu, item: ItemID(rawValue: item)), month: month, before: 10,
        after: 10 + difference, parts: [Revision.Part(path: "progress/a.csv", difference: difference)])
    }
    let question = RevisionsQuestion(district: huangpu, rule: RevisionRule())
    var list = RevisionList(
      question: question, keptSince: 1, total: 2, revisions: [revision("M01.01", 5), revision("M02.01", 7)])
    #expect(list.beside(gapOf: training)?.map(\.after) == [15])
    list.revisions = []
    #expect(list.beside(gapOf: training) == [])
    list.keptSince = nil
    #expect(list.beside(gapOf: training) == nil)
  }
}
