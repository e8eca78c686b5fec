import Foundation
import Testing

/// A file system that takes nothing, whoever writes.
@Suite("A read-only file system") struct ReadOnlyTests {
    /// Whether a part of the tree can be mounted again for one process.
    private static let canMount: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "unshare -rm true 2> /dev/null"]
        return (try? process.run()).map { process.waitUntilExit() } != nil && process.terminationStatus == 0
    }()

    @Test(
        "is said, and leaves what was there", .enabled(if: canMount, "nothing can be mounted here"),
        arguments: Writing.allCases)
    func refuses(_ writing: Writing) throws {
        try withShell { shell in
            try Writing.prepare(shell)
            let script = """
                \(writing.before); cp -r before \(writing.output); \(writing.ready); ls -A > names
                unshare -rm bash -c 'mount --bind . "$PWD" && mount -o remount,ro,bind "$PWD" && cd "$PWD" || exit 9
                  touch x 2> /dev/null && echo writable
                  \(writing.command) 2>&1 > /dev/null | grep -o "lecture seule"; echo ${PIPESTATUS[0]}'
                ls -A | cmp - names; diff -r before \(writing.output)
                """
            let result = try shell.run(script)
            #expect(result.output == "lecture seule\n74\n", "\(result.output)\(result.error)")
        }
    }
}
