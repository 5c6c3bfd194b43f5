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
      out.member("schema", text: "jineng.check/1")
      out.array("files", snapshot.files) { out, file in
        out.object { out in
          out.member("path", text: file.path)
          out.member("table", text: file.table)
          out.member("encoding", text: file.encoding)
          out.member("rows", file.rows)
          out.member("rejected", file.rejected)
          out.member("sha256", text: file.sha256)
        }
      }
      out.array("problems", snapshot.problems) { out, problem in
        out.object { out in
          out.member("path", text: problem.path)
          out.member("line", problem.line)
          out.member("column", text: problem.column)
          out.member("code", text: problem.code.rawValue)
          out.member("severity", text: problem.code.severity.rawValue)
          out.member("message", text: message(problem))
        }
      }
      out.object("summary") { out in
        out.member("files", snapshot.files.count)
        out.member("rows", snapshot.files.reduce(0) { $0 + $1.rows })
        out.member("rejected", snapshot.files.reduce(0) { $0 + $1.rejected })
        out.counts(ProblemCounts(snapshot.problems))
      }
    }
    return out.document
  }
}

extension JSONWriter {
  /// The three counts as members of the open object.
  mutating func counts(_ counts: ProblemCounts) {
    member("errors", counts.errors)
    member("warnings", counts.warnings)
    member("notices", counts.notices)
  }
}
