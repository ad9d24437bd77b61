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
_REACH: Final = 800
#: A patient's field by its name: "PID-19 130692544", "PID.7 = 19600203".
_NAMED: Final = compiled(
    r"(?<![a-z0-9])pid ?[-._ ] ?([0-9]{1,2})(?:[-.]1)?(?:[ :=(\"']{1,3}"
    r"|,? (?:is|est|contains?|contient|holds?|shows?|has|a|says?|was|avec|with)(?: (?:the|le))? ?[:=\"']{0,2})(?=[0-9])"
)
#: Its own writing; and words of messages.
_AS_NAMED: Final = compiled(r"PID ?[-._]")
_MESSAGES: Final = vocabulary("hl adt oru orm msh evn obr obx nk segment segments patient patients".split())
_VALUE: Final = 40
_PATIENTS: Final = vocabulary(("pid",))


def may_have_fields(page: Page) -> bool:
    """Whether the page speaks of a patient's segment."""
    return not _PATIENTS.isdisjoint(page.words)


def fields(page: Page, wanted: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """From where to where the fields reach that hold what is `wanted`: by the segment, the number of its field. Linear."""
    if not may_have_fields(page):
        return
    lower = page.lower
    for segment in _SEGMENT.finditer(lower):
        if segment[1] not in wanted:
            continue
        end = page.line_end(segment.start(1), _REACH)
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
            yield named.end(), min(page.line_end(named.end(), _VALUE), named.end() + _VALUE)


def _is_of_message(page: Page, start: int) -> bool:
    """Whether text[start:] names a field as HL7 does, "PID-19", or the page speaks of a message: a process has a pid, too."""
    return _AS_NAMED.match(page.text, start) is not None or not _MESSAGES.isdisjoint(page.words)


def field_of(lower: str, start: int) -> tuple[str, int] | None:
    """The segment in which lower[start:] stands, and the number of its field; None where no line of HL7 does."""
    begin = lower.rfind("\n", max(0, start - _REACH), start) + 1
    segment = _SEGMENT.match(lower, begin, start)
    return (segment[1], lower.count("|", segment.end() - 1, start)) if segment else None
