package import Policy

/// The whole board as `jineng.board/1` (`interfaces.md`, report).
package enum BoardReport {
  /// The board of `snapshot` as JSON. The same records give the same bytes.
  package static func json(board: Board, snapshot: Snapshot) -> String {
    var out = JSONWriter()
    out.object { out in
      out.member("schema", text: "jineng.board/1")
      out.member("as_of", text: board.asOf.iso)
      out.member("sample", board.sample)
      out.object("plan") { out in
        out.member("year", snapshot.plan.year)
        out.member("document", text: snapshot.plan.document.number)
      }
      out.member("pace", board.pace.ratio)
      out.member("working_days_left", board.workingDaysLeft)
      out.object("city") { out in
        out.array("items", board.city) { $0.item($1) }
      }
      out.array("districts", board.districts) { $0.district($1) }
      out.array("institutions", board.institutions) { $0.institution($1, rubric: snapshot.plan.rubric) }
      out.array("bases", board.bases) { $0.base($1) }
      out.array("measures", board.measures) { $0.measure($1) }
      out.array("closing", board.closing) { $0.milestone($1) }
      out.object("problems") { $0.counts(ProblemCounts(snapshot.problems)) }
    }
    return out.document
  }
}

extension JSONWriter {
  mutating func item(_ item: ItemProgress) {
    object { out in
      out.member("id", text: item.id.rawValue)
      out.member("target", item.target)
      out.member("target_source", text: item.source.rawValue)
      out.member("actual", item.actual)
      out.member("pace", item.pace)
      out.member("attainment", item.attainment)
      out.member("lead_pp", item.lead)
      out.member("status", text: item.status.rawValue)
      out.member("required_per_working_day", item.required)
      out.object("recent_per_working_day") { out in
        out.member("5", item.recent5)
        out.member("20", item.recent20)
      }
      out.member("multiple", item.multiple)
      if let forecast = item.forecast {
        out.object("forecast") { out in
          out.member("p10", forecast.p10)
          out.member("p50", forecast.p50)
          out.member("p90", forecast.p90)
          out.member("probability", forecast.probability)
        }
      } else {
        out.member("forecast", text: nil)
      }
    }
  }

  fileprivate mutating func district(_ district: DistrictBoard) {
    object { out in
      out.member("code", text: district.district.code.rawValue)
      out.member("name", text: district.district.name)
      out.member("status", text: district.status.rawValue)
      out.member("latest", text: district.latest?.iso)
      out.array("items", district.items) { $0.item($1) }
      out.object("grades") { out in
        out.member("A", district.grades[.a])
        out.member("B", district.grades[.b])
        out.member("C", district.grades[.c])
        out.member("D", district.grades[.d])
        out.member("ungraded", district.grades[.ungraded])
      }
      out.object("funding") { out in
        out.money(approved: district.funding.approved, paid: district.funding.paid, spent: district.funding.spent)
        out.member("flags", district.funding.flags)
      }
    }
  }

  /// The four sums every funding object carries, in 万元.
  private mutating func money(approved: Money, paid: Money, spent: Money) {
    member("approved", text: approved.text)
    member("paid", text: paid.text)
    member("spent", text: spent.text)
    member("balance", text: (paid - spent).text)
  }

  fileprivate mutating func institution(_ board: InstitutionBoard, rubric: Rubric) {
    object { out in
      out.member("id", text: board.institution.id)
      out.member("name", text: board.institution.name)
      out.member("district", text: board.institution.district.rawValue)
      out.member("score", board.scoreHundredths.map { Double($0) / 100 })
      out.member("grade", text: board.grade.rawValue)
      out.member("capped", board.capped)
      out.array("missing", board.missing) { out, index in
        out.element(text: rubric.dimensions.indices.contains(index) ? rubric.dimensions[index].name.zh : nil)
      }
      out.member("expired", board.expired)
      out.member("open_findings", board.openFindings)
      out.member("trained", board.trained)
    }
  }

  fileprivate mutating func base(_ board: BaseBoard) {
    object { out in
      out.member("id", text: board.base.id)
      out.member("name", text: board.base.name)
      out.member("district", text: board.base.district.rawValue)
      out.array("projects", board.projects) { out, project in
        out.object { out in
          out.member("id", text: project.project.id)
          out.money(approved: project.project.amount, paid: project.paid, spent: project.spent)
          out.member("stage", text: project.stage.rawValue)
          out.array("flags", project.flags) { $0.element(text: $1.rawValue) }
        }
      }
    }
  }

  fileprivate mutating func measure(_ measure: MeasureBoard) {
    object { out in
      out.member("number", measure.number)
      out.member("status", text: measure.status.rawValue)
      out.array("items", measure.items) { out, item in
        switch item {
        case .counted(let id, let status): out.plain(id: id, kind: .counted, status: status)
        case .institutions(let id, let status): out.plain(id: id, kind: .institution, status: status)
        case .bases(let id, let status): out.plain(id: id, kind: .base, status: status)
        case .milestone(let milestone): out.milestone(milestone)
        case .register(let register): out.register(register)
        }
      }
    }
  }

  private mutating func plain(id: ItemID, kind: ItemKind, status: Status) {
    object { out in
      out.member("id", text: id.rawValue)
      out.member("kind", text: kind.rawValue)
      out.member("status", text: status.rawValue)
    }
  }

  fileprivate mutating func milestone(_ board: MilestoneBoard) {
    object { out in
      out.member("id", text: board.id.rawValue)
      out.member("kind", text: ItemKind.milestone.rawValue)
      out.state(board.city)
      out.array("districts", board.districts) { out, district in
        out.object { out in
          out.member("code", text: district.code.rawValue)
          out.state(district.state)
        }
      }
    }
  }

  mutating func state(_ state: MilestoneState) {
    member("status", text: state.status.rawValue)
    member("due", text: state.due?.iso)
    member("done", text: state.done?.iso)
  }

  mutating func register(_ board: RegisterBoard) {
    object { out in
      out.member("id", text: board.id.rawValue)
      out.member("kind", text: ItemKind.register.rawValue)
      out.array("stages", board.stages) { out, stage in
        out.object { out in
          out.member("name", text: stage.name)
          out.member("entries", stage.entries)
          out.member("oldest_days", stage.oldestDays)
        }
      }
      out.member("stuck", board.stuck)
    }
  }
}
