import Foundation
import Glibc
import Synchronization
import Testing

@testable import FileAccess

/// A folder for one test, removed with what is in it.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        var template = Array("/tmp/bienfonde-tests.XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
            guard let base = buffer.baseAddress, let name = unsafe mkdtemp(base) else { return nil }
            return unsafe String(cString: name)
        }
        path = try #require(made)
    }

    deinit { Self.remove(path) }

    private static func remove(_ path: String) {
        _ = unsafe chmod(path, 0o700)
        for name in (try? FolderListing.names(in: path)) ?? [] {
            unsafe withBytes(path, name) { inside in
                if unsafe unlink(inside) == 0 { return }
                if let text = unsafe String(validatingCString: inside) { remove(text) }
            }
        }
        _ = unsafe rmdir(path)
    }

    /// Calls with the C text of a path whose last name may be any bytes.
    static func withBytes(_ folder: String, _ name: [UInt8], _ body: (UnsafePointer<CChar>) -> Void) {
        let bytes = (Array(folder.utf8) + [UInt8(ascii: "/")] + name + [0]).map { CChar(bitPattern: $0) }
        unsafe bytes.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { unsafe body(base) }
        }
    }

    func place(_ name: String) -> String { path + "/" + name }

    /// Makes a file, and the folders that it is in.
    func make(_ name: String, _ text: String = "", mode: mode_t = 0o644) throws {
        let parts = name.split(separator: "/")
        for count in 1..<max(1, parts.count) { _ = unsafe mkdir(place(parts[..<count].joined(separator: "/")), 0o755) }
        let file = try Descriptor(opening: place(name), O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
        try Transfer.writeAll(Array(text.utf8), to: file.number)
        _ = fchmod(file.number, mode)
    }

    func link(_ name: String, to target: String) { _ = unsafe symlink(target, place(name)) }

    func text(_ name: String) throws -> String {
        String(decoding: try FileReader.read(place(name), limit: 1 << 20), as: UTF8.self)
    }

    /// Everything that stands in the folder itself.
    var names: [String] {
        get throws { try FolderListing.names(in: path).map { String(decoding: $0, as: UTF8.self) } }
    }
}

/// Something that goes on beside the test, on a thread of its own: it may wait for the test, and the test for it.
final class Companion<Result: Sendable>: Sendable {
    private let done = DispatchSemaphore(value: 0)
    private let result = Mutex<Result?>(nil)

    init(_ body: @escaping @Sendable () -> Result) {
        Thread.detachNewThread { [self] in
            let value = body()
            result.withLock { $0 = value }
            done.signal()
        }
    }

    /// What came of it, once it has ended.
    func wait() throws -> Result {
        done.wait()
        return try #require(result.withLock { $0 })
    }
}

/// Whether the tests run as one whom permissions do not bind.
let isRoot = geteuid() == 0

/// The reason of the problem that a call ends with, nil when it succeeds.
func reason<Result>(_ body: () throws(FileProblem) -> Result) -> FileProblem.Reason? {
    do {
        _ = try body()
        return nil
    } catch {
        return error.reason
    }
}
