import Testing

/// `jineng demo --write`.
@Suite struct DemoTests {
  private func write(_ name: String, in home: Home, seed: String = "7", expecting status: Int = 0) throws {
    let options = ["--rows", "300", "--through", "2026-11-20", "--seed", seed]
    let result = try Jineng.run(["demo", "--write", name] + options, in: home, expecting: status)
    #expect(result.text == "")
    #expect(result.complaint.isEmpty == (status == 0), "\(result.complaint)")
  }

  @Test("The same seed gives the same bytes, another seed another year")
  func seeds() throws {
    let home = try Home()
    try write("a", in: home)
    try write("b", in: home)
    try write("c", in: home, seed: "8")
    let first = Folder(home.work.absolute("a")).tree
    #expect(first[".sample"] != nil)
    #expect(first.count > 20)
    #expect(Folder(home.work.absolute("b")).tree == first)
    #expect(Folder(home.work.absolute("c")).tree != first)
    #expect(first.keys.allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test("Written again into its own sample it is the same; files of others stay")
  func again() throws {
    let home = try Home()
    try write("a", in: home)
    let first = Folder(home.work.absolute("a")).tree
    try home.work.write("a/progress/own.csv", Records.file(1))
    try write("a", in: home)
    var second = Folder(home.work.absolute("a")).tree
    #expect(second.removeValue(forKey: "progress/own.csv") != nil)
    #expect(second == first)
  }

  @Test("A directory that holds something and is no sample is not touched")
  func refusal() throws {
    let home = try Home()
    try home.work.write("real/progress/a.csv", Records.file(1))
    try write("real", in: home, expecting: 3)
    #expect(Folder(home.work.absolute("real")).tree.keys.sorted() == ["progress/a.csv"])
  }

  @Test("The refusal says which directory and why in words")
  func refusalWords() throws {
    let home = try Home()
    try home.work.write("real/progress/a.csv", Records.file(1))
    let result = try Jineng.run(["demo", "--write", "real"], in: home, expecting: 3)
    #expect(result.complaint.contains("real"))
    #expect(!result.complaint.contains("notASample("), "an enum case is no message: \(result.complaint)")
  }

  @Test(
    "Every page of it says that it is a sample", arguments: ["overview", "district", "institutions", "bases", "data"])
  func labelled(page: String) throws {
    let sample = try #require(Folder.smallSample)
    for size in ["80x24", "120x36"] {
      let result = try Jineng.run(["show", page, "--data", sample.path, "--size", size], in: Home(), expecting: 0)
      #expect(result.text.contains("示例数据"), "\(size)")
    }
  }
}
