package import Policy
package import Screen

/// What is wrong with the store, in words: calm, because the board does not need it.
package enum StoreWords {
  /// One short sentence.
  package static func short(_ trouble: StoreTrouble, _ language: Language) -> SafeText { language(phrase(trouble)) }

  /// Why a deed could not be kept.
  package static func unsaved(_ trouble: StoreTrouble, _ language: Language) -> SafeText {
    switch trouble {
    case .full: language(Phrase("磁盘已满", "the disk is full"))
    case .busy: language(Phrase("别的程序占用过久，请再试", "another program holds the store; try again"))
    case .readOnly, .newer: language(Phrase("督办库不可写", "the store cannot be written"))
    case .damaged: language(Phrase("督办库已损坏", "the store is damaged"))
    default: short(trouble, language)
    }
  }

  /// The sentence with the place, and the reason where the system gives one.
  package static func message(_ trouble: StoreTrouble, _ language: Language) -> String {
    let (path, reason) = place(trouble)
    return short(trouble, language).string + (reason.isEmpty ? "" : ": " + reason) + (path.isEmpty ? "" : "  " + path)
  }

  private static func phrase(_ trouble: StoreTrouble) -> Phrase {
    switch trouble {
    case .insideDataDirectory:
      Phrase("历史不留存：留存文件不能放在数据目录里", "history is not kept: its store may not lie in the data directory")
    case .foreign: Phrase("历史不留存：该文件属于别的程序", "history is not kept: the file is another program's")
    case .newer: Phrase("历史与督办只读：留存文件来自更新的版本", "history and cases are only read: a newer version made the store")
    case .damaged: Phrase("历史不可用：留存文件已损坏", "history cannot be used: its store is damaged")
    case .setAside:
      Phrase("历史与督办从头记录：原文件已损坏，已改名保存", "history and cases begin anew: the store was damaged and is set aside")
    case .readOnly: Phrase("历史与督办只读：留存文件不可写", "history and cases are only read: the store cannot be written")
    case .full: Phrase("历史暂不留存：磁盘已满；看板不受影响", "history is not kept now: the disk is full; the board is not affected")
    case .busy: Phrase("历史暂不留存：别的程序占用过久", "history is not kept now: another program holds its store")
    case .unusable: Phrase("历史不留存：留存文件不可用", "history is not kept: its store cannot be used")
    case .network:
      Phrase("历史留存在网络盘上，多人同开可能不可靠", "history is kept on a network drive: several consoles may disturb it")
    }
  }

  private static func place(_ trouble: StoreTrouble) -> (path: String, reason: String) {
    switch trouble {
    case .insideDataDirectory(let path), .foreign(let path), .newer(let path), .damaged(let path),
      .readOnly(let path), .full(let path), .busy(let path), .network(let path):
      (path, "")
    case .setAside(let path, let name): ("\(path) -> \(name)", "")
    case .unusable(let path, let reason): (path, reason)
    }
  }
}

extension StoreTrouble {
  /// It is over as soon as something is kept again.
  var isPassing: Bool {
    switch self {
    case .full, .busy, .unusable, .damaged: true
    case .insideDataDirectory, .foreign, .newer, .setAside, .readOnly, .network: false
    }
  }
}
