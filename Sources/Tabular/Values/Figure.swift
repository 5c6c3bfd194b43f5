/// Sign, digits and decimals as written, before any unit.
struct Figure {
  private var isNegative = false
  /// Digits before the point; stays at ``tooLarge`` once over the limit.
  private var whole: Int64 = 0
  /// All digits up to `scale` decimals.
  private var mantissa: Int64 = 0
  private var scale = 0
  private var decimals = 0
  /// Zeros met since the last decimal that went into `mantissa`.
  private var zeros = 0
  private var hasFraction = false
  private var isCut = false

  /// Over every limit, and far from the end of the type.
  private static let tooLarge: Int64 = 10_000_000_000_000

  /// Reads the longest figure that begins at `index`, which moves behind it; nil if there is none or it is malformed.
  init?(_ text: Span<UInt8>, _ index: inout Int) {
    var next = index
    switch text.nextWritten(&next) {
    case .plus?: index = next
    case .minus?, .wideMinus?:
      isNegative = true
      index = next
    default: break
    }
    guard readWhole(text, &index) else { return nil }
    mantissa = whole
    next = index
    if let mark = text.nextWritten(&next), mark == .point || mark == .widePoint {
      index = next
      guard readDecimals(text, &index) else { return nil }
    }
  }

  /// The number, or ``NumberFault/overflow``. Exact however many decimals there are.
  func number(tenThousands: Bool) -> Result<ExactNumber, NumberFault> {
    let limit = tenThousands ? NumberText.limit / 10_000 : NumberText.limit
    guard whole < limit || (whole == limit && !hasFraction) else { return .failure(.overflow) }
    var value = isNegative ? -mantissa : mantissa
    var places = scale
    if tenThousands {
      for _ in 0..<4 {
        if places > 0 { places -= 1 } else { value = value.multipliedReportingOverflow(by: 10).partialValue }
      }
    }
    let written = tenThousands ? max(0, decimals - 4) : decimals
    return .success(ExactNumber(mantissa: value, scale: places, decimals: written, isCut: isCut))
  }

  private mutating func readWhole(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
    var groupDigits = 0
    var isGrouped = false
    while true {
      var next = index
      switch text.nextWritten(&next) {
      case .digit(let digit)?:
        groupDigits &+= 1
        whole = whole < Self.tooLarge ? whole &* 10 &+ Int64(digit) : Self.tooLarge
      case .comma?:
        guard groupDigits >= 1, isGrouped ? groupDigits == 3 : groupDigits <= 3 else { return false }
        isGrouped = true
        groupDigits = 0
      default:
        return isGrouped ? groupDigits == 3 : groupDigits >= 1
      }
      index = next
    }
  }

  private mutating func readDecimals(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
    while true {
      var next = index
      guard case .digit(let digit)? = text.nextWritten(&next) else { return decimals > 0 }
      index = next
      decimals &+= 1
      if digit == 0 {
        zeros &+= 1
      } else {
        hasFraction = true
        take(digit)
      }
    }
  }

  /// Puts a decimal that is not zero behind the zeros before it, if the mantissa holds that many.
  private mutating func take(_ digit: UInt8) {
    guard !isCut else { return }
    var wider = mantissa
    if wider != 0 {
      for _ in 0...min(zeros, 18) {
        let (product, overflow) = wider.multipliedReportingOverflow(by: 10)
        if overflow {
          isCut = true
          return
        }
        wider = product
      }
    }
    let (sum, overflow) = wider.addingReportingOverflow(Int64(digit))
    if overflow {
      isCut = true
      return
    }
    mantissa = sum
    scale &+= zeros &+ 1
    zeros = 0
  }
}
