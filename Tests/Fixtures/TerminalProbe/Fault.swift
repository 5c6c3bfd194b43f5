import Glibc

/// The ways a program goes wrong.
enum Fault: String {
  case bounds
  case fatal
  case overflow
  case segv
  case abort
  case stack

  func happen() {
    switch self {
    case .bounds:
      let numbers = [1, 2, 3]
      print(numbers[Int(getpid())])
    case .fatal: fatalError("the probe was told to")
    case .overflow:
      var number = Int.max
      number += Int(getpid())
      print(number)
    case .segv: UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = Int(getpid())
    case .abort: Glibc.abort()
    case .stack: print(Self.dig(Int(getpid())))
    }
  }

  private static func dig(_ depth: Int) -> Int {
    depth < 0 ? 0 : dig(depth &+ 1) &+ dig(depth &+ 2)
  }
}
