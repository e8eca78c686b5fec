import RuleCases
package import RuleEngine
import RuleJSON
import RuleModel
import SourceText

/// Decides each line as `evaluer` decides a file: the specification of the batch path, and what decides the lines that
/// a faster decider leaves to it.
package struct PlainDecider: BlockDecider {
    private let set: RuleSet
    private var decider: CaseDecider
    private let writer: AnswerWriter
    private let emptyTally: BatchTally

    package init(_ program: Program, _ settings: BatchSettings) {
        set = program.model
        decider = CaseDecider(program, asked: settings.asked, today: settings.today)
        writer = AnswerWriter(set, settings)
        emptyTally = BatchTally(set)
    }

    package mutating func decide(_ block: BatchBlock) -> BlockAnswer {
        var answer = BlockAnswer(tally: emptyTally)
        for index in block.lines.indices { decide(index, of: block, into: &answer) }
        return answer
    }

    /// Answers one line of a block, by its place in ``BatchBlock/lines``.
    package mutating func decide(_ index: Int, of block: BatchBlock, into answer: inout BlockAnswer) {
        let line = block.lines[index]
        answer.tally.lines += 1
        guard line.range.count <= BatchLimits.lineBytes else {
            return reject(index, line.number, nil, .lineTooLong(.beginning(of: Self.file)), into: &answer)
        }
        var bag = DiagnosticBag()
        let root = JSONReader.read(
            Array(block.bytes[line.range]), of: Self.file, extent: .line, root: .caseObject, into: &bag)
        guard let root else { return reject(index, line.number, nil, bag, into: &answer) }
        guard let requete = CaseReader.readCase(root, in: set, into: &bag),
            let decided = decider.decide(requete, into: &bag)
        else { return reject(index, line.number, Self.name(in: root), bag, into: &answer) }
        for diagnostic in bag.all where diagnostic.code == .dateDiffers {
            _ = diagnostic
            answer.tally.redated += 1
        }
        for matter in decided.all {
            for id in set.decisionIDs { answer.tally.count(matter.examination.evaluation[id], of: id, in: set) }
        }
        writer.append(decided, line: line.number, to: &answer.bytes)
    }

    /// Stands for the line in diagnostics: no file of a rule set has this number.
    private static let file = FileID(index: .max)

    /// The name of a case that cannot be used, where it has one.
    private static func name(in root: Node) -> String? {
        let scalar = root.entries?.first { $0.key.value == "nom" }?.value.scalar
        return scalar.flatMap { $0.isEmptyValue ? nil : $0.text }
    }

    /// Answers with the first thing wrong.
    private func reject(
        _ index: Int, _ number: Int, _ name: String?, _ bag: DiagnosticBag, into answer: inout BlockAnswer
    ) {
        guard let first = bag.sorted.first(where: { $0.level == .error }) else { return }
        reject(index, number, name, first, into: &answer)
    }

    private func reject(
        _ index: Int, _ number: Int, _ name: String?, _ problem: Diagnostic, into answer: inout BlockAnswer
    ) {
        answer.tally.reject(problem.code)
        if answer.rejections.count < BatchLimits.shownRejections {
            answer.rejections.append(
                BatchRejection(
                    line: index, offset: problem.range.file == Self.file ? Int(problem.range.start) : 0,
                    code: problem.code, message: problem.message, help: problem.help))
        }
        writer.append(error: problem, name: name, line: number, to: &answer.bytes)
    }
}
