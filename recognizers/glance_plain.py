"""What a text is looked over for most, in Python: known words, stems, figures that stand together.

`glance_native.c` says the same in C, which takes a fifth of the time; `recognizers.glance` is whichever there is. Texts are
folded: ASCII.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Set
from functools import lru_cache
from typing import Final, TypeVar

from recognizers.patterns import Pattern, compiled

_LETTERS_ONLY: Final = bytes(code if 97 <= code <= 122 else 32 for code in range(256))
#: Possessive throughout: no kind stands for another, so that giving one back never helps.
NEXT_FIGURE: Final = " {0,8}+(?:a {0,8}+){0,2}+0"
#: What a number with letters for figures is made of in a shape, how many of these it has, and how far they are looked for.
_IN_NUMBER: Final = b"0au "
_MIXED_FIGURES: Final = 6
_AROUND_MIXED: Final = 48
_CLUSTER: Final = re.compile(f"0(?:{NEXT_FIGURE}){{4,59}}+".encode())
_FOUR: Final = re.compile(b"0000")
_FIGURE: Final = ord("0")
_MONTH_NEXT: Final = compiled("[05][1-9]|[16][0-2]")
#: Two number words no further apart belong together; they are read with the text this near.
ADJACENT: Final = 30
BESIDE: Final = 25
#: How far behind a number word an article that belongs to it begins at most, how far before it one ends, and a month begins.
_NEXT_ARTICLE: Final = 6
_PREVIOUS_ARTICLE: Final = 2
PREVIOUS: Final = 16
#: Of three letters that begin within a stretch, so many may stand behind it.
STEM_REST: Final = 2
#: Fewer figures make no date and no identifier.
FEWEST_FIGURES: Final = 4
#: Behind a word, no line or sentence ends before a figure; what the next sentence tells of may be its date.
_LEADS: Final = compiled(
    r"(?:[^0-9\n.!?]|(?:(?<= m)|(?<= mr)|(?<= ms)|(?<= dr)|(?<= mrs))\.){0,64}+[.;,]? ?(?:[0-9]|date)"
)
#: What may stand between a figure and a mark after it.
_TO_MARK: Final = compiled(' ?+"?+ ?+')
#: Six figures, but no year, month (50 more for a woman) and day.
_NO_DATE: Final = compiled(
    "(?![0-9]{0}[0-9]{0}(?:[05]{0}[1-9]|[16]{0}[0-2]){0}(?:0{0}[1-9]|[12]{0}[0-9]|3{0}[01]))[0-9](?:{0}[0-9]){5}".replace(
        "{0}", "[^0-9]*+"
    )
)
#: The end of a name of two words, before a bracket.
_NAME_END: Final = compiled(r"[A-Za-z'-] [A-Z][A-Za-z'-]*+(?<=[A-Za-z]) \Z")
_LONGEST_NAME: Final = 40
#: Given name and surname, then a mark and what may begin a date: it begins with what is looked for fast.
_NAMED: Final = compiled(
    r"([A-Z](?<![A-Za-z'.-].)[A-Za-z'-]{1,20}+"
    r"(?: (?!(?:Jan|Feb|Fev|Mar|Avr|Apr|Ma[iy]|Ju[inl]|Aou|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? [0-3]?[0-9])"
    r"[A-Z][A-Za-z'-]{0,20}+){1,3})"
    r" ?[,(:/-]? ?(?=[0-3]?[0-9](?:[ ./-]|[a-z]{2} )|[12][0-9]{3}|[A-Za-z]{3,9}\.? [0-3]?[0-9])"
)
#: How far behind a bracket the figures of a date begin at most; those of an area code are none.
_OPENED: Final = 16
_AREA_CODE: Final = b"000 "
T = TypeVar("T")
Stem = TypeVar("Stem", str, bytes)
#: A cluster of figures: where it begins and ends, and what somebody answered about its shape.
Answered = tuple[int, int, int]
#: Rows by what they are looked for by, a part of their stems; of each, how far into the stem that stands, the stem, what it is.
Anchored = tuple[tuple[str, tuple[tuple[int, str, T], ...]], ...]


def letters_of(lower: str) -> str:
    """Lower-case text with spaces in place of all but its letters; offsets stay."""
    return lower.encode("ascii").translate(_LETTERS_ONLY).decode("ascii")


def views(text: str, flat: bytes, kinds: bytes) -> tuple[str, str, bytes]:
    """ASCII text in small letters, and that as tables of 256 characters have it: as `flat` has, and as `kinds` has, in bytes."""
    lower = text.lower()
    characters = lower.encode("ascii")
    return lower, characters.translate(flat).decode("ascii"), characters.translate(kinds)


def latin(text: str, table: bytes, others: dict[int, int]) -> str | None:
    """A text as `table` has the characters of Latin-1 (256, ASCII each), `others` those beyond; None where they have none."""
    try:
        return text.encode("latin-1").translate(table).decode("ascii")
    except UnicodeEncodeError:
        beyond = {ord(character) for character in set(text) if character > "\xff"}
    if not beyond <= others.keys():
        return None
    return text.translate({**dict(enumerate(table)), **{one: others[one] for one in beyond}})


def line_feeds(text: str) -> str:
    """ASCII text with a line feed for each CR LF."""
    return text.replace("\r\n", "\n")


def places(stem: str, text: str) -> list[int]:
    """Where `stem` (a character or more) stands in `text`, in order; occurrences may overlap."""
    found = []
    at = text.find(stem)
    while at >= 0:
        found.append(at)
        at = text.find(stem, at + 1)
    return found


def heads_alike(lower: str, longest: int, alike: int) -> bool:
    """Whether two lines that have a colon in their first `longest` characters begin alike: with the same few before it.

    Marks of quotation do not count.
    """
    heads: set[str] = set()
    for at in places(":", lower):
        begin = lower.rfind("\n", max(0, at - longest), at)
        if begin < 0 and at > longest:
            continue
        head = lower[begin + 1 : at].lstrip("> ")[:alike]
        if head in heads:
            return True
        if head:
            heads.add(head)
    return False


def standing(stems: tuple[Stem, ...], text: Stem) -> list[Stem]:
    """Those of `stems` that stand somewhere in `text`, in their order: of ASCII or of octets."""
    return [stem for stem in stems if stem in text]


def words_at(words: Set[str], lower: str) -> list[tuple[int, str]]:
    """Where each of `words` (of letters) stands by itself in lower-case text, no letter beside it, in order."""
    letters = f" {letters_of(lower)} "
    return sorted([(at, word) for word in words for at in places(f" {word} ", letters)])


def words_leading(words: Set[str], lower: str) -> list[tuple[int, str]]:
    """Those of `words_at` that lead to a figure, or to "date", within 64 characters, with no end of line or sentence between.

    A title's period ends none, nor one right before the figure: "Mrs. Roy, Jan. 5".
    """
    return [(at, word) for at, word in words_at(words, lower) if leads(lower, at + len(word))]


def leads(lower: str, end: int) -> bool:
    """Whether a word that ends at `end` does so."""
    return _LEADS.match(lower, end) is not None


def words_marked(words: Set[str], lower: str, shape: bytes, marks: str, reach: int) -> list[tuple[int, str]]:
    """Those of `words_at` beside a figure, with one of `marks` between: "1985-04-12, M", "F | 1985".

    Before the word, the mark stands behind the nearest figure, but for a space and a quotation mark; after it, right before a
    figure but for a space. The figure stands within `reach` characters. `shape` is the text's (see `digits.shape`).
    """
    found = []
    for at, word in words_at(words, lower):
        first, end = max(0, at - reach), at + len(word)
        if (
            (figure := shape.rfind(b"0", first, at) + 1) and _is_marked(lower[figure:at], marks)
        ) or _is_marked_after(lower, shape, marks, end + 1, end + reach + 1):
            found.append((at, word))
    return found


def _is_marked(gap: str, marks: str) -> bool:
    """Whether one of `marks` begins what stands behind a figure, but for a space and a quotation mark."""
    mark = gap[found.end() :][:1] if (found := _TO_MARK.match(gap)) else ""
    return mark != "" and mark in marks


def _is_marked_after(lower: str, shape: bytes, marks: str, first: int, stop: int) -> bool:
    """Whether one of `marks` stands right before a figure that begins in lower[first:stop], but for a space."""
    figure = shape.find(b"0", first, stop)
    while figure >= 0:
        if lower[figure - 1 - (lower[figure - 1] == " ")] in marks:
            return True
        figure = shape.find(b"0", figure + 1, stop)
    return False


def spoken(
    words: Set[str], standing: Set[str], figures: dict[str, int], stems: str, lower: str, shape: bytes
) -> list[tuple[int, int, int, bool]]:
    """Groups of number words that may make a number with what stands around them: (start, end, figures, alone), in order.

    `words` are the number words of the text (and others), `standing` those that count by themselves, `figures` tells for how
    many figures each stands, `stems` the first three letters of the months, one after another, `shape` is the text's.
    A group are words no further apart than `ADJACENT`. It may make a number where it and the text around have four figures
    or a word that begins like a month; a word that is `alone`, where an article ("un") or such a word stands beside it.
    """
    spots = words_at(figures.keys() & words, lower)
    month, month_after, month_before = months(stems)
    counting = any(figures[word] for word in {word for _, word in spots} if word not in standing)
    found = []
    for first, last in _neighbours(spots, standing):
        single = first == last and not _has_neighbour(spots, first, month_after, month_before, lower)
        if single and not counting:
            continue
        begin, end = spots[first][0], spots[last][0] + len(spots[last][1])
        start, stop = max(0, begin - BESIDE), end + BESIDE
        around = [word for _, word in spots[bisect_left(spots, (start, "")) : bisect_left(spots, (stop, ""))]]
        alone = first == last and not any(figures[word] for word in around if word not in standing)
        if alone and single:
            continue
        count = shape.count(b"0", start, stop) + sum(map(figures.__getitem__, around))
        if count >= FEWEST_FIGURES or month.search(lower, start, stop + STEM_REST):
            found.append((begin, end, count, alone))
    return found


@lru_cache(maxsize=4)
def months(stems: str) -> tuple[Pattern, Pattern, Pattern]:
    """What finds where a word begins with one of `stems`, such a word right after a day, and one right before it."""
    each = "|".join(sorted({stems[index : index + 3] for index in range(0, len(stems), 3)}))
    return (
        compiled(f"(?<![a-z])(?:{each})"),
        compiled(f"[ ,]{{1,2}}(?:jour |day )?(?:du mois )?(?:de |d'|du |of )?(?<![a-z])(?:{each})"),
        compiled(rf"(?<![a-z])(?:{each})[a-z]*+[ ,.]{{1,3}}+(?:the |le )?\Z"),
    )


def _neighbours(words: list[tuple[int, str]], standing: Set[str]) -> list[tuple[int, int]]:
    """The first and the last of `words` of each group, of those that are `standing`."""
    groups: list[tuple[int, int]] = []
    last = -ADJACENT - 1
    for index, (at, word) in enumerate(words):
        if word not in standing:
            continue
        if at - last <= ADJACENT:
            groups[-1] = groups[-1][0], index
        else:
            groups.append((index, index))
        last = at
    return groups


def _has_neighbour(
    words: list[tuple[int, str]],
    index: int,
    month_after: Pattern,
    month_before: Pattern,
    lower: str,
) -> bool:
    """Whether an article or a month may stand right beside the only word of a group."""
    at, word = words[index]
    end = at + len(word)
    return (
        (index + 1 < len(words) and words[index + 1][0] - end <= _NEXT_ARTICLE)
        or (index > 0 and words[index - 1][0] + len(words[index - 1][1]) >= at - _PREVIOUS_ARTICLE)
        or month_after.match(lower, end) is not None
        or month_before.search(lower, max(0, at - PREVIOUS), at) is not None
    )


def rows_at(anchored: Anchored[T], text: str) -> list[tuple[int, T]]:
    """Where the stems of rows begin that stand in `text`, and what the rows are for, anchor by anchor."""
    return [
        (spot - lead, what)
        for anchor, rows in anchored
        for spot in places(anchor, text)
        for lead, stem, what in rows
        if spot >= lead and text.startswith(stem, spot - lead)
    ]


def clusters(shape: bytes) -> list[tuple[int, int]]:
    """Where five figures or more stand together in a shape (see `digits.shape`), separators and look-alike letters aside.

    Linear. A run of more than sixty figures comes in several pieces: one long match would cost more than its length.
    """
    return [found.span() for found in _CLUSTER.finditer(shape)]


def answered(
    judge: Callable[[bytes, int], int],
    looks: int,
    shape: bytes,
    clusters: list[tuple[int, int]],
    before: int,
    after: int,
) -> tuple[list[Answered], int]:
    """Those clusters of a shape for which `judge` has an answer other than 0, and the answer; and the bits of all answers.

    It is given the kinds of the cluster with those of so many characters `before` and `after` it (NUL beyond the text), and
    `looks`.
    """
    padded = bytes(before) + shape + bytes(after)
    found, every = [], 0
    for start, end in clusters:
        if answer := judge(padded[start : end + before + after], looks):
            found.append((start, end, answer))
            every |= answer
    return found, every


def chosen(spots: list[Answered], mask: int, shift: int) -> list[Answered]:
    """Those of `spots` whose answer has one of the bits of `mask`, with these bits of it, `shift` lower."""
    return [(start, end, (answer & mask) >> shift) for start, end, answer in spots if answer & mask]


def datable(lower: str, spots: list[Answered], reach: int, exempt: int) -> list[Answered]:
    """Those of `spots` whose first six figures, within `reach` characters, may be a year, a month and a day.

    And those with fewer figures, and those whose answer has a bit of `exempt`. 50 may be added to a month (a woman's).
    """
    return [
        spot
        for spot in spots
        if spot[2] & exempt or not _NO_DATE.match(lower, spot[0], min(spot[1], spot[0] + reach))
    ]


def brackets(text: str, shape: bytes) -> list[tuple[int, bool]]:
    """Where a bracket opens behind a figure and one character more (True), or behind a name, with figures in it (False).

    A name: two words, the second with a capital, and a space. "41 (12 avril 1985)", "Martin Tremblay (1985-04-12)".
    """
    found = []
    for at in places("(", text):
        if at > 1 and shape[at - 2] == _FIGURE:
            found.append((at, True))
        elif (
            shape.find(b"0", at + 1, at + _OPENED) >= 0
            and not shape.startswith(_AREA_CODE, at + 1)
            and _NAME_END.search(text[max(0, at - _LONGEST_NAME) : at])
        ):
            found.append((at, False))
    return found


def named(text: str) -> list[tuple[int, int, int]]:
    """Two to four words with capitals right before what may begin a date: where they begin and end, and where that begins.

    "Luc Roy, 1985-04-12"; a month is no name: "Mardi Mars 12".
    """
    return [(found.start(), found.end(1), found.end()) for found in _NAMED.finditer(text)]


def mixed_figures(shape: bytes) -> bool:
    """Whether letters that may be figures stand between figures in a shape, in a number of so many: not in a postal code."""
    for mixed in (b"0a0", b"0aa0"):
        at = shape.find(mixed)
        while at >= 0:
            before, after = shape[max(0, at - _AROUND_MIXED) : at], shape[at : at + _AROUND_MIXED]
            left = before[len(before.rstrip(_IN_NUMBER)) :]
            right = after[: len(after) - len(after.lstrip(_IN_NUMBER))]
            if len(left + right) - (left + right).count(b" ") >= _MIXED_FIGURES:
                return True
            at = shape.find(mixed, at + 1)
    return False


def year_and_month(lower: str, shape: bytes) -> list[int]:
    """Where a run of four figures or more begins with those of a year and a month (50 more for a woman), in order."""
    return [
        at
        for four in _FOUR.finditer(shape)
        if _MONTH_NEXT.match(lower, (at := four.start()) + 2) and (not at or shape[at - 1] != _FIGURE)
    ]
