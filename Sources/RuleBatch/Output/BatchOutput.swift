package import Compression
package import FileAccess

/// Where answers go, compressed when the name says so.
package struct BatchOutput {
    private let stream: OutputStream
    private let compressor: Compressor?
    /// Whether a line feed always ends an answer, so that what is being written may end after any of them.
    private let hasPlainLines: Bool
    /// How many bytes of the file are whole.
    private var wholeBytes: Int

    package init(
        _ stream: OutputStream, _ format: CompressionFormat?, hasPlainLines: Bool, kept: Int = 0
    ) throws(FileProblem) {
        self.stream = stream
        self.hasPlainLines = hasPlainLines && format == nil
        wholeBytes = kept
        do throws(CompressionProblem) {
            compressor = try format.map { format throws(CompressionProblem) in try Compressor(format) }
        } catch {
            throw stream.problem(.other(0))
        }
    }

    /// Writes answers. When a signal comes while a reader keeps us waiting, ends with the answer that is begun.
    ///
    /// - Returns: how many answers of so many were written.
    package mutating func write(_ bytes: [UInt8], answers: Int) throws(FileProblem) -> Int {
        guard !bytes.isEmpty else { return answers }
        let all = try compressed { compressor throws(CompressionProblem) in try compressor.compress(bytes) } ?? bytes
        do {
            let written = try stream.write(all, stopping: hasPlainLines)
            wholeBytes += written
            guard written < all.count else { return answers }
            return all[..<written].count { $0 == 0x0A }
        } catch {
            // What the disk took of the last answers goes, so that the file holds whole lines.
            stream.cut(to: wholeBytes)
            throw error
        }
    }

    /// Ends what is written; a file gets its name.
    package mutating func finish() throws(FileProblem) {
        if let end = try compressed({ compressor throws(CompressionProblem) in try compressor.finish() }) {
            _ = try stream.write(end, stopping: false)
        }
        try stream.finish()
    }

    /// Ends what is written as far as it goes; a file keeps its partial name.
    package mutating func interrupt() {
        if let end = try? compressed({ compressor throws(CompressionProblem) in try compressor.finish() }) {
            _ = try? stream.write(end, stopping: false)
        }
        stream.flush()
    }

    private func compressed(
        _ body: (Compressor) throws(CompressionProblem) -> [UInt8]
    ) throws(FileProblem) -> [UInt8]? {
        do throws(CompressionProblem) {
            return try compressor.map { compressor throws(CompressionProblem) in try body(compressor) }
        } catch {
            throw stream.problem(.other(0))
        }
    }
}
