import Policy

/// One row after another in a delimited file's own quoting (RFC 4180 for commas; tabs quote the same way).
struct Delimited: Sendable, Hashable {
  /// Comma or tab.
  var delimiter: UInt8
  /// LF or CR LF.
  var lineEnd: [UInt8]

  /// Commas and plain line ends.
  static let csv = Delimited(delimiter: UInt8(ascii: ","), lineEnd: [0x0A])

  /// `value`, in quotes where it needs them.
  func field(_ value: String) -> [UInt8] {
    let bytes = Array(value.utf8)
    guard bytes.contains(where: { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return bytes }
    var quoted: [UInt8] = [0x22]
    for byte in bytes {
      if byte == 0x22 { quoted.append(0x22) }
      quoted.append(byte)
    }
    quoted.append(0x22)
    return quoted
  }

  /// The fields joined, without a line end.
  func joined(_ values: [String]) -> [UInt8] {
    var line: [UInt8] = []
    for (index, value) in values.enumerated() {
      if index > 0 { line.append(delimiter) }
      line += field(value)
    }
    return line
  }

  /// A whole row with its line end.
  func row(_ values: [String]) -> [UInt8] { joined(values) + lineEnd }
}

/// A small table as a whole: header and rows.
struct SampleTable: Sendable {
  /// Path below the data directory.
  var path: String
  /// The header and every row.
  var rows: [[String]]
  /// How the file is encoded.
  var encoding: SampleEncoding = .utf8
  /// Its delimiter and line ends.
  var format: Delimited = .csv

  /// Writes the file as one sent on `day`.
  func write(to directory: String, sentOn day: Day) throws(SampleError) {
    let sink = try FileSink(directory: directory, path: path, encoding: encoding)
    for row in rows {
      sink.buffer += format.row(row)
      try sink.flushIfFull()
    }
    try sink.finish(sentOn: day)
  }
}
