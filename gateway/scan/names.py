"""Person names by spaCy.

Text goes in line by line and in batches; blank lines cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, Protocol

from gateway.scan.budget import out_of_time
from gateway.scan.language import language_of
from gateway.scan.pipelines import load

_LABELS: Final = frozenset(("PER", "PERSON"))
#: How far each language's pipelines are to be believed when they call something a person.
_TRUST: Final = {"fr": 0.9, "en": 0.8}
#: And when they call it something else: French places are places, but English ones are persons as often.
_DOUBT: Final = {"fr": {"LOC": 0.9, "": 0.45}, "en": {"": 0.2}}
#: Characters that are read together: more gain nothing, and the time limit is asked between.
_BATCH: Final = 4_000
#: What `str.splitlines` takes for a line.
_LINE: Final = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_QUANTITIES: Final = frozenset(("CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"))


class Pipelines(Protocol):
    """Which spaCy pipelines to use: a package name or a path for each language."""

    @property
    def french(self) -> str: ...

    @property
    def english(self) -> str: ...


class Names:
    """Finds person names: `Names(french, english)(text)` gives (start, end, score) in code points of `text`.

    A negative score says that the words are the name of something else (a place, an organisation).
    Raises NamesUnavailable when a pipeline cannot be loaded.
    """

    def __init__(self, french: str, english: str) -> None:
        self._readers = {"fr": load(french, "french"), "en": load(english, "english")}

    def __call__(self, text: str) -> Iterator[tuple[int, int, float]]:
        """The names in `text`; fewer when the scan under way has no time left, which its budget then says."""
        language: Literal["fr", "en"] = "en" if language_of(text) == "en" else "fr"
        read, trust, doubts = self._readers[language], _TRUST[language], _DOUBT[language]
        for lines in _batches(text):
            if out_of_time():
                return
            for (_, offset), entities in zip(lines, read([line for line, _ in lines]), strict=True):
                for start, end, label in entities:
                    if label not in _QUANTITIES:
                        score = trust if label in _LABELS else -doubts.get(label, doubts[""])
                        yield offset + start, offset + end, score


def _batches(text: str) -> Iterator[list[tuple[str, int]]]:
    """The lines of `text` that hold anything, with where they begin, so many at a time."""
    batch: list[tuple[str, int]] = []
    size = 0
    for match in _LINE.finditer(text):
        line = match[0].rstrip()
        if line:
            batch.append((line, match.start()))
            size += len(line)
            if size > _BATCH:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch
