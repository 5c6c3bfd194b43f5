import Screen
import Testing

@testable import Console

@Suite("The keys that are expected next")
struct KeyHabitsTests {
  private func expected(after keys: String) -> String {
    var habits = KeyHabits()
    for key in keys { habits.note(.character(key)) }
    return String(habits.expected.compactMap { if case .character(let key) = $0 { key } else { nil } })
  }

  @Test("those that came after the same key before, the newest first, then the same again and its opposite")
  func followers() {
    #expect(expected(after: "").isEmpty && expected(after: "4").isEmpty)
    #expect(expected(after: "j") == "jk" && expected(after: "k") == "kj" && expected(after: "]") == "][")
    #expect(expected(after: "jkj") == "kj" && expected(after: "jkjj") == "jk")
    #expect(expected(after: "4141") == "4" && expected(after: "41424") == "21")
    #expect(expected(after: "j4j5j1j") == "15j" && expected(after: "j1j1j4j4j") == "41j")
    #expect(expected(after: "jjjj") == "jk", "each only once")
    var habits = KeyHabits()
    for key: Key in [.down, .down, .paste(String(repeating: "长", count: 9_000))] { habits.note(key) }
    #expect(habits.expected.isEmpty)
    habits.note(.down)
    #expect(habits.expected == [.down, .up] && Array(habits.followers.keys) == [.down])
    habits.note(.wheel(-1))
    #expect(habits.expected == [.wheel(-1), .wheel(1)])
  }

  @Test("however much is pasted, little is kept")
  func bounded() {
    var habits = KeyHabits()
    var most = 0
    for scalar in 0x4e00..<0x9fff {
      habits.note(.character(Character(Unicode.Scalar(scalar) ?? "a")))
      most = max(most, habits.followers.count)
    }
    #expect(most == KeyHabits.most)
    habits.note(.down)
    habits.note(.down)
    #expect(habits.expected == [.down, .up])
  }
}
