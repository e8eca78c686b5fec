import Glibc
import Testing

@testable import FileAccess

@Suite("Listing folders")
struct FolderListingTests {
    private func listed(_ path: String) throws(FileProblem) -> [String] {
        try FolderListing.files(below: path, withExtensions: ["yaml", "yml"]).map(\.inside)
    }

    @Test("every file with the extension, at any depth, in the order of the bytes of its path")
    func files() throws {
        let folder = try TemporaryFolder()
        #expect(try listed(folder.path) == [])
        for name in ["b.yaml", "a/z.yml", "a.yaml", "a/b/c.yaml", "é.yaml", "Z.yaml", "a-b.yaml", "a/y z’s.yaml"] {
            try folder.make(name)
        }
        for name in ["x.txt", "yaml", "a.yaml~", ".caché.yaml", ".git/x.yaml", "a/.b/c.yaml", ".yaml", "x.YAML"] {
            try folder.make(name)
        }
        try folder.make("dossier.yaml/x.yaml")
        #expect(
            try listed(folder.path) == [
                "Z.yaml", "a-b.yaml", "a.yaml", "a/b/c.yaml", "a/y z’s.yaml", "a/z.yml", "b.yaml",
                "dossier.yaml/x.yaml", "é.yaml",
            ])
    }

    @Test("the path is the folder's, as given, joined with the path inside")
    func joined() throws {
        let folder = try TemporaryFolder()
        try folder.make("d/x.yaml")
        func path(_ given: String) throws -> [String] {
            try FolderListing.files(below: given, withExtensions: ["yaml"]).map(\.path)
        }
        #expect(try path(folder.path) == [folder.path + "/d/x.yaml"])
        #expect(try path(folder.path + "/") == [folder.path + "/d/x.yaml"])
        #expect(try path(folder.path + "/d/../d") == [folder.path + "/d/../d/x.yaml"])
    }

    @Test("links are followed, and end where they turn in circles")
    func links() throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        try other.make("ailleurs.yaml")
        try folder.make("a/x.yaml")
        folder.link("a/boucle", to: "..")
        folder.link("a/encore", to: ".")
        folder.link("lié", to: other.path)
        folder.link("y.yaml", to: "a/x.yaml")
        folder.link("perdu", to: "nulle-part")
        #expect(try listed(folder.path) == ["a/x.yaml", "lié/ailleurs.yaml", "y.yaml"])
    }

    @Test("what cannot be listed is said")
    func refused() throws {
        let folder = try TemporaryFolder()
        try folder.make("fichier")
        let (missing, file) = (folder.place("rien"), folder.place("fichier"))
        #expect(reason { () throws(FileProblem) in try listed(missing) } == .missing)
        #expect(reason { () throws(FileProblem) in try listed(file) } == .notAFolder)
        #expect(reason { () throws(FileProblem) in try listed("/tmp\0") } == .missing)
        #expect(throws: SystemError.self) { _ = try FolderListing.names(in: "/tmp\0") }
        folder.link("perdu.yaml", to: "nulle-part")
        let path = folder.path
        #expect(reason { () throws(FileProblem) in try listed(path) } == .missing)
    }

    @Test("a folder that may not be read, below, is said too")
    func closed() throws {
        let folder = try TemporaryFolder()
        try folder.make("fermé/x.yaml")
        #expect(unsafe chmod(folder.place("fermé"), 0) == 0)
        let path = folder.path
        let expected: FileProblem.Reason? = isRoot ? nil : .permissionDenied
        #expect(reason { () throws(FileProblem) in try listed(path) } == expected)
    }

    @Test("a pipe by the name of a file is not opened, a name that is no text is said")
    func odd() throws {
        let folder = try TemporaryFolder()
        #expect(unsafe mkfifo(folder.place("tube"), 0o600) == 0)
        #expect(try listed(folder.path) == [])
        #expect(unsafe mkfifo(folder.place("tube.yaml"), 0o600) == 0)
        let path = folder.path
        #expect(reason { () throws(FileProblem) in try listed(path) } == .notAFile)
        #expect(unsafe unlink(folder.place("tube.yaml")) == 0)
        unsafe TemporaryFolder.withBytes(folder.path, Array("r".utf8) + [0xE9] + Array("gles.yaml".utf8)) { name in
            _ = unsafe close(creat(name, 0o600))
        }
        #expect(reason { () throws(FileProblem) in try listed(path) } == .nameNotText)
    }
}
