import Policy
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    (38_760, "387.60"), (-5, "-0.05"), (0, "0.00"), (100, "1.00"), (-12_345, "-123.45"),
    (Int64.min, "-92233720368547758.08"),
  ])
  func `text has two decimals`(hundredths: Int64, text: String) {
    #expect(Money(hundredths: hundredths).text == text)
  }

  @Test func `sums and differences are held at the ends`() {
    let least = Money(hundredths: .min)
    let most = Money(hundredths: .max)
    #expect(most + Money(hundredths: 1) == most)
    #expect(least + Money(hundredths: -1) == least)
    #expect(.zero - least == most)
    #expect(Money(hundredths: -1) - least == most)
    #expect(least - Money(hundredths: 1) == least)
    #expect(money(3) - money(5) == money(-2))
  }
}
