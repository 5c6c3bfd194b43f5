/// Headers of columns that hold what must never be kept (`data-directory.md`, Personal data).
enum PersonalHeaders {
  /// Whether a header names persons, their numbers, phones, cards or addresses.
  static func isPersonal(_ header: String) -> Bool {
    let name = Folding.header(header)
    return exact.contains(name) || contained.contains { name.contains($0) }
  }

  private static let exact: Set<String> = [
    "身份证", "手机", "银行卡", "id_number", "id_card", "phone", "mobile", "bank_card", "home_address", "person_name",
  ]
  private static let contained = ["姓名", "身份证", "证件号", "手机号", "联系电话", "银行卡", "住址"]
}
