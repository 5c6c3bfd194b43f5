import Foundation
import Testing

/// The shape a JSON value must have: nothing missing, nothing more.
indirect enum Shape: Sendable {
  case string
  /// One of these.
  case word(Set<String>)
  case whole
  case number
  case flag
  /// 万元 with two decimals, as text.
  case money
  case day
  case constant(String)
  case null
  case optional(Shape)
  case list(Shape)
  case object([String: Shape])
  /// The first member that is a constant decides.
  case anyOf([Shape])

  /// What does not fit, by path.
  func faults(_ value: Any, at path: String = "$") -> [String] {
    switch self {
    case .string: return value is String ? [] : ["\(path): no string"]
    case .word(let words): return text(value, path) { words.contains($0) }
    case .constant(let word): return text(value, path) { $0 == word }
    case .money:
      return text(value, path) { text in
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let whole = parts[0].hasPrefix("-") ? parts[0].dropFirst() : parts[0]
        return parts.count == 2 && parts[1].count == 2 && !whole.isEmpty
          && (whole + parts[1]).allSatisfy { $0.isASCII && $0.isNumber }
      }
    case .day:
      return text(value, path) { text in
        let parts = text.split(separator: "-").map { ($0.count, Int($0)) }
        return parts.map(\.0) == [4, 2, 2] && parts.allSatisfy { $0.1 != nil }
      }
    case .whole:
      guard let number = JSON.number(value), number == number.rounded() else { return ["\(path): no whole number"] }
      return []
    case .number: return JSON.number(value) == nil ? ["\(path): no number"] : []
    case .flag: return JSON.isFlag(value) ? [] : ["\(path): no boolean"]
    case .null: return value is NSNull ? [] : ["\(path): not null"]
    case .optional(let shape): return value is NSNull ? [] : shape.faults(value, at: path)
    case .list(let shape):
      guard let list = value as? [Any] else { return ["\(path): no array"] }
      return list.enumerated().flatMap { shape.faults($0.element, at: "\(path)[\($0.offset)]") }
    case .object(let members):
      guard let object = value as? [String: Any] else { return ["\(path): no object"] }
      let missing = Set(members.keys).subtracting(object.keys).sorted().map { "\(path).\($0): missing" }
      let extra = Set(object.keys).subtracting(members.keys).sorted().map { "\(path).\($0): not in the contract" }
      return missing + extra
        + members.sorted { $0.key < $1.key }.flatMap { key, shape in
          object[key].map { shape.faults($0, at: "\(path).\(key)") } ?? []
        }
    case .anyOf(let shapes):
      let all = shapes.map { $0.faults(value, at: path) }
      return all.contains([]) ? [] : all.min { $0.count < $1.count } ?? []
    }
  }

  private func text(_ value: Any, _ path: String, _ fits: (String) -> Bool) -> [String] {
    guard let text = value as? String, fits(text) else { return ["\(path): \(value)"] }
    return []
  }
}

enum JSON {
  static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  static func isFlag(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return value is Bool }
    return String(cString: number.objCType) == "c"
  }

  /// A number that is no boolean.
  static func number(_ value: Any) -> Double? { isFlag(value) ? nil : (value as? NSNumber)?.doubleValue }

  /// Every string in a value, keys too.
  static func strings(_ value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap { strings($0) }
    case let object as [String: Any]: Array(object.keys) + object.values.flatMap { strings($0) }
    default: []
    }
  }

  static func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
}
