import Tabular
import Testing

struct NumberTests {
  struct Good: Sendable, CustomTestStringConvertible {
    let text: String
    let mantissa: Int64
    var scale = 0
    var testDescription: String { text }
  }

  @Test(arguments: [
    Good(text: "0", mantissa: 0), Good(text: "-0", mantissa: 0), Good(text: "7", mantissa: 7),
    Good(text: "+7", mantissa: 7), Good(text: "-7", mantissa: -7), Good(text: "007", mantissa: 7),
    Good(text: "1234567", mantissa: 1_234_567), Good(text: "1,234", mantissa: 1_234),
    Good(text: "12,345,678", mantissa: 12_345_678), Good(text: "-1,234.50", mantissa: -12_345, scale: 1),
    Good(text: "1.5", mantissa: 15, scale: 1), Good(text: "0.01", mantissa: 1, scale: 2),
    Good(text: "3.0", mantissa: 3), Good(text: "3.00000000000000000000", mantissa: 3),
    Good(text: "10.10", mantissa: 101, scale: 1), Good(text: "100", mantissa: 100), Good(text: "0.0", mantissa: 0),
    Good(text: "１２３", mantissa: 123), Good(text: "－５", mantissa: -5), Good(text: "＋５", mantissa: 5),
    Good(text: "１，２３４．５", mantissa: 12_345, scale: 1), Good(text: "−5", mantissa: -5),
    Good(text: "1２3", mantissa: 123), Good(text: "1，234", mantissa: 1_234),
    Good(text: "3.2万", mantissa: 32_000), Good(text: "65万", mantissa: 650_000), Good(text: "-1万", mantissa: -10_000),
    Good(text: "1.23456万", mantissa: 123_456, scale: 1), Good(text: "３．２万", mantissa: 32_000),
    Good(text: "1,000万", mantissa: 10_000_000), Good(text: "0.00005万", mantissa: 5, scale: 1),
    Good(text: "0万", mantissa: 0), Good(text: "0.0000万", mantissa: 0),
    Good(text: "1000000000000", mantissa: 1_000_000_000_000),
    Good(text: "-1,000,000,000,000", mantissa: -1_000_000_000_000),
    Good(text: "1000000000000.000", mantissa: 1_000_000_000_000),
    Good(text: "100000000万", mantissa: 1_000_000_000_000),
    Good(text: "999999999999.99", mantissa: 99_999_999_999_999, scale: 2),
    Good(text: "0000000000000000000000000000000005", mantissa: 5),
    Good(text: "0.0000000000000000000000000000000001", mantissa: 1, scale: 34),
  ])
  func reads(_ good: Good) throws {
    let number = try NumberText.parse(good.text).get()
    #expect(number.mantissa == good.mantissa)
    #expect(number.scale == good.scale)
    #expect(number.whole == (good.scale == 0 ? good.mantissa : nil))
    #expect(!number.isCut)
  }

  @Test(arguments: [
    "", " ", "+", "-", "--5", "+-5", "5-", "5+", "nan", "NaN", "inf", "-inf", "Infinity", "0x10", "1e5", "1E5", "1_000",
    "5.",
    ".5", ".", "-.5", "12,34", "1,234,5", "1234,567", ",123", "1,,234", "123,", "1,234,", "1,23.5", "1.234,5", "1.2.3",
    "1.234,567", "¥5", "￥5", "$5", "(5)", "（5）", "5%", "５％", "5 ", " 5", "5 000", "1\u{A0}234", "1'234", "万", "-万",
    "5万万",
    "万5", "5元", "5万元", "5 万", "5.万", "1,万", "三", "五万", "5亿", "½", "²", "٣", "𝟓", "5\u{0}", "é", "5é", "5\u{200B}", "5,",
    "=5",
    "'5", "1。5", "1、234", "–5", "一5",
  ])
  func refuses(_ text: String) {
    #expect(NumberText.parse(text) == .failure(.malformed))
    if !text.hasSuffix("元") { #expect(NumberText.parseMoney(text) == .failure(.malformed)) }
  }

  @Test(arguments: [
    "1000000000001", "-1000000000001", "1000000000000.01", "1,000,000,000,000.000000000000000000000000000000001",
    "100000001万", "100000000.1万", "-100000000.00000000001万", "9999999999999",
    "99999999999999999999999999999999999999999",
    "9223372036854775807", "9223372036854775808", "18446744073709551616", "999999999999999999万", "１００００００００００００１",
    "99999999999999999999.5",
  ])
  func overflows(_ text: String) {
    #expect(NumberText.parse(text) == .failure(.overflow))
  }

  @Test func formIsJudgedBeforeMagnitude() {
    #expect(NumberText.parse("99999999999999999999999x") == .failure(.malformed))
    #expect(NumberText.parse("99999999999999999999999.") == .failure(.malformed))
  }

  @Test(arguments: [19, 20, 40, 400, 70_000])
  func longDecimalsAreJudgedExactly(_ zeros: Int) throws {
    let zeros = String(repeating: "0", count: zeros)
    #expect(try NumberText.parse("1.\(zeros)").get().whole == 1)
    #expect(try NumberText.parse("-1.\(zeros)0").get().whole == -1)
    let above = try NumberText.parse("1.\(zeros)1").get()
    #expect(above.whole == nil && above.hundredths == nil)
    #expect(try NumberText.parse("1.\(zeros)1万").get().whole == nil)
    #expect(try NumberText.parse("1.\(zeros)万").get().whole == 10_000)
    #expect(NumberText.parse("1000000000000.\(zeros)1") == .failure(.overflow))
    #expect(try NumberText.parse("1000000000000.\(zeros)").get().whole == 1_000_000_000_000)
  }

  @Test func decimalsAreThoseWritten() throws {
    for (text, decimals, hundredths) in [
      ("95", 0, 9_500 as Int64?), ("95.5", 1, 9_550), ("95.50", 2, 9_550), ("95.500", 3, nil), ("95.505", 3, nil),
      ("0.00955万", 1, 9_550), ("-0.25", 2, -25),
    ] {
      let number = try NumberText.parse(text).get()
      #expect(number.decimals == decimals)
      #expect(number.hundredths == hundredths)
    }
  }

  @Test(
    arguments: [
      ("500", 50_000), ("500.00", 50_000), ("500.00万元", 50_000), ("500万", 50_000), ("-1.5万元", -150), ("0.01", 1),
      ("1,234.56万", 123_456), ("５００．５万元", 50_050), ("1.500", nil), ("1.000万元", nil), ("1.505", nil),
      ("1000000000000万元", 100_000_000_000_000), ("999999999999.99", 99_999_999_999_999),
    ] as [(String, Int64?)])
  func money(_ text: String, _ hundredths: Int64?) throws {
    #expect(try NumberText.parseMoney(text).get().hundredths == hundredths)
  }

  @Test(arguments: ["元", "500元", "500万万", "500万元元", "500元万", "500 万元", "500万 元", "500万元.", "万元", "", "500万元x"])
  func moneyRefuses(_ text: String) {
    #expect(NumberText.parseMoney(text) == .failure(.malformed))
  }

  @Test func moneyOverflows() {
    #expect(NumberText.parseMoney("1000000000000.01万元") == .failure(.overflow))
    #expect(NumberText.parseMoney("1000000000001") == .failure(.overflow))
  }

  @Test func numbersComeOutOfHundredthsAndThousandsAsTheyWentIn() throws {
    var random = SeededGenerator(5)
    for _ in 0..<5_000 {
      let value =
        Int64.random(in: -99_999_999_999_999...99_999_999_999_999, using: &random)
        >> Int64.random(in: 0...40, using: &random)
      let digits = String(value.magnitude / 100)
      var written = ""
      for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place) % 3 == 0 { written += "," }
        written.append(digit)
      }
      let cents = value.magnitude % 100
      written = (value < 0 ? "-" : "") + written + "." + (cents < 10 ? "0" : "") + String(cents)
      if random.chance(1, of: 2) { written = String(String.UnicodeScalarView(written.unicodeScalars.map(wide))) }
      #expect(try NumberText.parse(written).get().hundredths == value, "\(written)")
      #expect(try NumberText.parseMoney(written + "万元").get().hundredths == value, "\(written)")
    }
  }

  private func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
  }

  @Test func anyBytesAreReadOrRefused() {
    var random = SeededGenerator(6)
    let pieces: [[UInt8]] =
      ["1", "9", "0", ",", ".", "万", "元", "-", "１", "，"].map { Array($0.utf8) } + [[0xEF], [0xEF, 0xBC], [0xFF]]
    var read = 0
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in pieces.randomElement(using: &random) ?? []
      }
      if case .success(let number) = NumberText.parse(bytes.span) {
        read += 1
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        #expect(number.scale >= 0 && number.scale <= max(number.decimals, 0))
        #expect(number.scale > 0 || number.mantissa.magnitude <= NumberText.limit.magnitude)
      }
      _ = DateText.parse(bytes.span)
    }
    #expect(read > 100)
  }
}
