import Foundation
import PolicyValues
import RuleBatch
import RuleEngine
import RuleFixtures
import RulePipeline
import SourceText
import Testing

/// A section of `docs/diagnostics.md`: the files in which something is wrong, and what is printed of it.
struct DiagnosticExample: CustomTestStringConvertible, Sendable {
    /// The last word after `yaml`: what the block is.
    enum Kind: String {
        /// The set that the others are added to.
        case base
        case rules = "règles"
        /// A set by itself.
        case rulesAlone = "seules"
        /// A constraint that the case below breaks.
        case constraint = "contrainte"
        case caseFile = "cas"
        /// The header of a batch in CSV.
        case header = "lot"
        /// A case with what is expected of it.
        case fixture = "essai"
    }

    let code: String
    let inputs: [MarkdownDocument.Block]
    /// The block that shows what is printed.
    let shown: MarkdownDocument.Block?
    let base: [RuleSetLoader.Input]

    var testDescription: String { code }

    /// The sections of the document, in order.
    static func all(of document: MarkdownDocument) -> [DiagnosticExample] {
        let base = DocumentedRules(document, kind: Kind.base.rawValue).files
        return document.headings.compactMap { heading in
            guard let code = heading.wholeMatch(of: /`(.+)`/)?.1 else { return nil }
            let blocks = document.blocks.filter { $0.heading == heading }
            return DiagnosticExample(
                code: String(code), inputs: blocks.filter { $0.language != "text" },
                shown: blocks.last { $0.language == "text" }, base: base)
        }
    }

    /// What a run over the files says.
    func run() throws -> (codes: [String], printed: [String]) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let set = RuleSetLoader.load(rules, folder: "Rules", into: &library, &bag)
        if let set {
            for block in inputs where block.kind == .caseFile || block.kind == .fixture {
                let path = block.language == "json" ? "cas.json" : "cas.yaml"
                let file = library.add(path: path, bytes: block.bytes)
                try run(block, as: file, CaseLoader.notation(of: path), Program(set), library, &bag)
            }
            for block in inputs where block.kind == .header {
                let header = Array(block.bytes.prefix { $0 != UInt8(ascii: "\n") })
                let file = library.add(path: "lot.csv", bytes: header)
                let separator = CSVLayout.separator(of: header[...])
                _ = CSVLayout(header: header, separator: separator, of: file, at: 0, in: set, into: &bag)
            }
        }
        let lines = DiagnosticPrinter(library).print(bag).split(separator: "\n").map(String.init)
        return (bag.sorted.map(\.code.rawValue), lines)
    }

    private var rules: [RuleSetLoader.Input] {
        let own = inputs.filter { [.rules, .rulesAlone, .constraint].contains($0.kind) }
        let files = own.map { RuleSetLoader.Input(path: "règles.yaml", bytes: $0.bytes) }
        return own.contains { $0.kind == .rulesAlone } ? files : base + files
    }

    private func run(
        _ block: MarkdownDocument.Block, as file: FileID, _ notation: CaseLoader.Notation, _ program: Program,
        _ library: SourceLibrary, _ bag: inout DiagnosticBag
    ) throws {
        let today = CivilDate(iso: "2024-06-03") ?? .first
        if block.kind == .fixture {
            for result in DocumentedRules.check(file, notation, by: program, in: library) {
                guard case .failed(let failures) = result.verdict else { continue }
                for case .problem(let diagnostic) in failures { bag.report(diagnostic) }
            }
            return
        }
        let asked = block.words.last.flatMap { CivilDate(iso: $0) }
        var decider = CaseDecider(program, asked: asked, today: today)
        for requete in CaseLoader.load(file, notation, of: program.model, in: library, into: &bag).cases {
            _ = decider.decide(requete, into: &bag)
        }
    }
}

extension MarkdownDocument.Block {
    fileprivate var kind: DiagnosticExample.Kind? {
        words.dropFirst().first.flatMap { DiagnosticExample.Kind(rawValue: $0) }
    }

    /// The text, with `⟪E9⟫` as the byte and `⟪é×3⟫` as `ééé`.
    fileprivate var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let mark = rest.firstMatch(of: /⟪(?:([0-9A-F]{2})|(.)×([0-9]+))⟫/) {
            bytes += Array(rest[..<mark.range.lowerBound].utf8)
            if let byte = mark.1.flatMap({ UInt8($0, radix: 16) }) { bytes.append(byte) }
            if let letter = mark.2, let count = mark.3.flatMap({ Int($0) }) {
                bytes += Array(String(repeating: String(letter), count: count).utf8)
            }
            rest = rest[mark.range.upperBound...]
        }
        return bytes + Array(rest.utf8)
    }
}
