/// Takes compressed bytes part by part and gives what they stand for. Several streams one after the other, as `cat`
/// makes of several files, count as one.
package final class Decompressor {
    private enum Stream {
        case gzip(GzipReader)
        case zstandard(ZstandardReader)
    }

    private let stream: Stream

    package init(_ format: CompressionFormat) throws(CompressionProblem) {
        switch format {
        case .gzip: stream = .gzip(try GzipReader())
        case .zstandard: stream = .zstandard(try ZstandardReader())
        }
    }

    /// What the bytes from `start` on stand for, at most ``CompressionPart/size`` of it, so that memory stays bounded
    /// however well they were compressed; `start` moves past what was taken. When it is the end of the bytes and
    /// nothing comes any more, the next ones are needed.
    package func next(from bytes: [UInt8], at start: inout Int) throws(CompressionProblem) -> [UInt8] {
        switch stream {
        case .gzip(let reader): try reader.next(from: bytes, at: &start)
        case .zstandard(let reader): try reader.next(from: bytes, at: &start)
        }
    }

    /// Whether what was given so far ends where a stream ends: else the rest is missing.
    package var isComplete: Bool {
        switch stream {
        case .gzip(let reader): reader.isComplete
        case .zstandard(let reader): reader.isComplete
        }
    }
}

/// How much is taken out of a library at a time.
enum CompressionPart {
    static let size = 256 << 10
}
