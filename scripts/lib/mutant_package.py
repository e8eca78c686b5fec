"""Builds a copy of the package that holds all mutants, for scripts/mutants: each run of its tests chooses one."""

import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRATCH = ROOT / ".build/mutants"
PACKAGE = SCRATCH / "paquet"

CHOICE = """import Glibc

private let chosen: Int = unsafe getenv("BIENFONDE_MUTANT").flatMap { unsafe Int(String(cString: $0)) } ?? 0

package func mutated(_ number: Int) -> Bool { number == chosen }
"""
MANIFEST = """
package.products = []
package.dependencies = []
var kept: Set<String> = ["PolicyValuesTests", "RuleEngineTests", "RuleBatchTests"]
for _ in package.targets {
    for target in package.targets where kept.contains(target.name) {
        for case .byNameItem(let name, _) in target.dependencies { kept.insert(name) }
    }
}
package.targets.removeAll { !kept.contains($0.name) }
"""


def stop(message):
    sys.exit("mutants\u00a0: " + message)


def write(path, text):
    """Leaves a file that is already so, which the build then takes for unchanged."""
    if not path.exists() or path.read_text() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def copy_package(mutated):
    """The sources and tests, but for the files that the maker writes, and a manifest of what evaluating needs."""
    for folder in ("Sources", "Tests"):
        wanted = {path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()}
        for path in (PACKAGE / folder).rglob("*"):
            if path.is_file() and path.relative_to(PACKAGE) not in wanted:
                path.unlink()
        for name in wanted - {pathlib.Path(name) for name in mutated}:
            source, target = ROOT / name, PACKAGE / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists() or target.stat().st_mtime != source.stat().st_mtime:
                shutil.copy2(source, target)
    manifest = (ROOT / "Package.swift").read_text().replace(".treatAllWarnings(as: .error),", "")
    write(PACKAGE / "Package.swift", manifest + MANIFEST)
    write(PACKAGE / "Sources/PolicyValues/Mutated.swift", CHOICE)


class Maker:
    """Writes the mutants into the copy; remembers those that the compiler refuses."""

    def __init__(self, files):
        self.files = files
        self.memory = SCRATCH / "refuses.json"
        host = pathlib.Path(shutil.which("swiftc")).resolve().parent.parent / "lib/swift/host"
        (host / "SwiftSyntax.swiftmodule").exists() or stop(f"cette version de Swift n’a pas SwiftSyntax dans {host}")
        SCRATCH.mkdir(parents=True, exist_ok=True)
        self.program = SCRATCH / "SourceMutants"
        sources = sorted((ROOT / "Tests/Mutants").glob("*.swift"))
        libraries = ["-lSwiftOperators", "-lSwiftParser", "-lSwiftSyntax"]
        if not self.program.exists() or self.program.stat().st_mtime < max(s.stat().st_mtime for s in sources):
            options = ["-swift-version", "6", "-parse-as-library", "-I", host, "-L", host, *libraries]
            rpath = ["-Xlinker", "-rpath", "-Xlinker", host]
            subprocess.run(["swiftc", *options, *rpath, *sources, "-o", self.program], check=True)

    def make(self, refused=(), to="-"):
        """The mutants but for those refused, written below a folder."""
        numbers = ",".join(map(str, sorted(refused)))
        made = subprocess.run([self.program, ROOT, to, numbers, *self.files], check=True, stdout=subprocess.PIPE)
        return json.loads(made.stdout)

    def build(self, keys):
        """Those of all the mutants that the compiler takes, built."""
        remembered = set(map(tuple, json.loads(self.memory.read_text()))) if self.memory.exists() else set()
        refused = {number for number, key in keys.items() if key in remembered}
        command = ["swift", "build", "--package-path", PACKAGE, "-c", "release", "--build-tests", "-Xswiftc",
                   "-enable-testing"]
        while True:
            mutants = self.make(refused, PACKAGE)
            built = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            if built.returncode == 0:
                return mutants
            found = refusals(built.stdout, mutants)
            found or stop("la copie ne se compile pas\n" + built.stdout[-4000:])
            refused |= found
            self.memory.write_text(json.dumps([keys[number] for number in refused]))


def lasting_keys(mutants):
    """By number of a mutant, a key that lasts when lines move or get a remark; of the same change twice in a line, with
    its turn."""
    turns, keys = collections.Counter(), {}
    for mutant in mutants:
        line = mutant["text"].split(" // ")[0]
        key = (mutant["file"], mutant["place"], line, f"{mutant['original']} → {mutant['changed']}")
        turns[key] += 1
        keys[mutant["number"]] = key if turns[key] == 1 else (*key[:3], f"{key[3]} ({turns[key]})")
    return keys


def refusals(output, mutants):
    """The numbers of the mutants in which the compiler found errors: the narrowest around each."""
    refused = set()
    for path, line, column in set(re.findall(r"^(/\S+):(\d+):(\d+): error: ", output, re.M)):
        lines = pathlib.Path(path).read_bytes().split(b"\n")
        place = sum(len(text) + 1 for text in lines[:int(line) - 1]) + int(column) - 1
        here = [mutant for mutant in mutants if PACKAGE / mutant["file"] == pathlib.Path(path)]
        for bounds in ("changedBytes", "wholeBytes"):
            around = [mutant for mutant in here if mutant[bounds][0] <= place < mutant[bounds][1]]
            if around:
                least = min(mutant[bounds][1] - mutant[bounds][0] for mutant in around)
                refused |= {m["number"] for m in around if m[bounds][1] - m[bounds][0] == least}
                break
    return refused
