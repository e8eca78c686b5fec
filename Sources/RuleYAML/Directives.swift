import SourceText

/// Looks for `%` directives, which can only stand before a document.
///
/// They are found before libyaml reads them, since it takes quadratic time over many.
enum Directives {
    /// The line of the first directive from an offset on, before any content.
    ///
    /// - Parameter skippingDocumentEnds: whether lines `...` are passed over, as after a document.
    static func first(in bytes: [UInt8], from offset: Int = 0, skippingDocumentEnds: Bool = false) -> Range<Int>? {
        var start = offset
        if offset == 0, bytes.starts(with: ByteOrderMark.utf8) { start = ByteOrderMark.utf8.count }
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = bytes[start..<end]
            if line.first == UInt8(ascii: "%") { return start..<end }
            let content = line.first { $0 > 0x20 }
            let passes = skippingDocumentEnds && line.starts(with: documentEnd)
            if let content, content != UInt8(ascii: "#"), !passes { return nil }
            start = end + 1
        }
        return nil
    }

    private static let documentEnd = Array("...".utf8)
}
