package import SourceText

/// Reads JSON (RFC 8259) into located nodes, strictly: what two readers could understand differently is refused.
///
/// Text and keys come out in NFC and trimmed of space, tab, LF and CR; numbers, booleans and nulls keep their spelling
/// under their own style. A key may stand once only in an object, after normalisation and with `’` and `'` as one.
package enum JSONReader {
    /// What a text is a whole of: the messages say « fichier » or « ligne ».
    package enum Extent: Sendable {
        case file
        /// A line of a batch.
        case line
        /// A message of a protocol: its texts stay as they are, however long.
        case message
    }

    /// What may stand at the top.
    package enum Root: Sendable {
        case anything
        /// A case, in a file or on a line.
        case caseObject
    }

    /// The root of a file of the library, or nil when something is wrong with it, all of it being said.
    ///
    /// - Complexity: linear in the size of the file; recursion to ``Limits/depth``.
    package static func read(
        _ file: FileID, in library: SourceLibrary, root: Root = .anything, into bag: inout DiagnosticBag
    ) -> Node? {
        read(library[file].bytes, of: file, root: root, into: &bag)
    }

    /// The root of a text; places are offsets in `bytes`.
    ///
    /// - Parameter limit: how many bytes the text may have.
    package static func read(
        _ bytes: [UInt8], of file: FileID, extent: Extent = .file, root: Root = .anything,
        limit: Int = Limits.fileBytes, into bag: inout DiagnosticBag
    ) -> Node? {
        let encoding = TextChecks.problems(in: bytes, of: file, accepting: .anyCharacter, limit: limit)
        guard encoding.isEmpty else {
            bag.report(contentsOf: encoding)
            return nil
        }
        var parser = JSONParser(bytes, of: file, extent)
        let node = parser.parse(root)
        bag.report(contentsOf: parser.found)
        return parser.found.isEmpty ? node : nil
    }
}
