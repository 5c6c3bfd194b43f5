import Screen

/// How the curves of charts are drawn, the same on every page: each by a pattern of its own.
enum ChartPens {
  static let actual = Pen(.bold, .bar, rank: 9, sign: "#")
  static let target = Pen(.long, .done, rank: 5, sign: "=")
  static let pace = Pen(.dotted, .pace, rank: 6, sign: ".")
  static let median = Pen(.short, .text, rank: 7, sign: "+")
  static let interval = Pen(.shade, .dim, rank: 3, sign: ":")
  static let recent20 = Pen(.bold, .bar, rank: 9, sign: "#")
  static let recent5 = Pen(.dotted, .dim, rank: 4, sign: ".")
  static let required = Pen(.long, .pace, rank: 7, sign: "=")
  /// A published figure of the year before.
  static let published: SafeText = "o"
}
