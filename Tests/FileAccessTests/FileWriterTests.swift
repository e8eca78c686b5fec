import Glibc
import Testing

@testable import FileAccess

@Suite("Writing files whole or not at all")
struct FileWriterTests {
    private func write(_ text: String, to path: String) throws(FileProblem) {
        try FileWriter.write(Array(text.utf8), to: path)
    }

    private func mode(_ path: String) throws -> mode_t { try FileStatus(path).mode }

    @Test("a new file has the mode that the user's mask gives, and nothing is left beside it")
    func new() throws {
        let folder = try TemporaryFolder()
        try write("contenu", to: folder.place("o.json"))
        #expect(try folder.text("o.json") == "contenu")
        #expect(try folder.names == ["o.json"])
        try folder.make("témoin", mode: 0o666)
        let mask = umask(0o22)
        umask(mask)
        #expect(try mode(folder.place("o.json")) == 0o666 & ~mask)
    }

    @Test("a file that is replaced keeps its mode", arguments: [0o600, 0o640, 0o755, 0o666] as [mode_t])
    func replaced(_ kept: mode_t) throws {
        let folder = try TemporaryFolder()
        try folder.make("o", "ancien et plus long", mode: kept)
        let before = try FileStatus(folder.place("o")).identity
        try write("neuf", to: folder.place("o"))
        #expect(try folder.text("o") == "neuf")
        #expect(try mode(folder.place("o")) == kept)
        #expect(try FileStatus(folder.place("o")).identity != before)
        #expect(try folder.names == ["o"])
    }

    @Test("a file that may not be written is not replaced", .disabled(if: isRoot))
    func protected() throws {
        let folder = try TemporaryFolder()
        try folder.make("o", "ancien", mode: 0o444)
        let path = folder.place("o")
        #expect(reason { () throws(FileProblem) in try write("neuf", to: path) } == .permissionDenied)
        #expect(try folder.text("o") == "ancien")
    }

    @Test("a link stays, and what it leads to is replaced or made")
    func links() throws {
        let folder = try TemporaryFolder()
        try folder.make("d/vrai", "ancien", mode: 0o640)
        folder.link("lien", to: "d/deuxième")
        folder.link("d/deuxième", to: "vrai")
        try write("neuf", to: folder.place("lien"))
        #expect(try folder.text("d/vrai") == "neuf")
        #expect(try FileStatus(folder.place("lien"), followingLinks: false).kind == .link)
        #expect(try FileStatus(folder.place("d/deuxième"), followingLinks: false).kind == .link)
        #expect(try mode(folder.place("d/vrai")) == 0o640)
        folder.link("promis", to: "d/à-venir")
        try write("venu", to: folder.place("promis"))
        #expect(try folder.text("d/à-venir") == "venu")
        folder.link("a", to: "b")
        folder.link("b", to: "a")
        let circle = folder.place("a")
        #expect(reason { () throws(FileProblem) in try write("", to: circle) } == .linkLoop)
    }

    @Test("where nothing can be written is said, and nothing changes")
    func refused() throws {
        let folder = try TemporaryFolder()
        try folder.make("fichier", "ancien")
        let rows: [(String, FileProblem.Reason)] = [
            (folder.path, .isFolder), (folder.place("x/"), .isFolder), (folder.place("non/o"), .missing),
            ("", .missing),
            (folder.place("fichier/o"), .notAFolder), (folder.place(String(repeating: "a", count: 300)), .nameTooLong),
            ("/proc/o", .permissionDenied), ("/dev/full", .noSpace), ("/tmp/x\0y", .missing),
        ]
        for (path, expected) in rows {
            #expect(reason { () throws(FileProblem) in try write("neuf", to: path) } == expected, "\(path)")
        }
        #expect(try folder.names == ["fichier"])
        #expect(try folder.text("fichier") == "ancien")
    }

    @Test("devices are written directly")
    func devices() throws {
        try write("rien", to: "/dev/null")
        #expect(try FileStatus("/dev/null").kind == .other)
        let folder = try TemporaryFolder()
        let path = folder.place("tube")
        #expect(unsafe mkfifo(path, 0o600) == 0)
        let read = Companion { Result { try FileReader.read(path, limit: 9) } }
        try write("par ici", to: path)
        #expect(try read.wait().get() == Array("par ici".utf8))
    }

    @Test("a descriptor that is open already is written where it stands, not from the start")
    func openDescriptor() throws {
        let folder = try TemporaryFolder()
        try folder.make("o", "début ")
        let file = try Descriptor(opening: folder.place("o"), O_WRONLY | O_APPEND)
        folder.link("lien", to: "/dev/fd/\(file.number)")
        try write("milieu ", to: "/dev/fd/\(file.number)")
        try write("fin", to: folder.place("lien"))
        #expect(try folder.text("o") == "début milieu fin")
    }

    @Test("a stream goes on where an open descriptor stands, and is written anew only to a file")
    func streams() throws {
        let folder = try TemporaryFolder()
        try folder.make("o", "début ")
        let file = try Descriptor(opening: folder.place("o"), O_WRONLY | O_APPEND)
        let stream = try OutputStream(file: "/dev/fd/\(file.number)")
        #expect(!stream.isFile)
        #expect(try stream.write(Array("suite".utf8), stopping: false) == 5)
        try stream.replacePartial()
        try stream.finish()
        #expect(try folder.text("o") == "début suite")
        #expect(stream.problem(.closed) == FileProblem(.path("/dev/fd/\(file.number)"), .write, .closed))
        let anew = reason { () throws(FileProblem) in _ = try OutputStream(rewriting: "/dev/null") }
        #expect(anew == .other(ENOTSUP))
    }

    @Test("the names of descriptors", arguments: [("/dev/stdout", 1), ("/dev/stderr", 2), ("/dev/fd/7", 7)])
    func descriptors(_ path: String, _ number: Int32) throws {
        guard case .open(number) = try Destination(path) else {
            Issue.record("not descriptor \(number)")
            return
        }
    }

    @Test("a link to a name that is no text")
    func linkNotText() throws {
        let folder = try TemporaryFolder()
        let path = folder.place("lien")
        unsafe TemporaryFolder.withBytes(folder.path, [0xE9]) { target in _ = unsafe symlink(target, path) }
        #expect(reason { () throws(FileProblem) in try write("", to: path) } == .nameNotText)
    }

    @Test("folders are made with those above them, but not where a file stands")
    func folders() throws {
        let folder = try TemporaryFolder()
        try folder.make("f", "x")
        let (new, file, below) = (folder.place("a/b/c"), folder.place("f"), folder.place("f/d"))
        try FolderWriter.make(new)
        try FolderWriter.make(new)
        #expect(try FileStatus(new).kind == .folder)
        #expect(reason { () throws(FileProblem) in try FolderWriter.make(file) } == .notAFolder)
        #expect(reason { () throws(FileProblem) in try FolderWriter.make(below) } == .notAFolder)
    }

    @Test("leftovers of processes that are no more are removed, others stay")
    func leftovers() throws {
        let folder = try TemporaryFolder()
        let dead = Int(pid_t.max)  // beyond what Linux ever gives
        let kept = [
            ".autre.partiel-\(dead)", ".o.partiel-1", ".o.partiel-x", ".o.partiel-", ".o.partiel-0", ".o.partiel--5",
        ]
        for name in kept + [".o.partiel-\(dead)", ".o.partiel-\(getpid())"] { try folder.make(name, "reste") }
        try write("neuf", to: folder.place("o"))
        #expect(try folder.names == (kept + ["o"]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(try folder.text("o") == "neuf")
    }

    @Test("a name as long as names may be")
    func longName() throws {
        let folder = try TemporaryFolder()
        for name in [String(repeating: "a", count: 255), String(repeating: "é", count: 127) + "x"] {
            try write("x", to: folder.place(name))
            #expect(try folder.text(name) == "x")
        }
        #expect(try folder.names.count == 2)
    }

    @Test("a reader sees the old content or the new, never a part")
    func atomic() throws {
        let folder = try TemporaryFolder()
        let path = folder.place("o")
        let (old, new) = (String(repeating: "a", count: 200_000), String(repeating: "b", count: 200_000))
        try write(old, to: path)
        let seen = Companion { Result { try Self.watch(path) } }
        for text in [new, old, new, old, new] { try write(text, to: path) }
        for text in try seen.wait().get() { #expect(text == old || text == new) }
    }

    private static func watch(_ path: String) throws -> Set<String> {
        var seen: Set<String> = []
        for _ in 0..<200 {
            seen.insert(String(decoding: try FileReader.read(path, limit: 1 << 20), as: UTF8.self))
        }
        return seen
    }
}
