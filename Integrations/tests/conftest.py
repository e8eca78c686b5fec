"""What the tests share: the checkout's rules, cases from a seed, a Spark cluster on this machine."""

import os
import pathlib
import random
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Integrations" / "python"), str(ROOT / "Integrations" / "spark")]

import bienfonde  # noqa: E402

COMMAND = os.environ["BIENFONDE"]
RULES = str(ROOT / "Rules")


@pytest.fixture(scope="session")
def rules():
    return bienfonde.Rules.load(RULES)


@pytest.fixture(scope="session")
def cases(rules):
    return Cases(rules, seed=7)


def lot(lines, *options):
    """The answers of the command to the bytes of NDJSON."""
    command = [COMMAND, "lot", "--regles", RULES, *options]
    return subprocess.run(command, input=lines, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


class Cases:
    """Random cases of a rule set: each fact stated or not, now and then by what it cannot be."""

    def __init__(self, rules, seed):
        self.rules = rules
        self.random = random.Random(seed)

    def take(self, count):
        return [self.case(number) for number in range(count)]

    def case(self, number):
        facts = {fact: self.value(fact) for fact in self.rules.facts if self.random.random() < 0.6}
        if self.random.random() < 0.02:
            facts["fait qui n’existe pas"] = "oui"
        case = {"nom": f"R-{number}", "date": "2024-12-03", "faits": facts}
        if self.random.random() < 0.02:
            case["objets"] = [{"nom": "un", "faits": {}}, {"faits": {}}]
        return case

    def value(self, fact):
        kind = self.rules.facts[fact]
        if kind == "oui/non":
            return self.random.choice([True, False])
        if kind == "nombre":
            return self.random.randrange(60)
        if kind == "date":
            return f"2024-0{self.random.randrange(1, 10)}-1{self.random.randrange(10)}"
        if kind == "texte":
            return self.random.choice(["Tribunal", 'dit « "oui" »', "a\\b", "é\u2028\t."])
        values = self.rules.choices[fact]
        if kind == "choix":
            return self.random.choice(values)
        return self.random.sample(values, self.random.randrange(min(3, len(values)) + 1))
