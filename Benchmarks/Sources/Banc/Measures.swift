/// All that is measured: trials by turns, so that what disturbs the machine disturbs each of them.
struct Measures {
    /// A line of the table.
    struct Row {
        let key: String
        let what: String
        let value: Double
        let unit: String
        let digits: Int
    }

    private let options: Options
    private let folder: String
    private(set) var rows: [Row] = []

    struct Options {
        var bienfonde = ".build/release/bienfonde"
        var rules = "Rules"
        var lines = 200_000
        var piped = 2_000_000
        var repetitions = 5
        /// A program to compare with, which reads a file of requêtes.
        var rival: String?
        var source = "Benchmarks/Regles"
        var thresholds = "Benchmarks/seuils.txt"
    }

    init(_ options: Options, in folder: String) { (self.options, self.folder) = (options, folder) }

    private func lot(_ file: String, _ more: String = "", rules: String? = nil) -> String {
        "exec \(options.bienfonde) lot --regles \(rules ?? options.rules) \(more) \(file) > /dev/null"
    }

    mutating func run() throws {
        try prepare()
        try measureSpeed()
        try measureCopies()
        try measureMemory()
        try measureOneCase()
    }

    private func prepare() throws {
        for (size, name) in [(Requetes.Size.short, "600"), (.full, "950")] {
            try Commands.writeData("\(folder)/\(name).ndjson", options.lines, size, seed: 1)
        }
        try Commands.writeData("\(folder)/600.csv", options.lines, .short, seed: 1, asCSV: true)
        try Commands.writeData("\(folder)/volets.ndjson", options.lines / 10, .full, seed: 3, sections: 1000)
        try Commands.writeData("\(folder)/sans-volet.ndjson", options.lines / 10, .full, seed: 3)
        try Files.write("\(folder)/vide.ndjson") { _ in }
        try Files.write("\(folder)/un.json") { append in
            var one = Requetes(seed: 4, size: .full, sections: 0, asCSV: false)
            append(one.next(1))
        }
        for copies in [1, 1000] {
            try Commands.writeRules("\(folder)/regles-\(copies)", copies: copies, from: options.source)
        }
    }

    private mutating func add(_ key: String, _ what: String, _ value: Double, _ unit: String, digits: Int = 2) {
        rows.append(Row(key: key, what: what, value: value, unit: unit, digits: digits))
    }

    private func rate(_ trial: Trial, _ base: Double) -> Double {
        Double(options.lines) / max(trial.median(\.cpu) - base, 0.0001)
    }

    private mutating func measureSpeed() throws {
        let one = "--coeurs 1 --detail issues"
        var trials = [
            Trial("vide", lot("\(folder)/vide.ndjson", one)),
            Trial("étalon 600", "exec \(Commands.path) etalon \(folder)/600.ndjson"),
            Trial("600", lot("\(folder)/600.ndjson", one)), Trial("950", lot("\(folder)/950.ndjson", one)),
            Trial("étalon 950", "exec \(Commands.path) etalon \(folder)/950.ndjson"),
            Trial("complet", lot("\(folder)/600.ndjson", "--coeurs 1")),
            Trial("deux", lot("\(folder)/600.ndjson", "--coeurs 2 --detail issues")),
            Trial("csv", lot("\(folder)/600.csv", one)),
            Trial("csv csv", lot("\(folder)/600.csv", one + " --format csv")),
        ]
        if let rival = options.rival { trials.append(Trial("rival", "exec \(rival) \(folder)/600.ndjson > /dev/null")) }
        for _ in 0..<options.repetitions { for place in trials.indices { try trials[place].run() } }
        let base = trials[0].median(\.cpu)
        add("lignes-600", "lignes de 600 octets par seconde, un cœur, issues", rate(trials[2], base), "", digits: 0)
        add("lignes-950", "lignes de 950 octets par seconde, un cœur, issues", rate(trials[3], base), "", digits: 0)
        add(
            "etalon-600", "temps pour celui de l’étalon, 600 octets", trials[2].ratio(to: trials[1], base: base, \.cpu),
            "×")
        add(
            "etalon-950", "temps pour celui de l’étalon, 950 octets", trials[3].ratio(to: trials[4], base: base, \.cpu),
            "×")
        add(
            "complet", "vitesse avec motifs et manquants pour celle des issues",
            trials[2].ratio(to: trials[5], base: base, \.cpu), "×")
        let wall = trials[0].median(\.wall)
        add(
            "deux-coeurs", "vitesse de deux cœurs pour celle d’un", trials[2].ratio(to: trials[6], base: wall, \.wall),
            "×")
        add(
            "csv", "vitesse du CSV pour celle de NDJSON, en entrée", trials[2].ratio(to: trials[7], base: base, \.cpu),
            "×")
        add(
            "csv-csv", "vitesse du CSV pour celle de NDJSON, en entrée et en sortie",
            trials[2].ratio(to: trials[8], base: base, \.cpu), "×")
        if trials.count > 9 {
            add(
                "rival", "vitesse pour celle du programme comparé", trials[9].ratio(to: trials[2], base: base, \.cpu),
                "×")
        }
    }

    /// The same policy once and 1000 times under a guarding fact: what a line costs, and what loading costs.
    private mutating func measureCopies() throws {
        let one = "--coeurs 1 --detail issues"
        var trials: [Trial] = []
        for (copies, data) in [(1, "sans-volet"), (1000, "volets")] {
            let rules = "\(folder)/regles-\(copies)"
            trials.append(Trial("vide ×\(copies)", lot("\(folder)/vide.ndjson", one, rules: rules)))
            trials.append(Trial("×\(copies)", lot("\(folder)/\(data).ndjson", one, rules: rules)))
        }
        for _ in 0..<options.repetitions { for place in trials.indices { try trials[place].run() } }
        let once = trials[1].median(\.cpu) - trials[0].median(\.cpu)
        let copied = trials[3].median(\.cpu) - trials[2].median(\.cpu)
        add(
            "copies-1000", "temps par ligne de 28 000 règles pour celui de 28", max(copied, 0.0001) / max(once, 0.0001),
            "×")
        add("chargement", "chargement de 28 000 règles", trials[2].median(\.wall), "s")
    }

    private mutating func measureMemory() throws {
        for (key, lines) in [("memoire-courte", options.lines), ("memoire-longue", options.piped)] {
            var trial = Trial(key, "\(Commands.path) donnees -n \(lines) | \(lot("-", "--detail issues"))")
            try trial.run()
            add(key, "mémoire, \(lines) lignes par un tube", Double(trial.memory) / 1_048_576, "Mo", digits: 1)
        }
    }

    private mutating func measureOneCase() throws {
        var trial = Trial(
            "un cas", "exec \(options.bienfonde) evaluer --regles \(folder)/regles-1 \(folder)/un.json > /dev/null")
        for _ in 0..<(4 * options.repetitions) { try trial.run() }
        // The least of many: what else the machine does can only add to it.
        let least = trial.runs.map(\.wall).min() ?? 0
        add("un-cas", "un cas depuis le terminal, le plus court de \(trial.runs.count)", least * 1000, "ms", digits: 1)
    }
}
