/// The queue kept in order while the docket changes: a case is weighed when it comes and when an entry was added to it,
/// and then put where it belongs; all others stay where they stand. It holds for one board and one day.
public struct QueueOrder: Sendable {
  /// What weighs the cases.
  public let queue: CaseQueue
  /// All cases in the order of the queue, as ``CaseQueue/ordered(_:)`` gives them.
  public private(set) var ordered: [CaseQueue.Place] = []
  /// Each case by its number.
  public private(set) var places: [Int: CaseQueue.Place] = [:]
  /// How many cases stand in each part of the queue.
  public private(set) var groups: [CaseQueue.Group: Int] = [:]
  /// How many cases are in each state.
  public private(set) var states: [CaseState: Int] = [:]

  /// The order of cases, each number once.
  public init(_ queue: CaseQueue, _ cases: [Case]) {
    self.queue = queue
    take(cases)
  }

  /// Takes the docket's cases as they are now: those without a new entry keep their place.
  public mutating func take(_ cases: [Case]) {
    let changed = cases.filter { own in places[own.number].map { !$0.isOf(own) } ?? true }.map(queue.place)
    let comeOrGone = changed.count { places[$0.own.number] == nil } + places.count - cases.count
    if comeOrGone > 0 || !changed.isEmpty {
      var moved = Set(changed.map(\.own.number))
      if comeOrGone > 0 { moved.formUnion(Set(places.keys).subtracting(cases.map(\.number))) }
      ordered = QueueOrder.merge(
        ordered.filter { !moved.contains($0.own.number) }, changed.sorted(by: CaseQueue.isBefore))
      for number in moved { count(places.removeValue(forKey: number), by: -1) }
      for place in changed {
        places[place.own.number] = place
        count(place, by: 1)
      }
    }
  }

  private mutating func count(_ place: CaseQueue.Place?, by step: Int) {
    guard let place else { return }
    groups[place.group, default: 0] += step
    states[place.own.state, default: 0] += step
  }

  /// Two ordered lists as one.
  private static func merge(_ many: [CaseQueue.Place], _ few: [CaseQueue.Place]) -> [CaseQueue.Place] {
    var merged: [CaseQueue.Place] = []
    merged.reserveCapacity(many.count + few.count)
    var next = 0
    for place in few {
      let end = many[next...].partition { CaseQueue.isBefore(place, $0) }
      merged += many[next..<end]
      merged.append(place)
      next = end
    }
    return merged + many[next...]
  }
}

extension CaseQueue.Place {
  /// It was made of this case as it is: a case follows from its entries, and an entry is never changed.
  fileprivate func isOf(_ other: Case) -> Bool {
    own.lastEntry == other.lastEntry && own.since == other.since && own.openedAt == other.openedAt
  }
}

extension ArraySlice {
  /// The first index from which on all elements satisfy a test that none before does; the end if none does.
  fileprivate func partition(_ isAfter: (Element) -> Bool) -> Index {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
