"""The four letters of a NAM: whether letters before figures may be those, or are words, a label, a name in a cell."""

from __future__ import annotations

from typing import Final

from recognizers.everyday import is_everyday
from recognizers.nam_token import NOT_CODE
from recognizers.number_forms import AS_DIGIT
from recognizers.page import Page
from recognizers.patterns import compiled

#: So many letters has the name in a NAM.
NAME_LENGTH: Final = 4
#: Four letters, one by one, with the same between them; "s.i.n. s" is a label and a look-alike.
_ONE_BY_ONE: Final = compiled(r".([^a-z0-9]+).\1.\1[a-z]")
#: Those of a label that is spaced out, more of it before them and its mark behind: "N A I S S. : 1985 04 12".
_LABEL_ENDS: Final = compiled(r"[a-z](?: [a-z]){4}[ .]{0,2}[:=]")
_LETTER_AND_GAP: Final = 2
#: In such groups the four letters may stand; in two and two only if the figures do, too; one before three in capitals.
_TWO_AND_TWO: Final = [2, 2]
_ONE_APART: Final = [1, 3]
_NAME_GROUPS: Final = ([1, 1, 1, 1], [3, 1], _TWO_AND_TWO, _ONE_APART)
_TWOS: Final = compiled("[a-z0-9]{2}(?:[^a-z0-9]{1,6}[a-z0-9]{2}){3}")
#: No letters of a name, unless in capitals: labels, and words of three letters that stand before another.
SHORT_LABELS: Final = frozenset(
    ("nam", "nas", "sin", "ddn", "dob", "tel", "est", "les", "des", "the", "and", "for", "une", "oui", "yes")
)
#: Words, some run together ("né le"), that a date or somebody's number follows.
DATE_WORDS: Final = frozenset(
    ("born", "date", "nais", "nele", "neon", "ddn", "dated", "fete", "bday", "ramq")
)
#: Words that in small letters lead to figures and are no name: "les chiffres sont 0412 1925".
_LEADING: Final = frozenset("sont puis then avec with dans from".split())
WRITTEN_DATE: Final = compiled(
    r"(?:19|20)[0-9]{2}[^0-9a-z]+(?:0[1-9]|1[0-2])[^0-9a-z]+[0-3][0-9](?![0-9a-z])"
    r"|[0-3]?[0-9][^0-9a-z]+[0-3]?[0-9][^0-9a-z]+(?:19|20)[0-9]{2}(?![0-9a-z])"
)
#: Between a word and figures: they stand in two cells, "Wong,19570719".
_CELL_END: Final = compiled(r"[|,;\t\n]")
#: Eight figures in fours, as on the card: no date.
_FOURS: Final = compiled("[0-9]{4}[ -][0-9]{4}(?![0-9])")
#: A decimal number: "long -71.510712".
_DECIMAL: Final = compiled(r"[0-9]{1,3}[.,][0-9]{5,7}(?![0-9])")
#: So do the figures of a payment card go on, and perhaps begin: "card 4656 1014 3441 1875".
_CARD_GOES_ON: Final = compiled(r"[ -]?[0-9]{4}[ -]?[0-9]{3,4}(?![0-9a-z])")
#: The fifth letter of a word is no figure: "Anaïs, 8/11/1991".
_WORD_END: Final = compiled("[a-z][^a-z0-9]")
#: Nor are more of an everyday word: "l'autobus 51 le 3 novembre".
_REST_OF_WORD: Final = compiled("[a-z]{2,8}(?![a-z0-9])")
#: What separates the parts of a date; a NAM has the same between its letters and figures.
_MARK: Final = compiled("[^0-9a-z]+")

#: Before four letters: they are called letters.
_CALLED_LETTERS: Final = compiled(
    r"(?<![a-z])(?:lettres?|letters?)(?: (?:sont|are|de|of|d'abord|first))?[ :]{1,3}\Z"
)
_CALL_REACH: Final = 24
_NO_LETTERS: Final = compiled("[^a-z]+")
#: Parts of a date, and those of them that are as long as the letters.
_DATE_PART: Final = compiled(r"(?<![a-z])(?:jour|mois|annee|an|day|month|year)s?(?![a-z])")
_LETTERS_OF_PARTS: Final = frozenset("jour mois year days".split())
#: Two letters that are a word.
_SHORT: Final = frozenset(
    "de la le et ou du au un en me se te on of to by in at my it is me no tu il ma sa ta ce".split()
)


def is_name_part(page: Page, start: int, middle: int, figures: int, end: int) -> bool:
    """Whether the four letters page.lower[start:middle] stand together, one by one, or 3 + 1.

    Not two words ("né le"), not a word before a date; the figures are page.lower[figures:end].
    """
    name, number = page.lower[start:middle], page.lower[figures:end]
    if middle == figures and (
        _WORD_END.match(number)
        or ((rest := _REST_OF_WORD.match(number)) and is_everyday(page.lower[start:middle] + rest[0]))
    ):
        return False
    shouted = page.text[start:middle].isupper()
    if not shouted and _DECIMAL.match(number):
        return False
    unparted = number.isdecimal()
    if _CARD_GOES_ON.match(page.lower, end) and is_everyday(name) and (unparted or _FOURS.fullmatch(number)):
        return False
    if "dob" in number or (number.startswith("du") and not number[2].isalnum()):
        return False
    together = len(name) == NAME_LENGTH
    if together and (
        name in DATE_WORDS or (not shouted and (name in _LEADING or is_cell(page, start, middle, figures)))
    ):
        return False
    if not together and (
        not _are_apart(name, number, shouted=shouted)
        or (start >= _LETTER_AND_GAP and _LABEL_ENDS.match(page.lower, start - _LETTER_AND_GAP, figures))
    ):
        return False
    if unparted or not (written := WRITTEN_DATE.match(number.translate(AS_DIGIT))):
        return True
    if _ONE_BY_ONE.fullmatch(name):
        return True
    before, within = page.lower[middle:figures], _MARK.search(written[0])
    return len(set(name)) > 1 and together and shouted and before == (within[0] if within else "")


def _are_apart(name: str, number: str, *, shouted: bool) -> bool:
    """Whether letters with gaps between them can be those of a NAM: one by one, 3 + 1, two and two where the figures are so."""
    groups = [group for group in NOT_CODE.split(name) if group]
    lengths = [len(group) for group in groups]
    letters = "".join(groups)
    if lengths not in _NAME_GROUPS or not letters.isalpha() or (groups[0] in SHORT_LABELS and not shouted):
        return False
    if len(groups) == NAME_LENGTH and letters[:3] in SHORT_LABELS and not _ONE_BY_ONE.match(name):
        return False
    if lengths == _ONE_APART:
        return shouted
    return lengths != _TWO_AND_TWO or shouted or _TWOS.fullmatch(number) is not None


def is_cell(page: Page, start: int, middle: int, figures: int) -> bool:
    """Whether the letters are a name in a cell before that of the figures: a date, which is not written in fours."""
    return (
        page.text[start:middle].istitle()
        and not _FOURS.match(page.lower, figures)
        and _CELL_END.search(page.text, middle, figures) is not None
    )


def is_date_in_parts(lower: str, start: int, middle: int, end: int) -> bool:
    """Whether the letters lower[start:middle], and a word before `end`, name parts of a date: "JOUR 20 = MOIS 04"."""
    return lower[start:middle] in _LETTERS_OF_PARTS and _DATE_PART.search(lower, middle, end) is not None


def are_words(page: Page, start: int, end: int) -> bool:
    """Whether everyday words in small letters stand for the letters: "… my card, please help box20011130", "de la : …"."""
    written = page.text[start:end]
    words = _NO_LETTERS.split(written)
    return (
        written.islower()
        and not _CALLED_LETTERS.search(page.lower, start - _CALL_REACH, start)
        and (len(words) == 1 or max(map(len, words)) > 1)
        and all(len(word) == 1 or word in _SHORT or is_everyday(word) for word in words)
    )
