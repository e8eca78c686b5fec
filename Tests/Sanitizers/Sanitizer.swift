import Foundation

/// Whether the tests run under a sanitizer (scripts/assainisseurs), which takes time and stacks, maps the whole of the
/// addresses and must be loaded first: memory cannot be bounded then, nor a library be put before it.
package enum Sanitizer {
    package static let isAbsent = ProcessInfo.processInfo.environment["BIENFONDE_ASSAINISSEUR"] == nil

    /// How many times longer something may take.
    package static let slowness = isAbsent ? 1 : 20

    /// What a command with an environment of its own must find there: what the sanitizer is asked, and where what ran of
    /// it is counted (scripts/couverture).
    package static let handedOn = ProcessInfo.processInfo.environment.filter {
        ["ASAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE"].contains($0.key)
    }

    /// What scripts find in their environment: under a sanitizer, a `ulimit` that leaves memory and stacks unbounded.
    package static let environment: [String: String] =
        isAbsent ? [:] : ["BASH_FUNC_ulimit%%": "() { case $1 in -v | -s) ;; *) builtin ulimit \"$@\" ;; esac; }"]
}
