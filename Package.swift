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

/// What tests of several modules are made from; it lies beside them.
func testSupport(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)
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
        library(.lists, "CIsal", pkgConfig: "libisal", debian: "libisal-dev", brew: "isa-l"),
        library(.lists, "CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev", brew: "libxlsxwriter"),
        .target(name: "CLanes", path: Wing.base.path("CLanes"), cSettings: warnings),
        module(.base, "Diagnostics"),
        module(.base, "Columns", ["CCrypto", "CLanes"], extra: [.enableExperimentalFeature("Lifetimes")]),
        module(.base, "Civil"),
        // 1: threads, documents, days, keys, expressions, what a list is
        module(.base, "Workers", ["Columns", "Diagnostics"]),
        module(.base, "Documents", ["Civil", "Diagnostics"]),
        module(.base, "Planning", ["Civil"]),
        module(.lists, "Schema", []),
        module(.people, "Linkage", ["Civil", "Columns"]),
        module(.law, "CEL", ["Civil", "Columns", "Diagnostics"]),
        // 2: files that appear whole, lists as columns, the law as data
        module(.base, "Files", ["Columns", "Diagnostics", "Documents", "Workers"]),
        module(
            .lists, "Tabular",
            ["Civil", "Columns", "Diagnostics", "Schema", "CLanes", "CExpat", "CIsal", "CXLSXWriter"]),
        module(.law, "Rules", ["CEL", "Civil", "Columns", "Diagnostics", "Documents", "Schema"]),
        // 3: lists as roles, what the rules say to people
        module(
            .lists, "RoleLists",
            ["Civil", "Columns", "Diagnostics", "Documents", "Files", "Schema", "Tabular", "Workers"]),
        module(.law, "RuleListing", ["CEL", "Civil", "Diagnostics", "Rules", "Schema"]),
        module(
            .app, "Samples", ["Civil", "Columns", "Diagnostics", "Files", "Schema", "Tabular", "Workers"]),
        // 4: the run folder, read and written
        module(
            .runs, "RunFolder",
            ["Civil", "Columns", "Diagnostics", "Documents", "Files", "RoleLists", "Rules", "Schema", "Workers"]),
        module(
            .people, "Joining",
            [
                "CEL", "Civil", "Columns", "Diagnostics", "Files", "Linkage", "RoleLists", "Rules", "Schema", "Tabular",
                "Workers",
            ]),
        // 5: the product's question, and what is made of runs
        module(
            .people, "Readiness",
            [
                "CEL", "Civil", "Columns", "Diagnostics", "Files", "Joining", "Linkage", "RoleLists", "Rules",
                "RunFolder",
                "Schema", "Tabular", "Workers",
            ]),
        module(
            .runs, "Comparison",
            ["Civil", "Columns", "Diagnostics", "Documents", "Files", "Rules", "RunFolder", "Tabular", "Workers"]),
        module(.runs, "Pace", ["Civil", "Diagnostics", "Documents", "Planning", "Rules", "RunFolder"]),
        module(
            .runs, "ReportData",
            ["Civil", "Diagnostics", "Documents", "RoleLists", "Rules", "RunFolder", "Schema"]),
        // 6: looking at lists, proving a run, asking for one
        module(
            .people, "Inspection",
            [
                "Civil", "Columns", "Diagnostics", "Documents", "Joining", "RoleLists", "Readiness", "Rules",
                "RunFolder",
                "Schema", "Tabular", "Workers",
            ]),
        module(
            .people, "Verification",
            [
                "Civil", "Columns", "Diagnostics", "Documents", "Files", "Joining", "RoleLists", "Readiness", "Rules",
                "RunFolder",
                "Schema", "Tabular", "Workers",
            ]),
        module(
            .app, "Options",
            ["Civil", "Columns", "Diagnostics", "Documents", "Files", "Joining", "RoleLists", "Readiness"]),
        // 7: what people read
        module(
            .outputs, "Page",
            [
                "Civil", "Columns", "Comparison", "Diagnostics", "Documents", "Files", "RoleLists", "Pace", "Planning",
                "Rules", "RunFolder", "Schema", "ReportData",
            ]),
        module(
            .outputs, "Outreach",
            [
                "Civil", "Columns", "Diagnostics", "Files", "Pace", "Planning", "Rules", "RunFolder", "Schema",
                "Tabular", "ReportData",
            ]),
        // 8: everything that `report` writes
        module(
            .outputs, "Reports",
            [
                "Civil", "Columns", "Comparison", "Diagnostics", "Files", "Page", "Rules", "RunFolder", "Schema",
                "Tabular", "ReportData",
            ]),
        // 9: the program
        .executableTarget(
            name: "siappilih",
            dependencies: [
                "CEL", "Civil", "Columns", "Comparison", "Diagnostics", "Documents", "Files", "Inspection", "Options",
                "RoleLists", "Outreach",
                "Pace", "Page", "Planning", "Readiness", "Reports", "RuleListing", "Rules", "RunFolder", "Samples",
                "ReportData", "Verification", "Workers",
            ],
            path: Wing.app.path("siappilih"), swiftSettings: settings),
        .executableTarget(
            name: "Benchmark",
            dependencies: [
                "CEL", "Civil", "Columns", "Diagnostics", "Documents", "Files", "Options", "Linkage", "RoleLists",
                "Readiness", "Rules",
                "RunFolder", "Samples", "Schema", "Tabular",
            ],
            path: Wing.app.path("Benchmark"), exclude: ["duckdb.sql"], swiftSettings: settings),
        // tests
        testSupport(
            "MadeUpRuns",
            [
                "Civil", "Columns", "Diagnostics", "Documents", "Files", "Readiness", "RoleLists", "Rules", "RunFolder",
                "Tabular",
            ]),
        tests("Diagnostics", ["Diagnostics"]),
        tests("Columns", ["Columns", "CCrypto", "CLanes"]),
        tests("Civil", ["Civil"]),
        tests("Files", ["Columns", "Diagnostics", "Files", "Workers"]),
        tests("Tabular", ["Tabular", "Columns", "Diagnostics", "Files", "Schema"]),
        tests("Workers", ["Diagnostics", "Workers"]),
        tests("Schema", ["Schema"]),
        tests(
            "RoleLists",
            [
                "Civil", "Columns", "Diagnostics", "Documents", "MadeUpRuns", "RoleLists", "Rules", "Schema", "Tabular",
                "Workers",
            ]),
        tests("Linkage", ["Linkage", "Columns", "Civil"]),
        tests("CEL", ["CEL", "Civil", "Diagnostics"], exclude: ["bad"]),
        tests("Planning", ["Planning", "Civil"]),
        tests("Documents", ["Documents", "Diagnostics"]),
        tests("Rules", ["Rules", "RuleListing", "CEL", "Civil", "Diagnostics", "Documents", "Schema"]),
        tests("RuleListing", ["Civil", "Diagnostics", "MadeUpRuns", "RuleListing", "Rules", "Schema"]),
        tests("Samples", ["Samples", "Civil", "Columns", "Diagnostics", "Rules", "Schema", "Tabular"]),
        tests("RunFolder", ["RunFolder", "Civil", "Columns", "Diagnostics", "Documents", "Files", "RoleLists"]),
        tests(
            "Joining",
            [
                "CEL", "Civil", "Columns", "Diagnostics", "Files", "Joining", "Linkage", "MadeUpRuns", "RoleLists",
                "Rules", "RunFolder", "Schema", "Tabular",
            ]),
        tests(
            "Readiness",
            [
                "Civil", "Columns", "Diagnostics", "Files", "Joining", "MadeUpRuns", "Readiness", "RoleLists", "Rules",
                "RunFolder", "Tabular",
            ]),
        tests(
            "Verification",
            [
                "Columns", "Diagnostics", "Documents", "Files", "MadeUpRuns", "Readiness", "RoleLists", "Rules",
                "RunFolder", "Verification",
            ]),
        tests(
            "Comparison",
            [
                "Comparison", "Diagnostics", "Documents", "Files", "MadeUpRuns", "Readiness", "RoleLists", "Rules",
                "RunFolder",
            ]),
        tests("Pace", ["Civil", "MadeUpRuns", "Pace", "Planning", "Rules", "RunFolder"]),
        tests(
            "ReportData", ["Civil", "Diagnostics", "MadeUpRuns", "Readiness", "ReportData", "Rules", "RunFolder"]),
        tests("Inspection", ["Diagnostics", "Inspection", "MadeUpRuns", "RoleLists", "Rules", "Schema", "Tabular"]),
        tests("Options", ["Options", "Civil", "Columns", "Diagnostics", "MadeUpRuns", "RoleLists", "Readiness"]),
        tests(
            "Page",
            [
                "Civil", "Diagnostics", "MadeUpRuns", "Pace", "Page", "Planning", "ReportData", "RoleLists", "Rules",
                "RunFolder",
            ]),
        tests(
            "Outreach",
            [
                "Civil", "Columns", "Diagnostics", "Documents", "Files", "MadeUpRuns", "Outreach", "Readiness", "Rules",
                "RunFolder",
            ]),
        tests(
            "Reports",
            [
                "Civil", "Columns", "Diagnostics", "Documents", "Files", "MadeUpRuns", "Readiness", "ReportData",
                "Reports", "RoleLists", "Rules", "RunFolder", "Tabular",
            ]),
        tests(
            "siappilih",
            [
                "siappilih", "Civil", "Diagnostics", "Options", "RoleLists", "Readiness", "Rules", "RunFolder",
                "Tabular", "Verification", "Workers",
            ]),
        tests(
            "Fuzz", ["CLanes", "CEL", "Civil", "Columns", "Diagnostics", "Documents", "Schema", "Tabular"],
            exclude: ["Corpus", "Entry"]),
        tests("Acceptance", ["Columns", "Tabular"], exclude: ["Golden", "Transcripts", "bad"]),
    ],
    swiftLanguageModes: [.v6]
)
