"""What a recognizer is given to read: one text, folded, with what is known around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final, Protocol

from recognizers.dates import flatten
from recognizers.digits import clusters
from recognizers.fold import Folded, fold
from recognizers.spelled import respell

#: Finds person names: text -> (start, end, score) in code points of that text.
NameFinder = Callable[[str], Iterable[tuple[int, int, float]]]


@dataclass(slots=True)
class Candidate:
    """What a recognizer proposes. Offsets count characters of `Page.text` (the folded text).

    `births` and `initials` are what the value tells about its bearer (a NAM holds a birth date and four letters of
    the name): they let the identifiers of one message corroborate each other and never leave the detector.
    """

    entity_type: str
    start: int
    end: int
    score: float
    recognizer: str
    evidence: tuple[str, ...] = ()
    births: frozenset[date] = field(default=frozenset(), repr=False)
    initials: str = field(default="", repr=False)


_LETTERS_ONLY: Final = bytes(code if 97 <= code <= 122 else 32 for code in range(256))
_FIGURE: Final = re.compile("[0-9]")


class Page:
    """One text of a message.

    `text` is the folded text (ASCII, case kept), `lower` the same in lower case with the same offsets; patterns run on
    those. `raw` is the original. `label` (folded, lower case) is what names this text from outside: a form field, a
    column header, the cell or line before. `today` bounds birth dates. `names` finds person names, or is None.
    """

    def __init__(self, raw: str, label: str = "", *, today: date, names: NameFinder | None = None) -> None:
        self._folded: Folded = fold(raw)
        self.text: str = self._folded.text
        self.lower: str = self.text.lower()
        self.label: str = fold(label).text.lower() if label else ""
        self.today = today
        self.names = names

    def __repr__(self) -> str:
        return f"Page({len(self.text)} characters)"

    @property
    def raw(self) -> str:
        """The text as it was given."""
        return self._folded.raw

    @cached_property
    def has_digits(self) -> bool:
        """Whether there is any figure at all."""
        return _FIGURE.search(self.text) is not None

    @cached_property
    def words(self) -> frozenset[str]:
        """The runs of letters in `lower`: a quick way to know what a text cannot contain."""
        return frozenset(self.lower.encode("ascii").translate(_LETTERS_ONLY).decode("ascii").split())

    @cached_property
    def clusters(self) -> list[tuple[int, int]]:
        """Where at least five digits stand together (see `digits.clusters`)."""
        return clusters(self.lower) if self.has_digits else []

    @cached_property
    def flat(self) -> str:
        """`lower` with line ends, quote marks and table rules as spaces (see `dates.flatten`)."""
        return flatten(self.lower)

    @cached_property
    def respelled(self) -> tuple[Page, Folded] | None:
        """The page with numbers in words and spelled letters as characters, and the way back to this page's offsets."""
        folded = respell(self.lower, self.text, self.words)
        if folded is None:
            return None
        page = Page("", today=self.today)
        page._folded, page.text, page.lower, page.label = folded, folded.text, folded.text.lower(), self.label
        return page, folded

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the original for folded offsets."""
        return self._folded.span(start, end)

    def folded_span(self, raw_start: int, raw_end: int) -> tuple[int, int]:
        """Folded offsets for offsets of the original."""
        return self._folded.folded_span(raw_start, raw_end)


class Recognizer(Protocol):
    """Finds one kind of information. Holds no state between pages, so that threads may share it."""

    @property
    def id(self) -> str:
        """Short name for reports ("nam")."""

    @property
    def entity_types(self) -> Sequence[str]:
        """The entity types it can propose."""

    def find(self, page: Page) -> Iterable[Candidate]:
        """Everything on the page that may be one, in any order; linear in the length of the page."""
