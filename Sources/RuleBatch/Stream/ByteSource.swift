import Compression
import FileAccess

/// The bytes of an input, decompressed when its name says so, a part at a time.
struct ByteSource {
    private let stream: InputStream
    private let format: CompressionFormat?
    private let decompressor: Decompressor?
    /// Compressed bytes that were read, and how far they are used.
    private var compressed: [UInt8] = []
    private var used = 0
    /// How many bytes were read of the file.
    private(set) var bytesRead = 0

    init(_ stream: InputStream, _ format: CompressionFormat?) throws(FileProblem) {
        self.stream = stream
        self.format = format
        do throws(CompressionProblem) {
            decompressor = try format.map { format throws(CompressionProblem) in try Decompressor(format) }
        } catch {
            throw Self.problem(error, stream, format)
        }
    }

    /// The size of the file, when it is known.
    var size: Int? { stream.size }

    /// Whether the next part comes without waiting.
    var isReady: Bool { used < compressed.count || stream.ready() }

    /// What is at hand and the next bytes after it, with ``BatchBlock/padding`` zero bytes after both.
    mutating func read(after start: ArraySlice<UInt8>, capacity: Int) throws(FileProblem) -> InputStream.Part {
        guard let decompressor else {
            let part = try stream.read(after: start, capacity: capacity, padding: BatchBlock.padding)
            if case .bytes(let bytes) = part { bytesRead += bytes.count - BatchBlock.padding - start.count }
            return part
        }
        while true {
            let output: [UInt8]
            do throws(CompressionProblem) {
                output = try decompressor.next(from: compressed, at: &used)
            } catch {
                throw Self.problem(error, stream, format)
            }
            if !output.isEmpty { return .bytes(start + output + [UInt8](repeating: 0, count: BatchBlock.padding)) }
            switch try stream.read(after: [], capacity: Self.compressedPart) {
            case .bytes(let bytes):
                (compressed, used) = (bytes, 0)
                bytesRead += bytes.count
            case .end:
                guard decompressor.isComplete else { throw FileProblem(stream.subject, .read, .truncated) }
                return .end
            case .interrupted: return .interrupted
            }
        }
    }

    private static let compressedPart = 64 << 10

    private static func problem(
        _ problem: CompressionProblem, _ stream: InputStream, _ format: CompressionFormat?
    ) -> FileProblem {
        switch (problem, format) {
        case (.failed, _), (.notReadable, nil): FileProblem(stream.subject, .read, .other(0))
        case (.notReadable, .gzip): FileProblem(stream.subject, .read, .damaged(format: "gzip"))
        case (.notReadable, .zstandard): FileProblem(stream.subject, .read, .damaged(format: "Zstandard"))
        }
    }
}
