import Foundation

/// A command that writes a file or a folder, for the tests in which the system fails it or kills it.
enum Writing: String, CaseIterable, Sendable {
    case evaluer, recu, lettre, lot, format, documenter

    /// What is written.
    var output: String {
        switch self {
        case .evaluer, .recu, .lettre, .lot: "o"
        case .format: "o.yaml"
        case .documenter: "site"
        }
    }

    /// Makes what stands at the output before.
    var before: String {
        switch self {
        case .evaluer, .recu, .lettre, .lot: "echo ancien > before"
        case .format: "printf 'politique:   {version: \"1\",   nom: x}\\n' > before"
        case .documenter: "$B documenter --regles R --cas vide --sortie before 2> /dev/null"
        }
    }

    /// The command; it takes some tenths of a second at most.
    var command: String {
        switch self {
        case .evaluer: "$B evaluer --regles R --date 2024-03-04 cas.yaml --sortie o"
        case .recu: "$B evaluer --regles R --date 2024-03-04 cas.yaml --recu o"
        case .lettre: "$B lettre --regles R --modeles M --date 2024-03-04 cas.yaml --sortie o"
        case .lot: "$B lot --regles R --date 2024-03-04 --coeurs 2 l.ndjson --sortie o"
        case .format: "$B mettre-en-forme o.yaml"
        case .documenter: "$B documenter --regles R --cas vide --sortie site"
        }
    }

    /// What the commands read.
    static func prepare(_ shell: Shell) throws {
        try shell.write(SmallPolicy.rules, to: "R/r.yaml")
        try shell.write(SmallPolicy.urgent, to: "cas.yaml")
        try shell.write("Bonjour,\n\n{{priorité}}\n", to: "M/lettre.md")
        try shell.write("Bonjour,\n", to: "M/demande-unite.md")
        try shell.write("# rien\n", to: "M/questions.yaml")
        try shell.write("# rien\n", to: "vide/rien.txt")
        let line = #"{"nom":"R","faits":{"urgente":"oui","reçue le":"2024-03-04"}}"# + "\n"
        try shell.write(String(repeating: line, count: 12_000), to: "l.ndjson")
    }
}
