"""The C interface by itself: a program in C, and calls that are wrong."""

import ctypes
import os
import random
import shutil
import subprocess

import pytest
from bienfonde import _library
from bienfonde._library import Options, Text, library
from conftest import ROOT, RULES, lot

PROGRAM = r"""
#include "bienfonde.h"
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    bienfonde_engine engine;
    bienfonde_text text;
    static unsigned char lines[1 << 22];
    size_t length = fread(lines, 1, sizeof lines, stdin);
    int32_t status = bienfonde_load(argv[1], &engine);
    if (status != BIENFONDE_OK) {
        bienfonde_last_error(&text);
        fprintf(stderr, "%s", text.bytes);
        bienfonde_release(&text);
        return status;
    }
    status = bienfonde_decide_batch(engine, lines, length, NULL, &text);
    fwrite(text.bytes, 1, text.length, stdout);
    bienfonde_release(&text);
    bienfonde_release(&text);
    bienfonde_free(engine);
    return status;
}
"""


@pytest.mark.parametrize("compilers, ending", [(["cc", "clang"], "c"), (["c++", "clang++"], "cc")])
def test_a_program_in_c(compilers, ending, tmp_path, rules):
    compiler = next(filter(shutil.which, compilers))
    source, program = tmp_path / f"essai.{ending}", tmp_path / "essai"
    source.write_text(PROGRAM)
    warnings = ["-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter"]
    folder = os.path.dirname(_library.path())
    link = [_library.path(), f"-Wl,-rpath,{folder}"]
    subprocess.run([compiler, *warnings, f"-I{ROOT}/Integrations/c", source, *link, "-o", program], check=True)
    lines = b'{"nom":"A","date":"2024-03-04","faits":{}}\nfaux\n'
    result = subprocess.run([program, RULES], input=lines, stdout=subprocess.PIPE)
    assert (result.returncode, result.stdout) == (1, lot(lines))
    missing = subprocess.run([program, "rien"], input=b"", capture_output=True)
    assert missing.returncode == 74 and "n’existe pas" in missing.stderr.decode()


def test_the_library_needs_only_the_system():
    """So that one file is enough on a worker."""
    listed = subprocess.run(["ldd", _library.path()], stdout=subprocess.PIPE, text=True, check=True).stdout
    names = {line.split()[0].split("/")[-1].split(".so")[0] for line in listed.splitlines()}
    assert names <= {"linux-vdso", "libm", "libstdc++", "libgcc_s", "libc", "ld-linux-x86-64", "ld-linux-aarch64", "libpthread", "libdl"}


def test_null_pointers_and_engines_that_are_none(rules):
    c, text, number = library(), Text(), ctypes.c_uint64()
    some, arrays = rules._engine.number, [ctypes.create_string_buffer(80) for _ in range(4)]
    places = [ctypes.addressof(array) for array in arrays]
    calls = {
        "folder": lambda: c.bienfonde_load(None, number),
        "engine": lambda: c.bienfonde_load(b"Rules", None),
        "files": lambda: c.bienfonde_load_files(None, None, 1, number),
        "fingerprint": lambda: c.bienfonde_fingerprint(some, None),
        "json": lambda: c.bienfonde_decide_case(some, None, 5, None, text),
        "decided": lambda: c.bienfonde_decide_case(some, b"{}", 2, None, None),
        "lines": lambda: c.bienfonde_decide_batch(some, None, 5, None, text),
        "answers": lambda: c.bienfonde_decide_batch(some, b"{}", 2, None, None),
        "array": lambda: c.bienfonde_decide_arrow(some, None, places[1], None, places[2], places[3]),
        "type": lambda: c.bienfonde_decide_arrow(some, places[0], None, None, places[2], places[3]),
        "decided_type": lambda: c.bienfonde_decide_arrow(some, places[0], places[1], None, places[2], None),
    }
    for name, call in calls.items():
        assert call() == 64
        assert c.bienfonde_last_error(text) == 0
        assert f"«\xa0{name}\xa0» est nul" in _library._taken(text).decode()
    for engine in 0, 99_999_999, 2**64 - 1:
        assert c.bienfonde_decide_batch(engine, b"{}", 2, None, text) == 64
        assert c.bienfonde_free(engine) == 64
    assert c.bienfonde_last_error(None) == 64
    c.bienfonde_release(None)


def test_lengths_that_cannot_be(rules):
    c, text, number = library(), Text(), ctypes.c_uint64()
    for length in 2**63, 2**64 - 1:
        assert c.bienfonde_decide_batch(rules._engine.number, b"{}", length, None, text) == 64
        assert c.bienfonde_decide_case(rules._engine.number, b"{}", length, None, text) == 64
        assert c.bienfonde_load_files(None, None, length, number) == 64


def test_arrays_that_contradict_themselves(rules):
    c = library()
    pointers = ctypes.c_void_p * 3

    def status(offsets, length, buffers=3, offset=0, data=b"{}{}", kind=b"u"):
        places = (ctypes.c_int32 * len(offsets))(*offsets)
        bytes_ = ctypes.create_string_buffer(data)
        addresses = pointers(None, ctypes.addressof(places), ctypes.addressof(bytes_))
        array = (ctypes.c_int64 * 10)(length, 0, offset, buffers, 0, ctypes.addressof(addresses), 0, 0, 1, 0)
        name = ctypes.create_string_buffer(kind)
        schema = (ctypes.c_int64 * 9)(ctypes.addressof(name), 0, 0, 0, 0, 0, 0, 1, 0)
        given = [ctypes.addressof(array), ctypes.addressof(schema)]
        taken = ctypes.create_string_buffer(80), ctypes.create_string_buffer(72)
        found = c.bienfonde_decide_arrow(rules._engine.number, *given, None, *map(ctypes.addressof, taken))
        if found in (0, 1):
            for structure, place in zip(taken, (64, 56)):
                release = ctypes.c_void_p.from_buffer(structure, place).value
                ctypes.CFUNCTYPE(None, ctypes.c_void_p)(release)(ctypes.addressof(structure))
                assert not any(structure.raw)
        return found

    assert status([0, 2, 4], 2) == 0
    assert status([0, 2, 4], 1, offset=1) == 0
    assert status([0], 0) == 0
    assert status([2, 0, 4], 2) == 64
    assert status([0, -2, 4], 2) == 64
    assert status([0, 2, -4], 2) == 64
    assert status([0, 9, 4], 2) == 64
    assert status([0, 2, 4], -1) == 64
    assert status([0, 2, 4], 2, offset=-1) == 64
    assert status([0, 2, 4], 2**63 - 1, offset=2**63 - 1) == 64
    assert status([0, 2, 4], 2, buffers=2) == 64
    assert status([0, 2, 4], 2, kind=b"l") == 64
    assert status([0, 2, 4], 2, kind=b"") == 64


def test_any_bytes_are_answered(rules):
    """Bytes of every kind, as lines, as a case, as rules: a status, never the end of the program."""
    c, text, number = library(), Text(), ctypes.c_uint64()
    rng = random.Random(3)
    seeds = [b'{"nom":"A","date":"2024-03-04","faits":{"conteste une d\xc3\xa9cision":"oui","d\xc3\xa9lai \xc3\xa9coul\xc3\xa9":12.5}}', b"[" * 90, b'{"objets":[{"faits":{}}]}']
    for _ in range(4000):
        data = bytearray(rng.choice(seeds) if rng.random() < 0.8 else rng.randbytes(rng.randrange(200)))
        for _ in range(rng.randrange(6)):
            place = rng.randrange(len(data) + 1)
            data[place : place + rng.randrange(3)] = rng.randbytes(rng.randrange(3))
        data = bytes(data)
        if rng.random() < 0.2:
            data = data + b"\n" + data
        options = Options("2024-03-04" if rng.random() < 0.5 else None, explained=True, lines_before=rng.choice([0, -5, 2**63 - 1]))
        assert c.bienfonde_decide_batch(rules._engine.number, data, len(data), options, text) in (0, 1)
        answers = _library._taken(text)
        assert answers.count(b"\n") == len([line for line in data.split(b"\n") if line.removeprefix(b"\xef\xbb\xbf").strip(b" \t\r")])
        assert c.bienfonde_decide_case(rules._engine.number, data, len(data), options, text) in (0, 1, 2)
        _library._taken(text)
        file = _library.File(b"r.yaml", data, len(data))
        assert c.bienfonde_load_files(None, file, 1, number) == 2
