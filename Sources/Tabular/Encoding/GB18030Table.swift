internal import Glibc

/// GB18030 to Unicode: the two-byte codes and the four-byte codes of the BMP, as the C library's converter has them.
///
/// The table is filled once, when the first such file is met (some milliseconds), so that reading needs no converter
/// of its own per file and decoding is a pure function that may run on any thread.
struct GB18030Table: Sendable {
  /// The C library's table; nil where it brings no converter (then no byte over 7F can be read).
  static let system = GB18030Table()

  private let pairs: [UInt32]
  private let quads: [UInt32]

  private static let trailsPerLead = 190
  private static let leads = 126
  /// Four-byte codes from 81308130 to 8431A439 are those of the BMP.
  private static let quadsInBMP = 39_420
  /// The place of 90308130, which is U+10000, in the order of four-byte codes.
  private static let firstSupplementary: UInt32 = 189_000
  /// Marks a code that stands for no character.
  private static let none = UInt32.max

  private init?() {
    guard let converter = SystemConverter(from: ["GB18030", "GBK", "CP936"]) else { return nil }
    pairs = (0..<Self.leads * Self.trailsPerLead).map { converter.point(Self.pair($0)) }
    quads = (0..<Self.quadsInBMP).map { converter.point(Self.quad($0)) }
  }

  /// The two-byte code at `place` in the order of leads 81…FE and trails 40…7E, 80…FE.
  private static func pair(_ place: Int) -> [UInt8] {
    let (lead, trail) = place.quotientAndRemainder(dividingBy: trailsPerLead)
    let gap = trail < 0x3F ? 0 : 1
    return [UInt8(truncatingIfNeeded: 0x81 + lead), UInt8(truncatingIfNeeded: 0x40 + trail + gap)]
  }

  /// The four-byte code at `place`, counted from 81308130.
  private static func quad(_ place: Int) -> [UInt8] {
    let (thirds, fourth) = place.quotientAndRemainder(dividingBy: 10)
    let (seconds, third) = thirds.quotientAndRemainder(dividingBy: 126)
    let (first, second) = seconds.quotientAndRemainder(dividingBy: 10)
    return [
      UInt8(truncatingIfNeeded: 0x81 + first), UInt8(truncatingIfNeeded: 0x30 + second),
      UInt8(truncatingIfNeeded: 0x81 + third), UInt8(truncatingIfNeeded: 0x30 + fourth),
    ]
  }

  /// Appends the text of `range` as UTF-8; false if it is not GB18030 (then `output` holds its sound beginning).
  func decode(_ bytes: ByteView, in range: Range<Int>, into output: inout [UInt8]) -> Bool {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let lead = bytes[index]
      if lead < 0x80 {
        output.append(lead)
        index &+= 1
        continue
      }
      guard lead >= 0x81, lead <= 0xFE, end &- index >= 2 else { return false }
      let trail = bytes[index &+ 1]
      let point: UInt32
      if trail >= 0x40 {
        guard trail != 0x7F, trail != 0xFF else { return false }
        point = pairs[Int(lead &- 0x81) &* Self.trailsPerLead &+ Int(trail &- (trail < 0x7F ? 0x40 : 0x41))]
        index &+= 2
      } else {
        guard end &- index >= 4 else { return false }
        point = quad(lead, trail, bytes[index &+ 2], bytes[index &+ 3])
        index &+= 4
      }
      if point == Self.none { return false }
      output.appendUTF8(point)
    }
    return true
  }

  private func quad(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32 {
    guard (0x30...0x39).contains(second), (0x81...0xFE).contains(third), (0x30...0x39).contains(fourth) else {
      return Self.none
    }
    let high = UInt32(first &- 0x81) &* 10 &+ UInt32(second &- 0x30)
    let place = (high &* 126 &+ UInt32(third &- 0x81)) &* 10 &+ UInt32(fourth &- 0x30)
    if place < Self.quadsInBMP { return quads[Int(place)] }
    guard place >= Self.firstSupplementary, place &- Self.firstSupplementary <= 0xF_FFFF else { return Self.none }
    return place &- Self.firstSupplementary &+ 0x1_0000
  }
}

/// One open `iconv` conversion to UTF-32, closed with its last reference.
private final class SystemConverter {
  private let handle: iconv_t

  init?(from names: [String]) {
    for name in names {
      guard let handle = iconv_open("UTF-32LE", name), Int(bitPattern: handle) != -1 else { continue }
      self.handle = handle
      return
    }
    return nil
  }

  deinit { iconv_close(handle) }

  /// The one character that `code` stands for, else `UInt32.max`.
  func point(_ code: [UInt8]) -> UInt32 {
    var input = code.map { CChar(bitPattern: $0) }
    var output = UInt32.max
    let isOne = input.withUnsafeMutableBufferPointer { source in
      withUnsafeMutableBytes(of: &output) { target in
        var from = source.baseAddress
        var fromLeft = source.count
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var toLeft = target.count
        let result = iconv(handle, &from, &fromLeft, &to, &toLeft)
        return result == 0 && fromLeft == 0 && toLeft == 0
      }
    }
    guard isOne, Unicode.Scalar(UInt32(littleEndian: output)) != nil else {
      iconv(handle, nil, nil, nil, nil)
      return .max
    }
    return UInt32(littleEndian: output)
  }
}
