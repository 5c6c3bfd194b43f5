/// The values of one column as they were met, numbered from 1; number 0 is the empty one.
///
/// At most ``most`` are told apart: what comes later counts in the totals, but under no value.
struct ValueNames {
  private(set) var names: [String] = [""]
  private var numbers: [String: Int] = ["": 0]

  /// The places of some values in the order of their texts' bytes, by number.
  func order(of numbers: Set<Int>) -> [Int: Int] {
    let sorted = numbers.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    return Dictionary(sorted.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static let most = 1 << 18

  /// The number of a value, in NFC.
  mutating func number(_ name: String) -> Int {
    if let known = numbers[name] { return known }
    guard names.count <= ValueNames.most else { return 0 }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
