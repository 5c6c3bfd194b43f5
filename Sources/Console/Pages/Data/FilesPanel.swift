import Policy
import Screen

/// 文件: every file with what it gave.
struct FilesPanel {
  private let state: ConsoleState
  private let loaded: Loaded

  init(_ state: ConsoleState, _ loaded: Loaded) {
    self.state = state
    self.loaded = loaded
  }

  var table: Table {
    let language = state.language
    // In a wide window what is left over stands at the right: figures stay near the names they belong to.
    let isWide = state.size.columns >= 150
    let columns = [
      language.column(DataWord.path.phrase, 31, ideal: isWide ? 60 : nil, priority: 100, flexible: !isWide),
      language.column(DataWord.table.phrase, 14, priority: 60),
      language.column(DataWord.encoding.phrase, 8, priority: 40),
      language.column(DataWord.rows.phrase, 8, align: .right, priority: 90),
      language.column(DataWord.rejected.phrase, 7, align: .right, priority: 95),
      language.column(DataWord.size.phrase, 9, align: .right, priority: 30),
      language.column(DataWord.modified.phrase, 11, priority: 50),
      language.column(DataWord.age.phrase, 8, align: .right, priority: 70),
      language.column(OverviewWord.district.phrase, 9, ideal: 12, priority: 35, flexible: isWide),
    ]
    return state.table(.files, columns: columns) { [self] row in
      guard let file = loaded.file(row) else { return [] }
      return cells(file)
    }
  }

  private func cells(_ file: FileReport) -> [TableCell] {
    let refused = file.encoding == nil || (file.rows == 0 && file.rejected > 0)
    return [
      state.name(SafeText(file.path), .files, file.path, file.stale != nil ? .warning : refused ? .error : .text),
      .text(SafeText(TableWord.phrase(file.table).text(state.language).string), .dim),
      .text(SafeText(file.encoding ?? "--"), .dim),
      figure(Format.count(Int64(file.rows))),
      file.rejected == 0 ? .text("--", .dim) : figure(Format.count(Int64(file.rejected)), .error),
      .text(SafeText(Format.bytes(file.size)), .dim),
      .text(SafeText(ShanghaiTime(seconds: file.modified).stamp), .dim),
      .text(state.age(of: file.modified)),
      .text(districts(of: file), .dim),
    ]
  }

  /// The districts whose rows it holds; where it holds none, the one that its refused rows name.
  private func districts(of file: FileReport) -> SafeText {
    let owner = loaded.attribution.places[file.path].flatMap { loaded.attribution.files[$0] }
    let districts = file.districts.isEmpty ? [owner].compactMap { $0 } : file.districts
    return switch districts.count {
    case 0: "--"
    case 1, 2: districts.map { state.districtLabel($0) }.joined(separator: " ")
    default: Phrase("# 个区", "# districts").text(state.language, number: districts.count)
    }
  }
}
