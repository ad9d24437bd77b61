"""The noun phrase that a number of a NAM's form stands behind, or before: "la bonbonne BOUT…", "the washer's number is …".

Words are read by their place: what an article stands before is a noun, and one that names no person, no card and nothing
that is told of a patient has a number of its own.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from recognizers.around import words
from recognizers.cues import CueLine
from recognizers.everyday import is_full_name, is_name
from recognizers.nam_cues import NamCues
from recognizers.nam_heads import heads_things, list_head
from recognizers.nam_nouns import EVENT, NUMBER, PERSONS, WORD, is_listed, is_persons, is_thing
from recognizers.nam_number import FORM
from recognizers.nam_things import OF_A_CARD, STEM, THING_STEMS, is_nobodys
from recognizers.page import Page
from recognizers.patterns import compiled

#: Words before a noun: a definite or indefinite article, and whose it is.
_ARTICLES: Final = words("le la les l un une ce cet cette ces the an this that these")
_WHOSE: Final = words("mon ma mes notre nos votre vos son sa ses leur leurs my our your his her their its")
#: What joins two nouns of a phrase: "police d'assurance", "label on the wheelchair".
_JOINS: Final = words(
    """de du des d of for pour on sur a au aux en par in from by with avec chez at to dans sous under vers
    selon apres avant depuis pendant durant after before since during per via"""
)
#: Of these, those that say whom a number is for.
_AIMS: Final = words("pour for")
#: Of these, those that only a noun stands behind.
_OF: Final = words("de du des d of")
#: What only leads from a noun to its number.
_LEADS: Final = words(
    """est is are sont was etait c'est le la l the porte portant bears bear bearing suivant suivante suivants following dont whose
    has ayant chez vous that qui which marque marked ecrit written like as comme it on dessus"""
)
#: What a paper or a machine does with a number that may be anybody's.
_SAYS: Final = words("dit says lit reads affiche shows indique mentionne")
_BETWEEN: Final = _LEADS | NUMBER | _SAYS
_MARKS: Final = frozenset(',;:()"=|')
#: Whose number is a person's, and pronouns that a verb follows, or what is no noun: "je vous l'écris".
_ONES: Final = words("mon my son his her leur their own propre same meme")
_PRONOUNS: Final = words(
    "je tu il elle nous vous ils elles j i you we they he she it me te se m t s ne n qui"
)
_BREAKS: Final = _PRONOUNS | words(
    "que that et and is est mais but or ou pis puis then si if quand when as comme"
)
#: "The one for the doctor", "la mienne": a card that is not named again.
_NOT_ITS_OWN: Final = words(
    """celle celles celui ceux mienne mien miens miennes sienne sien siens siennes tienne tien mine hers theirs yours one ones
    ca cela ceci"""
)
#: Where the number of a thing is read.
_LABELS: Final = words("etiquette label sticker autocollant plaquette tag collant")
_SENTENCE_END: Final = compiled(r"(?:[!?;]|(?<![ .]no)(?<![ .]num)(?<![ .]ref)\.|[a-z0-9)] - )\s")
#: Numbers of a list before it: "codes : RABA…, RABB…, ".
_LISTED: Final = compiled(rf"(?:{FORM}[ ,;/&]{{1,3}}(?:(?:et|and|ou|or|then|puis) )?){{1,8}}\Z")
_PASSWORD: Final = compiled("mots? de passe(?![a-z])")
_TURN: Final = compiled(r"[.;!?]\s|\n")
_REACH: Final = 110
#: A phrase has so many words.
_LONGEST: Final = 9
#: … and so many that only lead from it to the number.
_MOST_LINKS: Final = 8
#: Behind a number, what calls it a thing's: "… is the washer's number", "…, c'est le code de la médaille".
_CALLED: Final = compiled(
    r"[\"')]{0,2}[,?]? ?(?:non,? ?)?(?:(?:ca )?(?:c'est|est|is|it's|was|that's)|=) (?:just |juste )?"
    r"(?:(?:(?:le|the|votre|your) (?:numero|no|number|code)|celui|that) (?:(?:de |of |on |sur |d'inventaire (?:de |d'))"
    r"(?:(?:la|le|the|votre|your|notre|our|this|cette|ce) |l')?|du |des |d')([a-z-]{3,})"
    r"|(?:la |le |l'|the |our |notre |(?:[a-z-]+ )?[a-z-]+'s )(?:[a-z-]+ )??([a-z-]{3,}) ?(?:(?:number|code|no|#)(?![a-z])"
    r"|(?=[.,;!?)\n]|$|(?:de |du |d'|on |in |at |that |qui |que ))))"
)
#: What the number stands on, whose noun its letters shorten: "BOIT…, qui est sur la boîte", "BOIT… est le code de la boîte".
_STANDS_ON: Final = compiled(
    r"[\"')]{0,2},? (?:(?:qui|that|which) )?(?:est|is|was|etait|figure|apparait|appears)"
    r"(?P<written> (?:imprimee?|printed|inscrite?|ecrite?|written|marquee?|marked))?"
    r"(?P<code> (?:le|the|votre|your|son|its) (?:code|numero|no|number))?"
    r" (?P<where>(?:de|of|sur|on|dans|in|inside) (?:(?:la|le|les|the|this|that|my|your|our|ma|mon|votre|notre|ce|cet|cette) |l')"
    r"|du |au )(?P<noun>[a-z]{4,})"
)
#: There somebody may be as well.
_INSIDE: Final = ("dans ", "in ", "inside ", "au ")
_NUMBER_FORM: Final = compiled(FORM)
_CALLED_REACH: Final = 70
#: Between letters that stand apart, and how far the four of them may reach.
_GAPS: Final = compiled("[^a-z]")
_APART: Final = 12
_FOUR: Final = 4
_INSURANCE: Final = words("assurance assurances insurance")
_NAMES: Final = compiled(r"[A-Z][a-z'-]{1,20} [A-Z][a-z'-]{1,20}")


class _Phrase(NamedTuple):
    """Words that end right before a number, and what leads from them to it."""

    nouns: tuple[str, ...]
    #: Those that an article stands before.
    told: frozenset[str]
    #: An article, and no preposition, begins it.
    definite: bool
    #: Nothing stands before it.
    first: bool
    #: Its last word is a noun by its place: behind an article, or behind "de" and a noun.
    noun_last: bool
    numbered: bool
    marked: bool
    said: bool


def _letters(lower: str, start: int) -> str:
    """The four letters of the number at `start`, be they apart: "t r e m 0412 1925"."""
    together = lower[start : start + _FOUR]
    return together if together.isalpha() else _GAPS.sub("", lower[start : start + _APART])[:_FOUR]


def _begins_own_words(lower: str, start: int) -> int:
    """Where the sentence or line begins in which lower[start:] stands, in reach."""
    first = max(0, start - _REACH)
    ends = [ended.end() for ended in _SENTENCE_END.finditer(lower, first, start)]
    return ends[-1] if ends else max(first, lower.rfind("\n", first, start) + 1)


def says_thing(page: Page, start: int, cues: NamCues, *, grouped: bool) -> bool:
    """Whether the sentence or the list of the number at `start` says that it is a thing's, and announces no NAM.

    A card in the sentence asks for more.
    """
    lower = page.lower
    begin = _begins_own_words(lower, start)
    announced = cues.strong.last_end(begin, start) > 0
    number = _NUMBER_FORM.match(lower, start)
    if number and _stands_on_noun(lower, start, number.end(), announced=announced):
        return True
    if announced:
        return False
    if number and _is_called_things(lower, start, number.end()):
        return True
    if _is_word_on_line(page.text, lower, start):
        return True
    if head := list_head(lower, start):
        own = max(head[0], _begins_own_words(lower, head[1]))
        heralded = cues.strong.last_end(own, head[1]) or cues.weak.last_end(own, head[1])
        row = page.text[start : page.line_end(start, _REACH)]
        return (
            not heralded
            and not _names_somebody(row)
            and heads_things(lower[own : head[1]], _letters(lower, start))
        )
    return _is_of_thing(lower, begin, start, cues, grouped=grouped)


def _speaks_of_card(lower: str, begin: int, start: int, cues: NamCues) -> bool:
    """Whether the sentence that begins at `begin`, and in which the number at `start` stands, speaks of a card."""
    return (
        cues.weak.last_end(begin, start) > 0
        or _is_behind(lower, cues.weak, start)
        or _is_behind(lower, cues.strong, start)
    )


def _is_behind(lower: str, cues: CueLine, start: int) -> bool:
    """Whether one of `cues` stands in the rest of the sentence of the number at `start`."""
    cue = cues.first_after(start)
    return (
        cue is not None
        and cue.start - start <= _CALLED_REACH
        and _TURN.search(lower, start, cue.start) is None
    )


def _is_of_thing(lower: str, begin: int, start: int, cues: NamCues, *, grouped: bool) -> bool:
    """Whether the phrase in lower[begin:start] names a thing whose number lower[start:] is.

    Letters that may be somebody's ask for more: words that say number, or a listed noun of what does not just happen, with an
    article or alone before a mark, and no card that the sentence speaks of, nor figures in groups as on the card (`grouped`).
    """
    left = lower[begin:start]
    if listed := _LISTED.search(left):
        left = left[: listed.start()]
    prefix = _letters(lower, start)
    nobodys = is_nobodys(prefix)
    if nobodys and _speaks_of_thing(left, prefix[:3]) and not _speaks_of_card(lower, begin, start, cues):
        return True
    if (
        not nobodys
        and prefix not in left
        and THING_STEMS.isdisjoint(STEM.findall(left))
        and not _PASSWORD.search(left)
    ):
        return False  # what `_names_thing` asks for is not there
    phrase = _read(left)
    if phrase is None or not _names_thing(phrase, prefix):
        return False
    if phrase.said:
        return not _LABELS.isdisjoint(phrase.nouns) or phrase.nouns[0].startswith(prefix)
    if phrase.numbered:
        return True
    if _speaks_of_card(lower, begin, start, cues):
        return False
    if phrase.noun_last and nobodys:
        return True
    alone = phrase.definite or (phrase.marked and phrase.first and not grouped)
    return alone and is_listed(phrase.nouns[0]) and not EVENT.match(phrase.nouns[0])


def _speaks_of_thing(left: str, letters: str) -> bool:
    """Whether the words before a number that begins with `letters` name a thing that is listed, and nobody whose it may be.

    "What she's missing is the top line of the lease, so: UNIT…".
    """
    named = WORD.findall(left)
    return any(map(is_listed, named)) and not any(
        word in PERSONS or (word.startswith(letters) and is_name(word)) for word in named
    )


def _stands_on_noun(lower: str, start: int, end: int, *, announced: bool) -> bool:
    """Whether the words behind the number lower[start:end] say that it is on a thing whose noun its letters shorten.

    Somebody may be in there, "CHAR… est dans le chariot", and a card on it: what is `announced` must be said to be a code.
    """
    found = _STANDS_ON.match(lower, end)
    if found is None or not found["noun"].startswith(lower[start : start + 4]):
        return False
    if not found["code"] and (announced or (not found["written"] and found["where"].startswith(_INSIDE))):
        return False
    return is_thing(found["noun"], told=True)


def _is_called_things(lower: str, start: int, end: int) -> bool:
    """Whether the words behind the number lower[start:end] say that it is a thing's."""
    found = _CALLED.match(lower, end, end + _CALLED_REACH)
    if found is None:
        return False
    noun, letters = found[1] or found[2], lower[start : start + 4]
    shortened = noun.startswith(letters) and not is_name(noun)
    return shortened or (
        is_thing(noun, told=True) and (is_listed(noun) or noun.startswith(letters) or is_nobodys(letters))
    )


def _names_somebody(row: str) -> bool:
    """Whether two words with capitals that are names stand on a row: "CARJ06031395 Jacques Caron"."""
    return any(is_full_name(found[0]) for found in _NAMES.finditer(row))


def _is_word_on_line(text: str, lower: str, start: int) -> bool:
    """Whether the four letters at `start` are, in small letters, a thing's word on their line: "BEAM 0304 2728, steel beam"."""
    letters, first = lower[start : start + 4], max(0, start - _REACH)
    if not text[start : start + 4].isupper() or text.find(letters, first, start + _REACH) < 0:
        return False
    begin = max(first, lower.rfind("\n", first, start) + 1)
    end = lower.find("\n", start, start + _REACH)
    line = text[begin : end if end >= 0 else start + _REACH]
    return (
        letters in line
        and re.search(rf"(?<![A-Za-z'-]){letters}(?![A-Za-z'-])", line) is not None
        and is_thing(letters, told=False)
    )


def _read(left: str) -> _Phrase | None:
    """The phrase that ends where `left` does; None where it is none, or somebody's own number: "my number", "le mien"."""
    found = WORD.findall(_PASSWORD.sub("password", left).replace("'s ", " "))[-_LONGEST - _MOST_LINKS :]
    numbered = marked = said = False
    while found and (found[-1] in _BETWEEN or not found[-1][0].isalpha()):
        word = found.pop()
        if word in NUMBER and found and (found[-1] in _ONES or found[-1] in _ARTICLES):
            return None  # "my number is", "au point 3, le numéro :"
        numbered |= word in NUMBER
        said |= word in _SAYS
        marked |= word in _MARKS
        if word == "," and not numbered:
            return None
    nouns: list[str] = []
    told: set[str] = set()
    definite = noun_last = joined = False
    aims = 0
    while found and len(nouns) < _LONGEST:
        word = found.pop()
        before = found[-1] if found else ""
        if word in NUMBER:
            if before in _ONES:
                return None
            if nouns and not joined:
                nouns.clear()
            elif len(nouns) > aims:
                del nouns[:aims]
            numbered = True
        elif word in _ARTICLES or word in _WHOSE:
            # "je vous l'écris", "the number the agent asked for", "Patricia L'Heureux"
            if before in _PRONOUNS or before in NUMBER or is_name(before):
                return None
            if nouns:
                told.add(nouns[-1])
                noun_last |= len(nouns) == 1
            if before not in _JOINS:
                definite = word in _ARTICLES
                break
        elif not word[0].isalpha() or word in _BREAKS:
            break
        elif word in _JOINS:
            aims = len(nouns) if word in _AIMS else aims
            noun_last |= len(nouns) == 1 and word in _OF
        else:
            nouns.append(word)
            noun_last |= len(nouns) == 1 and not (before and before[0].isalpha())
        joined = word in _JOINS or (word in _ARTICLES and before in _JOINS)
    nouns.reverse()
    if not nouns or not _NOT_ITS_OWN.isdisjoint(nouns):
        return None
    return _Phrase(tuple(nouns), frozenset(told), definite, not found, noun_last, numbered, marked, said)


def _names_thing(phrase: _Phrase, prefix: str) -> bool:
    """Whether the words of a phrase name a thing, and nobody, no card and no patient.

    Before letters that may be somebody's, only one of the nouns that are listed does, or that begins with them.
    """
    parts = [
        (part, word in phrase.told) for word in phrase.nouns for part in word.split("-") if len(part) > 1
    ]
    if any(is_persons(part, prefix[:3], told=told) for part, told in parts):
        return False
    if phrase.numbered and any(part == prefix for part, _ in parts):
        return True
    insured = is_listed(phrase.nouns[0])  # "police d'assurance"
    medical = any(
        part in OF_A_CARD and part not in _LABELS and not (insured and part in _INSURANCE)
        for part, _ in parts
    )
    if medical and not (phrase.numbered and is_nobodys(prefix)):
        return False
    nobodys = is_nobodys(prefix)
    return any(
        is_thing(part, told=told) and (nobodys or is_listed(part) or part.startswith(prefix))
        for part, told in parts
    )
