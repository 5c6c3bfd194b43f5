// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is built alike: language mode 6, the strict upcoming features, no warning let through.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "jineng",
  products: [
    .executable(name: "jineng", targets: ["jineng"]),
    // The domain and its data directory without any screen: another front end can stand on these.
    .library(name: "JinengDomain", targets: ["Policy", "Tabular", "Records"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .target(name: "Toml", dependencies: [.product(name: "TOMLKit", package: "TOMLKit")], swiftSettings: strict),
    .target(
      name: "Policy",
      dependencies: ["Toml"],
      resources: [.embedInCode("Resources/shanghai-2026.toml"), .embedInCode("Resources/template.toml")],
      swiftSettings: strict),
    .target(name: "Tabular", dependencies: ["CZip", "CExpat"], swiftSettings: strict),
    .target(name: "Records", dependencies: ["Policy", "Tabular", "CNettle", "CSweep"], swiftSettings: strict),
    .target(
      name: "Docket",
      dependencies: [
        "Policy", "CNettle", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(name: "Screen", dependencies: ["Toml"], swiftSettings: strict),
    .target(name: "Console", dependencies: ["Policy", "Screen"], swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["Screen", "CNcurses"], swiftSettings: strict),
    .target(name: "Reports", dependencies: ["Policy", "Screen"], swiftSettings: strict),
    .target(name: "Sample", dependencies: ["Policy"], swiftSettings: strict),
    .target(
      name: "Themes",
      path: "Themes",
      resources: [
        .embedInCode("dark.toml"), .embedInCode("light.toml"), .embedInCode("high-contrast.toml"),
        .embedInCode("colour-blind.toml"), .embedInCode("kiosk.toml"), .embedInCode("mono.toml"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "jineng",
      dependencies: [
        "Policy", "Tabular", "Records", "Docket", "Screen", "Console", "Terminal", "Reports", "Sample", "Themes",
        "Toml", "CSupervisor", "CNettle",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(name: "CSweep", cSettings: strictC),
    .target(name: "CSupervisor", cSettings: strictC),
    .target(name: "CNcurses", cSettings: strictC, linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "CNettle", cSettings: strictC, linkerSettings: [.linkedLibrary("nettle")]),
    .target(name: "CZip", cSettings: strictC, linkerSettings: [.linkedLibrary("zip")]),
    .target(name: "CExpat", cSettings: strictC, linkerSettings: [.linkedLibrary("expat")]),

    .testTarget(name: "TomlTests", dependencies: ["Toml"], swiftSettings: strict),
    .testTarget(name: "PolicyTests", dependencies: ["Policy"], swiftSettings: strict),
    .testTarget(name: "TabularTests", dependencies: ["Tabular", "WrittenWorkbooks"], swiftSettings: strict),
    .testTarget(
      name: "RecordsTests",
      dependencies: ["Records", "Policy", "Tabular", "CSweep", "Reports", "WrittenWorkbooks"], swiftSettings: strict),
    .testTarget(
      name: "DocketTests",
      dependencies: [
        "Docket", "Policy", "PseudoTerminal", "docket-writer", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(name: "SampleTests", dependencies: ["Sample", "Policy"], swiftSettings: strict),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "Themes"], swiftSettings: strict),
    .testTarget(
      name: "ConsoleTests",
      dependencies: ["Console", "Policy", "Screen", "Records", "Sample", "Tabular", "Docket"],
      exclude: ["Golden", "Scenarios"],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "Screen", "PseudoTerminal", "CNcurses", "terminal-probe"],
      swiftSettings: strict),
    .testTarget(
      name: "JinengTests",
      dependencies: [
        "PseudoTerminal", "jineng", "Policy", "Records", "Docket", "Screen", "Console", "Terminal", "Reports",
      ],
      swiftSettings: strict),

    // What tests stand on: a terminal in memory, a program that runs in it and can fail in every way, and workbooks sound
    // and hostile.
    .target(name: "PseudoTerminal", path: "Tests/Support/PseudoTerminal", swiftSettings: strict),
    .target(name: "WrittenWorkbooks", path: "Tests/Support/Workbooks", swiftSettings: strict),
    .executableTarget(
      name: "terminal-probe",
      dependencies: ["Terminal", "Screen"],
      path: "Tests/Fixtures/TerminalProbe",
      swiftSettings: strict),

    .executableTarget(
      name: "docket-writer", dependencies: ["Docket", "Policy"], path: "Tests/Fixtures/DocketWriter",
      swiftSettings: strict),

    // Speed and size of the release build against other programs; by hand, not among the tests. Two measures look inside
    // a process that runs, and so stand on the library.
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "PseudoTerminal", "Console", "Policy", "Records", "Docket", "Screen",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/Benchmarks", swiftSettings: strict),
  ]
)
