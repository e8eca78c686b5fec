import FileAccess
import Foundation
import Glibc

/// Bytes under a path, in memory, for what reads files alone.
enum MemoryFile {
    /// Gives the path to `body`; what cannot be read for its own reasons is no finding.
    static func with(_ bytes: [UInt8], _ body: (String) throws(FileProblem) -> String?) -> String? {
        let path = "/dev/shm/bienfonde-\(UUID().uuidString)"
        let number = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard number >= 0 else { return "no file in memory" }
        // Only the descriptor keeps it: a crash leaves nothing.
        _ = unsafe unlink(path)
        defer { _ = close(number) }
        let written = unsafe bytes.withUnsafeBytes { unsafe write(number, $0.baseAddress, $0.count) }
        guard written == bytes.count || bytes.isEmpty else { return "no file in memory" }
        do throws(FileProblem) {
            return try body("/proc/self/fd/\(number)")
        } catch {
            return error.sentence.contains("\n") ? "a sentence of two lines" : nil
        }
    }
}
