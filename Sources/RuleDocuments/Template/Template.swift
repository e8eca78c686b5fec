import RuleModel
import SourceText

/// A template whose names are resolved: what is left to do cannot fail.
package struct DocumentTemplate: Sendable {
    /// The template as Mustache reads it, each name replaced by its key: Mustache's own names may hold no dot.
    let text: String
    /// The names that are used, each once.
    let names: [TemplateName]

    /// The key of a name as a text, and as a section: a text that is unknown has no section, but says what is missing.
    static func keys(of place: Int) -> (text: String, section: String) { ("t\(place)", "s\(place)") }

    /// Reads and checks a template; nil when it cannot be used, which is reported.
    ///
    /// - Complexity: linear in the file, and in the vocabulary for each mistake.
    static func read(
        _ file: FileID, in library: SourceLibrary, _ vocabulary: TemplateVocabulary, into bag: inout DiagnosticBag
    ) -> DocumentTemplate? {
        let before = bag.all.count
        bag.report(contentsOf: TextChecks.problems(in: library[file].bytes, of: file))
        guard bag.all.count == before else { return nil }
        var reader = TemplateReader(vocabulary, bag)
        for piece in TemplateScanner.pieces(of: file, in: library, into: &reader.bag) { reader.add(piece) }
        reader.finish()
        bag = reader.bag
        guard bag.all.count == before else { return nil }
        return DocumentTemplate(text: reader.text, names: reader.names)
    }
}

/// Resolves the names of a template, piece by piece.
private struct TemplateReader {
    /// A section that is not closed yet.
    private struct Section {
        let written: Located<String>
        let place: Int
        let scope: TemplateScope?
    }

    var bag: DiagnosticBag
    private(set) var text = ""
    private(set) var names: [TemplateName] = []
    private let vocabulary: TemplateVocabulary
    private var places: [TemplateName: Int] = [:]
    private var open: [Section] = []

    init(_ vocabulary: TemplateVocabulary, _ bag: DiagnosticBag) {
        self.vocabulary = vocabulary
        self.bag = bag
    }

    private var scopes: [TemplateScope] { [.letter] + open.compactMap(\.scope) }

    mutating func add(_ piece: WrittenPiece) {
        switch piece {
        case .text(let written): text += written
        case .variable(let name): variable(name)
        case .opening(let name): section(name, isInverted: false)
        case .inverted(let name): section(name, isInverted: true)
        case .closing(let name): close(name)
        }
    }

    mutating func finish() {
        for section in open { bag.report(.unclosedSection(section.written)) }
    }

    private mutating func variable(_ written: Located<String>) {
        guard let (name, place) = resolve(written) else { return }
        switch name.use {
        case .text: text += "{{\(DocumentTemplate.keys(of: place).text)}}"
        case .flag, .list: bag.report(.notAText(written))
        }
    }

    private mutating func section(_ written: Located<String>, isInverted: Bool) {
        guard let (name, place) = resolve(written) else {
            open.append(Section(written: written, place: -1, scope: nil))
            return
        }
        text += "{{\(isInverted ? "^" : "#")\(DocumentTemplate.keys(of: place).section)}}"
        let scope: TemplateScope? =
            switch name.use {
            case .text, .flag: nil
            case .list(let scope): isInverted ? nil : scope
            }
        open.append(Section(written: written, place: place, scope: scope))
    }

    private mutating func close(_ written: Located<String>) {
        guard let section = open.popLast() else {
            bag.report(.unopenedSection(written))
            return
        }
        guard NameKey.fold(section.written.value) == NameKey.fold(written.value) else {
            bag.report(.otherSection(written, open: section.written))
            return
        }
        if section.place >= 0 { text += "{{/\(DocumentTemplate.keys(of: section.place).section)}}" }
    }

    private mutating func resolve(_ written: Located<String>) -> (TemplateName, Int)? {
        guard let name = vocabulary.resolve(written.value, in: scopes) else {
            bag.report(.unknownTemplateName(written, among: vocabulary.candidates(in: scopes)))
            return nil
        }
        let place = places[name] ?? names.count
        if place == names.count {
            places[name] = place
            names.append(name)
        }
        return (name, place)
    }
}
