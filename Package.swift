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
func room(
    _ name: String, on dependencies: [Target.Dependency] = [], linkedWith linkerSettings: [LinkerSetting] = []
) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict, linkerSettings: linkerSettings)
}

/// The tests of one room.
func tests(
    of name: String, with dependencies: [Target.Dependency] = [], excluding excluded: [String] = []
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, exclude: excluded,
        swiftSettings: strict)
}

/// Imported by `CommandLineFrench` and by the executable, whose commands are its types.
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "bienfonde",
    products: [
        // The C interface, for other programs (Integrations).
        .library(name: "BienFondeC", type: .dynamic, targets: ["BienFondeC"]),
        // What other programs may build on: the only target with a `public` face.
        .library(name: "BienFonde", targets: ["BienFonde"]),
    ],
    dependencies: [
        // A range in the manifest and no `Package.resolved`: where GitHub is out of reach the package comes from a
        // mirror (scripts/setup), whose commit ids differ from upstream's.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.4.0")
    ],
    targets: [
        // Doors to the system's C libraries, each imported by one room.
        .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
        .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZ3", providers: [.apt(["libz3-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
        // The door to Mustache, a C++ header (Debian's libkainjow-mustache-dev), in C.
        .target(name: "CMustache"),

        // The pipeline, from bytes to a decision, in one direction.
        room("PolicyValues"),
        room("SourceText", on: ["CUTF8Proc"]),
        room("FileAccess", on: ["SourceText"]),
        room("RuleYAML", on: ["SourceText", "CLibYAML"]),
        room("RuleJSON", on: ["SourceText", "PolicyValues"]),
        room("RuleSyntax", on: ["SourceText"]),
        room("RuleModel", on: ["RuleSyntax", "SourceText", "PolicyValues", "RuleJSON", "COpenSSL"]),
        room("RuleCases", on: ["RuleModel", "RuleSyntax", "RuleJSON", "SourceText", "PolicyValues"]),
        room("RuleEngine", on: ["RuleModel", "RuleCases", "SourceText", "PolicyValues"]),
        room(
            "RuleExplanation",
            on: ["RuleEngine", "RuleCases", "RuleModel", "RuleJSON", "SourceText", "PolicyValues"]),
        room(
            "RuleFixtures",
            on: ["RuleEngine", "RuleCases", "RuleModel", "RuleSyntax", "RuleJSON", "SourceText", "PolicyValues"]),
        room(
            "RuleAnalysis",
            on: ["RuleEngine", "RuleCases", "RuleModel", "RuleJSON", "SourceText", "PolicyValues", "CZ3"]),
        room(
            "RuleReview",
            on: ["RuleAnalysis", "RuleModel", "RuleJSON", "FileAccess", "SourceText", "PolicyValues"]),
        room(
            "RulePipeline",
            on: [
                "RuleFixtures", "RuleCases", "RuleModel", "RuleSyntax", "RuleYAML", "RuleJSON", "FileAccess",
                "SourceText",
            ]),

        // Kept decisions.
        room(
            "RuleReceipts",
            on: [
                "RuleAnalysis", "RulePipeline", "RuleExplanation", "RuleEngine", "RuleCases", "RuleModel", "RuleJSON",
                "FileAccess", "SourceText", "PolicyValues",
            ]),

        // Letters.
        room(
            "RuleDocuments",
            on: [
                "RuleExplanation", "RuleEngine", "RuleCases", "RuleModel", "RuleYAML", "FileAccess", "SourceText",
                "PolicyValues", "CMustache",
            ]),

        // The interview.
        room(
            "RuleInterview",
            on: ["RuleExplanation", "RuleEngine", "RuleCases", "RuleModel", "SourceText", "PolicyValues"]),

        // The site.
        room(
            "RuleSite",
            on: [
                "RuleReview", "RuleFixtures", "RuleExplanation", "RuleEngine", "RuleCases", "RuleModel", "SourceText",
                "PolicyValues",
            ]),

        // Streams of cases.
        room("Compression", on: ["CZlib", "CZstd"]),
        room(
            "RuleBatch",
            on: [
                "Compression", "RuleExplanation", "RuleEngine", "RuleCases", "RuleModel", "RuleJSON", "FileAccess",
                "SourceText", "PolicyValues",
            ]),

        // The same for programs in C, Python and others: `Integrations/c/bienfonde.h`, and what stands behind it.
        .systemLibrary(name: "CBienFonde"),
        room(
            "BienFondeC",
            on: [
                "CBienFonde", "RulePipeline", "RuleBatch", "RuleExplanation", "RuleEngine", "RuleModel", "RuleJSON",
                "FileAccess", "SourceText", "PolicyValues",
            ],
            // One file to give to a worker, which needs no Swift; what it shows is the interface alone.
            linkedWith: [
                .unsafeFlags(
                    [
                        "-static-stdlib", "-Xlinker", "-s", "-Xlinker",
                        "--version-script=\(Context.packageDirectory)/Integrations/c/bienfonde.map",
                    ], .when(configuration: .release))
            ]),

        // For other Swift programs.
        room(
            "BienFonde",
            on: [
                "RuleBatch", "RulePipeline", "RuleExplanation", "RuleEngine", "RuleCases", "RuleModel", "RuleJSON",
                "FileAccess", "SourceText", "PolicyValues",
            ]),
        .executableTarget(
            name: "Propositions", dependencies: ["BienFonde"], path: "Examples/Propositions", swiftSettings: strict),

        // For those who write rules.
        room("RuleFormatting", on: ["RuleSyntax", "RuleYAML", "SourceText"]),
        room("RuleSchema", on: ["RuleModel", "RuleSyntax", "RuleJSON", "SourceText", "PolicyValues"]),

        room(
            "RuleLanguageServer",
            on: [
                "RuleFormatting", "RuleSchema", "RulePipeline", "RuleFixtures", "RuleExplanation", "RuleEngine",
                "RuleCases", "RuleModel", "RuleSyntax", "RuleYAML", "RuleJSON", "FileAccess", "SourceText",
                "PolicyValues",
            ]),

        // The command line. This room and the executable's commands are the door to swift-argument-parser.
        room("CommandLineFrench", on: ["SourceText", "FileAccess", argumentParser]),
        .executableTarget(
            name: "bienfonde",
            dependencies: [
                "CommandLineFrench", "RuleSite", "RuleBatch", "RuleDocuments", "RuleInterview", "RuleReceipts",
                "RulePipeline", "RuleReview", "RuleLanguageServer", "RuleFormatting", "RuleSchema", "RuleAnalysis",
                "RuleFixtures",
                "RuleExplanation", "RuleEngine", "RuleCases", "RuleModel", "RuleYAML", "RuleJSON", "Compression",
                "FileAccess",
                "SourceText", "PolicyValues", argumentParser,
            ], swiftSettings: strict),

        tests(of: "PolicyValues"),
        tests(of: "SourceText"),
        // A validator of JSON Schemas, for the tests of what writes JSON and of the schemas themselves.
        .target(
            name: "SchemaTesting", dependencies: ["RuleJSON", "SourceText"], path: "Tests/SchemaTesting",
            swiftSettings: strict),
        tests(
            of: "RuleSchema",
            with: [
                "SchemaTesting", "RulePipeline", "RuleModel", "RuleSyntax", "RuleJSON", "RuleYAML", "SourceText",
            ]),
        tests(of: "RuleLanguageServer", with: ["RuleSyntax", "RuleJSON", "SourceText", "PolicyValues"]),
        tests(
            of: "RuleFormatting",
            with: [
                "Sanitizers", "RandomPolicies", "RulePipeline", "RuleModel", "RuleSyntax", "SourceText", "PolicyValues",
            ]),
        tests(of: "FileAccess"),
        tests(of: "RuleJSON", with: ["SourceText", "PolicyValues"]),
        // Random rule sets and cases, for the tests in which two ways must agree.
        .target(
            name: "RandomPolicies",
            dependencies: ["RulePipeline", "RuleModel", "RuleCases", "SourceText", "PolicyValues"],
            path: "Tests/RandomPolicies", swiftSettings: strict),
        tests(
            of: "RuleEngine",
            with: ["RandomPolicies", "RuleModel", "RuleCases", "RulePipeline", "SourceText", "PolicyValues"]),
        tests(of: "RuleModel", with: ["RuleYAML", "SourceText"]),
        tests(
            of: "RuleFixtures",
            with: ["RulePipeline", "RuleEngine", "RuleCases", "RuleModel", "RuleJSON", "SourceText", "PolicyValues"]),
        tests(
            of: "RuleAnalysis",
            with: [
                "Sanitizers", "RandomPolicies", "RulePipeline", "RuleEngine", "RuleCases", "RuleModel", "RuleJSON",
                "SourceText", "PolicyValues",
            ]),
        tests(
            of: "RuleReview",
            with: [
                "Sanitizers", "RuleAnalysis", "RulePipeline", "RuleModel", "SourceText",
            ]),
        tests(of: "RulePipeline", with: ["RuleModel", "SourceText"]),
        // Pages of HTML read by a strict eye, for the tests of what writes them.
        .target(name: "PageChecking", path: "Tests/PageChecking", swiftSettings: strict),
        // Words looked up in the dictionary, for the tests of what is written in French.
        .target(name: "Spelling", path: "Tests/Spelling", exclude: ["mots.txt"], swiftSettings: strict),
        // What tests leave out, or wait longer for, under a sanitizer.
        .target(name: "Sanitizers", path: "Tests/Sanitizers", swiftSettings: strict),
        // Whole outputs compared with a file.
        .target(name: "GoldenFiles", path: "Tests/GoldenFiles", swiftSettings: strict),
        // How many questions interviews take, for their test and for the command that counts (make questions).
        .target(
            name: "InterviewOrders",
            dependencies: [
                "RandomPolicies", "RuleInterview", "RuleEngine", "RuleCases", "RuleModel", "SourceText", "PolicyValues",
            ],
            path: "Tests/InterviewOrders", swiftSettings: strict),
        .executableTarget(
            name: "QuestionCount",
            dependencies: [
                "InterviewOrders", "RulePipeline", "RuleEngine", "FileAccess", "SourceText", "PolicyValues",
            ],
            path: "Tests/QuestionCount", swiftSettings: strict),
        tests(
            of: "RuleInterview",
            with: [
                "InterviewOrders", "RulePipeline", "RuleEngine", "RuleCases", "RuleModel", "SourceText", "PolicyValues",
            ]),
        tests(
            of: "RuleReceipts",
            with: [
                "Sanitizers", "RandomPolicies", "SchemaTesting", "RuleAnalysis", "RulePipeline", "RuleEngine",
                "RuleCases", "RuleModel", "RuleJSON", "SourceText", "PolicyValues",
            ]),
        tests(
            of: "RuleDocuments",
            with: [
                "GoldenFiles", "Spelling", "RulePipeline", "RuleEngine", "RuleCases", "RuleModel", "FileAccess",
                "SourceText", "PolicyValues",
            ], excluding: ["Resources"]),
        tests(
            of: "RuleSite",
            with: [
                "PageChecking", "Spelling", "RulePipeline", "RuleReview", "RuleFixtures", "RuleExplanation",
                "RuleEngine", "RuleModel", "SourceText", "PolicyValues",
            ]),
        .testTarget(
            name: "DiagnosticsTests",
            dependencies: [
                "Sanitizers", "RandomPolicies", "Spelling", "RulePipeline", "RuleEngine", "RuleCases", "RuleModel",
                "RuleYAML", "RuleJSON", "SourceText", "PolicyValues",
            ], exclude: ["Accepted", "BadInputs", "Catalogue", "suite-yaml.tsv"], swiftSettings: strict),
        tests(of: "CommandLineFrench", with: [argumentParser]),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "bienfonde", "Sanitizers", "RandomPolicies", "RulePipeline", "RuleEngine", "RuleCases", "RuleModel",
                "RuleJSON", "FileAccess", "SourceText", "PolicyValues",
            ], exclude: ["BadInputs"], swiftSettings: strict),
        tests(
            of: "RuleExplanation",
            with: [
                "GoldenFiles", "SchemaTesting", "RulePipeline", "RuleEngine", "RuleCases", "RuleModel", "RuleJSON",
                "SourceText", "PolicyValues",
            ],
            excluding: ["Resources"]),
        tests(of: "BienFonde", excluding: ["PublicFace.txt"]),
        tests(of: "Compression"),
        // What reads the bytes of others, to be given any: by its tests, and by libFuzzer (scripts/fuzz).
        .target(
            name: "FuzzTargets",
            dependencies: [
                "PageChecking", "RandomPolicies", "RuleLanguageServer", "RuleFormatting", "RuleDocuments",
                "RuleReceipts", "RuleBatch", "RuleAnalysis", "Compression", "RulePipeline", "RuleExplanation",
                "RuleEngine", "RuleCases", "RuleModel", "RuleJSON", "FileAccess", "SourceText",
            ], path: "Tests/FuzzTargets", swiftSettings: strict),
        .testTarget(
            name: "FuzzTests", dependencies: ["FuzzTargets", "RandomPolicies", "PolicyValues"], exclude: ["Corpus"],
            swiftSettings: strict),
        // What no source file may hold.
        .testTarget(name: "SourcesTests", swiftSettings: strict),
        tests(
            of: "RuleBatch",
            with: [
                "RandomPolicies", "FileAccess", "RuleEngine", "RuleCases", "RuleModel", "RuleJSON", "SourceText",
                "PolicyValues",
            ]),
        tests(
            of: "BienFondeC",
            with: [
                "CBienFonde", "RuleBatch", "RulePipeline", "RuleEngine", "FileAccess", "SourceText", "PolicyValues",
            ]),
        .testTarget(
            name: "DocumentsTests",
            dependencies: [
                "bienfonde", "Sanitizers", "Spelling", "RulePipeline", "RuleBatch", "RuleFixtures", "RuleEngine",
                "RuleCases", "RuleModel", "RuleSyntax", "SourceText", "PolicyValues",
            ], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)

// libFuzzer's loop needs code that is instrumented for it: built by scripts/fuzz alone, with this variable.
if Context.environment["BIENFONDE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz",
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
            // gold cannot link what both sanitizers instrument.
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])]))
}
