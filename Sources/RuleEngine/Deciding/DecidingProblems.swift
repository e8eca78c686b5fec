import PolicyValues
import RuleCases
import RuleModel
import SourceText

/// Wording: why a case that can be read cannot be decided.
extension Diagnostic {
    static func incoherent(
        _ clash: ConstraintClash, _ facts: FactSheet, _ set: RuleSet, at place: SourceRange
    ) -> Diagnostic {
        let constraint = set.constraints[clash.constraint.position]
        let names = quotedList(clash.facts.map { set[$0].name }, "et")
        let stated = clash.facts.first { facts.places[$0.position] != nil }.flatMap { facts.places[$0.position] }
        let notes = clash.facts.map { fact -> Note in
            let isPresumed = clash.presumed.contains(fact)
            let name = quoted(set[fact].name)
            return isPresumed
                ? Note("\(name) est présumé", at: set[fact].range)
                : Note("\(name) est déclaré ici", at: facts.places[fact.position])
        }
        return Diagnostic(
            .incoherentCase,
            "le cas est incohérent\u{A0}: \(names) ne vont pas ensemble, selon la contrainte "
                + quoted(constraint.title ?? constraint.name), at: stated ?? place,
            notes: [Note("la contrainte est définie ici", at: constraint.range)] + notes,
            help: "corrigez l’un de ces faits, ou écrivez-le «\u{A0}inconnu\u{A0}»")
    }
}
