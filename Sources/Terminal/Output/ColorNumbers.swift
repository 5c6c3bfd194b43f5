/// What the numbers of colours that ncurses sends stand for.
struct ColorNumbers {
  /// A foreground's number stands for a whole look; nil: for a colour, as a ground's does.
  var pens: PenNumbers?
  var direct = DirectColor()
}
