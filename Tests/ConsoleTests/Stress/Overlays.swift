import Console
import Policy

/// Everything that can stand over a page.
enum Overlays {
  static let menus: [Overlay?] = [.help, .palette, .pages, .sort, .asOf, .export].map { .menu(MenuState($0)) }

  /// Nothing, every menu, both prompts, the question, and the details of one row of every kind.
  static func all(_ loaded: Loaded) -> [Overlay?] {
    var all: [Overlay?] = [nil] + menus
    all += [.prompt(PromptState(.find, text: "浦东 pd")), .prompt(PromptState(.filter)), .confirmQuit]
    all.append(.detail(DetailState(.item(ItemID(rawValue: "M02.01"), DistrictCode(rawValue: "310151")))))
    if let row = loaded.board.institutions.first { all.append(.detail(DetailState(.institution(row.institution.id)))) }
    if let row = loaded.board.bases.first { all.append(.detail(DetailState(.base(row.base.id)))) }
    if let row = loaded.board.bases.lazy.flatMap(\.projects).first {
      all.append(.detail(DetailState(.project(row.project.id))))
    }
    if let row = loaded.snapshot.files.first { all.append(.detail(DetailState(.file(row.path)))) }
    all += [.detail(DetailState(.problem(0))), .detail(DetailState(.institution("not there")))]
    return all
  }
}
