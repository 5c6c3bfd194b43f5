import Console
import Policy
import Screen
import Testing

@Suite("What a person does, and what is seen then")
struct ScenarioTests {
  @Test("scenario", arguments: Scenario.all)
  func scenario(_ scenario: Scenario) throws {
    let script = try scenario.script()
    let session = try scenario.play(script)
    let frame = session.frame
    #expect(faults(of: frame, size: session.state.size) == [])
    #expect(faults(ofText: frame) == [])

    var text = frame.plainText(trimmed: true)
    for effect in session.effects { text += "---- effect " + ScenarioTests.words(effect) + "\n" }
    ScenarioTests.check(script, session, text)
    if script.value("roles") == "yes" { text += "---- roles\n" + frame.rolePlane() }
    try Recorded("Scenarios/\(scenario.name)/screen").expect(text)
  }

  @Test("there are scenarios, each says what must be seen, and none holds a key that does nothing by mistake")
  func whole() throws {
    #expect(Scenario.all.count > 60)
    for scenario in Scenario.all {
      let script = try scenario.script()
      let known: Set<String> = [
        "page", "size", "lang", "as-of", "district", "glyphs", "ambiguous", "directory", "notice", "sees", "lacks",
        "selected", "roles", "history", "docket", "actor",
      ]
      #expect(script.header.allSatisfy { known.contains($0.key) }, "\(scenario.name)")
      let claims = script.values("sees").count + script.values("lacks").count + script.values("selected").count
      #expect(claims > 0, "\(scenario.name) claims nothing")
    }
  }

  private static func check(_ script: Scenario.Script, _ session: Session, _ text: String) {
    for expected in script.values("sees") { #expect(text.contains(expected), "\(expected) is not seen") }
    for unwanted in script.values("lacks") { #expect(!text.contains(unwanted), "\(unwanted) is seen") }
    for row in script.values("selected") { #expect(session.selected == row) }
  }

  private static func words(_ effect: Effect) -> String {
    if case .readLines(let request) = effect { return "readLines \(request.path):\(request.line)" }
    guard case .copy(let text) = effect else { return "\(effect)" }
    return "copy\n" + text.replacing("\t", with: " | ").trimmingSuffix(while: \.isNewline)
  }
}

extension String {
  fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, matches(last) { text.removeLast() }
    return String(text)
  }
}
