// swift-tools-version: 6.2
import PackageDescription

/// Every target is checked alike: Swift 6 language mode, no warning survives a build, and a file imports what it uses.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility")]

func library(_ name: String, _ dependencies: [Target.Dependency], hasPage: Bool = false) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: hasPage ? ["README.md"] : [], swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "lap",
    products: [
        .executable(name: "lap", targets: ["lap"]),
        .library(name: "Workflow", targets: ["Workflow", "WorkflowProof", "WorkflowFile"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        library("StrictYAML", ["Workflow", .product(name: "Yams", package: "Yams")]),
        library("Workflow", [], hasPage: true),
        library("WorkflowProof", ["Workflow"]),
        library("WorkflowFile", ["Workflow", "WorkflowProof", "StrictYAML"]),
        library("Partnership", ["Workflow"]),
        library("ProfileFile", ["Partnership", "Workflow", "StrictYAML"]),
        library(
            "Ledger",
            [
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ], hasPage: true),
        library("Words", []),
        library("Register", ["Ledger", "Partnership", "Workflow", "Words"], hasPage: true),
        library(
            "Packs",
            [
                "Partnership", "Workflow", "Words",
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ], hasPage: true),
        library(
            "UseCases",
            [
                "StrictYAML", "Workflow", "WorkflowProof", "WorkflowFile", "Partnership", "ProfileFile", "Ledger",
                "Register", "Packs",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ], hasPage: true),
        library(
            "LapCommands",
            [
                "StrictYAML", "Workflow", "WorkflowProof", "WorkflowFile", "Partnership", "ProfileFile", "Ledger",
                "Register", "Packs", "UseCases",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .target(name: "NoICUData"),
        .executableTarget(name: "lap", dependencies: ["LapCommands", "NoICUData"], swiftSettings: strict),
        .executableTarget(
            name: "workflow-bench",
            dependencies: ["Workflow", "WorkflowFile", "Partnership", "ProfileFile", "StrictYAML"],
            path: "Benchmarks/workflow-bench", swiftSettings: strict),
        .target(name: "PlainPDF", path: "Tests/PlainPDF", swiftSettings: strict),
        tests("StrictYAMLTests", ["StrictYAML", "Workflow"]),
        tests("WorkflowTests", ["Workflow", "WorkflowProof"]),
        tests("WorkflowFileTests", ["WorkflowFile", "WorkflowProof", "Workflow", "Partnership", "StrictYAML"]),
        tests("PartnershipTests", ["Partnership", "Workflow"]),
        tests("ProfileFileTests", ["ProfileFile", "Partnership", "Workflow", "StrictYAML"]),
        tests("LedgerTests", ["Ledger", .product(name: "GRDB", package: "GRDB.swift")]),
        tests(
            "RegisterTests",
            [
                "Ledger", .product(name: "GRDB", package: "GRDB.swift"), "Register", "Partnership", "Workflow",
                "WorkflowFile", "ProfileFile", "Words",
            ]),
        tests(
            "PacksTests", ["Packs", "Partnership", "PlainPDF", "Words", "Workflow"],
            exclude: [
                "Leaks/InnocentSentences.tsv", "Leaks/InnocentWords.tsv", "Leaks/TellingWords.tsv",
                "Leaks/PersonalSpellings.tsv", "Leaks/PrivateTitles.tsv", "Leaks/TrialInnocents.tsv",
                "Leaks/TrialSpellings.tsv",
            ]),
        tests("UseCasesTests", ["UseCases", "Register", "Packs", "Partnership", "Workflow"]),
        tests(
            "LapCommandsTests",
            [
                "LapCommands", "UseCases", "Ledger", .product(name: "GRDB", package: "GRDB.swift"), "Register",
                "Partnership", "PlainPDF", "Workflow",
            ],
            exclude: [
                "Permissions/ExpectedDeeds.txt", "Permissions/ExpectedSections.txt", "Second/profile",
                "Second/season.txt",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
