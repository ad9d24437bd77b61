"""Numbers in the sentence of a label that has none, or in the next one: "She knew her SIN by heart and recited 130 692 544"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Final

from recognizers.cues import Cue
from recognizers.nine_digits import NineDigits
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.sin_bare import is_counted, is_said_after
from recognizers.sin_cues import NO_LABEL, is_another_thing, is_cue
from recognizers.sin_denied import is_denied, is_left_empty
from recognizers.sin_other_labels import OTHER_NUMBER, SINS
from recognizers.sin_other_numbers import is_other
from recognizers.sin_words_after import is_called_after, is_given_as
from recognizers.told import CELLS, POINTING, REGRETTE, REGRETTED, STOPS, says_nothing

_WORD: Final = compiled("[a-z]+")
_FIGURE: Final = compiled("[0-9]")
#: Where numbers are kept, how they are told, or another of two that were spoken of: no label.
_WHERE: Final = compiled(
    r"(?<![a-z])(?:(?:over|by|on) the phone|by phone|(?:au|par) telephone)(?! ?[:#=0-9])(?![a-z])"
    r"|(?<![a-z])(?:l'autre|the other) (?:affaire|chose|question|thing|matter)(?![a-z])"
    r"|(?<![a-z])(?:permit|payroll|tax|claims?|account|bank|client|customer|case|file) (?:officer|agent|clerk|firm|company|office"
    r"|department|lady|manager|worker|service)s?(?![a-z])"
    r"|(?<![a-z])(?:on|in|au|aux|dans) (?:(?:your|my|the|our|votre|vos|mon|mes|le|les|nos|notre) )?"
    r"(?:files?|dossiers?|comptes?|accounts?)(?![a-z])(?! ?[:#=0-9])"
)
#: On a paper, which has no number then.
PAPER: Final = compiled(
    r"(?<![a-z])(?:on|in|sur|dans) (?:the|my|his|her|our|this|la|le|ma|mon|sa|son|cette|notre|votre|your) "
    r"(?:(?:confirmation|pay|tax) )?(?:letters?|lettres?(?: de confirmation)?|papers?|papiers?|documents?|slips?|feuillets?"
    r"|stubs?|talons?(?: de paie)?|confirmations?(?: de)?|certificates?|certificats?|fiches? de (?:paie|paye)|photocop(?:y"
    r"|ie))(?![a-z])"
)
#: After a number: it is none, says its sentence.
_DENIED: Final = compiled(
    r"[^.!?\n0-9]{0,60}(?<![a-z])(?:not|isn't|wasn't|pas|et non) "
    r"(?:(?:your|my|his|her|our|their|the|an?|any|le|mon|votre|un|son|leur|notre) )?"
    r"(?:nas|sin|social|numero d'ass[a-z]*)(?![a-z])"
    r"|[^.!?\n0-9]{0,60} (?:it|this|that|le|la|ca) (?:as|for|comme|pour) (?:an?|un|the|le) (?:nas|sin|soc[a-z]*)(?![a-z])"
)
#: Before one: "N'inscrivez pas …", "Don't put …".
_NOT_GIVEN: Final = compiled(
    r"(?<![a-z])(?:n'(?:inscrivez|entrez|ecrivez|utilisez)|ne (?:mettez|tapez|saisissez)) (?:pas|jamais|plus) (?:le )?$"
    r"|(?<![a-z])(?:do not|don't|never) (?:put|enter|write|use|type)(?: in)? $"
)
#: A health card, whose number in other provinces has nine figures, up to the number; and so far before that.
_HEALTH_CARD: Final = Ending(
    r"(?<![a-z])(?:cartes? (?:de |d'assurance[- ])?(?:sante|maladie|soins?)"
    r"|(?:numeros? (?:de (?:carte )?|d'))?(?:assurance[- ])?(?:sante|maladie)"
    r"|(?:health(?:[ -]?care)?|medicare)(?: insurance)? (?:card|number|no|plan|id))"
    r"(?:(?:(?!(?<![a-z])(?:nas|sins?|ssn|soc))[^.,!?:;=0-9]){0,44}"
    r"(?:[:=(#]|(?<![a-z])(?:est|is|was|etait|number|numero|no)(?: (?:le|the))?))?[ :#]{1,3}\Z"
)
_HEALTH_REACH: Final = 110
#: Right behind a label: there is none.
_HAS_NONE: Final = compiled(
    r" ?[:=(-]? ?(?:sans objet|s[./]{1,2}o(?![a-z])|n[./]?a(?![a-z])|aucun(?![a-z])|none(?![a-z])"
    r"|(?:[ .:_]{0,30})\[[^\]\n]{0,40}(?:left|omit|redact|blank|remov|hidden|caviard|masqu|retir|efface|vide|omis)"
    r"|(?<=[:=(-] )so(?![a-z])|(?:is |est )?not applicable|ne s'applique pas|does not apply)"
)
_REFUSES: Final = compiled(
    rf"(?<![a-z])(?:never(?!{REGRETTED}| (?:received|got|gotten|saw|seen|had|found|reached|arrived|processed|recorded|entered"
    r"|updated|corrected|noted|wrote))"
    rf"|jamais(?!{REGRETTE}| (?:ete |bien )?(?:recu|eu|vu|trouve|inscrit|note|enregistre|corrige|entre|mis|rendu"
    r"|arrive)(?![a-z]))"
    r"|confidenti[ae]l(?:le)?|(?:do not|don't|will not|won't|cannot|can't) (?:need|send|give|write"
    r"|share)|don't have a|(?:ai|a|avons) pas de|(?:enverrai|donnerai|veux|vais) pas|not (?:needed|required|necessary)"
    r"|(?:sera|will be) (?:aussi |also )?(?:demandee?|requise?|asked|required|needed)|pas (?:besoin|requise?|necessaire|demande)"
    r"|(?:pas|not) (?:exigee?|obligatoire|mandatory)"
    r"|(?:aucune?|none|neither|not one)(?: (?:des|of|de)[a-z' ]{0,16})? (?:n'est|ne sont|is|are|was)"
    r"|non requise?|suivr(?:a|ont)|will follow|to follow|a venir"
    r"|ne (?:donnez|envoyez|fournissez|mettez|transmettez|demandons) pas)(?![a-z])"
)
#: What was refused comes all the same: "SIN not needed, I think, but 130 692 544".
_ALL_THE_SAME: Final = compiled(
    r"(?<![a-z])(?:but|mais|anyway|still|(?:just )?in case|au cas(?: ou)?|quand meme|tout de meme)(?![a-z])[ ,:]{0,3}"
    r"(?:(?:here(?: it is)?|(?:la |le )?voici|it's|it is|c'est)(?: le)?[ ,:]{1,3})?[0-9]"
)
#: Right behind a label: its own number.
_HAS_VALUE: Final = compiled("[ :#=(]{0,4}[0-9]")
#: Right behind a number, of two that were spoken of.
_RIGHT: Final = compiled(r" (?:is|est) (?:bien )?(?:the (?:right|correct) (?:one|number)|le bon)(?![a-z])")
#: Right behind a number: its sentence ends.
_STOPS_AT_ONCE: Final = compiled(r"[.](?:\s|$)")
#: A noun right before a number, by its article; and one that numbers what it names without.
_NOUN: Final = compiled(
    r"(?:(?<![a-z])(?:the|an?|my|your|our|his|her|their|this|le|la|une?|mon|ma|votre|notre|son|sa|ce|cette|cet|du|des) |[ld]')"
    r"([a-z]+) $"
)
_THING: Final = compiled(
    r"(?<![a-z])(?:forms?|formulaires?|pages?|lines?|lignes?|plates?|plaques?|vans?|bills?) $"
)
#: A sentence that begins by giving what was spoken of.
_GIVES: Final = compiled(
    r"[ >]*(?:(?:bon|so|donc|alors|well|ok),? )?(?:(?:(?:le |la )?(?:re)?(?:voici|voila)|here (?:it is|you go))(?![a-z])"
    r"|(?:the|le) (?:good|right|correct|real|true|actual|proper|bon|vrai|exact)(?: (?:one|number|numero))?(?:,| (?:is|was|est"
    r"|etait|reads?|says?|se lit|devrait|should)(?![a-z]))"
    r"|(?:le numero|the number|celui|celle|the one) (?:qu'|que |qui |that |which |who |i |we |you |he |she )"
    r"|(?:the|les) (?:nine |neuf )?(?:digits|figures|chiffres)(?![a-z])"
    r"|(?:le mien|le sien|le leur|mine|his|hers|theirs)(?:,| is | est | was | happens ))"
)
#: A sentence ends in a figure: "… on my RL-1. The good one …".
_AFTER_FIGURE: Final = compiled(r"[0-9][.] ")
#: "He was paid under …", "That number is …".
_TOLD: Final = compiled(
    r"(?<![a-z])(?:that|this|ce) (?:number|numero)(?:-la)? (?:is|est|was|etait) (?:le |the )?$|(?<![a-z])(?:paid|registered"
    r"|hired|enrolled|payee?|inscrite?|enregistree?|embauchee?) (?:under|sous) (?:le |the )?$"
)
#: Before a number that its label follows: nothing, or a verb.
_VERB: Final = compiled(
    r"(?:^|[,(\"] ?|(?<![a-z])(?:[a-z]+(?:ez|ed)|in|down|back|up|out|over|haute|gave|said|told|sent|wrote|read|does|do|is"
    r"|are|est|was|enter|use|put|keep|note|take|copy|type|write|que|that|et|and|with|avec|un|a|le|bien|par|by|under|sous"
    r"|why|pourquoi|how|comment|si|if|whether)[ \"(]{1,2})$"
)
#: So many words right before a number must say nothing of what it is, where it is told of a subject.
NEAREST: Final = 4
#: What tells something of its subject; of a pronoun, what was spoken of.
_COPULAS: Final = frozenset(
    """is are was were be est sont etait soit s c say says said read reads show shows dit indique porte gave demeure reste
    remains in fact no numero number bien""".split()
)
_PRONOUNS: Final = frozenset("it that this which c ce cela il elle celui lui qui".split())
#: Between what gives a number and the number.
_JOINING: Final = frozenset("le la les the du de d l un a an by par as comme with avec to under sous".split())
#: Telephone numbers.
_CALLS: Final = frozenset(
    """call called calling calls dial dialled text texted texte textez texter fax faxed ring rang phone reach appeler appelez
    appelle appele rappeler rappelez compose composer composez joindre rejoindre""".split()
)
#: From a number to a label: the number is for it, in its place, or besides it: "… pour le NAS", "… and then your SIN".
_ASIDE: Final = compiled(
    r"(?<![a-z])(?:pour|(?<!one )(?<!asked )(?<!ask )for|about|concernant|au sujet du|plutot que|instead of|rather than"
    r"|au lieu (?:du|de))(?: (?:le|the|mon|my|un|an?|son|his|her))? $"
    r"|(?<![a-z])(?:(?:si|if) (?:tu|vous|you) (?:veux|voulez|want|need)|pour (?:avoir|obtenir)|to (?:get|have|log in))(?![a-z])"
    r"|(?<![a-z])(?:and|et|then|puis|ensuite|with|avec|plus)(?: (?:then|puis|ensuite|also|aussi|joignez|add|une copie de"
    r"|a copy of|votre|vos|your|my|mon|ma|the|le|la|his|her|son|sa|their|leur|carte d'(?:ass)?)){1,5} ?$"
)
#: Right behind a number that stands in the place of the label, or is asked for beside it.
_IN_PLACE: Final = compiled(
    r" (?:instead of|rather than|plutot que|au lieu d[eu])(?![a-z])"
    r"|[^.!?,;0-9]{0,20} (?:and|et|then|puis) (?:then |puis )?(?:your|my|votre|mon|his|her) (?:nas|sin|social"
    r"|numero d'ass)(?![a-z])"
)
#: … and that was written while the label was told.
_WHILE_TOLD: Final = compiled(
    r" (?:quand|when|while|lorsque) (?:je (?:lui|leur|vous) ai|i) (?:dicte|lu|epele|dictated|read|spelled|asked)(?![a-z])"
)
#: A sentence turns to something else.
_TURN: Final = compiled(r"(?<![a-z])(?:but|mais|only|seulement|plutot|rather|instead)(?![a-z])")
#: Between the label and a number: there is none.
_MISSING: Final = compiled(r"___|(?<![a-z])(?:missing|manquante?|manque|absente?|unknown|inconnue?)(?![a-z])")
#: Dates and other short numbers, not a label's.
_SHORT: Final = compiled(
    r"(?<![0-9])(?:(?:19|20)[0-9]{2}[-./ ][0-9]{1,2}[-./ ])?[0-9]{1,2}(?![0-9])|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
)
#: So near before a number a label of another stands.
NEAR: Final = 40
_NEAR_LABEL: Final = 60
BEFORE: Final = 160
_AFTER: Final = 80
#: Labels go by where they begin.
_start: Final = itemgetter(0)


def is_wanted(page: Page, cue: Cue) -> bool:
    """Whether the cue's sentence wants or gives a SIN, and no other thing of that name is meant."""
    before = STOPS.split(page.lower[max(0, cue.start - BEFORE) : cue.start])[-1]
    after = STOPS.split(page.lower[cue.end : cue.end + _AFTER])[0]
    return (
        not is_denied(page.lower, cue)
        and not is_left_empty(page.flat, page.lower, cue, office=True)
        and (not _REFUSES.search(before + after) or _ALL_THE_SAME.search(after) is not None)
        and not _HAS_NONE.match(after)
        and not NO_LABEL.search(before)
        and not NO_LABEL.search(after)
        and (page.text[cue.start : cue.end].isupper() or not is_another_thing(page.flat, cue))
    )


def free_labels(page: Page, cues: Iterable[Cue]) -> list[Cue]:
    """Of the wanted `cues`, the labels that no number follows at once, in order."""
    return [
        cue for cue in cues if is_cue(page.flat, page.text, cue) and not _HAS_VALUE.match(page.lower, cue.end)
    ]


def is_beside_label(page: Page, nine: NineDigits, labels: Sequence[Cue]) -> bool:
    """Whether one of the free `labels` is the number's: its sentence, or the one before, does not call it something else.

    In the sentence before, and before the number in its own, what stands right before the number must give it.
    """
    if (
        (is_said_after(page, nine) and not _WHILE_TOLD.match(page.flat, nine.end))
        or is_in_place(page, nine)
        or is_counted(page, nine)
        or is_given_as(page, nine)
    ):
        return False
    first = max(0, nine.start - BEFORE)
    stops = list(STOPS.finditer(page.lower, first, nine.start))
    start = stops[-1].end() if stops else first
    stop = _STOPS_AT_ONCE.match(page.lower, nine.end) or STOPS.search(page.lower, nine.end, nine.end + BEFORE)
    end = stop.start() if stop else min(len(page.lower), nine.end + BEFORE)
    before = sentence(page, start, nine.start).replace("\n", " ")
    if _GIVES.match(clause := _AFTER_FIGURE.split(before)[-1]):
        before = clause
    if CELLS.search(page.lower, start, end) or OTHER_NUMBER.search(
        PAPER.sub(" ", before if _GIVES.match(before) else before[-_NEAR_LABEL:])
    ):
        return False
    noun = _NOUN.search(before)
    if _THING.search(before) or (noun and not says_nothing([noun[1]])):
        return False
    lead = _WORD.findall(_FIGURE.split(before)[-1])
    if POINTING.issuperset(lead) and stops:
        earlier = page.lower[stops[-2].end() if len(stops) > 1 else first : stops[-1].start()]
        if wants_another(earlier):
            return False
    if _GIVES.match(before) or _RIGHT.match(page.flat, nine.end) or _TOLD.search(before) or _tells(lead):
        start = stops[-2].end() if len(stops) > 1 else first
    elif _VERB.search(before):
        start = nine.end
    else:
        return False
    begin = bisect_left(labels, start, key=_start)
    return any(_is_free(page, nine, cue) for cue in labels[begin : bisect_left(labels, end, key=_start)])


def is_disowned(page: Page, nine: NineDigits, labels: Sequence[Cue]) -> bool:
    """Whether one of the `labels` soon behind the number is followed by what that is instead."""
    begin = bisect_left(labels, nine.end, key=_start)
    near = labels[begin : bisect_left(labels, nine.end + _AFTER, key=_start)]
    return any(is_called_after(page, page.lower[nine.end : label.start], label) for label in near)


def is_refused(page: Page, nine: NineDigits) -> bool:
    """Whether words before or after the number say that it is no SIN, or not to be given as one."""
    return (
        _is_of_health(page, nine)
        or _DENIED.match(page.flat, nine.end) is not None
        or _NOT_GIVEN.search(page.flat, nine.start - NEAR, nine.start) is not None
    )


def _is_of_health(page: Page, nine: NineDigits) -> bool:
    """Whether a health card's name leads to the number, in a clause that speaks of no SIN."""
    card = _HEALTH_CARD.search(page.flat, nine.start - _HEALTH_REACH, nine.start)
    if card is None:
        return False
    before = page.lower[max(0, card.start() - NEAR) : card.start()]
    return not SINS.search(STOPS.split(before)[-1].rpartition("\n")[2])


def is_in_place(page: Page, nine: NineDigits) -> bool:
    """Whether the number stands in the place of a label or beside it, says what follows."""
    return _IN_PLACE.match(page.flat, nine.end) is not None


def wants_another(earlier: str) -> bool:
    """Whether a sentence turns from what it spoke of to another number: "… but the page only asks for the invoice number"."""
    turn = _TURN.search(earlier)
    return turn is not None and OTHER_NUMBER.search(earlier.replace("\n", " "), turn.end()) is not None


def sentence(page: Page, start: int, end: int) -> str:
    """lower[start:end] without where numbers are kept; what follows at once may make that a label: "my file 130 692 544"."""
    return _WHERE.sub(" ", page.lower[start : end + 1])[:-1]


def _tells(lead: list[str]) -> bool:
    """Whether the words right before a number give what was spoken of: the last but for joining ones says nothing of it."""
    while lead and lead[-1] in _JOINING:
        lead = lead[:-1]
    if not lead or not says_nothing(lead[-1:]) or not _CALLS.isdisjoint(lead[-NEAREST:]):
        return False
    told = lead[-1] not in _COPULAS or not _PRONOUNS.isdisjoint(lead[-2:-1])
    return told or says_nothing(lead, NEAREST)


def _is_free(page: Page, nine: NineDigits, label: Cue) -> bool:
    """Whether no other number stands between the label and the number, nor what says that they do not belong together."""
    if label.start < nine.start:
        between = page.lower[label.end : nine.start]
    else:
        between = page.lower[nine.end : label.start]
        if (
            _ASIDE.search(between)
            or OTHER_NUMBER.search(PAPER.sub(" ", between))
            or is_called_after(page, between, label)
        ):
            return False
    last = label.start if label.start > nine.start else len(page.lower)
    return (
        not _FIGURE.search(_SHORT.sub(" ", between))
        and not _MISSING.search(between)
        and not is_other(page, nine, last, nine.start)
    )
