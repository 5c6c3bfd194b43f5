import CExpat

/// Reads a part of a container piece by piece and tells its sink what it finds.
final class XMLStream {
  private let container: ZipContainer
  private let sink: XMLSink
  private let part: String
  private let parser: OpaquePointer
  private var chunk = [UInt8](repeating: 0, count: 64 << 10)
  private var isPaused = false
  private var isAtEnd = false

  /// Begins a part; the container must not be asked for another one before this one has ended.
  init(_ container: ZipContainer, _ part: String, _ sink: XMLSink, isCounted: Bool = true) throws(WorkbookFault) {
    self.container = container
    self.sink = sink
    self.part = WorkbookFault.told(part)
    guard let parser = cexpat_open(Self.events) else { throw .malformed(self.part) }
    self.parser = parser
    try container.begin(part, isCounted: isCounted)
  }

  deinit { cexpat_close(parser) }

  /// Reads a part to its end.
  static func read(_ container: ZipContainer, _ part: String, _ sink: XMLSink) throws(WorkbookFault) {
    let stream = try XMLStream(container, part, sink)
    while try stream.run() {}
  }

  /// Reads until the sink pauses (true) or the part ends (false), its checksum proven.
  func run() throws(WorkbookFault) -> Bool {
    while true {
      let context = Unmanaged.passUnretained(sink).toOpaque()
      let outcome: Int32
      if isPaused {
        isPaused = false
        outcome = cexpat_resume(parser, context)
      } else if isAtEnd {
        return false
      } else {
        var count = 0
        var failure: WorkbookFault?
        chunk.withUnsafeMutableBufferPointer { buffer in
          do throws(WorkbookFault) { count = try container.read(into: buffer) } catch { failure = error }
        }
        if let failure { throw failure }
        isAtEnd = count == 0
        outcome = chunk.withUnsafeBufferPointer { cexpat_feed(parser, context, $0.baseAddress, count, isAtEnd) }
      }
      if let fault = sink.fault { throw fault }
      switch Int(outcome) {
      case cexpat_goes_on: continue
      case cexpat_paused:
        isPaused = true
        return true
      case cexpat_doctype: throw .documentType(part)
      case cexpat_too_deep: throw .tooMuch(.depth)
      case cexpat_token_too_long: throw .tooMuch(.token)
      default: throw .malformed(part)
      }
    }
  }

  private static let events = cexpat_events(
    start: { context, depth, name, attributes in
      guard let context, let name else { return }
      Unmanaged<XMLSink>.fromOpaque(context)._withUnsafeGuaranteedRef {
        $0.start(XMLName(characters: name), XMLAttributes(list: attributes), depth: Int(depth))
      }
    },
    end: { context, depth in
      guard let context else { return false }
      return Unmanaged<XMLSink>.fromOpaque(context)._withUnsafeGuaranteedRef {
        $0.end(depth: Int(depth)) || $0.fault != nil
      }
    },
    text: { context, depth, bytes, length in
      guard let context else { return }
      Unmanaged<XMLSink>.fromOpaque(context)._withUnsafeGuaranteedRef {
        $0.text(UnsafeBufferPointer(start: bytes, count: length), depth: Int(depth))
      }
    })
}
