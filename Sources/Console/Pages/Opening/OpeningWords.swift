/// Words of the opening page and of the line that one-shot commands show while they read.
package enum OpeningWord: Wording {
  case title, directory, files, rows, perSecond, elapsed, file, hint, leave, interrupt
  case listing, reading, assembling

  package var phrase: Phrase {
    switch self {
    case .title: Phrase("正在读取数据目录", "Reading the data directory")
    case .directory: Phrase("目录", "directory")
    case .files: Phrase("文件", "files")
    case .rows: Phrase("行", "rows")
    case .perSecond: Phrase("行/秒", "rows/s")
    case .elapsed: Phrase("已用 # 秒", "# s so far")
    case .file: Phrase("正在读", "now")
    case .hint: Phrase("全部读完后才显示数据；按 q 退出", "Data is shown when all is read; q leaves")
    case .leave: Phrase("退出(q)", "Quit(q)")
    case .interrupt: Phrase("Ctrl-C 中断", "Ctrl-C stops")
    case .listing: Phrase("正在查找文件", "looking for files")
    case .reading: Phrase("正在读取文件", "reading files")
    case .assembling: Phrase("正在汇总", "putting it together")
    }
  }
}

extension OpeningProgress.Phase {
  package var word: OpeningWord {
    switch self {
    case .listing: .listing
    case .reading: .reading
    case .assembling: .assembling
    }
  }
}
