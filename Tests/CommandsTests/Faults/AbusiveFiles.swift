import Foundation

/// A file that abuses what reads it, the command that is given it, and what must come of it.
struct AbusiveFile: Sendable {
    enum Kind: String, Sendable {
        /// Beside other rules (`verifier`) and as a case (`evaluer`).
        case yaml
        /// A case (`evaluer`).
        case json
        /// A batch (`lot`).
        case ndjson
    }

    let kind: Kind
    let name: String
    let bytes: [UInt8]
    let status: Int
    /// How many answers a batch gives.
    var answers: Int?
    /// Where and why, in what is said; empty where nothing is wrong.
    let said: String

    /// `BadInputs/attendus.tsv`: those of JSON and of batches.
    static func kept() -> [Self] {
        let folder = Shell.root.appending(path: "Tests/CommandsTests/BadInputs")
        return table(folder.appending(path: "attendus.tsv")).compactMap { cells in
            guard cells.count == 4, let status = Int(cells[1]),
                let kind = cells[0].split(separator: "/").first.flatMap({ Kind(rawValue: String($0)) })
            else { return nil }
            let url = folder.appending(path: cells[0])
            return Self(
                kind: kind, name: url.lastPathComponent, bytes: contents(url), status: status, answers: Int(cells[2]),
                said: cells[3])
        }
    }

    /// The files of DiagnosticsTests that are no YAML of ours; their table has a code and a line.
    static func keptYAML() -> [Self] {
        let folder = Shell.root.appending(path: "Tests/DiagnosticsTests/BadInputs")
        return table(folder.appending(path: "attendus.tsv")).compactMap { cells in
            // What is empty in a case says nothing, as may the whole.
            guard cells.count == 5, cells[3] != "-", cells[3] != "valeur-vide" else { return nil }
            return Self(
                kind: .yaml, name: cells[0], bytes: contents(folder.appending(path: cells[0])), status: 2,
                said: "\(cells[4]):*: erreur[\(cells[3])]")
        }
    }

    /// What is too large to be kept.
    static var large: [Self] {
        func made(_ kind: Kind, _ name: String, _ text: String, _ status: Int, _ said: String) -> Self {
            Self(kind: kind, name: name, bytes: Array(text.utf8), status: status, said: said)
        }
        func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
        let merged = (1..<4000).map { "a\($0): &a\($0) {<<: *a\($0 - 1), k\($0): \($0)}\n" }.joined()
        let tags = (0..<5000).map { "%TAG !t\($0)! tag:x,\($0):\n" }.joined()
        let keys = (0..<50_000).map { "\"k\($0)\":1" }.joined(separator: ",")
        let long = "{\"récit\":\"\(many("x", 2 << 20))\"}\n{\"nom\":\"R1\"}\n"
        return [
            made(.yaml, "fusions.yaml", "a0: &a0 {k0: 0}\n" + merged, 2, "1:*: erreur[yaml-ancre]"),
            made(.yaml, "directives.yaml", tags + "--- a\n", 2, "1:*: erreur[yaml-directive]"),
            made(.yaml, "etiquette.yaml", "a: !<\(many("%41", 100_000))> b\n", 2, "1:*: erreur[yaml-étiquette]"),
            made(.yaml, "blanches.yaml", many("\n", 1 << 20) + "a: @\n", 2, "1048577:*: erreur[yaml-syntaxe]"),
            made(.yaml, "cle.yaml", "? \(many("k", 100_000))\n: 1\n", 2, "1:*: erreur[limite-dépassée]"),
            made(.yaml, "texte.yaml", "note: \(many("x", 2 << 20))\n", 2, "1:*: erreur[limite-dépassée]"),
            made(.yaml, "tirets.yaml", many("- ", 100_000) + "x\n", 2, "1:*: erreur[limite-dépassée]"),
            made(.json, "chiffres.json", "{\"n\":\(many("9", 1_000_000))}", 2, "1:6: erreur[limite-dépassée]"),
            made(.json, "cles.json", "{\"faits\":{\(keys)}}", 2, "1:*: erreur[fait-inconnu]"),
            made(
                .json, "objets.json", many("{\"a\":", 10_000) + "1" + many("}", 10_000), 2,
                "1:*: erreur[limite-dépassée]"),
            Self(
                kind: .ndjson, name: "ligne.ndjson", bytes: Array(long.utf8), status: 1, answers: 2,
                said: "1:*: erreur[limite-dépassée]"),
        ]
    }

    private static func contents(_ url: URL) -> [UInt8] {
        Array(FileManager.default.contents(atPath: url.path) ?? Data())
    }

    /// The cells of the lines after the first.
    private static func table(_ url: URL) -> [[String]] {
        String(decoding: contents(url), as: UTF8.self).split(separator: "\n").dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
