"""Writes what the program is made of as a CycloneDX document, in JSON, on standard output.

Usage: bill_of_materials.py EXECUTABLE VERSION

Nothing is listed by hand: shared libraries are those that the dynamic linker names for the executable, libraries that
leave no trace there are the Debian packages that Package.swift gives for its targets, and Swift packages are those that
SwiftPM resolved. Versions and licences are those that the Debian packages declare (machine-readable copyright files,
paragraph « Files: * »). The document has no date and no serial number, so that only a change of content changes it.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parents[2]
# Debian's short names of licences, as SPDX says them.
SPDX = {
    "Expat": "MIT",
    "GPL-2": "GPL-2.0-only",
    "BSD-3-clause": "BSD-3-Clause",
}
# Of packages whose copyright file is prose, read once.
PROSE = {
    "glibc": "LGPL-2.1-or-later",
    "gcc-12": "GPL-3.0-or-later WITH GCC-exception-3.1",
}
SWIFT_LICENCE = "Apache-2.0 WITH Swift-exception"


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def licence(package: str, source: str) -> str:
    if source in PROSE:
        return PROSE[source]
    text = Path(f"/usr/share/doc/{package}/copyright").read_text(encoding="utf-8")
    names = re.search(r"^Files: \*\s(?:.+\n)*?License: *(.+)$", text, re.MULTILINE)
    if names is None:
        sys.exit(f"{package}: its copyright file names no licence for all files")
    return " OR ".join(SPDX.get(name, name) for name in names[1].split(" or "))


def debian_component(package: str) -> Component:
    form = "${source:Package}\t${source:Version}\t${source:Upstream-Version}"
    source, version, upstream = output("dpkg-query", "-W", "-f", form, package).split("\t")
    return Component(
        name=source,
        type=ComponentType.LIBRARY,
        version=re.sub(r"[.+](dfsg|ds)\d*$", "", upstream),
        licenses=[LicenseFactory().make_from_string(licence(package, source))],
        purl=PackageURL("deb", "debian", source, version, {"arch": "source"}),
        bom_ref=source,
    )


def linked_packages(executable: str) -> set[str]:
    paths = re.findall(r"(/\S+) \(0x", output("ldd", executable))
    # By the last part of the path: dpkg knows some under /lib, others under /usr/lib.
    names = output("dpkg-query", "-S", *{"*/" + Path(path).resolve().name for path in paths})
    return {line.split(":")[0] for line in names.splitlines()}


def needed_packages() -> set[str]:
    manifest = json.loads(output("swift", "package", "dump-package"))
    providers = [p for target in manifest["targets"] for p in target.get("providers") or []]
    setup = re.findall(r'"(lib\S+-dev) \S+\.hpp"', (ROOT / "scripts/setup").read_text(encoding="utf-8"))
    return {name for provider in providers for names in provider.get("apt", []) for name in names} | set(setup)


def swift_components() -> list[Component]:
    tree = json.loads(output("swift", "package", "show-dependencies", "--format", "json"))
    found, open_nodes = {}, list(tree["dependencies"])
    while open_nodes:
        node = open_nodes.pop()
        found[node["identity"]] = node["version"]
        open_nodes += node["dependencies"]
    version = re.search(r"Swift version ([\d.]+)", output("swift", "--version"))
    found["swift"] = version[1] if version else "unknown"
    return [
        Component(
            name=name,
            type=ComponentType.LIBRARY,
            version=number,
            licenses=[LicenseFactory().make_from_string(SWIFT_LICENCE)],
            purl=PackageURL("github", "swiftlang" if name == "swift" else "apple", name, number),
            bom_ref=name,
        )
        for name, number in found.items()
    ]


def main(executable: str, version: str) -> None:
    packages = sorted(needed_packages()) + sorted(linked_packages(executable))
    components = {component.name: component for component in map(debian_component, packages)}
    for component in swift_components():
        components[component.name] = component
    program = Component(
        name="bienfonde",
        type=ComponentType.APPLICATION,
        version=version,
        licenses=[LicenseFactory().make_from_string("Apache-2.0")],
        bom_ref="bienfonde",
    )
    bom = Bom(components=components.values())
    bom.metadata.component = program
    bom.register_dependency(program, components.values())
    document = json.loads(JsonV1Dot6(bom).output_as_string())
    for key in ("serialNumber", "version"):
        document.pop(key, None)
    document["metadata"].pop("timestamp", None)
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)
    if error := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        sys.exit(f"not a CycloneDX document: {error}")
    print(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
