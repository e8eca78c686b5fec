/// Takes messages out of a stream of bytes: each has a header that tells its length (LSP, « Base Protocol »).
struct MessageFraming {
    enum Frame: Equatable {
        case message([UInt8])
        /// A header without a length that can be used: what follows cannot be told apart.
        case broken
    }

    private var bytes: ArraySlice<UInt8> = []

    /// A header is two short lines.
    private static let longestHeader = 4096
    /// A message holds at most a file, which JSON may spell with up to six bytes for one.
    private static let longestMessage = 32 << 20
    private static let headerEnd = Array("\r\n\r\n".utf8)

    mutating func append(_ more: some Sequence<UInt8>) { bytes = ArraySlice(Array(bytes) + Array(more)) }

    /// The next whole message, or nil until more bytes come.
    mutating func next() -> Frame? {
        guard let end = endOfHeader else { return bytes.count > Self.longestHeader ? .broken : nil }
        guard let length = Self.length(in: bytes[..<end]), length <= Self.longestMessage else { return .broken }
        let start = end + Self.headerEnd.count
        guard bytes.endIndex - start >= length else { return nil }
        let message = Array(bytes[start..<(start + length)])
        bytes = bytes[(start + length)...]
        return .message(message)
    }

    private var endOfHeader: Int? {
        let limit = min(bytes.endIndex, bytes.startIndex + Self.longestHeader)
        var index = bytes.startIndex
        while index + 3 < limit {
            if bytes[index...].starts(with: Self.headerEnd) { return index }
            index += 1
        }
        return nil
    }

    private static func length(in header: ArraySlice<UInt8>) -> Int? {
        for line in String(decoding: header, as: UTF8.self).split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard let name = parts.first, let value = parts.last, parts.count == 2 else { return nil }
            if name.lowercased() == "content-length" {
                return Int(value.filter { $0 != " " }).flatMap { $0 >= 0 ? $0 : nil }
            }
        }
        return nil
    }

    /// A message with its header.
    static func framed(_ message: [UInt8]) -> [UInt8] {
        Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
    }
}
