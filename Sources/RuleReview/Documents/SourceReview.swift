import FileAccess
package import RuleAnalysis
package import RuleModel
package import SourceText

/// An extract that its document carries.
package struct LocatedExtract: Sendable {
    /// The rule, fact, definition… that cites it; nil for a passage `hors règles`.
    package let owner: String?
    package let document: String
    package let section: String?
    package let extract: String
    /// Where the extract is cited.
    package let citation: SourceRange
    /// Where it stands in the document.
    package let passage: SourceRange
}

/// A document that was read.
package struct ReadDocument: Sendable {
    /// A title in the text: at an offset, with its number, as `4.2`, where it has one.
    package struct Heading: Sendable {
        package let offset: Int
        package let number: String?
    }

    package let name: String
    package let file: FileID
    /// In the order of the text.
    package let headings: [Heading]
}

/// Looks up every source of a set in its document (language, section 8).
package struct SourceReview {
    package private(set) var findings: [Finding] = []
    /// In the order in which sources are listed.
    package private(set) var located: [LocatedExtract] = []

    private let set: RuleSet
    private let texts: [String: DocumentText]

    /// The documents that could be read, in the order of the set.
    package var documents: [ReadDocument] {
        self.set.documents.compactMap { document in
            texts[NameKey.fold(document.name)].map { text in
                ReadDocument(
                    name: document.name, file: text.file,
                    headings: text.headings.map { .init(offset: $0.offset, number: $0.number) })
            }
        }
    }

    /// Reads the documents, and looks up every extract.
    ///
    /// - Parameter library: gets the documents' files, so that places in them can be shown.
    package init(_ set: RuleSet, into library: inout SourceLibrary) {
        self.set = set
        var shelf = DocumentShelf(set)
        texts = shelf.read(into: &library)
        for (document, problem) in shelf.problems { report(.missingDocument(document, problem)) }
        let citations = set.citations
        for citation in citations { check(citation) }
        for document in set.documents {
            for exempt in document.exempt {
                let key = NameKey.fold(document.name)
                look(up: exempt.extract, in: key, section: nil, cited: exempt.range, by: nil)
            }
        }
        for rule in set.rules where rule.sources.isEmpty { report(.missingSource(rule)) }
        let cited = Set(citations.compactMap(\.documentKey))
        for document in set.documents where document.usage == nil && !cited.contains(NameKey.fold(document.name)) {
            report(.unusedDocument(document))
        }
    }

    private mutating func report(_ remark: ReviewRemark) {
        if let finding = remark.finding(under: set.policy) { findings.append(finding) }
    }

    private mutating func check(_ citation: Citation) {
        guard let key = citation.documentKey, case .passage(_, let section, let extract?) = citation.source.kind
        else { return }
        look(up: extract, in: key, section: section, cited: citation.source.range, by: citation.owner)
    }

    private mutating func look(
        up extract: String, in key: String, section: String?, cited range: SourceRange, by owner: String?
    ) {
        guard let text = texts[key], let document = set.documents.first(where: { NameKey.fold($0.name) == key }) else {
            return
        }
        let expected = section.flatMap { text.section($0) }
        guard let passage = text.matcher.find(extract, preferably: expected) else {
            let nearest = text.words.nearest(to: extract)
            return report(
                .missingExtract(
                    extract, document, range, owner, nearest.map { ($0, text.file.range(of: $0.bytes)) }))
        }
        let place = text.file.range(of: passage.bytes)
        located.append(
            LocatedExtract(
                owner: owner, document: document.name, section: section, extract: extract, citation: range,
                passage: place))
        if let expected, let section, !expected.contains(passage.bytes.lowerBound) {
            report(.otherSection(section, document, range, owner, place))
        }
    }
}

extension FileID {
    fileprivate func range(of bytes: Range<Int>) -> SourceRange {
        // bounded: places in a file (Limits.fileBytes)
        SourceRange(file: self, start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound))
    }
}

/// Reads the documents of a set.
private struct DocumentShelf {
    private let documents: [Document]
    private(set) var problems: [(Document, String)] = []

    init(_ set: RuleSet) { documents = set.documents }

    /// The documents that can be read, by folded name. One without `fichier` is not looked into.
    mutating func read(into library: inout SourceLibrary) -> [String: DocumentText] {
        var texts: [String: DocumentText] = [:]
        for document in documents {
            guard let file = document.file else { continue }
            let path = Self.path(of: file, from: library[document.range.file].path)
            do throws(FileProblem) {
                let bytes = try FileReader.read(path, limit: Limits.setBytes)
                guard String(validating: bytes, as: UTF8.self) != nil else {
                    problems.append((document, ReviewRemark.notText(path)))
                    continue
                }
                texts[NameKey.fold(document.name)] = DocumentText(library.add(path: path, bytes: bytes), in: library)
            } catch {
                problems.append((document, error.sentence))
            }
        }
        return texts
    }

    /// The path from the file that declares the document, `..` resolved where it can be.
    static func path(of file: String, from declaring: String) -> String {
        if file.hasPrefix("/") { return file }
        var parts = declaring.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        for part in file.split(separator: "/").map(String.init) where part != "." {
            if part == "..", let last = parts.last, last != "..", last != ".", !last.isEmpty {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
