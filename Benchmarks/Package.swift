// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that measuring costs those who only build nothing.
let package = Package(
    name: "banc",
    targets: [
        .executableTarget(
            name: "Banc",
            swiftSettings: [
                .swiftLanguageMode(.v6), .strictMemorySafety(), .treatAllWarnings(as: .error),
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ])
    ]
)
