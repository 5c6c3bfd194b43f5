import Policy
import Tabular

/// Checks a row's cells in the order of its table's columns; the first fault is the row's problem.
struct RowChecker: Sendable {
  let columns: [Column]
  let header: HeaderMatch
  let reader: CellReader

  /// What the checks made of a row.
  struct Verdict: Sendable {
    var cells: Cells
    /// The id that the row refers to, and that column's place.
    var reference: String?
    /// The first fault, and its column's place.
    var fault: (column: Int, fault: CellFault)?
    /// The district that a row with a fault names all the same; nil where it names none that can be read.
    var district: DistrictCode?
  }

  /// Checks every cell up to the first fault. A fault behind a reference leaves the reference to be resolved first.
  func check(_ row: Row) -> Verdict {
    var verdict = Verdict(cells: Cells(values: []))
    verdict.cells.values.reserveCapacity(columns.count)
    var context = CellContext()
    for place in columns.indices {
      do throws(CellFault) {
        let cell = try cell(row, place, &context)
        if columns[place].form == .reference, case .text(let id) = cell { verdict.reference = id }
        verdict.cells.values.append(cell)
      } catch {
        verdict.fault = (place, error)
        verdict.district = district(of: row)
        break
      }
    }
    return verdict
  }

  /// The district that a row names, whatever its other cells hold.
  private func district(of row: Row) -> DistrictCode? {
    guard let place = columns.firstIndex(where: { $0.form == .district }), let field = header.fields[place],
      row.fields.indices.contains(field), !row.fields[field].isEmpty
    else { return nil }
    return reader.lexicon.district(CellReader.string(row.bytes.span.extracting(row.fields[field])))
  }

  private func cell(_ row: Row, _ place: Int, _ context: inout CellContext) throws(CellFault) -> Cell {
    let column = columns[place]
    guard let field = header.fields[place], row.fields.indices.contains(field), !row.fields[field].isEmpty else {
      // A file without the column counts each row once; with it, an empty cell says nothing.
      let isCount = column.form == .count && header.fields[place] != nil
      let isDuty = column.form == .district && reader.lexicon.isClosingDuty(context.item)
      if column.required || isCount || isDuty { throw CellFault(code: .missingValue) }
      return .empty
    }
    let cell = try reader.read(row.bytes.span.extracting(row.fields[field]), column.form, context)
    if case .number(let number) = cell {
      switch column.form {
      case .item: context.item = Int(clamping: number)
      case .dimension: context.dimension = Int(clamping: number)
      default: break
      }
    }
    return cell
  }
}

/// What later cells of a row need to know of earlier ones.
struct CellContext: Sendable {
  /// The row's item, by its place in ``Lexicon/items``.
  var item: Int?
  /// The row's dimension, by its place in the rubric.
  var dimension: Int?
}
