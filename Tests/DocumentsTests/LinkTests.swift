import Testing

@Suite("Links between documents")
struct LinkTests {
    @Test("lead somewhere", arguments: Repository.documents)
    func leadSomewhere(_ path: String) throws {
        let document = try Repository.document(path)
        for (line, target) in document.relativeLinks {
            let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let file = parts[0].isEmpty ? path : Self.path(parts[0], from: path)
            #expect(Repository.exists(file), "\(path):\(line): \(target)")
            guard parts.count > 1, file.hasSuffix(".md"), Repository.exists(file) else { continue }
            #expect(try Repository.document(file).anchors.contains(parts[1]), "\(path):\(line): \(target)")
        }
    }

    /// A link's target from the root of the repository.
    private static func path(_ target: String, from document: String) -> String {
        var folders = document.split(separator: "/").dropLast().map(String.init)
        for part in target.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = folders.popLast()
            default: folders.append(String(part))
            }
        }
        return folders.joined(separator: "/")
    }
}
