import Foundation

/// Whether the tests run under a sanitizer (scripts/assainisseurs), which maps the whole of the addresses and must be
/// loaded first: memory cannot be bounded then, nor a library be put before it.
enum Sanitizer {
    static let isAbsent = ProcessInfo.processInfo.environment["BIENFONDE_ASSAINISSEUR"] == nil

    /// What scripts find in their environment: under a sanitizer, a `ulimit` that leaves memory and stacks unbounded.
    static let environment: [String: String] =
        isAbsent ? [:] : ["BASH_FUNC_ulimit%%": "() { case $1 in -v | -s) ;; *) builtin ulimit \"$@\" ;; esac; }"]
}
