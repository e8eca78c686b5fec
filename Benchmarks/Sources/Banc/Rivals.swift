import Glibc

/// The programs to compare with, of a bench of their own (`--banc`): two native ones with the policy written into
/// them, two rule engines of Python. Where one cannot be had a sentence says so, and it is left out.
struct Rivals {
    /// A program, measured on a file of requêtes and on an empty one.
    struct Rival {
        /// Of its row and threshold, before the size of the lines.
        let key: String
        let name: String
        /// How many lines of the file it reads at most; 0 is all.
        let limit: Int
        let command: (_ file: String, _ limit: Int) -> String
    }

    private(set) var found: [Rival] = []
    private(set) var sentences: [String] = []
    /// Keys without a rival.
    private(set) var absent: [String] = []

    private let bench: String
    private let folder: String
    private let python: String

    /// - Parameters:
    ///   - bench: where their bench is.
    ///   - folder: where programs are built.
    ///   - python: the interpreter that has the engines.
    init(_ bench: String, in folder: String, python: String) throws {
        (self.bench, self.folder, self.python) = (bench, folder, python)
        try addNative("natif", "programme natif, balayage à la main", "hand", "-static", "issues")
        try addNative("simdjson", "programme natif, simdjson", "simd", "-lsimdjson", "issues")
        try addPython(
            "openfisca", "openfisca-core, vectorisé", "p_openfisca.py", "openfisca_core, orjson, numpy", 0, "")
        try addPython(
            "zen", "zen-engine, expressions", "p_zen.py", "zen, orjson", 20_000, "--forme expressions --lot 50")
    }

    private func succeeds(_ command: String) throws -> Bool {
        try Child.run("{ \(command); } > /dev/null 2>&1").status == 0
    }

    private mutating func addNative(
        _ key: String, _ name: String, _ source: String, _ link: String, _ mode: String
    ) throws {
        let (file, program) = ("\(bench)/native/\(source).cpp", "\(folder)/natif-\(source)")
        let build = "g++ -std=c++20 -O3 -march=native -o \(program) \(file) \(link)"
        guard try succeeds("test -x \(program) || \(build)") else {
            return leaveOut(key, "\(name)\u{A0}: \(file) est absent ou ne se compile pas (g++, libsimdjson-dev)")
        }
        found.append(Rival(key: key, name: name, limit: 0) { file, _ in "exec \(program) \(mode) \(file) > /dev/null" })
    }

    private mutating func addPython(
        _ key: String, _ name: String, _ script: String, _ modules: String, _ limit: Int, _ options: String
    ) throws {
        let (path, python) = ("\(bench)/peers/\(script)", python)
        guard try succeeds("test -r \(path) && \(python) -c 'import \(modules)'") else {
            return leaveOut(key, "\(name)\u{A0}: \(path) est absent, ou \(python) n’a pas \(modules) (BENCH_PYTHON=…)")
        }
        found.append(
            Rival(key: key, name: name, limit: limit) { file, limit in
                "PYTHONDONTWRITEBYTECODE=1 exec \(python) \(path) \(file) /dev/null --limite \(limit) \(options)"
            })
    }

    private mutating func leaveOut(_ key: String, _ sentence: String) {
        sentences.append(sentence)
        absent += ["\(key)-600", "\(key)-950"]
    }
}
