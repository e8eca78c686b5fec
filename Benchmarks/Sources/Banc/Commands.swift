import Glibc

/// What the bench can be asked for.
enum Commands {
    /// The bench itself, so that a trial can run it.
    static let path = CommandLine.arguments.first ?? "Banc"

    static func run(_ arguments: [String]) throws -> Int32 {
        switch arguments.first {
        case "donnees": try data(Array(arguments.dropFirst()))
        case "etalon": print(Yardstick.hash(try Files.read(arguments.dropFirst().first ?? "-")))
        case "regles": try rules(Array(arguments.dropFirst()))
        case "mesurer": return try measure(Array(arguments.dropFirst()))
        default:
            print(usage)
            return 64
        }
        return 0
    }

    private static let usage = """
        banc donnees -n NOMBRE [--octets 600|950] [--graine G] [--volets V] [--csv]
        banc regles DOSSIER [--volets V] [--regles DOSSIER]
        banc mesurer [--bienfonde CHEMIN] [--regles DOSSIER] [-n NOMBRE] [--tube NOMBRE] [--fois N]
                     [--banc DOSSIER] [--python CHEMIN] [--seuils]
        """

    private static func data(_ arguments: [String]) throws {
        let options = Arguments(arguments)
        let size = Requetes.Size(rawValue: options["--octets"] ?? "600") ?? .short
        try writeData(
            "-", options.number("-n") ?? 1000, size, seed: UInt64(options.number("--graine") ?? 1),
            sections: options.number("--volets") ?? 0, asCSV: arguments.contains("--csv"))
    }

    /// Writes the rules so many times over into a folder.
    private static func rules(_ arguments: [String]) throws {
        let options = Arguments(arguments)
        guard let folder = arguments.first else { return print(usage) }
        try writeRules(
            folder, copies: options.number("--volets") ?? 1, from: options["--regles"] ?? "Benchmarks/Regles")
    }

    static func writeData(
        _ path: String, _ count: Int, _ size: Requetes.Size, seed: UInt64, sections: Int = 0, asCSV: Bool = false
    ) throws {
        var requetes = Requetes(seed: seed, size: size, sections: sections, asCSV: asCSV)
        try Files.write(path) { append in
            append(requetes.header)
            for number in 0..<count { append(requetes.next(number + 1)) }
        }
    }

    static func writeRules(_ folder: String, copies: Int, from source: String) throws {
        Files.makeFolder(folder)
        let policy = try Files.text(source + "/politique.yaml")
        let rules = try Files.text(source + "/regles.yaml")
        try Files.write(folder + "/politique.yaml") { $0(RuleCopies.policy(policy, copies: copies)) }
        for copy in 0..<copies {
            try Files.write("\(folder)/regles-\(copy).yaml") { append in
                append(RuleCopies.rules(rules, copy: copy, of: copies))
            }
        }
    }

    private static func measure(_ arguments: [String]) throws -> Int32 {
        let given = Arguments(arguments)
        var options = Measures.Options()
        options.bienfonde = given["--bienfonde"] ?? options.bienfonde
        options.rules = given["--regles"] ?? options.rules
        options.lines = given.number("-n") ?? options.lines
        options.piped = given.number("--tube") ?? options.piped
        options.repetitions = given.number("--fois") ?? options.repetitions
        options.bench = given["--banc"] ?? options.bench
        options.python = given["--python"] ?? options.python
        let folder = ".build/banc"
        Files.makeFolder(".build")
        Files.makeFolder(folder)
        var measures = Measures(options, in: folder)
        try measures.run()
        let report = Report(rows: measures.rows, absent: measures.absent)
        print(report.table)
        for sentence in measures.sentences { print("pas de comparaison avec \(sentence)") }
        guard arguments.contains("--seuils") else { return 0 }
        let failures = report.failures(of: try Files.text(options.thresholds))
        for failure in failures { print(failure) }
        return failures.isEmpty ? 0 : 1
    }
}

/// Options and their values.
struct Arguments {
    private let words: [String]

    init(_ words: [String]) { self.words = words }

    subscript(_ name: String) -> String? {
        guard let place = words.firstIndex(of: name) else { return nil }
        return words.dropFirst(place + 1).first
    }

    func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }
}
