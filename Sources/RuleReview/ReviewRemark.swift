import PolicyValues
import RuleAnalysis
import RuleModel
import SourceText

/// What the review has to say, before the policy gives it its level. All the wording of the room.
struct ReviewRemark {
    let code: FindingCode
    let message: String
    let range: SourceRange
    let names: [String]
    var notes: [Diagnostic.Note] = []
    var help: String?
    /// The level of this remark, where it is not that of its code.
    var level: FindingLevel?

    /// Nil when the policy does not want it.
    func finding(under policy: Policy) -> Finding? {
        policy.level(of: code, orElse: level).map { level in
            Finding(code, level, .proved, message, at: range, names: names, notes: notes, help: help)
        }
    }
}

// MARK: Sources

extension ReviewRemark {
    static func notText(_ path: String) -> String { "le fichier \(quoted(path)) n’est pas en UTF-8" }

    static func missingDocument(_ document: Document, _ problem: String) -> ReviewRemark {
        ReviewRemark(
            code: .missingDocument,
            message: "le document \(quoted(document.name)) ne peut pas être lu\u{A0}: \(problem)",
            range: document.range, names: [document.name],
            help: "le chemin de «\u{A0}fichier\u{A0}» part du dossier du fichier qui déclare le document")
    }

    static func missingSource(_ rule: Rule) -> ReviewRemark {
        ReviewRemark(
            code: .missingSource, message: "la règle \(quoted(rule.name)) n’a pas de source", range: rule.range,
            names: [rule.name],
            help:
                "citez le passage qui la porte, ou écrivez \(quoted("source: {ajout: pourquoi}")) si aucun document ne le fait"
        )
    }

    static func unusedDocument(_ document: Document) -> ReviewRemark {
        ReviewRemark(
            code: .unusedDocument, message: "aucune source ne cite le document \(quoted(document.name))",
            range: document.range, names: [document.name],
            help: "retirez-le, ou dites par «\u{A0}usage\u{A0}» pourquoi il est conservé")
    }

    static func missingExtract(
        _ extract: String, _ document: Document, _ range: SourceRange, _ owner: String?,
        _ nearest: (DocumentWords.Nearest, SourceRange)?
    ) -> ReviewRemark {
        var notes: [Diagnostic.Note] = []
        if let (passage, place) = nearest {
            notes.append(.init("le passage le plus proche est ici", at: place))
            notes += passage.differences.prefix(shownDifferences).map { .init(sentence($0)) }
            let rest = passage.differences.count - shownDifferences
            if rest > 0 { notes.append(.init(rest == 1 ? "une autre différence" : "\(rest) autres différences")) }
        } else {
            notes.append(.init("aucun passage du document n’en est proche"))
        }
        return ReviewRemark(
            code: .missingExtract,
            message: "l’extrait \(quoted(extract)) n’est pas dans le document \(quoted(document.name))",
            range: range, names: [owner, document.name].compactMap { $0 }, notes: notes,
            help: "recopiez le passage tel qu’il est; «\u{A0}[…]\u{A0}» marque ce qui est omis")
    }

    private static let shownDifferences = 3

    private static func sentence(_ difference: DocumentWords.Difference) -> String {
        if difference.document.isEmpty { return "l’extrait dit \(quoted(difference.extract)), que le document n’a pas" }
        if difference.extract.isEmpty { return "le document dit \(quoted(difference.document)), que l’extrait n’a pas" }
        return "l’extrait dit \(quoted(difference.extract)), le document \(quoted(difference.document))"
    }

    static func otherSection(
        _ section: String, _ document: Document, _ range: SourceRange, _ owner: String?, _ passage: SourceRange
    ) -> ReviewRemark {
        ReviewRemark(
            code: .otherSection,
            message: "l’extrait n’est pas dans la section \(quoted(section)) du document \(quoted(document.name))",
            range: range, names: [owner, document.name].compactMap { $0 },
            notes: [.init("l’extrait est ici", at: passage)], help: "corrigez «\u{A0}section\u{A0}»")
    }
}

// MARK: Names

extension ReviewRemark {
    static func unused(_ code: FindingCode, _ name: String, _ range: SourceRange) -> ReviewRemark {
        let sentence =
            switch code {
            case .unusedDefinition: "la définition \(quoted(name)) est inutilisée\u{A0}: rien ne s’en sert"
            case .unusedParameter: "le paramètre \(quoted(name)) est inutilisé\u{A0}: rien ne s’en sert"
            default:
                "le fait \(quoted(name)) est inutilisé\u{A0}: aucune condition, aucun calcul ni aucun texte ne le lit"
            }
        return ReviewRemark(
            code: code, message: sentence, range: range, names: [name],
            help:
                "vérifiez qu’aucune règle ne l’a oublié, retirez-le, ou dites par \(quoted("usage")) pourquoi il est conservé"
        )
    }

    static func unusedOutcome(_ outcome: String, _ decision: Decision) -> ReviewRemark {
        ReviewRemark(
            code: .unusedOutcome,
            message:
                "aucune règle ne conclut l’issue \(quoted(outcome)) de la décision \(quoted(decision.name)), et ce "
                + "n’est pas son issue par défaut",
            range: decision.range, names: [decision.name, outcome],
            help: "écrivez la règle qui la conclut, ou retirez l’issue")
    }
}

// MARK: Versions

extension ReviewRemark {
    static func hole(_ earlier: Rule, _ later: Rule, _ from: CivilDate, _ through: CivilDate) -> ReviewRemark {
        ReviewRemark(
            code: .validityGap,
            message: "\(period(from, through)), aucune version de la règle \(quoted(earlier.label)) n’est en vigueur",
            range: later.range, names: [earlier.name, later.name],
            notes: [.init("la version précédente est ici", at: earlier.range)],
            help: "faites commencer l’une le lendemain du jour où l’autre finit; les deux jours sont compris")
    }

    static func overlap(_ earlier: Rule, _ later: Rule, _ from: CivilDate, _ through: CivilDate?) -> ReviewRemark {
        ReviewRemark(
            code: .overlappingVersions,
            message: "\(period(from, through)), deux versions de la règle \(quoted(earlier.label)) sont en vigueur",
            range: later.range, names: [earlier.name, later.name],
            notes: [.init("l’autre version est ici", at: earlier.range)],
            help: "faites finir l’une la veille du jour où l’autre commence; les deux jours sont compris")
    }

    static func unvalued(_ parameter: Parameter, _ from: CivilDate?, _ through: CivilDate?) -> ReviewRemark {
        ReviewRemark(
            code: .validityGap,
            message: "\(period(from, through)), le paramètre \(quoted(parameter.name)) n’a pas de valeur",
            range: parameter.range, names: [parameter.name],
            help: "donnez-lui une valeur à compter de la date d’entrée en vigueur de la politique")
    }

    static func pending(_ parameter: Parameter, _ from: CivilDate) -> ReviewRemark {
        ReviewRemark(
            code: .validityGap,
            message: "la valeur du paramètre \(quoted(parameter.name)) est à préciser \(since(from))",
            range: parameter.range, names: [parameter.name],
            help: "tout résultat qui l’attend reste indéterminé jusqu’à ce qu’elle soit connue", level: .note)
    }

    private static func since(_ from: CivilDate) -> String { "depuis \(FrenchFormat.date(from))" }

    private static func period(_ from: CivilDate?, _ through: CivilDate?) -> String {
        switch (from, through) {
        case (let from?, let through?) where from == through: FrenchFormat.date(from)
        case (let from?, let through?): "du \(FrenchFormat.bareDate(from)) au \(FrenchFormat.bareDate(through))"
        case (let from?, nil): "à compter du \(FrenchFormat.bareDate(from))"
        case (nil, let through?): "jusqu’au \(FrenchFormat.bareDate(through))"
        case (nil, nil): "à toute date"
        }
    }
}
