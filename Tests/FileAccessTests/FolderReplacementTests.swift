import Glibc
import Testing

@testable import FileAccess

@Suite("Folders written whole or not at all")
struct FolderReplacementTests {
    private let writer = FolderReplacement(manifest: ".liste", heading: "Écrit par un essai.")

    private func write(_ files: [String: String], to path: String) throws(FileProblem) {
        let files = files.sorted { $0.key < $1.key }.map { name, text in
            FolderReplacement.File(inside: name, bytes: Array(text.utf8))
        }
        try writer.write(files, to: path)
    }

    @Test("a new folder holds the files, their list, and leaves nothing beside it") func new() throws {
        let folder = try TemporaryFolder()
        try write(["a.html": "A", "d/e/b.html": "B"], to: folder.place("site"))
        #expect(try folder.text("site/a.html") == "A")
        #expect(try folder.text("site/d/e/b.html") == "B")
        #expect(try folder.text("site/.liste") == "Écrit par un essai.\na.html\nd/e/b.html\n")
        #expect(try folder.names == ["site"])
    }

    @Test("what it wrote before is replaced, files that are no more are gone", arguments: ["site", "site/", "lien"])
    func replaced(_ name: String) throws {
        let folder = try TemporaryFolder()
        folder.link("lien", to: "site")
        try write(["a.html": "A", "d/b.html": "B"], to: folder.place("site"))
        _ = unsafe chmod(folder.place("site"), 0o750)
        try write(["c.html": "C"], to: folder.place(name))
        #expect(try folder.text("site/c.html") == "C")
        #expect(try FolderListing.names(in: folder.place("site")).count == 2)
        #expect(try FileStatus(folder.place("site")).mode == 0o750)
        #expect(try FileStatus(folder.place("lien"), followingLinks: false).kind == .link)
        #expect(try folder.names == ["lien", "site"])
    }

    @Test("an empty folder is taken") func empty() throws {
        let folder = try TemporaryFolder()
        _ = unsafe mkdir(folder.place("site"), 0o755)
        try write(["a.html": "A"], to: folder.place("site"))
        #expect(try folder.text("site/a.html") == "A")
    }

    @Test(
        "a folder that holds anything else stays as it is",
        arguments: ["notes.txt", ".git/config", "d/notes.txt", "vide/"])
    func foreign(_ stranger: String) throws {
        let folder = try TemporaryFolder()
        for isOurs in [false, true] {
            let site = isOurs ? "notre" : "autre"
            if isOurs { try write(["a.html": "A", "d/b.html": "B"], to: folder.place(site)) }
            if stranger.hasSuffix("/") {
                try folder.make(site + "/x")
                _ = unsafe unlink(folder.place(site + "/x"))
                _ = unsafe mkdir(folder.place(site + "/" + stranger), 0o755)
            } else {
                try folder.make(site + "/" + stranger, "à garder")
            }
            let path = folder.place(site)
            let found = reason { () throws(FileProblem) in try write(["c.html": "C"], to: path) }
            guard case .holdsOther(let name) = found else {
                Issue.record("\(String(describing: found))")
                continue
            }
            #expect(stranger.hasPrefix(name))
            if !stranger.hasSuffix("/") { #expect(try folder.text(site + "/" + stranger) == "à garder") }
            if isOurs { #expect(try folder.text(site + "/a.html") == "A") }
        }
        #expect(try folder.names == ["autre", "notre"])
    }

    @Test("a list that leads elsewhere removes nothing there") func escaping() throws {
        let folder = try TemporaryFolder()
        try folder.make("victime.txt", "à garder")
        try folder.make("site/.liste", "Écrit par un essai.\n../victime.txt\n/victime.txt\n")
        try write(["c.html": "C"], to: folder.place("site"))
        #expect(try folder.text("victime.txt") == "à garder")
    }

    @Test("a file, or nothing above it: a problem, and nothing is made") func impossible() throws {
        let folder = try TemporaryFolder()
        try folder.make("fichier", "contenu")
        let (file, below) = (folder.place("fichier"), folder.place("absent/site"))
        #expect(reason { () throws(FileProblem) in try write(["a": "A"], to: file) } == .notAFolder)
        #expect(reason { () throws(FileProblem) in try write(["a": "A"], to: below) } == .missing)
        #expect(reason { () throws(FileProblem) in try write(["a": "A"], to: "") } == .missing)
        #expect(try folder.names == ["fichier"])
    }

    @Test("a write that fails half way leaves the old folder, and nothing beside it") func failure() throws {
        let folder = try TemporaryFolder()
        try write(["a.html": "A"], to: folder.place("site"))
        let long = String(repeating: "x", count: 300)
        let path = folder.place("site")
        #expect(reason { () throws(FileProblem) in try write(["b.html": "B", long: "C"], to: path) } == .nameTooLong)
        #expect(try folder.text("site/a.html") == "A")
        #expect(try folder.names == ["site"])
    }

    @Test("what a run that was killed left beside it is removed by the next") func leftovers() throws {
        let folder = try TemporaryFolder()
        try write(["a.html": "A"], to: folder.place("site"))
        // No process has this number: it is above the system's highest.
        try folder.make(".site.partiel-2147483647/.liste", "Écrit par un essai.\na.html\nd/b.html\n")
        try folder.make(".site.partiel-2147483647/a.html", "moitié")
        try folder.make(".site.ancien-2147483646/.liste", "Écrit par un essai.\na.html\n")
        try folder.make(".site.ancien-2147483646/de-moi.txt", "à garder")
        try write(["a.html": "B"], to: folder.place("site"))
        #expect(try folder.names == [".site.ancien-2147483646", "site"])
        #expect(try folder.text(".site.ancien-2147483646/de-moi.txt") == "à garder")
    }
}
