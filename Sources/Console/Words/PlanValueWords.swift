package import Policy

extension ItemKind {
  /// 计数, 里程碑 …
  package var word: Phrase {
    switch self {
    case .counted: Phrase("计数", "counted")
    case .milestone: Phrase("里程碑", "milestone")
    case .register: Phrase("台账", "register")
    case .institution: Phrase("机构", "institution")
    case .base: Phrase("基地", "base")
    }
  }
}

extension ItemLevel {
  /// Who delivers it.
  package var word: Phrase {
    switch self {
    case .city: Phrase("市级", "city")
    case .district: Phrase("区级", "district")
    case .both: Phrase("市区两级", "both")
    }
  }
}

extension Basis {
  /// How far a line of the plan may be trusted; what is assumed is marked as everywhere: 缺省.
  package var word: Phrase {
    switch self {
    case .plan: Phrase("方案载明", "plan")
    case .implied: Phrase("落实所需", "implied")
    case .practice: Phrase("见于实践", "practice")
    case .assumed: CommonWord.assumed.phrase
    }
  }
}
