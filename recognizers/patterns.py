"""The recognizers' patterns, made when the package is built: `re` takes longer over them than all else takes to start.

The table is to patterns what a .pyc is to a module: it stands beside the sources, serves one version of Python and saves nothing
but time: that of making them, and some when they search, for they are put so that the engine tries less (`pattern_codes`), and
stand behind sieves where there is machine code for these (`pattern_sieves`). A pattern that it does not hold, or holds in other
words, is compiled as ever.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # the engine below `re`
import marshal
import re
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol

try:
    from recognizers.glance_native import sieved as _sieved
except ImportError:
    _sieved = None  # type: ignore[assignment]

_HERE: Final = Path(__file__).parent
#: Needs Presidio, which the package does without.
_APART: Final = ("presidio",)
#: The name of the table of this Python.
TABLE: Final = f"patterns.{sys.implementation.cache_tag}.bin"
#: What a table was made for: how the engine's codes are to be understood, how wide they are and in which order; what it holds.
_MADE_FOR: Final = (_sre.MAGIC, _sre.CODESIZE, sys.byteorder, "sieves of 130, needs")
#: A flag of our own: the pattern is read from the end of a text.
_BACKWARD: Final = 1 << 30
#: The words of a pattern and its flags.
_Key = tuple[str, int]
#: What the engine is handed besides the words: flags, codes (see `pattern_codes`), number of groups, groups by their names, names
#: of the groups; and what `pattern_sieves` tells.
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], "_Sieves"]
#: The sieve, what every match needs further on, and the sieve of what ends where the text does.
_Sieves = tuple[bytes | None, bytes | None, bytes | None]


class Pattern(Protocol):
    """What may be asked of a pattern: an `re.Pattern` or, where there is machine code, one behind its sieve, which is none."""

    @property
    def pattern(self) -> str: ...
    @property
    def flags(self) -> int: ...
    @property
    def groups(self) -> int: ...
    @property
    def groupindex(self) -> Mapping[str, int]: ...
    def search(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None: ...
    def match(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None: ...
    def fullmatch(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None: ...
    def finditer(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]: ...
    def findall(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> list[Any]: ...
    def split(self, string: str, maxsplit: int = 0) -> list[str | Any]: ...
    def sub(self, repl: str | Callable[[re.Match[str]], str], string: str, count: int = 0) -> str: ...


def compiled(words: str, flags: int = 0) -> Pattern:
    """What finds as what `re.compile` gives for the same, kept for as long as the process lives. Raises re.error as it does.

    For patterns that the sources hold; never for one made of what a message says.
    """
    return _kept((words, int(flags)), None)


class Ending:
    """A pattern that ends where the text ends, or where the search is to end: what stands before a value.

    It is read backwards first, from that end: mostly nothing fits there, which is told at the second or third character. Without
    the table it is searched for as ever.
    """

    __slots__ = ("_backward", "_forward", "search")

    def __init__(self, words: str) -> None:
        key = (words, _BACKWARD)
        made = _table.pop(key, None)
        self._backward = _patterns[key] = None if made is None else _from_table(words, *made)
        self._forward = _kept((words, 0), self._backward)
        #: As `re.Pattern.search`.
        self.search: Callable[..., re.Match[str] | None] = (
            self._search if _sieved is None else self._forward.search
        )

    @property
    def pattern(self) -> str:
        """Its words."""
        return self._forward.pattern

    def _search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        if self._backward is not None and self._backward.match(text[max(0, start) : end][::-1]) is None:
            return None
        return self._forward.search(text, start, end)


def promised(words: str) -> None:
    """Say that `compiled` will be asked for this pattern once a text needs it, so that the table holds it."""
    _patterns.setdefault((words, 0), None)


def write_table(folder: Path) -> Path:
    """Write the table of all patterns of the package into `folder`; where it stands.

    Raises OSError where it cannot be written, ImportError or AttributeError where this Python's `re` is made in another way.
    """
    for module in _HERE.glob("*.py"):
        if module.stem not in _APART:
            import_module(f"recognizers.{module.stem}")
    path = folder / TABLE
    path.write_bytes(marshal.dumps((_MADE_FOR, {key: _made(*key) for key in sorted(_patterns)})))
    return path


def read_table(folder: Path) -> dict[_Key, _Made]:
    """The table in `folder` that was made for this Python; empty without one."""
    try:
        # The package's own file, trusted as far as its .pyc files are.
        made_for, table = marshal.loads((folder / TABLE).read_bytes())  # nosec B302  # noqa: S302
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return table if made_for == _MADE_FOR else {}


def _made(words: str, flags: int) -> _Made:
    # Only the build needs these, and a `re` as they know it.
    from recognizers.pattern_codes import backward_codes_of, backward_of, codes_of
    from recognizers.pattern_sieves import needed_by, sieve_of

    sieves: _Sieves = (None, None, None)
    if flags & _BACKWARD:
        flags &= ~_BACKWARD
        tree, codes = backward_codes_of(words, flags)
    else:
        tree, codes = codes_of(words, flags)
        try:
            ending = sieve_of(backward_of(words, flags), flags)
        except ValueError:
            ending = None
        sieves = sieve_of(tree, flags), needed_by(tree, flags), ending
    groups = dict(tree.state.groupdict)
    names = {place: name for name, place in groups.items()}
    return (
        flags | tree.state.flags,
        array("I", codes).tobytes(),
        tree.state.groups - 1,
        groups,
        tuple(names.get(place) for place in range(tree.state.groups)),
        sieves,
    )


def _kept(key: _Key, backward: Pattern | None) -> Pattern:
    """The pattern of this key, made where it was not asked for yet; behind `backward` where that is given and machine code is."""
    pattern = _patterns.get(key)
    if pattern is None:
        made = _table.pop(key, None)
        pattern = _patterns[key] = re.compile(*key) if made is None else _from_table(key[0], *made, backward)
    return pattern


def _from_table(
    words: str,
    flags: int,
    codes: bytes,
    groups: int,
    by_name: dict[str, int],
    names: tuple[str | None, ...],
    sieves: _Sieves,
    backward: Pattern | None = None,
) -> Pattern:
    pattern: re.Pattern[str] = _sre.compile(words, flags, array("I", codes).tolist(), groups, by_name, names)
    if _sieved is None or not any((*sieves, backward)):
        return pattern
    return _sieved(pattern, *sieves, backward)


_table: Final = read_table(_HERE)
#: Every pattern that was asked for; None for one that is only promised.
_patterns: Final[dict[_Key, Pattern | None]] = {}
