/// What lines cost, in processor time less that of an empty batch.
extension Measures {
    private static let one = "--coeurs 1 --detail issues"

    mutating func measureSpeed() throws {
        let trials = try repeated([
            Trial("vide", lot("\(folder)/vide.ndjson", Self.one)),
            Trial("600", lot("\(folder)/600.ndjson", Self.one)),
            Trial("étalon 600", "exec \(Commands.path) etalon \(folder)/600.ndjson > /dev/null"),
            Trial("950", lot("\(folder)/950.ndjson", Self.one)),
            Trial("étalon 950", "exec \(Commands.path) etalon \(folder)/950.ndjson > /dev/null"),
            Trial("complet", lot("\(folder)/600.ndjson", "--coeurs 1")),
            Trial("csv", lot("\(folder)/600.csv", Self.one)),
            Trial("csv csv", lot("\(folder)/600.csv", Self.one + " --format csv")),
        ])
        let base = trials[0].median(\.cpu)
        for (place, size) in [(1, "600"), (3, "950")] {
            let rate = Double(options.lines) / max(trials[place].median(\.cpu) - base, 0.0001)
            add("lignes-\(size)", "lignes de \(size) octets par seconde, un cœur, issues", rate, "", digits: 0)
        }
        for (place, size) in [(1, "600"), (3, "950")] {
            let ratio = trials[place].ratio(to: trials[place + 1], base: base, \.cpu)
            add("etalon-\(size)", "temps pour celui de l’étalon, \(size) octets", ratio, "×")
        }
        let speeds = [
            (5, "complet", "vitesse avec motifs et manquants pour celle des issues"),
            (6, "csv", "vitesse du CSV pour celle de NDJSON, en entrée"),
            (7, "csv-csv", "vitesse du CSV pour celle de NDJSON, en entrée et en sortie"),
        ]
        for (place, key, what) in speeds {
            add(key, what, trials[1].ratio(to: trials[place], base: base, \.cpu), "×")
        }
    }

    /// Each rival in turn with ours, on the same file; a rival that is slow reads its first lines alone.
    mutating func measureRivals() throws {
        let rivals = try Rivals(options.bench, in: folder, python: options.python)
        leaveOut(rivals.absent, rivals.sentences)
        for rival in rivals.found {
            for size in ["600", "950"] {
                let trials = try repeated([
                    Trial("vide", lot("\(folder)/vide.ndjson", Self.one)),
                    Trial(size, lot("\(folder)/\(size).ndjson", Self.one)),
                    Trial("\(rival.key) vide", rival.command("\(folder)/vide.ndjson", rival.limit)),
                    Trial(rival.key, rival.command("\(folder)/\(size).ndjson", rival.limit)),
                ])
                let lines = rival.limit > 0 ? min(rival.limit, options.lines) : options.lines
                let ratio = trials[3].ratio(
                    to: trials[1], base: trials[2].median(\.cpu), otherBase: trials[0].median(\.cpu), \.cpu)
                let what = "vitesse pour celle de «\u{A0}\(rival.name)\u{A0}», \(size) octets"
                add("\(rival.key)-\(size)", what, ratio * Double(options.lines) / Double(lines), "×")
            }
        }
    }

    /// By the clock: what two cores gain. Only on a machine that does nothing else does it mean something.
    mutating func measureCores() throws {
        let trials = try repeated([
            Trial("vide", lot("\(folder)/vide.ndjson", Self.one)),
            Trial("un", lot("\(folder)/950.ndjson", Self.one)),
            Trial("deux", lot("\(folder)/950.ndjson", "--coeurs 2 --detail issues")),
        ])
        let base = trials[0].median(\.wall)
        let what = "vitesse de deux cœurs pour celle d’un, à l’horloge"
        add("deux-coeurs", what, trials[1].ratio(to: trials[2], base: base, \.wall), "×")
        let cost = "temps de processeur de deux cœurs pour celui d’un"
        add("deux-coeurs-temps", cost, trials[2].ratio(to: trials[1], base: trials[0].median(\.cpu), \.cpu), "×")
    }
}
