import Testing

@testable import Console

struct RowQueryTests {
  private struct Row: Hashable {
    var name: String
    var lead: Double?
    var grade: Int?
  }

  private static var fields: [RowField<Row>] {
    [
      RowField("name", "名称", "name", .text { [$0.name] }),
      RowField("lead", "时序差", "lead", .number(\.lead)),
      RowField("grade", "等级", "grade", .scale(.grade, \.grade)),
    ]
  }

  private static let rows = [
    Row(name: "浦东", lead: -5.5, grade: 3), Row(name: "杨浦", lead: -5, grade: 1), Row(name: "崇明", lead: nil, grade: 0),
    Row(name: "长宁 西", lead: 2.004, grade: nil),
  ]

  private func kept(_ text: String) throws -> [String] {
    let test = try RowQuery.test(text, Self.fields) { [$0.name] }
    return Self.rows.filter(test).map(\.name)
  }

  @Test(arguments: [
    ("lead<-5", ["浦东"]), ("lead<=-5", ["浦东", "杨浦"]), ("时序差 < -5", ["浦东"]), ("lead!=-5", ["浦东", "崇明", "长宁 西"]),
    ("lead=2", ["长宁 西"]), ("lead>=+2.00x", ["长宁 西"]), ("lead=-5.5", ["浦东"]), ("lead=2.0", ["长宁 西"]), ("lead>2", []),
    ("grade<=C", ["杨浦", "崇明"]), ("grade>c", ["浦东"]),
    ("ｇｒａｄｅ＜＝Ｃ", ["杨浦", "崇明"]), ("等级≤C", ["杨浦", "崇明"]), ("grade!=D", ["浦东", "杨浦", "长宁 西"]),
    ("name=浦东", ["浦东"]), ("name=浦", []), ("name!=浦东", ["杨浦", "崇明", "长宁 西"]), ("name=\"长宁 西\"", ["长宁 西"]),
    ("name=“长宁 西”", ["长宁 西"]), ("lead<0 浦", ["浦东", "杨浦"]), ("lead<0 and not grade<=C", ["浦东"]),
    ("lead<0 且 非 grade<=C", ["浦东"]), ("lead>0 or grade=D", ["崇明", "长宁 西"]), ("lead>0 或 grade=D", ["崇明", "长宁 西"]),
    ("grade=A or grade=D and lead<0", ["浦东"]), ("(grade=A or grade=C) and lead<-5", ["浦东"]),
    ("（grade=A or grade=C） and lead<-5", ["浦东"]), ("not (lead<0)", ["崇明", "长宁 西"]),
  ])
  func keeps(text: String, names: [String]) throws { #expect(try kept(text) == names) }

  @Test(arguments: [
    ("led<3", QueryFault.unknownColumn("led")), ("lead<", .unfinished), ("lead<3 and", .unfinished),
    ("<3", .unfinished),
    ("lead=3)", .bracket), ("(lead=3", .bracket), ("lead<<3", .unfinished), ("not", .unfinished),
    ("lead<much", .badValue(column: Phrase("时序差", "lead"), "much")),
    ("lead<1e400", .badValue(column: Phrase("时序差", "lead"), "1e400")),
    ("grade=E", .badValue(column: Phrase("等级", "grade"), "E")), ("name<浦", .unordered(column: Phrase("名称", "name"))),
  ])
  func tellsWhatIsWrong(text: String, fault: QueryFault) {
    #expect(throws: fault) { try kept(text) }
  }

  @Test func whatIsBeingTypedCountsAsFarAsItGoes() {
    func kept(_ text: String) -> Int {
      Self.rows.filter(RowQuery.usableTest(text, Self.fields) { [$0.name] }).count
    }
    #expect(kept("lead<-5") == 1)
    #expect(kept("lead<-5 and") == 1)
    #expect(kept("lead<-5 and gr") == 0)
    #expect(kept("lead<-5 and grade<") == 1)
    #expect(kept("leed<-5") == 4)
    #expect(kept("lead<") == 4)
    #expect(kept("lead<-5 and (") == 1)
    #expect(kept("<") == 4)
  }

  /// De Morgan, whatever the comparisons are, over rows with and without values.
  @Test func notTurnsAndIntoOr() throws {
    let atoms = ["lead<-5", "lead>=-5", "grade<=C", "grade!=D", "name=浦东", "浦", "lead!=2"]
    for a in atoms {
      for b in atoms {
        let left = try kept("not (\(a) and \(b))")
        #expect(try kept("not \(a) or not \(b)") == left)
        #expect(try Set(kept("\(a) and \(b)") + left) == Set(Self.rows.map(\.name)))
      }
    }
  }

  /// Whatever is typed: an answer or a fault, never a trap.
  @Test func anyTextIsReadOrRefused() {
    let pieces = [
      "(", ")", "<", ">", "=", "!", "and", "or", "not", "lead", "grade", "-5", "\"", " ", "浦", "＜", "\u{202e}",
    ]
    var random = Seeded(7)
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      _ = try? kept(text)
      _ = RowQuery.usableTest(text, Self.fields) { [$0.name] }(Self.rows[0])
    }
  }
}
