"""Fields of HL7 messages, which laboratories, pharmacies and hospitals send: "PID|1||TREM…^^^RAMQ||ROY^ANNE||19600203|F"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from recognizers.cues import vocabulary
from recognizers.page import Page
from recognizers.patterns import compiled

_SEGMENT: Final = compiled(
    r"(?<![^\n\r])[ >]{0,4}(msh|evn|pid|pd1|nk1|pv[12]|al1|dg1|drg|pr1|gt1|in[1-3]|acc|orc|ob[rx]|nte|spm|txa|fac|ft1|mrg|msa"
    r"|err|rx[aceor]|sch|ai[gilps]|rgs|qr[df]|z[a-z0-9]{2})\|"
)
#: Segments end in CR, as HL7 says; files and mail have LF or both.
_END: Final = compiled(r"[\r\n]")
#: A segment is read so far: names and addresses of several lines stand before the fields that are looked for.
_REACH: Final = 800
#: A patient's field by its name, and the words that lead to its value: "PID-19 130692544", "PID.7 = 19600203".
_NAMED: Final = compiled(
    r"(?<![a-z0-9])pid ?[-._ ] ?([0-9]{1,2})(?:[-.]1)?(?:[ :=(\"']{1,3}"
    r"|,? (?:is|est|contains?|contient|holds?|shows?|has|a|says?|was|avec|with)(?: (?:the|le))? ?[:=\"']{0,2})(?=[0-9])"
)
#: Its own writing; and words of messages.
_AS_NAMED: Final = compiled(r"PID ?[-._]")
_MESSAGES: Final = vocabulary("hl adt oru orm msh evn obr obx nk segment segments patient patients".split())
#: So far behind those the value ends: a day with its hour, a number with its blanks.
_VALUE: Final = 40
PATIENTS: Final = vocabulary(("pid",))


def may_have_fields(page: Page) -> bool:
    """Whether the page speaks of a patient's segment: without one a relative's or an insurer's are not read, either."""
    return not PATIENTS.isdisjoint(page.words)


def fields(page: Page, wanted: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """From where to where the fields reach that hold what is `wanted`: by the segment, the number of its field. Linear."""
    if not may_have_fields(page):
        return
    lower = page.lower
    for segment in _SEGMENT.finditer(lower):
        if segment[1] not in wanted:
            continue
        end = _segment_end(lower, segment.start(1), _REACH)
        at = segment.end() - 1
        for _ in range(wanted[segment[1]] - 1):
            at = lower.find("|", at + 1, end)
            if at < 0:
                break
        if at >= 0:
            behind = lower.find("|", at + 1, end)
            yield at + 1, behind if behind >= 0 else end
    for named in _NAMED.finditer(lower):
        if int(named[1]) == wanted.get("pid") and _is_of_message(page, named.start()):
            yield named.end(), _segment_end(lower, named.end(), _VALUE)


def _is_of_message(page: Page, start: int) -> bool:
    """Whether text[start:] names a field as HL7 does, "PID-19", or the page speaks of a message: a process has a pid, too."""
    return _AS_NAMED.match(page.text, start) is not None or not _MESSAGES.isdisjoint(page.words)


def field_of(lower: str, start: int) -> tuple[str, int] | None:
    """The segment in which lower[start:] stands, and the number of its field; None where no line of HL7 does, or it
    begins too far before. Linear: a fixed reach.
    """
    first = max(0, start - _REACH)
    before = max(lower.rfind("\r", first, start), lower.rfind("\n", first, start))
    if before < 0 < first:
        return None
    begin = before + 1
    segment = _SEGMENT.match(lower, begin, start)
    return (segment[1], lower.count("|", segment.end() - 1, start)) if segment else None


def _segment_end(lower: str, position: int, reach: int) -> int:
    """Where the segment ends that `position` stands in, or `reach` further on."""
    end = _END.search(lower, position, position + reach)
    return end.start() if end else position + reach
