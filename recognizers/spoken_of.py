"""Numbers of a form of their own where the page speaks of such a document, though their label stands far or not at all.

"Passeport perdu, puis retrouvé … Le numéro, c'est GB 381 009", a list of passports under a line that says so, the second
of two. What stands right beside the number may still call it something else: a receipt, an invoice, another document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from recognizers.around import words
from recognizers.birth_family import RELATIVES
from recognizers.cues import Cue, CueTable
from recognizers.everyday import is_everyday
from recognizers.labelled import Form, LabelledRecognizer, edged
from recognizers.page import Candidate, Page
from recognizers.patterns import Pattern, compiled
from recognizers.qualified import without_qualifiers
from recognizers.told import says_nothing

_SCORE: Final = 0.65
#: How far behind a number the next of a list begins at most.
_NEXT: Final = 160
#: A number is no longer than this.
_LONGEST: Final = 40
#: So much before a number is read for what it may be called.
_LEFT: Final = 60
_RIGHT: Final = 60
#: Nouns of things that have numbers of the same look.
OTHER_THINGS: Final = (
    r"invoices?|factures?|facturation|sku|promo|commandes?|orders?|po|coupons?|rabais|recus?|receipts?|tickets?|billets?"
    r"|dossiers?|files?|cases?|claims?|reclamations?|contrats?|contracts?|local|rooms?|salle|chambre|suite|bureau"
    r"|wi-?fi|cours|courses?"
    r"|vols?|flights?|tel(?! qu)|telephone|phone|fax|poste|montants?|amounts?|serial|serie|s/n|lots?|batch|parts?"
    r"|pieces?(?! (?:d'identite|avec (?:ma |une )?photo|justificative|of id|id(?![a-z])|with (?:a |my )?photo))"
    r"|models?"
    r"|modeles?|ref|refs|references?|suivi|reperage|tracking|colis|parcel|package|envoi|shipment|confirmation|reservations?"
    r"|booking|pnr"
    r"|plaques?|plates?|immatriculation|vin|polic(?:y|ies)|police (?=no|num|d'assurance|:|#)|comptes?|accounts?|transactions?"
    r"|paiements?|payments?|cheques?|mandat|codes?|membre|member|adhesion|abonnement|subscription|bail|lease|projet|project"
    r"|soumission|quote|estimate|estimation"
    r"|(?<!le )bon|produits?|products?|articles?|items?|compteur|meter|moteur|engine|bus|autobus|train"
    r"|siege|seat|gate|badge|casier|locker|imei|isbn|upc|din|laptop|imprimante|printer|machine|formulaires?|forms?"
    r"|reglement|loi|decret|jugement|contravention|amende|fine"
    r"|neq|tps|tvq|gst|qst|nas|sin|nam|ramq|code permanent|permanent code"
)
#: The number's own sentence, or line of a list, begins behind one of these.
_STOP: Final = compiled(r"(?:[a-z)0-9]{5}[.]|[!?;])(?=\s)|\n\s*\n|\n[ >]*[-*+]")
#: Words without a say of their own: "?? no sorry that's the …".
_PUT_RIGHT: Final = (
    r"(?:(?:oops|oups|non|no|not?|sorry|desolee?|pardon|wait|attendez|ah|oh|hum|en fait|actually|mais|but"
    r"|je (?:crois|pense)|i think)[ ,.!?]{1,4}){0,4}"
)
#: Letters that stand before any number.
_NO_LETTERS: Final = frozenset(
    """no nu id sn po cp bp qc nb rr le la de du au et un en a an at of or on in is it to by my the il ou sa ma as tu ce
    se si ne je tx ca $ eu ad""".split()
)
#: What may stand right before such a number, beside what only gives one, and names.
_MAY_STAND: Final = words(
    """
    passport passports passeport passeports licence license licences licenses permis conduire driver drivers driving
    permit learner saaq iuc uci client ircc immigration resident residente residence permanent permanente permanents rp
    pr crp prc carte cartes card cards id identifiant demande application parrainage sponsorship citizenship citoyennete
    travail etudes study work document documents doc photo photos photocopie photocopy copie copy scan page recto verso
    front back express entry entree profile profil identite identity canada canadien canadienne canadian quebec
    quebecois ontario ontarien alberta francais francaise french belge belgian algerien algerienne marocain marocaine
    moroccan tunisien haitien american americain italian italien mexican typed typing porte portant bears bearing
    numbered numerote classe class enfant enfants child children kids kid baby bebe india inde france italy italie china
    chine morocco maroc algeria algerie tunisia tunisie haiti mexico mexique lebanon liban brazil bresil spain espagne
    portugal germany allemagne belgium belgique ukraine russia russie poland pologne romania roumanie syria syrie iran
    irak iraq egypt egypte senegal cameroon cameroun ivoire congo nigeria ghana vietnam philippines korea coree japan
    japon pakistan bangladesh colombia colombie peru perou chile chili cuba jamaica jamaique england angleterre kingdom
    row rang rangee ligne line eleve student
    uk usa states unis suisse switzerland turkey turquie israel indian chinese mexicain chinois indien libanais syrien
    iranien et and or ou nouveau new old ancien mien mienne sien
    sienne mine valide valid expire expired nouvelle premier deuxieme second third one other autre janvier
    fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april may june
    july august september october november december ottawa dans par sur from at under sous cest cete cetait cetai setait setai
    """
) | frozenset(RELATIVES)
_LAST_WORD: Final = compiled(
    r"(?<![a-z])([a-z]++)[ (#\"'*_-]*+(?:(?:(?:no|num|numero|number|nbr)s?(?![a-z])|n\^|#)[ .#:]*+)?$"
)
#: Between a label and a number: another part of the sentence, or another sentence, begins.
_PARTS: Final = compiled(r"[,.;!?]\s")
_LEADING: Final = compiled(r"[a-z]+")


_IS: Final = (
    r"(?:that's|thats|that is|it's|it is|this is|is|was|c'est|ca c'est|est|etait|being|qui est|which is)"
)
_ITS: Final = r"(?:(?:the|an?|my|our|their|your|le|la|les|mon|ma|un|une|son|sa|votre|notre) |l'|celui (?:du |de la |de l'))"
_ITS_NUMBER: Final = r"(?:no|num|numero|number) (?:du |de la |de l'|de |d'|of (?:the )?)?"


def calls_other(nouns: str) -> tuple[Pattern, Pattern]:
    """What calls a number one of these before it, and after it ("… is the payment receipt", "… (facture)")."""
    return (
        compiled(rf"(?<![a-z])(?:{nouns})(?![a-z])"),
        compiled(
            rf"[\"'),.!? ]{{0,5}}{_PUT_RIGHT}(?:\(?{_IS} (?:not |pas )?{_ITS}|\({_ITS}?)"
            rf"(?:{_ITS_NUMBER}|[a-z]{{3,12}} ){{0,2}}?(?:{nouns})(?![a-z])"
        ),
    )


#: So is what is numbered right behind one of these, which are spoken of otherwise too.
_NUMBERED: Final = (
    r"reports?|rapports?|constats?|causes?|draft|traite|bordereau|bordereaux|echantillons?|samples?|warranty|garantie|assurance"
    r"|courts?|patent|brevet|total|scanner|lecteur|reader|pompe|pump|badge|study|etude"
    r"|niv|hull|coque|frame|cadre|label|etiquette|keys?|cles?(?: de licence)?|cat|catalog(?:ue)?|n/s|filters?|filtres?|ups"
    r"|fedex|dhl|purolator|notices?|avis|don|tags?"
)


#: "Passport or file number:": the label's own.
_ALONE: Final = "(?<! ou )(?<! or )(?<! et )(?<! and )(?<! ou de )(?<! ou du )"


def _right_before(nouns: str, alone: str = "") -> Pattern:
    """A label of one of these right before a number."""
    return compiled(
        rf"(?<![a-z]){alone}(?:{nouns}|{_NUMBERED})"
        r"(?:[ .:#=(\"]|no(?![a-z])|num(?![a-z])|numero|number|nbr|n\^|de |du |la |le |of |the |est "
        r"|is |was |were )*+$"
    )


_CALLS_OTHER: Final = calls_other(OTHER_THINGS)
_RIGHT_BEFORE: Final = _right_before(OTHER_THINGS)
#: Where a number stands, or what it is given for: "on the form we got", not "on invoice AB123456".
_PLACED: Final = compiled(
    r"(?<![a-z])(?:(?:sur|dans|pour|avec|on|in|for|from|with|to|par|at|a) "
    r"(?:(?:the|an?|my|our|their|your|le|la|les|mon|ma|un|une|son"
    r"|sa|votre|notre|this|that|ce|cette) |l')|aux? )[a-z]{3,14}(?= ?[,)]| (?!no |num|#|est |is |was |c'est )[a-z])"
)


#: A thing that has its number, before somebody else's of another kind: "plaque FKL 482, et celui de ma femme".
_SPENT: Final = compiled(
    r"(?<![a-z])[a-z]{3,14}[ .:#]{1,3}(?:[a-z]{2,4} )?[a-z0-9-]{0,12}[0-9],"
    r"(?= (?:et |and )?(?:celui d|(?:my|his|her) [a-z]{3,12}'s (?:licen[cs]e|passport)))"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A form that is enough where the page speaks of the document: so far behind the words, and so far before them."""

    pattern: Pattern
    behind: int
    before: int


def spoken(pattern: str, behind: int = 300, before: int = 60) -> Spoken:
    """A `Spoken` whose pattern stands by itself."""
    return Spoken(edged(f"(?:{pattern})(?! [0-9]{{3}}(?![0-9]))"), behind, before)


def called_other(page: Page, start: int, end: int) -> bool:
    """Whether a label right before lower[start:end], or the words behind, say that it is the number of something else."""
    return bool(
        _RIGHT_BEFORE.search(page.flat, start - _LEFT, start)
        or _CALLS_OTHER[1].match(page.flat, end, end + _RIGHT)
    )


def is_called(page: Page, start: int, end: int, floor: int, calls: tuple[Pattern, Pattern]) -> bool:
    before, after = calls
    begin = max(floor, start - _LEFT)
    for stop in _STOP.finditer(page.lower, begin, start):
        begin = stop.end()
    left = _PLACED.sub(" ", without_qualifiers(page.flat[begin:start]))
    if "celui" in left or "'s " in left:
        left = _SPENT.sub(" ", left)
    return bool(before.search(left)) or bool(after.match(page.flat, end, end + _RIGHT))


class SpokenOfRecognizer(LabelledRecognizer):
    """Finds labelled numbers, and those that `beyond` gives for the kinds of label that the page has somewhere.

    `others` are words, besides `OTHER_THINGS`, that name a document of another kind; `check` says of a number's letters and
    figures, met without a label of its own, whether it can be one.
    """

    def __init__(
        self,
        identifier: str,
        entity_type: str,
        cues: CueTable,
        forms: Mapping[str, Sequence[Form]],
        *,
        beyond: Mapping[str, Sequence[Spoken]],
        others: str,
    ) -> None:
        super().__init__(identifier, entity_type, cues, forms)
        self._spoken = beyond
        self._calls = calls_other(f"{OTHER_THINGS}|{others}")
        self._names_other = _right_before(f"{OTHER_THINGS}|{others}", _ALONE)

    def find(self, page: Page) -> Iterable[Candidate]:
        """The labelled numbers of the page, without those that the words behind call something else, and those spoken of."""
        return [one for one in super().find(page) if not self._is_no_such(page, one)]

    def _is_no_such(self, page: Page, one: Candidate) -> bool:
        """Whether the words behind a number, or before one whose label follows, call it something else."""
        if self._calls[1].match(page.flat, one.end, one.end + _RIGHT) or _is_worded(page, one.start, one.end):
            return True
        called = "cue:after" in one.evidence
        return (
            called and self._names_other.search(page.flat, max(0, one.start - _LEFT), one.start) is not None
        )

    def _is_others(self, gap: str) -> bool:
        return (
            super()._is_others(gap)
            or self._names_other.search(gap) is not None
            or (_PARTS.search(gap) is not None and _is_named(gap))
        )

    def _beyond(self, page: Page, cues: Sequence[Cue]) -> Iterator[Candidate]:
        """Numbers far behind the words for the document, or shortly before; linear: nothing is read twice for one form."""
        ends = sorted(cue.end for cue in cues)
        looked: dict[int, int] = {}
        for cue in cues:
            for said in self._spoken.get(cue.kind, ()):
                begin = max(looked.get(id(said), 0), cue.start - said.before)
                last = cue.end + said.behind
                while found := said.pattern.search(page.flat, begin, last + _LONGEST):
                    start, end = found.span()
                    if start >= last:
                        break
                    begin = end
                    at = bisect_right(ends, start)
                    if self._is_meant(page, start, end, ends[at - 1] if at else 0):
                        last = max(last, end + _NEXT)
                        yield Candidate(
                            self.entity_types[0], start, end, _SCORE, self.id, ("pattern", "cue:near")
                        )
                looked[id(said)] = max(begin, min(last, len(page.flat)))

    def _is_meant(self, page: Page, start: int, end: int, floor: int) -> bool:
        """Whether a number without a label of its own can be such a document's."""
        return (
            self._can_be(page, start, end)
            and not _is_worded(page, start, end)
            and not is_called(page, start, end, floor, self._calls)
            and not self._names_other.search(page.flat, max(floor, start - _LEFT), start)
            and not _is_named(page.flat[max(floor, start - _LEFT) : start])
        )

    def _can_be(self, page: Page, start: int, end: int) -> bool:
        """Whether what the figures say allows it."""
        return True


def _is_named(left: str) -> bool:
    """Whether the word right before a number is an everyday noun, so that the number is likely that thing's."""
    found = _LAST_WORD.search(left)
    if found is None or (word := found[1]) in _MAY_STAND or says_nothing([word]):
        return False
    return is_everyday(word)


def _is_worded(page: Page, start: int, end: int) -> bool:
    """Whether the letters before the figures are a word of their own: "de 150 000", "no 381009"."""
    found = _LEADING.match(page.flat, start, end)
    if found is None or len(found[0]) > 2:
        return False
    apart = page.flat[found.end() : found.end() + 1] == " "
    if found[0] in _NO_LETTERS and (apart or found[0] in ("no", "id", "sn", "po")):
        return not apart or page.text[start : found.end()].islower() or found[0] in ("no", "po", "sn", "id")
    return False
