package import Policy

/// The docket for scripts: `jineng.triage/1`. `time` writes a moment.
package struct TriageReport {
  private let places: [CaseQueue.Place]
  private let promises: [PromiseRule.Judged]
  private let docket: DocketState
  private let asOf: Day
  private let sample: Bool
  private let time: (_ seconds: Double) -> String

  package init(
    _ docket: DocketState, places: [CaseQueue.Place], promises: [PromiseRule.Judged], asOf: Day, sample: Bool,
    time: @escaping (_ seconds: Double) -> String
  ) {
    self.docket = docket
    self.places = places
    self.promises = promises
    self.asOf = asOf
    self.sample = sample
    self.time = time
  }

  /// Cases in the order of the queue.
  package var list: String {
    document { out in
      out.array("cases", places) { out, place in out.object { write(place, &$0) } }
      out.array("commitments", PromiseRecord.all(promises)) { out, record in
        out.object { out in
          out.member("district", text: record.district.rawValue)
          out.member("kept", record.kept)
          out.member("missed", record.missed)
          out.member("open", record.open)
        }
      }
    }
  }

  /// One case with everything that was done to it; nil where it is not among the places.
  package func show(_ number: Int, entries: [DocketEntry]) -> String? {
    guard let place = places.first(where: { $0.own.number == number }) else { return nil }
    let taken = Case.takenBack(entries)
    return document { out in
      out.object("case") { write(place, &$0) }
      out.array("entries", entries) { out, entry in
        out.object { out in
          write(entry, &out)
          out.member("taken_back", taken.contains(entry.number))
        }
      }
    }
  }

  /// What came of orders. `message` says why one was refused.
  package func outcomes(
    _ orders: [CaseOrder], _ outcomes: [CaseOutcome], message: (DeedRefusal) -> String
  ) -> String {
    document { out in
      out.array("outcomes", zip(orders, outcomes)) { out, pair in
        out.object { out in
          out.member("case", pair.0.caseNumber)
          switch pair.1 {
          case .done(let entry):
            out.member("done", true)
            write(entry, &out)
          case .refused(let refusal):
            out.member("done", false)
            out.member("refusal", text: refusal.name)
            out.member("message", text: message(refusal))
          case .noSuchCase:
            out.member("done", false)
            out.member("refusal", text: "no_such_case")
          }
        }
      }
    }
  }

  private func document(_ body: (inout JSONWriter) -> Void) -> String {
    var out = JSONWriter()
    out.object { out in
      out.member("schema", text: "jineng.triage/1")
      out.member("as_of", text: asOf.iso)
      out.member("sample", sample)
      out.member("last_entry", docket.lastEntry)
      body(&out)
    }
    return out.document
  }

  // MARK: Parts

  private func write(_ place: CaseQueue.Place, _ out: inout JSONWriter) {
    let own = place.own
    out.member("number", own.number)
    out.object("subject") { write(own.subject, &$0) }
    out.array("items", own.items) { $0.element(text: $1.rawValue) }
    out.member("previous", own.previous)
    out.member("state", text: own.state.rawValue)
    out.member("since", text: time(own.since.seconds))
    out.member("level", text: own.level.name)
    out.member("handler", text: own.handler)
    out.member("opened", text: time(own.openedAt.seconds))
    out.member("acknowledged", text: own.acknowledgedAt.map { time($0.seconds) })
    out.member("closed", text: own.closedAt.map { time($0.seconds) })
    out.member("closed_by_handler", own.isSelfClosed)
    out.member("recovered", own.isRecovered)
    out.member("snoozed_until", text: own.snoozedUntil?.iso)
    out.member("snooze_over", own.isAwakened)
    out.member("next_look", text: own.nextLook?.iso)
    out.member("extension_asked", text: own.askedExtension?.iso)
    out.member("extended_to", text: own.extendedTo?.iso)
    out.member("step", text: place.limit?.step.rawValue)
    out.member("limit", text: place.limit?.day.iso)
    out.member("working_days_left", place.workingDaysLeft)
    out.member("overdue", place.group == .overdue)
    out.object("severity") { write(place.severity, &$0) }
    out.array("commitments", promises.filter { $0.caseNumber == own.number }) { out, judged in
      out.object { write(judged, &$0) }
    }
    out.member("last_entry", own.lastEntry)
  }

  private func write(_ subject: CaseSubject, _ out: inout JSONWriter) {
    out.member("district", text: subject.district.rawValue)
    switch subject.condition {
    case .lagging: out.member("condition", text: "lagging")
    case .silence: out.member("condition", text: "silence")
    case .milestone(let item):
      out.member("condition", text: "milestone")
      out.member("item", text: item.rawValue)
    case .project(let base, let project):
      out.member("condition", text: "project")
      out.member("base", text: base)
      out.member("project", text: project)
    case .institution(let id):
      out.member("condition", text: "institution")
      out.member("institution", text: id)
    }
  }

  private func write(_ severity: CaseSeverity, _ out: inout JSONWriter) {
    switch severity {
    case .lagging(let worst):
      out.member("kind", text: "lagging")
      out.member("item", text: worst.item?.rawValue)
      out.member("weight", worst.weight)
      out.member("probability_of_missing", worst.missing)
      out.member("expected_shortfall", worst.shortfall)
      out.member("share_of_city_target", worst.share)
      out.member("lead_pp", worst.lead)
    case .veto: out.member("kind", text: "veto")
    case .flagged(let count):
      out.member("kind", text: "flagged")
      out.member("flags", count)
    case .overdue(let days):
      out.member("kind", text: "overdue")
      out.member("days", days)
    case .silent(let days):
      out.member("kind", text: "silent")
      out.member("days", days)
    case .cleared: out.member("kind", text: "cleared")
    }
  }

  private func write(_ judged: PromiseRule.Judged, _ out: inout JSONWriter) {
    let promise = judged.promise.commitment
    out.member("item", text: promise.item.rawValue)
    out.member("value", promise.value)
    out.member("due", text: promise.due.iso)
    out.member("actual", judged.actual)
    switch judged.verdict {
    case .kept: out.member("verdict", text: "kept")
    case .missed(let short):
      out.member("verdict", text: "missed")
      out.member("short", short)
    case .open(let probability):
      switch ForecastOutlook(probability: probability) {
      case .safe: out.member("verdict", text: "likely")
      case .close: out.member("verdict", text: "possible")
      case .risk: out.member("verdict", text: "unlikely")
      }
      out.member("probability", probability)
    }
  }

  private func write(_ entry: DocketEntry, _ out: inout JSONWriter) {
    let deed = entry.deed.fields
    out.member("entry", entry.number)
    out.member("at", text: time(entry.at.seconds))
    out.member("actor", text: entry.actor.name)
    out.member("deed", text: deed.kind)
    out.array("fields", deed.fields) { out, field in
      out.object { out in
        out.member("name", text: field.name)
        out.member("value", text: field.value)
      }
    }
    out.member("reason", text: entry.reason)
  }
}

extension EscalationLevel {
  /// The level's name for scripts.
  package var name: String {
    switch self {
    case .none: "none"
    case .reminder: "reminder"
    case .yellow: "yellow"
    case .red: "red"
    case .summons: "summons"
    }
  }
}

extension DeedRefusal {
  /// The refusal's name for scripts.
  package var name: String {
    switch self {
    case .personsOnly: "persons_only"
    case .conflict: "conflict"
    case .wrongState: "wrong_state"
    case .notYours: "not_yours"
    case .unclaimed: "unclaimed"
    case .ownWork: "own_work"
    case .needsReason: "needs_reason"
    case .dateInPast: "date_in_past"
    case .dateTooFar: "date_too_far"
    case .pastLimit: "past_limit"
    case .notAsked: "not_asked"
    case .sameHandler: "same_handler"
    case .notHigher: "not_higher"
    case .alreadyTopLevel: "already_top_level"
    case .unknownItem: "unknown_item"
    case .valueTooSmall: "value_too_small"
    case .nothingToUndo: "nothing_to_undo"
    case .notYourEntry: "not_your_entry"
    case .succeeded: "succeeded"
    case .text(let fault), .name(let fault):
      switch fault {
      case .empty: "empty"
      case .tooLong: "too_long"
      case .controlCharacter: "control_character"
      case .personal: "personal_data"
      }
    }
  }
}
