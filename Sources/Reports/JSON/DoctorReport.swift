/// One thing that `jineng doctor` found out, for scripts.
package struct DoctorFact: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case text(String)
    case whole(Int64)
    case flag(Bool)
    /// It does not exist, or could not be found out.
    case none
  }

  package let name: String
  package let value: Value

  /// - Parameter name: a lower-case word of ASCII letters, digits and underscores.
  package init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  package init(_ name: String, _ text: String?) { self.init(name, text.map { .text($0) } ?? .none) }
  package init(_ name: String, _ number: Int64?) { self.init(name, number.map { .whole($0) } ?? .none) }
  package init(_ name: String, _ number: Int?) { self.init(name, number.map { Int64($0) }) }
  package init(_ name: String, _ flag: Bool?) { self.init(name, flag.map { .flag($0) } ?? .none) }
}

/// What `jineng doctor` found as `jineng.doctor/1`.
package enum DoctorReport {
  /// One check: its name, its verdict as a word, and what it says in the user's language.
  package struct Check: Hashable, Sendable {
    package let id: String
    package let verdict: String
    package let message: String
    package let remedy: String?
    package let facts: [DoctorFact]

    package init(id: String, verdict: String, message: String, remedy: String?, facts: [DoctorFact]) {
      self.id = id
      self.verdict = verdict
      self.message = message
      self.remedy = remedy
      self.facts = facts
    }
  }

  /// - Parameter verdicts: every verdict there is, in the order in which they are counted.
  package static func json(_ checks: [Check], usable: Bool, verdicts: [String]) -> String {
    var out = JSONWriter()
    out.object { out in
      out.member("schema", text: "jineng.doctor/1")
      out.member("usable", usable)
      out.array("checks", checks) { out, check in
        out.object { out in
          out.member("id", text: check.id)
          out.member("verdict", text: check.verdict)
          out.member("message", text: check.message)
          out.member("remedy", text: check.remedy)
          out.object("facts") { out in for fact in check.facts { out.member(fact) } }
        }
      }
      out.object("summary") { out in
        for verdict in verdicts {
          out.member(DoctorFact(verdict, checks.count { $0.verdict == verdict }))
        }
      }
    }
    return out.document
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ fact: DoctorFact) {
    switch fact.value {
    case .text(let text): member(named: fact.name) { $0.element(text: text) }
    case .whole(let number): member(named: fact.name) { $0.element(number) }
    case .flag(let flag): member(named: fact.name) { $0.element(flag) }
    case .none: member(named: fact.name) { $0.null() }
    }
  }
}
