/// The rule language that this program reads.
package enum RuleLanguage {
    /// Its version, counted from 1. It changes when the same rules could decide the same case otherwise than before, or
    /// when fingerprints are made otherwise: a kept decision is decided again only by the version it was made with.
    package static let version = 1
}
