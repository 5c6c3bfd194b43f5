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

  /// Remembers what the row's texts mean: `values` by step, and for traits what `traits` says of them.
  func learn(_ values: [FieldStep: Int], traits: ([Trait]) -> Int) {
    var start = 0
    for (index, step) in knowledge.steps.enumerated() {
      var end = bytes.count
      if index < knowledge.steps.count - 1 {
        end = bytes[start...].firstIndex(of: delimiter) ?? bytes.count
      }
      guard start <= end else { return }
      let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
      switch step {
      case .traits(let own): knowledge.raw[index].insert(text, traits(own))
      case .count, .watched: break
      case .date, .district, .item, .institution:
        if let value = values[step] { knowledge.raw[index].insert(text, value) }
      }
      start = end + 1
    }
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
