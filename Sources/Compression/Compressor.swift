/// Compresses bytes part by part.
package final class Compressor {
    private enum Stream {
        case gzip(GzipWriter)
        case zstandard(ZstandardWriter)
    }

    private let stream: Stream

    package init(_ format: CompressionFormat) throws(CompressionProblem) {
        switch format {
        case .gzip: stream = .gzip(try GzipWriter())
        case .zstandard: stream = .zstandard(try ZstandardWriter())
        }
    }

    /// The compressed form of the next bytes, complete as far as they go: whoever reads what is written so far gets
    /// all of them.
    package func compress(_ bytes: [UInt8]) throws(CompressionProblem) -> [UInt8] { try step(bytes, isLast: false) }

    /// What ends the stream.
    package func finish() throws(CompressionProblem) -> [UInt8] { try step([], isLast: true) }

    private func step(_ bytes: [UInt8], isLast: Bool) throws(CompressionProblem) -> [UInt8] {
        switch stream {
        case .gzip(let writer): try writer.step(bytes, isLast: isLast)
        case .zstandard(let writer): try writer.step(bytes, isLast: isLast)
        }
    }
}
