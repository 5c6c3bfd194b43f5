package import Policy

/// The plan in force as `jineng.plan/1`, with the districts and the calendar in force.
package struct PlanReport {
  private let plan: Plan
  private let facts: Facts
  private let file: String

  /// The plan of `snapshot` as JSON; `file` is where it comes from.
  package static func json(_ snapshot: Snapshot, file: String) -> String {
    let report = PlanReport(plan: snapshot.plan, facts: snapshot.facts, file: file)
    var out = JSONWriter()
    out.object { out in
      out.member("schema", text: "jineng.plan/1")
      report.head(&out)
      report.measures(&out)
      out.array("closing", report.plan.closing) { out, item in report.item(&out, item) }
      report.judgement(&out)
      report.places(&out)
    }
    return out.document
  }

  private func head(_ out: inout JSONWriter) {
    out.member("file", text: file)
    out.object("document") { out in
      out.member("number", text: plan.document.number)
      out.bilingual("title", plan.document.title)
      out.bilingual("issuer", plan.document.issuer)
    }
    out.member("year", plan.year)
    out.member("period_start", text: plan.periodStart.iso)
    out.member("period_end", text: plan.periodEnd.iso)
    out.object("city") { out in
      out.member("code", text: plan.cityCode.rawValue)
      out.bilingual("name", plan.cityName)
    }
    out.array("former_codes", plan.formerCodes.sorted { $0.key < $1.key }) { out, entry in
      out.object { out in
        out.member("former", text: entry.key.rawValue)
        out.member("code", text: entry.value.rawValue)
      }
    }
  }

  private func measures(_ out: inout JSONWriter) {
    out.array("sections", plan.sections) { out, section in
      out.object { out in
        out.member("number", section.number)
        out.bilingual("title", section.title)
      }
    }
    out.array("measures", plan.measures) { out, measure in
      out.object { out in
        out.member("number", measure.number)
        out.member("ordinal", text: measure.ordinal)
        out.member("section", measure.section)
        out.bilingual("title", measure.title)
        if let summary = measure.summary {
          out.bilingual("summary", summary)
        } else {
          out.member("summary", text: nil)
        }
        out.member("level", text: measure.level.rawValue)
        out.array("items", measure.items) { out, item in self.item(&out, item) }
      }
    }
  }

  /// What does not belong to an item's kind is null.
  private func item(_ out: inout JSONWriter, _ item: Item) {
    out.object { out in
      out.member("id", text: item.id.rawValue)
      out.member("kind", text: item.kind.rawValue)
      out.member("basis", text: item.basis.rawValue)
      out.bilingual("label", item.label)
      out.bilingual("short", item.short)
      out.member("unit", text: item.unit)
      out.member("level", text: item.level.rawValue)
      out.member("split", item.split)
      out.member("target", item.target)
      out.member("parent", text: item.parent?.rawValue)
      out.array("profile", item.profile ?? []) { out, share in out.element(share) }
      out.member("due", text: item.due?.iso)
      out.member("due_basis", text: item.due == nil ? nil : item.dueBasis.rawValue)
      out.member("recurring", item.recurring)
      out.member("people", item.people)
      out.array("stages", item.stages) { out, stage in out.element(text: stage) }
      out.member("stages_basis", text: item.stages.isEmpty ? nil : item.stagesBasis.rawValue)
    }
  }

  private func judgement(_ out: inout JSONWriter) {
    out.object("thresholds") { out in
      let thresholds = plan.thresholds
      out.member("on_pace", Double(thresholds.onPace.lead.hundredths) / 100)
      out.member("on_pace_inclusive", thresholds.onPace.inclusive)
      out.member("watch", Double(thresholds.watch.lead.hundredths) / 100)
      out.member("watch_inclusive", thresholds.watch.inclusive)
      out.member("silent_after_days", thresholds.silentAfterDays)
      out.member("stuck_after_days", thresholds.stuckAfterDays)
      out.member("due_soon_days", thresholds.dueSoonDays)
      out.member("month_closes_after_days", thresholds.revisions.closesAfterDays)
    }
    out.object("triage") { out in
      out.member("acknowledge_days", plan.triage.acknowledgeDays)
      out.member("handle_days", plan.triage.handleDays)
      out.member("close_days", plan.triage.closeDays)
      out.member("opens_after_days", plan.triage.opensAfterDays)
      out.member("recovers_after_days", plan.triage.recoversAfterDays)
    }
    out.object("rubric") { out in
      out.member("valid_years", plan.rubric.validYears)
      out.object("floors") { out in
        out.member("A", Double(plan.rubric.floorA) / 100)
        out.member("B", Double(plan.rubric.floorB) / 100)
        out.member("C", Double(plan.rubric.floorC) / 100)
      }
      out.array("dimensions", plan.rubric.dimensions) { out, dimension in
        out.object { out in
          out.bilingual("name", dimension.name)
          out.member("points", dimension.points)
        }
      }
    }
    out.object("funding") { out in
      let rules = plan.funding
      out.array("tiers_wan", rules.tiers) { out, tier in out.element(text: tier.text) }
      out.member("max_projects_per_base_year", rules.maxProjectsPerBaseYear)
      out.member("evaluation_grace_days", rules.evaluationGraceDays)
      out.member("idle_after_months", rules.idleAfterMonths)
      out.array("base_levels", rules.baseLevels) { out, level in out.element(text: level) }
      out.array("cost_lines", rules.costLines) { out, line in out.element(text: line) }
    }
  }

  private func places(_ out: inout JSONWriter) {
    out.array("calendar", facts.calendar.entries) { out, entry in
      out.object { out in
        out.member("date", text: entry.day.iso)
        out.member("kind", text: entry.kind.rawValue)
        out.member("name", text: entry.name)
      }
    }
    out.array("districts", facts.districts) { out, district in
      out.object { out in
        out.member("code", text: district.code.rawValue)
        out.member("name", text: district.name)
        out.member("short", text: district.short)
        out.member("pinyin", text: district.pinyin)
        out.member("initials", text: district.initials)
        out.member("population", district.population)
        out.member("tile_row", district.tileRow)
        out.member("tile_col", district.tileColumn)
      }
    }
  }
}

extension JSONWriter {
  /// A text in both languages.
  fileprivate mutating func bilingual(_ name: StaticString, _ text: Bilingual) {
    object(name) { out in
      out.member("zh", text: text.zh)
      out.member("en", text: text.en)
    }
  }
}
