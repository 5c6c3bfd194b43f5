package import Policy
import Screen

/// What `jineng doctor` says about what the program keeps for itself: store, SQLite, cache.
package enum KeepingAdvice {
  // MARK: The store

  package static func store(_ path: String, _ size: String, version: Int, entries: Int) -> Phrase {
    Phrase(
      "\(path)：完好，\(size)，结构第 \(version) 版，督办记录 \(entries) 条",
      "\(path): sound, \(size), version \(version), \(entries) docket entries")
  }
  package static func storeToBeMade(_ path: String) -> Phrase {
    Phrase("\(path)：尚无，打开控制台时建立", "\(path): not there yet; the console makes it")
  }
  package static func cannotBeMade(_ path: String, _ reason: String) -> Phrase {
    Phrase("\(path)：不能建立（\(reason)）", "\(path): cannot be made (\(reason))")
  }
  package static func older(_ path: String) -> Phrase {
    Phrase("\(path)：旧版结构，打开控制台时自动更新", "\(path): of an older version; the console brings it up to date")
  }
  package static func trouble(_ trouble: StoreTrouble) -> Phrase {
    Phrase(StoreWords.message(trouble, .zh), StoreWords.message(trouble, .en))
  }
  package static let elsewhere = Phrase("用 --store 指定另一个位置", "name another place with --store")
  package static let localPlace = Phrase(
    "用 --store 或 XDG_STATE_HOME 改放到本机磁盘", "put it on a local disk with --store or XDG_STATE_HOME")
  package static let upgrade = Phrase("升级 jineng", "upgrade jineng")
  package static let permit = Phrase("给该文件及其目录写入权限", "permit writing to the file and its folder")
  package static let restore = Phrase(
    "从备份恢复；否则下次打开控制台时改名保存并从头记录", "restore it from a backup; otherwise the console sets it aside and begins anew")
  package static let closeOthers = Phrase("关闭占用它的程序后再试", "close the program that holds it and try again")
  package static let makeRoom = Phrase("腾出磁盘空间", "free some space on the disk")
  package static func nearlyFull(_ path: String, _ free: String) -> Phrase {
    Phrase("\(path)：所在磁盘只剩 \(free)", "\(path): its disk has only \(free) left")
  }

  // MARK: SQLite

  package static func sqlite(_ version: String, journal: String) -> Phrase {
    Phrase("\(version)，日志方式 \(journal)", "\(version), journal mode \(journal)")
  }
  package static func wal(_ version: String) -> Phrase {
    Phrase("\(version)，留存文件的日志方式被改成 wal", "\(version), the store's journal mode was changed to wal")
  }
  package static let resetJournal = Phrase(
    "打开一次控制台，它会改回 delete", "open the console once, it changes that back to delete")
  package static let noSQLite = Phrase("SQLite 库不能使用", "the SQLite library cannot be used")
  package static let reinstallSQLite = Phrase("重新安装 libsqlite3", "install libsqlite3 anew")

  // MARK: The cache

  package static func cache(_ path: String, _ size: String) -> Phrase { Phrase("\(path)：\(size)", "\(path): \(size)") }
  package static func cacheToBeMade(_ path: String) -> Phrase {
    Phrase("\(path)：尚无，数据多时自动建立", "\(path): not there yet; made when there is much to read")
  }
  package static let noCache = Phrase(
    "没有地方放缓存：每次启动都要全部重读", "there is no place for a cache: every start reads everything")
  package static func cacheUnwritable(_ path: String) -> Phrase {
    Phrase("\(path)：不可写，每次启动都要全部重读", "\(path): cannot be written, every start reads everything")
  }
  package static let placeCache = Phrase(
    "把 XDG_CACHE_HOME 设到数据目录之外、可写的绝对路径",
    "set XDG_CACHE_HOME to an absolute path outside the data directory that can be written")
}
