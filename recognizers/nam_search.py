"""Where a NAM may stand on a page: before a cluster of figures, behind a label, in parts that words link, backwards."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

from recognizers.cues import gate
from recognizers.digits import AFTER, BEFORE, LOOKALIKES, ClusterLook
from recognizers.glance import datable, glued, lettered, mixed_figures, year_and_month
from recognizers.linked import LINKS, links
from recognizers.nam_cues import NamCues
from recognizers.nam_labels import ANNOUNCED, DOUBTFUL
from recognizers.nam_slips import slips
from recognizers.nam_token import NOT_CODE, Token, best_token
from recognizers.number_forms import AS_DIGIT, GAP_CLASS
from recognizers.page import Page
from recognizers.patterns import compiled

_GAP: Final = rf"{GAP_CLASS}{{0,8}}"
_GLUE: Final = compiled(
    r"(?:no|num|numero|nam|ramq|cam|hin|card|carte|maladie|soleil|sante|medicare|number|health|est|is"
    r"|id|nbr)$"
)
_SURE_LABEL: Final = compiled("(?:nam|ramq)$")
_REVERSED: Final = compiled(r"([0-9][0-9A-Z][0-9]{2} ?[0-9]{4}) ?([A-Z]{4})(?![A-Za-z0-9])")
#: "TREM puis 0412 puis 1925", "lettres: TREM chiffres: 04121925".
_LINK_MARKS: Final = " \t\n\r\f\v:;,./=>'\"()|-"
_LINK: Final = (
    r"(?:[\s:;,./=>'\"()|-]|puis|et|ensuite|then|and|suivie?s?|followed|by|de|des|of|les|the|chiffres?|digits?|numbers?|numeros?"
    r"|lettres?|letters?|sont|est|are|is|espace|space|tiret|dash|hyphen|trait d'union|point|dot|virgule|comma|pis|euh"
    r"|pour|for|avec|with|apres|after|comme|as|se|par"
    r"|finit|finir|finissant|termine|ends?|ending|finally|enfin|last|next|derniers?|4(?= )|8(?= )"
    r"|quatre|four|huit|eight|(?:1er|premier|deux|trois)(?:ieme)?|first|second|third|parts?|parties?|morceaux?|groupes?){1,14}"
)
_AFTER_MONTH: Final = rf"(?:{_LINK})?([0-9]{{2}}){_GAP}([1-9a-hj-np-z][0-9])(?![a-z0-9])"
_LINK_WORDS: Final = compiled(_LINK)
_LINKED: Final = compiled(rf"(?<![a-z0-9])([a-z]{{4}}){_LINK}([0-9]{{4}}){_AFTER_MONTH}")
#: The figures of such a number, where they begin with year and month.
_LINKED_FIGURES: Final = compiled(rf"[0-9]{{4}}{_AFTER_MONTH}")
#: With strokes for ones, right behind a label: "TREM 04|2 1925".
_STROKES: Final = compiled(
    r"(?<![a-z0-9])([a-z]{4})[ -]?(?=[0-9oil -]*\|)([0-9oil|]{4}[ -]?[0-9oil|]{4})(?![a-z0-9|])"
)
#: "TREM#0412#1925", right behind a label.
_MARKED: Final = compiled(r"(?<![a-z0-9])([a-z]{4})#([0-9]{4})#([0-9]{2}[1-9a-hj-np-z][0-9])(?![a-z0-9#])")
_MARKED_REACH: Final = 60
#: So far behind a cue its number is looked for.
_CUE_REACH: Final = 90
#: Its first figures are year and month.
_MONTH_FIGURES: Final = 4

#: So many letters has the name in a NAM.
_NAME: Final = 4
#: They stand so near before the figures if only marks link these.
_NAME_REACH: Final = 19
_A_LETTER: Final = compiled("[a-z]")

#: So many look-alikes may a number have that letters stick to.
_GLUED_CHANGES: Final = 2
#: Of its characters, at least so many are figures however they are read: four of the eight figures may be letters.
_FEWEST_FIGURES: Final = 4
#: A NAM ends in eight figures (the seventh may be a letter).
_FIGURES: Final = 8
_GROUP: Final = re.compile(b"0+")
_EIGHT: Final = re.compile(b"0000 ?0000 ?")
#: A number whose parts are linked by words begins this near to a word that may announce it.
_LINKED_REACH: Final = 70
#: No link of words is longer, with the letters before it or the figures after it.
_LINK_LENGTH: Final = 90
Place = tuple[int, int]
#: Numbers are found mostly in order: no more of those found already are looked at.
_LAST_TAKEN: Final = 3
_LETTERS: Final = gate(("lettres", "letters"))
#: How far a number reaches to the left and to the right of a word that links two parts of it.
_LEFT_OF_LINK: Final = 16
_RIGHT_OF_LINK: Final = 48
#: Kinds of character (see `digits.shape`): what may stand between letters and figures, and letters.
_BETWEEN: Final = b" :"
_LETTER_KINDS: Final = b"aux"
_AFTER_LETTERS: Final = 1
#: Within so many characters before the figures stand a label and the letters that stick to it.
_GLUED_REACH: Final = 14
_REVERSED_FORM: Final = 2
_LOOKALIKES: Final = 4
#: What may be a NAM though its figures are no date as they stand.
_REFUSED_LATER: Final = _LOOKALIKES | _REVERSED_FORM
#: Four letters, one by one, with the same between them; "s.i.n. s" is a label and a look-alike.
_ONE_BY_ONE: Final = compiled(r".([^a-z0-9]+).\1.\1[a-z]")
_TWO_AND_TWO: Final = [2, 2]
_NAME_GROUPS: Final = ([1, 1, 1, 1], [3, 1], _TWO_AND_TWO)
_TWOS: Final = compiled("[a-z0-9]{2}(?:[^a-z0-9]{1,6}[a-z0-9]{2}){3}")
#: "TR EM 04 12 19 25": which of the four characters before the figures are letters, and the figures, in a shape.
_IN_PAIRS: Final = [True, False, True, True]
_PAIRS: Final = re.compile(b"[0a]{2} ?[0a]{2} {1,6}[0a]{2} ?[0a]{2}")
SHORT_LABELS: Final = frozenset(
    ("nam", "nas", "sin", "ddn", "dob", "tel", "est", "les", "des", "the", "and", "for", "une")
)
_DATE_WORDS: Final = frozenset(
    ("born", "date", "nais", "nele", "neon", "ddn", "dated", "fete", "bday", "ramq")
)
_WRITTEN_DATE: Final = compiled(
    r"(?:19|20)[0-9]{2}[^0-9a-z]+(?:0[1-9]|1[0-2])[^0-9a-z]+[0-3][0-9](?![0-9a-z])"
    r"|[0-3]?[0-9][^0-9a-z]+[0-3]?[0-9][^0-9a-z]+(?:19|20)[0-9]{2}(?![0-9a-z])"
)
#: Between a word and figures: they stand in two cells, "Wong,19570719".
_CELL_END: Final = compiled(r"[|,;\t\n]")
_FOURS: Final = compiled("[0-9]{4}[ -][0-9]{4}(?![0-9])")
#: The fifth letter of a word is no figure: "Anaïs, 8/11/1991".
_WORD_END: Final = compiled("[a-z][^a-z0-9]")
#: What separates the parts of a date; a NAM has the same between its letters and figures.
_MARK: Final = compiled("[^0-9a-z]+")
#: Its first six figures stand within so many characters.
_SIX_REACH: Final = 18


def may_hold(page: Page) -> bool:
    """A cheap look: False where `tokens` would find nothing."""
    gates = page.gates
    if gates & (ANNOUNCED | LINKS | _LETTERS):
        return True
    if gates & _form.gate and datable(page.lower, page.clusters_that(_form), _SIX_REACH, _REFUSED_LATER):
        return True
    return gates & DOUBTFUL != 0 and (mixed_figures(page.shape) or bool(_linked_figures(page)))


def is_taken(taken: list[Place], start: int, end: int) -> bool:
    """Whether one of the places taken last shares a character with [start, end)."""
    return any(start < last and first < end for first, last in taken[-_LAST_TAKEN:])


def tokens(page: Page, cues: NamCues, taken: list[Place]) -> Iterator[tuple[Token, bool]]:
    """What may be a NAM on the page, and whether letters or a label stick to it, the surest way of finding one first.

    The caller adds to `taken` where it has found one: what would be one there (see `is_taken`) is not read again.
    """
    strong = cues.strong.cues
    announced = cues.label or bool(strong)
    linked = _all_linked(page, cues, announced=announced)
    for found in linked:
        if _is_worded(page, found) and (token := _linked_token(page, found)):
            yield token, False
    spots = page.clusters_that(_form)
    if spots and not announced:
        spots = datable(page.lower, spots, _SIX_REACH, _REFUSED_LATER)
    for start, end, form in spots:
        if form & _AFTER_LETTERS:
            yield from _around_cluster(page, start, end, form, announced=announced)
        elif form & _REVERSED_FORM:
            yield from _reversed(page, start, end)
    for cue in strong:
        yield from _after_cue(page, cue.end, taken)
    if cues.has_weak and mixed_figures(page.shape):
        for cue in cues.weak.cues:
            yield from _after_weak_cue(page, cue.end)
    for found in linked:
        if (
            not is_taken(taken, *found.span())
            and not _is_worded(page, found)
            and (token := _linked_token(page, found))
        ):
            yield token, False
    for token in slips(page, strong):
        yield token, False


def _all_linked(page: Page, cues: NamCues, *, announced: bool) -> list[re.Match[str]]:
    """Where the parts of what may be a number are linked."""
    named = announced
    announced = announced or page.gates & _LETTERS != 0
    if not (announced or page.gates & (DOUBTFUL | LINKS)):
        return []
    spots = _linked_figures(page)
    if not spots:
        return []
    found: list[re.Match[str]] = []
    if announced:
        found += _linked(page, spots, 0, len(page.lower))
    elif cues.has_weak:
        for cue in cues.weak.cues:
            found += _linked(page, spots, cue.end, cue.end + _LINKED_REACH)
    if not named:
        for at in links(page.lower, page.words):
            found += _linked(page, spots, max(0, at - _LEFT_OF_LINK), at + _RIGHT_OF_LINK)
    return found


def _linked_figures(page: Page) -> list[int]:
    """Where the figures begin of what may be such a number."""
    return [at for at in year_and_month(page.lower, page.shape) if _LINKED_FIGURES.match(page.lower, at)]


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
    return worded and _WRITTEN_DATE.match(page.lower[start:end]) is not None


def _has_lookalikes(page: Page, start: int, end: int) -> bool:
    """Whether a letter among the figures, or the one before them, may be a figure too."""
    before = page.lower[max(0, start - BEFORE) : start].rstrip(" \t\r\n.-/_,|*'\"()>\\~+:;=#\x7f")
    return b"a" in page.shape[start:end] or before[-1] in LOOKALIKES


def _around_cluster(
    page: Page, start: int, end: int, form: int, *, announced: bool
) -> Iterator[tuple[Token, bool]]:
    """The best reading that takes in the beginning of a cluster of digits."""
    if _is_words_date(page, start, end):
        return
    window = max(0, start - 40), min(end + 10, start + 90)
    bare = lettered(page.lower, *window, start)
    sticking = [found for found in _sticking(page, *window) if found[3] > start]
    if sticking and not _is_glued(page, start, end):
        sticking = []
    if not (bare or sticking) or not _may_end_a_nam(page, start, end, form, announced=announced):
        return
    if token := _best_of(page, bare):
        yield token, False
    for word, name, figures, last in sticking:
        letters, label = page.lower[name : name + _NAME], page.lower[word:name]
        token = best_token(page, name, last, letters, page.lower[figures:last])
        if (
            token
            and token.reading
            and (token.reading.confirmed or _is_labelled(page, token, label))
            and token.substitutions <= _GLUED_CHANGES
        ):
            token.labelled = _SURE_LABEL.search(label) is not None
            yield token, True
            return


def _sticking(page: Page, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Where a label or the like sticks to what may be a number: it, the name, and where the figures begin and end."""
    while found := glued(page.lower, start, end):
        word, name, figures, last, after = found
        start = name + _NAME
        if (word != name or last != after) and _may_be_glued(page, word, name, last, after):
            yield word, name, figures, last


def _is_glued(page: Page, start: int, end: int) -> bool:
    """Whether a fifth letter stands before the digits, or a letter right after them."""
    if page.lower[end : end + 1].isalpha():
        return True
    before = page.shape[max(0, start - _GLUED_REACH) : start].rstrip(_BETWEEN)
    if before[-2:] in (b" a", b" u"):
        before = before[:-1].rstrip(_BETWEEN)
    return before != b"" and not before[-_NAME - 1 :].strip(_LETTER_KINDS)


def _best_of(page: Page, spots: Iterable[tuple[int, int, int, int]]) -> Token | None:
    """The best of all readings in a window (see `lettered`): words before the number may begin a worse one."""
    best: Token | None = None
    for begin, middle, figures, last in spots:
        if not _is_name_part(page, begin, middle, figures, last):
            continue
        token = best_token(page, begin, last, page.lower[begin:middle], page.lower[figures:last])
        if token and (best is None or token.rank > best.rank):
            best = token
    return best


def _is_name_part(page: Page, start: int, middle: int, figures: int, end: int) -> bool:
    """Whether the four letters page.lower[start:middle] stand together, one by one, or 3 + 1.

    Not two words ("né le"), not a word before a date; the figures are page.lower[figures:end].
    """
    name, number = page.lower[start:middle], page.lower[figures:end]
    if middle == figures and _WORD_END.match(number):
        return False
    if "dob" in number or (number.startswith("du") and not number[2].isalnum()):
        return False
    together = len(name) == _NAME
    shouted = page.text[start:middle].isupper()
    if together and (name in _DATE_WORDS or (not shouted and _is_cell(page, start, middle, figures))):
        return False
    if not together and not _are_apart(name, number, shouted=shouted):
        return False
    if not (written := _WRITTEN_DATE.match(number.translate(AS_DIGIT))):
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
    if len(groups) == _NAME and letters[:3] in SHORT_LABELS and not _ONE_BY_ONE.match(name):
        return False
    return lengths != _TWO_AND_TWO or shouted or _TWOS.fullmatch(number) is not None


def _is_cell(page: Page, start: int, middle: int, figures: int) -> bool:
    """Whether the letters are a name in a cell before that of the figures: a date, which is not written in fours."""
    return (
        page.text[start:middle].istitle()
        and not _FOURS.match(page.lower, figures)
        and _CELL_END.search(page.text, middle, figures) is not None
    )


def _may_be_glued(page: Page, word: int, name: int, last: int, after: int) -> bool:
    """Whether what sticks to the number is a label, a sex letter, or a word in another case (not "0x": a code's head).

    The word begins at `word`, the name at `name`, the figures end at `last`, and the letter behind them at `after`.
    """
    label, sex = page.lower[word:name], page.lower[last:after]
    if (sex and sex not in "mfhx") or '","' in page.lower[name:last]:  # "Noémie","2002-12-16": two cells
        return False
    if not label or _GLUE.search(label):
        return True
    return (
        page.text[name - 1].islower()
        and page.text[name : name + _NAME].isupper()
        and not page.text[max(0, word - 1) : word].isdigit()
        and not page.text[after : after + 1].isalnum()
    )


def _is_labelled(page: Page, token: Token, label: str) -> bool:
    """Whether a label that is surely a NAM's sticks to a mistyped number in capitals: "NAMTREM 0412 1926"."""
    shouted = page.text[token.start : token.start + _NAME].isupper()
    return token.usual and shouted and _SURE_LABEL.search(label) is not None


def _after_cue(page: Page, cue_end: int, taken: list[Place]) -> Iterator[tuple[Token, bool]]:
    """What is too deformed for the digits to lead to it: many look-alikes, linking words, a missing character."""
    stop = cue_end + _CUE_REACH
    if page.shape.count(b"0", cue_end, stop) < _FEWEST_FIGURES:
        return
    bare = lettered(page.lower, cue_end, stop, 0)
    if not all(is_taken(taken, begin, last) for begin, _, _, last in bare) and (
        token := _best_of(page, bare)
    ):
        yield token, False
    if (
        "#" in (near := page.lower[cue_end : cue_end + _MARKED_REACH])
        and (found := _MARKED.search(page.lower, cue_end, cue_end + _MARKED_REACH))
        and (token := best_token(page, *found.span(), found[1], found[2] + found[3]))
    ):
        yield token, False
    if (
        "|" in near
        and (found := _STROKES.search(page.lower, cue_end, cue_end + _MARKED_REACH))
        and (token := best_token(page, *found.span(), found[1], found[2].replace("|", "1")))
        and token.reading
        and token.reading.confirmed
    ):
        yield token, False


def _after_weak_cue(page: Page, cue_end: int) -> Iterator[tuple[Token, bool]]:
    token = _best_of(page, lettered(page.lower, cue_end, cue_end + 30, 0))
    if token and token.reading and token.reading.confirmed:
        yield token, False


def _linked(page: Page, spots: list[int], begin: int, end: int) -> Iterator[re.Match[str]]:
    """Where the parts of what may be a number are linked; `spots` are where the figures of one may begin."""
    position = begin
    for at in spots[bisect_left(spots, begin) : bisect_left(spots, end - _MONTH_FIGURES + 1)]:
        first = _name_before(page.lower, at) or max(0, at - _LINK_LENGTH)
        if found := _LINKED.search(page.lower, max(position, first), min(end, at + _LINK_LENGTH)):
            position = found.end()
            yield found


def _name_before(lower: str, at: int) -> int:
    """Where the four letters begin that stand right before the figures at `at`, if no words link them; else 0."""
    left = lower[max(0, at - _NAME_REACH) : at]
    before = left.rstrip(_LINK_MARKS)
    name = before[-_NAME:]
    if not name.isalpha() or before[-_NAME - 1 : -_NAME].isalnum() or _LINK_WORDS.fullmatch(name):
        return 0
    return at - len(left) + len(before) - _NAME


def _is_worded(page: Page, found: re.Match[str]) -> bool:
    """Whether words link the parts of a number: such are read before a link is taken for letters."""
    between = page.lower[found.end(1) : found.start(2)] + page.lower[found.end(2) : found.start(3)]
    return _A_LETTER.search(between) is not None


def _linked_token(page: Page, found: re.Match[str]) -> Token | None:
    """The number whose parts are linked there, if its check digit is right."""
    if (
        found[1] in _DATE_WORDS
        or _is_cell(page, found.start(1), found.end(1), found.start(2))
        or _WRITTEN_DATE.match(page.lower, found.start(2))
    ):
        return None
    token = best_token(page, found.start(), found.end(), found[1], found[2] + found[3] + found[4])
    if not (token and token.reading and token.reading.confirmed):
        return None
    token.usual = False
    return token


def _reversed(page: Page, start: int, end: int) -> Iterator[tuple[Token, bool]]:
    found = _REVERSED.match(page.text, start, end + 6)
    if found:
        letters, digits = found[2].lower()[::-1], found[1].lower()[::-1]
        token = best_token(page, found.start(), found.end(), letters, digits)
        if token and token.reading and token.reading.confirmed and not token.substitutions:
            token.usual = False
            yield token, False
