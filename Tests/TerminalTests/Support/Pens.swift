import PseudoTerminal
import Screen

import struct PseudoTerminal.Pen

extension Pen {
  init(_ look: ResolvedLook) {
    self.init()
    (bold, dim, underline, reverse) = (look.bold, look.dim, look.underline, look.reverse)
    foreground = Color(look.foreground)
    background = Color(look.background)
  }

  /// What of it is seen on a blank: neither its colour, unless that is the ground or a line, nor its weight.
  var onBlank: Pen {
    var pen = self
    (pen.bold, pen.dim) = (false, false)
    if !reverse, !underline { pen.foreground = .standard }
    return pen
  }
}

extension Pen.Color {
  init(_ color: ResolvedColor) {
    switch color {
    case .standard: self = .standard
    case .indexed(let number): self = .indexed(Int(number))
    case .rgb(let rgb): self = .rgb(Int(rgb.red), Int(rgb.green), Int(rgb.blue))
    }
  }
}
