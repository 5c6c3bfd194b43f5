import Policy
import Screen

/// What the measures page's help says besides its keys.
enum MeasureHelp {
  static func lines(_ language: Language) -> [MenuLine] {
    let notes = [
      Phrase("树：左右键折叠展开，回车同；查找会展开所在措施", "tree: left and right fold, as Enter does; find opens what it needs"),
      Phrase("事项：回车进入详情；机构、基地打开其页面", "items: Enter goes to the details; institutions and bases open pages"),
      Phrase("详情：区的行回车打开该区；i 溯源到文件", "details: Enter on a district opens it; i leads to the files"),
      Phrase("措施的灯取其事项中最差的；台账有滞留才亮灯", "a measure's light is its worst item's; registers have one when stuck"),
    ]
    return notes.map { MenuLine(label: language($0), hint: "", choice: .note) }
  }
}
