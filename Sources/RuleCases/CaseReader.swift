import PolicyValues
package import RuleModel
import RuleSyntax
package import SourceText

/// Reads cases (language, section 10) from a located tree, typed by a set's vocabulary.
package struct CaseReader {
    let set: RuleSet
    var bag: DiagnosticBag

    private init(_ set: RuleSet, _ bag: DiagnosticBag) {
        self.set = set
        self.bag = bag
    }

    /// The cases of a file: one, or those of `cas`. What is wrong is reported; a wrong case is left out.
    ///
    /// - Returns: The cases, and whether the file holds a list of them.
    package static func read(
        _ root: Node, in set: RuleSet, into bag: inout DiagnosticBag
    ) -> (cases: [Requete], isList: Bool) {
        let (nodes, isList) = caseNodes(of: root, into: &bag)
        return (nodes.compactMap { readCase($0, in: set, into: &bag) }, isList)
    }

    /// The nodes of a file's cases, so that each can be read by itself.
    ///
    /// - Returns: The nodes, and whether the file holds a list of them (`cas`).
    package static func caseNodes(of root: Node, into bag: inout DiagnosticBag) -> (nodes: [Node], isList: Bool) {
        guard let list = root.entries?.first(where: { $0.key.value == "cas" }) else { return ([root], false) }
        for entry in root.entries ?? [] where entry.key.value != "cas" { bag.report(.keyBesideCases(entry.key)) }
        guard let elements = list.value.elements, !elements.isEmpty else {
            bag.report(.expectedCases(list.value.range))
            return ([], true)
        }
        return (elements, true)
    }

    /// One case; nil when it cannot be used, which is reported.
    package static func readCase(_ node: Node, in set: RuleSet, into bag: inout DiagnosticBag) -> Requete? {
        var reader = CaseReader(set, bag.taken())
        defer { bag = reader.bag }
        return reader.requete(node)
    }

    /// The facts of an example (a mapping of facts, or nothing) as a sheet; nil when it cannot be used.
    package static func readFacts(_ node: Node?, in set: RuleSet, into bag: inout DiagnosticBag) -> FactSheet? {
        var reader = CaseReader(set, bag.taken())
        defer { bag = reader.bag }
        let before = bag.all.count
        var sheet = FactSheet(nothingStatedIn: set)
        reader.state(node, in: &sheet)
        return reader.bag.all.count == before ? sheet : nil
    }

    private mutating func requete(_ node: Node) -> Requete? {
        guard let entries = node.entries else {
            bag.report(.expectedCase(node.range))
            return nil
        }
        let before = bag.all.count
        check(entries, .requete)
        var sheet = FactSheet(nothingStatedIn: set)
        state(entries.value("faits"), in: &sheet)
        let objects = self.objects(entries.value("objets"), over: sheet)
        let requete = Requete(
            name: text(entries.value("nom")), date: date(entries.value("date")),
            narrative: text(entries.value("récit")), facts: sheet, objects: objects,
            expected: entries.value("attendu"),
            expectedFailure: entries.value("échec attendu").flatMap { node in
                text(node).map { Located($0, at: node.range) }
            }, range: node.range)
        return bag.all.count == before ? requete : nil
    }

    private mutating func objects(_ node: Node?, over sheet: FactSheet) -> [Requete.Matter] {
        guard let node else { return [] }
        guard let elements = node.elements, !elements.isEmpty else {
            bag.report(.expectedObjects(node.range))
            return []
        }
        var objects: [Requete.Matter] = []
        for element in elements {
            guard let entries = element.entries else {
                bag.report(.expectedObject(element.range))
                continue
            }
            check(entries, .matter)
            var own = sheet
            state(entries.value("faits"), in: &own)
            objects.append(
                Requete.Matter(
                    name: text(entries.value("nom")), narrative: text(entries.value("récit")), facts: own,
                    expected: entries.value("attendu"), range: element.range))
        }
        return objects
    }

    private mutating func check(_ entries: [Node.Entry], _ layout: Layout) {
        for entry in entries where !layout.allowed.contains(entry.key.value) {
            let isFact = set.vocabulary[NameKey.fold(entry.key.value)] != nil
            bag.report(.unknownCaseKey(entry.key, of: layout, bag.candidates(layout.allowed), isFact: isFact))
        }
    }

    /// The text of a key; an empty one is none.
    private mutating func text(_ node: Node?) -> String? {
        guard let node else { return nil }
        guard let scalar = node.scalar else {
            bag.report(.expectedCaseText(node.range))
            return nil
        }
        return scalar.isEmptyValue ? nil : scalar.text
    }

    private mutating func date(_ node: Node?) -> CivilDate? {
        guard let node, let text = text(node) else { return nil }
        guard let date = CivilDate(iso: text) else {
            bag.report(.invalid(.date, Located(text, at: node.range), "«\u{A0}date\u{A0}»"))
            return nil
        }
        return date
    }
}

extension [Node.Entry] {
    /// The value of a key.
    func value(_ key: String) -> Node? { first { $0.key.value == key }?.value }
}
