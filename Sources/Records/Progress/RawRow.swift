import Glibc
import Policy
import Tabular

/// The raw bytes of a good row that needs no reading of quotes or lone CRs: each step's text stands between delimiters.
struct RawRow {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let knowledge: ProgressKnowledge

  /// The row that `feed` gave last; nil where its raw bytes are more than its fields and delimiters.
  init?(_ feed: RowFeed, _ knowledge: ProgressKnowledge) {
    let window = feed.window
    var start = feed.rowStart
    while start < window.position, RawRow.endsLine(window.memory[start]) { start += 1 }
    // Behind the row stands its line feed, and before that perhaps a CR, which then belongs to the last field's text.
    guard window.position > start, window.memory[window.position - 1] == UInt8(ascii: "\n") else { return nil }
    let end = window.position - 1
    bytes = UnsafeBufferPointer(start: window.memory + start, count: end - start)
    delimiter = feed.delimiter
    self.knowledge = knowledge
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "\n"): return nil
      case UInt8(ascii: "\r") where index != bytes.count - 1: return nil
      default: break
      }
    }
  }

  /// What the row's texts mean: the steps' values, and the number of the combination of all its traits.
  struct Meaning {
    var date: Int
    var district: Int
    var item: Int
    var institution: Int
    var combination: Int
  }

  /// Remembers what the row's texts mean; `traits` says what those traits of the row mean that are not all of them.
  func learn(_ meaning: Meaning, traits: ([Trait]) -> Int) {
    guard let base = bytes.baseAddress else { return }
    let steps = knowledge.steps
    var start = 0
    for index in steps.indices {
      var end = bytes.count
      if index < steps.count - 1 {
        let found = memchr(base + start, Int32(delimiter), bytes.count - start)
        if let found { end = UnsafeRawPointer(found) - UnsafeRawPointer(base) }
      }
      let text = UnsafeBufferPointer(start: base + start, count: end - start)
      let table = knowledge.raw[index]
      switch steps[index] {
      case .traits(let own):
        // Traits that are all the row has mean what the row means.
        table.insert(text) { own.count == knowledge.traitCount ? meaning.combination : traits(own) }
      case .count, .watched: break
      case .date: table.insert(text, meaning.date)
      case .district: table.insert(text, meaning.district)
      case .item: table.insert(text, meaning.item)
      case .institution: table.insert(text, meaning.institution)
      }
      guard end < bytes.count else { return }
      start = end + 1
    }
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
