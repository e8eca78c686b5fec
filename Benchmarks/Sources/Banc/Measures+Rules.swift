/// What rules cost to load, memory, and one case.
extension Measures {
    /// The same policy once and copied under a guarding fact: what a line costs, and what loading costs.
    mutating func measureRules() throws {
        let one = "--coeurs 1 --detail issues"
        var trials: [Trial] = []
        for (copies, data) in [(1, "sans-volet"), (1000, "volets")] {
            let rules = "\(folder)/regles-\(copies)"
            trials.append(Trial("vide ×\(copies)", lot("\(folder)/vide.ndjson", one, rules: rules)))
            trials.append(Trial("×\(copies)", lot("\(folder)/\(data).ndjson", one, rules: rules)))
        }
        // The schema of cases is made of the facts alone: what it takes is what loading takes.
        let schema = "exec \(options.bienfonde) schema cas --regles \(folder)/regles-36 > /dev/null"
        trials.append(Trial("chargement ×36", schema))
        trials.append(Trial("étalon", "exec \(Commands.path) etalon \(folder)/600.ndjson > /dev/null"))
        trials.append(Trial("rien", "exec \(options.bienfonde) --version > /dev/null"))
        trials = try repeated(trials)
        let once = max(trials[1].median(\.cpu) - trials[0].median(\.cpu), 0.0001)
        let copied = trials[3].median(\.cpu) - trials[2].median(\.cpu)
        add("copies-1000", "temps par ligne de 28 000 règles pour celui de 28", copied / once, "×")
        let start = trials[6].median(\.cpu)
        add("chargement-28000", "chargement de 28 000 règles, processeur", trials[2].median(\.cpu) - start, "s")
        add("chargement-28000-etalon", "le même pour l’étalon", trials[2].ratio(to: trials[5], base: start, \.cpu), "×")
        let small = (trials[4].median(\.cpu) - start) * 1000
        add("chargement-1000", "chargement de 1 008 règles (320 ko), processeur", small, "ms", digits: 1)
        let ratio = trials[4].ratio(to: trials[5], base: start, \.cpu)
        add("chargement-1000-etalon", "le même pour l’étalon", ratio, "×", digits: 3)
    }

    mutating func measureMemory() throws {
        for (key, lines) in [("memoire-courte", options.lines), ("memoire-longue", options.piped)] {
            var trial = Trial(key, "\(Commands.path) donnees -n \(lines) | \(lot("-", "--detail issues"))")
            try trial.run()
            let count = Report.spelled(Double(lines), 0)
            add(key, "mémoire, \(count) lignes par un tube", Double(trial.memory) / 1_048_576, "Mo", digits: 1)
        }
    }

    mutating func measureOneCase() throws {
        let command = "exec \(options.bienfonde) evaluer --regles"
        let times = 4 * options.repetitions
        let trials = try repeated(
            [
                Trial("un cas", "\(command) \(folder)/regles-1 \(folder)/un.json > /dev/null"),
                Trial("un cas, règles du dépôt", "\(command) \(options.rules) \(folder)/un.json > /dev/null"),
            ], times: times)
        for (trial, key) in zip(trials, ["un-cas", "un-cas-depot"]) {
            // The least of many: what else the machine does can only add to it.
            let least = trial.runs.map(\.wall).min() ?? 0
            add(key, "\(trial.name) depuis le terminal, le plus court de \(times)", least * 1000, "ms", digits: 1)
        }
    }
}
