"""Where a NAM may stand on a page: before a cluster of figures, behind a label, in linked parts (`nam_linked`), backwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from recognizers.digits import AFTER, BEFORE, LOOKALIKES, ClusterLook
from recognizers.glance import datable, glued, lettered, mixed_figures, places
from recognizers.letters_said import are_of_thing
from recognizers.linked import LINKS
from recognizers.nam_apart import parted, parted_by_words, with_letters
from recognizers.nam_cues import NamCues
from recognizers.nam_labels import ANNOUNCED, DOUBTFUL
from recognizers.nam_letters import NAME_LENGTH, WRITTEN_DATE, is_name_part
from recognizers.nam_linked import (
    OF_LETTERS,
    all_linked,
    is_worded,
    linked_figures,
    linked_token,
    speaks_of_letters,
)
from recognizers.nam_slips import slips
from recognizers.nam_token import Token, best_token
from recognizers.page import Page
from recognizers.patterns import compiled

_GLUE: Final = compiled(
    r"(?:no|num|numero|nam|ramq|cam|hin|card|carte|maladie|soleil|sante|medicare|number|health|est|is"
    r"|id|nbr|(?<![a-z])qc)$"
)
#: Who it is of, in a hurry: "mamèretrem04121925", "bbtrem04121925".
_WHOSE: Final = compiled(
    r"(?:pour|for|cest|c|de|of)?(?:ma|mon|sa|son|ta|ton|my|his|her)?(?:(?:grand|belle|beau|step)?(?:mere|pere|mother|father|mom|dad|fils|fille|son|daughter)"
    r"|maman|papa|bebe|bb|baby|enfant|petite?|child|kid|conjointe?|mari|femme|husband|wife|partner|frere|soeur|sour|brother|sister)"
    r"|moi|me"
)
_SURE_LABEL: Final = compiled("(?:nam|ramq)$")
_REVERSED: Final = compiled(r"([0-9][0-9A-Z][0-9]{2} ?[0-9]{4}) ?([A-Z]{4})(?![A-Za-z0-9])")
#: With strokes for ones, right behind a label: "TREM 04|2 1925".
_STROKES: Final = compiled(
    r"(?<![a-z0-9])([a-z]{4})[ -]{0,3}(?=[0-9oil -]*[|!])([0-9oil|!](?:[ -]{0,3}[0-9oil|!]){7})(?![a-z0-9|])"
)
_NO_STROKES: Final = str.maketrans("|!", "11", " -")
#: The same marks between its groups, with letters for figures: "GAUG :: 7703 :: 1S4l".
_BY_MARKS: Final = compiled(
    r"(?<![a-z0-9])([a-z]{4})( ?[:;=&#]{1,3} ?)([0-9oilszbg]{4})\2([0-9oilszbg]{2}[0-9a-z][0-9oilszbg])(?![a-z0-9])"
)
_MARKS: Final = frozenset(":;=&#")
_MARKED_REACH: Final = 60
#: Letters and figures each under a key of their own: '"prefix": "TREM", "digits": "04121925"', "nam_chiffres=04121925".
_KEYED: Final = compiled(
    r"(?<![a-z0-9])([a-z]{4})[\"'<&,;\s]{1,4}(?:/[a-z_]{2,24}>\s{0,3}<)?[\"']?[a-z_]{3,24}[\"']?\s?[:=>]\s?[\"']?"
    r"([0-9]{4}[ -]?[0-9]{2}[1-9a-hj-np-z][0-9])(?![a-z0-9])"
)
#: The same in three, each under a key of its own: "<hin>TREM</hin><hin2>0412</hin2><hin3>1925</hin3>".
_NEXT_KEY: Final = (
    r"[\"'<&,;\s]{1,4}(?:/[a-z_]{2,24}[0-9]?>\s{0,4}<)?[\"']?[a-z_]{2,24}[0-9]?[\"']?\s?[:=>]\s?[\"']?"
)
_KEYED_IN_THREE: Final = compiled(
    rf"(?<![a-z0-9])([a-z]{{4}}){_NEXT_KEY}([0-9]{{4}}){_NEXT_KEY}([0-9]{{2}}[1-9a-hj-np-z][0-9])(?![a-z0-9])"
)
#: In two fields of a form, the second for the figures: "… (4 LETTERS)\n LEBJ\nMEDICARE NO. (8 FIGURES)\n 35011949".
_IN_FIELDS: Final = compiled(
    r"(?<![a-z0-9])([a-z]{4})[ \t\"'|]{0,4}\r?\n[ >\t]{0,12}(?=[^\n]{0,60}(?:8|chiffre|digit|figure|number|numero|suite|part))"
    r"[a-z][^\n:]{2,60}?[ \t]{0,4}[:=\n][ >\t\n]{0,8}([0-9]{4}[ -]?[0-9]{2}[1-9a-hj-np-z][0-9])(?![a-z0-9])"
)
#: Words stand between the letters of a number and its figures.
_LINKED_BY_WORDS: Final = compiled(r"(?:[a-z]{4}|[a-z]([ .,-]{1,2})[a-z](?:\1[a-z]){2})[^a-z0-9]{1,4}[a-z]")
#: So far behind a cue its number is looked for.
_CUE_REACH: Final = 90
_OF_FIELDS: Final = frozenset("lettres letters chiffres digits figures caracteres characters".split())
_FIELDS_REACH: Final = 140
#: So far before the word "letters" its figures begin, and so far behind it the letters end.
_FIGURES_REACH: Final = 30
_LETTERS_REACH: Final = 16
#: So many look-alikes may a number have that letters stick to.
_GLUED_CHANGES: Final = 2
#: Of its characters, at least so many are figures however they are read: four of the eight figures may be letters.
_FEWEST_FIGURES: Final = 4
#: And one less where the seventh of the figures is a letter.
_FEWEST_LEFT: Final = 3
#: A NAM ends in eight figures (the seventh may be a letter).
_FIGURES: Final = 8
_GROUP: Final = re.compile(b"0+")
_EIGHT: Final = re.compile(b"0000 ?0000 ?")
#: Where something begins and ends.
Span = tuple[int, int]
#: Numbers are found mostly in order: no more of those found already are looked at.
_LAST_TAKEN: Final = 3
#: A telephone number that figures of a NAM would end in the middle of: "Benali / 581-555|-0175".
_CUT_PHONE: Final = compiled("[2-9][0-9]{2}[-. ][2-9][0-9]{2}[-. ][0-9]{4}(?![0-9])")
_TO_EXCHANGE: Final = len("581-555")
#: Kinds of character (see `digits.shape`): what may stand between letters and figures, and letters.
_BETWEEN: Final = b" :"
_LETTER_KINDS: Final = b"aux"
#: What `_form` answers: figures and what is before them may be a NAM's, may be those of a reversed one, may be look-alikes.
_AFTER_LETTERS: Final = 1
_REVERSED_FORM: Final = 2
_LOOKALIKES: Final = 4
#: Of these, what may be a NAM though its figures are no date as they stand.
_REFUSED_LATER: Final = _LOOKALIKES | _REVERSED_FORM
#: A day as it is written in figures, and what parts it from the word before it.
_DATED: Final = compiled(r"[ ,:.-]{1,12}[0-9]{2}([ ./-])[0-9]{2}\1(?:19|20)[0-9]{2}")
#: Within so many characters before the figures stand a label and the letters that stick to it.
_GLUED_REACH: Final = 14
#: "TR EM 04 12 19 25": which of the four characters before the figures are letters, and the figures, in a shape.
_IN_PAIRS: Final = [True, False, True, True]
_PAIRS: Final = re.compile(b"[0a]{2} ?[0a]{2} {1,6}[0a]{2} ?[0a]{2}")
#: Its first six figures stand within so many characters.
_SIX_REACH: Final = 18


class _Sticking(NamedTuple):
    """Where a label or the like sticks to what may be a number: where it begins, the name, the figures, and where these end."""

    word: int
    name: int
    figures: int
    end: int


def may_hold(page: Page) -> bool:
    """A cheap look: False where `tokens` would find nothing."""
    gates = page.gates
    if gates & (ANNOUNCED | LINKS | OF_LETTERS):
        return True
    if gates & _form.gate and datable(page.lower, page.clusters_that(_form), _SIX_REACH, _REFUSED_LATER):
        return True
    return gates & DOUBTFUL != 0 and (mixed_figures(page.shape) or bool(page.once(linked_figures)))


def is_taken(taken: list[Span], start: int, end: int) -> bool:
    """Whether one of the places taken last shares a character with [start, end)."""
    return bool(taken) and any(start < last and first < end for first, last in taken[-_LAST_TAKEN:])


def tokens(page: Page, cues: NamCues, taken: list[Span]) -> Iterator[tuple[Token, bool]]:
    """What may be a NAM on the page, and whether letters or a label stick to it, the surest way of finding one first.

    The caller adds to `taken` where it has found one: what would be one there (see `is_taken`) is not read again.
    """
    strong = cues.strong.cues
    announced = cues.label or bool(strong)
    linked = all_linked(page, cues, announced=announced)
    # Where words link the parts: before a reading of the figures that takes such a word ("puis") for the name.
    for found in linked:
        if is_worded(page, found) and (token := linked_token(page, found)):
            yield token, False
    spots = page.clusters_that(_form)
    if spots and not announced:
        spots = datable(page.lower, spots, _SIX_REACH, _REFUSED_LATER)
    for start, end, form in spots:
        if form & _AFTER_LETTERS:
            yield from _around_cluster(page, start, end, form, cues)
        elif form & _REVERSED_FORM:
            yield from _reversed(page, start, end)
    for cue in strong:
        yield from _after_cue(page, cue.end, taken)
        yield from _before_cue(page, cue.start, taken)
    if speaks_of_letters(page):
        yield from _behind_letters(page, taken)
    if cues.has_weak and mixed_figures(page.shape):
        for cue in cues.weak.cues:
            yield from _after_weak_cue(page, cue.end)
    # Where only marks do: what stands so close together is mostly read by now, and better.
    for found in linked:
        if (
            not is_taken(taken, *found.span())
            and not is_worded(page, found)
            and (token := linked_token(page, found))
        ):
            yield token, False
    for token in slips(page, strong):
        yield token, False


@ClusterLook
def _form(around: bytes) -> int:
    """Whether a NAM can end in a cluster of this shape (see `ClusterLook`), and whether it can begin a reversed one."""
    figures = around[BEFORE : -AFTER + 1 or None].rstrip(b"\0")
    before = around[:BEFORE].lstrip(b"\0").rstrip(_BETWEEN)[-4:]
    eight = _EIGHT.match(around, BEFORE)
    form = _REVERSED_FORM if eight and around[eight.end()] in _LETTER_KINDS else 0
    if _follow(before, figures):
        form |= _AFTER_LETTERS
        if b"a" in figures[:-1] or before[-1] in b"au":
            form |= _LOOKALIKES
    return form


#: Closed on pages on which `tokens` would find nothing.
MAY_HOLD: Final = ANNOUNCED | LINKS | OF_LETTERS | DOUBTFUL | _form.gate


def _follow(before: bytes, figures: bytes) -> bool:
    """Whether figures of this shape, after characters of these kinds, can be those of a NAM."""
    if not before or before[-1] not in _LETTER_KINDS:
        return False
    spare = len(before) - len(before.rstrip(b"au :")) if before[-1] in b"au" else 0
    letters = [kind in _LETTER_KINDS for kind in before]
    known = all(letter or kind in b"0" for letter, kind in zip(letters, before, strict=True))
    if not spare and len(letters) > 1 and letters[-2] and not known:
        return letters == _IN_PAIRS and _PAIRS.match(figures) is not None
    return _may_end_in_eight(figures, spare)


def _may_end_in_eight(figures: bytes, spare: int) -> bool:
    """Whether eight figures, up to `spare` of them before the cluster, can end where a group of the cluster ends."""
    if b"a" in figures:
        return True
    ends = set(accumulate(map(len, _GROUP.findall(figures))))
    return max(ends) < _FIGURES or any(_FIGURES - moved in ends for moved in range(spare + 1))


def _may_end_a_nam(page: Page, start: int, end: int, form: int, *, announced: bool) -> bool:
    """Cheap refusals: digits that cannot be a date, unless a label vouches for a typo (`announced`)."""
    return not (
        form & _REFUSED_LATER
        and not announced
        and not (form & _LOOKALIKES and _has_lookalikes(page, start, end))
        and not datable(page.lower, [(start, end, 0)], _SIX_REACH, 0)
    )


def _is_words_date(page: Page, start: int, end: int) -> bool:
    """Whether small letters and a written date are what stands there."""
    worded = page.text[max(0, start - 3) : start].rstrip(" :(").islower()
    return worded and WRITTEN_DATE.match(page.lower[start:end]) is not None


def _has_lookalikes(page: Page, start: int, end: int) -> bool:
    """Whether a letter among the figures, or the one before them, may be a figure too."""
    before = page.lower[max(0, start - BEFORE) : start].rstrip(" \t\r\n.-/_,|*'\"()>\\~+:;=#\x7f")
    return b"a" in page.shape[start:end] or before[-1] in LOOKALIKES


def _around_cluster(
    page: Page, start: int, end: int, form: int, cues: NamCues
) -> Iterator[tuple[Token, bool]]:
    """The best reading that takes in the beginning of a cluster of digits."""
    window = max(0, start - 40), min(end + 10, start + 90)
    bare = lettered(page.lower, *window, start)
    sticking = (
        [found for found in _sticking(page, *window) if found.end > start]
        if _is_glued(page, start, end)
        else ()
    )
    if (
        not (bare or sticking)
        or _is_words_date(page, start, end)
        or not _may_end_a_nam(page, start, end, form, announced=cues.any)
    ):
        return
    if token := _best_of(page, bare):
        yield token, False
    for one in sticking:
        letters, label = page.lower[one.name : one.name + NAME_LENGTH], page.lower[one.word : one.name]
        token = best_token(page, one.name, one.end, letters, page.lower[one.figures : one.end])
        if (
            token
            and token.reading
            and (
                token.reading.confirmed
                or _is_labelled(page, token, label)
                or (not label and cues.is_right_behind(token.start))
            )
            and (token.substitutions <= _GLUED_CHANGES or _SURE_LABEL.search(label))
        ):
            token.labelled = _SURE_LABEL.search(label) is not None
            yield token, True
            return


def _sticking(page: Page, start: int, end: int) -> Iterator[_Sticking]:
    """Where a label or the like sticks to what may be a number in page.lower[start:end]."""
    while found := glued(page.lower, start, end):
        word, name, figures, last, after = found
        start = name + NAME_LENGTH
        if (word != name or last != after) and _may_be_glued(page, word, name, last, after):
            yield _Sticking(word, name, figures, last)


def _is_glued(page: Page, start: int, end: int) -> bool:
    """Whether a fifth letter stands before the digits, or a letter right after them."""
    if page.lower[end : end + 1].isalpha():
        return True
    before = page.shape[max(0, start - _GLUED_REACH) : start].rstrip(_BETWEEN)
    if before[-2:] in (b" a", b" u"):
        before = before[:-1].rstrip(_BETWEEN)
    return before != b"" and not before[-NAME_LENGTH - 1 :].strip(_LETTER_KINDS)


def _best_of(page: Page, spots: Iterable[tuple[int, int, int, int]]) -> Token | None:
    """The best of all readings in a window (see `lettered`): words before the number may begin a worse one."""
    best: Token | None = None
    for begin, middle, figures, last in spots:
        if not is_name_part(page, begin, middle, figures, last) or _CUT_PHONE.match(
            page.lower, last - _TO_EXCHANGE
        ):
            continue
        token = best_token(page, begin, last, page.lower[begin:middle], page.lower[figures:last])
        if token and (best is None or token.rank > best.rank):
            best = token
    return best


def _may_be_glued(page: Page, word: int, name: int, last: int, after: int) -> bool:
    """Whether what sticks to the number is a label, a sex letter, or a word in another case (not "0x": a code's head).

    The word begins at `word`, the name at `name`, the figures end at `last`, and the letter behind them at `after`.
    """
    label, sex = page.lower[word:name], page.lower[last:after]
    if (sex and sex not in "mfhx") or '","' in page.lower[name:last]:  # "Noémie","2002-12-16": two cells
        return False
    if not _SURE_LABEL.search(label) and _DATED.fullmatch(page.lower, name + NAME_LENGTH, last):
        return False  # "Boisvert - 11-02-2026"
    if not label or _GLUE.search(label) or _WHOSE.fullmatch(label):
        return True
    return (
        page.text[name - 1].islower()
        and page.text[name : name + NAME_LENGTH].isupper()
        and not page.text[max(0, word - 1) : word].isdigit()
        and not page.text[after : after + 1].isalnum()
    )


def _is_labelled(page: Page, token: Token, label: str) -> bool:
    """Whether a label that is surely a NAM's sticks to a mistyped number in capitals: "NAMTREM 0412 1926"."""
    shouted = page.text[token.start : token.start + NAME_LENGTH].isupper()
    return token.usual and shouted and _SURE_LABEL.search(label) is not None


def _after_cue(page: Page, cue_end: int, taken: list[Span]) -> Iterator[tuple[Token, bool]]:
    """What is too deformed for the digits to lead to it: many look-alikes, linking words, a missing character."""
    stop = cue_end + _CUE_REACH
    if page.shape.count(b"0", cue_end, stop) < _FEWEST_FIGURES:
        return
    if _figures_left(page, cue_end, stop, taken) >= _FEWEST_LEFT:
        yield from _deformed(page, cue_end, stop, taken)
    near = page.lower[cue_end : cue_end + _MARKED_REACH]
    if (
        (
            "<" in near
            or "=" in near
            or '"' in near
            or near.count(":") > 1
            or not _OF_FIELDS.isdisjoint(page.words)
        )
        and (
            found := _KEYED_IN_THREE.search(page.lower, cue_end, cue_end + _FIELDS_REACH)
            or _IN_FIELDS.search(page.lower, cue_end, cue_end + _FIELDS_REACH)
        )
        and (token := best_token(page, *found.span(), found[1], "".join(found.groups()[1:])))
        and token.reading
        and token.reading.confirmed
    ):
        yield token, False
    if (
        not _MARKS.isdisjoint(near)
        and (found := _BY_MARKS.search(page.lower, cue_end, cue_end + _MARKED_REACH))
        and (token := best_token(page, *found.span(), found[1], found[3] + found[4]))
        and token.reading
        and token.reading.confirmed
    ):
        yield token, False
    if (
        ("|" in near or "!" in near)
        and (found := _STROKES.search(page.lower, cue_end, cue_end + _MARKED_REACH))
        and (token := best_token(page, *found.span(), found[1], found[2].translate(_NO_STROKES)))
        and token.reading
        and token.reading.confirmed
    ):
        yield token, False


def _figures_left(page: Page, start: int, end: int, taken: list[Span]) -> int:
    """How many figures stand in page.lower[start:end] outside the places taken last: a number has some that no other has."""
    figures = page.shape.count(b"0", start, end)
    for first, last in taken[-_LAST_TAKEN:]:
        figures -= page.shape.count(b"0", max(first, start), min(last, end))
    return figures


def _deformed(page: Page, cue_end: int, stop: int, taken: list[Span]) -> Iterator[tuple[Token, bool]]:
    """What stands behind a cue with look-alikes, or with words, marks or a key between its parts."""
    bare = lettered(page.lower, cue_end, stop, 0)
    if not all(is_taken(taken, begin, last) for begin, _, _, last in bare) and (
        token := _best_of(page, bare)
    ):
        yield token, False
    if page.shape.count(b"0", cue_end, stop) >= _FIGURES - 1 and not any(
        cue_end <= first < stop for first, _ in taken[-_LAST_TAKEN:]
    ):
        for token in parted(page, cue_end, stop):
            yield token, False
    if token := with_letters(page, cue_end, stop):
        yield token, False
    if (
        (found := _KEYED.search(page.lower, cue_end, cue_end + _CUE_REACH))
        and (token := best_token(page, *found.span(), found[1], found[2]))
        and token.reading
        and token.reading.confirmed
    ):
        yield token, False


def _before_cue(page: Page, cue_start: int, taken: list[Span]) -> Iterator[tuple[Token, bool]]:
    """Whose parts words link, before its label: "TREM then 04 12 19 25, that's my health card"."""
    begin = max(0, cue_start - _CUE_REACH)
    if page.shape.count(b"0", begin, cue_start) < _FIGURES - 1 or any(
        begin < last <= cue_start for _, last in taken[-_LAST_TAKEN:]
    ):
        return
    for token in parted_by_words(page, begin, cue_start):
        if _LINKED_BY_WORDS.match(page.lower, token.start, token.end):
            yield token, False


def _behind_letters(page: Page, taken: list[Span]) -> Iterator[tuple[Token, bool]]:
    """Behind the word "letters", whatever announces the number: "The letters are TREM, the digits 04 12 1925, that's my NAM".

    Also with the figures before it: "0412 1925 after the letters TREM".
    """
    for word in ("lettres", "letters"):
        if word not in page.words:
            continue
        for at in places(word, page.lower):
            if are_of_thing(page.lower, max(0, at - _CUE_REACH), at):
                continue
            end = at + len(word)
            for first, last in ((end, end + _CUE_REACH), (max(0, at - _FIGURES_REACH), end + _LETTERS_REACH)):
                if page.shape.count(b"0", first, last) >= _FIGURES - 1 and not any(
                    first < until and begin < last for begin, until in taken[-_LAST_TAKEN:]
                ):
                    for token in parted(page, first, last):
                        yield token, False


def _after_weak_cue(page: Page, cue_end: int) -> Iterator[tuple[Token, bool]]:
    token = _best_of(page, lettered(page.lower, cue_end, cue_end + 30, 0))
    if not (token and token.reading and token.reading.confirmed):
        token = with_letters(page, cue_end, cue_end + _CUE_REACH)
    if token:
        yield token, False


def _reversed(page: Page, start: int, end: int) -> Iterator[tuple[Token, bool]]:
    found = _REVERSED.match(page.text, start, end + 6)
    if found:
        letters, digits = found[2].lower()[::-1], found[1].lower()[::-1]
        token = best_token(page, found.start(), found.end(), letters, digits)
        if token and token.reading and token.reading.confirmed and not token.substitutions:
            token.usual = False
            yield token, False
