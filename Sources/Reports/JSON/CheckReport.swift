package import Policy

/// How many problems there are, by severity.
package struct ProblemCounts: Hashable, Sendable {
  package var errors = 0
  package var warnings = 0
  package var notices = 0

  package init(_ problems: [Problem]) {
    for problem in problems {
      switch problem.code.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .notice: notices += 1
      }
    }
  }
}

/// Everything that is wrong with the directory as `jineng.check/1` (`interfaces.md`, check).
package enum CheckReport {
  /// Files and problems as JSON; `message` gives a problem's words in the user's language.
  package static func json(snapshot: Snapshot, message: (Problem) -> String) -> String {
    var out = JSONWriter()
    out.object { out in
      out.key("schema")
      out.value("jineng.check/1" as StaticString)
      out.key("files")
      out.array(snapshot.files) { out, file in
        out.object { out in
          out.key("path")
          out.value(untrusted: file.path)
          out.key("table")
          out.value(untrusted: file.table)
          out.key("encoding")
          out.value(untrusted: file.encoding)
          out.key("rows")
          out.value(file.rows)
          out.key("rejected")
          out.value(file.rejected)
          out.key("sha256")
          out.value(untrusted: file.sha256)
        }
      }
      out.key("problems")
      out.array(snapshot.problems) { out, problem in
        out.object { out in
          out.key("path")
          out.value(untrusted: problem.path)
          out.key("line")
          out.value(problem.line)
          out.key("column")
          out.value(untrusted: problem.column)
          out.key("code")
          out.value(untrusted: problem.code.rawValue)
          out.key("severity")
          out.value(untrusted: problem.code.severity.rawValue)
          out.key("message")
          out.value(untrusted: message(problem))
        }
      }
      out.key("summary")
      out.object { out in
        out.key("files")
        out.value(snapshot.files.count)
        out.key("rows")
        out.value(snapshot.files.reduce(0) { $0 + $1.rows })
        out.key("rejected")
        out.value(snapshot.files.reduce(0) { $0 + $1.rejected })
        out.counts(ProblemCounts(snapshot.problems))
      }
    }
    return out.document
  }
}

extension JSONWriter {
  /// An object with the three counts.
  mutating func problemCounts(_ counts: ProblemCounts) { object { $0.counts(counts) } }

  /// The three counts as members of the open object.
  mutating func counts(_ counts: ProblemCounts) {
    key("errors")
    value(counts.errors)
    key("warnings")
    value(counts.warnings)
    key("notices")
    value(counts.notices)
  }
}
