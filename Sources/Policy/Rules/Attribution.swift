/// Whose each file and each problem of a snapshot is (<doc:SendingRule>).
///
/// Names of folders and files mean nothing. A problem is of the district that its row names; a problem of a whole file,
/// or of a row whose district cannot be read, is of the file's district where the file has exactly one; else of nobody.
public struct Attribution: Sendable {
  /// For each problem of the snapshot, in its order, the district; nil: nobody's.
  public let problems: [DistrictCode?]
  /// For each file, in the snapshot's order, the one district whose rows it holds; nil: several or none.
  public let files: [DistrictCode?]
  /// What each district sent; under nil what is nobody's. All of them add up to the snapshot.
  public let tallies: [DistrictCode?: SendingTally]
  /// The place of each file in the snapshot, by path.
  public let places: [String: Int]

  /// Goes through files and problems once.
  public init(files reports: [FileReport], problems all: [Problem]) {
    let places = Dictionary(reports.indices.map { (reports[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    let fileOf = Attribution.files(of: all, places)
    let files = Attribution.owners(reports, all, fileOf)
    var tallies = Tallies()
    var refusedLeft = reports.map(\.rejected)
    var owners: [DistrictCode?] = []
    owners.reserveCapacity(all.count)
    var hasErrors = Set<Int>()
    for (problem, place) in zip(all, fileOf) {
      let own = place.flatMap { files[$0] }
      let owner = problem.district ?? own
      owners.append(owner)
      tallies.change(owner) { $0.count(problem.code.severity) }
      guard problem.code.severity == .error, let place else { continue }
      hasErrors.insert(place)
      if problem.line != nil, problem.code != .missingColumn, refusedLeft[place] > 0 {
        refusedLeft[place] -= 1
        tallies.change(owner) { tally in
          tally.refused += 1
          if owner != nil, owner == own { tally.refusedOwn += 1 }
        }
      } else {
        tallies.change(owner) { $0.fileErrors += 1 }
      }
    }
    for (place, report) in reports.enumerated() {
      tallies.change(files[place]) { tally in
        tally.files += 1
        tally.rows += report.rows
        // Of very many refused rows not all are listed one by one (`ScanTally.mostProblems`); none is lost from the sum.
        tally.refused += refusedLeft[place]
        if files[place] != nil { tally.refusedOwn += refusedLeft[place] }
        tally.newest = max(tally.newest ?? report.modified, report.modified)
        if report.rows == 0, hasErrors.contains(place) { tally.refusedFiles += 1 }
      }
    }
    self.places = places
    self.files = files
    problems = owners
    self.tallies = tallies.all
  }

  /// Tallies that grow; neighbours mostly are of the same district.
  private struct Tallies {
    private var places: [DistrictCode?: Int] = [:]
    private var tallies: [SendingTally] = []
    private var last: (owner: DistrictCode?, place: Int)?

    mutating func change(_ owner: DistrictCode?, _ body: (inout SendingTally) -> Void) {
      if let last, last.owner == owner { return body(&tallies[last.place]) }
      let place = places[owner] ?? tallies.count
      if place == tallies.count {
        places[owner] = place
        tallies.append(SendingTally())
      }
      last = (owner, place)
      body(&tallies[place])
    }

    var all: [DistrictCode?: SendingTally] { places.mapValues { tallies[$0] } }
  }

  /// The place of each problem's file; nil for what is no file of a table. Problems of a file stand together.
  private static func files(of problems: [Problem], _ places: [String: Int]) -> [Int?] {
    var last: (path: String, place: Int?)?
    return problems.map { problem in
      if let last, last.path == problem.path { return last.place }
      last = (problem.path, places[problem.path])
      return last?.place
    }
  }

  /// A file's district: that of its accepted rows; where none was accepted, that which its refused rows name.
  private static func owners(_ reports: [FileReport], _ all: [Problem], _ fileOf: [Int?]) -> [DistrictCode?] {
    var named: [Int: Set<DistrictCode>] = [:]
    for (problem, place) in zip(all, fileOf) {
      guard let place, let district = problem.district, reports[place].districts.isEmpty else { continue }
      named[place, default: []].insert(district)
    }
    return reports.enumerated().map { place, report in
      let districts = report.districts.isEmpty ? Array(named[place] ?? []) : report.districts
      return districts.count == 1 ? districts[0] : nil
    }
  }

  /// A line for each district, then the city, then what is nobody's where there is any; by code.
  public func senders(plan: Plan, facts: Facts, board: Board) -> [Sender] {
    func sender(_ code: DistrictCode, _ latest: Day?, _ verdict: SendingVerdict?, _ tally: SendingTally) -> Sender {
      Sender(
        district: code, tally: tally, latest: latest, daysSince: latest.map { max(0, Int(board.asOf - $0)) },
        verdict: verdict)
    }
    var senders = board.districts.map { district -> Sender in
      let tally = tallies[district.district.code] ?? SendingTally()
      let verdict = SendingVerdict(tally, isSilent: district.status == .silent)
      return sender(district.district.code, district.latest, verdict, tally)
    }
    let city = tallies[plan.cityCode] ?? SendingTally()
    let place = facts.progress.districts.firstIndex(of: plan.cityCode)
    senders.append(
      sender(
        plan.cityCode, place.flatMap { facts.progress.latest(district: $0, through: board.asOf) },
        city.files == 0 && city.errors == 0 ? nil : SendingVerdict(city, isSilent: false), city))
    let known = Set(senders.map(\.district))
    // A code that the districts in force no longer hold cannot have a line; its share stays in the sum.
    var rest = SendingTally()
    for (district, tally) in tallies where district == nil || !known.contains(district) { rest.add(tally) }
    if rest != SendingTally() {
      senders.append(Sender(district: nil, tally: rest, latest: nil, daysSince: nil, verdict: nil))
    }
    return senders
  }
}

extension SendingTally {
  fileprivate mutating func add(_ other: SendingTally) {
    files += other.files
    rows += other.rows
    refused += other.refused
    refusedOwn += other.refusedOwn
    errors += other.errors
    warnings += other.warnings
    notices += other.notices
    refusedFiles += other.refusedFiles
    fileErrors += other.fileErrors
    newest = [newest, other.newest].compactMap { $0 }.max()
  }
}
