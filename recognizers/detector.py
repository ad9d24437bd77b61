"""The door of the package: texts in, matches out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from recognizers.page import Candidate, NameFinder, Page
from recognizers.registry import recognizers_for
from recognizers.types import IDENTITY, Match


class Detector:
    """Finds personal information in French and English texts. Holds no state between calls: threads may share one.

    `entities` are the entity types to look for (default: those that identify a person, `IDENTITY`). `today` fixes the
    date against which ages are judged (default: the day of the call). `allow` are values that are never reported,
    compared without case, accents and punctuation: an organisation's own telephone number, a test number.
    `names` finds person names in a text, for PERSON and for corroboration.
    Raises ValueError for an unknown entity type.
    """

    def __init__(
        self,
        entities: Collection[str] | None = None,
        *,
        today: date | None = None,
        allow: Iterable[str] = (),
        names: NameFinder | None = None,
    ) -> None:
        self.entities = frozenset(IDENTITY if entities is None else entities)
        self._recognizers = recognizers_for(self.entities)
        self._today = today
        self._names = names
        self._allow = frozenset(_essence(value) for value in allow)

    def detect(self, text: str, label: str = "") -> list[Match]:
        """The matches in one text, in order of place. `label` names the text from outside (a form field's name)."""
        return self.detect_all([(text, label)])[0]

    def detect_all(self, texts: Sequence[tuple[str, str]]) -> list[list[Match]]:
        """The matches in each (text, label) of one message; the parts of a message corroborate each other.

        Returns one list a text, in order of place; offsets are code points of the text as given.
        """
        today = self._today or date.today()
        pages = [Page(text, label, today=today, names=self._names) for text, label in texts]
        return [self._matches(page) for page in pages]

    def _matches(self, page: Page) -> list[Match]:
        found = [candidate for recognizer in self._recognizers for candidate in recognizer.find(page)]
        matches = [self._match(page, one) for one in found if self._is_wanted(page, one)]
        return sorted(matches, key=lambda match: (match.start, match.end))

    def _is_wanted(self, page: Page, one: Candidate) -> bool:
        if one.entity_type not in self.entities:
            return False
        return not self._allow or _essence(page.lower[one.start : one.end]) not in self._allow

    def _match(self, page: Page, one: Candidate) -> Match:
        start, end = page.raw_span(one.start, one.end)
        return Match(one.entity_type, start, end, one.score, one.recognizer, one.evidence)


def _essence(value: str) -> str:
    """A value without what people write differently: case, accents, punctuation, spaces."""
    page = Page(value, today=date.min)
    return "".join(char for char in page.lower if char.isalnum())
