import Tabular

/// An open file as workbooks are read from it.
final class WorkbookBytes: ByteSource {
  /// Why bytes could not be read; nil while all is well.
  private(set) var fault: ReadFault?

  private let file: OpenFile

  init(_ file: OpenFile) { self.file = file }

  var size: Int64 { file.size }

  func read(into buffer: UnsafeMutableRawPointer, count: Int, at offset: Int64) -> Int? {
    do throws(ReadFault) {
      let wanted = Int(min(Int64(count), max(0, size - offset)))
      let got = try file.read(into: buffer, count: wanted, at: offset)
      if got < wanted { fault = .unstable }
      return got
    } catch {
      fault = error
      return nil
    }
  }
}
