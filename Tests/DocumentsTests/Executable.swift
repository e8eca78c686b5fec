import Foundation

/// The executable that was built together with the tests.
enum Executable {
    static let folder: URL = {
        let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: test).deletingLastPathComponent()
    }()

    static var isBuilt: Bool {
        FileManager.default.isExecutableFile(atPath: folder.appending(path: "bienfonde").path)
    }

    /// What a command line of a document prints, on both streams, run by the shell at the root of the repository.
    static func output(of commandLine: String) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", commandLine]
        process.currentDirectoryURL = Repository.root
        process.environment = [
            "PATH": folder.path + ":/usr/bin:/bin", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "TZ": "America/Montreal",
        ]
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
