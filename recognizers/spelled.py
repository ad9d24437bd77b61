"""A second reading of a text: numbers written in words and characters spelled one by one, in French and English.

"un trois zéro, six neuf deux …" becomes "1 3 0, 6 9 2 …", "le douze avril mil neuf cent quatre-vingt-cinq" becomes
"le 12 avril 1985", "T comme Thomas" becomes "T"; what somebody hid is shown (`disguised`), and misspelt labels are mended
(`misspelt`). The recognizers then read the result like any other text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Final

from recognizers.counted_parts import COUNTED, counted_parts
from recognizers.cues import gate, vocabulary
from recognizers.digits import shape, small_clusters
from recognizers.disguised import BACKWARDS, BRACKETED, ENCODED, FILLED, PADDING, disguised
from recognizers.fold import Folded, replaced
from recognizers.glance import places
from recognizers.interrupted import (
    HESITATING,
    HESITATIONS,
    interrupted,
    may_have_turns,
    run_together,
)
from recognizers.known_plain import HYPHENED, SPELLING
from recognizers.letters_said import SOUNDS, are_of_thing, named_letters, said_letters
from recognizers.linked import LINKS
from recognizers.month_forms import MONTH
from recognizers.months import MONTHS
from recognizers.number_words import NUMBER_WORDS, NUMBERS, ORDINALS, find_numbers
from recognizers.page_ends import PAGED, page_ends
from recognizers.patterns import compiled
from recognizers.put_right import PUT_RIGHT, SAYS_NO
from recognizers.spreadsheet import SHEETS, from_sheets
from recognizers.torn import TORN, torn
from recognizers.unglued import UNGLUED, unglued

#: What links a letter to its word, and a word of it.
_LINKS: Final = {" comme ": "comme", " as in ": "as", " like ": "like", " for ": "for", " pour ": "pour"}
#: A line may end between a letter and its word; and so far before the link the letter stands.
_LINE_ENDS: Final = str.maketrans("\r\n\t>", "    ")
_LINK_REACH: Final = 5
#: Of these, those that spell only where the word begins with the letter: "L for Larry".
_COMMON_LINKS: Final = frozenset((" like ", " for ", " pour "))
_LETTER_AS: Final = compiled(
    r"([a-z0-9])[ ,]{0,4}(?:comme(?: dans)?|as in|like(?: in)?|for"
    r"|pour) {1,4}[a-z'-]{2,14}(?![a-z])[ ,;.>\r\n]{0,6}(?:(?:et|and|puis|then) {1,3})?"
)
#: "L de Laval, H d'Hélène, E of Edward": the word begins with the letter.
_LETTER_OF: Final = compiled(
    r"(?<![a-z0-9'])([a-z]),? (?:de |d'|of )\1[a-z'-]{1,13}(?![a-z])[ ,;.\r\n]{0,3}(?:(?:et|and|puis|then) )?"
)
_OF: Final = ("de", "d", "of")
_ALPHABET: Final = {
    word: word[0]
    for word in "alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett juliette kilo lima mike"
    " november oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray x-ray yankee zulu".split()
}
_CODE_WORDS: Final = frozenset(word for word in _ALPHABET if word.isalpha()) - {
    "mike",
    "november",
    "hotel",
    "victor",
    "golf",
    "echo",
    "papa",
    "delta",
    "quebec",
    "india",
}
#: Of these, those that other texts are full of: two different ones must stand in the text.
_COMMON_CODES: Final = frozenset("mike november hotel victor golf echo papa delta quebec india ray".split())
_NAMES: Final = "|".join(sorted(_ALPHABET, key=len, reverse=True))
_CODE_RUN: Final = compiled(rf"(?<![a-z])(?:{_NAMES})(?:[ ,/\-.]{{1,3}}(?:{_NAMES})){{3}}(?![a-z])")
_CODE_WORD: Final = compiled(_NAMES)
#: The names that people spell with, French and English; so many different ones stand in such a text.
_SPELLERS: Final = frozenset(
    """alain albert alice anatole andre annie arthur berthe bernard benoit caroline cecile celestin charles claude daniel david
    denis desire edouard emile eric etienne eugene felix fernand francine francois gaston genevieve georges gerard guy helene
    henri hugo irene isabelle isidore jacques jean joseph julie karl kilo kevin leon louis louise luc marcel marie martin
    michel nathalie nicolas nicole noe olivier oscar patrick paul philippe pierre quebec quintal raoul raymond rene robert
    roger serge simon sophie suzanne sylvie therese thomas ursule valerie victor victoria william xavier yves yvon yvonne
    zacharie zoe adam andrew barbara bob boy charlie dan easy edward frank fred george harry henry ida ivan john king larry
    lewis mary mike nancy nora oliver peter queen sam sugar susan tom union vincent walter xray yellow young zebra
    apple baker dog jack jane uncle orange""".split()
)
#: Each letter before or behind its word, with a mark between: "G (Georges) A (Alice) …", "G=Golf A=Alfa …", "Golf (G) …".
_SPELLS: Final = r"(?: ?(?:[=:/,\x7f-]|\.{1,3}|[=-]>|\() ?| )"
_NEXT_ONE: Final = r"[ ,;.\r\n]{1,3}(?:(?:et|and|puis|then) )?"
_PAIR: Final = (
    rf"([a-z]){_SPELLS}(?:(?:comme|as in|as|for|pour|like) )?\#[a-z'-]{{1,13}}\)?",
    rf"([a-z])[a-z'-]{{1,13}}{_SPELLS}\#(?![a-z])\)?",
)
_BY_MARKS: Final = tuple(
    compiled(
        "(?<![a-z0-9'-])"
        + _NEXT_ONE.join(pair.replace("#", str(one)) for one in range(1, 5))
        + "[ ,;:.-]{0,3}"
        + r"\Z"
    )
    for pair in _PAIR
)
#: So many where any name may stand for a letter, and so many where all four are words that people spell with.
_FEWEST_NAMES: Final = 3
_FEWEST_SPELLERS: Final = 2
_SPELLING_WORDS: Final = _SPELLERS | _CODE_WORDS | _COMMON_CODES
_FEWEST_MARKED: Final = 2
_LETTERS_ALONE: Final = 3
_ALONE: Final = compiled("[ =:;/(,.>-][a-z](?![a-z0-9'])")
#: Between two numbers in words that are not one stand at least so many characters.
_APART: Final = 8
_EIGHT: Final = ("0000 0000", "00000000", "00 00 00 00", "0000  0000", "00  00  00  00")
_FOUR_WORDS: Final = 72
#: Numbers in words matter where an identifier is spoken of …
_SPOKEN_OF: Final = gate(
    """naissance naiss naissances ne nee nees nes born birth birthday birthdate dob ddn bday bdate anniversaire anniv
    nas sin ssn social sociale
    nam maladie soleil sun hin hcn health medicare ramq carte card zero tax permis licence license passport passeport covered
    assure assuree beneficiaire identification enfants
    enfant n.a.s s.i.n n.a.m d.n d.o.b""".split()
)
_LINKED: Final = gate(_LINKS.values(), stands=SPELLING) | gate(("comme", "as"), stands=HYPHENED)
#: The same with hyphens, "T-comme-Thomas", as it is with spaces.
_HYPHENED_LINK: Final = compiled("-(?:comme|as-in)-")
_LINKED_BY_OF: Final = gate(_OF, stands=SPELLING)
#: "Il y a de …" stands everywhere: letters are spelled so for a card.
_CARDS: Final = vocabulary(
    "nam hin maladie soleil ramq medicare epelle epeler spell spelled lettres letters".split()
)
_ANY_CARDS: Final = vocabulary("carte card".split())
#: It stands on most pages here, and never spells without another of these words.
_EVERYWHERE: Final = vocabulary(("quebec",))
_CODED: Final = gate((_CODE_WORDS | _COMMON_CODES) - _EVERYWHERE)
_NAMING: Final = gate(_SPELLERS - _EVERYWHERE)
#: Letters are said one by one.
_SAID: Final = gate("lettres letters chiffres digits".split()) | LINKS | _LINKED
#: A number is hidden from filters, and the message says so.
_HIDDEN: Final = BACKWARDS | ENCODED | FILLED | BRACKETED
#: The layout parts or changes a number.
_LAID_OUT: Final = COUNTED | PAGED | SHEETS
#: Closed on pages on which there is nothing to read otherwise, but for what `_OF` links.
_SPELLED: Final = (
    _LINKED | _CODED | _NAMING | NUMBERS | _SAID | SOUNDS | UNGLUED | TORN | _HIDDEN | HESITATING | _LAID_OUT
)
#: Closed on pages that need no second look.
MAY_BE_SPELLED: Final = _SPELLED | _LINKED_BY_OF | _SPOKEN_OF
#: … or where there are this many different ones.
_MANY: Final = 5
#: Four letters as a card has them, and the word behind them.
_LETTERS_THEN: Final = compiled(r"(?<![A-Za-z'-])[A-Z]{4}[,.:]? {1,2}([A-Za-z]{2,12})")
#: So many letters must be spelled with one link to count.
_FEWEST: Final = 3
#: So many has the name in a NAM, and so far before them stands whose letters they are.
_NAME: Final = 4
_THING_REACH: Final = 60
#: A NAM's figures are this many pairs: "ninety-three, then ten, then twenty-eight, then twelve".
_PAIRS: Final = 4
#: Or the last two of them are told as a year is: "zero four, twelve, nineteen twenty-five".
_GROUPS: Final = 3
Reading = tuple[int, int, str]
_YEAR: Final = compiled("(?:1[89]|20)[0-9]{2}")
_MONTH: Final = compiled(rf"(?<![a-z])(?:{MONTH}|mois|month)(?![a-z])")
#: A number in figures and then in words, in brackets; and what follows one in words.
_IN_WORDS: Final = compiled(r"(?<![0-9])([0-9]{1,4}) ?\(([a-z][a-z -]{1,60})\)")
_IN_FIGURES: Final = compiled(r" ?\(([0-9]{1,4})(?:er|e|eme|ieme|st|nd|rd|th)?\)")
#: What stands right before a letter and behind its word.
_LAST: Final = compiled(r"([0-9]|[a-z]+)[ ,(-]{0,3}$")
_FIRST: Final = compiled(r"[ ,)-]{0,3}([0-9]|[a-z]+)")
_BESIDE: Final = 16
#: A day and its month stand this near to each other.
_NEAR: Final = 25
#: A number's third figure stands no further away, whatever separates its figures.
_REACH: Final = 48


def _longest_first(reading: Reading) -> tuple[int, int]:
    return reading[0], -reading[1]


def _may_be_spelled(lower: str, words: Set[str], gates: int) -> bool:
    """Whether something may be read otherwise in `lower`, of a page with these `words` and `gates`: a cheap look."""
    return (
        gates & _SPELLED != 0
        or _may_be_linked_by_of(words, gates)
        or (gates & _SPOKEN_OF != 0 and (gates & SAYS_NO != 0 or PADDING in lower))
    )


def _may_be_linked_by_of(words: Set[str], gates: int) -> bool:
    """Whether "de" or "of" may link letters to their words: they stand behind a letter, and a card is spoken of."""
    return gates & _LINKED_BY_OF != 0 and not (_CARDS.isdisjoint(words) and _ANY_CARDS.isdisjoint(words))


def respell(
    lower: str, text: str, kinds: bytes, words: Set[str], gates: int, labels: Sequence[Reading]
) -> Folded | None:
    """The second reading of folded `text`, with the way back.

    `lower` is `text` in lower case, `kinds` its shape, `words` and `gates` are those of its page, `labels` are its
    misspelt ones (`misspelt.slips_in_labels`), mended here too. None when it would say nothing else.
    """
    turning = gates & _SPOKEN_OF != 0 and may_have_turns(lower, gates)
    if not (turning or _may_be_spelled(lower, words, gates)):
        return None
    if gates & _LINKED and _HYPHENED_LINK.search(lower):
        text = _without_hyphens(text, lower)
        lower = text.lower()
    letters = list(_letters(lower, words)) if gates & _LINKED else []
    if _may_be_linked_by_of(words, gates):
        letters += _letters_of(lower)
    if gates & _CODED and (not _CODE_WORDS.isdisjoint(words) or len(_COMMON_CODES & words) > 1):
        letters += [
            (run.start(), run.end(), "".join(_ALPHABET[word] for word in _CODE_WORD.findall(run[0])))
            for run in _CODE_RUN.finditer(lower)
        ]
    spellers = len(_SPELLING_WORDS & words) if gates & (_NAMING | _CODED) else 0
    named = spellers >= _FEWEST_SPELLERS
    numbers = []
    if gates & NUMBERS and (
        gates & _SPOKEN_OF
        or len(NUMBER_WORDS & words) >= _MANY
        or (len(NUMBER_WORDS & words) >= _FEWEST and _follow_letters(text))
        or any(_is_dated(lower, month) for month in MONTHS & words)
    ):
        numbers = [(number.start, number.end, number.figures) for number in find_numbers(lower, kinds, words)]
        if numbers and "(" in lower:
            numbers = _said_twice(lower, numbers)
    if spellers >= _FEWEST_MARKED:
        letters += _marked(lower, kinds, numbers)
    if gates & SOUNDS and ("health" in words or not (_CARDS | _ANY_CARDS).isdisjoint(words)):
        letters += named_letters(lower)
    if gates & UNGLUED:
        letters += unglued(lower, text, kinds, gates)
    if gates & TORN:
        letters += torn(lower, text, words)
    if gates & _SPOKEN_OF and (gates & _HIDDEN or PADDING in lower):
        letters += disguised(lower, text, gates)
    if gates & _SPOKEN_OF and gates & _LAID_OUT:
        letters += _laid_out(lower, text, words, gates)
    if gates & _SPOKEN_OF:
        hesitating = gates & HESITATING != 0 or (gates & SAYS_NO != 0 and PUT_RIGHT in lower)
        if numbers and (hesitating or not HESITATIONS.isdisjoint(words)):
            cuts = _interrupted(text, numbers, words, gates)
        elif turning or hesitating:
            cuts = interrupted(lower, text, words, turning=turning, hesitating=hesitating)
        else:
            cuts = iter(())
        for cut in cuts:
            numbers = [one for one in numbers if not cut[0] <= one[0] < cut[1]]
            letters.append(cut)
        if turning:
            letters += run_together(lower)
    if len(numbers) >= _GROUPS or gates & _SAID or named:
        for said in _said(lower, text, kinds, numbers, words, named=named):
            letters = [one for one in letters if not said[0] <= one[0] < said[1]]
            numbers = [one for one in numbers if not said[0] <= one[0] < said[1]]
            letters.append(said)
    if not letters and not numbers:
        return None
    second = replaced(text, sorted([*letters, *numbers, *labels], key=_longest_first))
    many = len(numbers) >= _PAIRS and ("health" in words or not _CARDS.isdisjoint(words))
    return second if letters or many or _says_more(second, numbers) else None


def _laid_out(lower: str, text: str, words: Set[str], gates: int) -> Iterator[Reading]:
    """The numbers whose parts are counted, that a page's end parts, or that a spreadsheet changed."""
    if gates & COUNTED:
        yield from counted_parts(lower, text, words)
    if gates & PAGED:
        yield from page_ends(lower)
    if gates & SHEETS:
        yield from from_sheets(lower)


def _interrupted(text: str, numbers: list[Reading], words: Set[str], gates: int) -> Iterator[Reading]:
    """The numbers and dates, in words or figures, that somebody who hesitates interrupts."""
    read = replaced(text, numbers)
    lower = read.text.lower()
    turning = may_have_turns(lower, gates)
    for start, end, reading in interrupted(lower, read.text, words, turning=turning, hesitating=True):
        yield *read.span(start, end), reading


def _said(
    lower: str, text: str, kinds: bytes, numbers: list[Reading], words: Set[str], *, named: bool
) -> Iterator[Reading]:
    """The letters said before eight figures, which `numbers` in words may be: "T as in Tom U R U then eleven eleven oh …"."""
    spellers = _SPELLING_WORDS if named else frozenset()
    loosely = named and len(_SPELLERS & words) >= _FEWEST_NAMES
    if not numbers:
        yield from said_letters(lower, text, kinds, spellers, loosely=loosely)
        return
    read = replaced(text, numbers)
    lower = read.text.lower()
    for start, end, reading in said_letters(lower, read.text, shape(lower), spellers, loosely=loosely):
        yield *read.span(start, end), reading


def _said_twice(lower: str, numbers: list[Reading]) -> list[Reading]:
    """The readings of `numbers`, with the same number in brackets beside them: "le douze (12) avril", "le 12 (douze) avril"."""
    starts = [start for start, _, _ in numbers]
    inner: dict[int, Reading] = {}
    for found in _IN_WORDS.finditer(lower):
        first, last = bisect_left(starts, found.start(2)), bisect_left(starts, found.end(2))
        said = "".join(figures for _, _, figures in numbers[first:last])
        if said and int(said) == int(found[1]):
            inner |= dict.fromkeys(range(first, last), (*found.span(), found[1]))
    twice: list[Reading] = []
    for place, (start, end, figures) in enumerate(numbers):
        if place in inner:
            if inner[place] not in twice[-1:]:
                twice.append(inner[place])
            continue
        again = _IN_FIGURES.match(lower, end)
        same = again is not None and int(again[1]) == int(figures)
        twice.append((start, again.end() if again and same else end, figures))
    return twice


def _follow_letters(text: str) -> bool:
    """Whether a number in words follows four capitals: "LAVZ douze, soixante, …"."""
    return any(found[1].lower() in NUMBER_WORDS for found in _LETTERS_THEN.finditer(text))


def _is_dated(lower: str, month: str) -> bool:
    """Whether a number in words stands right beside this month somewhere: "quinze avril", "May third"."""
    for at in places(month, lower):
        before = lower[max(0, at - 20) : at].replace(" of ", " ").split()
        after = lower[at + len(month) : at + len(month) + 20].replace(" the ", " ").split()
        number = after[0].strip(",").rpartition("-") if after else ("", "", "")
        year = after[1].partition("-")[0] if len(after) > 1 else ""
        if (
            (before and before[-1].rpartition("-")[2] in NUMBER_WORDS)
            or number[2] in ORDINALS
            or (number[2] in NUMBER_WORDS and (number[0] or year in NUMBER_WORDS))
        ):
            return True
    return False


def _says_more(second: Folded, numbers: Sequence[Reading]) -> bool:
    """Whether one of `numbers` became a year, or part of a long number or of a date, in the second reading."""
    if any(_YEAR.fullmatch(figures) for _, _, figures in numbers):
        return True
    lower = second.text.lower()
    return any(
        _joins_figures(lower, start, end) or _MONTH.search(lower, start - _NEAR, end + _NEAR) is not None
        for start, end in second.changed()
    )


def _joins_figures(lower: str, start: int, end: int) -> bool:
    """Whether lower[start:end] belongs to a number of three figures or more."""
    begin = max(0, start - _REACH)
    around = small_clusters(shape(lower[begin : end + _REACH]))
    return any(begin + first < end and start < begin + last for first, last in around)


def _without_hyphens(text: str, lower: str) -> str:
    """`text` with blanks for the hyphens around what links a letter to its word: "M-comme-Marcel"."""
    parts, at = [], 0
    for link in _HYPHENED_LINK.finditer(lower):
        parts += [text[at : link.start()], text[link.start() : link.end()].replace("-", " ")]
        at = link.end()
    return "".join((*parts, text[at:]))


def _letters(lower: str, words: Set[str]) -> Iterator[Reading]:
    """ "T comme Thomas, R comme Robert": at least three of them in the text."""
    found: list[Reading] = []
    lower = lower.translate(_LINE_ENDS)
    for link, word in _LINKS.items():
        if word not in words:
            continue
        for at in places(link, lower):
            if lower[at - 2 : at].isalnum() and at > 1:
                continue
            start = max(0, at - _LINK_REACH) + len(lower[max(0, at - _LINK_REACH) : at].rstrip(" ,")) - 1
            if (
                link in _COMMON_LINKS
                and lower[max(start, 0)] != lower[at + len(link) : at + len(link) + 4].lstrip()[:1]
            ):
                continue
            if (
                start >= 0
                and not lower[max(0, start - 1) : start].isalnum()
                and (one := _LETTER_AS.match(lower, start))
            ):
                found.append((one.start(), one.end(), one[1]))
    yield from found if len(found) >= _FEWEST else (one for one in found if _is_among_figures(lower, one))


def _is_among_figures(lower: str, letter: Reading) -> bool:
    """Whether figures, or numbers in words, stand right before and behind the letter and its word: "30 V comme Victor 8"."""
    start, end, _ = letter
    before, after = _LAST.search(lower[max(0, start - _BESIDE) : start]), _FIRST.match(lower, end)
    return all(one and (one[1].isdigit() or one[1] in NUMBER_WORDS) for one in (before, after))


def _letters_of(lower: str) -> list[Reading]:
    """ "T de Thomas, R de Robert": at least three of them in the text."""
    found = [(one.start(), one.end(), one[1]) for one in _LETTER_OF.finditer(lower)]
    return _with_gap(lower, found) if len(found) >= _FEWEST else []


def _with_gap(lower: str, found: list[Reading]) -> list[Reading]:
    """The letters, and a space behind four that follow one another: "demg, puis 4154" is no word that figures stick to.

    A thing's letters, of a password or a plate, keep the figures.
    """
    read = []
    run = first = 0
    for place, (start, end, letter) in enumerate(found):
        follows = place > 0 and found[place - 1][1] == start
        run, first = (run + 1, first) if follows else (1, start)
        last = place + 1 == len(found) or found[place + 1][0] != end
        whole = last and run == _NAME and not are_of_thing(lower, max(0, first - _THING_REACH), first)
        read.append((start, end, letter + " " if whole else letter))
    return read


def _marked(lower: str, kinds: bytes, numbers: Sequence[Reading]) -> Iterator[Reading]:
    """Four letters, each with a word that it begins, right before eight figures or a number in words: "L=Lima E=Echo …"."""
    shaped = kinds.decode("ascii")
    spots = {at for eight in _EIGHT for at in places(eight, shaped)}
    spots.update(start for start, _, _ in numbers[:1])
    spots.update(start for (_, end, _), (start, _, _) in pairwise(numbers) if start - end >= _APART)
    for at in sorted(spots):
        begin = max(0, at - _FOUR_WORDS)
        if len(_ALONE.findall(lower, begin, at)) < _LETTERS_ALONE:
            continue
        for pattern in _BY_MARKS:
            if found := pattern.search(lower, begin, at):
                yield found.start(), at, "".join(found.groups()).upper() + " "
