import Foundation
import Sanitizers
import Testing

/// A disk that is full or broken at any call: status 74, a sentence, what stood there before as it was, nothing half
/// written under its name.
@Suite("Write faults", .enabled(if: Sanitizer.isAbsent, "a library is put before the others")) struct WriteFaultTests {
    /// Fails each call from the n-th on, for every n until none is left to fail.
    private static func script(_ writing: Writing) -> String {
        let output = writing.output
        return """
            \(Writing.preload("faults"))
            \(writing.before); cp -r before \(output); \(writing.ready)
            \(writing.command) > /dev/null 2>&1; echo "done $?"; mv \(output) whole
            diff -r before whole > /dev/null && echo "nothing to tell the old from the new"
            for call in open write fsync rename; do for error in 28 5 27; do n=0; while n=$((n+1)); do
              rm -rf \(output) *.partiel; cp -r before \(output); \(writing.ready)
              BIENFONDE_PANNE=$call:$n:$error LD_PRELOAD=$PWD/faults.so \(writing.command) > out 2> e; s=$?
              [ $s = 0 ] || grep -q . e || echo "$call:$n:$error silent"
              if [ $s = 74 ]; then diff -r before \(output) > /dev/null || echo "$call:$n:$error changed"
              elif [ $s = 0 ]; then diff -r whole \(output) > /dev/null || echo "$call:$n:$error not whole"; break
              else echo "$call:$n:$error status $s $(head -1 e)"; break; fi
              ls -A | grep -E '^[.].*(partiel|ancien)-' && echo "$call:$n:$error left"
              [ $n -lt 400 ] || { echo "$call:$error endless"; break; }
            done; [ $n -gt 1 ] && echo "$call failed"; done; done | sort | uniq -c | sed -E 's/^ +//'
            """
    }

    @Test("leave what was there", arguments: Writing.allCases) func fault(_ writing: Writing) throws {
        try withShell { shell in
            try Writing.prepare(shell)
            let result = try shell.run(Self.script(writing))
            let expected = ["3 fsync failed", "3 open failed", "3 rename failed", "3 write failed", "done 0"]
            #expect(
                result.output.split(separator: "\n").map(String.init).sorted() == expected, "\(result.error)")
        }
    }

    /// The folder that was moved aside, and could not be put back, is put back by the next run.
    @Test("put a folder back that was moved aside") func folder() throws {
        try withShell { shell in
            try Writing.prepare(shell)
            let result = try shell.run(
                """
                \(Writing.documenter.before); mv before .site.ancien-999999
                mkdir .site.partiel-999998 .site.ancien-999997; printf x > .site.partiel-999998/.bienfonde-site
                $B documenter --regles R --cas vide --sortie site/absent/x 2> /dev/null; echo $?
                \(Writing.documenter.command) 2> /dev/null; echo $?; ls -A | grep -cE 'ancien|partiel'; ls site | grep -c index.html
                """)
            #expect(result.output == "74\n0\n0\n1\n", "\(result.output)\(result.error)")
        }
    }
}
