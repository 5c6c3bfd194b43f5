package import Policy

/// Something that can be found by its name from any page.
package enum FindTarget: Hashable, Sendable {
  case district(DistrictCode)
  /// A section, measure or item, by its row of the plan's tree.
  case plan(String)
  case institution(String)
  case base(String)
  case project(base: String, String)
  case caseFile(Int)
  case file(String)

  /// Which comes first among those that match alike.
  var rank: Int {
    switch self {
    case .district: 0
    case .plan: 1
    case .caseFile: 2
    case .institution: 3
    case .base: 4
    case .project: 5
    case .file: 6
    }
  }

  var word: FindWord {
    switch self {
    case .district: .district
    case .plan: .plan
    case .caseFile: .caseFile
    case .institution: .institution
    case .base: .base
    case .project: .project
    case .file: .file
    }
  }
}

extension Loaded {
  /// Everything of the board that can be found, with the texts that it is found by: names first, then codes.
  func findTargets(_ romanisation: Romanisation) -> [(target: FindTarget, texts: [String])] {
    var all: [(target: FindTarget, texts: [String])] = []
    for district in board.districts {
      all.append((.district(district.district.code), Search.texts(of: district.district)))
    }
    let plan = snapshot.plan
    for section in plan.sections {
      all.append((.plan(MeasureRow.section(section.number).row), [section.title.zh, section.title.en]))
    }
    for measure in plan.measures {
      let texts = romanisation.texts(measure.title.zh) + [measure.title.en, measure.ordinal]
      all.append((.plan(MeasureRow.measure(measure.number).row), texts))
    }
    for item in plan.items + plan.closing {
      let texts = romanisation.texts(item.label.zh) + romanisation.texts(item.short.zh)
      all.append((.plan(MeasureRow.item(item.id).row), texts + [item.label.en, item.short.en, item.id.rawValue]))
    }
    for institution in board.institutions {
      let own = institution.institution
      all.append((.institution(own.id), romanisation.texts(own.name) + [own.id]))
    }
    for base in board.bases {
      all.append((.base(base.base.id), romanisation.texts(base.base.name) + [base.base.id]))
      for project in base.projects {
        let own = project.project
        all.append((.project(base: base.base.id, own.id), romanisation.texts(own.name) + [own.id]))
      }
    }
    for file in snapshot.files { all.append((.file(file.path), [file.path])) }
    return all
  }
}

extension Loaded {
  /// The Chinese names that are looked for by how they are read.
  package var namesToRead: [String] {
    let plan = snapshot.plan
    return plan.measures.map(\.title.zh) + (plan.items + plan.closing).flatMap { [$0.label.zh, $0.short.zh] }
      + board.institutions.map(\.institution.name)
      + board.bases.flatMap { [$0.base.name] + $0.projects.map(\.project.name) }
  }
}
