import RuleBatch
import RuleCases
import RuleEngine
import RuleJSON
import RuleModel
import SourceText

/// The lines of a block decided one at a time, as `evaluer` decides a case, and each again by the reference.
struct ReferenceComparison {
    /// How many cases and objects both decided.
    private(set) var decided = 0
    private(set) var differences: [String] = []

    init(_ block: BatchBlock, _ program: Program, _ settings: BatchSettings) {
        let set = program.model
        var decider = CaseDecider(program, asked: settings.asked, today: settings.today)
        for line in block.lines {
            let bytes = Array(block.bytes[line.range])
            var bag = DiagnosticBag()
            let root = JSONReader.read(bytes, of: FileID(index: .max), extent: .line, root: .caseObject, into: &bag)
            guard let root, let requete = CaseReader.readCase(root, in: set, into: &bag),
                let answer = decider.decide(requete, into: &bag)
            else { continue }
            let sheets = requete.objects.isEmpty ? [requete.facts] : requete.objects.map(\.facts)
            for (sheet, matter) in zip(sheets, answer.all) {
                decided += 1
                let expected = ReferenceEvaluator.evaluate(sheet, on: matter.date.date, by: set)
                if matter.examination.evaluation != expected {
                    differences.append("the reference differs: \(String(decoding: bytes, as: UTF8.self))")
                }
            }
        }
    }
}
