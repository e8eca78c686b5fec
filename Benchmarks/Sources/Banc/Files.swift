import Glibc

/// Whole files, for data of the bench.
enum Files {
    struct Problem: Error { let path: String }

    static func read(_ path: String) throws -> [UInt8] {
        guard let file = unsafe fopen(path, "r") else { throw Problem(path: path) }
        defer { unsafe _ = fclose(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe fread(&part, 1, part.count, file)
            if count == 0 { return bytes }
            bytes += part.prefix(count)
        }
    }

    static func text(_ path: String) throws -> String { String(decoding: try read(path), as: UTF8.self) }

    static func write(_ path: String, _ body: (_ append: (String) -> Void) -> Void) throws {
        let opened = unsafe path == "-" ? fdopen(STDOUT_FILENO, "w") : fopen(path, "w")
        guard let file = unsafe opened else { throw Problem(path: path) }
        var failed = false
        body { text in
            var text = text
            text.withUTF8 { bytes in
                failed = unsafe fwrite(bytes.baseAddress, 1, bytes.count, file) != bytes.count || failed
            }
        }
        if unsafe fflush(file) != 0 || failed { throw Problem(path: path) }
        if path != "-" { unsafe _ = fclose(file) }
    }

    static func makeFolder(_ path: String) { _ = unsafe mkdir(path, 0o777) }
}
