import RuleExplanation
import RuleJSON
import Testing

/// A case may hold anything; no format acts on it.
@Suite struct HostileTextTests {
    /// As JSON, since YAML files may not hold most of these.
    private static let hostile =
        #"<script>alert(1)</script> & \"q\" 'a' \u001b[31mrouge\u001b[0m \u202Erevne \u200B| `x` **gras** "#
        + #"[lien](http://exemple.org) www.exemple.org <img src=x onerror=y>\n# Titre\n- point\n1. un\r\n| a | b |\u0007"#

    private func pages() throws -> (Sample, Page, JSONValue) {
        let sample = try Sample()
        let decided = try sample.decide(
            """
            { "nom": "\(Self.hostile)", "date": "2024-03-04",
              "faits": { "recours existant": "juridique", "nom du recours": "\(Self.hostile)" } }
            """)
        return (sample, sample.page(decided), sample.json(decided))
    }

    @Test func textHoldsNoControlCharacter() throws {
        let text = TextRenderer().render(try pages().1)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F) })
        #expect(
            !text.unicodeScalars.contains {
                (0x200B...0x200F).contains($0.value) || (0x202A...0x202E).contains($0.value)
            })
        // Spelled out, and possibly wrapped: the name cannot begin a line of its own either.
        #expect(text.contains("\\u{1B}[31mrouge"))
        #expect(!text.split(separator: "\n").contains { $0.hasPrefix("# Titre") || $0.hasPrefix("- point") })
    }

    @Test func htmlHoldsOnlyOurTags() throws {
        let html = HTMLRenderer().render(try pages().1)
        let allowed: Set<String> = [
            "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "h4",
            "p",
            "dl", "div", "dt", "dd", "ul", "li", "strong", "span", "details", "summary",
        ]
        let tags = html.split(separator: "<").dropFirst().map { part in
            String(part.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" })
        }
        #expect(Set(tags).subtracting(allowed) == [])
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;q&quot; &#39;a&#39;"))
        #expect(!html.contains("<script") && !html.contains("\u{1B}") && !html.contains("\u{202E}"))
    }

    @Test func markdownShowsItAsItIs() throws {
        let markdown = MarkdownRenderer().render(try pages().1)
        #expect(markdown.contains(#"\<script\>alert(1)\</script\> \& "q" 'a'"#))
        #expect(markdown.contains(#"\| \`x\` \*\*gras\*\* \[lien\](http\://exemple.org) www\.exemple.org"#))
        #expect(!markdown.contains("\n# Titre") && !markdown.contains("\n- point") && !markdown.contains("\u{1B}"))
    }

    @Test(arguments: [
        ("- a", "\\- a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("+ a", "\\+ a"), ("= a", "\\= a"),
        ("a - b. c", "a - b. c"), ("~~a~~", "\\~\\~a\\~\\~"), ("    code", "code"), ("@equipe #1", "\\@equipe \\#1"),
    ]) func markdownEscapes(_ text: String, _ expected: String) {
        let page = Page(title: text)
        #expect(MarkdownRenderer().render(page) == "# \(expected)\n")
    }

    /// Data keep their exact text, escaped so that a terminal does not act on it.
    @Test func jsonKeepsTheTextAndEscapesIt() throws {
        let (_, _, value) = try pages()
        let text = value.text(.pretty)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        #expect(text.contains(#"\u001b[31mrouge"#))
    }
}
