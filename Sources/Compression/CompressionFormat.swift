/// The compressed formats that a name can ask for.
package enum CompressionFormat: Hashable, Sendable {
    /// The versions of zlib and libzstd that are loaded.
    package static var libraryVersions: (zlib: String, zstd: String) {
        (Zlib.libraryVersion, ZstandardLibrary.version)
    }

    /// RFC 1952, `.gz`.
    case gzip
    /// RFC 8878, `.zst`.
    case zstandard

    /// What the end of a path tells.
    package init?(path: String) {
        let name = path.lowercased()
        if name.hasSuffix(".gz") {
            self = .gzip
        } else if name.hasSuffix(".zst") {
            self = .zstandard
        } else {
            return nil
        }
    }

    /// A path without the ending that told the format.
    package static func bare(_ path: String) -> String {
        switch CompressionFormat(path: path) {
        case .gzip: String(path.dropLast(".gz".count))
        case .zstandard: String(path.dropLast(".zst".count))
        case nil: path
        }
    }
}

/// Why compressed bytes cannot be read on, or bytes not be compressed.
package enum CompressionProblem: Error, Hashable, Sendable {
    /// Not of the format, or damaged.
    case notReadable
    /// The library refused, mostly for lack of memory.
    case failed
}
