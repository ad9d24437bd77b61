"""Takes from a worker process what a hijacked parser would want: new files, processes, sockets, other people's files.

Landlock (Linux 5.13 and later) where the kernel has it; resource limits everywhere.
"""

from __future__ import annotations

import ctypes
import os
import resource
import struct
import sys
from pathlib import Path
from typing import Final

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same numbers on every architecture
_PATH_BENEATH: Final = 1
_READ: Final = 1 << 0 | 1 << 2 | 1 << 3  # execute, read file, read directory
_NO_NEW_PRIVILEGES: Final = 38
_WRITE: Final = 1 << 1 | 1 << 14  # write file, truncate
_READABLE: Final = (
    "/usr",
    "/lib",
    "/lib64",
    "/etc/ld.so.cache",
    "/etc/fonts",
    "/proc/self",
    "/dev/null",
    "/dev/urandom",
)


def lock_down() -> bool:
    """Give up what a parser does not need; True when the kernel enforces the file and network rules too."""
    for limit, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(limit, (value, value))
    os.umask(0o077)
    try:
        return _landlock()
    except OSError:
        return False


def _landlock() -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    abi = libc.syscall(_CREATE_RULESET, None, 0, 1)
    if abi < 1:
        return False
    files = (1 << (13 if abi == 1 else 14 if abi == 2 else 15 if abi < 5 else 16)) - 1
    network = 0b11 if abi >= 4 else 0
    attributes = struct.pack("<QQ", files, network) if abi >= 4 else struct.pack("<Q", files)
    ruleset = libc.syscall(_CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return False
    for path in {*_READABLE, sys.prefix, sys.base_prefix, str(Path(__file__).parents[2])}:
        _allow(libc, ruleset, path, _READ)
    _allow(
        libc, ruleset, os.devnull, (_READ | _WRITE) & files
    )  # where Tesseract and others send their chatter
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    done: bool = libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0
    os.close(ruleset)
    return done


def _allow(libc: ctypes.CDLL, ruleset: int, path: str, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not os.path.isdir(path):
        rights &= ~(1 << 3)
    libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("<Qi", rights, descriptor), 0)
    os.close(descriptor)
