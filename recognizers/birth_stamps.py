"""When what stands on the page was written, not when anybody was born: a line of a conversation, a quotation, a letter."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.cues import Cue, gate
from recognizers.dates import WrittenDate
from recognizers.month_forms import MONTH
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.towns import TOWN

_LEAD: Final = (
    r"[> \[(*\-]{0,8}(?:(?:le|on) )?(?:[a-z]{3,8}day,? |(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?"
)
#: What may stand before the date that heads a line.
_HEAD: Final = compiled(_LEAD)
#: From that date on: its hour, and who speaks.
_SPEAKS: Final = compiled(
    r"[\])]?,?(?:[t ] ?(?:a |at )?[0-2]?[0-9](?::| ?h ?)[0-5][0-9](?::[0-5][0-9])?(?: ?[ap]\.?m\.?)?z?)?[\])]?"
    r"(?: ?[-–—|:,>]{1,2} ?| )(?P<who>[a-z][a-z.' -]{0,24}?) ?(?:\([^()\n]{1,24}\) ?)?[:|>]"
)
#: A line that such a date heads.
_STAMPED: Final = compiled(
    rf"{_LEAD}(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}}([-/.])[0-9]{{1,2}}\1(?:[0-9]{{4}}|[0-9]{{2}})"
    rf"|[0-9]{{1,2}}(?:er)? {MONTH}(?![a-z])|{MONTH}\.? [0-9]{{1,2}}(?![0-9]))"
)
#: Who speaks, where no other line says so.
_SPEAKERS: Final = frozenset(
    """me moi client cliente agent agente customer caller user usager usagere patient patiente citoyen citoyenne citizen
    prepose preposee support conseiller conseillere adviser advisor operator visitor visiteur appelant appelante""".split()
)
#: By themselves they only speak in what was written of late: "1957-04-30, Client : Emily Roy" is a birth date's line.
_OF_LATE: Final = timedelta(days=3 * 365)
#: The head of a quotation: a line that begins so, the hour and who wrote, up to the colon that ends it; an hour or an address
#: tells it from prose, or that nothing stands behind the colon.
_OPENING: Final = compiled(r"[>|\s]*")
_QUOTED_ON: Final = compiled(
    r"(?:le|on)\s{1,4}(?:(?:[a-z]{2,8}day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|lun|mar|mer|jeu|ven|sam|dim|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?,?\s{1,4})?\Z"
)
_QUOTED_BY: Final = compiled(
    r"(?P<hour>[,\s]{1,5}(?:(?:a|at|vers)\s{1,4})?[0-2]?[0-9]\s{0,3}[h:](?:\s{0,3}[0-5][0-9])?(?::[0-5][0-9])?"
    r"(?:\s{0,3}[ap]\.?m\b\.?)?)?"
    r"(?![,\s]{1,5}(?:mais|but|et|and|ou|or|je|i|j'[a-z]+|nous|we)(?![a-z]))"
    r"(?P<who>[,\s]{1,5}[^:\n]{1,90}(?:\n[>|\s]{0,12}[^:\n]{1,90}){0,2}?)"
    r"(?<![a-z])(?:(?:m'|nous\s{1,3}|vous\s{1,3})?a[>|\s]{1,8}ecrit|wrote)\s{0,3}:(?P<ends>[ \t\r]*(?:\n|\Z))?"
)
#: Closed on pages without the word that ends it.
QUOTED: Final = gate(("ecrit", "wrote"))
#: Where a letter is written, up to its day, and how long ago.
_PLACED: Final = compiled(rf"(?:\A|\n)[ >|]*{TOWN}(?: \([a-z]{{2,8}}\))?, {{1,3}}(?:(?:le|on|this) {{1,3}})?")
_LINE_ENDS: Final = compiled(r"[ .]{0,4}(?:\r?\n|\Z)")
_LETTERS: Final = timedelta(days=2 * 365)
#: People have written to each other by mail for so long.
_MAIL: Final = timedelta(days=30 * 365)
#: So far before a date its line is looked for, and before a cue.
_NEAR: Final = 40
_LINE: Final = 160


def stamped(page: Page, cue: Cue, offset: int, dates: list[WrittenDate]) -> int:
    """How many of the first `dates` (`offset` is where their text begins) only say when the lines below the cue were written."""
    if page.lower.find("\n", cue.end, offset + dates[0].start) < 0:
        return 0
    count = 0
    while count < len(dates) and _is_stamp(page, cue, offset, dates[count]):
        count += 1
    return count


def answers_stamped(page: Page, last: int, start: int) -> bool:
    """Whether lower[last:start], from a stamp to a date of the same line, tells of no other event."""
    return page.lower.find("\n", last, start) < 0 and not OTHER_EVENT.search(page.flat, last, start)


def heads_quotation(page: Page, one: Candidate, *, labelled: bool) -> bool:
    """Whether the date only says when what follows was written: "On Jan 16, 2025 at 9:45 p.m., Luc Roy <…> wrote:".

    One that is `labelled` a birth is one, unless it is of late, or an hour or an address stands behind it.
    """
    lower = page.lower
    line = lower.rfind("\n", max(0, one.start - _NEAR), one.start) + 1
    opening = _OPENING.match(lower, line or max(0, one.start - _NEAR), one.start)
    if opening is None or not _QUOTED_ON.match(lower, opening.end(), one.start):
        return False
    wrote = _QUOTED_BY.match(lower, one.end)
    if wrote is None:
        return False
    if wrote["hour"] is not None or "@" in wrote["who"]:
        ago = _MAIL
    elif wrote["ends"] is not None:
        ago = _LETTERS if labelled else _MAIL
    else:
        return False
    return all(page.today - day < ago for day in one.births)


def is_letters(page: Page, one: Candidate) -> bool:
    """Whether the date, of late, is all that follows a town on its line: "Granby, 24 July 2025"."""
    line = max(0, page.lower.rfind("\n", max(0, one.start - _NEAR), one.start))
    return (
        _PLACED.fullmatch(page.lower, line, one.start) is not None
        and _LINE_ENDS.match(page.lower, one.end) is not None
        and all(page.today - day < _LETTERS for day in one.births)
    )


def _is_stamp(page: Page, cue: Cue, offset: int, written: WrittenDate) -> bool:
    start = offset + written.start
    line = page.lower.rfind("\n", max(0, start - _NEAR), start) + 1
    if not line or not _HEAD.fullmatch(page.lower, line, start):
        return False
    spoken = _SPEAKS.match(page.lower, offset + written.end)
    if spoken is None:
        return False
    if spoken["who"] in _SPEAKERS and all(page.today - day < _OF_LATE for day in written.days):
        return True
    asked = page.lower.rfind("\n", max(0, cue.start - _LINE), cue.start) + 1
    return _STAMPED.match(page.lower, asked, cue.start) is not None
