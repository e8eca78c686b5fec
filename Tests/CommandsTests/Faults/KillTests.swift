import Foundation
import Testing

/// A run that is killed at any moment leaves the old content or the new, whole, and the next run cleans up after it.
/// `BIENFONDE_COUPS=500` kills as often.
@Suite("Kill -9") struct KillTests {
    private static let times = ProcessInfo.processInfo.environment["BIENFONDE_COUPS"].flatMap { Int($0) } ?? 24

    @Test("leaves the old or the new", arguments: Writing.allCases) func kill(_ writing: Writing) throws {
        let times = max(4, Self.times / Writing.allCases.count)
        let output = writing.output
        let script = """
            \(writing.before); rm -rf \(output); cp -r before \(output)
            start=$(date +%s%N); \(writing.command) > /dev/null 2>&1; spent=$((($(date +%s%N) - start) / 1000)); mv \(output) whole
            for i in $(seq \(times)); do
              rm -rf \(output) *.partiel; cp -r before \(output)
              (exec \(writing.command)) > /dev/null 2>&1 & pid=$!
              sleep $(awk -v u=$(((RANDOM * 32768 + RANDOM) % (spent + 1))) 'BEGIN { printf "%.6f", u / 1000000 }')
              kill -9 $pid 2> /dev/null; wait $pid 2> /dev/null
              if [ -e \(output) ]; then
                diff -r before \(output) > /dev/null || diff -r whole \(output) > /dev/null || echo "$i half"
              else ls -d .\(output).ancien-* > /dev/null || echo "$i lost"; fi
              [ -z "$(ls -A | grep partiel | grep -vE '^[.]\(output)[.]partiel-[0-9]+$|^o[.]partiel$')" ] || echo "$i strange"
            done
            rm -f *.partiel; [ -e \(output) ] || true
            \(writing == .format ? "cp before o.yaml" : "true")
            \(writing.command) > /dev/null 2>&1; diff -r whole \(output) > /dev/null && echo same; ls -A | grep -cE 'partiel|ancien'
            """
        try withShell { shell in
            try Writing.prepare(shell)
            let result = try shell.run(script)
            #expect(result.output == "same\n0\n", "\(result.output)\(result.error)")
        }
    }
}
