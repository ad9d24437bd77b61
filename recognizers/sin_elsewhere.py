"""Numbers that nothing names, in a text that speaks of SINs elsewhere: "My SIN is wrong. For the last time: 130 692 544"."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Set
from typing import Final

from recognizers.cues import Cue
from recognizers.glance import Answered
from recognizers.nine_digits import NineDigits, nine_digits
from recognizers.number_forms import AS_DIGIT
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_bare import is_counted, is_said_after
from recognizers.sin_cues import NO_LABEL, is_another_thing, is_cue
from recognizers.sin_number import OTHER_NUMBER, is_called_after, is_given_as, is_other, judge
from recognizers.told import CELLS, POINTING, STOPS, says_nothing

#: Threes in a row, with one kind of mark between them, at most one of the gaps at a line's end; letters for some figures.
#: Or figures one by one.
_THREE: Final = "[0-9oil]{3}"
_WRAP: Final = r"[ .-]?\r?\n[> ]{0,6}"
_NINE: Final = compiled(
    rf"(?<![0-9a-z])(?<![0-9][-.,/])(?=[1-79il])(?:{_THREE}([- .]?){_THREE}\1{_THREE}(?![0-9a-z])(?![-./,:] ?[0-9])"
    rf"|(?<![0-9] ){_THREE}(?:[- .]{_THREE}{_WRAP}|{_WRAP}{_THREE}[- .]){_THREE}(?![0-9a-z])(?![-./,:]? ?[0-9])"
    r"|(?<![0-9] )[1-79](?: [0-9]){8}(?![0-9a-z])(?![-./,:]? ?[0-9]))"
)
_MARKS: Final = compiled("[^0-9a-z]+")
_MOST_CHANGED: Final = 3
#: So many letters that stand for figures may begin a number, before its first figure.
_LETTERS: Final = 2
_LABEL: Final = compiled(r"(?<![a-z])(?:nas|sin|ssn|social)(?![a-z])")
#: A noun right before a number.
_NOUN: Final = compiled(
    r"(?:(?<![a-z])(?:the|an?|my|your|our|his|her|their|this|le|la|une?|mon|ma|votre|notre|son|sa|ce|cette|cet|du|des) |[ld]')"
    r"([a-z]+) $|(?<![a-z])(forms?|formulaires?|pages?|lines?|lignes?) $"
)
#: A sentence that begins by giving what was spoken of.
_GIVES: Final = compiled(
    r"[ >]*(?:(?:bon|so|donc|alors|well|ok),? )?(?:(?:le |la )?(?:re)?(?:voici|voila)|here (?:it is|you go))(?![a-z])"
)
#: Right behind a number: its sentence ends.
_STOPS_AT_ONCE: Final = compiled(r"[.](?:\s|$)")
#: Dates and other short numbers, not a label's.
_DATES: Final = compiled(
    r"(?<![0-9])(?:(?:19|20)[0-9]{2}[-./ ][0-9]{1,2}[-./ ])?[0-9]{1,2}(?![0-9])|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
)
#: Right behind a label: its own number.
_HAS_VALUE: Final = compiled("[ :#=(]{0,4}[0-9]")
_WORD: Final = compiled("[a-z]+")
_FIGURE: Final = compiled("[0-9]")
#: The paragraph after the number, which says what it is.
_SAID_NEXT: Final = compiled(r"[.!]?\s{2,6}(?=(?:c'est|ce sont|that's|that is|this is|it's) )")
_ENDS: Final = (".", "!", "?")
#: Where numbers are kept, how they are told, or another of two that were spoken of: no label.
_WHERE: Final = compiled(
    r"(?<![a-z])(?:(?:over|by|on) the phone|by phone|(?:au|par) telephone)(?! ?[:#=0-9])(?![a-z])|(?<![a-z])(?:l'autre"
    r"|the other) (?:affaire|chose|question|thing|matter)(?![a-z])|(?<![a-z])(?:on|in|au|aux|dans) (?:(?:your|my|the|our"
    r"|votre|vos|mon|mes|le|les|nos|notre) )?"
    r"(?:files?|dossiers?|comptes?|accounts?)"
    r"(?![a-z])(?! ?[:#=0-9])"
)
#: Right before a number: somebody gave it to somebody, has it, reads or writes it …
_GIVEN: Final = compiled(
    r"(?<![a-z])(?:(?:gave|given|sent|told|issued|assigned|handed|texted|e?mailed|read) (?:me|him|her|us|them|you)"
    r"|(?:i|we|he|she|they|you) (?:(?:now|just|can|have|had|only|still|also|should|must|will|would) ){0,2}"
    r"(?:read|see|have|had|got|gave|wrote|put|typed|entered|found|copied)|(?:was|been|am|were) (?:given|issued|assigned|told)"
    r"|(?:je|on|il|elle|nous|vous|[jmtl]') ?(?:(?:l'|ai|a|as|avons|avez|ont|avait|avais|me|lui|leur|nous|bien|plutot) ?){0,3}"
    r"(?:lis|lit|vois|voit|donne|remis|envoye|transmis|attribue|emis|ecrit|inscrit|note|trouve|copie|tape|entre|dit|dicte|mis))"
    r"(?: (?:le|the|ceci|this|as|comme|now|maintenant))?[ :]{1,3}$"
    r"|(?:^|[.!?] )(?:(?:re)?(?:lisez|verifiez|regardez)|voyez|(?:please )?(?:re-?)?(?:check|read|see|look at)(?: again)?)"
    r" (?:ma|mon|la|le|my|the) (?:carte|papiers?|feuillet|talon|card|papers?|slip|stub) ?: $"
)
#: … or it, of which the sentence before speaks: "je l'ai retrouvé dans mes papiers : …"; …
_GIVEN_IT: Final = compiled(
    r"(?<![a-z])(?:l'(?:ai|a|as|avons|avez|ont|avais|avait) (?:enfin |finalement |bien )?"
    r"(?:re)?(?:trouve|note|ecrit|copie|recu|texte|donne|envoye|transmis|dicte|inscrit|tape)"
    r"|(?:found|wrote|texted|sent|gave|noted|dictated|copied|got|have)(?: (?:me|us))? it)(?![a-z])[a-z' ]{0,40}[:,] $"
)
#: … on a paper, which has no number then; …
_PAPER: Final = compiled(
    r"(?<![a-z])(?:on|in|sur|dans) (?:the|my|his|her|our|this|la|le|ma|mon|sa|son|cette|notre|votre|your) "
    r"(?:(?:confirmation|pay|tax) )?(?:letters?|lettres?(?: de confirmation)?|papers?|papiers?|documents?|slips?|feuillets?"
    r"|stubs?|talons?(?: de paie)?|certificates?|certificats?|fiches? de (?:paie|paye)|photocop(?:y|ie))(?![a-z])"
)
#: … or a sentence that began otherwise points to it.
_POINTED: Final = compiled(
    r"[a-z][,;:-] (?:(?:that|this|it|here it) (?:is|was)|(?:le |la )?voici|that's|it's|c'est|c'etait"
    r"|il s'agit d[eu])(?: (?:le|the))?[ :]{1,3}$"
)
#: After a number: it is none, says its sentence.
_DENIED: Final = compiled(
    r"[^.!?\n0-9]{0,60}(?<![a-z])(?:not|pas|et non) (?:(?:your|my|the|a|le|mon|votre|un|son) )?(?:nas|sin|social)(?![a-z])"
)
_REFUSES: Final = compiled(
    r"(?<![a-z])(?:never|jamais|confidenti[ae]l(?:le)?|(?:do not|don't|will not|won't|cannot|can't) (?:need|send|give|write"
    r"|share)|don't have a"
    r"|(?:ai|a|avons) pas de|(?:enverrai|donnerai|veux|vais) pas|not (?:needed|required|necessary)"
    r"|(?:sera|will be) (?:aussi |also )?(?:demandee?|requise?|asked|required|needed)|pas (?:besoin|requise?|necessaire"
    r"|demande)|non requise?|suivr(?:a|ont)|will follow|to follow|a venir"
    r"|ne (?:donnez|envoyez|fournissez|mettez|transmettez|demandons) pas)(?![a-z])"
)
#: After a number: something else is said.
_CLAUSE: Final = compiled(
    r",? (?:so|and|but|then|please|kindly|can you|donc|et|mais|alors|car|merci|thanks|svp|pouvez-vous|veuillez)(?![a-z])"
)
#: So near before a number a label of another stands.
_NEAR: Final = 40
#: So many words right before a number must say nothing of what it is; in the sentence of a label, fewer.
_NEAREST: Final = 4
#: What says what the number is, of its subject; of a pronoun, what was spoken of.
_COPULAS: Final = frozenset(
    """is are was were be est sont etait soit s c say says read reads show shows dit indique porte affiche in fact no num
    numero number bien soit""".split()
)
_PRONOUNS: Final = [[word] for word in "it that this which c ce cela il elle celui lui qui".split()]
_JOINING: Final = frozenset("le la les the du de d l un a an by par as comme with avec to".split())
#: Telephone numbers.
_CALLS: Final = frozenset(
    """call called calling calls dial dialled text texted fax faxed ring rang phone reach appeler appelez appelle appele rappeler
    rappelez compose composer composez joindre rejoindre""".split()
)
#: From a number to a label: the number is for it, "… pour le NAS".
_ASIDE: Final = compiled(
    r"(?<![a-z])(?:pour|(?<!one )for|about|concernant|au sujet du)(?: (?:le|the|mon|my|un|an?|son|his|her))? $"
)
#: Between the label and a number: there is none.
_MISSING: Final = compiled(r"(?<![a-z])(?:missing|manquante?|manque|absente?|unknown|inconnue?)(?![a-z])")
_BEFORE: Final = 160
_AFTER: Final = 80


def spoken_of(
    page: Page, spots: Iterable[Answered], cues: Iterable[Cue], named: Set[int]
) -> Iterator[Candidate]:
    """Right numbers by threes, or together, whose sentence names nothing else; `spots` may hold nine figures.

    None of those that begin where a number was `named`; none where each of the `cues`, labels or not, is in a sentence that
    wants no SIN, or is about other things of that name. Linear: a fixed reach around each number.
    """
    wanted = None
    for start, end, _ in spots:
        for found in _NINE.finditer(page.lower, max(0, start - _LETTERS), end + 1):
            written = _MARKS.sub("", found[0])
            changed = sum(map(str.isalpha, written))
            nine = nine_digits(*found.span(), written.translate(AS_DIGIT), changed)
            if not nine.checked or changed > _MOST_CHANGED or nine.start in named:
                continue
            if _is_named(page, nine) and not _is_beside_label(page, nine, cues):
                continue
            if wanted is None:
                wanted = any(_is_wanted(page, cue) for cue in cues)
            if wanted:
                # A letter or three for figures: just enough, the check digit holds.
                yield from judge(page, nine, 0.5 + 0.05 * max(changed, 1), "cue:elsewhere")


def _is_beside_label(page: Page, nine: NineDigits, cues: Iterable[Cue]) -> bool:
    """Whether the number's own sentence has a label without a number, and the words next to the number name no other."""
    if (
        is_said_after(page, nine)
        or is_counted(page, nine)
        or is_given_as(page, nine)
        or _DENIED.match(page.flat, nine.end)
    ):
        return False
    first = max(0, nine.start - _BEFORE)
    stops = list(STOPS.finditer(page.lower, first, nine.start))
    start = stops[-1].end() if stops else first
    stop = _STOPS_AT_ONCE.match(page.lower, nine.end) or STOPS.search(
        page.lower, nine.end, nine.end + _BEFORE
    )
    end = stop.start() if stop else min(len(page.lower), nine.end + _BEFORE)
    before = _flat(_sentence(page, start, nine.start))
    if (
        CELLS.search(page.lower, start, end)
        or OTHER_NUMBER.search(_PAPER.sub(" ", before[-_NEAR:]))
        or ((noun := _NOUN.search(before)) and not says_nothing([noun[1] or noun[2]]))
    ):
        return False
    told = _GIVES.match(before) is not None or _tells(_WORD.findall(_FIGURE.split(before)[-1]))
    earlier = stops[-2].end() if len(stops) > 1 else first
    return any(
        (earlier if told else nine.end) <= cue.start < end and _is_free(page, nine, cue) for cue in cues
    )


def _tells(lead: list[str]) -> bool:
    """Whether the words right before a number may give what was spoken of: the last says nothing of what it is."""
    lead = lead[: max((place for place, word in enumerate(lead, 1) if word not in _JOINING), default=0)]
    if not lead or not says_nothing(lead, 1) or not _CALLS.isdisjoint(lead[-_NEAREST:]):
        return False
    return lead[-1] not in _COPULAS or lead[-2:-1] in _PRONOUNS or says_nothing(lead, _NEAREST)


def _is_free(page: Page, nine: NineDigits, cue: Cue) -> bool:
    """Whether no other number is the label's, which is wanted, and nothing after the number calls that something else."""
    ends = sorted((cue.start, cue.end, nine.start, nine.end))
    between = page.lower[ends[1] : ends[2]]
    return (
        is_cue(page.flat, page.text, cue)
        and _is_wanted(page, cue)
        and not _FIGURE.search(_DATES.sub(" ", between))
        and not _MISSING.search(between)
        and not (
            cue.start > nine.end and (_ASIDE.search(between) or OTHER_NUMBER.search(_PAPER.sub(" ", between)))
        )
        and "___" not in between
        and not _HAS_VALUE.match(page.lower, cue.end)
        and not (cue.start > nine.end and is_called_after(page, cue))
        and not is_other(page, nine, cue.start if cue.start > nine.start else sys.maxsize, nine.start)
    )


def _is_wanted(page: Page, cue: Cue) -> bool:
    before = STOPS.split(page.lower[max(0, cue.start - _BEFORE) : cue.start])[-1]
    after = STOPS.split(page.lower[cue.end : cue.end + _AFTER])[0]
    return (
        not _REFUSES.search(before + after)
        and not NO_LABEL.search(before)
        and not NO_LABEL.search(after)
        and not is_another_thing(page.flat, cue)
    )


def _is_named(page: Page, nine: NineDigits) -> bool:
    """Whether it is a cell's, or words of the number's sentence say what it is, or of the one that it points to."""
    clause = _CLAUSE.match(page.flat, nine.end)
    last = clause.start() if clause else sys.maxsize
    if is_other(page, nine, last, nine.start) or is_said_after(page, nine) or is_counted(page, nine):
        return True
    first = max(0, nine.start - _BEFORE)
    stops = list(STOPS.finditer(page.lower, first, nine.start))
    before = _sentence(page, stops[-1].end() if stops else first, nine.start)
    lead = _FIGURE.split(_flat(before))[-1]
    if (given := _GIVEN.search(lead) or _GIVEN_IT.search(lead)) or _POINTED.search(lead):
        named = OTHER_NUMBER.search(_PAPER.sub(" ", lead) if given else lead)
        return named is not None or is_given_as(page, nine) or _DENIED.match(page.flat, nine.end) is not None
    after = page.lower[nine.end : nine.end + _AFTER]
    said_next = _SAID_NEXT.match(after)
    after = STOPS.split(after[said_next.end() if said_next else 0 :])[0].partition("\n")[0]
    if CELLS.search(before.rpartition("\n")[2] + after) or OTHER_NUMBER.search(
        _flat(f"{before[-_NEAR:]} 0 {after}")
    ):
        return True
    said = _WORD.findall(before)
    if stops and POINTING.issuperset(said):
        earlier = _sentence(page, stops[-2].end() if len(stops) > 1 else first, stops[-1].start())
        if _LABEL.search(earlier):
            return False
        if OTHER_NUMBER.search(_flat(earlier)):
            return True
        # A title ends in no full stop.
        if not said and not stops[-1][0].strip() and not earlier.endswith(_ENDS):
            said = _WORD.findall(earlier)
    return not says_nothing(said, _NEAREST)


def _sentence(page: Page, start: int, end: int) -> str:
    """lower[start:end] without where numbers are kept; what follows at once may make that a label: "my file 130 692 544"."""
    return _WHERE.sub(" ", page.lower[start : end + 1])[:-1]


def _flat(sentence: str) -> str:
    return sentence.replace("\n", " ")
