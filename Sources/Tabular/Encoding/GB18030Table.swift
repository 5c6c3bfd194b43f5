internal import Glibc

/// GB18030 to Unicode: the two-byte codes and the four-byte codes of the BMP, as the C library's converter has them.
///
/// The table is filled once, when the first such file is met (about a millisecond), so that reading needs no converter
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
    pairs = converter.points(Self.allPairs, width: 2)
    quads = converter.points(Self.allQuads, width: 4)
  }

  /// Every two-byte code in the order of leads 81…FE and trails 40…7E, 80…FE.
  static var allPairs: [UInt8] {
    var codes: [UInt8] = []
    codes.reserveCapacity(leads * trailsPerLead * 2)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        codes.append(lead)
        codes.append(trail)
      }
    }
    return codes
  }

  /// Every four-byte code of the BMP, from 81308130 on.
  static var allQuads: [UInt8] {
    var codes: [UInt8] = []
    codes.reserveCapacity(quadsInBMP * 4)
    for first in UInt8(0x81)...0x84 {
      for second in UInt8(0x30)...0x39 {
        for third in UInt8(0x81)...0xFE {
          for fourth in UInt8(0x30)...0x39 {
            guard codes.count < quadsInBMP * 4 else { return codes }
            codes.append(first)
            codes.append(second)
            codes.append(third)
            codes.append(fourth)
          }
        }
      }
    }
    return codes
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

  /// The characters that codes of `width` bytes each stand for, all in one call but for those that stand for none:
  /// these are `UInt32.max`.
  func points(_ codes: [UInt8], width: Int) -> [UInt32] {
    let count = codes.count / width
    var codes = codes
    var points = [UInt32](repeating: .max, count: count)
    codes.withUnsafeMutableBytes { source in
      points.withUnsafeMutableBytes { target in
        var place = 0
        while place < count {
          var from = source.baseAddress?.advanced(by: place * width).assumingMemoryBound(to: CChar.self)
          var fromLeft = (count - place) * width
          var to = target.baseAddress?.advanced(by: place * 4).assumingMemoryBound(to: CChar.self)
          var toLeft = (count - place) * 4
          iconv(handle, &from, &fromLeft, &to, &toLeft)
          // It stops before the first code that stands for nothing.
          place = count - fromLeft / width + 1
          iconv(handle, nil, nil, nil, nil)
        }
      }
    }
    return points.map { point in
      let point = UInt32(littleEndian: point)
      return Unicode.Scalar(point) == nil ? .max : point
    }
  }
}
