import Compression
import RuleAnalysis
import RuleModel
import RuleYAML
import SourceText

/// What `--version` says: the program, the version of the rule language, and the libraries as they are loaded. Those
/// without a version of their own at run time (swift-argument-parser, Mustache) are in docs/libraries.md.
enum ProgramVersion {
    static var text: String {
        let compression = CompressionFormat.libraryVersions
        let libraries = [
            ("libyaml", YAMLReader.libraryVersion), ("utf8proc", Normalization.libraryVersion),
            ("OpenSSL", SHA256.libraryVersion), ("Z3", Analyzer.libraryVersion), ("zlib", compression.zlib),
            ("zstd", compression.zstd),
        ]
        return """
            \(Bienfonde.version)
            langue des règles\u{A0}: version \(RuleLanguage.version)
            bibliothèques\u{A0}: \(libraries.map { "\($0) \($1)" }.joined(separator: ", "))
            """
    }
}
