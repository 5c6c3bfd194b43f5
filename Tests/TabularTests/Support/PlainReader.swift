@testable import Tabular

/// The rules for rows once more, one byte at a time and with no thought for speed: what the reader is held against.
struct PlainReader {
  let bytes: [UInt8]
  let delimiter: UInt8
  let limit: Int

  func rows() -> [ReadRow] {
    var rows: [ReadRow] = []
    var position = 0
    var line = 1
    while position < bytes.count {
      if isLineEnd(position) {
        position = afterLineEnd(position)
        line += 1
        continue
      }
      let (row, next) = row(at: position, line: line)
      rows.append(row)
      line += lineEnds(in: position..<next)
      position = next
    }
    return rows
  }

  private func row(at start: Int, line: Int) -> (ReadRow, Int) {
    var fields: [[UInt8]] = []
    var index = start
    var isTooLarge = false
    while true {
      var field: [UInt8] = []
      if index < bytes.count, bytes[index] == 0x22 {
        index += 1
        while true {
          guard index < bytes.count else {
            return (refused(start..<bytes.count, line, .unterminatedQuote), bytes.count)
          }
          if bytes[index] == 0x22 {
            guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else { break }
            index += 1
          }
          field.append(bytes[index])
          index += 1
          if field.count > limit {
            var end = start
            while end < bytes.count, !isLineEnd(end) { end += 1 }
            return (refused(start..<end, line, .unterminatedQuote), afterLineEnd(end))
          }
        }
        index += 1
      }
      while index < bytes.count, bytes[index] != delimiter, !isLineEnd(index) {
        field.append(bytes[index])
        index += 1
      }
      if field.count > limit { isTooLarge = true }
      fields.append(field)
      if index < bytes.count, bytes[index] == delimiter {
        index += 1
        continue
      }
      if isTooLarge { return (refused(start..<index, line, .fieldTooLarge), afterLineEnd(index)) }
      let fault = refused(start..<index, line, .fieldTooLarge)
      if fault.fault == .invalidEncoding { return (fault, afterLineEnd(index)) }
      return (ReadRow(line, fields.map(trimmed)), afterLineEnd(index))
    }
  }

  private func refused(_ range: Range<Int>, _ line: Int, _ fault: RowFault) -> ReadRow {
    ReadRow(line, fault: String(validating: bytes[range], as: UTF8.self) == nil ? .invalidEncoding : fault)
  }

  private func trimmed(_ field: [UInt8]) -> String {
    let blanks: Set<Unicode.Scalar> = [" ", "\t", "\u{A0}", "\u{3000}"]
    var scalars = Array(String(decoding: field, as: UTF8.self).unicodeScalars)
    while let last = scalars.last, blanks.contains(last) { scalars.removeLast() }
    while let first = scalars.first, blanks.contains(first) { scalars.removeFirst() }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private func isLineEnd(_ index: Int) -> Bool { bytes[index] == 0x0A || bytes[index] == 0x0D }

  private func afterLineEnd(_ index: Int) -> Int {
    guard index < bytes.count else { return bytes.count }
    return index + (bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1)
  }

  private func lineEnds(in range: Range<Int>) -> Int {
    range.count { bytes[$0] == 0x0A || (bytes[$0] == 0x0D && !(range.contains($0 + 1) && bytes[$0 + 1] == 0x0A)) }
  }
}
