package import Policy

/// Everything that is wrong with a plan's text as `jineng.plan-check/1`.
package enum PlanCheckReport {
  /// `message` gives a fault's words in the user's language.
  package static func json(_ reading: PlanReading, file: String, message: (PlanFault) -> String) -> String {
    var out = JSONWriter()
    out.object { out in
      out.member("schema", text: "jineng.plan-check/1")
      out.member("file", text: file)
      out.member("usable", reading.plan != nil)
      out.array("problems", reading.faults) { out, fault in
        out.object { out in
          out.member("line", fault.line)
          out.member("column", fault.column)
          out.member("key", text: fault.key)
          out.member("code", text: fault.reason.code)
          out.member("severity", text: fault.severity.rawValue)
          out.member("message", text: message(fault))
        }
      }
      out.object("summary") { out in
        out.member("errors", reading.faults.count { $0.severity == .error })
        out.member("warnings", reading.faults.count { $0.severity == .warning })
        out.member("notices", reading.faults.count { $0.severity == .notice })
      }
    }
    return out.document
  }
}
