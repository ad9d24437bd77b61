"""How likely a run of words is a person's name: by lists, writing and company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from recognizers.around import left_of
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.person_acts import acts
from recognizers.person_alone import weigh_alone
from recognizers.person_around import ALSO_SIGNED, FIELD_CUE, are_coded, is_called_so, is_told_of
from recognizers.person_cues import (
    BRANDS,
    CONNECTIVE,
    FIRMS,
    ORGANISATIONS,
    PLACE_AFTER,
    PLACE_BEFORE,
    PLACE_WORDS,
    WEAK_CUE,
)
from recognizers.person_places import PROVINCE_AFTER, SAINT, is_civic, is_trail, is_trailed
from recognizers.person_things import is_thing
from recognizers.person_words import ALSO_GIVEN, PARTICLES, Word

#: After a word that a label introduces: a part of an office, and no person.
_OFFICE_AFTER: Final = compiled(
    r" (?:services?|departments?|divisions?|section|desk|relations|affairs|affaires|programs?|inquiries|support|office)(?![a-z])"
)
#: The evidence of what bears a person's name and is no person.
_THING: Final = "veto:thing"


@dataclass(slots=True)
class Run:
    """Neighbouring words that may be one name."""

    words: list[Word]
    score: float
    evidence: tuple[str, ...]

    @property
    def is_certain(self) -> bool:
        """Whether cues and lists leave no question to ask."""
        names = [word.kind for word in self.words if not word.initial]
        return (
            self.score >= 0.9
            and names[0].sure
            and all((kind.known and kind.common) or kind.sure for kind in names)
        )

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def weigh(page: Page, words: list[Word], introduced: str, cased: bool) -> Run:
    """The words as a run with its score; 0 when they are no name, with a veto when that is sure.

    `introduced` says what stands before them; `cased` that the writer gives names their capitals.
    """
    names = [word for word in words if word.key not in PARTICLES and not word.initial] or [
        word for word in words if word.capital and word.key in ALSO_GIVEN
    ]
    left = left_of(page, words[0].start)
    if not names or _is_no_person(page, words, names, left, introduced):
        return Run(words, 0.0, (_THING,))
    if introduced in ("title", "cue"):
        score, evidence = _weigh_introduced(page, names, left)
    elif are_coded(page, names):
        score, evidence = 0.9, ("cue",)
    elif _has_initials(words) and names[0].capital and _is_paired(page, words):
        score, evidence = 0.65, ("capital", "cue")
    elif len(names) == 1 and _has_initials(words) and names[0].kind.surname and names[0].capital:
        sure = names[0].kind.sure or len(words) > 2 or introduced == "closing"
        double = names[0].kind.sure and "-" in names[0].key
        score, evidence = (0.75 if double else 0.6 if sure else 0.45), ("list", "capital")
    elif introduced == "closing" and (signed := _weigh_signed(words, names)):
        score, evidence = signed, ("cue",)
    elif len(words) == 1:
        score, evidence = _weigh_single(page, names[0], left, introduced)
        if cased and not names[0].capital and not (introduced in ("kin", "self") and names[0].kind.known):
            score = min(score, 0.4)
        if score < 0.65 and "cue" not in evidence and (told := weigh_alone(page, names[0], left, introduced)):
            score, evidence = told, ("cue",)
    else:
        score, evidence = _weigh_several(page, names, left, introduced)
        if cased and not introduced and not any(word.capital or word.kind.common for word in names):
            score = min(score, 0.4)
    if len(words) == 1 and (score < 0.6 or "cue" not in evidence):
        acted = acts(page, names[0], left)
        if acted and acted >= score:
            score, evidence = acted, ("list", "capital", "cue")
    if score > 0.3 and is_thing(page, words, introduced):
        return Run(words, 0.0, (_THING,))
    return Run(words, score, evidence)


def _is_no_person(
    page: Page, words: Sequence[Word], names: Sequence[Word], left: str, introduced: str
) -> bool:
    """Whether the company or a word of it says that this is a place, a shop or an institution."""
    end = words[-1].end
    if is_civic(page, words[0].start, left, end):
        return True
    if PLACE_BEFORE.search(left) or PLACE_AFTER.match(page.lower, end, end + 16):
        return True
    if is_trail(names[0], left):
        return True
    last = names[-1]
    if (
        len(words) > 1
        and last.key in PLACE_WORDS
        and last.capital
        and not (last.kind.surname and names[0].kind.sure)
        and not (last.key == "park" and introduced in ("title", "cue", "kin"))
    ):
        return True
    if len(words) == 1 and introduced in ("", "joined") and PROVINCE_AFTER.match(page.lower, end, end + 24):
        return True
    if any(word.key in ORGANISATIONS for word in names) or names[-1].key in BRANDS or is_trailed(names):
        return True
    if all(word.key in FIRMS for word in names) or (
        len(names) > 1 and names[-1].key in FIRMS and not (names[0].capital or names[0].kind.known)
    ):
        return introduced not in ("title", "cue")
    return names[0].key.startswith(SAINT) and introduced in ("", "joined")


def _weigh_introduced(page: Page, names: Sequence[Word], left: str) -> tuple[float, tuple[str, ...]]:
    first = names[0]
    known = any(word.kind.known for word in names)
    if not known and _OFFICE_AFTER.match(page.lower, names[-1].end, names[-1].end + 16):
        return 0.0, ()
    if not (known or first.capital):
        vague = first.looks_verbal or len(first.key) < 4 or _VAGUE.search(left) is not None
        return (0.4 if vague else 0.6), ("cue",)
    if not known and first.capital and FIELD_CUE.search(left):
        everyday = any(word.kind.everyday for word in names)
        return (0.4 if everyday else 0.6 if first.acronym else 0.85), ("cue", "capital")
    if not known and any(word.kind.everyday for word in names) and _NAMING.search(left):
        return 0.4, ("cue", "capital")
    if not known:
        vague = page.text[first.start : first.end].isupper() or _NAMING.search(left) is not None
        return (0.4 if vague and len(names) == 1 else 0.85), ("cue", "capital")
    if (
        len(names) == 1
        and first.kind.everyday
        and not (first.capital or (first.kind.surname and first.kind.common and _FIELD.search(left) is None))
    ):
        return 0.45, ("cue", "list")
    return 0.95, ("cue", "list")


def _weigh_several(
    page: Page, names: Sequence[Word], left: str, introduced: str
) -> tuple[float, tuple[str, ...]]:
    first = names[0]
    known = [word for word in names if word.kind.known]
    sure = [word for word in names if word.kind.sure]
    capital = all(word.capital for word in names)
    if first.kind.given and (len(sure) > 1 or (sure and (capital or len(known) > 1))):
        return 0.9, ("list", "capital") if capital else ("list",)
    if capital and introduced == "kin" and not first.acronym:
        return 0.8, ("capital", "cue")
    if capital and introduced == "joined" and first.kind.given and not names[-1].kind.everyday:
        return 0.75, ("list", "capital", "cue")  # "Priscilla Chong & Dale Hrynchuk"
    if first.kind.given and capital:
        return (0.75 if len(known) > 1 else 0.5), ("list", "capital")
    inverted = capital and first.kind.surname and len(names) == 2 and names[1].kind.given
    if inverted and names[1].kind.sure and names[1].kind.common and (first.acronym or first.kind.common):
        listed = first.opens and page.text.startswith(",", first.end)
        return (0.75 if listed else 0.6), ("list", "capital")  # "GAGNON Audrey", "2. Pagé, Nathalie"
    if sure and capital:
        surname_last = names[-1].kind.sure and names[-1].kind.surname and len(names) == 2
        business = page.names is None and len(names) == 2 and first.kind.sure and not first.kind.given
        if business and not names[-1].kind.known:
            return 0.4, ("list", "capital")  # "Gagnon Construction"
        return (0.6 if not first.opens or surname_last else 0.45), ("list", "capital")
    if capital:
        return 0.3, ("capital",)
    cue = bool(introduced) or WEAK_CUE.search(left) is not None
    if len(known) < 2 and not introduced and (_DETERMINED.search(left) or _ARTICLED.search(left)):
        return 0.0, ()  # "le lilas embaume"
    if sure:
        return (0.7 if cue and first.kind.given else 0.6 if cue or first.kind.given else 0.5), ("list",)
    if len(known) > 1 and first.kind.given and cue:
        return 0.65, ("list", "cue")
    return (0.55, ("cue",)) if introduced and not first.kind.everyday else (0.0, ())


def _has_initials(words: Sequence[Word]) -> bool:
    """Whether all but the last word are initials: "J.-F. Roy"."""
    return len(words) > 1 and all(word.initial for word in words[:-1]) and words[0].capital


#: Two who are named alike: "A. Deer & K. Rice".
_PAIRED_BEFORE: Final = Ending(r"(?:^|[^A-Za-z.])[A-Z]\. ?[A-Z][a-z'-]{2,20} (?:&|and|et) $")
_PAIRED_AFTER: Final = compiled(r" (?:&|and|et) [A-Z]\. ?[A-Z][a-z'-]{2,20}(?![A-Za-z])")


def _is_paired(page: Page, words: Sequence[Word]) -> bool:
    """Whether somebody else is named with an initial right before or after."""
    start, end = words[0].start, words[-1].end
    return (
        _PAIRED_AFTER.match(page.text, end, end + 32) is not None
        or _PAIRED_BEFORE.search(page.text, start - 32, start) is not None
    )


def _weigh_signed(words: Sequence[Word], names: Sequence[Word]) -> float:
    """The score of what stands alone on the line after "Cordialement,"; 0 where it is no more of a name than elsewhere."""
    if len(names) == 1 and names[0].capital and names[0].key in ALSO_SIGNED:
        return 0.6
    if words[0].dotted and not words[0].capital and len(names) == 1 and (names[0].kind.surname):
        return 0.65
    if any(word.kind.never or (word.kind.everyday and not word.kind.known) for word in names):
        return 0.0
    if any(word.kind.known and not word.kind.also_word for word in names):
        return 0.9
    if any(word.kind.known or word.initial for word in words) or len(names) > 1:
        return 0.75 if names[-1].capital else 0.6
    return 0.6 if names[0].capital and not names[0].acronym else 0.0


#: What names things as often as persons.
_NAMING: Final = compiled(
    r"(?:named?|called|appelee?|nommee?|denommee?|name|from|de|client|patient|medecin|agent)s?(?:[ ]?:? |[ ]?[\t|][ ]?)$"
)
#: An English title in full before a word in lower case: "the doctor field".
_FIELD: Final = compiled(r"(?<![a-z])(?:the|every|each|a|no) (?:doctor|professor|miss|mister) $")
#: Words before a name that stand before other words as often.
_VAGUE: Final = compiled(r"(?:nom|(?<!my )name|prof|maitre|named|called|nommee?|from|de)[a-z ':]{0,4}$")


def _weigh_single(page: Page, word: Word, left: str, introduced: str) -> tuple[float, tuple[str, ...]]:
    kind = word.kind
    if introduced == "self" and (said := _weigh_said(word)):
        return said, ("cue",)
    if (kind.surname or not kind.everyday) and len(word.key) > 3 and is_called_so(page, word):
        return 0.65, ("cue",)
    cue = bool(introduced) or WEAK_CUE.search(left) is not None or _is_bracketed(page, word)
    if (
        kind.given
        and not kind.also_place
        and not (kind.also_word and not word.capital)
        and is_told_of(page, word)
    ):
        return (0.75 if word.capital and not kind.also_word else 0.65), ("list", "cue")
    if not kind.known:
        return _weigh_unknown(word, introduced)
    if word.capital and len(word.key) < 4 and page.text[word.start : word.end].isupper():
        return 0.3, ("list", "capital")
    if word.capital:
        if kind.given and not kind.also_word and not kind.also_place:
            why = (
                ("list", "capital", "cue")
                if introduced in ("kin", "joined") or _THANKED.search(left) or _is_signed(page, word)
                else ("list", "capital")
            )
            alone = 0.6 if not word.opens else 0.5
            usual = kind.common or _ACTS.match(page.lower, word.end, word.end + 16) is not None
            return (0.75 if cue or "cue" in why else alone if usual else alone - 0.1), why
        if kind.given and cue and not kind.also_place and not CONNECTIVE.search(left):
            return 0.6, ("list", "capital", "cue")
        if kind.sure and not word.opens:
            return (0.6 if cue and not (word.acronym and not introduced) else 0.4), ("list", "capital")
        return 0.2, ("list", "capital")
    if not introduced and _DETERMINED.search(left):
        return 0.0, ()  # "at the marina"
    if not (introduced or kind.common) and _ARTICLED.search(left):
        return 0.0, ()
    if kind.given and not kind.also_word and not kind.also_place:
        if cue or _is_signed(page, word):
            return 0.65, ("list", "cue")
        return (0.55 if kind.common or len(word.key) > 4 else 0.45), ("list",)
    if kind.given and kind.common and _THANKED.search(left) and _is_the_end(page, word):
        return 0.55, ("list", "cue")
    if kind.given and kind.common and cue and not kind.everyday and not CONNECTIVE.search(left):
        return 0.55, ("list", "cue")  # "talked to ruth": a word too, but a rare one
    if kind.given and introduced == "joined" and not kind.also_word:
        return 0.55, ("list", "cue")
    if kind.given and introduced == "kin" and _FOLLOWS.match(page.lower, word.end, word.end + 12):
        return 0.55, ("list", "cue")
    if kind.sure and kind.surname and introduced:
        return 0.55, ("list", "cue")
    return 0.0, ()


def _weigh_said(word: Word) -> float:
    """The score of a word that somebody calls himself by."""
    kind = word.kind
    if kind.never or (word.acronym and not kind.known):
        return 0.0
    if kind.given or word.key in ALSO_SIGNED:
        return 0.75 if word.capital else 0.65 if not kind.everyday else 0.0
    if kind.everyday or word.looks_verbal or len(word.key) < 4:
        return 0.0
    return 0.6 if word.capital or kind.surname else 0.0


def _weigh_unknown(word: Word, introduced: str) -> tuple[float, tuple[str, ...]]:
    """A single word that no list knows: only what stands before it can vouch for it."""
    if not introduced or word.kind.everyday:
        return 0.0, ()
    why = ("cue",) if introduced == "kin" else ("list",)
    if word.capital:
        return (0.0 if word.opens else 0.4 if word.acronym else 0.55), ("capital", *why)
    return (0.4 if word.looks_verbal or len(word.key) < 4 else 0.55), why


#: What a sentence goes on with after the name of a relative, so that "my wife bob is" is one though "bob" is a word too.
_FOLLOWS: Final = compiled(
    r"[ ,)]{1,2}(?:est|a|as|avait|n'|ne|va|qui|et|is|was|has|had|who|and|does|did|doesn|didn|can|[0-9(])(?![a-z])|n'a"
)


#: What a person does or where she works, after a given name that few bear.
_ACTS: Final = compiled(
    r"(?: (?:a|est|n'a|m'a|nous|vous|was|is|has|helped|told|said|at the|from the)|,? (?:du|de la|from|at the)) "
)
_THANKED: Final = compiled(
    r"(?<![a-z])(?:merci|thanks|thank you|thx|congrats|felicitations|bravo|bonjour|hi|hello) $"
)


#: Before a thing, and never before a given name.
_DETERMINED: Final = compiled(
    r"(?<![a-z])(?:the|an|this|your|our|une?|du|des|les|aux?|cet?te?|votre|notre) $"
)
#: Before a thing, where few bear the name: "le divan"; some say "la Ginette".
_ARTICLED: Final = compiled(r"(?<![a-z])l[ae] $")


def _is_signed(page: Page, word: Word) -> bool:
    """Whether the word is all that stands on the last line, or after the last full stop."""
    return word.opens and word.start > 0 and _is_the_end(page, word)


def _is_the_end(page: Page, word: Word) -> bool:
    """Whether nothing but a kiss stands after it."""
    return not page.lower[word.end : word.end + 16].strip(" .!,\n-x")


def _is_bracketed(page: Page, word: Word) -> bool:
    """Whether the word alone stands in brackets, or with what whoever writes is not sure of: "(Tyrone, I believe)"."""
    if page.text[word.start - 1 : word.start] != "(":
        return False
    return (
        page.text[word.end : word.end + 1] == ")"
        or _UNSURE.match(page.lower, word.end, word.end + 24) is not None
    )


_UNSURE: Final = compiled(
    r",? (?:i (?:believe|think|guess)|je (?:crois|pense)|if i|si je|if memory|de memoire|or something|je suis pas)(?![a-z])"
)
