import PolicyValues
import RandomPolicies
import RuleBatch
import RuleCases
import RuleModel

/// Random lines of a batch, as UTF-8: most as programs write them, some with what JSON allows and nobody expects, some
/// broken.
struct RandomLines {
    private let set: RuleSet
    private var cases: RandomCases
    private var dice: SplitMix64
    /// Whether the line is written as programs write them.
    private var isUsual = false

    init(of set: RuleSet, seed: UInt64) {
        self.set = set
        cases = RandomCases(of: set, seed: seed)
        dice = SplitMix64(seed: seed ^ 0x11E5)
    }

    /// The lines as one block, numbered from a number of any length.
    mutating func block(_ count: Int) -> BatchBlock {
        var bytes: [UInt8] = []
        var places: [BatchBlock.Line] = []
        var number = dice.pick([1, 95, 999_990]) ?? 1
        for _ in 0..<count {
            let start = bytes.count
            bytes += line()
            places.append(BatchBlock.Line(start..<bytes.count, number: number))
            bytes += dice.chance(10) ? [0x0D, 0x0A] : [0x0A]
            number += dice.chance(5) ? 2 : 1
        }
        return BatchBlock(bytes: bytes + [UInt8](repeating: 0, count: BatchBlock.padding), lines: places)
    }

    private mutating func line() -> [UInt8] {
        isUsual = dice.chance(80)
        var entries = [entry("faits", object(facts()))]
        if dice.chance(80) { entries.append(entry("nom", name())) }
        if dice.chance(15) { entries.append(entry("date", date())) }
        if dice.chance(5) { entries.append(entry("récit", text(dice.pick(Self.narratives) ?? ""))) }
        if !isUsual, dice.chance(9) { entries.append(dice.pick(Self.odd) ?? "") }
        if !isUsual, dice.chance(5) { entries.append(entries[0]) }
        if dice.chance(30) { entries = dice.some(entries.count, of: entries) }
        var bytes = Array((blank() + object(entries) + blank()).utf8)
        if !isUsual, dice.chance(15) { damage(&bytes) }
        // A line holds no line feed, and one that is all blank is no line.
        bytes = bytes.map { $0 == 0x0A ? 0x20 : $0 }
        while bytes.last == 0x0D { bytes.removeLast() }
        return bytes.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } ? Array("{}".utf8) : bytes
    }

    private static let odd = [
        #""objets":[{"nom":"un"},{"faits":{}}]"#, #""inconnue":1"#, #""attendu":{}"#, #""Nom":"x""#, #""nom":3"#,
        #""date":null"#, #""faits":null"#,
    ]
    private static let narratives = ["", "Il écrit : « Rien n’a changé. »", "a\\b\"c", "ligne\u{2028}suite", "🙂"]

    private mutating func facts() -> [String] {
        let sheet = cases.sheet()
        var entries: [String] = []
        for id in set.factIDs {
            switch sheet.origins[id.position] {
            case .absent, .presumed: continue
            case .statedUnknown:
                entries.append(entry(set[id].name, dice.pick(isUsual ? ["null", "\"inconnu\""] : Self.unknowns) ?? ""))
            case .stated:
                guard let value = sheet[id] else { continue }
                entries.append(
                    entry(set[id].name, !isUsual && dice.chance(5) ? dice.pick(Self.strange) ?? "" : text(of: value)))
            }
        }
        if !isUsual, dice.chance(4), let extra = dice.pick(entries) { entries.append(extra) }
        if !isUsual, dice.chance(3) { entries.append(entry("fait inventé", "\"oui\"")) }
        return dice.chance(50) ? dice.some(entries.count, of: entries) : entries
    }

    private static let unknowns = ["null", "\"\"", "\"inconnu\"", "\"~\"", "\"null\"", "\" \""]
    private static let strange = [
        "1e2", "-0", "00", "01", "1.", ".5", "+1", "12.50000", "0.00001", "900000000000000", "\"012\"", "\"1e3\"",
        "true",
        "false", "[]", "[\"rouge\"]", "[null]", "{}", "\"2024-02-30\"", "\"2024-3-1\"", "\" oui \"", "\"Oui\"", "tru",
        "[\"bleu\",\"bleu\"]", "\"\\u006fui\"", "99999999999999999999", "\"-899999999999999.9999\"", "NaN",
    ]

    private mutating func text(of value: Value) -> String {
        switch value {
        case .yesNo(let holds): return dice.chance(10) ? String(holds) : text(holds ? "oui" : "non")
        case .choice(let symbol): return text(set[symbol])
        case .choices(let symbols):
            if symbols.count == 1, dice.chance(20) { return text(set[symbols[0]]) }
            let members = dice.some(symbols.count, of: symbols).map { text(set[$0]) }
            return "[" + blank() + members.joined(separator: blank() + "," + blank()) + blank() + "]"
        case .number(let number): return dice.chance(80) ? number.description : text(number.description)
        case .date(let date): return text(date.iso)
        case .text(let words): return text(words)
        }
    }

    private mutating func name() -> String {
        dice.chance(5) ? "null" : text(dice.pick(isUsual ? Self.usualNames : Self.oddNames) ?? "")
    }

    private static let usualNames = [
        "R-0000001 Appel d'offres", "Évaluation comparative des études", "", "Site Web en panne", "« L’accueil » — été",
        "œuvre de Noël 2024", "1234567", "12345678", "ÀÀÀÀ", "fin\u{2026}",
    ]
    private static let oddNames = [
        "a\u{200B}b", "fin\u{A0}", " blancs ", "guillemet \" et barre \\", "tab\tdedans", "null", "~",
        "🙂 courriel", "Zoë\u{7F}", "non\u{AD}coupé", "ligne\u{2028}suite", "Cafe\u{301}", "中",
    ]

    private mutating func date() -> String {
        dice.pick(["null", "\"\"", "\"2024-02-30\"", "\"hier\"", "20240301"]).flatMap { dice.chance(10) ? $0 : nil }
            ?? text(cases.date().iso)
    }

    // MARK: Spelling

    private mutating func object(_ entries: [String]) -> String {
        "{" + blank() + entries.joined(separator: blank() + "," + blank()) + blank() + "}"
    }

    private mutating func entry(_ key: String, _ value: String) -> String {
        text(key) + blank() + ":" + blank() + value
    }

    private mutating func blank() -> String {
        isUsual || dice.chance(92) ? "" : dice.pick([" ", "  ", "\t", "\r"]) ?? ""
    }

    /// A text in quotes, now and then with escapes, decomposed, or with the other apostrophe.
    private mutating func text(_ words: String) -> String {
        var scalars = Array(words.unicodeScalars)
        if !isUsual, dice.chance(2) { scalars = Array(Self.decomposed(words).unicodeScalars) }
        if dice.chance(5) { scalars = scalars.map { $0 == "'" ? "\u{2019}" : $0 } }
        if dice.chance(5) { scalars = scalars.map { $0 == "\u{2019}" ? "'" : $0 } }
        let escapesOne = !isUsual && dice.chance(2)
        var spelled = ""
        for scalar in scalars {
            if scalar == "\"" || scalar == "\\" {
                spelled += "\\" + String(scalar)
            } else if scalar.value < 0x20 || escapesOne && scalar.value < 0xD800 && dice.chance(20) {
                let digits = String(scalar.value, radix: 16)
                spelled += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                spelled += String(scalar)
            }
        }
        return "\"" + spelled + "\""
    }

    private static func decomposed(_ words: String) -> String {
        let pairs = ["é": "e\u{301}", "è": "e\u{300}", "à": "a\u{300}", "â": "a\u{302}", "É": "E\u{301}"]
        return words.map { pairs[String($0)] ?? String($0) }.joined()
    }

    /// Breaks a line somewhere: a byte changed, left out, put in or cut off.
    private mutating func damage(_ bytes: inout [UInt8]) {
        let place = dice.below(bytes.count)
        switch dice.below(5) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: dice.next())
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(dice.pick(Array("\"{}[],:\\ eé0".utf8)) ?? 0, at: place)
        case 3: bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: dice.chance(50) ? 0 : place)
        }
    }
}
