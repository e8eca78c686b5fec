import SourceText

/// A piece of a template, as written: text, or one of Mustache's tags.
enum WrittenPiece {
    case text(String)
    /// `{{name}}`
    case variable(Located<String>)
    /// `{{#name}}`
    case opening(Located<String>)
    /// `{{^name}}`
    case inverted(Located<String>)
    /// `{{/name}}`
    case closing(Located<String>)
}

/// Cuts a template into its pieces; what is not one of the tags above is reported. Comments (`{{! … }}`) are left out.
struct TemplateScanner {
    private let file: FileID
    private let bytes: [UInt8]
    private var pieces: [WrittenPiece] = []

    private init(_ file: FileID, _ bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    static func pieces(of file: FileID, in library: SourceLibrary, into bag: inout DiagnosticBag) -> [WrittenPiece] {
        var scanner = TemplateScanner(file, library[file].bytes)
        scanner.scan(into: &bag)
        return scanner.pieces
    }

    private mutating func scan(into bag: inout DiagnosticBag) {
        var start = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
        while let opening = place(of: Self.opening, from: start) {
            pieces.append(.text(String(decoding: bytes[start..<opening], as: UTF8.self)))
            let inside = opening + Self.opening.count
            guard let closing = place(of: Self.closing, from: inside) else {
                bag.report(.unclosedTag(range(opening, opening + Self.opening.count)))
                return
            }
            let end = closing + Self.closing.count
            tag(inside..<closing, whole: range(opening, end), into: &bag)
            start = isComment(inside) ? afterComment(from: opening, to: end) : end
        }
        pieces.append(.text(String(decoding: bytes[start...], as: UTF8.self)))
    }

    private mutating func tag(_ inside: Range<Int>, whole: SourceRange, into bag: inout DiagnosticBag) {
        // bounded: between two marks found in the bytes
        guard let sigil = bytes[inside].first else { return bag.report(.emptyTag(whole)) }
        switch sigil {
        case UInt8(ascii: "!"): return
        case UInt8(ascii: "#"): append(inside.dropFirst(), whole, into: &bag) { .opening($0) }
        case UInt8(ascii: "^"): append(inside.dropFirst(), whole, into: &bag) { .inverted($0) }
        case UInt8(ascii: "/"): append(inside.dropFirst(), whole, into: &bag) { .closing($0) }
        case UInt8(ascii: "{"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: ">"):
            // bounded: between two marks found in the bytes
            bag.report(.unsupportedTag(String(decoding: bytes[inside], as: UTF8.self), whole))
        default: append(inside, whole, into: &bag) { .variable($0) }
        }
    }

    private mutating func append(
        _ inside: Range<Int>, _ whole: SourceRange, into bag: inout DiagnosticBag,
        _ make: (Located<String>) -> WrittenPiece
    ) {
        // bounded: inside is between two marks found
        guard let first = inside.first(where: { bytes[$0] > 0x20 }), let last = inside.last(where: { bytes[$0] > 0x20 })
        else { return bag.report(.emptyTag(whole)) }
        // bounded: both were found in the bytes
        let name = BorderText.normalized(String(decoding: bytes[first...last], as: UTF8.self))
        pieces.append(make(Located(name, at: range(first, last + 1))))
    }

    private func isComment(_ inside: Int) -> Bool { inside < bytes.count && bytes[inside] == UInt8(ascii: "!") }

    /// A comment alone on its lines takes its line end with it, as the sections do.
    private func afterComment(from opening: Int, to end: Int) -> Int {
        let isAtStart = opening == 0 || bytes[opening - 1] == Self.lineFeed
        return isAtStart && end < bytes.count && bytes[end] == Self.lineFeed ? end + 1 : end
    }

    private func place(of mark: [UInt8], from start: Int) -> Int? {
        guard start + mark.count <= bytes.count else { return nil }
        return (start...(bytes.count - mark.count)).first { bytes[$0..<($0 + mark.count)].elementsEqual(mark) }
    }

    private func range(_ start: Int, _ end: Int) -> SourceRange {
        SourceRange(file: file, start: UInt32(start), end: UInt32(end))  // bounded: places in a file (Limits.fileBytes)
    }

    private static let opening = Array("{{".utf8)
    private static let closing = Array("}}".utf8)
    private static let lineFeed = UInt8(ascii: "\n")
}
