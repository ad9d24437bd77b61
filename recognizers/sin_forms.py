"""SINs in odd forms right behind their label: with colons between threes, letters or bars for figures, or behind an aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.cues import Cue
from recognizers.nine_digits import NineDigits, find_nine, nine_digits
from recognizers.number_forms import AS_DIGIT
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_before import AFTER_LINK
from recognizers.sin_number import BEFORE_LABEL, IN_ODD_FORM, judge
from recognizers.sin_other_labels import OTHER_NUMBER
from recognizers.sin_other_numbers import is_other
from recognizers.sin_words import NUMBER

#: Threes with a mark between them that elsewhere links a label to its value, "123:456:789", or with "and"; and how that looks.
_MARKED: Final = compiled(
    r"(?<![0-9a-z])([0-9][0-9oilsz]{2})"
    r"( ?[:;=#&]{1,3} ?|=>|,? (?:et|and) | et ?/ ?and | and ?/ ?et )([0-9oilszbg]{3})\2([0-9oilszbg]{3})"
    r"(?![0-9a-z])(?!\2[0-9])"
)
_MARKED_SHAPE: Final = re.compile(b"0[0a]{2}(?P<gap>[ :.]{1,5})[0a]{3}(?P=gap)[0a]{3}")
_AND_SHAPE: Final = re.compile(
    b"000[ :]{1,2}[aux]{2,3} (?:[ :]{1,2}[aux]{2,3} )?000[ :]{1,2}[aux]{2,3} (?:[ :]{1,2}[aux]{2,3} )?000"
)
_SEPARATOR: Final = compiled(r"[^a-z0-9]+")
#: "64B 2B9 OBO".
_SCANNED_SHAPE: Final = re.compile(b"[0a]{3}( ?)[0a]{3}\\1[0a]{3}")
#: The same right behind its label, at its end, with a letter for the first of its figures, too; so few are figures at least.
_SCANNED: Final = compiled(
    r"(?: {0,2}(?:no|num|numero|number|nurnber|nunber|#)\.?)?(?:,? (?:is|was|est|c'est)(?: le)?)?"
    r"[ \t]{0,3}[:=#.,]?[ \t\"'*(]{0,4}(?:\r?\n[> ]{0,4})?"
    r"(?P<nine>[0-9oqilzsbg][0-9oqilzsbg|]{2}([ .-]?)[0-9oqilzsbg|]{3}\2[0-9oqilzsbg|]{2}[0-9oqilzsbg])(?![0-9a-z|]|[.,-][0-9])"
)
#: A bar for a one: "48| 905 636".
_BARRED: Final = compiled(r"(?<=[0-9])\|[ .-]?[0-9]|(?<=[0-9][ .-])\|[0-9]")
_FEWEST: Final = 4
#: What else an optical reader makes of a six or a nine.
_ROUND: Final = (("g", "9"), ("b", "6"), ("q", "9"))
_MARKED_GAP: Final = compiled(
    r"(?:[^a-z0-9!?]|(?:est|is|was|etait|c'est|it's|le|the|no|num|numero|number|n\^|suivant|following|de|of|d'|du"
    r"|for|pour|mon|ma|my|son|sa|his|her|in writing|par ecrit|so|alors|here (?:goes|it is|you go)|(?:le )?voici"
    rf"|notre|our|{'|'.join(RELATIVES.split())})(?![a-z])){{0,14}}"
)
#: Behind a label: its clause, brackets with figures of another number, and what gives the value.
_ASIDE_IN_BRACKETS: Final = compiled(
    r"([^().!?\n]{0,30}(?<![a-z])(?:asked|wanted?|requested|needed|demande[rz]?|voul(?:iez|ez|ais)|cherch(?:iez|ez))(?![a-z])"
    r"[^().!?\n]{0,50})\([^()\n]{0,60}[0-9][^()\n]{0,40}\) ?(?:[-=]{0,2}>{1,3}|[:=]|\x7f|is(?= )|est(?= )) {0,3}"
)
#: Figures of which a few are in words: "254three27-349", "414 207 15 neuf"; and how that looks.
_IN_WORDS: Final = {
    word: str(figure)
    for figure, said in enumerate(
        "zero oh,un one,deux two,trois three,quatre four,cinq five,six,sept seven,huit eight,neuf nine".split(
            ","
        )
    )
    for word in said.split()
}
_A_FIGURE: Final = rf"(?:[0-9]|(?<![a-z])(?:{'|'.join(_IN_WORDS)})(?![a-z]))"
_MIXED: Final = compiled(
    r"(?:[^a-z0-9!?]|(?<![a-z])(?:est|is|c'est|c|it's|le|the|no|num|numero|number)(?![a-z])){0,8}"
    rf"(?=[0-9 .,-]{{0,20}}(?:{'|'.join(_IN_WORDS)})(?![a-z]))"
    rf"(?P<mixed>{_A_FIGURE}(?:[ .,-]{{0,2}}{_A_FIGURE}){{8}})(?![0-9a-z])(?![.,-] ?[0-9])"
)
_ONE_OF_MIXED: Final = compiled(rf"[0-9]|{'|'.join(_IN_WORDS)}")
_FEWEST_MIXED: Final = 3
_MIXED_SHAPE: Final = re.compile(b"00?[ :]{0,2}[aux]{2,6}(?:[ :]{0,2}0|(?![aux]))|[aux]{2,6}[ :]00")
#: What a spreadsheet made an amount of, right behind its label: "130,692,544.00"; and how that looks.
_AMOUNT: Final = compiled(
    rf"(?: {{0,2}}{NUMBER}\.?)?(?: ?(?:[:=|,;\t]|est|is) ?| {{1,3}})[\"']?"
    r"(?P<nine>[0-9]{3}([ ,.']?)[0-9]{3}\2[0-9]{3})[.,]00"
    r"(?![0-9]| ?\(?(?:[$%€£]|(?:cad|usd|eur|dollars?|euros?|units?|unites?|octets?|bytes?|[kmgt]i?[bo]|shares?|actions?|parts?"
    r"|points?|pieces?)(?![a-z])))"
)
_AMOUNT_SHAPE: Final = re.compile(b"000(?P<gap> ?)000(?P=gap)000 00(?!0)")
#: How far behind a label, or what gives its value, the number stands.
_NEAR: Final = 60
_BEHIND: Final = 25


def may_be_odd(page: Page) -> bool:
    """Whether threes have a mark between them that links a label elsewhere, or too few figures beside letters for them."""
    return (
        _MARKED_SHAPE.search(page.shape) is not None
        or _AND_SHAPE.search(page.shape) is not None
        or _SCANNED_SHAPE.search(page.shape) is not None
        or _AMOUNT_SHAPE.search(page.shape) is not None
        or _may_be_mixed(page)
        or ("|" in page.lower and _BARRED.search(page.lower) is not None)
    )


def _may_be_mixed(page: Page) -> bool:
    """Whether words for numbers stand on the page, and letters between figures."""
    return not _IN_WORDS.keys().isdisjoint(page.words) and _MIXED_SHAPE.search(page.shape) is not None


def in_odd_forms(page: Page, cue: Cue) -> Iterator[Candidate]:
    """The number that the cue names, in one of these forms."""
    lower = page.lower
    if found := _MARKED.search(lower, cue.end, cue.end + _NEAR):
        yield from _marked(page, cue, found)
    for found in _MARKED.finditer(lower, max(0, cue.start - _NEAR), cue.start):
        nine = _nine_of(found)
        if nine.checked and AFTER_LINK.match(page.flat, nine.end, cue.start) and not is_other(page, nine):
            yield from judge(page, nine, *BEFORE_LABEL)
    if found := _SCANNED.match(lower, cue.end):
        yield from _scanned(page, found)
    if found := _AMOUNT.match(lower, cue.end):
        yield from _amount(page, found)
    if found := _ASIDE_IN_BRACKETS.match(lower, cue.end):
        yield from _behind_aside(page, found)
    if not _IN_WORDS.keys().isdisjoint(page.words) and (found := _MIXED.match(lower, cue.end)):
        yield from _mixed(page, found)


def _marked(page: Page, cue: Cue, found: re.Match[str]) -> Iterator[Candidate]:
    """The number right behind the cue whose groups of three have a colon, a semicolon or the like between them."""
    if not _MARKED_GAP.fullmatch(page.lower, cue.end, found.start()):
        return
    nine = _nine_of(found)
    if nine.checked and not OTHER_NUMBER.search(page.flat, cue.end, nine.start):
        yield from judge(page, nine, *IN_ODD_FORM)


def _nine_of(found: re.Match[str]) -> NineDigits:
    """The number whose groups of three have marks between them, with figures for its look-alike letters."""
    written = found[1] + found[3] + found[4]
    return nine_digits(
        *found.span(), written.translate(AS_DIGIT), sum(map(str.isalpha, written)), usual=False
    )


def _scanned(page: Page, found: re.Match[str]) -> Iterator[Candidate]:
    """The number right behind a cue as an optical reader has it: "G66 644 927"."""
    written = _SEPARATOR.sub("", found["nine"].replace("|", "l"))
    letters = sum(map(str.isalpha, written))
    if not letters or len(written) - letters < _FEWEST:
        return
    for letter, figure in (("", ""), *_ROUND):
        nine = nine_digits(
            *found.span("nine"),
            (written.replace(letter, figure) if letter else written).translate(AS_DIGIT),
            letters,
        )
        if nine.checked:
            yield from judge(page, nine, *IN_ODD_FORM)
            return


def _amount(page: Page, found: re.Match[str]) -> Iterator[Candidate]:
    """The number right behind a cue that a spreadsheet made an amount of: "130,692,544.00"."""
    nine = nine_digits(*found.span("nine"), _SEPARATOR.sub("", found["nine"]), usual=False)
    if nine.checked:
        yield from judge(page, nine, *IN_ODD_FORM)


def _mixed(page: Page, found: re.Match[str]) -> Iterator[Candidate]:
    """The number right behind a cue of whose figures a few are in words: "254three27-349"."""
    written = _ONE_OF_MIXED.findall(found["mixed"])
    if sum(map(str.isdigit, written)) < _FEWEST_MIXED or all(map(str.isdigit, written)):
        return
    nine = nine_digits(*found.span("mixed"), "".join(_IN_WORDS.get(one, one) for one in written), usual=False)
    if nine.checked:
        yield from judge(page, nine, *IN_ODD_FORM)


def _behind_aside(page: Page, found: re.Match[str]) -> Iterator[Candidate]:
    """The number that an arrow or a colon gives behind brackets with another number: "the SIN you asked for (ref 4417) >> …"."""
    nine = find_nine(page.lower, found.end(), found.end() + _BEHIND)
    if nine and nine.start == found.end() and nine.checked and not OTHER_NUMBER.search(found[1]):
        yield from judge(page, nine, *IN_ODD_FORM)
