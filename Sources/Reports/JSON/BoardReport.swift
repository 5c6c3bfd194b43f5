package import Policy

/// The whole board as `jineng.board/1` (`interfaces.md`, report).
package enum BoardReport {
  /// The board of `snapshot` as JSON. The same records give the same bytes.
  package static func json(board: Board, snapshot: Snapshot) -> String {
    var out = JSONWriter()
    out.object { out in
      out.key("schema")
      out.value("jineng.board/1" as StaticString)
      out.key("as_of")
      out.value(untrusted: board.asOf.iso)
      out.key("sample")
      out.value(board.sample)
      out.key("plan")
      out.object { out in
        out.key("year")
        out.value(snapshot.plan.year)
        out.key("document")
        out.value(untrusted: snapshot.plan.document.number)
      }
      out.key("pace")
      out.value(board.pace.ratio)
      out.key("working_days_left")
      out.value(board.workingDaysLeft)
      out.key("city")
      out.object { out in
        out.key("items")
        out.array(board.city) { $0.item($1) }
      }
      out.key("districts")
      out.array(board.districts) { $0.district($1) }
      out.key("institutions")
      out.array(board.institutions) { $0.institution($1, rubric: snapshot.plan.rubric) }
      out.key("bases")
      out.array(board.bases) { $0.base($1) }
      out.key("measures")
      out.array(board.measures) { $0.measure($1) }
      out.key("closing")
      out.array(board.closing) { $0.milestone($1) }
      out.key("problems")
      out.problemCounts(ProblemCounts(snapshot.problems))
    }
    return out.document
  }
}

extension JSONWriter {
  fileprivate mutating func item(_ item: ItemProgress) {
    object { out in
      out.key("id")
      out.value(untrusted: item.id.rawValue)
      out.key("target")
      out.value(item.target)
      out.key("target_source")
      out.value(untrusted: item.source.rawValue)
      out.key("actual")
      out.value(item.actual)
      out.key("pace")
      out.value(item.pace)
      out.key("attainment")
      out.value(item.attainment)
      out.key("lead_pp")
      out.value(item.lead)
      out.key("status")
      out.value(untrusted: item.status.rawValue)
      out.key("required_per_working_day")
      out.value(item.required)
      out.key("recent_per_working_day")
      out.object { out in
        out.key("5")
        out.value(item.recent5)
        out.key("20")
        out.value(item.recent20)
      }
      out.key("multiple")
      out.value(item.multiple)
      out.key("forecast")
      out.null()
    }
  }

  fileprivate mutating func district(_ district: DistrictBoard) {
    object { out in
      out.key("code")
      out.value(untrusted: district.district.code.rawValue)
      out.key("name")
      out.value(untrusted: district.district.name)
      out.key("status")
      out.value(untrusted: district.status.rawValue)
      out.key("latest")
      out.value(untrusted: district.latest?.iso)
      out.key("items")
      out.array(district.items) { $0.item($1) }
      out.key("grades")
      out.object { out in
        out.key("A")
        out.value(district.grades[.a])
        out.key("B")
        out.value(district.grades[.b])
        out.key("C")
        out.value(district.grades[.c])
        out.key("D")
        out.value(district.grades[.d])
        out.key("ungraded")
        out.value(district.grades[.ungraded])
      }
      out.key("funding")
      out.object { out in
        out.money(approved: district.funding.approved, paid: district.funding.paid, spent: district.funding.spent)
        out.key("flags")
        out.value(district.funding.flags)
      }
    }
  }

  /// The four sums every funding object carries, in 万元.
  private mutating func money(approved: Money, paid: Money, spent: Money) {
    key("approved")
    value(untrusted: approved.text)
    key("paid")
    value(untrusted: paid.text)
    key("spent")
    value(untrusted: spent.text)
    key("balance")
    value(untrusted: (paid - spent).text)
  }

  fileprivate mutating func institution(_ board: InstitutionBoard, rubric: Rubric) {
    object { out in
      out.key("id")
      out.value(untrusted: board.institution.id)
      out.key("name")
      out.value(untrusted: board.institution.name)
      out.key("district")
      out.value(untrusted: board.institution.district.rawValue)
      out.key("score")
      out.value(board.scoreHundredths.map { Double($0) / 100 })
      out.key("grade")
      out.value(untrusted: board.grade.rawValue)
      out.key("capped")
      out.value(board.capped)
      out.key("missing")
      out.array(board.missing) { out, index in
        out.value(untrusted: rubric.dimensions.indices.contains(index) ? rubric.dimensions[index].name.zh : nil)
      }
      out.key("expired")
      out.value(board.expired)
      out.key("open_findings")
      out.value(board.openFindings)
      out.key("trained")
      out.value(board.trained)
    }
  }

  fileprivate mutating func base(_ board: BaseBoard) {
    object { out in
      out.key("id")
      out.value(untrusted: board.base.id)
      out.key("name")
      out.value(untrusted: board.base.name)
      out.key("district")
      out.value(untrusted: board.base.district.rawValue)
      out.key("projects")
      out.array(board.projects) { out, project in
        out.object { out in
          out.key("id")
          out.value(untrusted: project.project.id)
          out.money(approved: project.project.amount, paid: project.paid, spent: project.spent)
          out.key("stage")
          out.value(untrusted: project.stage.rawValue)
          out.key("flags")
          out.array(project.flags) { $0.value(untrusted: $1.rawValue) }
        }
      }
    }
  }

  fileprivate mutating func measure(_ measure: MeasureBoard) {
    object { out in
      out.key("number")
      out.value(measure.number)
      out.key("status")
      out.value(untrusted: measure.status.rawValue)
      out.key("items")
      out.array(measure.items) { out, item in
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
      out.key("id")
      out.value(untrusted: id.rawValue)
      out.key("kind")
      out.value(untrusted: kind.rawValue)
      out.key("status")
      out.value(untrusted: status.rawValue)
    }
  }

  fileprivate mutating func milestone(_ board: MilestoneBoard) {
    object { out in
      out.key("id")
      out.value(untrusted: board.id.rawValue)
      out.key("kind")
      out.value(untrusted: ItemKind.milestone.rawValue)
      out.state(board.city)
      out.key("districts")
      out.array(board.districts) { out, district in
        out.object { out in
          out.key("code")
          out.value(untrusted: district.code.rawValue)
          out.state(district.state)
        }
      }
    }
  }

  private mutating func state(_ state: MilestoneState) {
    key("status")
    value(untrusted: state.status.rawValue)
    key("due")
    value(untrusted: state.due?.iso)
    key("done")
    value(untrusted: state.done?.iso)
  }

  private mutating func register(_ board: RegisterBoard) {
    object { out in
      out.key("id")
      out.value(untrusted: board.id.rawValue)
      out.key("kind")
      out.value(untrusted: ItemKind.register.rawValue)
      out.key("stages")
      out.array(board.stages) { out, stage in
        out.object { out in
          out.key("name")
          out.value(untrusted: stage.name)
          out.key("entries")
          out.value(stage.entries)
          out.key("oldest_days")
          out.value(stage.oldestDays)
        }
      }
      out.key("stuck")
      out.value(board.stuck)
    }
  }
}
