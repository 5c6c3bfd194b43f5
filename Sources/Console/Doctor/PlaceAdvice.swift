/// What `jineng doctor` says about the data directory and where it lies.
package enum PlaceAdvice {
  // MARK: The directory

  package static func missing(_ path: String) -> Phrase { Phrase("\(path)：没有这个目录", "\(path): no such directory") }
  package static func notADirectory(_ path: String) -> Phrase { Phrase("\(path)：不是目录", "\(path): not a directory") }
  package static func unreadable(_ path: String, _ reason: String) -> Phrase {
    Phrase("\(path)：不能读（\(reason)）", "\(path): cannot be read (\(reason))")
  }
  package static let nameAnother = Phrase(
    "用 --data 指定目录，或先试 jineng demo", "name a directory with --data, or try jineng demo")
  package static let permit = Phrase("请目录的管理者给读取权限", "ask the directory's owner for permission to read")
  package static func holds(_ path: String, files: Int, _ size: String) -> Phrase {
    Phrase("\(path)：\(files) 个文件，\(size)", "\(path): \(files) files, \(size)")
  }
  package static func holdsUnreadable(_ path: String, files: Int, _ unreadable: Int) -> Phrase {
    Phrase("\(path)：\(files) 个文件，\(unreadable) 处读不了", "\(path): \(files) files, \(unreadable) cannot be read")
  }
  package static func empty(_ path: String) -> Phrase { Phrase("\(path)：没有任何表的文件", "\(path): no file of any table") }
  package static let fill = Phrase(
    "用 jineng template progress 取空表，或 jineng demo --write 看样例",
    "take an empty table from jineng template progress, or look at jineng demo --write")
  package static let check = Phrase("运行 jineng check 看是哪些", "run jineng check to see which")

  // MARK: Its file system

  package static func local(_ type: String) -> Phrase { Phrase("\(type)，本地", "\(type), local") }
  package static func network(_ type: String) -> Phrase {
    Phrase(
      "\(type)，网络盘：内核不通知别处的改动，每 60 秒自行查看",
      "\(type), a network drive: changes made elsewhere are not told, it is looked at every 60 s"
    )
  }
  package static let rescan = Phrase("等不及时按 R 立即查看", "press R to look at once")
  package static let unknownType = Phrase("类型无法得知", "its type cannot be told")
  package static let noPlace = Phrase("数据目录不可用，未检查", "the data directory cannot be used; not looked at")

  // MARK: Watching

  package static func watched(needed: Int, limits: String) -> Phrase {
    Phrase(
      "内核会通知改动：需监视 \(needed) 个目录，上限 \(limits)",
      "the kernel tells of changes: \(needed) directories to watch, limits \(limits)")
  }
  package static func blind(needed: Int, limits: String) -> Phrase {
    Phrase(
      "内核不通知改动，每 5 秒自行查看：需监视 \(needed) 个目录，上限 \(limits)",
      "the kernel does not tell of changes, it is looked at every 5 s: \(needed) directories to watch, limits \(limits)"
    )
  }
  package static let raiseLimits = Phrase(
    "请管理员调高：sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512",
    "have the limits raised: sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512")
}
