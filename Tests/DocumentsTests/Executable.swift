import Foundation
import Sanitizers

/// The executable that was built together with the tests.
enum Executable {
    static let folder: URL = {
        let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: test).deletingLastPathComponent()
    }()

    static var isBuilt: Bool {
        FileManager.default.isExecutableFile(atPath: folder.appending(path: "bienfonde").path)
    }

    /// What a command line of a document prints, on both streams, run by the shell at the root of the repository or in
    /// another folder.
    static func output(of commandLine: String, in place: URL = Repository.root) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", commandLine]
        process.currentDirectoryURL = place
        let environment = [
            "PATH": folder.path + ":/usr/bin:/bin", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "TZ": "America/Montreal",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b",
            "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b",
        ]
        process.environment = environment.merging(Sanitizer.handedOn) { $1 }
        let pipe = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
