import Compression
import FileAccess
import RuleAnalysis
import RuleBatch
import RuleCases
import RuleFixtures
import RuleJSON
import RulePipeline
import SourceText

/// The cases that `comparer --cas` names, given one by one to a comparison.
struct KnownCases {
    private var comparison: CaseComparison
    /// How many lines that cannot be used were said.
    private var said = 0

    private let discretion: Discretion

    init(_ comparison: CaseComparison, saying discretion: Discretion) {
        self.comparison = comparison
        self.discretion = discretion
    }

    /// Reads a folder, a case file, or a stream of NDJSON, compressed or not.
    consuming func read(_ path: String, in session: inout Session) throws -> AffectedCases {
        if CompressionFormat.bare(path).lowercased().hasSuffix(".ndjson") {
            try readLines(path, in: session)
        } else {
            try readFiles(path, in: &session)
        }
        return comparison.affected
    }

    private mutating func readFiles(_ path: String, in session: inout Session) throws {
        session.firstCaseFile = min(session.firstCaseFile, session.library.files.count)
        session.discretion = discretion
        let files = try FixtureFolder.load(path, into: &session.library).files
        for file in files {
            session.bag.report(contentsOf: file.problems)
            var bag = DiagnosticBag()
            let nodes = file.root.map { CaseReader.caseNodes(of: $0, into: &bag).nodes } ?? []
            if nodes.isEmpty { comparison.addUnusable() }
            for node in nodes {
                let line = session.library.position(of: node.range).line
                let place = AffectedCases.Place(file: session.library[file.file].path, line: line)
                if !comparison.add(node, at: place, into: &bag) { comparison.addUnusable() }
            }
            session.bag.report(contentsOf: bag.all)
        }
    }

    private mutating func readLines(_ path: String, in session: Session) throws {
        var input = try BatchInput(InputStream(path), CompressionFormat(path: path), .ndjson)
        while case .block(let block) = try input.next() {
            for index in block.lines.indices { read(index, of: block, path, session) }
        }
    }

    private mutating func read(_ index: Int, of block: BatchBlock, _ path: String, _ session: Session) {
        let line = block.lines[index]
        var bag = DiagnosticBag()
        let root = JSONReader.read(
            // bounded: the range was made from these bytes
            Array(block.bytes[line.range].prefix(BatchLimits.lineBytes)), of: Self.file, extent: .line,
            root: .caseObject, into: &bag)
        let place = AffectedCases.Place(file: path, line: line.number)
        if let root, comparison.add(root, at: place, into: &bag) { return }
        comparison.addUnusable()
        guard let problem = bag.sorted.first, said < BatchLimits.shownRejections else { return }
        said += 1
        let rejection = BatchRejection(
            line: index, offset: problem.range.file == Self.file ? Int(problem.range.start) : 0, code: problem.code,
            message: problem.message, help: problem.help)
        session.say(
            BatchWording.rejected(
                RejectedLine(rejection, of: block), of: path, saying: discretion,
                colored: session.options.colorsDiagnostics))
    }

    /// Stands for a line in diagnostics: no file of a rule set has this number.
    private static let file = FileID(index: .max)
}
