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
func module(_ name: String, _ dependencies: [Target.Dependency] = [], extra: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings + extra)
}

/// The tests of one module; they mirror its folders.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: dependencies,
        exclude: exclude,
        swiftSettings: settings)
}

let package = Package(
    name: "siappilih",
    products: [.executable(name: "siappilih", targets: ["siappilih"])],
    dependencies: [],
    targets: [
        // 0: values and bytes
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat",
            providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .systemLibrary(
            name: "CIsal", pkgConfig: "libisal",
            providers: [.apt(["libisal-dev"]), .brew(["isa-l"])]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
        .target(name: "CLanes"),
        module("Diagnostics"),
        module(
            "Columns", ["CCrypto", "CLanes"],
            extra: [.enableExperimentalFeature("Lifetimes")]),
        module("Civil"),
        // 1: lists, keys, expressions
        module("Tabular", ["Columns", "Civil", "Diagnostics", "CLanes", "CExpat", "CIsal", "CXLSXWriter"]),
        module("Linkage", ["Columns", "Civil", "Diagnostics"]),
        module("CEL", ["Columns", "Civil", "Diagnostics"]),
        module("Planning", ["Civil"]),
        // 2: the law as data
        module("Rules", ["CEL", "Columns", "Civil", "Diagnostics"]),
        // 3: the product's question
        module("Readiness", ["Planning", "Rules", "Tabular", "Linkage", "CEL", "Columns", "Civil", "Diagnostics"]),
        // 4: what people read
        module(
            "Reports", ["Readiness", "Planning", "Rules", "Tabular", "Columns", "Civil", "Diagnostics"]),
        // 5: the program
        .executableTarget(
            name: "siappilih",
            dependencies: ["Reports", "Readiness", "Planning", "Rules", "CEL", "Civil", "Diagnostics"],
            swiftSettings: settings),
        .executableTarget(
            name: "Benchmark",
            dependencies: [
                "Readiness", "Rules", "Tabular", "Linkage", "CEL", "Columns", "Civil", "Diagnostics",
            ],
            exclude: ["Compare/duckdb.sql"], swiftSettings: settings),
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
            "Fuzz", ["Rules", "CEL", "Tabular", "Columns", "Civil", "Diagnostics"], exclude: ["Corpus", "Entry"]),
        tests("Acceptance", [], exclude: ["bad"]),
    ],
    swiftLanguageModes: [.v6]
)
