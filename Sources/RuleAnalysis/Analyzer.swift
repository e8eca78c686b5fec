package import RuleEngine
import RuleModel
import SourceText

/// What an analysis of a set came to.
package struct AnalysisReport: Sendable {
    /// By place, then by code.
    package let findings: [Finding]
    /// The properties that were proved, by name.
    package let provedProperties: [String]
    /// How many questions of all have no answer for want of time, or of a procedure.
    package let openQuestions: Int
}

/// Static analysis of a rule set (issue « Rules that prove themselves »): what can be said over all complete coherent
/// cases, at every date at which the set changes.
///
///     let report = try Analyzer.analyze(Program(set), within: .seconds(60))
///
/// - Complexity: bounded by the time granted; what it leaves open is reported as such.
package struct Analyzer {
    /// The version of Z3, which answers the questions.
    package static var libraryVersion: String { Solver.libraryVersion }

    let program: Program
    let prover: Prover
    var findings: [Finding] = []
    var provedProperties: [String] = []
    var openQuestions = 0
    /// Rules that never apply.
    var deadRules: Set<RuleID> = []
    /// The numbers of `sauf` that take nothing away.
    var uselessExceptions: Set<Int> = []

    var set: RuleSet { prover.set }

    private init(_ program: Program, within time: Duration) throws(AnalysisBug) {
        self.program = program
        prover = try Prover(program, until: .now + time)
    }

    package static func analyze(_ program: Program, within time: Duration) throws(AnalysisBug) -> AnalysisReport {
        var analyzer = try Analyzer(program, within: time)
        try analyzer.run()
        let findings = analyzer.findings.sorted { left, right in
            let a = (left.range.file.index, left.range.start, left.code.rawValue, left.message)
            return a < (right.range.file.index, right.range.start, right.code.rawValue, right.message)
        }
        return AnalysisReport(
            findings: findings, provedProperties: analyzer.provedProperties, openQuestions: analyzer.openQuestions)
    }

    private mutating func run() throws(AnalysisBug) {
        guard try checkConstraints() else { return }
        prepare()
        prover.tryRandomCases()
        try checkProperties()
        try checkConflicts()
        try checkRules()
        try checkOutcomes()
        try checkTables()
        try checkExceptions()
        try checkConditions()
        try checkFacts()
        try checkWeights()
    }

    /// All the questions that will be put whatever the answers.
    private func prepare() {
        prover.prepare(
            set.properties.indices.flatMap { [Question.isBroken(InvariantID($0)), .isOpen(InvariantID($0))] }
                + set.ruleIDs.map(Question.applies) + coverageQuestions + outcomeQuestions + tableQuestions
                + exceptionQuestions + conditionQuestions + weightQuestions)
    }

    // MARK: Tools of the checks

    /// Whether no case shows it; an open question counts as unanswered and is no finding.
    mutating func isNever(_ question: Question) throws(AnalysisBug) -> Bool {
        switch try prover.answer(question) {
        case .shown: return false
        case .never: return true
        case .open:
            openQuestions += 1
            return false
        }
    }

    /// Adds a finding, at its level in this policy, unless the policy ignores its code.
    mutating func report(_ draft: FindingDraft, orElse level: FindingLevel? = nil, witness: WitnessCase? = nil) {
        guard let level = set.policy.level(of: draft.code, orElse: level) else { return }
        findings.append(
            Finding(
                draft.code, level, draft.verdict, draft.message, at: draft.range, names: draft.names,
                notes: draft.notes,
                witness: witness, help: draft.help))
    }

    /// The witness of a question, confirmed by the engine.
    func witness(of question: Question, in specimen: Specimen, named name: String) throws(AnalysisBug) -> WitnessCase {
        let dated = prover.dated(by: specimen, for: question)
        return try WitnessSearch.witness(of: question, in: dated, named: name, prover, program)
    }
}
