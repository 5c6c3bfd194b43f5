import Foundation
import Testing

@Suite("The page of what other programs are blamed for")
struct ComplaintsPageTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

  @Test("it has all forty, each with what holds it, and every file that it names is there")
  func whole() throws {
    let page = ComplaintsPageTests.root.appending(path: "Sources/jineng/jineng.docc/Complaints.md")
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").compactMap { line -> [String]? in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return cells.count == 4 && Int(cells[0]) != nil ? cells : nil
    }
    #expect(rows.compactMap { Int($0[0]) } == Array(1...40))
    for row in rows {
      let files = row[3].split(separator: "`").map(String.init).filter { $0.contains("/") }
      #expect(!files.isEmpty, "\(row[0])")
      for file in files {
        #expect(
          FileManager.default.fileExists(atPath: ComplaintsPageTests.root.appending(path: file).path()), "\(file)")
      }
    }
  }
}
