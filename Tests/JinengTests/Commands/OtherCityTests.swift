import Testing

/// The commands on the plan of a city that does not exist.
@Suite struct OtherCityTests {
  private static var planFile: String {
    let tests = #filePath.split(separator: "/").dropLast(3)
    return "/" + tests.joined(separator: "/") + "/Fixtures/OtherCity/plan.toml"
  }

  @Test("A sample is made for it, checked, shown and reported, and nothing is of the built-in city")
  func commands() throws {
    let home = try Home()
    let plan = ["--plan", OtherCityTests.planFile]
    let checked = try Jineng.run(
      ["plan", "check", OtherCityTests.planFile, "--format", "json"], in: home, expecting: 0)
    #expect(JSON.objects(try JSON.object(checked.out)["problems"]).isEmpty)
    let write = ["demo", "--write", home.data.path, "--rows", "6000", "--through", "2028-11-20"]
    _ = try Jineng.run(write + plan, in: home, expecting: 0)
    let day = ["--data", home.data.path, "--as-of", "2028-11-20"]

    let reported = try Jineng.run(["report", "--format", "json"] + day + plan, in: home, expecting: 0)
    let report = try JSON.object(reported.out)
    let districts = JSON.objects(report["districts"])
    #expect(districts.count == 40)
    let counted = ["T-1", "T-1/evening", "cert", "游3"]
    for place in districts + [report["city"] as? [String: Any] ?? [:]] {
      #expect(JSON.objects(place["items"]).map { $0["id"] as? String } == counted)
    }
    #expect(JSON.objects(report["measures"]).map { $0["number"] as? Int } == [1, 2, 3, 5, 8, 13, 21])
    #expect(JSON.objects(report["closing"]).map { $0["id"] as? String } == ["Z1"])
    #expect((report["plan"] as? [String: Any])?["year"] as? Int == 2028)
    let texts = JSON.strings(report)
    #expect(!texts.contains { $0.contains("上海") || $0.contains("浦东") || $0.hasPrefix("310") || $0.hasPrefix("M01") })

    let found = try Jineng.run(
      ["show", "district", "--district", "pengshui", "--size", "80x24"] + day + plan, in: home, expecting: 0)
    #expect(found.text.contains("彭水"))
    let explained = try Jineng.run(
      ["explain", "--district", "rs", "--item", "cert"] + day + plan, in: home, expecting: 0)
    #expect(!explained.text.isEmpty)
  }
}
