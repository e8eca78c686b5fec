/// A command that is measured again and again, and what came of it.
struct Trial {
    let name: String
    let command: String
    private(set) var runs: [Child] = []

    init(_ name: String, _ command: String) { (self.name, self.command) = (name, command) }

    mutating func run() throws {
        let child = try Child.run(command)
        // A batch that rejects lines would measure how fast it complains.
        guard child.status == 0 else { throw Failure(name: name, status: child.status) }
        runs.append(child)
    }

    struct Failure: Error {
        let name: String
        let status: Int32
    }

    func median(_ value: (Child) -> Double) -> Double { Statistics.median(runs.map(value)) }
    var memory: Int { runs.map(\.memory).max() ?? 0 }

    /// The median, over the repetitions, of what this trial took for what another took in the same one.
    ///
    /// - Parameters:
    ///   - base: what this one takes before the first line.
    ///   - otherBase: what the other does; nil is as much.
    func ratio(to other: Trial, base: Double = 0, otherBase: Double? = nil, _ value: (Child) -> Double) -> Double {
        Statistics.median(
            zip(runs, other.runs).map {
                max(value($0) - base, 0.0001) / max(value($1) - (otherBase ?? base), 0.0001)
            })
    }
}

enum Statistics {
    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard let middle = sorted.indices.dropFirst(sorted.count / 2).first else { return 0 }
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
