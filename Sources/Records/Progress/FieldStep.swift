import Policy

/// What a field, or a run of fields, of a `progress` row is to the sums.
enum FieldStep: Hashable, Sendable {
  case date
  case district
  case item
  case count
  case institution
  /// Traits; only the last step of a row may hold more than one field.
  case traits([Trait])
  /// A field that is no column of the table: it is only watched.
  case watched

  /// The steps of a file's rows, in the order of its fields.
  static func steps(_ header: HeaderMatch) -> [FieldStep] {
    var steps = Array(repeating: FieldStep.watched, count: header.width)
    for (column, field) in header.fields.enumerated() {
      guard let field, steps.indices.contains(field) else { continue }
      switch column {
      case ProgressTable.date: steps[field] = .date
      case ProgressTable.district: steps[field] = .district
      case ProgressTable.item: steps[field] = .item
      case ProgressTable.count: steps[field] = .count
      case ProgressTable.institution: steps[field] = .institution
      default:
        if let trait = Trait(rawValue: column - ProgressTable.firstTrait) { steps[field] = .traits([trait]) }
      }
    }
    // Traits at the end of a row are understood as one text.
    while steps.count > 1, case .traits(let last) = steps[steps.count - 1],
      case .traits(let before) = steps[steps.count - 2]
    {
      steps.removeLast(2)
      steps.append(.traits(before + last))
    }
    return steps
  }
}
