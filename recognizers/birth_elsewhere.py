"""Dates that nothing names, in a text that speaks of a birth date elsewhere: "My DOB is wrong. For the last time: 1964-07-09"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_candidate import candidate
from recognizers.birth_nouns import is_of_a_noun
from recognizers.birth_rows import tells_other
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.cues import Cue
from recognizers.dates import WrittenDate, dates_in
from recognizers.everyday import is_name
from recognizers.glance import straighten
from recognizers.month_forms import MONTH
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_other_labels import OTHER_NUMBER
from recognizers.spans import any_in
from recognizers.told import CELLS, GIVING, POINTING, STOPS, says_nothing

#: A younger date may be that of a letter, a call, an appointment.
_SINCE: Final = timedelta(days=2 * 365)
_FIGURES: Final = compiled("[0-9]")
_WORD: Final = compiled("[a-z]+")
_MONTH: Final = compiled(rf"(?:{MONTH}|er|st|nd|rd|th|of|de|h)")
#: What may also be said of a date; the day on which somebody wrote or gave something is told with "le" and "on".
_OF_DATES: Final = frozenset(
    """petit petite aine ainee cadet cadette grand grande date jour day mois month annee year nee ne born lire read corrigez
    correct mettez put""".split()
)
_DOING: Final = GIVING | frozenset("voir voit vois see go goes come comes get".split())
_ON_A_DAY: Final = compiled(r"(?<![a-z])(?:le|on)(?: the)? $")
#: "Le 3 mai, j'ai écrit": who does it.
_DOES: Final = compiled(r"[ ,]{1,3}(?:j'|je |i |on |nous |we |il |elle |he |she |vous |you )")
#: Since when or until when something is so, of what the day is; the last time of something.
_SINCE_THEN: Final = compiled(
    r"(?<![a-z])(?:(?:depuis|since|avant|before|jusqu'au|until)(?: le| the)?|(?:est|is) (?:du|from|dated)"
    r"|(?:last|first|next|derniere|premiere|prochaine) (?:time|fois) (?:was|is|etait|est)(?: le| on)?) $"
)
#: What gives the right date for a wrong one, however young.
_CORRECTS: Final = compiled(
    r"(?<![a-z])(?:(?:(?:la|le) (?:bon(?:ne)?|vraie?)|right one|correct one)(?:,? (?:c'est|est|serait|is|it's)| ?[:,])"
    r"|changed? (?:it )?to|remplace[rz]?-l[ae] par|replace it (?:with|by)|should be|aurait fallu mettre|je l'ai repris)[ :]{1,3}"
    r"(?:(?:le|the) )?$"
)
#: The header of a message, of a letter, of a quotation.
_HEADER: Final = compiled(r"(?:^|\n)[ >]*date ?:|(?:a ecrit|wrote)[ :]*$")
_ENDS: Final = (".", "!", "?")
_SURE: Final = 0.5
_BEFORE: Final = 160
_AFTER: Final = 400
#: A name begins its sentence, or what is said after a colon, on a line.
_BEGINS: Final = compiled(r"[.!?:;\n*-]\s{0,3}(?:[A-Z][A-Za-z'-]{1,20} ?){2,4}[,(:/]? ?$")
_NAMES: Final = 60
#: "I gave it to Luc. It was 3 May, at the counter".
_WAS: Final = compiled(r"(?<![a-z])(?:c'etait|it was|that was) (?:(?:le|on|the) ){0,2}$")
_GAVE: Final = compiled(
    r"(?<![a-z])(?:gave|sent|handed|mailed|provided|donnee?|envoyee?|remise?|transmise?|fournie?)(?![a-z])"
)
#: Right before a date, too little to say that the date is given.
_NO_TELLING: Final = frozenset("le la on the".split())
#: The paper that a date is read from, not of: "according to his passport", "son passeport dit".
_PAPERS: Final = (
    r"(?:passe?port|permis(?: de conduire)?|driver's licen[cs]e|licen[cs]e|birth certificate"
    r"|certificat(?: de naissance)?|certificate|baptistaire|registre|register|papiers?|carte|papers?|card)(?![a-z])"
)
_THEIR: Final = r"(?:(?:le|la|mon|ma|son|sa|leur|votre|the|my|his|her|their|your) |l')"
_ON_PAPER: Final = compiled(
    rf"(?<![a-z])(?:(?:pris|prise|tire|tiree|taken) (?:de|from|sur|on)|sur|on|selon|d'apres|per|according to) {_THEIR}{_PAPERS}"
    rf"|(?<![a-z]){_THEIR}{_PAPERS}(?= (?:dit|indique|porte|donne|says|shows|reads|gives)(?![a-z]))"
)
_OF_PAPER: Final = compiled(rf"(?<![a-z])(?:{_PAPERS}|in the order|dans l'ordre)")
#: A noun by its article; and those in whose sentence a date may be given, with people.
_NOUN: Final = compiled(
    r"(?<![a-z])(?:(?:the|my|his|her|our|your|their|le|la|les|une?|mon|ma|mes|son|sa|ses|notre|votre|leur|du|des|au|aux) "
    r"|[ld]')(?:[a-z]+ (?=[a-z]{3,} ?(?:,|:|is|est|was)))?([a-z]{3,})"
)
_GIVEN_WITH: Final = frozenset(
    """certificat certificate passeport passport permis licence license carte card baptistaire papier paper papiers papers acte
    dossier file form formulaire box champ ligne line registre register portail portal site order ordre employe employee patient
    patiente client cliente tenant locataire travailleur worker paroisse parish hopital hospital notaire notary person
    personne""".split()
)
#: Between clauses.
_CLAUSE: Final = compiled(
    r"[,;:](?= [a-z])|(?<![a-z])(?:mais|but|and|so|donc|car|because|before|avant que|qui|which|although|meme si)(?![a-z])"
)
#: So near a label its own date begins.
_NEAR: Final = 100
_LONGEST: Final = 180
_WHEN: Final = compiled(
    r"(?<![a-z])(?:when|quand|(?:what|which) (?:day|date|year)|(?:le|quel) jour ou)(?![a-z])[^.?!,;:0-9]{1,40}$"
)
#: Right before "birth": somebody's.
_WHOSE: Final = compiled(r"(?<![a-z])(?:my|his|her|our|their|ma|sa|leur|notre|[a-z]{2,14}'s) $")
_OWNED: Final = 20
_ENDED: Final = compiled(" ?[.?!,;]")
#: Around a label, in its sentence: nobody asks for its date, or somebody signs for it.
_SETTLED: Final = compiled(
    r"(?<![a-z])(?:not (?:asked|needed|required|necessary)|(?:do not|don't) (?:ask|need)|aucune date"
    r"|pas (?:besoin|requise?|necessaire|demandee?)|ne demand(?:ons|ez) pas|(?:i|we|hereby) (?:certify|attest)"
    r"|(?:j'|je |nous )(?:atteste|certifie|attestons|certifions))(?![a-z])"
)
_MOST_WORDS: Final = 12
#: Where a sentence has more words, or others, so many right before its dates and after them say nothing else.
_NEAREST: Final = 4
_NEXT: Final = 3
_MOST_DATES: Final = 2
#: So many sentences with figures are read for one cue.
_OTHERS: Final = 6


def spoken_of(page: Page, flat: str, cues: Iterable[Cue], found: list[Candidate]) -> Iterator[Candidate]:
    """The dates of sentences near a label without a date that do nothing but give one or two, none of them one of `found`.

    Linear: so many sentences within a fixed reach of each cue, and none twice.
    """
    taken = sorted([one.start for one in found if one.score >= _SURE])
    unanswered = [
        cue
        for cue in cues
        if not any_in(taken, cue.start - _NEAR, cue.end + _NEAR)
        and (
            cue.kind == "label"
            or (cue.kind in ("verb", "ending") and _is_asked_when(page, cue))
            or (cue.kind == "birth" and _WHOSE.search(page.flat, max(0, cue.start - _OWNED), cue.start))
        )
        and not _is_settled(page, cue)
    ]
    if not unanswered:
        return
    yield from _beside_names(page, found, unanswered)
    read = 0
    for cue in unanswered:
        if cue.end <= read:
            continue
        last = min(len(flat), cue.end + _AFTER)
        for start, end, before in _sentences(page, max(read, cue.start - _BEFORE), last):
            if not start <= cue.start < end and not any_in(taken, start, end):
                for written in _given(page, flat, start, end, before, asked=cue.start >= start - len(before)):
                    yield candidate(start, written, 0.6, ("pattern", "cue:elsewhere"))
        read = last


def _is_asked_when(page: Page, cue: Cue) -> bool:
    """Whether a clause ends at the verb, which says when somebody is born without a date: "… when my son was born."."""
    return (
        _WHEN.search(page.flat, max(0, cue.start - _NAMES), cue.end) is not None
        and _ENDED.match(page.lower, cue.end) is not None
    )


def _is_settled(page: Page, cue: Cue) -> bool:
    before = STOPS.split(page.lower[max(0, cue.start - _BEFORE) : cue.start])[-1]
    after = STOPS.split(page.lower[cue.end : cue.end + _NEAR])[0]
    return _SETTLED.search(f"{before} {after}") is not None


def _beside_names(page: Page, found: list[Candidate], unanswered: list[Cue]) -> Iterator[Candidate]:
    """The dates right behind somebody's name soon after a label: "… their dates of birth. Luc Roy, 1985-04-12"."""
    ends = [cue.end for cue in unanswered]
    for one in found:
        if one.score >= _SURE or "layout:name" not in one.evidence:
            continue
        first = max(0, one.start - _NAMES)
        begins = _BEGINS.search(page.text[first : one.start]) is not None and not tells_other(
            page.lower[first : one.start]
        )
        if begins and any_in(ends, one.start - _AFTER, one.start):
            yield one.weighed(0.6, "cue:elsewhere")


def _sentences(page: Page, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """The whole sentences with figures in lower[first:last], each with the one before it: its stop is kept."""
    others = 0
    start, before = first, ""
    for stop in [*STOPS.finditer(page.lower, first, last), None]:
        end = stop.end() if stop else last
        whole = (start > first or first == 0) and (stop is not None or last == len(page.lower))
        if whole and end - start <= _LONGEST and _FIGURES.search(page.lower, start, end):
            yield start, end, before
            others += 1
            if others == _OTHERS:
                return
        start, before = end, page.lower[start:end]


def _given(page: Page, flat: str, start: int, end: int, before: str, *, asked: bool) -> list[WrittenDate]:
    """The dates of lower[start:end], where that says nothing else.

    Nor is `before`, the sentence before it, its title, or tells of what the day is: "I gave it to Luc. It was 3 May". It may
    be the one that `asked` for the date.
    """
    if CELLS.search(page.lower, start, end):
        return []
    dates = [one for one in dates_in(page.today, straighten(flat[start:end])) if one.days]
    rest = flat[start:end]
    if not dates or _HEADER.search(rest):
        return []
    said = [*_words(rest[: dates[0].start]), *_words(rest[dates[0].end :])]
    if (not _says_nothing(said) or len(said) > _MOST_WORDS) and not _is_told(rest, dates):
        return []
    for one in reversed(dates):
        rest = rest[: one.start] + rest[one.end :]
    if not 0 < len(dates) <= _MOST_DATES or _FIGURES.search(rest):
        return []
    lead = flat[start : start + dates[0].start]
    if is_of_a_noun(lead, turned=False):
        return []
    if not _CORRECTS.search(lead) and any(page.today - day <= _SINCE for one in dates for day in one.days):
        return []
    tail = flat[start + dates[-1].end : end]
    if _ON_A_DAY.search(lead) and not _DOING.isdisjoint(_words(lead + tail if _DOES.match(tail) else lead)):
        return []
    if _SINCE_THEN.search(lead) or (
        _WAS.search(lead) and (_GAVE.search(before) or (not asked and OTHER_EVENT.search(before)))
    ):
        return []
    if start == 0 and not said:  # the day of a letter
        return []
    line = before.rstrip(" \n>").rpartition("\n")[2]
    if POINTING.issuperset(said) and (OTHER_EVENT.search(line) or OTHER_NUMBER.search(line)):
        return []
    is_title = not said and line and not line.endswith(_ENDS) and not _says_nothing(_WORD.findall(line))
    return [] if is_title else dates


def _is_told(sentence: str, dates: list[WrittenDate]) -> bool:
    """Whether what stands next to the dates only gives them, and nothing else in their sentence is spoken of."""
    lead = _ON_PAPER.sub(" ", sentence[: dates[0].start])
    inner = sentence[dates[0].end : dates[-1].start]
    tail = _CLAUSE.split(_ON_PAPER.sub(" ", sentence[dates[-1].end :]))[0]
    said = _OF_PAPER.sub(" ", f"{lead} {tail}")
    if OTHER_EVENT.search(said) or OTHER_NUMBER.search(said) or _speaks_of_things(lead):
        return False
    told = _words(_CLAUSE.split(lead)[-1])
    if _NO_TELLING.issuperset(told):
        told = _words(lead)
    return (
        any(word not in _NO_TELLING and not is_name(word) for word in told)
        and _says_nothing(told[-_NEAREST:])
        and _says_nothing(_words(inner))
        and _says_nothing(_words(tail)[:_NEXT])
    )


def _speaks_of_things(lead: str) -> bool:
    """Whether a noun before the dates, by its article, is none of those in whose words a date is given."""
    return any(noun not in _GIVEN_WITH and not _says_nothing([noun]) for noun in _NOUN.findall(lead))


def _words(said: str) -> list[str]:
    """The words of `said` that are no month's."""
    return [word for word in _WORD.findall(_ON_PAPER.sub(" ", said)) if not _MONTH.fullmatch(word)]


def _says_nothing(said: list[str]) -> bool:
    return says_nothing([word for word in said if word not in _OF_DATES], len(said))
