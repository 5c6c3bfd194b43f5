package import Policy

/// Where a figure comes from as `jineng.explain/1` (`interfaces.md`, explain).
package enum ExplainReport {
  /// What is told besides the board.
  package struct Subject {
    /// The figure's place: a district, or the city by its own code.
    package var district: (code: DistrictCode, name: String)
    package var item: Item
    package var provenance: Provenance
    /// The parts of the gap; nil for a figure without one.
    package var gap: GapExplanation?

    package init(
      district: (code: DistrictCode, name: String), item: Item, provenance: Provenance, gap: GapExplanation? = nil
    ) {
      self.district = district
      self.item = item
      self.provenance = provenance
      self.gap = gap
    }
  }

  /// The figure, the numbers it is made of, and its files; `time` writes a moment. The same records give the same bytes.
  package static func json(
    _ subject: Subject, board: Board, snapshot: Snapshot, time: (_ seconds: Double) -> String
  ) -> String {
    var out = JSONWriter()
    let provenance = subject.provenance
    out.object { out in
      out.member("schema", text: "jineng.explain/1")
      out.member("as_of", text: board.asOf.iso)
      out.member("sample", board.sample)
      out.object("figure") { out in
        out.member("kind", text: provenance.figure.kind)
        out.object("district") { out in
          out.member("code", text: subject.district.code.rawValue)
          out.member("name", text: subject.district.name)
        }
        out.object("item") { out in
          out.member("id", text: subject.item.id.rawValue)
          out.member("name", text: subject.item.label.zh)
        }
      }
      out.values(of: provenance.figure, board, snapshot)
      out.place("target_row", provenance.target)
      out.array("files", provenance.files) { $0.file($1, time: time) }
      if case .counted = provenance.figure { out.member("gap") { $0.gap(subject.gap) } }
    }
    return out.document
  }
}

extension JSONWriter {
  /// The figure as the board has it, and what it is made of.
  fileprivate mutating func values(of figure: Figure, _ board: Board, _ snapshot: Snapshot) {
    switch figure {
    case .counted(let id, let code):
      guard let progress = board.progress(id, code, city: snapshot.plan.cityCode) else { return }
      member("values") { $0.item(progress) }
      operands(
        CountedOperands(
          plan: snapshot.plan, facts: snapshot.facts, board: board, progress: progress, district: code))
    case .milestone(let id, let code):
      let all = board.closing + board.measures.flatMap(\.milestones)
      guard let milestone = all.first(where: { $0.id == id }) else { return }
      let own = code.map { code in milestone.districts.first { $0.code == code }?.state } ?? milestone.city
      if let own { object("values") { $0.state(own) } }
    case .register(let id):
      let registers = board.measures.flatMap(\.registers)
      if let register = registers.first(where: { $0.id == id }) { member("values") { $0.register(register) } }
    case .institution, .base, .project: break
    }
  }

  private mutating func operands(_ operands: CountedOperands) {
    object("operands") { out in
      out.member("days_elapsed", operands.elapsed)
      out.member("days", operands.days)
      out.member("short", operands.short)
      out.member("working_days_left", operands.workingDaysLeft)
      out.object("recent") { out in
        out.object("5") { $0.window(operands.recent5) }
        out.object("20") { $0.window(operands.recent20) }
      }
      if let share = operands.share {
        out.object("suggested") { out in
          out.member("city_target", share.target)
          out.member("residents", share.residents)
          out.member("all_residents", share.all)
        }
      } else {
        out.member("suggested", text: nil)
      }
    }
  }

  private mutating func window(_ window: CountedOperands.Window) {
    member("count", window.counted)
    member("from", text: window.first.iso)
    member("through", text: window.last.iso)
  }

  fileprivate mutating func file(_ file: SourceFile, time: (Double) -> String) {
    object { out in
      out.member("path", text: file.path)
      out.member("table", text: file.table)
      out.member("encoding", text: file.encoding)
      out.member("rows", file.rows)
      out.value("value", file.value)
      out.value("previous", file.previous)
      out.member("sha256", text: file.sha256)
      out.member("size", file.size)
      out.member("modified", text: time(file.modified))
      out.member("stale", text: file.stale)
      out.member("superseded", file.superseded)
      out.place("superseded_by", file.supersededBy)
    }
  }

  private mutating func value(_ name: StaticString, _ value: SourceValue?) {
    switch value {
    case .count(let part): member(name, part)
    case .money(let part): member(name, text: part.text)
    case .points(let part): member(name, Double(part) / 100)
    case nil: member(name, text: nil)
    }
  }

  fileprivate mutating func place(_ name: StaticString, _ place: SourcePlace?) {
    guard let place else { return member(name, text: nil) }
    object(name) { out in
      out.member("path", text: place.path)
      out.member("line", place.line)
    }
  }
}

extension MeasureBoard {
  fileprivate var milestones: [MilestoneBoard] {
    items.compactMap { if case .milestone(let board) = $0 { board } else { nil } }
  }

  fileprivate var registers: [RegisterBoard] {
    items.compactMap { if case .register(let board) = $0 { board } else { nil } }
  }
}
