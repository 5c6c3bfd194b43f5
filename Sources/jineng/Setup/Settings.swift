import Console
import Docket
import Policy
import Records
import Screen
import Terminal
import Toml

/// What options, environment and config file come to. Options win over the environment, that over the config file.
struct Settings {
  /// The data directory, as a path.
  let directory: String
  let planFile: String?
  /// The theme, as it was when the program began.
  let theme: Theme
  /// Where it comes from.
  let themeFile: ThemeFile
  let glyphs: GlyphSet
  let color: ColorChoice
  let language: Language
  let ambiguousWidth: Int
  let asOf: Day?
  /// Where the console logs what it does; nil: nowhere.
  let log: String?
  /// What is read is kept for the next run: not of a directory that goes with this one.
  let keepsCache: Bool
  /// Who sits here: the name that stands in the docket.
  let actor: String
  /// Nothing is to be done to cases.
  let isReadOnly: Bool
  /// The store as it was named; nil: the directory's own, in the user's state directory.
  let store: String?

  /// - Parameter kiosk: A wall display: nothing is done to cases, and its own theme is the usual one.
  init(_ options: CommonOptions, keepsCache: Bool = true, kiosk: Bool = false) throws(Outcome) {
    let config = ConfigFile.read()
    for fault in config.faults { Output.complain("jineng: " + fault) }
    try self.init(options, config, keepsCache: keepsCache, kiosk: kiosk)
  }

  /// With a config file that was read before, and whose faults are the caller's to tell.
  init(
    _ options: CommonOptions, _ config: ConfigFile, keepsCache: Bool = true, kiosk: Bool = false
  ) throws(Outcome) {
    self.keepsCache = keepsCache
    store = options.store
    isReadOnly = options.isReadOnly || kiosk
    actor = try Operator.name(options.actor, config.actor)
    directory = options.data ?? Environment["JINENG_DATA"] ?? config.data ?? "data"
    planFile = options.plan ?? config.plan
    log = options.log
    language = options.lang ?? config.language ?? .zh
    color = options.color ?? config.color ?? .auto
    ambiguousWidth = options.ambiguousWidth ?? config.ambiguousWidth ?? 1
    glyphs = options.glyphs ?? config.glyphs ?? .full
    // Without colours only the theme made for that tells everything apart.
    let colorless = color == .never || (color == .auto && Environment["NO_COLOR"] != nil)
    themeFile = try ThemeFile(named: options.theme ?? config.theme ?? (colorless ? "mono" : kiosk ? "kiosk" : "dark"))
    theme = themeFile.theme
    do { asOf = try options.day() } catch let outcome as Outcome { throw outcome } catch { throw .usage("\(error)") }
    guard let store else { return }
    do throws(StoreTrouble) { try Store.check(store, outside: directory) } catch {
      throw .usage("--store \(store): lies in the data directory, which is never written; name another place")
    }
  }

  /// Where the store lies.
  func storePath() throws(StoreTrouble) -> String {
    if let store { return store }
    // A relative one is to be ignored (XDG Base Directory Specification).
    let states = Environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let folder = states ?? Environment["HOME"].map({ $0 + "/.local/state" }) else {
      throw .unusable(path: "", reason: "neither XDG_STATE_HOME nor HOME is set")
    }
    guard let name = source.fingerprint else { throw .unusable(path: "", reason: "no data directory") }
    return "\(folder)/jineng/\(name).store"
  }

  /// Where the records are, and where what was read of them is kept.
  var source: DirectorySource {
    let caches = Environment["XDG_CACHE_HOME"] ?? Environment["HOME"].map { $0 + "/.cache" }
    // A relative one is to be ignored (XDG Base Directory Specification).
    let folder = caches.flatMap { keepsCache && $0.hasPrefix("/") ? $0 + "/jineng" : nil }
    return DirectorySource(root: directory, planFile: planFile, cacheFolder: folder)
  }

  /// Whether colours are used where nobody asked: not with `NO_COLOR`.
  var wantsColor: Bool {
    switch color {
    case .never: false
    case .auto: Environment["NO_COLOR"] == nil
    default: true
    }
  }
}

/// `$XDG_CONFIG_HOME/jineng/config.toml`: read, never written.
struct ConfigFile {
  var data: String?
  var plan: String?
  var actor: String?
  var theme: String?
  var glyphs: GlyphSet?
  var color: ColorChoice?
  var language: Language?
  var ambiguousWidth: Int?
  var kiosk = KioskConfig()
  /// What is wrong with it, each with its place; what it concerns is ignored.
  var faults: [String] = []

  /// `$XDG_CONFIG_HOME/jineng`.
  static var directory: String {
    (Environment["XDG_CONFIG_HOME"] ?? (Environment["HOME"] ?? "") + "/.config") + "/jineng"
  }

  static var path: String { directory + "/config.toml" }

  static func read() -> ConfigFile {
    var file = ConfigFile()
    guard let text = text(at: path) else { return file }
    do {
      let root = try TomlDocument(text).root
      file.data = try root.stringIfPresent("data")
      file.plan = try root.stringIfPresent("plan")
      file.actor = try root.stringIfPresent("actor")
      file.theme = try root.stringIfPresent("theme")
      file.glyphs = try file.choice("glyphs", in: root)
      file.color = try file.choice("color", in: root)
      file.language = try file.choice("lang", in: root)
      if let width = try root.intIfPresent("ambiguous_width") {
        file.ambiguousWidth = width == 1 || width == 2 ? Int(width) : nil
        if file.ambiguousWidth == nil {
          file.note(root.place(of: "ambiguous_width").line, "ambiguous_width = \(width): expected 1 or 2; ignored")
        }
      }
      if let table = try root.tableIfPresent("kiosk") {
        file.kiosk = try KioskConfig(table) { key, expected in
          file.note(table.place(of: key).line, "kiosk.\(key): expected \(expected); ignored")
        }
      }
      for unknown in root.unknownKeys() { file.note(unknown.place.line, "unknown key \(unknown.key), ignored") }
    } catch {
      file.faults.append("\(path):\(error); its settings are ignored")
    }
    return file
  }

  /// A value that must be one of the type's words; another one is told and ignored.
  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, in table: TomlTable
  ) throws(TomlError) -> Choice? where Choice.RawValue == String {
    guard let text = try table.stringIfPresent(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    note(table.place(of: key).line, "\(key) = \(text): expected one of \(words); ignored")
    return nil
  }

  private mutating func note(_ line: Int, _ fault: String) { faults.append("\(ConfigFile.path):\(line): \(fault)") }

  /// A small text file's content; nil where there is none.
  static func text(at path: String) -> String? {
    do throws(SmallFile.Trouble) { return try SmallFile(at: path).text } catch { return nil }
  }
}
