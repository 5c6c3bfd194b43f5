import Console
import Docket
import Policy
import Screen
import Testing

@testable import Docket
@testable import Records
@testable import jineng

/// What is concluded from where things lie.
@Suite struct PlaceChecksTests {
  private let limits = WatchLimits(watches: 8192, instances: 128)

  private func checks(
    _ outlook: Result<DirectoryOutlook, DirectoryError>, type: String? = "ext4", isWatched: Bool? = true
  ) -> [DoctorCheck: Finding] {
    let isThere = (try? outlook.get()) != nil
    let system = FileSystem(
      type: type, isNetwork: type.map { RescanInterval.isNetwork(type: $0) } ?? false, free: 1)
    let checks = DirectoryChecks(
      path: "/x", outlook: outlook, fileSystem: isThere ? system : nil, isWatched: isThere ? isWatched : nil,
      limits: limits)
    return checks.findings.reduce(into: [:]) { $0[$1.entry.check] = $1 }
  }

  private let usual = DirectoryOutlook(files: 3, bytes: 1000, directories: 2, newest: 1)

  @Test("A directory that is there, one that is not, one that cannot be read, an empty one")
  func directory() {
    #expect(checks(.success(usual)).values.allSatisfy { $0.verdict == .good })
    for error in [
      DirectoryError.missing(path: "/x"), .notADirectory(path: "/x"), .unreadable(path: "/x", reason: "no"),
    ] {
      let found = checks(.failure(error))
      #expect(found[.directory]?.verdict == .bad)
      #expect(found[.fileSystem]?.verdict == .untested && found[.watch]?.verdict == .untested)
    }
    #expect(checks(.success(DirectoryOutlook(directories: 1)))[.directory]?.entry.remedy == PlaceAdvice.fill)
    var partly = usual
    partly.unreadable = 1
    #expect(checks(.success(partly))[.directory]?.entry.remedy == PlaceAdvice.check)
  }

  @Test("Network drives are looked at by the clock", arguments: ["nfs4", "cifs", "fuse.sshfs", "9p"])
  func network(type: String) {
    let found = checks(.success(usual), type: type)[.fileSystem]
    #expect(found?.verdict == .warning && found?.entry.message == PlaceAdvice.network(type))
  }

  @Test("A type that cannot be told is no fault, and a kernel that does not tell of changes is")
  func watch() {
    #expect(checks(.success(usual), type: nil)[.fileSystem]?.verdict == .untested)
    #expect(checks(.success(usual), isWatched: false)[.watch]?.entry.remedy == PlaceAdvice.raiseLimits)
  }

  // MARK: The store

  private func store(
    _ condition: Result<StoreCondition, StoreTrouble>?, size: Int64? = 4096, obstacle: String? = nil,
    free: Int64 = 1 << 40, isNetwork: Bool = false
  ) -> [DoctorCheck: Finding] {
    let place = WritablePlace(path: "/s", size: size, obstacle: obstacle, free: free, isNetwork: isNetwork)
    let checks = KeepingChecks(store: .success(place), condition: condition, library: "3.40.1", cache: nil)
    return checks.findings(hasDirectory: true).reduce(into: [:]) { $0[$1.entry.check] = $1 }
  }

  private func sound(version: Int = StoreCondition.newest, journal: String = "delete", isWhole: Bool = true)
    -> Result<StoreCondition, StoreTrouble>
  {
    .success(StoreCondition(size: 4096, version: version, journal: journal, entries: 5, isWhole: isWhole))
  }

  @Test("A store that is sound, older, newer, torn, unwritable, on a full disk or a network drive")
  func store() {
    func verdict(_ findings: [DoctorCheck: Finding]) -> DoctorVerdict? { findings[.store]?.verdict }
    #expect(verdict(store(sound())) == .good)
    #expect(verdict(store(nil, size: nil)) == .good)
    #expect(verdict(store(nil, size: nil, obstacle: "no")) == .bad)
    #expect(verdict(store(sound(version: 0))) == .good)
    #expect(verdict(store(sound(version: 99))) == .warning)
    #expect(verdict(store(sound(isWhole: false))) == .bad)
    #expect(verdict(store(sound(), obstacle: "no")) == .warning)
    #expect(verdict(store(sound(), free: 1000)) == .warning)
    #expect(verdict(store(sound(), isNetwork: true)) == .warning)
    #expect(store(sound(journal: "wal"))[.sqlite]?.verdict == .warning)
  }

  @Test("Whatever is wrong with a store, it is told what to do")
  func troubles() {
    let troubles: [(StoreTrouble, DoctorVerdict)] = [
      (.insideDataDirectory(path: "/s"), .bad), (.foreign(path: "/s"), .bad), (.newer(path: "/s"), .warning),
      (.damaged(path: "/s"), .bad), (.readOnly(path: "/s"), .warning), (.full(path: "/s"), .warning),
      (.busy(path: "/s"), .warning), (.unusable(path: "/s", reason: "x"), .bad),
    ]
    for (trouble, verdict) in troubles {
      let found = store(.failure(trouble))[.store]
      #expect(found?.verdict == verdict, "\(trouble)")
      #expect(found?.entry.remedy != nil, "\(trouble)")
    }
  }

  // MARK: The time

  private func time(
    _ now: Double, newest: Double? = nil, zone: ZoneSurvey? = nil, faults: [String] = []
  ) -> [DoctorCheck: Finding] {
    var config = ConfigFile()
    config.faults = faults
    let usual = ZoneSurvey(isByVariable: false, name: "UTC", isKnown: true, hasShanghai: true)
    let checks = TimeChecks(
      written: .success(nil), now: now, newestFile: newest, zone: zone ?? usual, config: config, hasConfig: true)
    return checks.findings.reduce(into: [:]) { $0[$1.entry.check] = $1 }
  }

  @Test("The clock against the plan's period, to the second in Shanghai")
  func clock() {
    // 2026-01-01 00:00:00 and 2027-01-01 00:00:00 there.
    let (start, end) = (1_767_196_800.0, 1_798_732_800.0)
    #expect(time(start)[.clock]?.verdict == .good)
    #expect(time(end - 1)[.clock]?.verdict == .good)
    #expect(time(start - 1)[.clock]?.entry.remedy == TimeAdvice.otherPlan)
    #expect(time(end)[.clock]?.entry.remedy == TimeAdvice.otherPlan)
    #expect(time(start, newest: start + 120)[.clock]?.verdict == .good)
    #expect(time(start, newest: start + 121)[.clock]?.entry.remedy == TimeAdvice.setClock)
    #expect(time(start, newest: .greatestFiniteMagnitude)[.clock]?.verdict == .warning)
    #expect(time(start)[.plan]?.verdict == .good)
  }

  @Test("Zones the program does not need, and a config file with faults")
  func zone() {
    let bare = ZoneSurvey(isByVariable: false, name: "UTC", isKnown: true, hasShanghai: false)
    #expect(time(0, zone: bare)[.timeZone]?.verdict == .good)
    let odd = ZoneSurvey(isByVariable: true, name: "Nowhere", isKnown: false, hasShanghai: true)
    #expect(time(0, zone: odd)[.timeZone]?.entry.remedy == TimeAdvice.setZone)
    #expect(time(0)[.config]?.verdict == .good)
    #expect(time(0, faults: ["a", "b"])[.config]?.verdict == .warning)
  }
}
