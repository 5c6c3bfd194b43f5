import CSweep
import Tabular

/// Takes row after row whose raw texts are all known, straight from the window, and stops at the first other one.
///
/// Known texts are those of good rows, so a row made of them is good: its encoding, its quotes, the number of its
/// fields and every cell were checked when the text was first met. The loop itself is `CSweep`, which decodes and
/// allocates nothing; here is prepared what it needs, and added what it cannot.
final class RowSweep {
  private let knowledge: ProgressKnowledge
  private let sums: ProgressSums
  private let steps: UnsafeMutablePointer<csweep_step>
  /// Watched steps, and which of the tally's columns they are.
  private var watched: [(step: Int, place: Int)] = []
  @exclusivity(unchecked) private var state = csweep_state()

  init(_ knowledge: ProgressKnowledge, _ sums: ProgressSums, _ scan: TableScan) {
    self.knowledge = knowledge
    self.sums = sums
    let count = knowledge.steps.count
    steps = .allocate(capacity: max(1, count))
    steps.initialize(repeating: csweep_step(), count: max(1, count))
    state.delimiter = scan.feed.delimiter
    state.steps = steps
    state.step_count = Int32(clamping: count)
    state.opening_count = Int32(
      clamping: knowledge.steps.dropLast().prefix { $0 == .date || $0 == .district }.count)
    csweep_forget(&state.opening)
    for (index, step) in knowledge.steps.enumerated() {
      steps[index].kind = Int32(clamping: kind(step))
      if step == .watched, let place = scan.tally.watched.firstIndex(where: { $0.field == index }) {
        watched.append((index, place))
      }
    }
    state.has_watched = !watched.isEmpty
  }

  deinit { steps.deallocate() }

  private func kind(_ step: FieldStep) -> Int {
    switch step {
    case .date: return csweep_date
    case .district: return csweep_district
    case .item: return csweep_item
    case .institution: return csweep_institution
    case .count: return csweep_count
    case .watched: return csweep_watched
    case .traits:
      state.trait_count += 1
      return csweep_first_traits + Int(state.trait_count) - 1
    }
  }

  /// Takes rows from where the window stands.
  func run(_ scan: inout TableScan) {
    guard sums.magnitude < 1 << 61 else { return }
    for index in knowledge.raw.indices { steps[index].table = knowledge.raw[index].view }
    for (step, place) in watched { steps[step].is_settled = scan.tally.watched[place].suspicion.isSettled }
    let window = scan.feed.window
    csweep_begin(&state, window.memory, window.position, window.end)
    repeat {
      state.targets = sums.targets
      csweep_run(knowledge.means, &state)
    } while addOwed()
    sums.rows &+= state.rows
    sums.magnitude &+= state.magnitude
    window.position = state.position
    scan.feed.line += Int(state.rows)
    for (step, place) in watched where steps[step].filled > 0 {
      scan.tookFilled(Int(steps[step].filled), watched: place)
      steps[step].filled = 0
    }
  }

  /// Adds what the last row still owes; false where it owes nothing.
  private func addOwed() -> Bool {
    guard state.owes_cell || state.owes_institution || state.owed_traits != 0 else { return false }
    let (pair, day) = (Int(state.pair), Int(state.day))
    if state.owes_cell { sums.cells.add(state.count, rows: 1, pair: pair, day: day) }
    if state.owes_institution { sums.institutions.add(state.count, Int(state.institution), pair, day) }
    let month = Int(sums.axes.months[day])
    withUnsafeBytes(of: state.combinations) { bytes in
      let combinations = bytes.bindMemory(to: Int64.self)
      for index in combinations.indices where state.owed_traits >> UInt32(index) & 1 == 1 {
        sums.traits.add(state.count, Int(combinations[index]), pair: pair, month: month)
      }
    }
    return true
  }
}
