/// A `console` block: commands after `$ `, each followed by what it prints. A line `[…]` stands for lines left out.
struct ConsoleBlock {
    struct Command {
        let line: String
        let output: [String]
    }

    static let omission = "[…]"

    /// Lines before the first command; there are none.
    private(set) var stray: [String] = []
    private(set) var commands: [Command] = []

    init(_ block: MarkdownDocument.Block) {
        for line in block.lines {
            if line.hasPrefix("$ ") {
                commands.append(Command(line: String(line.dropFirst(2)), output: []))
            } else if let last = commands.popLast() {
                commands.append(Command(line: last.line, output: last.output + [line]))
            } else {
                stray.append(line)
            }
        }
    }
}

extension ConsoleBlock.Command {
    /// Whether it can be run here and prints the same each time.
    var isOurs: Bool { line.hasPrefix("bienfonde ") }

    /// Without the comment at its end.
    var commandLine: String { String(line.split(separator: " #", maxSplits: 1).first ?? "").trimmingEnd }

    /// The written output as the stretches between omissions.
    private var stretches: [[String]] {
        output.split(separator: ConsoleBlock.omission, omittingEmptySubsequences: true).map(Array.init)
    }

    private var isWhole: Bool { !output.contains(ConsoleBlock.omission) }

    /// Whether the document shows what was printed: all of it, or stretches of it in their order.
    func shows(_ printed: [String]) -> Bool {
        if isWhole { return output == printed }
        var rest = printed[...]
        for stretch in stretches {
            guard let found = rest.firstRange(of: stretch) else { return false }
            rest = rest[found.upperBound...]
        }
        if output.first != ConsoleBlock.omission, let first = stretches.first, !printed.starts(with: first) {
            return false
        }
        return output.last == ConsoleBlock.omission
            || printed.suffix(stretches.last?.count ?? 0) == stretches.last?[...]
    }

    /// The output as the document should show it: each stretch from its first line to its last as they are printed now.
    func corrected(_ printed: [String]) -> [String] {
        if isWhole { return printed }
        var rest = printed[...]
        let stretches = output.split(separator: ConsoleBlock.omission, omittingEmptySubsequences: false).map {
            stretch in
            guard let first = stretch.first, let last = stretch.last, let start = rest.firstIndex(of: first),
                let end = rest[start...].firstIndex(of: last)
            else { return stretch }
            defer { rest = rest[(end + 1)...] }
            return rest[start...end]
        }
        return Array(stretches.joined(separator: [ConsoleBlock.omission]))
    }
}

extension String {
    fileprivate var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
