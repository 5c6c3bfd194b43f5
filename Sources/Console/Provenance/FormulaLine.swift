package import Policy
package import Screen

/// A figure, what it is made of, and how it stands: one line of a formula.
package struct FormulaLine: Hashable, Sendable {
  /// What it is called.
  package var label: SafeText
  /// The figure, as the pages show it.
  package var result: SafeText
  /// Numbers with `+ - x /` and parentheses that give the result; empty where it is made of nothing else.
  package var formula: SafeText
  /// Units of the formula, a reason, a place; empty: nothing.
  package var note: SafeText
  package var role: Role

  init(_ label: SafeText, _ result: SafeText, _ formula: SafeText = "", note: SafeText = "", role: Role = .text) {
    self.label = label
    self.result = result
    self.formula = formula
    self.note = note
    self.role = role
  }

  /// Formula and note behind the result.
  package var explanation: SafeText {
    let equals: SafeText = formula.isEmpty ? "" : "= " + formula
    return equals.isEmpty || note.isEmpty ? equals + note : equals + "  " + note
  }
}

/// Writes the formula of a figure with its numbers: each is exactly what the pages show.
package struct FormulaWriter {
  let language: Language
  let loaded: Loaded
  /// The files that gave the figure; nil while they are looked for.
  let provenance: Provenance?

  package init(language: Language, loaded: Loaded, provenance: Provenance?) {
    self.language = language
    self.loaded = loaded
    self.provenance = provenance
  }

  var board: Board { loaded.board }
  var plan: Plan { loaded.snapshot.plan }
  var facts: Facts { loaded.snapshot.facts }

  /// What the figure is of.
  package func title(_ figure: Figure) -> SafeText {
    let details = DetailWriter(language: language, loaded: loaded, now: 0)
    func name(_ id: ItemID) -> SafeText {
      let item = loaded.item(id)
      return SafeText(id.rawValue + " ") + (item?.label.text(language) ?? "")
    }
    // The city's figures are of all districts, not of its own rows alone.
    func place(_ code: DistrictCode?) -> SafeText {
      guard let code, code != plan.cityCode else { return language(CommonWord.city) }
      return details.districtName(code)
    }
    switch figure {
    case .counted(let item, let district): return place(district) + "  " + name(item)
    case .institution(let id):
      return SafeText(id + "  " + (board.institutions.first { $0.institution.id == id }?.institution.name ?? ""))
    case .base(let id): return SafeText(id + "  " + (board.bases.first { $0.base.id == id }?.base.name ?? ""))
    case .project(let id): return SafeText(id + "  " + (project(id)?.project.name ?? ""))
    case .milestone(let item, let district): return place(district) + "  " + name(item)
    case .register(let item): return name(item)
    }
  }

  /// The formula's lines; empty for a figure that the board does not have.
  package func lines(_ figure: Figure) -> [FormulaLine] {
    switch figure {
    case .counted(let item, let district): counted(item, district)
    case .institution(let id): institution(id)
    case .base(let id): base(id)
    case .project(let id): project(id).map { project($0) } ?? []
    case .milestone(let item, let district): milestone(item, district)
    case .register(let item): register(item)
    }
  }

  func line(
    _ label: ProvenanceWord, _ result: String, _ formula: String = "", note: SafeText = "", role: Role = .text
  ) -> FormulaLine {
    FormulaLine(language(label), SafeText(result), SafeText(formula), note: note, role: role)
  }

  /// A sum of a few parts with each of them, of many with how many they are.
  func sum(
    _ label: ProvenanceWord, _ result: String, of parts: [String], many: ProvenanceWord, role: Role = .text
  ) -> FormulaLine {
    switch parts.count {
    case ..<2: line(label, result, role: role)
    case 2...6: line(label, result, parts.map { FormulaWriter.term($0) }.joined(separator: " + "), role: role)
    default: line(label, result, note: many.phrase.text(language, number: parts.count), role: role)
    }
  }

  /// A number as it stands in a formula: a negative one in parentheses.
  static func term(_ number: String) -> String { number.hasPrefix("-") ? "(\(number))" : number }

  func project(_ id: String) -> ProjectBoard? {
    board.bases.lazy.flatMap(\.projects).first { $0.project.id == id }
  }
}
