import Foundation
import Testing

/// The repository of the rules belongs to whoever wrote them: no program that its configuration names is run.
@Suite("A hostile repository of rules") struct HostileRepositoryTests {
    /// Makes a repository of a small policy whose last commit looks signed, whose configuration names a program for
    /// whatever git lets one name, and one of whose files is said to stand in another repository alone.
    private static let prepare = """
        export HOME=$PWD GIT_CONFIG_NOSYSTEM=1
        garde() { git add . && git -c user.name=a -c user.email=a@b commit -qm "$1" || exit 98; }
        printf '#!/bin/sh\\necho "$0 $*" >> '"$PWD"'/trace\\nexit 1\\n' > programme; chmod +x programme
        git init -q .; $B evaluer cas.yaml --recu r.json > /dev/null || exit 97
        garde un; sed -i 's/titre: .*/titre: Deux/' Rules/politique.yaml; garde deux
        sed -i 's/titre: .*/titre: Trois/' Rules/politique.yaml
        signature='-----BEGIN PGP SIGNATURE-----\\n \\n x\\n -----END PGP SIGNATURE-----'
        git cat-file commit HEAD | sed "/^committer/a gpgsig $signature" > signé
        git update-ref HEAD $(git hash-object -t commit -w --stdin < signé)
        for name in gpg.program gpg.openpgp.program core.fsmonitor core.pager pager.rev-list pager.log core.sshCommand \\
          core.gitProxy core.editor core.askPass core.alternateRefsCommand diff.external diff.piège.textconv \\
          diff.piège.command filter.piège.smudge filter.piège.clean filter.piège.process credential.helper \\
          uploadpack.packObjectsHook remote.ailleurs.uploadpack alias.rev-list alias.cat-file
        do git config $name "$PWD/programme"; done
        git config log.showSignature true; git config core.hooksPath "$PWD/crochets"
        mkdir crochets; for name in post-index-change reference-transaction pre-auto-gc
        do cp programme crochets/$name; done
        echo '*.yaml diff=piège filter=piège' > .gitattributes
        git config remote.ailleurs.url "$PWD/autre"; git config protocol.allow always
        git config remote.ailleurs.promisor true; git config extensions.partialClone ailleurs
        git config core.repositoryFormatVersion 1; rm -f trace

        """

    private func run(_ script: String, _ check: (Shell.Result) throws -> Void) throws {
        try withShell { shell in
            try shell.write(SmallPolicy.rules, to: "Rules/politique.yaml")
            try shell.write(SmallPolicy.urgent, to: "cas.yaml")
            try check(try shell.run(Self.prepare + script + "\nif [ -e trace ]; then echo OBÉI; cat trace; fi"))
        }
    }

    @Test("names programs in vain when it is searched for the rules of a receipt") func replayed() throws {
        try run("$B rejouer r.json") { result in
            #expect(result.output.contains("identique (règles de la révision "), "\(result.output)\(result.error)")
            #expect(!result.output.contains("OBÉI"), "\(result.output)")
        }
    }

    @Test("names programs in vain when a revision of it is read") func compared() throws {
        let read = """
            $B comparer HEAD~1:Rules HEAD:Rules --format json > c.json; echo $?; $B rejouer r.json --regles HEAD:Rules
            """
        try run(read) { result in
            let output = result.output
            #expect(output.hasPrefix("0\n") && !output.contains("OBÉI"), "\(output)\(result.error)")
        }
    }

    @Test("does not have what it lacks fetched") func partial() throws {
        let lose = """
            id=$(git rev-parse HEAD~1:Rules/politique.yaml)
            rm -f .git/objects/$(echo $id | cut -c 1-2)/$(echo $id | cut -c 3-)
            $B rejouer r.json; echo $?; $B comparer HEAD~1:Rules Rules; echo $?
            """
        try run(lose) { result in
            #expect(result.output.contains("règles introuvables") && result.output.hasSuffix("74\n"))
            #expect(!result.output.contains("OBÉI"), "\(result.output)\(result.error)")
        }
    }

    @Test("would run them: the trap of these tests works") func trap() throws {
        try run("git log --all --format=%H -- . > /dev/null; git status > /dev/null") { result in
            #expect(result.output.contains("OBÉI") && result.output.contains("status-fd"), "\(result.output)")
        }
        try run(
            "rm -f $(git rev-parse HEAD:Rules/politique.yaml | sed 's:^..:.git/objects/&/:')\n"
                + "git cat-file blob HEAD:Rules/politique.yaml > /dev/null"
        ) { result in
            #expect(result.output.contains("OBÉI"), "\(result.output)")
        }
    }
}
