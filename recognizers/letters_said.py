"""A NAM whose letters are said one by one, or with an aside, before its figures: "S comme Simon, I, N, D, puis 20 53 03 31".

Also "letters B-O-U-F, digits 9-2-1-1-3-0-4-5", "L E C R (Léon, Édouard, Charles, Robert) 6302 1414", and letters that are
called by their names: "té er e emme 0412 1925".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Final

from recognizers.cues import gate
from recognizers.known_plain import NUMBERED
from recognizers.number_words import NUMBER_WORDS
from recognizers.patterns import Ending, compiled

#: Where figures begin that seven more follow, with marks or a word or two between, by their kinds (see `digits.shape`).
_BEGIN: Final = re.compile(b"0(?<![0aux]0)(?=(?:[ :]{0,6}+(?:[aux]{2,8}+ (?:[aux]{2,8}+ )?+)?+0){7})")
#: Eight figures with marks, or a word that links them, between.
_FIGURES: Final = compiled(
    r"(?<![0-9][ .,/-])[0-9](?:(?:[ .,;-]{0,2}"
    r"|,? (?:et |and )?(?:puis|pis|then|ensuite|et|and|espace|space|tiret|dash|hyphen|point|dot|virgule|comma) )[0-9]){7}"
    r"(?![0-9a-z])(?![ .,/-][0-9])"
)
#: A letter, the word that it begins, and what stands between it and the next.
_ONE: Final = (
    r"[A-Za-z](?:[ ,]{0,3}(?:comme(?: dans)?|as {1,3}in|like(?: in)?|for|pour) {1,3}"
    r"[A-Za-z'-]{2,14}(?: [A-Z][a-z'-]{1,13})?| ?\((?:comme|as|like|for|pour) [A-Za-z' -]{2,24}\))?"
)
_NEXT: Final = r"[ ,;./-]{1,4}(?:(?:et|and|puis|then|ensuite) )?"
#: "(Léon, Édouard, Charles, Robert)", "(as in Bouffard)"; a word for each letter: "comme Gaston Alice Ursule Caroline".
_ASIDE: Final = (
    r" ?[(\[][A-Za-z ,;.'-]{2,60}[)\]]"
    r"|,? {1,2}(?:comme|as in|like(?: in)?|for|pour)(?: (?:et |and )?[A-Za-z'-]{2,14},?){4}"
)
_LINK_WORD: Final = (
    r"(?:et puis|and then|puis|pis|then|ensuite|et|and|espace|space|tiret|dash|hyphen|point|dot|virgule|comma"
    r"|apres|after|suivie?s? (?:de|par|des)|followed by|les|the|ces|these"
    r"|(?:8 |huit |eight )?(?:chiffres|digits|numbers|numeros|figures|nombres))"
)
#: The letters before the figures, by themselves or together, an aside, and words that link them to the figures.
_LETTERS: Final = Ending(
    rf"(?<![A-Za-z'-])(?P<name>{_ONE}(?:{_NEXT}{_ONE}){{3}}|[A-Z]{{4}})(?P<aside>{_ASIDE})?"
    rf"(?P<link>[ ,;:.-]{{1,4}}(?:(?i:{_LINK_WORD})[ ,;:]{{1,3}}){{0,4}})\Z"
)
#: Before them: they are a thing's.
_OF_THINGS: Final = compiled(
    r"(?<![a-z])(?:plates?|plaques?|wifi|wi-fi|keys?|cles?|meters?|compteurs?|locks?|cadenas|combina(?:tion|ison)|serial|serie|codes?"
    r"|models?|modeles?|vin|password|mot de passe|licen[cs]e|isbn|invoice|facture|order|commande|container|conteneur)(?![a-z])"
)
_CALLED: Final = compiled(r"(?<![a-z])(?:lettres?|letters?)(?: (?:sont|are|de|of))?[ :]{1,3}\Z")
#: Small letters that nobody would write so but to spell them.
_ONE_BY_ONE: Final = compiled("[a-z](?:(?:-|,? )[a-z]){3}")
_A_LETTER: Final = compiled(r"(?<![A-Za-z'])[A-Za-z](?![A-Za-z'])")
#: So many letters has the name in a NAM; with words that spell them, what they are said with is longer than this.
_COUNT: Final = 4
_SPELLED: Final = 16
#: The same behind words that spell the letters: over lines, and parted by slashes.
_PARTED: Final = compiled(
    r"(?<![0-9][ .,/-])[0-9](?:(?:[ .,;/-]{0,2}|[ >]{0,2}\r?\n[ >]{0,2})[0-9]){7}(?![0-9a-z])(?![ .,/-][0-9])"
)
#: What links words that spell the letters, and the last of them to the figures.
_SPELLER: Final = compiled("[a-z]{2,12}")
_THEN: Final = frozenset(("et", "and", "puis", "then", "ensuite"))
_BETWEEN_SPELLERS: Final = compiled(r"[ ,.:;/>\r\n-]{1,6}")
#: A name for each letter, and so far before the figures they begin.
_A_SPELLER: Final = r"([A-Za-z][a-z]{1,11})(?:-[A-Z][a-z]{1,11})?[ ,.:;/-]{1,3}(?:(?:et|and|puis|then) )?"
_BY_NAMES: Final = Ending(rf"(?<![A-Za-z'-]){_A_SPELLER * _COUNT}\Z")
_INITIAL: Final = compiled(r"(?<![A-Za-z-])(?!(?:et|and|puis|then) )[A-Za-z]")
_FOUR_NAMES: Final = 72
#: What ends what is said before figures, and the marks between.
_SAYING: Final = frozenset("abcdefghijklmnopqrstuvwxyz)]'")
_MARKS: Final = " ,;:.>/\r\n-"
_MARKS_BEFORE: Final = 24
#: No letters said begin further before their figures.
_REACH: Final = 170
_CALL_REACH: Final = 20


#: How letters are called, accents folded, in French and English; the letter itself is one of its names.
_NAMES: Final = {
    name: letter
    for letter, names in {
        "a": "a ah ay", "b": "be bee", "c": "ce cee see", "d": "de dee", "e": "e eu ee", "f": "effe eff ef", "g": "ge gee",
        "h": "ache hache aitch haitch", "i": "i eye", "j": "ji gi jie jay", "k": "ka kay", "l": "elle el ell",
        "m": "emme eme em aime", "n": "enne ene en haine", "o": "o oh au", "p": "pe pee", "q": "ku qu cue queue",
        "r": "erre ere er ar are air", "s": "esse ess es", "t": "te tee tea", "u": "u you hue", "v": "ve vee",
        "w": "w double-ve double-v double-u doubleve", "x": "x ixe ix ex", "y": "y i-grec igrec wye why", "z": "z zede zed zee",
    }.items()
    for name in (letter, *names.split())
}  # fmt: skip
#: Of these, what other texts seldom hold.
SOUNDS: Final = gate(
    """pe ge ve ji gi ka ku ache effe eff ef emme em enne erre esse ess ixe ix zede zed zee tee pee bee gee jay cee dee vee kay
    aitch haitch ell wye igrec grec doubleve""".split()
) | gate("be ce te elle o u i".split(), stands=NUMBERED, after=6)
_A_NAME: Final = "|".join(
    name.replace("-", "[ -]") for name in sorted(_NAMES, key=lambda name: (-len(name), name))
)
_NAMED: Final = compiled(rf"(?<![a-z0-9'-])(?:{_A_NAME})(?:[ ,.;/-]{{1,3}}(?:{_A_NAME})){{3}}(?![a-z0-9'])")
_ONE_NAME: Final = compiled(rf"(?<![a-z])(?:{_A_NAME})(?![a-z])")
#: Behind them: figures, or the first of them in words.
_FIGURES_NEXT: Final = compiled(
    r"[ ,;:.-]{0,3}(?:(?:puis|pis|then|et|and|suivi de|followed by) )?([0-9]|[a-z]+)"
)
#: So many of the four are called by more than the letter itself.
_FEWEST_NAMED: Final = 2


def named_letters(lower: str) -> Iterator[tuple[int, int, str]]:
    """Where four letters are called by their names before figures, or figures in words: from where to where, and the letters."""
    for found in _NAMED.finditer(lower):
        behind = _FIGURES_NEXT.match(lower, found.end())
        if not behind or not (behind[1].isdigit() or behind[1] in NUMBER_WORDS):
            continue
        names = [name.replace(" ", "-") for name in _ONE_NAME.findall(found[0])]
        if sum(len(name) > 1 for name in names) >= _FEWEST_NAMED:
            yield *found.span(), "".join(_NAMES[name] for name in names).upper()


def said_letters(
    lower: str, text: str, kinds: bytes, spellers: Set[str] = frozenset(), *, loosely: bool = False
) -> Iterator[tuple[int, int, str]]:
    """Where the letters of folded `text` are said and their figures follow: from where to where, and "SIND 20530331".

    `lower` is `text` in lower case, `kinds` its shape. Where there are `spellers`, words that people spell with, one of these
    may stand for each letter, or `loosely` any name: "HENRI/ANATOLE/DÉSIRÉ/NICOLAS/4609/0731", "Henri, apple, Denis, Bernard
    3509 0912".
    """
    end = 0
    for first in _BEGIN.finditer(kinds):
        at = first.start()
        if (
            at < end
            or lower[at - _MARKS_BEFORE if at > _MARKS_BEFORE else 0 : at].rstrip(_MARKS)[-1:] not in _SAYING
        ):
            continue
        figures = _FIGURES.match(lower, at)
        parted = figures or (_PARTED.match(lower, at) if spellers else None)
        if parted is None:
            continue
        begin = max(0, at - _REACH)
        found = _LETTERS.search(text[begin:at]) if figures else None
        start = begin + found.start() if found else 0
        if found and are_of_thing(lower, begin, start):
            end = parted.end()
        elif found and (name := _name(found, lower[max(0, start - _CALL_REACH) : start])):
            end = parted.end()
            yield start, end, f"{name} {_figures(parted)}"
        elif spelled := (spellers and _by_spellers(lower, at, spellers)) or (
            _by_names(text, at, spellers) if figures and loosely else None
        ):
            end = parted.end()
            if not are_of_thing(lower, begin, spelled[0]):
                yield spelled[0], end, f"{spelled[1]} {_figures(parted)}"
        elif figures:
            end = figures.end()


def _figures(found: re.Match[str]) -> str:
    return re.sub("[^0-9]", "", found[0])


def _by_spellers(lower: str, at: int, spellers: Set[str]) -> tuple[int, str] | None:
    """Where four of `spellers` begin that stand right before lower[at:], on one line or more, and what they spell."""
    begin, letters = at, ""
    for word in reversed([*_SPELLER.finditer(lower, at - _FOUR_NAMES, at)]):
        if not _BETWEEN_SPELLERS.fullmatch(lower, word.end(), begin):
            return None
        begin = word.start()
        if word[0] in _THEN:
            continue
        if word[0] not in spellers:
            return None
        letters = word[0][0].upper() + letters
        if len(letters) == _COUNT:
            return None if lower[max(0, begin - 1) : begin].isalnum() else (begin, letters)
    return None


def _by_names(text: str, at: int, spellers: Set[str]) -> tuple[int, str] | None:
    """Where four words begin that stand right before text[at:], a name or one of `spellers` each, and their letters."""
    first = max(0, at - _FOUR_NAMES)
    found = _BY_NAMES.search(text[first:at])
    if found is None or not all(word[0].isupper() or word in spellers for word in found.groups()):
        return None
    start = first + found.start()
    return start, "".join(_INITIAL.findall(text, start, at)).upper()


def are_of_thing(lower: str, begin: int, at: int) -> bool:
    """Whether the words lower[begin:at] before letters say that they are a thing's: a plate's, a lock's."""
    return _OF_THINGS.search(lower, begin, at) is not None


def _name(found: re.Match[str], before: str) -> str:
    """The four letters, in capitals; "" where they are words or a label: in small letters, with nothing that spells them.

    Those that stand together need an aside, or words, between them and the figures.
    """
    written = found["name"]
    if written.isalpha():
        worded = found["aside"] or any(map(str.isalpha, found["link"]))
        return written if worded else ""
    letters = "".join(_A_LETTER.findall(written))
    spelled = letters.isupper() or len(written) > _SPELLED or _ONE_BY_ONE.fullmatch(written)
    if len(letters) != _COUNT or not (spelled or _CALLED.search(before)):
        return ""
    return letters.upper()
