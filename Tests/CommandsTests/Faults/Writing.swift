import Foundation

/// A command that writes a file or a folder, for the tests in which the system fails it or kills it.
enum Writing: String, CaseIterable, Sendable {
    case evaluer, recu, lettre, lot, lotGzip, lotZstd, lotCSV, resumption, page, schema, entretien, format, documenter

    /// What is written.
    var output: String {
        switch self {
        case .lotGzip: "o.gz"
        case .lotZstd: "o.zst"
        case .entretien, .format: "o.yaml"
        case .documenter: "site"
        default: "o"
        }
    }

    /// Makes what stands at the output before, in `before`, and what else the command needs.
    var before: String {
        switch self {
        case .entretien: "printf 'faits:\\n  reçue le: 2024-03-04\\n' > before; echo oui > oui"
        case .format: "printf 'politique:   {version: \"1\",   nom: x}\\n' > before"
        case .documenter:
            "mkdir R0; sed 's/passe en premier/passe avant/' R/r.yaml > R0/r.yaml; "
                + "$B documenter --regles R0 --cas vide --sortie before 2> /dev/null"
        case .resumption: "$B lot \(Self.common) l.ndjson 2> /dev/null | head -4000 > kept; echo ancien > before"
        default: "echo ancien > before"
        }
    }

    /// Makes what the command finds beside the output each time.
    var ready: String { self == .resumption ? "cp kept o.partiel" : "true" }

    /// The command; it takes some tenths of a second at most.
    var command: String {
        let lot = "$B lot \(Self.common) --coeurs 2 l.ndjson --sortie"
        return switch self {
        case .evaluer: "$B evaluer \(Self.common) cas.yaml --sortie o"
        case .recu: "$B evaluer \(Self.common) cas.yaml --recu o"
        case .lettre: "$B lettre \(Self.common) --modeles M cas.yaml --sortie o"
        case .lot: "\(lot) o"
        case .lotGzip: "\(lot) o.gz"
        case .lotZstd: "\(lot) o.zst"
        case .lotCSV: "\(lot) o --format csv"
        case .resumption: "\(lot) o --reprendre-apres 4000"
        case .page: "$B valider F --regles R --couverture --page o"
        case .schema: "$B schema --regles R --sortie o"
        case .entretien: "$B entretien o.yaml --regles R < oui"
        case .format: "$B mettre-en-forme o.yaml"
        case .documenter: "$B documenter --regles R --cas vide --sortie site"
        }
    }

    private static let common = "--regles R --date 2024-03-04"

    /// Makes a library of `Tests/Preload` to put before the program: `NAME.so`.
    static func preload(_ name: String) -> String {
        "cc -shared -fPIC -O1 -o \(name).so $ROOT/Tests/Preload/\(name).c -ldl || exit 9"
    }

    /// What the commands read.
    static func prepare(_ shell: Shell) throws {
        try shell.write(SmallPolicy.rules, to: "R/r.yaml")
        try shell.write(SmallPolicy.urgent, to: "cas.yaml")
        try shell.write(SmallPolicy.urgent + "attendu: { priorité: oui d'abord }\n", to: "F/cas.yaml")
        try shell.write("Bonjour,\n\n{{priorité}}\n", to: "M/lettre.md")
        try shell.write("Bonjour,\n", to: "M/demande-unite.md")
        try shell.write("# rien\n", to: "M/questions.yaml")
        try shell.write("# rien\n", to: "vide/rien.txt")
        let line = #"{"nom":"R","faits":{"urgente":"oui","reçue le":"2024-03-04"}}"# + "\n"
        try shell.write(String(repeating: line, count: 12_000), to: "l.ndjson")
    }
}
