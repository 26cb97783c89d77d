// swift-tools-version: 6.2
import PackageDescription

/// What a program of somebody else's looks like that uses the workflow library.
let package = Package(
    name: "examples",
    dependencies: [.package(name: "lap", path: "..")],
    targets: [
        .executableTarget(
            name: "Purchase", dependencies: [.product(name: "Workflow", package: "lap")],
            resources: [.embedInCode("purchase.yaml")]),
        .executableTarget(name: "PurchaseInCode", dependencies: [.product(name: "Workflow", package: "lap")]),
    ],
    swiftLanguageModes: [.v6])
