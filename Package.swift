// swift-tools-version: 6.2
import PackageDescription

/// Settings every target shares: Swift 6 mode, explicit imports, and memory safety checked as errors.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatWarning("StrictMemorySafety", as: .error),
]

/// A module of the product and the modules below it that it may import. `.ci/check-arrows` proves the list.
func module(
    _ wing: Wing, _ name: String, _ dependencies: [Target.Dependency] = [], extra: [SwiftSetting] = []
) -> Target {
    .target(name: name, dependencies: dependencies, path: wing.path(name), swiftSettings: settings + extra)
}

/// A C library of the system, behind a module map of its own.
func library(_ wing: Wing, _ name: String, pkgConfig: String, debian: String, brew: String) -> Target {
    .systemLibrary(
        name: name, path: wing.path(name), pkgConfig: pkgConfig, providers: [.apt([debian]), .brew([brew])])
}

/// The wings of the house, by the way the data goes; docs/map.md walks through them.
enum Wing: String {
    case base = "Base"
    case lists = "Lists"
    case law = "Law"
    case people = "People"
    case runs = "Runs"
    case outputs = "Outputs"
    case app = "App"

    func path(_ module: String) -> String { "Sources/\(rawValue)/\(module)" }
}

/// The tests of one module; they mirror its folders.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: dependencies,
        exclude: exclude,
        swiftSettings: settings)
}

/// What the C code is compiled by: the warnings that there are, as errors.
let warnings: [CSetting] =
    [
        "all", "extra", "pedantic", "conversion", "shadow", "cast-qual", "vla", "undef", "strict-prototypes",
        "missing-prototypes",
    ].map { .enableWarning($0) } + [.treatAllWarnings(as: .error)]

let package = Package(
    name: "siappilih",
    products: [.executable(name: "siappilih", targets: ["siappilih"])],
    dependencies: [],
    targets: [
        // 0: values and bytes
        library(.base, "CCrypto", pkgConfig: "libcrypto", debian: "libssl-dev", brew: "openssl@3"),
        library(.lists, "CExpat", pkgConfig: "expat", debian: "libexpat1-dev", brew: "expat"),
        library(.lists, "CArchive", pkgConfig: "libarchive", debian: "libarchive-dev", brew: "libarchive"),
        library(.lists, "CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev", brew: "libxlsxwriter"),
        .target(name: "CLanes", path: Wing.base.path("CLanes"), cSettings: warnings),
        module(.base, "Diagnostics"),
        module(.base, "Columns", ["CCrypto", "CLanes"], extra: [.enableExperimentalFeature("Lifetimes")]),
        module(.base, "Civil"),
        // 1: lists, keys, expressions
        module(
            .lists, "Tabular", ["Columns", "Civil", "Diagnostics", "CExpat", "CArchive", "CXLSXWriter"]),
        module(.people, "Linkage", ["Columns", "Civil"]),
        module(.law, "CEL", ["Columns", "Civil", "Diagnostics"]),
        module(.base, "Planning", ["Civil"]),
        // 2: the law as data
        module(.law, "Rules", ["CEL", "Columns", "Civil", "Diagnostics"]),
        // 3: the product's question
        module(
            .people, "Readiness",
            ["Planning", "Rules", "Tabular", "Linkage", "CEL", "Columns", "Civil", "Diagnostics"]),
        // 4: what people read
        module(
            .outputs, "Reports", ["Readiness", "Planning", "Rules", "Tabular", "Columns", "Civil", "Diagnostics"]),
        // 5: the program
        .executableTarget(
            name: "siappilih",
            dependencies: ["Reports", "Readiness", "Planning", "Rules", "CEL", "Civil", "Diagnostics"],
            path: Wing.app.path("siappilih"), swiftSettings: settings),
        .executableTarget(
            name: "Benchmark",
            dependencies: [
                "Readiness", "Rules", "Tabular", "Linkage", "CEL", "Columns", "Civil", "Diagnostics",
            ],
            path: Wing.app.path("Benchmark"), exclude: ["Compare/duckdb.sql"], swiftSettings: settings),
        // tests
        tests("Diagnostics", ["Diagnostics"]),
        tests("Columns", ["Columns", "CLanes"]),
        tests("Civil", ["Civil"]),
        tests("Tabular", ["Tabular", "Columns", "Diagnostics"]),
        tests("Linkage", ["Linkage", "Columns", "Civil"]),
        tests("CEL", ["CEL", "Columns", "Civil", "Diagnostics"], exclude: ["bad"]),
        tests("Planning", ["Planning", "Civil"]),
        tests("Rules", ["Rules", "CEL", "Columns", "Civil", "Diagnostics"]),
        tests(
            "Readiness",
            ["Readiness", "Planning", "Rules", "Tabular", "Linkage", "CEL", "Columns", "Civil", "Diagnostics"]),
        tests("Reports", ["Reports", "Readiness", "Planning", "Rules", "Tabular", "Columns", "Civil", "Diagnostics"]),
        tests("siappilih", ["siappilih", "Reports", "Readiness", "Rules", "CEL", "Civil", "Diagnostics"]),
        tests(
            "Fuzz", ["Rules", "CEL", "Tabular", "Columns", "CLanes", "Civil", "Diagnostics"],
            exclude: ["Corpus", "Entry"]),
        tests("Acceptance", [], exclude: ["bad"]),
    ],
    swiftLanguageModes: [.v6]
)
