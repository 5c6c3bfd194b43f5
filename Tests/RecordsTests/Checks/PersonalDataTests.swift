import Policy
import Testing

@testable import Records

/// Personal data never stays (`data-directory.md`, Personal data).
@Suite struct PersonalDataTests {
  static let latest = Day(number: 20_818)

  /// A valid number by GB 11643 for a birth date.
  static func identityNumber(_ birth: String, _ serial: Int) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let body = "310115" + birth + String(100 + serial % 900)
    let sum = zip(body.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
    return body + String(Array("10X98765432")[sum % 11])
  }

  /// A valid code by GB 32100.
  static func creditCode(_ serial: Int) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let body = "91310115MA1K" + String(10_000 + serial)
    var weight = 1
    var sum = 0
    for character in body {
      sum += (alphabet.firstIndex(of: character) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return body + String(alphabet[(31 - sum % 31) % 31])
  }

  static func isPersonal(_ text: String) -> Bool {
    PersonalValues.isPersonal(Array(text.utf8).span, latestBirth: latest)
  }

  @Test func formsAreRecognised() {
    #expect(Self.isPersonal("11010519491231002X"))
    #expect(Self.isPersonal("11010519491231002x"))
    #expect(Self.isPersonal(Self.identityNumber("19900229", 1)) == false)
    #expect(Self.isPersonal(Self.identityNumber("19920229", 1)))
    #expect(Self.isPersonal("110105194912310021") == false)
    #expect(Self.isPersonal("13800138000"))
    #expect(Self.isPersonal("12800138000") == false)
    #expect(Self.isPersonal("1380013800") == false)
    #expect(Self.isPersonal("6222020200112231") == false)
    #expect(Self.isPersonal("4111111111111111"))
    #expect(Self.isPersonal("4111111111111112") == false)
    for serial in 0..<500 { #expect(!Self.isPersonal(Self.creditCode(serial))) }
  }

  @Test func theFutureHasNoBirths() {
    for serial in 0..<20 {
      // One in ten passes Luhn by chance and counts as a card.
      let number = Self.identityNumber("20990101", serial)
      #expect(Self.isPersonal(number) == luhn(number))
    }
  }

  private func luhn(_ text: String) -> Bool {
    let digits = text.compactMap(\.wholeNumberValue)
    let sum = digits.reversed().enumerated().reduce(0) { total, entry in
      let doubled = entry.element * 2
      return total + (entry.offset % 2 == 0 ? entry.element : doubled > 9 ? doubled - 9 : doubled)
    }
    return digits.count == text.count && sum % 10 == 0
  }

  @Test(arguments: [
    "姓名", "学员姓名", "身份证", "身份证号", "身份证(号)", "证件号码", "手机", "手机号", "联系电话", "银行卡", "银行卡号", "住址", "ID_Number",
    "id_card", "PHONE", "mobile", "bank_card", "home_address", "person_name",
  ]) func aPersonalHeaderDropsItsColumn(_ header: String) throws {
    let read = try snapshot([
      "progress.csv": "date,district,item,\(header)\n2026-03-05,浦东,M01.01,x\n2026-03-05,浦东,M01.01,\n"
    ])
    #expect(read.told == ["progress.csv:- personal-data \(header)"])
    #expect(read.problems.first?.detail == "1")
    #expect(read.actual("310115", "M01.01") == 2)
  }

  @Test func aColumnOfTheTableIsNotPersonalByItsHeader() throws {
    let read = try snapshot(["institutions.csv": "id,name,district\nI1,甲,浦东\n"])
    #expect(read.told == [])
  }

  @Test func contentDecidesOverUnknownColumnsAndRemarks() throws {
    func notes(_ values: [String]) throws -> Snapshot {
      let rows = values.enumerated().map { "I1,2026-03-01,k\($0.offset),\($0.element),\($0.element)\n" }.joined()
      return try snapshot([
        "institutions.csv": "id,name,district\nI1,甲,浦东\n", "findings.csv": "机构,日期,类型,备注,other\n" + rows,
      ])
    }
    let phones = ["13800138000", "13900139000", "15900159000"]
    let bad = try notes(phones + ["好", "", "中", "差", "劣"])
    #expect(bad.told == ["findings.csv:- unknown-column other"])
    #expect(bad.facts.findings.map(\.note).contains("13800138000"))
    let worse = try notes(phones + ["好", "", "中", "差"])
    #expect(worse.told == ["findings.csv:- personal-data other", "findings.csv:- personal-data 备注"])
    #expect(worse.problems.map(\.detail) == ["6", "6"])
    #expect(worse.facts.findings.count == 7)
    #expect(worse.facts.findings.allSatisfy { $0.note == nil })
    let two = try notes(Array(phones.prefix(2)))
    #expect(two.told == ["findings.csv:- unknown-column other"])
  }

  @Test func noMessageHoldsAPersonalValue() throws {
    let read = try snapshot([
      "progress.csv": "date,district,item,count\n13800138000,浦东,M01.01,1\n2026-03-05,张三13800138000,M01.01,1\n"
        + "2026-03-05,浦东,11010519491231002X,1\n2026-03-05,浦东,M01.01,4111111111111111\n2026-03-05,nowhere,M01.01,1\n"
    ])
    #expect(read.problems.map(\.code) == [.badDate, .unknownDistrict, .unknownItem, .overflow, .unknownDistrict])
    #expect(read.problems.map(\.detail) == [nil, nil, nil, nil, "nowhere"])
  }

  @Test func aFileWithoutHeaderTellsNothingOfItsFirstRow() throws {
    let read = try snapshot(["scores.csv": "I1,张三,13800138000\nI1,李四,13900139000\n"])
    #expect(Set(read.told) == ["scores.csv:1 missing-column -"])
    #expect(read.problems.count == 4)
    let other = try snapshot(["progress.csv": "date,district,item,13800138000\n2026-03-05,浦东,M01.01,\n"])
    #expect(other.told == ["progress.csv:- personal-data …"])
  }

  @Test func namesOfPersonsInRegistersDoNotStay() throws {
    let plan = try Plan.builtIn()
    let people = try #require(plan.items.first { $0.people })
    let others = try #require(plan.items.first { $0.kind == .register && !$0.people })
    let read = try snapshot([
      "registers.csv": "item,entry,stage,date,name\n"
        + "\(people.id),1,\(people.stages[0]),2026-03-01,张三\n\(others.id),1,\(others.stages[0]),2026-03-01,项目\n"
    ])
    #expect(read.told == [])
    #expect(read.facts.registers.map(\.name) == [nil, "项目"])
  }
}
