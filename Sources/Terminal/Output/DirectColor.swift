import Screen

/// True colour over a 256-colour terminal description.
///
/// ncurses is told to use colour numbers 16…255, one for each colour of the theme; on the way out the numbers are
/// replaced by the colours they stand for. So the terminal's palette stays as its owner set it.
struct DirectColor {
  private var numbers: [ThemeColor.RGB: UInt8] = [:]
  private var colors: [UInt8: ThemeColor.RGB] = [:]
  private var next: UInt8 = 16

  /// The number that stands for a colour; the nearest of the usual palette's when all are taken.
  mutating func number(for color: ThemeColor.RGB) -> UInt8 {
    if let known = numbers[color] { return known }
    guard next < 255 else { return Palette.nearest256(to: color) }
    numbers[color] = next
    colors[next] = color
    defer { next += 1 }
    return next
  }

  /// The bytes with every `38;5;N` and `48;5;N` of a known N replaced by `38;2;R;G;B` and `48;2;R;G;B`.
  func rewrite(_ bytes: [UInt8]) -> [UInt8] {
    guard !colors.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var index = 0
    while index < bytes.count {
      guard let sequence = Self.rendition(in: bytes, at: index) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      result += [0x1b, 0x5b]
      result += replace(sequence).joined(separator: [0x3b])
      result.append(0x6d)
      index += 2 + sequence.reduce(0) { $0 + $1.count + 1 }
    }
    return result
  }

  /// The parameters of the SGR sequence that begins at `start`, if one does.
  private static func rendition(in bytes: [UInt8], at start: Int) -> [ArraySlice<UInt8>]? {
    guard bytes[start] == 0x1b, start + 1 < bytes.count, bytes[start + 1] == 0x5b else { return nil }
    var end = start + 2
    while end < bytes.count, bytes[end] == 0x3b || (0x30...0x39).contains(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == 0x6d else { return nil }
    return bytes[(start + 2)..<end].split(separator: 0x3b, omittingEmptySubsequences: false)
  }

  private func replace(_ parameters: [ArraySlice<UInt8>]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var index = 0
    while index < parameters.count {
      let kind = String(decoding: parameters[index], as: UTF8.self)
      result.append(Array(parameters[index]))
      index += 1
      guard kind == "38" || kind == "48", index + 1 < parameters.count,
        parameters[index].elementsEqual([0x35]),
        let number = UInt8(String(decoding: parameters[index + 1], as: UTF8.self)), let color = colors[number]
      else { continue }
      result += [color.red, color.green, color.blue].reduce(into: [[0x32]]) { $0.append(Array(String($1).utf8)) }
      index += 2
    }
    return result
  }
}
