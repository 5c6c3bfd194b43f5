import Policy
import Screen

/// What a line of the senders says, as text and for the copy.
struct SenderText {
  let name: SafeText
  private let sender: Sender
  private let language: Language

  init(_ sender: Sender, _ language: Language, _ loaded: Loaded) {
    self.sender = sender
    self.language = language
    name = SenderText.name(sender.district, loaded, language)
  }

  /// A district's short name, the city's, or 无法归属.
  static func name(_ code: DistrictCode?, _ loaded: Loaded, _ language: Language) -> SafeText {
    guard let code else { return language(DataWord.nobody) }
    if code == loaded.snapshot.plan.cityCode { return language(Phrase("市本级", "City")) }
    return loaded.district(code)?.district.shortName(language) ?? SafeText(code.rawValue)
  }

  /// `7.2%`: the share of refused rows; a share that is not zero never shows as 0.0. What is nobody's has none.
  var share: String {
    guard sender.district != nil, let share = sender.tally.refusedShare else { return "--" }
    let text = Format.percent(share)
    return (share > 0 && text == "0.0" ? "<0.1" : text) + "%"
  }

  /// `拒收率 7.2%`.
  var labelledShare: SafeText { language(DataWord.share) + " " + SafeText(share) }

  /// `11-18`; `--` where there are no records.
  var latest: String { sender.latest?.monthDay ?? "--" }

  /// Days since then.
  var days: String { sender.daysSince.map { Age.days($0, language) } ?? "--" }

  /// What decided the word, in a few words; empty where nothing is wrong.
  var reason: SafeText {
    let tally = sender.tally
    switch sender.verdict {
    case .silent where tally.refusedFiles > 0, .poor where tally.refusedFiles > 0:
      return Phrase("整份未采用的文件 #", "files not used at all: #").text(language, number: tally.refusedFiles)
    case .silent where sender.latest == nil:
      return language(Phrase("没有有效数据", "no accepted rows"))
    case .silent:
      return language(Phrase("数据久未更新", "no recent records"))
    case .fair where tally.fileErrors > 0:
      return language(Phrase("有整列或整份的错误", "an error of a whole file or column"))
    case .poor, .fair:
      // Would it be so with its own files alone?
      var own = tally
      own.refused = own.refusedOwn
      return SendingVerdict(own, isSilent: false) == .good
        ? language(Phrase("合报文件中有拒收", "refused in common files")) : labelledShare
    case .good, nil:
      return sender.district == nil ? language(Phrase("多区合报或读不出区", "of several districts, or unreadable")) : ""
    }
  }

  /// The fields that `y` copies.
  var copied: [String] {
    let tally = sender.tally
    func labelled(_ word: DataWord, _ value: String) -> String { language(word).string + " " + value }
    return [
      name.string, sender.verdict.map { language($0.word).string } ?? "--",
      labelled(.files, String(tally.files)), labelled(.rows, String(tally.rows)),
      labelled(.rejected, String(tally.refused)), labelled(.share, share),
      labelled(.errors, String(tally.errors)), labelled(.warnings, String(tally.warnings)),
      labelled(.notices, String(tally.notices)), labelled(.latest, sender.latest?.iso ?? "--"), reason.string,
    ]
  }
}

/// What a group of problems is called, and its line for the copy.
struct GroupText {
  private let group: ProblemGroup
  private let state: ConsoleState

  init(_ group: ProblemGroup, _ state: ConsoleState) {
    self.group = group
    self.state = state
  }

  var name: SafeText {
    switch group.key {
    case .code(let code): state.language(ProblemWords.short(code))
    case .district(let code): state.districtLabel(code)
    case .file(let path): SafeText(path)
    }
  }

  /// More about it: a code's meaning, the kinds of problem of a district or a file, most first.
  var note: SafeText {
    if case .code(let code) = group.key { return state.language(ProblemWords.phrase(code)) }
    let order = group.codes.sorted { a, b in
      a.count != b.count ? a.count > b.count : a.code.rawValue < b.code.rawValue
    }
    return order.map { state.language(ProblemWords.short($0.code)) + " \($0.count)" }.joined(separator: "  ")
  }

  /// Its worst severity's role.
  var role: Role {
    let counts = group.counts
    return (counts.errors > 0 ? Severity.error : counts.warnings > 0 ? .warning : .notice).role
  }

  var copied: [String] {
    let counts = group.counts
    let language = state.language
    return [
      name.string, language(DataWord.errors).string + " \(counts.errors)",
      language(DataWord.warnings).string + " \(counts.warnings)",
      language(DataWord.notices).string + " \(counts.notices)", note.string,
    ]
  }
}
