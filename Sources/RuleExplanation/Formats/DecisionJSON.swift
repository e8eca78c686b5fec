package import RuleEngine
package import RuleJSON
package import RuleModel
package import SourceText

/// A decided case as the JSON of docs/json.md.
package struct DecisionJSON {
    let set: RuleSet
    let places: PlaceIndex
    let detail: ExplanationDetail

    package init(_ set: RuleSet, placedBy places: PlaceIndex, detail: ExplanationDetail = .complete) {
        self.set = set
        self.places = places
        self.detail = detail
    }

    /// The whole object; `explication` is absent when no explanation is asked for.
    package func value(of decided: DecidedCase) -> JSONValue {
        .object(entries(of: decided, explained: detail != .none, fingerprint: fingerprint(of: decided)))
    }

    /// The outer `empreinte`: the SHA-256 of the canonical JSON without `empreinte` and `explication`, those of the
    /// objects included, so that it does not depend on how much was explained.
    package func fingerprint(of decided: DecidedCase) -> String {
        let bare = JSONValue.object(entries(of: decided, explained: false, fingerprint: nil))
        return "sha256:" + SHA256.hex(of: bare.bytes(.canonical))
    }

    private func entries(
        of decided: DecidedCase, explained: Bool, fingerprint: String?
    ) -> [(String, JSONValue)] {
        var entries: [(String, JSONValue)] = [
            ("nom", .optional(decided.name)), ("nature", .text("proposition")),
        ]
        if let masked = decided.masked { entries.append(("masqués", .texts(masked))) }
        if let fingerprint { entries.append(("empreinte", .text(fingerprint))) }
        if case .one(let matter) = decided.matters { entries += date(of: matter) }
        entries.append(("politique", policy))
        switch decided.matters {
        case .one(let matter): entries += content(of: matter, explained: explained)
        case .several(let matters):
            let objects = matters.enumerated().map { index, matter in
                let name: (String, JSONValue) = ("nom", .text(decided.objectName(index)))
                return JSONValue.object([name] + date(of: matter) + content(of: matter, explained: explained))
            }
            entries.append(("objets", .list(objects)))
            entries.append(("ensemble", Self.agreement(of: decided, by: set)))
        }
        return entries
    }

    private var policy: JSONValue {
        .object([
            ("nom", .text(set.policy.name)), ("version", .text(set.policy.version)),
            ("empreinte", .text(set.fingerprint)),
        ])
    }

    /// `ensemble`.
    package static func agreement(of decided: DecidedCase, by set: RuleSet) -> JSONValue {
        let entries = set.decisionsInOrder.map { id in
            let agreement = decided.agreement(on: id, by: set)
            let outcomes = set[id].outcomes.map(\.name)
            let issues = agreement.results.map { result in
                switch result {
                case .outcome(let index): JSONValue.text(outcomes[index])
                case .members(let members): JSONValue.texts(members.map { outcomes[$0] })
                case .none(let state): JSONValue.text(state.word)
                }
            }
            let value = JSONValue.object([("accord", .bool(agreement.agrees)), ("issues", .list(issues))])
            return (set[id].name, value)
        }
        return .object(entries)
    }
}
