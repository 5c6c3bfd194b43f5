package import Policy

/// What was known when, for scripts: `jineng.changes/1` and `jineng.revisions/1`. `time` writes a moment.
package enum HistoryReport {
  /// What changed since a base.
  package static func json(_ changes: KnownChanges, sample: Bool, time: (_ seconds: Double) -> String) -> String {
    var out = JSONWriter()
    out.object { out in
      out.member("schema", text: "jineng.changes/1")
      out.member("as_of", text: changes.question.asOf.iso)
      out.member("sample", sample)
      switch changes.question.base {
      case .lastVisit: out.member("base", text: "last-visit")
      case .day(let day): out.member("base", text: day.iso)
      }
      out.member("since", text: changes.since.map(time))
      out.member("since_first", changes.isSinceFirst)
      out.member("kept_since", text: changes.keptSince.map(time))
      out.member("kept_until", text: changes.keptUntil.map(time))
      out.member("files", changes.files)
      out.array("figures", changes.figures) { out, figure in
        out.object { out in
          out.key(figure.key)
          out.member("before", figure.before)
          out.member("after", figure.after)
          out.member("difference", figure.difference)
          out.member("revised", figure.revised)
        }
      }
      out.array("targets", changes.targets) { out, target in
        out.object { out in
          out.key(target.key)
          out.member("before", target.before)
          out.member("after", target.after)
        }
      }
    }
    return out.document
  }

  /// Revisions, the newest first.
  package static func json(_ list: RevisionList, sample: Bool, time: (_ seconds: Double) -> String) -> String {
    var out = JSONWriter()
    out.object { out in
      out.member("schema", text: "jineng.revisions/1")
      out.member("sample", sample)
      out.member("district", text: list.question.district?.rawValue)
      out.member("kept_since", text: list.keptSince.map(time))
      out.member("total", list.total)
      out.array("revisions", list.revisions) { out, revision in
        out.object { out in
          out.member("version", revision.version)
          out.member("at", text: time(revision.at))
          out.key(revision.key)
          out.member("month", text: revision.month.iso)
          out.member("before", revision.before)
          out.member("after", revision.after)
          out.member("difference", revision.difference)
          out.array("files", revision.parts) { out, part in
            out.object { out in
              out.member("path", text: part.path)
              out.member("difference", part.difference)
            }
          }
        }
      }
    }
    return out.document
  }
}

extension JSONWriter {
  fileprivate mutating func key(_ key: TargetKey) {
    member("district", text: key.district.rawValue)
    member("item", text: key.item.rawValue)
  }
}
