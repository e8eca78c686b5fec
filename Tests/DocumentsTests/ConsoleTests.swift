import Testing

@Suite("Commands shown in documents", .serialized)
struct ConsoleTests {
    @Test("print what the document says", arguments: Repository.documents.filter { !Repository.followed.contains($0) })
    func printsWhatIsWritten(_ path: String) throws {
        try #require(Executable.isBuilt)
        let document = try Repository.document(path)
        for block in document.blocks where block.language == "console" {
            let console = ConsoleBlock(block)
            #expect(console.stray.isEmpty, "\(path): a console block begins with a command")
            var corrected: [String] = []
            var isTrue = true
            for command in console.commands {
                corrected.append("$ " + command.line)
                guard command.isOurs else {
                    corrected += command.output
                    continue
                }
                let printed = try Executable.output(of: command.commandLine)
                isTrue = isTrue && command.shows(printed)
                corrected += command.corrected(printed)
            }
            if isTrue { continue }
            if Recording.isOn { try Recording.replace(block, of: document, with: corrected) }
            #expect(block.lines == corrected, "\(path), \(block.heading)")
            // A stretch whose ends are not printed cannot be corrected here.
            #expect(block.lines != corrected, "\(path), \(block.heading): lines shown that are not printed")
        }
    }

    /// What is written to a file of the reader's is not written here: only that it can be.
    @Test("print something to keep", arguments: Repository.documents)
    func printsSomething(_ path: String) throws {
        for block in try Repository.document(path).blocks where block.language == "sh" {
            for line in block.lines where line.hasPrefix("bienfonde ") {
                let command = line.split(separator: " >", maxSplits: 1).first ?? ""
                #expect(try Executable.output(of: String(command)).count > 10, "\(path): \(line)")
            }
        }
    }

    @Test("are those that exist") func commandsExist() throws {
        let help = try Executable.output(of: "bienfonde --help")
        let listed = help.compactMap {
            $0.firstMatch(of: /^ {2}([a-z][a-z-]*)(?:, [a-z-]+)* +[A-ZÉÀ]/).map { String($0.1) }
        }
        let readme = try Repository.document("README.md")
        let table = readme.prose.compactMap { $0.text.firstMatch(of: /^\| `bienfonde ([a-z-]+)/).map { String($0.1) } }
        #expect(!listed.isEmpty)
        #expect(table.sorted() == listed.sorted())
    }

    @Test("of make are those of the Makefile", arguments: Repository.documents)
    func makeTargetsExist(_ path: String) throws {
        let makefile = try Repository.read("Makefile")
        let document = try Repository.document(path)
        let spans = document.codeSpans.map(\.text) + document.blocks.flatMap(\.lines)
        for target in spans.flatMap({ $0.matches(of: /^(?:\$ )?make ([a-z]+)/).map { String($0.1) } }) {
            #expect(makefile.contains("\n\(target):"), "\(path): make \(target)")
        }
    }
}
