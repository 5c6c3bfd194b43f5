/// How many rows the reading measures read.
struct Sizes: Equatable {
  /// What a city sends in a year.
  var city = 760_000
  /// What a region does.
  var region = 5_000_000

  /// Rows for the question whether memory grows with them.
  var nation: Int { region * 4 }

  var all: [Int] { city == region ? [city] : [city, region] }
}
