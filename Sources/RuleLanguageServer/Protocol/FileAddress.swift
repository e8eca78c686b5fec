/// The `file:` URI of a path, and back (RFC 8089).
enum FileAddress {
    /// The path, or nil for another scheme.
    static func path(of uri: String) -> String? {
        guard uri.hasPrefix("file://") else { return nil }
        let rest = uri.dropFirst("file://".count).utf8
        guard let start = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        var bytes: [UInt8] = []
        var index = start
        while index < rest.endIndex {
            let byte = rest[index]
            index = rest.index(after: index)
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let end = rest.index(index, offsetBy: 2, limitedBy: rest.endIndex),
                let value = UInt8(String(decoding: rest[index..<end], as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            index = end
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func uri(of path: String) -> String {
        "file://"
            + path.utf8.map { byte in
                let isPlain =
                    byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter
                    || byte < 0x80 && Character(Unicode.Scalar(byte)).isNumber || "-._~/".utf8.contains(byte)
                let digits = String(byte, radix: 16, uppercase: true)
                return isPlain ? String(Unicode.Scalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
            }.joined()
    }
}
