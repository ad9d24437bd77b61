"""Numbers of lists: beside somebody's name, and under a title that says what else they are: "Account numbers: Luc Roy, …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from typing import Final

from recognizers.cues import Cue
from recognizers.everyday import is_full_name
from recognizers.nine_digits import NineDigits
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.sin_beside import BEFORE
from recognizers.sin_other_labels import OTHER_NUMBER, SINS
from recognizers.sin_other_numbers import is_under_title

#: A name, right before a number; and what ends its cell.
_NAME_BEFORE: Final = compiled(
    r"(?<![A-Za-z'.-])[A-Z][a-z'-]+(?: [A-Z][A-Za-z'.-]*){1,3} ?(?:[,;|\t] ?|\(|(?<= )- )\Z"
)
#: The same, at the beginning of a message, behind a greeting or not.
_OPENS: Final = compiled(
    r"(?:(?:[Bb]onjour|[Bb]onsoir|[Hh]ello|[Hh]i|[Ss]alut|[Aa]llo)[^\n]{0,24}[,\n!.]\s{0,3})?"
    r"([A-Z][a-z'-]+(?: [A-Z][A-Za-z'.-]*){1,3}) ?(?:[,:;/]|-{1,2}(?= )) ?"
)
_NINE: Final = 9
_NEXT_CELL: Final = compiled(r" ?(?:[,;|)\t]|(?<= )- |\.(?![0-9])|\r?\n|\Z)")
_NAME_REACH: Final = 48
#: So far below the heads of its columns a table is read.
_TABLE_REACH: Final = 2000
#: The title of a list stands so near before one of its numbers; the ends of clauses, the ending of a plural.
_HEAD_REACH: Final = 240
#: A row is read so far on both sides.
_ROW: Final = 160
_CLAUSES: Final = compiled(r"[\n.!?]")
#: What has a number and somebody's name beside it.
_PAPER_OF: Final = compiled(
    r"(?<![a-z])(?:cheques?|checks?|recus?|receipts?|factures?|bills?|rolls?|roles?|lots?|don(?:s|or|ation|ateur)?s?|depots?|deposits?"
    r"|paiements?|payments?|mandats?|warrants?|titres?|deeds?|bons?|coupons?|billets?|comptables?|accountants?|prepar(?:er|ateur|atrice)s?"
    r"|efile|zoom|teams|meeting|reunion|scolaires?|foncieres?|municipales?|property|school|evaluation|assessment|recommandes?|registered"
    r"|telephonique|phone|talk)(?![a-z])[^.!?\n]{0,60}\Z"
)
_REQUESTS: Final = compiled(
    r"(?<![a-z])(?:requetes?|requests?|demandes?|plaintes?|complaints?|signalements?|reports?|rapports?|avis|notices?)(?![a-z])"
)
_COLON_BEFORE: Final = compiled(r":[^a-z:]{1,120}\Z")
_PLURAL: Final = compiled(r"(?<=[a-z]{2})s(?![a-z])")
_FIGURE: Final = compiled("[0-9]")


def is_beside_name(page: Page, nine: NineDigits) -> bool:
    """Whether somebody's name stands right before the number, of which nothing else is said: "Luc Roy, 130 692 544, 32 h"."""
    name = _name_before(page, nine)
    return (
        name is not None
        and not is_listed_otherwise(page, nine)
        and is_full_name(name[0])
        and _NEXT_CELL.match(page.lower, nine.end) is not None
        and not OTHER_NUMBER.search(page.flat, max(0, name.start() - BEFORE), nine.start)
        and not is_under_title(page, nine)
    )


def opens_message(page: Page, nine: NineDigits) -> bool:
    """Whether somebody's name begins the message, and a number by threes is the next: "Luc Roy, 130-692-544, quick question"."""
    name = _OPENS.match(page.text, 0, nine.start)
    return (
        name is not None
        and name.end() == nine.start
        and nine.end - nine.start > _NINE
        and is_full_name(name[1])
        and _NEXT_CELL.match(page.lower, nine.end) is not None
    )


def is_in_another_column(page: Page, nine: NineDigits, heads: Sequence[Cue]) -> bool:
    """Whether the number stands on a row of a table of which one of `heads`, in order, heads a column.

    That column's numbers were named by it: this one is another's.
    """
    reach = max(0, nine.start - _TABLE_REACH)
    top = max(reach, page.lower.rfind("\n\n", reach, nine.start))
    row = page.lower.rfind("\n", top, nine.start)
    nearest = bisect_left(heads, top, key=_end)
    return nearest < len(heads) and heads[nearest].end <= row


def is_on_row(page: Page, nine: NineDigits, named: Set[int]) -> bool:
    """Whether one of the numbers that were `named`, by where they begin, stands on the number's line."""
    first, last = page.line_start(nine.start, _ROW), page.line_end(nine.end, _ROW)
    return any(first <= start < last for start in named)


def _end(cue: Cue) -> int:
    return cue.end


def _name_before(page: Page, nine: NineDigits) -> re.Match[str] | None:
    return _NAME_BEFORE.search(page.text, nine.start - _NAME_REACH, nine.start)


def is_listed_otherwise(page: Page, nine: NineDigits) -> bool:
    """Whether a name, or figures behind a colon, stand right before the number, and a title or a paper calls it another."""
    name = _name_before(page, nine)
    if name and _PAPER_OF.search(page.lower, max(0, name.start() - BEFORE), name.start()):
        return True
    listed = name or _COLON_BEFORE.search(page.lower, nine.start - _HEAD_REACH, nine.start)
    return listed is not None and _is_headed_otherwise(page, nine)


def _is_headed_otherwise(page: Page, nine: NineDigits) -> bool:
    """Whether a list's title, before a colon or on a line without figures, says what else its numbers are: "Account numbers:"."""
    before = page.lower[max(0, nine.start - _HEAD_REACH) : nine.start]
    head, colon, _ = before.rpartition(":")
    if colon:
        head = _CLAUSES.split(head)[-1]
    else:
        lines = before.split("\n")[-2::-1]
        head = next((line for line in lines if line.strip(" >\r") and not _FIGURE.search(line)), "")
    return not SINS.search(head) and (
        OTHER_NUMBER.search(_PLURAL.sub("", head)) is not None or _REQUESTS.search(head) is not None
    )
