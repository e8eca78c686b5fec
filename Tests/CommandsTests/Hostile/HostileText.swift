import Foundation

/// A text that some format could obey, with a word at each end that a reader must find: `Zo07a … Zo07b`.
///
/// They are short, so that messages, which cut what they quote, show both words.
struct HostileText: Sendable {
    let number: Int
    let text: String
    /// Whether a rule file may hold it, and whether a name may be so.
    let isForRules: Bool
    let isName: Bool

    var first: String { Self.word(number, "a") }
    var last: String { Self.word(number, "b") }

    /// In quotes, as JSON and YAML read it.
    var json: String {
        guard let data = try? JSONEncoder().encode(text) else { return "\"\"" }
        return String(decoding: data, as: UTF8.self)
    }

    private static func word(_ number: Int, _ end: String) -> String { "Zo\(number < 10 ? "0" : "")\(number)\(end)" }

    private init(_ number: Int, _ pattern: String) {
        self.number = number
        text = pattern.replacing("§", with: Self.word(number, "a"), maxReplacements: 1)
            .replacing("§", with: Self.word(number, "b"))
        isForRules = !pattern.contains("{{") && pattern.unicodeScalars.allSatisfy { !Self.isRefused($0) }
        isName =
            isForRules
            && pattern.unicodeScalars.allSatisfy { scalar in
                scalar.value >= 0x20 && !["|", "\u{200B}", "\u{200E}", "\u{200D}", "\u{61C}"].contains(scalar)
            }
    }

    /// What rule files may not hold, even escaped.
    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    static let all = patterns.enumerated().map { HostileText($0, $1) }

    /// `§` stands for the words; what comes before the first is what the text begins with.
    private static let patterns = [
        // HTML and XML.
        "§<script>alert(1)</script><img src=x onerror=y>§", "§\" onmouseover=\"x\" ' </title></style>§",
        "§ <a href=\"javascript:x\">l</a> §", "§ ]]> <![CDATA[ &amp; &#x1b; <!-- §",
        // Markdown.
        "§ [l](javascript:x) ![i](http://m.ca/i) [l]: x §", "§ http://mal.ca www.mal.ca a@b.ca <http://m.ca> §",
        "§ ``` ~~~ `c` $x$ \\(y\\) §",
        "§ | x | **g** _e_ ~~r~~ §", "# § titre §", "§\n# T\n---\n- p\n§",
        "§\n> q\n===\n\n    c\n§", "§\n1. u\n* v\n+ w\n§",
        "- [ ] § 1. a §", "---\n§: §\n---", "***§*** [^1] §",
        // Terminals.
        "§\u{1B}[31m\u{1B}]0;t\u{07}§", "§\u{9B}31m\u{90}§", "§\u{0}\u{1}\u{8}\u{C}\u{7F}§",
        "§\u{202E}x\u{202C}\u{200F}§", "§\u{2066}x\u{2069}\u{61C}§", "§\u{200B}\u{200E}§",
        "§ \u{200D}\u{FEFF}\u{2060} §",
        // Lines.
        "§\r\n\r\n\n§", "§\u{2028}\u{2029}\u{85}\u{B}§", "§\u{FFFE}\u{FFFF}§",
        // Spreadsheets.
        "=§+cmd|' /C x'!A0 §", "+§ §", "-§ §", "@§ §", "\t=§ §", "\r=§ §", "\n=§ §", "＝§ §", "＋§ ＠ §", "§\";x,y;\"\"z§",
        // Servers that build.
        "::error file=a,line=1::§ §", "§\n::set-output name=a::b\n§", "§ ##[error]x ##vso[task.x]y §",
        "§ %0A::warning::x %25 §",
        // TAP.
        "§ # SKIP # TODO §", "§\nok 1\nnot ok 2\nBail out!\n1..0\n§",
        // Templates, messages, word processors.
        "§ {{nom}} {{{x}}} {{! c}} {{#x}} §", "§ ${x} $1 {0} \\input{x} §", "§ { HYPERLINK \"http://m.ca\" } §",
        "§ [l](1) \\](x) [a]( §",
        // Signs joined with a mark, or with what takes the next sign.
        "§ \u{D4E}<script>alert(1)</script> <\u{301}b a=\"\u{301}'\u{301} \u{D4E}&lt; §",
        "§ [l]\u{D4E}(x) \u{D4E}`c` #\u{301} ##\u{D4E}[x \u{D4E}##[error]x |\u{301} \\\u{301} §",
        "§ : \u{301}x: #\u{301} #\u{301}y «\u{301} »\u{301} ;\u{301} §",
    ]
}
