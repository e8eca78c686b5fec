"""The C interface (Integrations/c/bienfonde.h), through ctypes. Nothing else touches it.

A call through ctypes lets other threads of Python run, so that threads decide beside each other.
"""

import ctypes
import os
import threading
from pathlib import Path

INTERFACE = 1
OK, FOUND, UNUSABLE = 0, 1, 2

NAME = "libBienFondeC.so"


class BienFondeError(Exception):
    """What the library says is wrong, in French. `status` is the exit status that the command would have."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


class UnusableError(BienFondeError):
    """The rules or the case cannot be used; the message says where and why."""


class Text(ctypes.Structure):
    _fields_ = [("bytes", ctypes.c_void_p), ("length", ctypes.c_size_t)]


class File(ctypes.Structure):
    _fields_ = [("path", ctypes.c_char_p), ("bytes", ctypes.c_char_p), ("length", ctypes.c_size_t)]


class Options(ctypes.Structure):
    _fields_ = [
        ("date", ctypes.c_char_p),
        ("issues_only", ctypes.c_int32),
        ("explained", ctypes.c_int32),
        ("lines_before", ctypes.c_int64),
    ]

    def __init__(self, date=None, issues_only=False, explained=False, lines_before=0):
        text = None if date is None else str(date).encode()
        super().__init__(text, int(issues_only), int(explained), lines_before)


# The sizes of the structures of Arrow's C data interface on a machine of 64 bits.
ARROW_ARRAY_BYTES = 80
ARROW_SCHEMA_BYTES = 72

_lock = threading.Lock()
_library = None
_path = None


def set_library(path):
    """Names the library to load, before it is first used."""
    global _path
    _path = os.fspath(path)


def path():
    """Where the library is; a sentence in French when it is nowhere."""
    here = Path(__file__).resolve().parent
    candidates = [_path or os.environ.get("BIENFONDE_BIBLIOTHEQUE"), here / NAME]
    candidates += [parent / ".build" / "release" / NAME for parent in here.parents]
    for candidate in candidates:
        if candidate and os.path.exists(candidate):
            return os.fspath(candidate)
    raise FileNotFoundError(
        f"la bibliothèque {NAME} est introuvable; compilez-la (make bibliotheque), ou nommez-la dans BIENFONDE_BIBLIOTHEQUE"
    )


def library():
    """The library, loaded once a process."""
    global _library
    with _lock:
        if _library is None:
            loaded = _declare(ctypes.CDLL(path()))
            if loaded.bienfonde_interface() < INTERFACE:
                raise ImportError(f"la bibliothèque {path()} est plus ancienne que ce module")
            _library = loaded
        return _library


def _declare(c):
    text, options = ctypes.POINTER(Text), ctypes.POINTER(Options)
    engine, size, data = ctypes.c_uint64, ctypes.c_size_t, ctypes.c_char_p
    address = ctypes.c_void_p
    types = {
        "interface": [],
        "load": [data, ctypes.POINTER(engine)],
        "load_files": [data, ctypes.POINTER(File), size, ctypes.POINTER(engine)],
        "fingerprint": [engine, text],
        "decisions": [engine, text],
        "facts": [engine, text],
        "decide_case": [engine, data, size, options, text],
        "decide_batch": [engine, data, size, options, text],
        "decide_arrow": [engine, address, address, options, address, address],
        "free": [engine],
        "last_error": [text],
        "release": [text],
    }
    for name, arguments in types.items():
        function = getattr(c, "bienfonde_" + name)
        function.argtypes = arguments
        function.restype = None if name == "release" else ctypes.c_int32
    return c


def check(status):
    """Raises what the latest call of this thread says is wrong."""
    if status in (OK, FOUND):
        return status
    message = Text()
    library().bienfonde_last_error(message)
    kind = UnusableError if status == UNUSABLE else BienFondeError
    raise kind(status, _taken(message).decode().rstrip("\n"))


def text_of(function, *arguments):
    """The bytes that a function gives."""
    text = Text()
    check(function(*arguments, text))
    return _taken(text)


def _taken(text):
    try:
        return ctypes.string_at(text.bytes, text.length) if text.bytes else b""
    finally:
        library().bienfonde_release(text)


class Engine:
    """A rule set that the library holds; freed with this object."""

    def __init__(self, files, folder):
        c = library()
        array = (File * len(files))(*[File(path.encode(), data, len(data)) for path, data in files])
        number = ctypes.c_uint64()
        check(c.bienfonde_load_files(folder.encode(), array, len(files), number))
        self.number = number.value

    def __del__(self):
        number, self.number = getattr(self, "number", 0), 0
        if number and _library is not None:
            _library.bienfonde_free(number)
