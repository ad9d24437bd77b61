"""Person names by spaCy: the only place that loads its pipelines.

Only what name finding needs is kept of a pipeline (a third of the time). Text goes in line by line and in batches; blank
lines cost nothing.
"""

from __future__ import annotations

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
        self._pipelines = {"fr": load(french, "french"), "en": load(english, "english")}

    def __call__(self, text: str) -> Iterator[tuple[int, int, float]]:
        """The names in `text`; fewer when the scan under way has no time left, which its budget then says."""
        language: Literal["fr", "en"] = "en" if language_of(text) == "en" else "fr"
        pipeline, trust, doubts = self._pipelines[language], _TRUST[language], _DOUBT[language]
        for doc, offset in pipeline.pipe(_lines(text), as_tuples=True, batch_size=32):
            if out_of_time():
                return
            for entity in doc.ents:
                if entity.label_ not in _QUANTITIES:
                    score = trust if entity.label_ in _LABELS else -doubts.get(entity.label_, doubts[""])
                    yield offset + entity.start_char, offset + entity.end_char, score


def _lines(text: str) -> Iterator[tuple[str, int]]:
    offset = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield line.rstrip(), offset
        offset += len(line)
