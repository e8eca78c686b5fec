import RuleSyntax
import SourceText

extension Resolver {
    /// A hole `{{name}}` of a text.
    struct Hole {
        let name: String
        let range: SourceRange
        /// In the text, braces included.
        let extent: Range<String.Index>
    }

    /// Resolves a text with holes: every name is a fact, definition, parameter or decision.
    mutating func template(_ words: Words) -> Template {
        var pieces: [Template.Piece] = []
        var start = words.value.startIndex
        for hole in holes(in: words) {
            if start < hole.extent.lowerBound { pieces.append(.text(String(words.value[start..<hole.extent.lowerBound]))) }
            start = hole.extent.upperBound
            let folded = NameKey.fold(hole.name)
            if let vocable = names.vocabulary[folded] {
                pieces.append(.name(.vocable(vocable)))
            } else if let id = names.parametersByName[folded] {
                pieces.append(.name(.parameter(id)))
            } else {
                bag.report(
                    .unknownHole(
                        Words(hole.name, at: hole.range), vocabularyNames + names.parameters.map(\.name.value)))
            }
        }
        if start < words.value.endIndex { pieces.append(.text(String(words.value[start...]))) }
        return Template(pieces: pieces)
    }

    /// The holes of a text; a brace that is not closed is reported.
    ///
    /// The place is that of the whole text: a folded or escaped text has no place for each of its characters.
    mutating func holes(in words: Words) -> [Hole] {
        var holes: [Hole] = []
        var rest = words.value[...]
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                bag.report(.unclosedHole(words.range))
                break
            }
            let name = rest[open.upperBound..<close.lowerBound]
            holes.append(
                Hole(
                    name: BorderText.normalized(String(name)), range: words.range,
                    extent: open.lowerBound..<close.upperBound))
            rest = rest[close.upperBound...]
        }
        return holes
    }
}
