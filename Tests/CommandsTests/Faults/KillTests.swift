import Foundation
import Sanitizers
import Testing

/// A run that is killed at any moment leaves the old content or the new, whole, and the next run cleans up after it.
/// `BIENFONDE_COUPS=500` kills as often.
@Suite("Kill -9") struct KillTests {
    private static let times = ProcessInfo.processInfo.environment["BIENFONDE_COUPS"].flatMap { Int($0) } ?? 48

    /// Makes the calls that write slow, so that most kills come between two of them.
    private static func slowly(_ writing: Writing) -> String {
        // A site is written in many calls.
        let microseconds = writing == .documenter ? 2_000 : 20_000
        return Sanitizer.isAbsent ? "BIENFONDE_LENTEUR=\(microseconds) LD_PRELOAD=$PWD/faults.so" : ""
    }

    /// Starts the command in the background, kills it at a random moment of the time that it takes, and counts: how many
    /// were killed before their end, how many left something beside.
    private static func killing(_ writing: Writing) -> String {
        let run = "(\(slowly(writing)) exec \(writing.command)) > /dev/null 2>&1"
        return """
            again() { rm -rf \(writing.output); cp -r before \(writing.output); \(writing.ready); }
            \(writing.before); again; \(run); mv \(writing.output) whole; again
            start=$(date +%s%N); \(run); spent=$((($(date +%s%N) - start) / 1000)); killed=0; left=0
            strike() {
              again; \(run) & pid=$!
              sleep $(awk -v u=$(((RANDOM * 32768 + RANDOM) % (spent + 1))) 'BEGIN { printf "%.6f", u / 1000000 }')
              kill -9 $pid 2> /dev/null; wait $pid 2> /dev/null; [ $? != 137 ] || killed=$((killed+1))
              ! ls -A | grep -q partiel || left=$((left+1))
            }

            """
    }

    @Test("leaves the old or the new", arguments: Writing.allCases) func kill(_ writing: Writing) throws {
        let times = max(4, Self.times / Writing.allCases.count)
        let output = writing.output
        let script =
            Writing.preload("faults") + "\n" + Self.killing(writing) + """
                for i in $(seq \(times)); do
                  strike
                  if [ -e \(output) ]; then
                    diff -r before \(output) > /dev/null || diff -r whole \(output) > /dev/null || echo "$i half"
                  else ls -d .\(output).ancien-* > /dev/null || echo "$i lost"; fi
                  [ -z "$(ls -A | grep partiel | grep -vE '^[.]\(output)[.]partiel-[0-9]+$|^\(output)[.]partiel$')" ] || echo "$i strange"
                done
                [ $((killed * 4)) -ge \(Sanitizer.isAbsent ? times : 0) ] || echo "killed $killed"; echo "$killed $left" >&2
                again; \(writing.command) > /dev/null 2>&1; diff -r whole \(output) > /dev/null && echo same
                ls -A | grep -cE 'partiel|ancien'
                """
        try withShell { shell in
            try Writing.prepare(shell)
            let result = try shell.run(script)
            #expect(result.output == "same\n0\n", "\(result.output)\(result.error)")
            let counts = result.error.split { !$0.isNumber }.compactMap { Int($0) }
            if Self.times >= 100, let killed = counts.first, let left = counts.last {
                print("\(writing): \(times) kills, \(killed) before the end, \(left) left something beside")
            }
        }
    }

    @Test(
        "a batch that was killed at any moment is resumed to the identical whole",
        .enabled(if: Sanitizer.isAbsent, "a library is put before the others"),
        arguments: [Writing.lot, .lotGzip, .lotZstd])
    func resumes(_ writing: Writing) throws {
        let (output, show) = (writing.output, ["o.gz": "gzip -dc", "o.zst": "zstd -qdc"][writing.output] ?? "cat")
        let script =
            Writing.preload("faults") + "\n" + Self.killing(writing) + """
                \(show) < whole > answers; resumed=0
                for i in $(seq \(max(4, Self.times / 12))); do
                  strike; [ -e \(output).partiel ] || continue
                  n=$(\(show) < \(output).partiel 2> /dev/null | wc -l); resumed=$((resumed+1))
                  \(writing.command) --reprendre-apres $n > /dev/null 2> e; s=$?
                  [ $s = 0 ] || echo "$i: $s after $n: $(head -1 e)"
                  \(show) < \(output) | cmp - answers; ls -A | grep -E 'partiel|reprise'
                done
                [ $resumed -gt 0 ] || echo none
                """
        try withShell { shell in
            try Writing.prepare(shell)
            let result = try shell.run(script)
            #expect(result.output.isEmpty, "\(result.output)\(result.error)")
        }
    }
}
