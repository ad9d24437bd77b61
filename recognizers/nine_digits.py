"""Nine digits as people write them: in any grouping, with letters that look like figures."""

from __future__ import annotations

from typing import Final, NamedTuple

from recognizers.glance import nine as first_nine
from recognizers.luhn import luhn
from recognizers.number_forms import AS_DIGIT
from recognizers.patterns import compiled

#: Three figures, then the date of the next cell: "460,29/03/98".
_DATE_AT_END: Final = compiled(r"[,;|] ?[0-9]{1,2}([/-])[0-9]{1,2}\1[0-9]{2}$")
#: The number of an item, in brackets, and a date: "(2) 06/29/2021".
_ITEM_AND_DATE: Final = compiled(r"\(?[1-9]\) ?[0-9]{1,4}([-/. ])[0-9]{1,2}\1[0-9]{2,4}")
#: A day and which of that day's it is: "Build 20100516.2".
_DAY_AND_ITEM: Final = compiled(r"20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[-._][0-9]")
#: An address on the internet: "192.168.1.10".
_OCTET: Final = r"(?:[1-9]?[0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])"
_ADDRESS: Final = compiled(rf"{_OCTET}(?:\.{_OCTET}){{3}}")
_SEPARATOR: Final = compiled(r"[^a-z0-9]+")
#: A word, not figures: letters alone that nobody would read as "000" or "110".
_WORD: Final = compiled(r"(?<![a-z0-9])(?:[oqilzsbg]{2}|[oqilzsbg]{4,}|[a-z]*[qzsbg][a-z]*)(?![a-z0-9])")
#: A letter by itself beside figures in groups: "on 16.03.2013, I …".
_ALONE: Final = compiled(r"[0-9]{2}[^a-z0-9]{1,6}[a-z](?![a-z0-9])|(?<![a-z0-9])[a-z][^a-z0-9]{1,6}[0-9]{2}")
#: Threes, one by one, or together; with one kind of gap.
_USUAL: Final = compiled(r"(?:\w{3}([^\w]{0,8}|_)\w{3}(?:\1|[^\w]{1,8})\w{3}|\w(?:[^\w]{1,8}\w){8})$")
#: Two by two, "32-46-28-98-l": a letter by itself, or two, are figures there.
_IN_PAIRS: Final = compiled(
    r"(?:[0-9oil]{2}([-. /])(?:[0-9oil]{2}\1){3}[0-9oil]|[0-9oil]([-. /])(?:[0-9oil]{2}\2){3}[0-9oil]{2})"
)
#: By threes right behind a label, so many letters may be figures ("64B 2B9 OBO"), if the check digit is right.
_BY_THREES: Final = compiled(r"[0-9][0-9oilzsbgq]{2}([ -]?)[0-9oilzsbgq]{3}\1[0-9oilzsbgq]{3}")
_RIGHT_BEHIND: Final = compiled(r"[ :=#.\"'(]{1,4}(?:(?:est|is|c'est|no|num|numero|number)[ :]{1,2})?")
_MOST_CHANGED: Final = 4
#: So many figures has a number of which no label stands right before it.
FEWEST_FIGURES: Final = 9 - _MOST_CHANGED
_MOST_BEHIND: Final = 5
#: What no other reading is preferred to (see `NineDigits.rank`).
_BEST: Final = (True, True, 0)
_STARTS: Final = 16
#: What a spreadsheet leaves of "012 345 678": all of its cell, or right behind its label and its mark.
_LOST: Final = compiled(r"[ >:=#\"'*]*([1-9][0-9]{6,7})[ \"'*.]*(?![^\s|;,)<])")
#: A date, rather: "20241105".
_DATED: Final = compiled(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]")


class NineDigits(NamedTuple):
    """Where nine digits stand, their value, how many were look-alike letters, and whether the Luhn check holds."""

    start: int
    end: int
    digits: str
    changed: int
    usual: bool
    checked: bool

    def __repr__(self) -> str:
        return f"NineDigits({self.start}, {self.end})"

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """What to prefer of several readings: a right check digit, usual groups, few look-alikes."""
        return self.checked, self.usual, -self.changed

    def is_beyond(self, characters: str) -> bool:
        """Whether nine figures cannot be preferred: their check digit is wrong, and nothing is odd about this reading."""
        return (self.checked or (self.usual and not self.changed)) and not luhn(
            characters.translate(AS_DIGIT)
        )


def nine_digits(start: int, end: int, digits: str, changed: int = 0, *, usual: bool = True) -> NineDigits:
    """Nine digits with their check."""
    return NineDigits(start, end, digits, changed, usual, luhn(digits))


def find_nine(lower: str, start: int, end: int, *, announced: bool = False) -> NineDigits | None:
    """The first nine digits in lower[start:end] that read best (check digit, then usual groups); bounded tries.

    `announced`: the label of the number ends at `start`, so that a letter right there may be its first figure ("l 3457 1698").
    """
    label_end = start if announced else -1
    best: NineDigits | None = None
    for _ in range(_STARTS):
        found = first_nine(lower, start, end)
        if not found or (best and best.checked and found[0] >= best.end):
            break
        written = lower[found[0] : found[1]]
        start = found[0] + 1
        characters = _SEPARATOR.sub("", written)
        if best is not None and best.is_beyond(characters):
            continue
        usual = _USUAL.match(written) is not None
        # A date has no group of three at its end, nor are its figures one by one; addresses have four groups.
        if not usual and (
            _DATE_AT_END.search(written) or _ADDRESS.fullmatch(written) or is_dated_item(written)
        ):
            continue
        changed = 0 if characters.isdigit() else sum(map(str.isalpha, characters))
        if changed > _MOST_BEHIND or (
            changed
            and not (announced and _is_scanned(lower, label_end, found[0], written))
            and (changed > _MOST_CHANGED or _has_word(lower, label_end, found[0], written))
        ):
            continue
        nine = nine_digits(*found, characters.translate(AS_DIGIT), changed, usual=usual)
        if (nine.checked or not changed) and (best is None or nine.rank > best.rank):
            best = nine
            if nine.rank == _BEST:
                break
    return best


def is_dated_item(written: str) -> bool:
    """Whether the figures are the number of an item and a date: "(2) 06/29/2021" of a list, "20100516.2" of programs."""
    return (_ITEM_AND_DATE.fullmatch(written) or _DAY_AND_ITEM.fullmatch(written)) is not None


def _is_scanned(lower: str, label_end: int, start: int, written: str) -> bool:
    """Whether figures by threes stand right behind the label that ends at `label_end`, with a right check digit."""
    return (
        _BY_THREES.fullmatch(written) is not None
        and _RIGHT_BEHIND.fullmatch(lower, label_end, start) is not None
        and luhn(_SEPARATOR.sub("", written).translate(AS_DIGIT))
    )


def _has_word(lower: str, label_end: int, start: int, written: str) -> bool:
    """Whether letters among the figures are rather a word, or stand by themselves."""
    if label_end >= 0 and _IN_PAIRS.fullmatch(written):
        return False
    alone = _ALONE.search(written, _first(lower, label_end, start))
    return alone is not None or _WORD.search(written) is not None


def _first(lower: str, label_end: int, start: int) -> int:
    """From where a letter by itself is none of the figures: not the first, right after its label."""
    follows = 0 <= label_end < start and not lower[label_end:start].strip(" :#=.-")
    return 1 if follows else 0


def find_nine_in_cell(lower: str, start: int, end: int) -> NineDigits | None:
    """The same for a cell or field by itself: what stands outside is no boundary."""
    nine = find_nine(lower[start:end], 0, end - start)
    return nine and nine._replace(start=start + nine.start, end=start + nine.end)


def find_lost(lower: str, start: int, end: int, *, dated: bool = False) -> NineDigits | None:
    """Seven or eight figures at lower[start:end] that make a right number once their leading zeros are back.

    `dated`: though they may be a date.
    """
    found = _LOST.match(lower, start, end)
    if not found or (not dated and _DATED.fullmatch(found[1])):
        return None
    nine = nine_digits(*found.span(1), found[1].rjust(9, "0"))
    return nine if nine.checked else None
