import CSweep
import Tabular

/// A stretch of a file in memory that moves along it, so that a file of any size takes the same room.
///
/// UTF-16 comes out as UTF-8. Behind the bytes at hand stand a line feed and zeros that belong to no text, so that a
/// search for a line's end always ends and blocks of bytes can be read.
final class Window {
  /// The bytes at hand are those from ``position`` to ``end``.
  @exclusivity(unchecked) private(set) var memory: UnsafeMutablePointer<UInt8>
  /// Where reading goes on.
  @exclusivity(unchecked) var position = 0
  @exclusivity(unchecked) private(set) var end = 0
  /// The file has nothing behind ``end``.
  private(set) var isFinal = true
  /// Why reading came to an end early; nil while all is well.
  private(set) var fault: ReadFault?
  /// Told of the rows that are taken from here; a read that was given up ends the stretch.
  var progress: FileProgress?

  private var capacity: Int
  private var file: OpenFile?
  private var offset: Int64 = 0
  private var limit: Int64 = 0
  private var utf16: UTF16Text?
  private var raw: [UInt8] = []

  /// What is read at once, in bytes: it stays in the processor's own memory until its rows are taken.
  static let usual = 256 << 10
  /// The longest row that is shown whole, in bytes.
  static let largest = 16 << 20
  /// Zeros behind the bytes at hand: a text that ends there can be hashed by whole steps, and looked at by blocks.
  static let margin = csweep_margin

  init() {
    capacity = Window.usual
    memory = .allocate(capacity: capacity + Window.margin)
    memory.initialize(repeating: 0, count: capacity + Window.margin)
  }

  deinit { memory.deallocate() }

  /// The bytes at hand from the beginning of the window; those before ``position`` are past.
  var view: ByteView { ByteView(UnsafeBufferPointer(start: memory, count: end)) }

  /// The place in the file of ``position``; for UTF-16 it means nothing.
  var fileOffset: Int64 { offset - Int64(end - position) }

  /// Goes to a stretch of a file.
  func open(_ file: OpenFile, from start: Int64, to limit: Int64, utf16: UTF16Text? = nil) {
    self.file = file
    self.utf16 = utf16
    self.limit = limit
    offset = start
    position = 0
    end = 0
    isFinal = start >= limit
    fault = nil
    seal()
  }

  /// Lets go of the file.
  func close() {
    file = nil
    isFinal = true
    raw = []
    guard capacity > Window.usual * 4 else { return }
    memory.deallocate()
    capacity = Window.usual
    memory = .allocate(capacity: capacity + Window.margin)
    memory.initialize(repeating: 0, count: capacity + Window.margin)
    position = 0
    end = 0
  }

  /// Forgets what is before ``position`` and reads on. False where a row is longer than can be shown.
  ///
  /// ``position`` becomes 0: places in the window are less by what it was.
  func more() -> Bool {
    let left = end - position
    if position > 0 {
      if left > 0 { memory.update(from: memory + position, count: left) }
      position = 0
      end = left
    } else if left == capacity {
      guard grow() else {
        seal()
        return false
      }
    }
    read()
    seal()
    return true
  }

  /// The end of the stretch moves, when nothing of it was read too far.
  private func read() {
    guard let file, !isFinal else { return }
    do throws(ReadFault) {
      if progress?.isCancelled == true { throw ReadFault.cancelled }
      if utf16 != nil { try readUTF16(file) } else { try readPlain(file) }
    } catch {
      fault = error
      isFinal = true
    }
  }

  private func readPlain(_ file: OpenFile) throws(ReadFault) {
    let wanted = Int(min(Int64(capacity - end), limit - offset))
    let got = try file.read(into: memory + end, count: wanted, at: offset)
    if got < wanted { fault = .unstable }
    end += got
    offset += Int64(got)
    isFinal = offset >= limit || got < wanted
  }

  private func readUTF16(_ file: OpenFile) throws(ReadFault) {
    var text: [UInt8] = []
    let most = max(1024, (capacity - end) / 2)
    if raw.count < most { raw = Array(repeating: 0, count: most) }
    let wanted = Int(min(Int64(most), limit - offset))
    var failure: ReadFault?
    let got = raw.withUnsafeMutableBytes { buffer -> Int in
      guard let base = buffer.baseAddress else { return 0 }
      do throws(ReadFault) { return try file.read(into: base, count: wanted, at: offset) } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    if got < wanted { fault = .unstable }
    offset += Int64(got)
    isFinal = offset >= limit || got < wanted
    raw.withUnsafeBufferPointer {
      utf16?.append(UnsafeBufferPointer(rebasing: $0[..<got]), isFinal: isFinal, to: &text)
    }
    while end + text.count > capacity { reserve(capacity * 2) }
    text.withUnsafeBufferPointer { if let base = $0.baseAddress { (memory + end).update(from: base, count: $0.count) } }
    end += text.count
  }

  private func grow() -> Bool {
    guard capacity < Window.largest else { return false }
    reserve(min(capacity * 4, Window.largest))
    return true
  }

  private func reserve(_ size: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size + Window.margin)
    larger.initialize(from: memory, count: end)
    (larger + end).initialize(repeating: 0, count: size + Window.margin - end)
    memory.deallocate()
    memory = larger
    capacity = size
  }

  private func seal() {
    (memory + end).update(repeating: 0, count: Window.margin)
    memory[end] = UInt8(ascii: "\n")
  }
}
