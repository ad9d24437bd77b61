"""Elements of X12 messages, in which employers and clinics enrol people in a plan and bill it: "REF*SY*130692544~"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from recognizers.page import Page
from recognizers.patterns import compiled

_MARK: Final = "*"
#: The names of segments of which such a message, or what people quote of one, is made.
_SEGMENT: Final = compiled(
    r"(?<![a-z0-9*])(isa|gs|st|bgn|bht|bpr|trn|ref|dt[pm]|ins|n[1-4]|nm1|dmg|hd|cob|per|hl|sbr|pat|clm|hi|lx|sv[1-3c]|cas|amt"
    r"|qty|ec|icm|hlh|lui|dsb|idc|eb|aaa|stc|clp|plb|se|ge|iea)\*(?=[a-z0-9*])"
)
#: What ends one: a mark of its own, or a line.
_END: Final = compiled(r"[~\n\r]")
#: Which element says that a segment names an organization, and what it says then: NM102 is 2; N101 a plan's sponsor, an
#: insurer, an administrator, a broker, a payer, an employer, a clinic, or whoever sends or gets the message.
_ORGANIZATIONS: Final = {
    "nm1": (2, frozenset(("2",))),
    "n1": (1, frozenset(("p5", "in", "tv", "bo", "pr", "36", "85", "77", "fa", "40", "41"))),
}
#: A segment is read so far.
_REACH: Final = 200
#: Which element says what another holds: the segment, that element's number and what it says, and the number of the other.
Wanted = Mapping[tuple[str, int, str], int]


def elements(page: Page, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """From where to where the elements reach that hold what is `wanted`, of nobody but people.

    Linear: segments are read within a fixed reach.
    """
    lower = page.lower
    if _MARK not in lower:
        return
    for segment in _SEGMENT.finditer(lower):
        cells = _cells(lower, segment.end())
        if _is_of_organization(lower, segment[1], cells):
            continue
        for (name, at, said), held in wanted.items():
            if (
                name == segment[1]
                and max(at, held) <= len(cells)
                and lower[slice(*cells[at - 1])].strip() == said
            ):
                yield cells[held - 1]


def _is_of_organization(lower: str, name: str, cells: list[tuple[int, int]]) -> bool:
    at, said = _ORGANIZATIONS.get(name, (0, frozenset()))
    return 0 < at <= len(cells) and lower[slice(*cells[at - 1])].strip() in said


def is_element(lower: str, start: int) -> bool:
    """Whether lower[start:] stands in an element of a segment. Linear: a fixed reach."""
    if lower[start - 1 : start] != _MARK:
        return False
    first = max(0, start - _REACH)
    segments = list(_SEGMENT.finditer(lower, first, start))
    return bool(segments) and not _END.search(lower, segments[-1].end(), start)


def _cells(lower: str, start: int) -> list[tuple[int, int]]:
    end = _END.search(lower, start, start + _REACH)
    stop = end.start() if end else min(len(lower), start + _REACH)
    cells = []
    while (mark := lower.find(_MARK, start, stop)) >= 0:
        cells.append((start, mark))
        start = mark + 1
    return [*cells, (start, stop)]
