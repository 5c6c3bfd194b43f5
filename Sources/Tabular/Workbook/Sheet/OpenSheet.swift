/// A sheet that is being read: first the rows among which its header stands, then those behind it.
final class OpenSheet {
  let sink: SheetSink
  /// The rows among which its header stands.
  private(set) var survey = SheetSurvey()

  private let stream: XMLStream
  /// Rows that have come and stand behind the header, the next one last.
  private var waiting: [Row] = []
  private var isAtEnd = false

  /// Begins a sheet's part. Only what was read to its end before need not be counted.
  init(
    _ container: ZipContainer, _ part: String, _ sink: SheetSink, isCounted: Bool = true
  ) throws(WorkbookFault) {
    self.sink = sink
    stream = try XMLStream(container, part, sink, isCounted: isCounted)
  }

  /// Reads the rows among which a header can stand.
  func look() throws(WorkbookFault) {
    while !survey.isFull, try step() { survey.take(sink.row, element: sink.element) }
  }

  /// Reads to the end, to know what is merged; no row is given any more.
  func finish() throws(WorkbookFault) {
    sink.scope.isSurvey = true
    while try step() { survey.take(sink.row, element: sink.element) }
  }

  /// Rows are to be given from behind one of those that were looked at.
  func goOn(behind header: SheetSurvey.Candidate) {
    sink.scope.width = header.row.fields.count
    waiting = survey.all.filter { $0.element > header.element }.map(\.row).reversed()
  }

  /// Reads the next row.
  func next(_ row: inout Row) throws(WorkbookFault) -> Bool {
    if let waited = waiting.popLast() {
      row = waited
      if row.fault == nil { row.widen(to: sink.scope.width) }
      return true
    }
    guard try step() else { return false }
    sink.exchange(&row)
    return true
  }

  private func step() throws(WorkbookFault) -> Bool {
    guard !isAtEnd else { return false }
    isAtEnd = try !stream.run()
    return !isAtEnd
  }
}
