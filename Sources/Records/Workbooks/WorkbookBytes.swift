import Tabular

/// An open file as workbooks are read from it. Told of every piece; a read that was given up reads no more.
final class WorkbookBytes: ByteSource {
  /// Why bytes could not be read; nil while all is well.
  private(set) var fault: ReadFault?

  private let file: OpenFile
  private let progress: FileProgress?

  init(_ file: OpenFile, _ progress: FileProgress?) {
    self.file = file
    self.progress = progress
  }

  var size: Int64 { file.size }

  func read(into buffer: UnsafeMutableRawPointer, count: Int, at offset: Int64) -> Int? {
    do throws(ReadFault) {
      if progress?.isCancelled == true { throw .cancelled }
      let wanted = Int(min(Int64(count), max(0, size - offset)))
      let got = try file.read(into: buffer, count: wanted, at: offset)
      if got < wanted { fault = .unstable }
      progress?.add(bytes: Int64(got), rows: 0)
      return got
    } catch {
      fault = error
      return nil
    }
  }
}
