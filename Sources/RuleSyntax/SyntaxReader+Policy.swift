import SourceText

extension SyntaxReader {
    mutating func policy(_ entry: Node.Entry) -> WrittenPolicy? {
        guard let fields = Fields(entry.value, as: .policy, named: nil, into: &bag) else { return nil }
        return WrittenPolicy(
            range: entry.key.range, name: fields.words("nom", &bag), version: fields.words("version", &bag),
            description: fields.words("description", &bag), documents: documents(fields["documents"]),
            referenceDate: fields.words("date de référence", &bag), inForce: period(fields["en vigueur"]),
            levels: fields["vérification"]?.meanings(&bag) ?? [])
    }

    private mutating func documents(_ node: Node?) -> [WrittenDocument] {
        guard let node else { return [] }
        var documents: [WrittenDocument] = []
        for entry in node.mapping(&bag) {
            // A malformed entry declares its name all the same, so that the sources that cite it are not reported.
            let fields = Fields(entry.value, as: .document, named: entry.key, into: &bag)
            documents.append(
                WrittenDocument(
                    name: entry.key, title: fields?.words("titre", &bag), file: fields?.words("fichier", &bag),
                    usage: fields?.words("usage", &bag), exempt: exempt(fields?["hors règles"])))
        }
        return documents
    }

    private mutating func exempt(_ node: Node?) -> [WrittenDocument.Exempt] {
        var exempt: [WrittenDocument.Exempt] = []
        for item in node?.list(&bag) ?? [] {
            guard let passage = Fields(item, as: .exempt, into: &bag),
                let extract = passage.words("extrait", &bag), let reason = passage.words("pourquoi", &bag)
            else { continue }
            exempt.append(.init(extract: extract, reason: reason))
        }
        return exempt
    }

    /// `{du, au}` or a bare date, wherever `en vigueur` stands.
    mutating func period(_ node: Node?) -> WrittenPeriod? {
        guard let node, !node.isReported else { return nil }
        if node.scalar != nil { return WrittenPeriod(from: node.words(&bag), through: nil, range: node.range) }
        guard let fields = Fields(node, as: .period, into: &bag) else { return nil }
        return WrittenPeriod(from: fields.words("du", &bag), through: fields.words("au", &bag), range: node.range)
    }

    /// One source or a list of them.
    mutating func sources(_ node: Node?) -> [WrittenSource] {
        guard let node, !node.isReported else { return [] }
        let all = node.elements == nil ? [node] : node.list(&bag)
        var sources: [WrittenSource] = []
        for item in all {
            guard let fields = Fields(item, as: .source, into: &bag) else { continue }
            let addition = fields.words("ajout", &bag)
            let document = fields.words("document", &bag)
            if fields["ajout"] == nil, fields["document"] == nil { bag.report(.incompleteSource(item.range)) }
            for key in ["document", "section", "extrait"] where fields["ajout"] != nil {
                if let range = fields.keyRange(key) { bag.report(.additionWithDocument(key, range)) }
            }
            sources.append(
                WrittenSource(
                    document: document, section: fields.words("section", &bag), extract: fields.words("extrait", &bag),
                    addition: addition, range: item.range))
        }
        return sources
    }

    mutating func examples(_ node: Node?, as layout: Layout = .example) -> [WrittenExample] {
        guard let node else { return [] }
        var examples: [WrittenExample] = []
        for item in node.list(&bag) {
            guard let fields = Fields(item, as: layout, into: &bag) else { continue }
            examples.append(
                WrittenExample(
                    name: fields.words("nom", &bag), facts: fields["faits"], date: fields.words("date", &bag),
                    expected: fields["attendu"], range: item.range))
        }
        return examples
    }
}
