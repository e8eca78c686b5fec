import Testing

@Suite("Excerpts of rules in documents")
struct ExcerptTests {
    @Test("stand in their file as they are", arguments: Repository.documents)
    func standInTheirFile(_ path: String) throws {
        for block in try Repository.document(path).blocks {
            let shown = ["Rules/", "Examples/"]
            guard block.words.count == 2, let file = block.words.last, shown.contains(where: file.hasPrefix) else {
                continue
            }
            #expect(try Repository.read(file).contains(block.text), "\(path), \(block.heading): \(file)")
        }
    }
}
