import Glibc
import Records
import Screen
import Themes
import Toml

/// A theme by its name: a file of the user's in `$XDG_CONFIG_HOME/jineng/themes`, else one that is compiled in.
struct ThemeFile: Sendable {
  /// What was read.
  let theme: Theme
  /// The file of the user's, there or not.
  let path: String
  /// The state of it that was read; nil: it was not there.
  let identity: FileIdentity?

  /// Reads it; keys that mean nothing are told on standard error.
  init(named name: String) throws(Outcome) {
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else {
      throw .usage("--theme \(name): a theme's name without a path; \(ThemeFile.choice)")
    }
    path = ThemeFile.folder + "/\(name).toml"
    let own: SmallFile?
    do throws(SmallFile.Trouble) { own = try SmallFile(at: path) } catch {
      switch error {
      case .absent: own = nil
      case .unreadable(let reason): throw .unusable("\(path): \(reason)")
      }
    }
    identity = own?.identity
    guard let text = own?.text ?? Themes.all[name] else {
      throw .usage("--theme \(name): no such theme; \(ThemeFile.choice)")
    }
    let path = path
    do throws(ThemeError) {
      theme = try Theme.read(toml: text, name: name) { unknown in
        let fault = ThemeFault(unknown: unknown)
        let meant = unknown.meant.map { " (is \($0) meant?)" } ?? ""
        Output.complain("jineng: \(path):\(fault.line):\(fault.column): unknown key \(fault.key), ignored\(meant)")
      }
    } catch {
      throw .unusable("\(own == nil ? name : path):\(error)")
    }
  }

  /// Where the user's own lie.
  private static var folder: String { ConfigFile.directory + "/themes" }

  /// The names there are.
  private static var choice: String {
    let known = "there are \(Themes.all.keys.sorted().joined(separator: ", "))"
    let own = ownNames
    return known + (own.isEmpty ? ", and files in \(folder)" : ", and in \(folder) \(own.joined(separator: ", "))")
  }

  /// The names of the user's own, in order.
  private static var ownNames: [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
    }
    return names.sorted()
  }
}
