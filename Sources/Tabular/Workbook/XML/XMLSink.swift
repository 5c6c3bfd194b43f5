/// Takes what an ``XMLStream`` finds. The root's depth is 1.
class XMLSink {
  /// Why the part must be refused; the stream ends soon after it is set.
  final var fault: WorkbookFault?

  /// An element begins.
  func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {}

  /// An element ends; true pauses the stream.
  func end(depth: Int) -> Bool { false }

  /// Text of an element, in pieces: UTF-8 that is valid.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) {}
}

/// A name in the document, valid while the sink is called.
struct XMLName {
  let characters: UnsafePointer<CChar>

  /// Whether it is this name. Namespaces are not looked at: the two editions of the format differ in all of them.
  func callAsFunction(_ name: StaticString) -> Bool { XMLAttributes.isEqual(characters, name) }
}

/// The attributes of an element, valid while the sink is called.
struct XMLAttributes {
  let list: UnsafePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute without a prefix.
  func value(_ name: StaticString) -> UnsafePointer<CChar>? {
    find { Self.isEqual($0, name) }
  }

  /// The value of an attribute with a prefix, whatever that is.
  func prefixedValue(_ name: StaticString) -> UnsafePointer<CChar>? {
    find { characters in
      var place = characters
      while place.pointee != 0 {
        if place.pointee == CChar(bitPattern: UInt8(ascii: ":")) { return Self.isEqual(place + 1, name) }
        place += 1
      }
      return false
    }
  }

  /// The value of an attribute as text.
  func string(_ name: StaticString) -> String? { value(name).map { String(cString: $0) } }

  /// The value of an attribute as a number that is not negative; nil where it is absent, or no number up to 10^9.
  func number(_ name: StaticString) -> Int? { value(name).flatMap(Self.number) }

  /// Whether an attribute says yes.
  func isTrue(_ name: StaticString) -> Bool {
    value(name).map { Self.isEqual($0, "1") || Self.isEqual($0, "true") } ?? false
  }

  /// The number that these digits are; nil where they are none, or over 10^9.
  static func number(_ characters: UnsafePointer<CChar>) -> Int? {
    var value = 0
    var place = characters
    while place.pointee != 0 {
      let digit = UInt8(bitPattern: place.pointee) &- 0x30
      guard digit <= 9, value <= 100_000_000 else { return nil }
      value = value &* 10 &+ Int(digit)
      place += 1
    }
    return place == characters ? nil : value
  }

  @inline(__always)
  static func isEqual(_ characters: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    let bytes = name.utf8Start
    let count = name.utf8CodeUnitCount
    var index = 0
    while index < count {
      // A shorter text ends in zero, which no name holds.
      guard UInt8(bitPattern: characters[index]) == bytes[index] else { return false }
      index &+= 1
    }
    return characters[count] == 0
  }

  @inline(__always)
  private func find(_ matches: (UnsafePointer<CChar>) -> Bool) -> UnsafePointer<CChar>? {
    guard var place = list else { return nil }
    while let name = place.pointee, let value = place[1] {
      if matches(name) { return value }
      place += 2
    }
    return nil
  }
}
