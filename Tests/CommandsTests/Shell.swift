import Foundation
import Sanitizers

/// Runs the built executable as a user's shell does.
struct Shell {
    struct Result {
        let status: Int32
        let output: String
        let error: String
    }

    /// A folder of its own, removed at the end.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "bienfonde-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The checkout.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The executable stands beside the test program.
    static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "bienfonde").path

    /// Writes a file of the folder and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    /// Runs a script of `sh` in the folder: `$B` is the executable, `$ROOT` the checkout, `$RULES` its rules.
    func run(_ script: String, _ extra: [String: String] = [:]) throws -> Result {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        for name in ["BIENFONDE_REGLES", "NO_COLOR", "COLUMNS"] { environment[name] = nil }
        environment["TERM"] = "xterm"
        environment["B"] = Self.executable
        environment["ROOT"] = Self.root.path
        environment["RULES"] = Self.root.appending(path: "Rules").path
        environment.merge(Sanitizer.environment) { $1 }
        process.environment = environment.merging(extra) { $1 }
        let (output, error) = (folder.appending(path: ".sortie"), folder.appending(path: ".erreur"))
        for url in [output, error] { try Data().write(to: url) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
    }
}

/// Gives a test a shell, and cleans up after it.
func withShell(_ body: (Shell) throws -> Void) throws {
    let shell = try Shell()
    defer { shell.remove() }
    try body(shell)
}
