import Policy

/// A sum for every place on the axes, used again from file to file.
final class DenseSums {
  private let counts: UnsafeMutablePointer<Int64>
  private let touched: UnsafeMutablePointer<Bool>
  private let capacity: Int
  private var order: [Int] = []

  init(capacity: Int) {
    self.capacity = max(1, capacity)
    counts = .allocate(capacity: self.capacity)
    counts.initialize(repeating: 0, count: self.capacity)
    touched = .allocate(capacity: self.capacity)
    touched.initialize(repeating: false, count: self.capacity)
  }

  deinit {
    counts.deallocate()
    touched.deallocate()
  }

  /// Adds at a place; places off the axes are passed over.
  func add(_ count: Int64, at place: Int) {
    guard place >= 0, place < capacity else { return }
    if !touched[place] {
      touched[place] = true
      order.append(place)
    }
    counts[place] = counts[place].addingSaturated(count)
  }

  /// Every place that was added to, in order; then all is as new.
  func drain() -> [ProgressSums.Sum] {
    order.sort()
    let sums = order.map { ProgressSums.Sum(place: $0, count: counts[$0]) }
    for place in order {
      counts[place] = 0
      touched[place] = false
    }
    order.removeAll(keepingCapacity: true)
    return sums
  }
}
