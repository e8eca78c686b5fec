import PolicyValues
import RuleJSON
import SourceText

/// A text read for a test: its root, and what was said about it.
struct Reading {
    let root: Node?
    let library: SourceLibrary
    let problems: [Diagnostic]

    init(_ bytes: [UInt8], extent: JSONReader.Extent = .file, root kind: JSONReader.Root = .anything) {
        var library = SourceLibrary()
        let file = library.add(path: "cas.json", bytes: bytes)
        var bag = DiagnosticBag()
        root = JSONReader.read(library[file].bytes, of: file, extent: extent, root: kind, into: &bag)
        self.library = library
        problems = bag.sorted
    }

    init(_ text: String, extent: JSONReader.Extent = .file, root kind: JSONReader.Root = .anything) {
        self.init(Array(text.utf8), extent: extent, root: kind)
    }

    /// The codes, in order.
    var codes: [DiagnosticCode] { problems.map(\.code) }

    /// What the user sees.
    var printed: String {
        var bag = DiagnosticBag()
        bag.report(contentsOf: problems)
        return DiagnosticPrinter(library).print(bag).replacing("\u{A0}", with: "·")
    }

    /// The source text of a range.
    func underlined(_ range: SourceRange) -> String { String(decoding: library.bytes(in: range), as: UTF8.self) }

    /// The text with a correction applied.
    func applying(_ fix: Diagnostic.Fix) -> String {
        var bytes = library[fix.range.file].bytes
        bytes.replaceSubrange(Int(fix.range.start)..<Int(fix.range.end), with: fix.replacement.utf8)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Node {
    /// The value, for comparison: numbers by value, booleans as such.
    var value: JSONValue {
        switch content {
        case .sequence(let elements): .list(elements.map(\.value))
        case .mapping(let entries): .object(entries.map { ($0.key.value, $0.value.value) })
        case .scalar(let scalar):
            switch scalar.style {
            case .number:
                switch JSONNumber.decimal(of: scalar.text) {
                case .success(let number): .number(number)
                case .failure(let problem): .text("\(scalar.text): \(problem)")
                }
            case .boolean: .bool(scalar.text == "true")
            case .null: .null
            case .plain, .quoted, .block: .text(scalar.text)
            }
        }
    }
}
