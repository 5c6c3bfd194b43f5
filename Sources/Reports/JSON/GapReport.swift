import Policy

extension JSONWriter {
  /// A gap with its parts and the facts beside it; null where there is none.
  mutating func gap(_ explanation: GapExplanation?) {
    guard let explanation else { return null() }
    let gap = explanation.gap
    object { out in
      out.member("target", gap.target)
      out.member("expected", gap.asked)
      out.member("actual", gap.actual)
      out.member("gap", gap.size)
      out.object("parts") { out in
        for parts in explanation.splits { out.parts(parts) }
      }
      out.array("unread", explanation.unread) { $0.element(text: $1) }
      out.facts(explanation.facts)
    }
  }

  private mutating func parts(_ parts: GapParts) {
    switch parts.split {
    case .month: array("month", parts.parts) { $0.part($1) }
    case .district: array("district", parts.parts) { $0.part($1) }
    case .institution: array("institution", parts.parts) { $0.part($1) }
    case .occupation: array("occupation", parts.parts) { $0.part($1) }
    case .group: array("group", parts.parts) { $0.part($1) }
    }
  }

  private mutating func part(_ part: GapPart) {
    object { out in
      switch part.subject {
      case .month(let day): out.member("month", text: String(day.iso.prefix(7)))
      case .district(let code): out.member("code", text: code.rawValue)
      case .institution(let id, let name):
        out.member("id", text: id)
        out.member("name", text: name)
      case .value(let text): out.member("value", text: text)
      case .unstated: out.member("rest", text: "unstated")
      case .undivided: out.member("rest", text: "undivided")
      case .others(let count):
        out.member("rest", text: "others")
        out.member("values", count)
      case .balance: out.member("rest", text: "balance")
      }
      out.member("expected", part.expected)
      out.member("actual", part.actual)
      out.member("gap", part.gap)
      if case .month = part.subject { return }
      out.member("last_month", text: part.lastCounted.map { String($0.iso.prefix(7)) })
    }
  }

  private mutating func facts(_ facts: GapFacts) {
    object("facts") { out in
      out.member("latest", text: facts.latest?.iso)
      out.member("days_since", facts.daysSince)
      out.array("silent", facts.silent) { $0.element(text: $1.rawValue) }
      out.array("months_without_rows", facts.emptyMonths) { $0.element(text: String($1.iso.prefix(7))) }
      out.member("refused_rows", facts.refusedRows)
      out.array("institutions", facts.institutions) { out, own in
        out.object { out in
          out.member("id", text: own.id)
          out.member("name", text: own.name)
          out.member("grade", text: own.grade.rawValue)
          out.member("capped", own.capped)
          out.member("actual", own.counted)
        }
      }
      out.array("projects", facts.projects) { out, own in
        out.object { out in
          out.member("id", text: own.id)
          out.member("name", text: own.name)
          out.array("flags", own.flags) { $0.element(text: $1.rawValue) }
        }
      }
      out.member("probability", facts.probability)
      guard let revisions = facts.revisions else { return out.member("revisions", text: nil) }
      out.array("revisions", revisions) { out, own in
        out.object { out in
          out.member("month", text: String(own.month.iso.prefix(7)))
          out.member("before", own.before)
          out.member("after", own.after)
          out.member("path", text: own.path)
        }
      }
    }
  }
}
