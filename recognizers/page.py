"""What a recognizer is given to read: one text, folded, with what is known around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Protocol, TypeVar

from recognizers.cues import OPEN, gate, known_words
from recognizers.digits import FLAT, KINDS, ClusterLook, looked_at
from recognizers.fold import Folded, fold, replaced
from recognizers.glance import Answered, chosen, clusters, standing, views, years
from recognizers.known_plain import GATES, Openers
from recognizers.lookalikes import LOOKALIKES, lookalikes
from recognizers.misspelt import MAY_BE_MISSPELT, Slip, slips_in_labels
from recognizers.nam_number import OLDEST
from recognizers.patterns import compiled
from recognizers.spelled import respell
from recognizers.table import Headers

#: Finds names: text -> (start, end, score) in code points of that text. A negative score says: a name, but no person's.
NameFinder = Callable[[str], Iterable[tuple[int, int, float]]]
_Found = TypeVar("_Found")


@dataclass(slots=True)
class Candidate:
    """What a recognizer proposes. Offsets count characters of `Page.text` (the folded text).

    `births` and `initials` are what the value tells about its bearer (a NAM holds a birth date and four letters of
    the name), `figures` a SIN's nine: they let the identifiers of one message corroborate each other and never leave
    the detector.
    """

    entity_type: str
    start: int
    end: int
    score: float
    recognizer: str
    evidence: tuple[str, ...] = ()
    births: frozenset[date] = field(default=frozenset(), repr=False)
    initials: str = field(default="", repr=False)
    figures: str = field(default="", repr=False)

    def weighed(self, score: float, why: str) -> Candidate:
        """The same with another score and one more piece of evidence."""
        return self.moved(self.start, self.end, score, why)

    def moved(self, start: int, end: int, score: float, why: str) -> Candidate:
        """The same at another place, with another score and one more piece of evidence."""
        evidence = (*self.evidence, why)
        return Candidate(
            self.entity_type,
            start,
            end,
            score,
            self.recognizer,
            evidence,
            self.births,
            self.initials,
            self.figures,
        )


#: Closed on pages on which no label and no date is to be mended.
MAY_BE_MENDED: Final = MAY_BE_MISSPELT | LOOKALIKES
#: What marks text in Markdown, not what ends base64; and a value's parts in an array of JSON.
_MARKED: Final = compiled("(?<!=)(?<![A-Za-z0-9+/]{14})==(?!=)")
_ESCAPED: Final = compiled(r"\\(?=[-#*_.()\[\]!+])")
#: Between a form's boxes, each with a figure or a group of them, or with a letter: "[130] - [692]", "[4]  [5]".
_BOXES: Final = compiled(
    r"(?<=[0-9A-Z])(?:\](?: {2,4}| ?[-/.] ?)\[|\}(?: {1,4}| ?[-/.] ?)\{)(?=(?:[0-9]{1,4}|[A-Z])[\]} ])"
)
_ARRAY: Final = compiled(r"""\[ ?(["'])[0-9]{1,4}\1, ?\1[0-9]{1,4}\1, ?\1[0-9]{1,4}\1 ?\]""")


#: What encloses an encoded word of a header (RFC 2047): "=?UTF-8?Q?…?="; a question mark behind a figure is a blank already.
_ENCODED_WORD: Final = compiled(r"=\?[A-Za-z][A-Za-z0-9-]{1,19}[? ][QqBb]\?|\?=(?=\s|\Z)")
#: Characters one by one, with semicolons between: "2;5;5;6;4;5;9;0;5".
_ONE_BY_ONE: Final = compiled(
    r";(?<=(?<![A-Za-z0-9;])[A-Za-z0-9];)[A-Za-z0-9](?:;[A-Za-z0-9]){7,10}(?![A-Za-z0-9;])"
)


#: Closed on pages without a file's ending.
_FILES: Final = gate("pdf jpg jpeg png doc docx".split())
_ENDING: Final = r"\.(?:pdf|jpe?g|png|docx?)(?![A-Za-z])"
#: A file's name of several words, and its hyphens but for those between figures: "luc-roy-ddn-1985-04-12.pdf".
_FILE_NAME: Final = compiled(
    r"(?<![A-Za-z0-9-])(?=[A-Za-z0-9-]*[A-Za-z]-)[A-Za-z0-9]{1,20}(?:-[A-Za-z0-9]{1,20}){2,14}+"
    rf"(?={_ENDING})"
)
_FILE_ENDS: Final = compiled(_ENDING)
_LONGEST_FILE_NAME: Final = 15 * 21
_BESIDE_LETTER: Final = compiled("(?<=[A-Za-z])-|-(?=[A-Za-z])")


#: A value of a posted form, its blanks written "+": "texte=je+suis+nee+le+12+avril+1985&p=1".
_POSTED: Final = compiled(r"=(?<=[A-Za-z_\]]=)[^\s&+=<>]{1,60}(?:\+[^\s&+=<>]{1,60})++(?=&|\s|\Z)")


#: What people put between the groups of a number instead of spaces, once or several times (some only so), and the groups behind
#: four letters or three figures.
_GROUPING: Final = tuple(
    (
        mark,
        compiled(
            rf"{re.escape(mark)}{times}[0-9]{{2,4}}(?:{re.escape(mark)}{times}[0-9]{{2,4}}){{1,3}}(?![0-9a-zA-Z])"
        ),
    )
    for mark, times in (*((mark, "{1,3}") for mark in "^@$%&!"), ("#", "{2,3}"), ("?", "{2,3}"))
)
#: What all of these hold.
_MARKED_FIGURES: Final = compiled("[\\^@$%&!#?][0-9]{2}")
#: A date between quotation marks or such as print it bold, behind a word or a label; none of a file's row.
_MARKED_DATE: Final = compiled(
    r"(?<=[A-Za-z:] )(\"|\*{1,3}|_{1,2})( ?)([0-9]{1,4}(?:er|st|nd|rd|th)?[ ./-][A-Za-z0-9]{1,9}\.?[ ./-][0-9]{2,4}"
    r"|[A-Za-z]{3,9}\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4})\2\1(?![\w\"]|[,;:] ?\")"
)
_LETTERS_BEFORE: Final = 4
_GROUPED_FIGURES: Final = 8
_FOUR_BEFORE: Final = compiled(r"(?<![A-Za-z0-9])[A-Za-z]{4}\Z")
_THREE_BEFORE: Final = compiled(r"(?<![A-Za-z0-9])[0-9]{3}\Z")


def _without_marks(text: str) -> str:
    """`text` with spaces or the like between a form's boxes and for what marks parts of a value; offsets stay.

    "[123][456] [789]", "`123` `456` `789`", "==TREM==**0412**", '["20","02","2001"]'.
    """
    if "[" in text:
        if "][" in text:
            text = text.replace("][", "  ")
        if "] [" in text:
            text = text.replace("] [", "   ")
        if "]" in text:
            text = _BOXES.sub(_spaced_boxes, text)
        if '["' in text or "['" in text:
            text = _ARRAY.sub(_plain_array, text)
    if "}" in text:
        text = _BOXES.sub(_spaced_boxes, text.replace("}{", "  "))
    if "\\" in text:
        text = _ESCAPED.sub(" ", text)
    if "`" in text:
        text = text.replace("`", "*")
    if "+" in text and "=" in text:
        text = _POSTED.sub(lambda found: found[0].replace("+", " "), text)
    if "=" in text and standing(("=?",), text):
        text = _ENCODED_WORD.sub(lambda found: " ".rjust(len(found[0])), text)
    if ";" in text:
        text = _ONE_BY_ONE.sub(lambda found: found[0].replace(";", ","), text)
    if '"' in text or "*" in text or "_" in text:
        text = _MARKED_DATE.sub(_plain_date, text)
    if _MARKED_FIGURES.search(text):
        for mark, groups in _GROUPING:
            if mark in text:
                text = groups.sub(_spaced_groups, text)
    return _MARKED.sub("  ", text) if "=" in text and standing(("==",), text) else text


def _plain_date(found: re.Match[str]) -> str:
    """A date with blanks for the marks around it."""
    marks = " " * len(found[1] + found[2])
    return f"{marks}{found[3]}{marks}"


def _spaced_groups(found: re.Match[str]) -> str:
    """Groups of figures with spaces for the mark between, where they are eight figures behind four letters, or nine.

    "TREM^0412^1925", "130!!692!!544".
    """
    start = found.start()
    figures = found[0].replace(found[0][0], " ")
    groups = figures.split()
    before = found.string[max(0, start - _LETTERS_BEFORE - 1) : start]
    number = _THREE_BEFORE.search(before) is not None and [len(group) for group in groups] == [3, 3]
    named = _FOUR_BEFORE.search(before) is not None and sum(map(len, groups)) == _GROUPED_FIGURES
    return figures if number or named else found[0]


def _spaced_boxes(found: re.Match[str]) -> str:
    """What parts a form's boxes, with spaces for their brackets; within a row of single figures nothing else stays."""
    between = found[0]
    single = found.string[found.end() + 1 : found.end() + 2] in "]} "
    return " ".rjust(len(between)) if single else f" {between[1:-1]} "


def _with_spaced_files(text: str) -> str:
    """`text` with a low line for each hyphen beside a letter in the names of files; offsets stay."""
    parts, at = [], 0
    for ending in _FILE_ENDS.finditer(text):
        first = max(at, ending.start() - _LONGEST_FILE_NAME)
        if name := _FILE_NAME.search(text, first, ending.end() + 1):
            parts += [text[at : name.start()], _BESIDE_LETTER.sub("_", name[0])]
            at = name.end()
    return "".join((*parts, text[at:])) if parts else text


def _plain_array(found: re.Match[str]) -> str:
    """An array's figures with a hyphen and spaces between."""
    return re.sub(r"""(?<=[0-9])(["']),( ?)\1(?=[0-9])""", r" -\2 ", found[0])


class Page:
    """One text of a message.

    `text` is the folded text (ASCII, case kept), `lower` the same in lower case with the same offsets; patterns run on
    those. `raw` is the original (or what was folded from it already). `label` (folded, lower
    case) is what names this text from outside: a form field, a column header, the cell or line before. `today` bounds
    birth dates. `names` finds person names, or is None.
    """

    __slots__ = (
        "_folded", "_found", "_looked", "_respelled", "clusters", "flat", "gates", "has_digits", "headers", "label", "lower",
        "names", "openers", "shape", "text", "today", "words"
    )  # fmt: skip

    def __init__(
        self, raw: str | Folded, label: str = "", *, today: date, names: NameFinder | None = None
    ) -> None:
        folded = fold(raw) if isinstance(raw, str) else raw
        self._folded = folded
        self.names = names
        self.text: str = _without_marks(folded.text)
        self.lower: str
        #: `lower` with line ends, quote marks and table rules as spaces (see `dates.flatten`).
        self.flat: str
        #: The kind of each character (see `digits.shape`).
        self.shape: bytes
        self.lower, self.flat, self.shape = views(self.text, FLAT, KINDS)
        self.label = fold(label).text.lower() if label else ""
        self.today = today
        self.has_digits: bool = b"0" in self.shape
        #: Those words of `lower` that some recognizer asks for (see `cues.vocabulary`).
        self.words: frozenset[str]
        #: Where those of them stand that open gates, which `glance.words_of` tells.
        self.openers: Openers
        self.words, gates, self.openers = known_words(self.flat, self.shape)
        if gates & _FILES and (text := _with_spaced_files(self.text)) != self.text:
            self.text = text
            self.lower, self.flat, self.shape = views(text, FLAT, KINDS)
            self.words, gates, self.openers = known_words(self.flat, self.shape)
        #: Where at least five digits stand together (see `glance.clusters`).
        self.clusters: list[tuple[int, int]] = clusters(self.shape) if self.has_digits else []
        self._looked: list[Answered] = []
        if self.clusters:
            self._looked, answers = looked_at(self.shape, self.clusters)
            gates |= answers << GATES
        #: What may be on the page: bits of `cues.gate` and `ClusterLook.gate`. A label may lead to anything.
        self.gates: int = OPEN if label else gates
        self._respelled: tuple[Page, Folded] | bool | None = False
        #: What is known of the lines of `lower` that were read as rows of tables.
        self.headers: Headers = {}
        self._found: dict[Callable[[Page], Iterable[Any]], list[Any]] = {}

    def __repr__(self) -> str:
        return f"Page({len(self.text)} characters)"

    @property
    def raw(self) -> str:
        """The text as it was given."""
        return self._folded.raw

    def clusters_that(self, look: ClusterLook) -> list[Answered]:
        """Those of `clusters` for whose shape `look` has an answer other than 0, and the answer."""
        return chosen(self._looked, look.mask, look.shift) if self.gates & look.gate else []

    @property
    def mended(self) -> tuple[Page, Folded] | None:
        """The page with the slips in its labels and dates mended, and the way back to this page's offsets; None without any."""
        slips = self._slips
        if not slips:
            return None
        folded = replaced(self.text, slips)
        return Page(folded, self.label, today=self.today), folded

    @property
    def respelled(self) -> tuple[Page, Folded] | None:
        """The page with numbers in words and spelled letters as characters, and the way back to this page's offsets."""
        if isinstance(self._respelled, bool):
            folded = respell(self.lower, self.text, self.shape, self.words, self.gates, self._slips)
            second = None if folded is None else (Page(folded, self.label, today=self.today), folded)
            self._respelled = second
        return self._respelled

    @property
    def _slips(self) -> list[Slip]:
        """The slips in its labels, and the letters that stand for figures in its dates."""
        gates = self.gates
        labels = slips_in_labels(self.lower, self.words, gates) if gates & MAY_BE_MISSPELT else []
        return sorted((*labels, *lookalikes(self.flat))) if gates & LOOKALIKES else labels

    def once(self, ask: Callable[[Page], Iterable[_Found]]) -> list[_Found]:
        """What `ask` finds on the page: it is asked but once, whoever wants to know."""
        found = self._found.get(ask)
        if found is None:
            found = self._found[ask] = list(ask(self))
        return found

    def years(self, least: int) -> list[int]:
        """Where a year begins in which somebody who is `least` years old may have been born, in order, or one of two figures."""
        this = self.today.year
        return years(self.lower, self.shape, this - OLDEST, this - least)

    def line_start(self, position: int, reach: int) -> int:
        """Where the line begins that `position` stands on, or `reach` before."""
        first = max(0, position - reach)
        return max(first, self.lower.rfind("\n", first, position) + 1)

    def line_end(self, position: int, reach: int) -> int:
        """Where the line ends that `position` stands on, or `reach` further on."""
        end = self.lower.find("\n", position, position + reach)
        return end if end >= 0 else position + reach

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the original for folded offsets."""
        return self._folded.span(start, end)

    def folded_span(self, raw_start: int, raw_end: int) -> tuple[int, int]:
        """Folded offsets for offsets of the original."""
        return self._folded.folded_span(raw_start, raw_end)


class Recognizer(Protocol):
    """Finds one kind of information. Holds no state between pages, so that threads may share it.

    One that has a `gate`, bits of `Page.gates`, is asked only of pages that have one of these.
    """

    @property
    def id(self) -> str:
        """Short name for reports ("nam")."""

    @property
    def entity_types(self) -> Sequence[str]:
        """The entity types it can propose."""

    def find(self, page: Page) -> Iterable[Candidate]:
        """Everything on the page that may be one, in any order; linear in the length of the page."""
