/// Bytes that can be read from any place, as those of an open file can.
public protocol ByteSource: AnyObject {
  /// How many bytes there are.
  var size: Int64 { get }

  /// Reads up to `count` bytes at `offset`, fewer only at the end; nil where they cannot be read.
  func read(into buffer: UnsafeMutableRawPointer, count: Int, at offset: Int64) -> Int?
}

extension ByteSource {
  /// `count` bytes at `offset`; fewer where they end or cannot be read.
  func bytes(_ count: Int, at offset: Int64) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, taken in
      guard let base = buffer.baseAddress, count > 0, offset >= 0 else { return }
      taken = min(max(0, read(into: base, count: count, at: offset) ?? 0), count)
    }
  }
}

/// Bytes that are in memory.
public final class BytesInMemory: ByteSource {
  private let bytes: [UInt8]

  /// Takes the bytes as they are.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How many bytes there are.
  public var size: Int64 { Int64(bytes.count) }

  /// Reads up to `count` bytes at `offset`, fewer only at the end.
  public func read(into buffer: UnsafeMutableRawPointer, count: Int, at offset: Int64) -> Int? {
    guard offset >= 0, offset < size else { return 0 }
    let rest = bytes[Int(offset)...].prefix(max(0, count))
    rest.withUnsafeBytes { if let base = $0.baseAddress { buffer.copyMemory(from: base, byteCount: $0.count) } }
    return rest.count
  }
}
