import Glibc
import Testing

@testable import FileAccess

@Suite("Running other programs") struct ProgramTests {
    private func outcome(_ script: String, seconds: Int = 60) throws -> ProgramRunner.Outcome {
        let folder = try FileAccess.TemporaryFolder()
        return try ProgramRunner.run(["sh"], ["-c", script], keeping: folder, seconds: seconds)
    }

    @Test("the status, and what was said on the error output")
    func ended() throws {
        #expect(try outcome("echo ici") == .ended(status: 0, said: ""))
        #expect(try outcome("echo non >&2; exit 3") == .ended(status: 3, said: "non\n"))
        #expect(try outcome("kill -KILL $$") == .ended(status: 137, said: ""))
    }

    @Test("a program that takes too long is ended")
    func tooLong() throws {
        let folder = try TemporaryFolder()
        let path = folder.place("trop-tard")
        #expect(try outcome("sleep 5; : > \(path)", seconds: 0) == .tooLong)
        #expect(try folder.names == [])
    }

    @Test("the first of several names that the system has, or none")
    func names() throws {
        let folder = try FileAccess.TemporaryFolder()
        let absent = "bienfonde-programme-absent"
        let found = try ProgramRunner.run([absent, "true", "false"], [], keeping: folder, seconds: 60)
        #expect(found == .ended(status: 0, said: ""))
        #expect(try ProgramRunner.run([absent], [], keeping: folder, seconds: 60) == .absent)
        #expect(ProgramRunner.has([absent, "sh"]) && !ProgramRunner.has([absent]))
    }

    @Test("a file that is called a program and is none")
    func noProgram() throws {
        let folder = try TemporaryFolder()
        try folder.make("faux", "rien qui s’exécute", mode: 0o755)
        // Below each folder of `PATH`, by way of the root.
        let name = String(repeating: "../", count: 9) + folder.place("faux").dropFirst()
        let kept = try FileAccess.TemporaryFolder()
        let path = kept.path
        let found = reason { () throws(FileProblem) in
            try ProgramRunner.run([name], [], keeping: try FileAccess.TemporaryFolder(in: path), seconds: 60)
        }
        #expect(found == .other(ENOEXEC))
    }

    @Test("a folder for a while is this user's, and goes with all that is in it")
    func temporaryFolder() throws {
        let folder = try TemporaryFolder()
        do {
            let inner = try FileAccess.TemporaryFolder(in: folder.path)
            #expect(inner.path.hasPrefix(folder.path + "/bienfonde-"))
            #expect(try FileStatus(inner.path).mode & 0o777 == 0o700)
            try FolderWriter.make(inner.file("a/b"))
            try FileWriter.write([1], to: inner.file("a/b/c"))
            #expect(try folder.names.count == 1)
        }
        #expect(try folder.names == [])
        let absent = folder.place("absent")
        let refused = reason { () throws(FileProblem) in _ = try FileAccess.TemporaryFolder(in: absent) }
        #expect(refused == .missing)
    }

    @Test("what a program writes, up to a limit; nil of one that fails or is not there")
    func output() throws {
        func output(_ script: String) throws(FileProblem) -> [UInt8]? {
            try ProgramOutput.of("sh", ["-c", script], limit: 10)
        }
        #expect(try output("printf 0123456789") == Array("0123456789".utf8))
        #expect(try output("printf oui; exit 1") == nil)
        #expect(try output("kill -KILL $$") == nil)
        #expect(try ProgramOutput.of("bienfonde-programme-absent", [], limit: 10) == nil)
        #expect(reason { () throws(FileProblem) in try output("yes") } == .tooLarge(limit: 10))
        let refused = reason { () throws(FileProblem) in try ProgramOutput.of("/etc/passwd", [], limit: 10) }
        #expect(refused == .permissionDenied)
    }
}
