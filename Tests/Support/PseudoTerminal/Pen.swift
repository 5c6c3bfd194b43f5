/// How text is drawn: attributes and colours.
package struct Pen: Hashable, Sendable {
  package var bold = false
  package var dim = false
  package var underline = false
  package var reverse = false
  package var foreground = Color.standard
  package var background = Color.standard

  package init() {}

  package enum Color: Hashable, Sendable {
    case standard
    case indexed(Int)
    case rgb(Int, Int, Int)
  }

  /// What erasing leaves: the background alone.
  var erasing: Pen {
    var pen = Pen()
    pen.background = background
    return pen
  }

  /// Takes the parameters of a "select graphic rendition" sequence.
  mutating func apply(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: self = Pen()
      case 1: bold = true
      case 2: dim = true
      case 4: underline = true
      case 7: reverse = true
      case 22: (bold, dim) = (false, false)
      case 24: underline = false
      case 27: reverse = false
      case 30...37: foreground = .indexed(number - 30)
      case 38: foreground = Self.color(&rest) ?? foreground
      case 39: foreground = .standard
      case 40...47: background = .indexed(number - 40)
      case 48: background = Self.color(&rest) ?? background
      case 49: background = .standard
      case 90...97: foreground = .indexed(number - 82)
      case 100...107: background = .indexed(number - 92)
      default: break
      }
    }
  }

  private static func color(_ rest: inout ArraySlice<Int>) -> Color? {
    switch rest.popFirst() {
    case 5: return rest.popFirst().map { .indexed($0) }
    case 2:
      guard let red = rest.popFirst(), let green = rest.popFirst(), let blue = rest.popFirst() else { return nil }
      return .rgb(red, green, blue)
    default: return nil
    }
  }
}
