import SourceText

/// A text that the client edits: what it holds now, saved or not.
struct OpenDocument {
    let uri: String
    let version: Int
    let bytes: [UInt8]
    let positions: TextPositions

    init(uri: String, version: Int, text: String) {
        self.init(uri: uri, version: version, bytes: Array(text.utf8))
    }

    private init(uri: String, version: Int, bytes: [UInt8]) {
        self.uri = uri
        self.version = version
        self.bytes = bytes
        positions = TextPositions(bytes)
    }

    /// The document after the changes of a `didChange`, in their order.
    func changed(by changes: [Node], version: Int) throws(Refusal) -> OpenDocument {
        var document = self
        for change in changes {
            guard let text = change["text"]?.string else { throw .parameters }
            guard let range = change["range"] else {
                document = OpenDocument(uri: uri, version: version, text: text)
                continue
            }
            let start = try document.positions.offset(range["start"])
            let end = max(start, try document.positions.offset(range["end"]))
            var bytes = document.bytes
            bytes.replaceSubrange(start..<end, with: Array(text.utf8))
            document = OpenDocument(uri: uri, version: version, bytes: bytes)
        }
        return document
    }
}
