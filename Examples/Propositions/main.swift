// Decides one requête with the rules of a folder, says what comes out, why, and what is still to be asked.
//
//     swift run Propositions Rules

import BienFonde

let folder = CommandLine.arguments.dropFirst().first ?? "Rules"
do {
    let rules = try Rulebook(folder: folder)
    print("\(rules.name), version \(rules.version)")

    let requete = StatedCase(
        name: "Montant contesté",
        facts: [
            "exprime une insatisfaction": .yesNo(true),
            "qualité du requérant": .choice("client"),
            "conteste une décision": .yesNo(true),
            "révision ou appel prévu": .yesNo(true),
            "engagements visés": .choices([]),
        ])
    let proposal = try rules.decide(requete)
    for decision in proposal.matters.flatMap(\.decisions) {
        let said =
            switch decision.state {
            case .determined: decision.outcomes.joined(separator: ", ")
            case .undetermined: "à établir (encore possibles\u{A0}: \(decision.possible.joined(separator: ", ")))"
            case .notApplicable: "sans objet"
            case .contradictory: "contradictoire (\(decision.outcomes.joined(separator: ", ")))"
            }
        print("- \(decision.name)\u{A0}: \(said)")
        for reason in decision.reasons { print("  \(reason.title ?? reason.rule)") }
    }
    for question in proposal.matters.flatMap(\.questions).prefix(3) {
        print("À demander (\(question.holder ?? "à qui le sait"))\u{A0}: \(question.question)")
    }
} catch {
    print(error)
}
