import PolicyValues
package import RuleJSON
import SourceText

/// The report of `rejouer`.
package struct ReplayReport {
    private let replays: [Replay]
    private let program: String
    private let folder: String
    private let search: (examined: Int, isCut: Bool)

    /// - Parameters:
    ///   - program: the version of the program that decided again.
    ///   - folder: where the rules were looked for.
    ///   - search: how many of its revisions were looked at, and whether there are more.
    package init(_ replays: [Replay], by program: String, in folder: String, search: (examined: Int, isCut: Bool)) {
        self.replays = replays
        self.program = program
        self.folder = folder
        self.search = search
    }

    /// A line for each receipt, what differs under it, and a count at the end where there are several.
    package var text: String {
        if replays.isEmpty { return ReplayWording.nothing + "\n" }
        var lines = replays.flatMap { replay in
            [ReplayWording.headline(replay)] + details(of: replay).map { "  - \($0)" }
        }
        if replays.count > 1 { lines += ["", ReplayWording.summary(replays)] }
        return lines.joined(separator: "\n") + "\n"
    }

    package var json: JSONValue {
        .object([
            ("reçus", .list(replays.map(value))), ("identiques", .int(replays.count(where: \.isIdentical))),
            ("total", .int(replays.count)),
        ])
    }

    private func details(of replay: Replay) -> [String] {
        switch replay.verdict {
        case .identical: return []
        case .different(let differences, let then):
            return [ReplayWording.otherProgram(then: then, now: program)] + shown(differences)
        case .altered(let alterations, let differences):
            let changed = alterations.map(ReplayWording.alteration)
            guard let differences else { return changed + [ReplayWording.cannotBeDecided] }
            return changed + (differences.places.isEmpty ? [ReplayWording.sameDecision] : shown(differences))
        case .setNotFound: return [ReplayWording.notFound(replay, in: folder, search)]
        case .otherLanguage(let version): return [ReplayWording.otherLanguage(version)]
        case .undecidable(let reasons): return reasons
        }
    }

    private func shown(_ differences: Replay.Differences) -> [String] {
        let decisions = differences.decisions.filter(\.isOfIssue)
        let told = Set(decisions.map(\.decision))
        let rest = differences.places.filter { place in
            let decision = place.path.drop { $0 != "décisions" }.dropFirst().first
            return decision.map { !told.contains($0) } ?? true
        }
        return decisions.map(ReplayWording.change) + (rest.isEmpty ? [] : [ReplayWording.rest(rest)])
    }

    private func value(of replay: Replay) -> JSONValue {
        var entries: [(String, JSONValue)] = [("fichier", .text(replay.path))]
        if let number = replay.number { entries.append(("rang", .int(number))) }
        entries += [("nom", .optional(replay.name)), ("verdict", .text(ReplayWording.verdict(replay.verdict)))]
        if let policy = replay.policy {
            entries.append(
                (
                    "politique",
                    .object([("version", .text(policy.version)), ("empreinte", .text(policy.fingerprint))])
                ))
        }
        entries.append(("révision", .optional(replay.revision)))
        entries.append(("raisons", .texts(reasons(of: replay))))
        entries.append(("différences", .list(differences(of: replay).map(value))))
        return .object(entries)
    }

    private func reasons(of replay: Replay) -> [String] {
        switch replay.verdict {
        case .identical: []
        case .different(_, let then): [ReplayWording.otherProgram(then: then, now: program)]
        case .altered(let alterations, _): alterations.map(ReplayWording.alteration)
        case .setNotFound, .otherLanguage, .undecidable: details(of: replay)
        }
    }

    private func differences(of replay: Replay) -> [JSONDifference] {
        switch replay.verdict {
        case .different(let differences, _): differences.places
        case .altered(_, let differences): differences?.places ?? []
        case .identical, .setNotFound, .otherLanguage, .undecidable: []
        }
    }

    private func value(of difference: JSONDifference) -> JSONValue {
        .object([
            ("chemin", .texts(difference.path)), ("reçu", difference.before ?? .null),
            ("maintenant", difference.after ?? .null),
        ])
    }
}

extension Replay {
    var isIdentical: Bool { if case .identical = verdict { true } else { false } }
}
