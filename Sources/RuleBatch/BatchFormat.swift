import Compression

/// The notations of a batch, in and out.
package enum BatchFormat: String, CaseIterable, Sendable {
    case ndjson
    case csv

    /// What a path tells, whether or not it is compressed; NDJSON where it tells nothing.
    package init(path: String) {
        self = CompressionFormat.bare(path).lowercased().hasSuffix(".csv") ? .csv : .ndjson
    }
}
