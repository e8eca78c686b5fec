import Glibc
import Testing

@testable import FileAccess

@Suite("Reading files")
struct FileReaderTests {
    @Test("the bytes, whatever they are, up to the limit")
    func bytes() throws {
        let folder = try TemporaryFolder()
        try folder.make("vide")
        try folder.make("règles à moi.yaml", "politique:\0é\r\n")
        #expect(try FileReader.read(folder.place("vide"), limit: 10) == [])
        #expect(try folder.text("règles à moi.yaml") == "politique:\0é\r\n")
        try folder.make("dix", "0123456789")
        #expect(try FileReader.read(folder.place("dix"), limit: 10).count == 10)
        let path = folder.place("dix")
        #expect(reason { () throws(FileProblem) in try FileReader.read(path, limit: 9) } == .tooLarge(limit: 9))
        #expect(reason { () throws(FileProblem) in try FileReader.read(path, limit: 0) } == .tooLarge(limit: 0))
        try folder.make("grand", String(repeating: "x", count: 300_000))
        #expect(try FileReader.read(folder.place("grand"), limit: 300_000).count == 300_000)
    }

    @Test(
        "what cannot be read is said",
        arguments: [
            ("/dev/zero", .tooLarge(limit: 1000)), ("/dev/null", nil), ("/", .isFolder), ("/tmp", .isFolder),
            ("/tmp/", .isFolder), ("", .missing), ("/nulle/part", .missing), ("/dev/null/x", .notAFolder),
            ("/tmp\0/x", .missing), ("/" + String(repeating: "a", count: 5000), .nameTooLong),
            ("/" + String(repeating: "a", count: 300), .nameTooLong), ("/proc/self/mem", .other(EIO)),
        ] as [(String, FileProblem.Reason?)])
    func refused(_ path: String, _ expected: FileProblem.Reason?) {
        #expect(reason { () throws(FileProblem) in try FileReader.read(path, limit: 1000) } == expected)
    }

    @Test("a link in a circle, a link to nowhere, a file that may not be read")
    func links() throws {
        let folder = try TemporaryFolder()
        folder.link("a", to: "b")
        folder.link("b", to: "a")
        folder.link("perdu", to: "nulle-part")
        try folder.make("vrai", "x")
        folder.link("bon", to: "vrai")
        try folder.make("fermé", "x", mode: 0)
        let (circle, lost, closed) = (folder.place("a"), folder.place("perdu"), folder.place("fermé"))
        #expect(reason { () throws(FileProblem) in try FileReader.read(circle, limit: 9) } == .linkLoop)
        #expect(reason { () throws(FileProblem) in try FileReader.read(lost, limit: 9) } == .missing)
        #expect(try folder.text("bon") == "x")
        let expected: FileProblem.Reason? = isRoot ? nil : .permissionDenied
        #expect(reason { () throws(FileProblem) in try FileReader.read(closed, limit: 9) } == expected)
    }

    @Test("a named pipe is read to its end, and does not hang when nobody writes")
    func pipes() throws {
        let folder = try TemporaryFolder()
        let path = folder.place("tube")
        #expect(unsafe mkfifo(path, 0o600) == 0)
        #expect(reason { () throws(FileProblem) in try FileReader.read(path, limit: 9) } == .nobodyWrites)
        let written = Companion { Result { try Self.write(["un ", "deux ", "trois"], to: path) } }
        #expect(try folder.text("tube") == "un deux trois")
        try written.wait().get()
    }

    /// Opens late and writes slowly, as a program at the other end of a pipe does.
    private static func write(_ parts: [String], to path: String) throws {
        usleep(100_000)
        let pipe = try Descriptor(opening: path, O_WRONLY)
        for part in parts {
            usleep(100_000)
            try Transfer.writeAll(Array(part.utf8), to: pipe.number)
        }
    }

    @Test("sentences name the path safely, and its end when it is long")
    func sentences() {
        func sentence(_ path: String, _ action: FileProblem.Action, _ reason: FileProblem.Reason) -> String {
            FileProblem(.path(path), action, reason).sentence
        }
        #expect(sentence("a.yaml", .read, .missing) == "le fichier «\u{A0}a.yaml\u{A0}» n’existe pas")
        #expect(sentence("Rules", .list, .missing) == "le dossier «\u{A0}Rules\u{A0}» n’existe pas")
        #expect(sentence("d/o", .write, .missing) == "le dossier où écrire «\u{A0}d/o\u{A0}» n’existe pas")
        #expect(
            sentence("/dev/zero", .read, .tooLarge(limit: 4 << 20))
                == "«\u{A0}/dev/zero\u{A0}» dépasse la limite de 4\u{A0}Mio")
        #expect(
            sentence("x", .read, .other(EIO)) == "la lecture de «\u{A0}x\u{A0}» a échoué\u{A0}: erreur d’entrée-sortie")
        #expect(
            sentence("x", .read, .other(9999))
                == "la lecture de «\u{A0}x\u{A0}» a échoué\u{A0}: erreur nº\u{A0}9999 du système")
        #expect(
            sentence("\u{1B}[2J\n", .read, .isFolder) == "«\u{A0}\\u{1B}[2J\\u{A}\u{A0}» est un dossier, pas un fichier"
        )
        #expect(
            FileProblem(.standardOutput, .write, .noSpace).sentence
                == "l’écriture de la sortie standard a échoué\u{A0}: il ne reste plus d’espace")
        #expect(FileProblem(.standardOutput, .write, .closed).sentence == "la sortie standard est fermée")
        let long = sentence(String(repeating: "é", count: 5000) + ".yaml", .read, .nameTooLong)
        #expect(long.unicodeScalars.count < 300 && long.contains(".yaml\u{A0}»"))
    }
}
