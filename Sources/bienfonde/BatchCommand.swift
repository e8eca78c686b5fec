import ArgumentParser
import CommandLineFrench
import Compression
import FileAccess
import RuleBatch
import RuleCases
import RuleEngine
import RuleModel
import SourceText

/// One run of `lot`: opens what it names, runs it, and says what it came to.
struct BatchCommand {
    private let options: Lot
    private let set: RuleSet
    private let start = MonotonicClock.now

    init(_ options: Lot, _ set: RuleSet) {
        self.options = options
        self.set = set
    }

    private var path: String? { options.common.output }
    private var compression: CompressionFormat? { path.flatMap { CompressionFormat(path: $0) } }
    private var shownInput: String { options.input == "-" ? "entrée standard" : options.input }

    func run(in session: inout Session) throws {
        let partial = try path.flatMap { try OutputStream.partial(for: $0) }
        var input = try openInput(partial)
        let layout = try layout(of: input, in: &session)
        let settings = BatchSettings(
            format: options.format == .ndjson ? .ndjson : .csv(separator: layout?.separator ?? UInt8(ascii: ";")),
            detail: options.detail, asked: options.common.date, today: session.today)
        let writer = AnswerWriter(set, settings)
        let kept = try resume(&input, partial, writer)
        var output = try openOutput(partial, kept, session)
        if kept?.bytes ?? 0 == 0 { _ = try output.write(writer.header, answers: 0) }
        let program = Program(set)
        let decider = decider(program, settings, layout)
        let deciders = (0..<(options.cores ?? Host.cores)).map { _ in decider }
        var run = BatchRun(input, output, tally: BatchTally(set), answered: kept?.last ?? 0)
        var report = BatchReport(session, input: shownInput, saying: Discretion(of: set), since: start)
        let outcome = run.run(deciders) {
            report.reject($0)
        } advance: {
            report.advance($0)
        }
        report.clear()
        try end(outcome, report, kept, partial, session)
    }

    private func decider(
        _ program: Program, _ settings: BatchSettings, _ layout: CSVLayout?
    ) -> any BlockDecider {
        let quick = BatchSettings(
            format: .ndjson, detail: settings.detail, asked: settings.asked, today: settings.today)
        guard let decider = ColumnDecider(program, quick) else {
            return inCSV(PlainDecider(program, settings), settings, layout)
        }
        if let answers = CSVAnswers(decider, program, settings) { return inCSV(answers, settings, layout) }
        return inCSV(decider, settings, layout)
    }

    /// The decider of rows, where the input has such.
    private func inCSV(
        _ decider: some BlockDecider, _ settings: BatchSettings, _ layout: CSVLayout?
    ) -> any BlockDecider {
        layout.map { CSVDecider(decider, $0, set, settings) } ?? decider
    }

    // MARK: Input

    private func openInput(_ partial: String?) throws -> BatchInput {
        let stream = try InputStream(options.input)
        for path in [path, partial].compactMap({ $0 }) where stream.isSame(as: path) {
            throw ValidationError("l’entrée et la sortie sont le même fichier, \(quoted(path))")
        }
        let notation = options.notation ?? BatchFormat(path: options.input)
        return try BatchInput(stream, CompressionFormat(path: options.input), notation)
    }

    /// The columns of CSV; what is wrong with them ends the command before anything is decided.
    private func layout(of input: BatchInput, in session: inout Session) throws -> CSVLayout? {
        guard let header = input.header else { return nil }
        // The empty lines before it, so that places have its number.
        let before = [UInt8](repeating: 0x0A, count: header.number - 1)
        let file = session.library.add(path: shownInput, bytes: before + header.row)
        let layout = CSVLayout(
            header: header.row, separator: CSVLayout.separator(of: header.row[...]), of: file, at: before.count,
            in: set, into: &session.bag)
        guard let layout else { throw session.unusable() }
        return layout
    }

    // MARK: Output

    /// What stays of an interrupted run; the lines that it answered are left out of the input.
    private func resume(
        _ input: inout BatchInput, _ partial: String?, _ writer: AnswerWriter
    ) throws -> KeptAnswers? {
        guard let line = options.resumed, line > 0 else { return nil }
        guard let partial else {
            throw ValidationError("\(quoted(path ?? "")) n’est pas un fichier qui puisse être continué")
        }
        do {
            let kept = try KeptAnswers(partial, compression, through: line, writtenBy: writer)
            try input.skip(through: line, answered: kept.last)
            return kept
        } catch let problem as KeptAnswers.Problem {
            throw ValidationError(BatchWording.sentence(problem, partial: partial))
        } catch let problem as BatchInput.ResumptionProblem {
            throw ValidationError(BatchWording.sentence(problem, partial: partial))
        }
    }

    private func openOutput(_ partial: String?, _ kept: KeptAnswers?, _ session: Session) throws -> BatchOutput {
        let hasPlainLines = options.format == .ndjson
        guard let path else { return try BatchOutput(OutputStream(), nil, hasPlainLines: hasPlainLines) }
        guard let kept, let partial else {
            if let partial, OutputStream.exists(partial) { session.say(BatchWording.overwrites(partial)) }
            return try BatchOutput(OutputStream(file: path), compression, hasPlainLines: hasPlainLines)
        }
        guard compression != nil else {
            let stream = try OutputStream(file: path, keeping: kept.bytes)
            return try BatchOutput(stream, nil, hasPlainLines: hasPlainLines, kept: kept.bytes)
        }
        // A compressed stream cannot be continued where it broke off: what stays is compressed anew.
        let stream = try OutputStream(rewriting: path)
        var output = try BatchOutput(stream, compression, hasPlainLines: false)
        try kept.copy(partial, compression) { _ = try output.write($0, answers: 0) }
        try stream.replacePartial()
        return output
    }

    // MARK: End

    private func end(
        _ outcome: BatchRun.Outcome, _ report: BatchReport, _ kept: KeptAnswers?, _ partial: String?, _ session: Session
    ) throws {
        if outcome.signal != nil || outcome.problem != nil, outcome.problem?.reason != .closedPipe {
            session.say(
                BatchWording.interrupted(wholeThrough: outcome.wholeThrough, partial: partial, output: path))
        }
        if let problem = outcome.problem { throw problem }
        if let signal = outcome.signal { throw ExitCode(128 + signal) }
        session.say(
            BatchWording.summary(
                outcome.tally, of: set, shown: report.shown, nanoseconds: MonotonicClock.nanoseconds(since: start),
                kept: kept?.last ?? 0))
        if outcome.tally.hasFindings(in: set) || kept?.hasFindings ?? false { throw ExitCode(ExitStatus.found) }
    }
}
