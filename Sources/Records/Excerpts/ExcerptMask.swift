import Policy
import Tabular

/// Decides which fields of a file's rows may be shown (`data-directory.md`, Personal data). In doubt none.
///
/// Only columns of the table are shown; the others were kept out when the file was read. Where a row does not fit the
/// header, nobody knows which field is which, so nothing of it is shown if the file has any column that may not be.
struct ExcerptMask {
  private let headers: [String]
  private let isShown: [Bool]
  /// Nobody who is in the records now was born after 2099.
  private let latestBirth = Day(number: 47_481)

  init(header: Row?, _ request: ExcerptRequest) {
    let headers = ExcerptRow.fields(ofHeader: header)
    let table = Table(rawValue: request.file.table)
    var names: [String: Int] = [:]
    for (place, column) in (table?.columns ?? []).enumerated() {
      // Entries of some registers are persons.
      if table == .registers, column.name == "name" { continue }
      for name in column.folded { names[name] = place }
    }
    var met: Set<Int> = []
    isShown = headers.map { text -> Bool in
      // Of two headers for one column the first counts.
      guard let place = names[Folding.header(text)] else { return false }
      return met.insert(place).inserted && !request.personal.contains(text)
    }
    self.headers = headers
  }

  /// The headers; those that are themselves values are masked, as in a file without a header.
  var header: [SourceExcerpt.Field] {
    let isHeader = isShown.contains(true)
    return zip(headers, isShown).map { text, shown in
      shown || isHeader && !holdsPersonal(text) ? .text(text) : .masked
    }
  }

  /// The place of the column that a problem names.
  func column(named name: String?) -> Int? { name.flatMap { headers.firstIndex(of: $0) } }

  /// A row's fields.
  func fields(of row: ExcerptRow) -> [SourceExcerpt.Field] {
    let fits = row.isSound && row.fields.count == headers.count
    let showsAll = !isShown.isEmpty && !isShown.contains(false)
    return row.fields.enumerated().map { place, text in
      let mayShow = fits ? isShown[place] : showsAll
      return text.isEmpty || mayShow && !holdsPersonal(text) ? .text(text) : .masked
    }
  }

  private func holdsPersonal(_ text: String) -> Bool {
    PersonalValues.holdsPersonal(text, latestBirth: latestBirth)
  }
}
