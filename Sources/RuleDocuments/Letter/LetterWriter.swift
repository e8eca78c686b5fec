import PolicyValues
package import RuleEngine
package import RuleModel

/// Writes letters: a decided case and a template → a document.
package struct LetterWriter {
    private let set: RuleSet
    private let models: DocumentModels

    package init(_ set: RuleSet, _ models: DocumentModels) {
        self.set = set
        self.models = models
    }

    /// The reasoned reply to the personne requérante, a draft for a person to sign.
    package func reply(to decided: DecidedCase) -> Letter {
        Letter(
            draft: LetterWording.replyDraft, LetterReader.read(fill(models.reply, decided, asking: models.questions)))
    }

    /// The request for information to the administrative unit; nil when it holds no open question.
    package func unitRequest(for decided: DecidedCase) -> Letter? {
        let asksSomething = models.unitRequest.names.contains { name in
            guard case .questions = name else { return false }
            return contexts(of: decided, asking: [:]).contains { $0.content(of: name) != .list([]) }
        }
        guard asksSomething else { return nil }
        return Letter(
            draft: LetterWording.requestDraft, LetterReader.read(fill(models.unitRequest, decided, asking: [:])))
    }

    private func contexts(of decided: DecidedCase, asking questions: [FactID: String]) -> [MatterContext] {
        decided.all.enumerated().map { MatterContext(set, $1, at: $0 + 1, asking: questions) }
    }

    private func fill(_ template: DocumentTemplate, _ decided: DecidedCase, asking questions: [FactID: String])
        -> String
    {
        let contexts = contexts(of: decided, asking: questions)
        let filler = TemplateFiller(template)
        let objects = contexts.map { context in
            filler.object(placeholder: context.placeholder) { context.content(of: $0) }
        }
        let isSeveral = if case .several = decided.matters { true } else { false }
        let placeholder: (TemplateName) -> String = { contexts.first?.placeholder(for: $0) ?? "" }
        var letter = filler.object(placeholder: placeholder) { name in
            switch name {
            case .policyName: .text(set.policy.name)
            case .policyVersion: .text(set.policy.version)
            case .severalObjects: .flag(isSeveral)
            case .number, .objectName: nil
            default: together(name, contexts.compactMap { $0.content(of: name) })
            }
        }
        filler.set(.objects, .list(objects), in: &letter)
        return letter.filling(template.text) ?? ""
    }

    /// What the matters say together: the items of all, each once; a question that one of them has; of the rest what
    /// all say alike.
    private func together(_ name: TemplateName, _ contents: [MatterContext.Content]) -> MatterContext.Content? {
        guard let first = contents.first else { return nil }
        let isAgreed = contents.allSatisfy { $0 == first }
        switch first {
        case .text: return isAgreed ? first : .text(nil)
        case .flag:
            if case .hasQuestions = name { return .flag(contents.contains(.flag(true))) }
            return isAgreed ? first : .flag(false)
        case .list:
            var items: [[TemplateName: MatterContext.Content]] = []
            for case .list(let own) in contents { items += own.filter { !items.contains($0) } }
            return .list(items)
        }
    }
}

/// Puts what names say under the keys of a template.
private struct TemplateFiller {
    private let places: [TemplateName: Int]

    init(_ template: DocumentTemplate) {
        places = Dictionary(uniqueKeysWithValues: template.names.enumerated().map { ($1, $0) })
    }

    /// - Parameter placeholder: what stands for a text that is not known.
    func object(
        placeholder: (TemplateName) -> String, _ content: (TemplateName) -> MatterContext.Content?
    ) -> MustacheObject {
        var object = MustacheObject()
        for (name, place) in places {
            guard let content = content(name) else { continue }
            let keys = DocumentTemplate.keys(of: place)
            switch content {
            case .text(let text):
                object.set(keys.text, .text(LetterReader.escaped(text ?? placeholder(name))))
                object.set(keys.section, .flag(text != nil))
            case .flag(let flag): object.set(keys.section, .flag(flag))
            case .list(let items):
                let objects = items.map { item in self.object(placeholder: placeholder) { item[$0] } }
                object.set(keys.section, .list(objects))
            }
        }
        return object
    }

    func set(_ name: TemplateName, _ entry: MustacheObject.Entry, in object: inout MustacheObject) {
        if let place = places[name] { object.set(DocumentTemplate.keys(of: place).section, entry) }
    }
}
