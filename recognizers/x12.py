"""Elements of X12 messages, in which employers and clinics enrol people in a plan and bill it: "REF*SY*130692544~"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from recognizers.page import Page
from recognizers.patterns import compiled

#: What stands between the elements; in some messages a bar or a circumflex does.
_STAR: Final = "*"
#: The names of segments of which such a message, or what people quote of one, is made.
_SEGMENT: Final = compiled(
    r"(?<![a-z0-9*|^])(isa|gs|st|bgn|bht|bpr|trn|ref|dt[pm]|ins|n[1-4]|nm1|dmg|hd|cob|per|hl|sbr|pat|clm|hi|lx|sv[1-3c]|cas|amt"
    r"|qty|ec|icm|hlh|lui|dsb|idc|eb|aaa|stc|clp|plb|se|ge|iea)([*|^])(?=[a-z0-9*|^])"
)
#: Those with which a row of cells may begin, too: they count with a star alone.
_CELLS: Final = frozenset(("st", "per", "pat", "ins", "hi", "se", "ref", "ec", "ge"))
#: What ends one: a mark of its own, or a line.
_END: Final = compiled(r"[~\n\r]")
#: Which element says that a segment names an organization, and what it says then: NM102 is 2; N101 a plan's sponsor, an
#: insurer, an administrator, a broker, a payer, an employer, a clinic, or whoever sends or gets the message.
_ORGANIZATIONS: Final = {
    "nm1": (2, frozenset(("2",))),
    "n1": (1, frozenset(("p5", "in", "tv", "bo", "pr", "36", "85", "77", "fa", "40", "41"))),
}
#: Of two days in one element, the first.
_FROM_DAY: Final = compiled(r"(?:[0-9]{8}-)?")
#: A segment is read so far.
_REACH: Final = 200
#: Which element says what another holds: the segment, that element's number and what it says, and the number of the other.
Wanted = Mapping[tuple[str, int, str], int]


class _Segment(NamedTuple):
    """A segment: where it begins, its name and mark, and where its elements stand."""

    start: int
    name: str
    mark: str
    elements: list[tuple[int, int]]


def has_marks(page: Page) -> bool:
    """Whether one of the marks stands on the page that may stand between the elements of a segment."""
    return bool(page.once(_marks))


def _marks(page: Page) -> list[str]:
    return [mark for mark in "*|^" if mark in page.lower]


def segments(page: Page) -> Iterator[_Segment]:
    """Every segment of a page, in order. Linear: segments are read within a fixed reach."""
    lower = page.lower
    for found in _SEGMENT.finditer(lower):
        yield _Segment(found.start(), found[1], found[2], _elements(lower, found.end(), found[2]))


def elements(page: Page, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """From where to where the elements reach that hold what is `wanted`, of nobody but people."""
    lower = page.lower
    for segment in page.once(segments):
        held_in = segment.elements
        if _is_of_organization(lower, segment):
            continue
        for (name, at, said), held in wanted.items():
            if (
                name == segment.name
                and max(at, held) <= len(held_in)
                and lower[slice(*held_in[at - 1])].strip() == said
            ):
                yield held_in[held - 1]


def _is_of_organization(lower: str, segment: _Segment) -> bool:
    at, said = _ORGANIZATIONS.get(segment.name, (0, frozenset()))
    return 0 < at <= len(segment.elements) and lower[slice(*segment.elements[at - 1])].strip() in said


def is_element(page: Page, start: int) -> bool:
    """Whether page.lower[start:] is an element of a segment, or the second day of one. Linear: a fixed reach."""
    found = page.once(segments)
    at = bisect_right(found, start, key=_begin)
    if not at:
        return False
    segment = found[at - 1]
    if segment.mark != _STAR and segment.name in _CELLS:
        return False
    return any(
        begin <= start < end and _FROM_DAY.fullmatch(page.lower, begin, start)
        for begin, end in segment.elements
    )


def _begin(segment: _Segment) -> int:
    return segment.start


def _elements(lower: str, start: int, mark: str) -> list[tuple[int, int]]:
    end = _END.search(lower, start, start + _REACH)
    stop = end.start() if end else min(len(lower), start + _REACH)
    found = []
    while (ended := lower.find(mark, start, stop)) >= 0:
        found.append((start, ended))
        start = ended + 1
    return [*found, (start, stop)]
