/// The words of finding.
package enum FindWord: Wording {
  case title, district, plan, caseFile, institution, base, project, file, keys, found

  package var phrase: Phrase {
    switch self {
    case .title: Phrase("全部匹配", "Everything that matches")
    case .district: Phrase("区县", "district")
    case .plan: Phrase("方案", "plan")
    case .caseFile: Phrase("督办件", "case")
    case .institution: Phrase("机构", "institution")
    case .base: Phrase("基地", "base")
    case .project: Phrase("项目", "project")
    case .file: Phrase("文件", "file")
    case .keys: Phrase("下键选择，回车打开", "Down chooses, Enter opens")
    case .found: Phrase("已找到：", "found: ")
    }
  }
}
