import RuleSyntax
import SourceText

extension Resolver {
    /// A hole `{{name}}` of a text.
    struct Hole {
        let name: String
        /// The name alone, where the file spells it; else the whole text.
        let range: SourceRange
        /// Whether the name stands there as it is, and can be replaced.
        let isExact: Bool
        /// In the text, braces included.
        let extent: Range<String.Index>
    }

    /// Resolves a text with holes: every name is a fact, definition, parameter or decision.
    mutating func template(_ words: Words) -> Template {
        var pieces: [Template.Piece] = []
        var start = words.value.startIndex
        for hole in holes(in: words) {
            if start < hole.extent.lowerBound {
                pieces.append(.text(String(words.value[start..<hole.extent.lowerBound])))
            }
            start = hole.extent.upperBound
            if let reference = reference(of: hole) { pieces.append(.name(reference)) }
        }
        if start < words.value.endIndex { pieces.append(.text(String(words.value[start...]))) }
        return Template(pieces: pieces)
    }

    private mutating func reference(of hole: Hole) -> Template.Reference? {
        let folded = NameKey.fold(hole.name)
        if let vocable = names.vocabulary[folded] { return .vocable(vocable) }
        if let id = names.parametersByName[folded] { return .parameter(id) }
        if !isMalformed(folded, in: .facts, .definitions, .decisions, .parameters) {
            let known = bag.candidates(names.vocables + names.parameters.map(\.name.value))
            bag.report(.unknownHole(Words(hole.name, at: hole.range), isExact: hole.isExact, known))
        }
        return nil
    }

    /// The holes of a text; braces that are not closed are reported.
    mutating func holes(in words: Words) -> [Hole] {
        let text = words.value
        guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
        var holes: [Hole] = []
        var places = HolePlaces(words.range, in: library)
        var start = text.startIndex
        while let open = Self.pair("{", in: text, from: start) {
            let inside = text.utf8.index(open, offsetBy: 2)
            guard let close = Self.pair("}", in: text, from: inside) else {
                bag.report(.unclosedHole(places.nextOpening() ?? words.range))
                break
            }
            let name = BorderText.normalized(String(text[inside..<close]))
            let place = places.next(named: name)
            start = text.utf8.index(close, offsetBy: 2)
            holes.append(
                Hole(
                    name: name, range: place?.range ?? words.range, isExact: place?.isExact ?? false,
                    extent: open..<start))
        }
        return holes
    }

    /// Where two same braces stand next; looked for by bytes, since a mark may combine with the second for the eye.
    private static func pair(_ brace: Unicode.Scalar, in text: String, from start: String.Index) -> String.Index? {
        let bytes = text.utf8
        var index = start
        while let found = bytes[index...].firstIndex(of: UInt8(ascii: brace)) {
            let next = bytes.index(after: found)
            if next < bytes.endIndex, bytes[next] == UInt8(ascii: brace) { return found }
            index = next
        }
        return nil
    }
}

/// Finds the holes of a text again in the file that spells it, in order. Where an escape or a folded line spells a hole
/// otherwise, there is no place for it.
private struct HolePlaces {
    private let range: SourceRange
    private let bytes: ArraySlice<UInt8>
    private var offset: Int
    /// Whether every hole so far was found: after one that was not, later ones cannot be told apart.
    private var isInStep = true

    init(_ range: SourceRange, in library: SourceLibrary) {
        self.range = range
        bytes = library.bytes(in: range)
        offset = bytes.startIndex
    }

    /// The place of the next hole's name, without the spaces around it, and whether it is spelled there as it is.
    mutating func next(named name: String) -> (range: SourceRange, isExact: Bool)? {
        guard isInStep, let open = pair(UInt8(ascii: "{"), from: offset),
            let close = pair(UInt8(ascii: "}"), from: open + 2)
        else { return fail() }
        offset = close + 2
        let inside = bytes[(open + 2)..<close]  // bounded: the closing pair is looked for after the opening one
        let written = BorderText.normalized(String(decoding: inside, as: UTF8.self))
        let isSingleQuoted = bytes.first == UInt8(ascii: "'")
        guard (isSingleQuoted ? written.replacing("''", with: "'") : written) == name else { return fail() }
        let start = inside.firstIndex { $0 > 0x20 } ?? inside.startIndex
        let end = inside.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return (SourceRange(file: range.file, at: start, length: end - start), written == name)
    }

    /// The place of the next opening braces.
    func nextOpening() -> SourceRange? {
        guard isInStep else { return nil }
        return pair(UInt8(ascii: "{"), from: offset).map { SourceRange(file: range.file, at: $0, length: 2) }
    }

    private mutating func fail() -> (SourceRange, Bool)? {
        isInStep = false
        return nil
    }

    private func pair(_ brace: UInt8, from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.endIndex {
            if bytes[index] == brace, bytes[index + 1] == brace { return index }
            index += 1
        }
        return nil
    }
}
