package import Policy
package import Screen

/// Why somebody may not do something to a case, in words that say what to do instead.
package enum RefusalWords {
  package static func text(_ refusal: DeedRefusal, _ language: Language) -> SafeText {
    phrase(refusal).text(language)
  }

  private static func phrase(_ refusal: DeedRefusal) -> Phrase {
    switch refusal {
    case .personsOnly: return Phrase("须由操作员办理", "a person has to do this")
    case .conflict(let other):
      let clock = ShanghaiTime(seconds: other.at.seconds).stamp
      return Phrase(
        "\(other.name) 于 \(clock) 已先办理此件，请看过再办", "\(other.name) acted on this case at \(clock): look first, then repeat"
      )
    case .wrongState(let state):
      return Phrase("现为“\(state.phrase.zh)”，不能这样办", "not while it is \(state.phrase.en)")
    case .notYours(let handler): return Phrase("责任人是 \(handler)，须由其办理", "\(handler) handles it, and has to do this")
    case .unclaimed: return Phrase("还没有责任人，请先签收或指派", "nobody handles it yet: sign for it or assign it first")
    case .ownWork: return Phrase("责任人不能办自己的件，须由他人办理", "another person than the handler has to do this")
    case .needsReason: return Phrase("请写明理由", "a reason is needed")
    case .dateInPast(let earliest): return Phrase("日期最早 \(earliest.iso)", "the day must be \(earliest.iso) or later")
    case .dateTooFar(let latest): return Phrase("日期最晚 \(latest.iso)", "the day must be \(latest.iso) or earlier")
    case .pastLimit(let day):
      return Phrase(
        "时限 \(day.iso) 已过，延期须在此前申请", "the limit of \(day.iso) has passed: an extension is asked for before it")
    case .notAsked: return Phrase("没有待批的延期申请", "no extension was asked for")
    case .sameHandler: return Phrase("责任人本来就是其人", "that person handles it already")
    case .notHigher(let level):
      return Phrase("现已是\(level.phrase.zh)，只能再升", "it stands at \(level.phrase.en) already: only upwards")
    case .alreadyTopLevel: return Phrase("已是约谈，无可再升", "a summons is the last step")
    case .unknownItem(let item): return Phrase("计划中没有计数事项 \(item)", "the plan counts no item \(item)")
    case .valueTooSmall: return Phrase("承诺数须大于零", "a commitment is of one at least")
    case .nothingToUndo: return Phrase("没有可撤销的操作", "nothing to undo")
    case .notYourEntry(let other):
      return Phrase("最近一次是 \(other.name) 所办，只能撤销自己的", "the newest is \(other.name)'s: one undoes only one's own")
    case .succeeded(let number):
      return Phrase("此后已生成 #\(number)，请在新件上办理", "case #\(number) was opened since: act on that one")
    case .text(let fault): return phrase(fault, of: Phrase("文字", "the text"), "字节", "bytes")
    case .name(let fault): return phrase(fault, of: Phrase("姓名", "the name"), "字", "characters")
    }
  }

  private static func phrase(_ fault: TextFault, of what: Phrase, _ unitZh: String, _ unitEn: String) -> Phrase {
    switch fault {
    case .empty: Phrase("\(what.zh)不能为空", "\(what.en) is empty")
    case .tooLong(let most):
      Phrase("\(what.zh)过长，至多 \(most) \(unitZh)", "\(what.en) is too long: \(most) \(unitEn) at most")
    case .controlCharacter: Phrase("\(what.zh)含有控制字符", "\(what.en) holds control characters")
    case .personal:
      Phrase(
        "\(what.zh)含有身份证号、手机号或银行卡号，不能入库", "\(what.en) holds an identity, phone or card number, which is never kept")
    }
  }
}
