import SourceText
import Testing

@Suite("GLOSSARY.md")
struct GlossaryTests {
    private static let path = "GLOSSARY.md"

    /// « **word** (…): … », one a list item.
    private static func entries() throws -> [String] {
        try Repository.document(path).prose.compactMap {
            $0.text.prefixMatch(of: /- \*\*([^*]+)\*\*/).map { String($0.1) }
        }
    }

    @Test("is in alphabetical order") func isOrdered() throws {
        let words = try Self.entries()
        #expect(words.count > 60)
        let keys = words.map { NameKey.bare($0).filter { $0.isLetter || $0.isNumber } }
        for (first, second) in zip(zip(words, keys), zip(words, keys).dropFirst()) {
            #expect(first.1 < second.1, "\(first.0) stands before \(second.0)")
        }
    }

    @Test("names only what the code has") func namesExist() throws {
        let names = try SwiftNames()
        for (line, span) in try Repository.document(Self.path).codeSpans where span.looksLikeTypeName {
            let isDeclared = names.declares(span)
            #expect(isDeclared, "\(Self.path):\(line): \(span)")
        }
    }

    @Test("has the words of the policy's vocabulary of decisions") func hasThePolicysWords() throws {
        let words = Set(try Self.entries())
        for word in ["requête", "recevabilité", "bien-fondé", "orientation", "récusation", "motif", "issue"] {
            #expect(words.contains(word), "\(word)")
        }
    }
}
