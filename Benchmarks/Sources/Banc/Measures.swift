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

    struct Options {
        var bienfonde = ".build/release/bienfonde"
        var rules = "Rules"
        var lines = 200_000
        var piped = 2_000_000
        var repetitions = 5
        /// The bench to compare with, and the Python that has its engines.
        var bench = "../shared/bench"
        var python = "python3"
        var source = "Benchmarks/Regles"
        var thresholds = "Benchmarks/seuils.txt"
    }

    let options: Options
    let folder: String
    private(set) var rows: [Row] = []
    /// What could not be measured, and why.
    private(set) var absent: [String] = []
    private(set) var sentences: [String] = []

    init(_ options: Options, in folder: String) { (self.options, self.folder) = (options, folder) }

    mutating func run() throws {
        try prepare()
        try measureSpeed()
        try measureRivals()
        try measureCores()
        try measureRules()
        try measureMemory()
        try measureOneCase()
    }

    private func prepare() throws {
        for (size, name) in [(Requetes.Size.short, "600"), (.full, "950")] {
            try Commands.writeData("\(folder)/\(name).ndjson", options.lines, size, seed: 1)
        }
        try Commands.writeData("\(folder)/600.csv", options.lines, .short, seed: 1, asCSV: true)
        try Commands.writeData("\(folder)/volets.ndjson", options.lines / 2, .full, seed: 3, sections: 1000)
        try Commands.writeData("\(folder)/sans-volet.ndjson", options.lines / 2, .full, seed: 3)
        try Files.write("\(folder)/vide.ndjson") { _ in }
        try Files.write("\(folder)/un.json") { append in
            var one = Requetes(seed: 4, size: .full, sections: 0, asCSV: false)
            append(one.next(1))
        }
        for copies in [1, 36, 1000] {
            try Commands.writeRules("\(folder)/regles-\(copies)", copies: copies, from: options.source)
        }
    }

    // MARK: For the measures

    /// A batch whose answers go nowhere.
    func lot(_ file: String, _ more: String = "", rules: String? = nil) -> String {
        "exec \(options.bienfonde) lot --regles \(rules ?? options.rules) \(more) \(file) > /dev/null"
    }

    /// Runs trials by turns.
    func repeated(_ trials: [Trial], times: Int? = nil) throws -> [Trial] {
        var trials = trials
        for _ in 0..<(times ?? options.repetitions) { for place in trials.indices { try trials[place].run() } }
        return trials
    }

    mutating func add(_ key: String, _ what: String, _ value: Double, _ unit: String, digits: Int = 2) {
        rows.append(Row(key: key, what: what, value: value, unit: unit, digits: digits))
    }

    mutating func leaveOut(_ keys: [String], _ sentences: [String]) {
        absent += keys
        self.sentences += sentences
    }
}
