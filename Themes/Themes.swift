/// The theme files of this folder, compiled in: name without `.toml` → its text.
package enum Themes {
  package static let all: [String: String] = [
    "dark": String(decoding: PackageResources.dark_toml, as: UTF8.self),
    "light": String(decoding: PackageResources.light_toml, as: UTF8.self),
    "high-contrast": String(decoding: PackageResources.high_contrast_toml, as: UTF8.self),
    "colour-blind": String(decoding: PackageResources.colour_blind_toml, as: UTF8.self),
    "kiosk": String(decoding: PackageResources.kiosk_toml, as: UTF8.self),
    "mono": String(decoding: PackageResources.mono_toml, as: UTF8.self),
  ]
}
