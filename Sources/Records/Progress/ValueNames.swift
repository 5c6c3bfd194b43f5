/// The values of one column as they were met, numbered from 1; number 0 is the empty one.
///
/// At most ``most`` are told apart: what comes later counts in the totals, but under no value.
struct ValueNames {
  private(set) var names: [String] = [""]
  private var numbers: [String: Int] = ["": 0]
  private var order: [Int32] = [0]

  static let most = 1 << 18

  /// The number of a value, in NFC.
  mutating func number(_ name: String) -> Int {
    if let known = numbers[name] { return known }
    guard names.count <= ValueNames.most else { return 0 }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// For each number the value's place in the order of the texts' bytes. Few files bring a new value, so it is kept.
  mutating func ranks() -> [Int32] {
    if order.count != names.count {
      order = Array(repeating: 0, count: names.count)
      let sorted = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
      for (place, number) in sorted.enumerated() { order[number] = Int32(truncatingIfNeeded: place) }
    }
    return order
  }
}
