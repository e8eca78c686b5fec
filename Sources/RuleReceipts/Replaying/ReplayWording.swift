import PolicyValues
import RuleAnalysis
import RuleModel
import SourceText

/// Wording of what `rejouer` says.
enum ReplayWording {
    static func verdict(_ verdict: Replay.Verdict) -> String {
        switch verdict {
        case .identical: "identique"
        case .different: "différent"
        case .altered: "modifié"
        case .setNotFound: "règles introuvables"
        case .otherLanguage: "autre version de la langue"
        case .undecidable: "impossible à décider"
        }
    }

    static func headline(_ replay: Replay) -> String {
        let place = receipt(replay.path, replay.number, replay.name)
        let rules = replay.revision.map { " (règles de la révision \($0))" } ?? ""
        return "\(place)\u{A0}: \(verdict(replay.verdict))\(rules)"
    }

    /// « fichier », « fichier, reçu 3 », and the name of the case.
    static func receipt(_ path: String, _ number: Int?, _ name: String?) -> String {
        let place = Visible.text(path) + (number.map { ", reçu \($0)" } ?? "")
        return name.map { "\(place), \(quoted($0))" } ?? place
    }

    static let nothing = "Aucun reçu n’a été rejoué."

    static func summary(_ replays: [Replay]) -> String {
        let counts = replays.reduce(into: [String: Int]()) { $0[verdict($1.verdict), default: 0] += 1 }
        let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { word, count in
            "\(counted(count)) \(plural(word, count))"
        }
        return "\(counted(replays.count)) reçus\u{A0}: " + parts.joined(separator: ", ")
    }

    private static func plural(_ word: String, _ count: Int) -> String {
        guard ["identique", "différent", "modifié"].contains(word) else { return "(\(word))" }
        return count > 1 ? word + "s" : word
    }

    static func otherProgram(then: String, now: String) -> String {
        "le reçu est intact et les règles sont les mêmes\u{A0}: c’est le programme qui ne décide plus pareil "
            + (then == now ? "(même version, \(now))" : "(version \(said(then)) alors, \(now) maintenant)")
    }

    /// What a receipt calls something, whoever wrote it.
    static func said(_ text: String) -> String { Visible.cut(Visible.text(text), to: Visible.quotedLength) }

    static func alteration(_ alteration: Receipt.Alteration) -> String {
        switch alteration {
        case .layout:
            "les octets du fichier ont changé depuis qu’il a été écrit, mais non ce qu’il dit (espaces, ordre ou écriture)"
        case .requete: "le cas a été modifié depuis que le reçu a été écrit (son empreinte ne correspond plus)"
        case .decision: "la décision a été modifiée depuis que le reçu a été écrit (son empreinte ne correspond plus)"
        case .rest: "le reçu a été modifié depuis qu’il a été écrit (son empreinte ne correspond plus)"
        }
    }

    static let sameDecision = "ce qu’il dit maintenant mène à la décision qu’il contient"
    static let cannotBeDecided = "tel qu’il est maintenant, il ne peut pas être décidé de nouveau"

    static func notFound(_ replay: Replay, in folder: String, _ search: (examined: Int, isCut: Bool)) -> String {
        let version = replay.policy?.version ?? ""
        let short = said(String((replay.policy?.fingerprint ?? "").prefix(19)))
        let revisions =
            switch (search.examined, search.isCut) {
            case (0, _): "et git ne lui connaît aucune révision"
            case (1, false): "ni dans sa seule révision de git"
            case (let count, false): "ni dans aucune de ses \(counted(count)) révisions de git"
            case (let count, true): "ni dans ses \(counted(count)) dernières révisions de git"
            }
        return
            "les règles de ce reçu (version \(quoted(version)), empreinte \(short)…) ne sont pas dans le dossier "
            + "\(quoted(folder)), \(revisions); nommez leur dossier ou leur révision avec --regles"
    }

    static func otherLanguage(_ version: Int) -> String {
        "ce reçu est de la version \(version) de la langue des règles; ce programme connaît la version "
            + "\(RuleLanguage.version)\u{A0}: prenez le programme de l’époque pour le rejouer"
    }

    static func change(_ change: DecisionChange) -> String {
        let place = (change.object.map { "\(Visible.text($0)), " } ?? "") + said(change.decision)
        return "\(place)\u{A0}: \(issue(change.old)) dans le reçu, \(issue(change.new)) maintenant"
    }

    static func issue(_ side: ComparisonReport.Side?) -> String {
        side.map(ComparisonWording.issue) ?? "absente de ces règles"
    }

    private static let shownKinds = 20

    /// The kinds of things that differ beside issues: the JSON has every place.
    static func rest(_ differences: [JSONDifference]) -> String {
        var kinds: [String] = []
        var known: Set<String> = []
        for difference in differences {
            let names = difference.path.filter { Int($0) == nil && !["objets", "décisions"].contains($0) }
            let kind = quoted(names.prefix(2).joined(separator: ", "))
            if known.insert(kind).inserted { kinds.append(kind) }
        }
        let rest = kinds.count - shownKinds
        if rest > 0 { kinds = kinds.prefix(shownKinds) + ["\(counted(rest)) autre\(rest > 1 ? "s" : "")"] }
        return "diffère aussi\u{A0}: \(FrenchFormat.list(kinds)) (--format json dit tout)"
    }
}
