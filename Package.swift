// swift-tools-version: 6.2
import PackageDescription

/// One list of settings for every target: the compiler keeps the style.
let strict: [SwiftSetting] = [
    // Data races are errors: https://www.swift.org/migration/documentation/migrationguide
    .swiftLanguageMode(.v6),
    // Unsafe constructs are marked where they stand: https://github.com/swiftlang/swift-evolution/blob/main/proposals/0458-strict-memory-safety.md
    .strictMemorySafety(),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0443-warning-control-flags.md
    .treatAllWarnings(as: .error),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of the house, built with the strict settings.
func room(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one room.
func tests(of name: String, with dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
    name: "bienfonde",
    products: [],
    targets: [
        // Doors to the system's C libraries, each imported by one room.
        .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
        .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),

        // The pipeline, from bytes to a decision, in one direction.
        room("PolicyValues"),
        room("SourceText", on: ["CUTF8Proc"]),
        room("FileAccess"),
        room("RuleYAML", on: ["SourceText", "CLibYAML"]),
        room("RuleJSON", on: ["SourceText", "PolicyValues"]),
        room("RuleSyntax", on: ["SourceText"]),
        room("RuleModel", on: ["RuleSyntax", "SourceText", "PolicyValues", "RuleJSON", "COpenSSL"]),
        room("RuleCases", on: ["RuleModel", "SourceText", "PolicyValues"]),
        room("RuleEngine", on: ["RuleModel", "RuleCases", "PolicyValues"]),
        room(
            "RuleExplanation",
            on: ["RuleEngine", "RuleCases", "RuleModel", "RuleJSON", "SourceText", "PolicyValues"]),
    ]
)
