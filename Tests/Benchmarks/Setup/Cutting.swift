import Glibc

/// Copies of files, whole and in parts.
enum Cutting {
  static func copy(_ from: String, to path: String) throws { try write(try bytes(of: from)[...], to: path) }

  /// Cuts a delimited file between rows into `count` parts of about the same size, each with the header.
  static func cut(_ file: String, into count: Int, folder: String) throws {
    let bytes = try bytes(of: file)
    func end(of position: Int) -> Int {
      bytes[min(position, bytes.count)...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    }
    let header = bytes[..<end(of: 0)]
    var start = header.count
    for number in 1...count {
      let share = header.count + (bytes.count - header.count) / count * number
      let next = number == count ? bytes.count : max(start, end(of: share))
      let digits = String(number)
      let name = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
      try write(header + bytes[start..<next], to: "\(folder)/\(name).csv")
      start = next
    }
  }

  static func write(_ bytes: ArraySlice<UInt8>, to path: String, more flags: Int32 = O_TRUNC) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o644)
    defer { close(descriptor) }
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Bench.Trouble.cannot("\(path): cannot be written") }
      rest = rest.dropFirst(count)
    }
  }

  /// From `offset` to the end.
  static func bytes(of path: String, from offset: Int = 0) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Bench.Trouble.cannot("\(path): cannot be read") }
    defer { close(descriptor) }
    let size = max(0, Files.size(path) - offset)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(offset + count))
        if got <= 0 { break }
        count += got
      }
    }
  }
}
