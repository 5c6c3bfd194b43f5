import Policy
import Testing

@testable import Records

/// Empty tables to fill in.
@Suite struct TableTemplateTests {
  @Test func everyTableHasOneUnderBothItsNames() {
    #expect(TableTemplate.all.map(\.name) == Table.allCases.map(\.rawValue))
    for template in TableTemplate.all {
      #expect(TableTemplate.named(template.name)?.headers == template.headers)
      #expect(TableTemplate.named(template.chinese)?.headers == template.headers)
    }
    #expect(TableTemplate.named("plan") == nil)
    #expect(TableTemplate.named("") == nil)
  }

  @Test func theDirectoryTakesEveryOneOfThemWithoutAComplaint() throws {
    var files: [String: String] = [:]
    for template in TableTemplate.all {
      files[template.name + ".csv"] = "\u{FEFF}" + template.headers.joined(separator: ",") + "\r\n"
    }
    let read = try snapshot(files)
    #expect(read.files.count == Table.allCases.count)
    #expect(read.problems.filter { $0.code != .emptyFile }.isEmpty, "\(read.told)")
  }

  @Test func headersAreTheChineseOnesAndNoneStandsTwice() {
    for template in TableTemplate.all {
      #expect(Set(template.headers).count == template.headers.count)
      for header in template.headers where !header.hasPrefix("tile_") {
        #expect(header.unicodeScalars.allSatisfy { $0.value >= 0x4E00 }, "\(header)")
      }
    }
    #expect(TableTemplate.named("registers")?.headers == ["指标", "编号", "环节", "日期", "区县", "名称"])
  }
}
