"""Health card numbers of the other provinces and territories. Québec's has its own module (`nam`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from recognizers.around import alternatives, words
from recognizers.cues import Cue
from recognizers.everyday import is_everyday, is_name
from recognizers.health_cues import CUES, FORMS, PLACE_WORDS, PLACES, VERSIONED, ontario
from recognizers.health_places import MAY_NAME_PLACE, may_name_place
from recognizers.health_rows import ONTARIO, in_lines, in_rows
from recognizers.health_spoken import KIN, OTHER_CARD, spoken
from recognizers.labelled import LabelledRecognizer
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.qualified import without_qualifiers
from recognizers.told import is_told

_REACH: Final = 80
_GAP: Final = 45
#: A list's title goes on so far behind the words for the card; the first of its numbers, and the next, stand so far.
_TITLE: Final = 120
_LISTED: Final = 64
_MOST_LISTED: Final = 20
_FAR: Final = 200
#: How far around a number the page must speak of care where only a short name of a province says whose card it is.
_AROUND: Final = 300
_CARE: Final = compiled(
    r"(?<![a-z])(?:sante|health|maladie|medic|hopita|hospital|cliniq|clinic|docteur|doctor|urgence|emergency|ambulanc|pharmac"
    r"|couvert|cover|ramq|vaccin|patient|assur|insur|ohip|phn|msi(?![a-z])|mcp(?![a-z])|hc(?:n|#)?(?![a-z])|care|(?:er"
    r"|icu|mri)(?![a-z])|nurse|infirm|surger|surgeon"
    r"|chirurg|fractur|broke|cracked|diagnos|born with|insulin|injur|bless|catheter|enceinte|pregnan|accouch|illness"
    r"|malad|sick|treatment|cancer|diabet|asthm)"
)
#: The same where not even a card is named beside the province: "Alberta (no 51044-4711)".
_CARD: Final = compiled(
    r"(?<![a-z])(?:(?:cartes?|numeros?|nos?) (?:de )?(?:sante|maladie)|assurance[- ]maladie|assuree?s?(?![a-z])|insured"
    r"|health (?:care |insurance )?(?:cards?|numbers?|insurance)|medicare|ohip|phn|msi(?![a-z])|mcp(?![a-z]))"
)
#: Where a family's number is registered, which "registration number" alone may not mean.
_MANITOBA: Final = compiled(r"(?<![a-z])(?:manitoba (?:health|sante)|sante manitoba|phin|nimp|mhsc)(?![a-z])")
#: What the page must speak of for a cue of a kind with this mark.
_SAID: Final = {"?": _CARE, "!": _CARD, "+": _MANITOBA}
#: A number of another kind, right before the province's name or in its words.
_OTHER_NUMBER: Final = compiled(
    r"(?<![a-z])(?:order|commande|case|dossier|file|student|etudiant|employee|account|compte|invoice|facture|claim|booking"
    r"|reservation)s? (?:no|num|numero|number)s?(?![a-z])"
)
#: Between a label and a number: it is the number of something else.
_OTHER: Final = compiled(
    r"(?<![a-z])(?<!et )(?<!and )(?:invoices?|factures?|sku|promo|photos? ?(?:#|no|num|number|[0-9:]|$)"
    r"|commandes?|orders?|coupons?|rabais|recus?|receipts?|tickets?|billets?|cadeau|prepayee|prepaid"
    r"|dossiers?|files?|case|claims?|reclamations?|contrat|contract|local|room|salle|wi-?fi|cinemas?|cours|courses?"
    r"|vols?|flights?|tel(?! qu)|telephone|phone|cell|cellulaire|call|appel(?:ez|er)?|joindre|rejoindre|fax|telecopieur|poste"
    r"|montant|amount|serial|serie|laptop|suivi|tracking|parcel|colis|references?|ref|transactions?|confirmation|chart"
    r"|police|policy"
    r"|hydro|compte|account|nas|sin|permis|permit|licen[cs]es?|driver|passe?port|plaques?|plates?|student|etudiante?|membre"
    r"|member|employee?"
    r"|business|entreprise|centre|center|store|credit|debit|bank|banque|treasury|university|universite|transit|folio|population"
    r"|neq|tps|tvq|gst|hst|qst|uci|iuc|mrn|rx|visa|mastercard|amex|interac|clients?|customer|rapports?|reports?|postal"
    r"|civique|avis|notice|batch|lot)(?![a-z])"
)
#: The province is that of such a thing: "permis de l'Alberta :".
_OF_OTHER: Final = compiled(rf"{_OTHER.pattern}[a-z' ]{{0,14}}$")
#: The label has a number of its own, Québec's: "Medicare card TREM 0412 1925, file …".
_NAM: Final = compiled(r"(?<![a-z0-9])[a-z]{4}[ -]?[0-9]{4}[ -]?[0-9]{2}[0-9a-z][0-9](?![a-z0-9])")
_SENTENCE: Final = compiled(r"(?:[a-z)]{4}[.]|[!?]) +[a-z]{2,}[^0-9]* [a-z]{2,}")
#: A figure between two numbers of a list: an age, the place in the list.
_BETWEEN: Final = compiled(r"[^0-9]{1,48}(?:[0-9]{1,2}[^0-9]{1,24})?")
#: A name between two numbers, be it an everyday word.
_NAME: Final = compiled(r" ?[,;] ?(?:et |and )?[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)? ?[:(-]? ?")
_WORD: Final = compiled("[A-Za-z]+")
#: A word in small letters where a version code would stand.
_SHORT_WORD: Final = compiled(
    r"(?<=[0-9]) (?:a|as|is|it|in|on|or|to|at|by|if|et|ou|en|au|de|du|la|le|me|my|je|il|so)\Z"
)
#: Who is named by the way: "…, and my mother, Comfort, hers, …".
_APPOSED: Final = compiled(
    r"(?<=, )[A-Z][a-z'-]+(?=, ?(?:hers|his|theirs|la sienne|elle|lui)(?![a-z]))"
    r"|\((?:my|mon|ma|our|notre|his|her|son|sa) [a-z-]{3,16},? [A-Z][a-z'-]+(?=\))"
)
#: Behind a label that calls a number so which stands before it, somebody else's is given.
_AND_HIS: Final = compiled(
    r" ?[,;.]? ?(?:and |et )?(?:(?:my|his|her|our) [a-z]{3,12}'s|celle d|celui d|mine|his|hers|la mienne|le mien)"
)
#: Whose the next is, without an apostrophe, too: "and my husbands 9654271209".
_KIN: Final = words(KIN)
#: A relative's number in brackets, some words behind another: "… the chemo of my little boy (109208946)".
_BRACKETED: Final = compiled(
    r"(?<![a-z])(?:mon|ma|my|our|notre|son|sa|his|her|leur|their) (?:[a-z]{3,10} ){0,2}"
    rf"(?:{alternatives(KIN.split())})(?:,? [a-z'-]{{2,14}})? ?\("
)
#: Words that only say whose number it is, or that it is one more; names beside them.
_LINKING: Final = words(
    f"""{KIN} celle celui celles ceux de du des d la le l les mon ma mes son sa ses my his her their our notre nos leur
    mine mien mienne sienne ours is est c ce are sont et and pis puis ou or for pour moi me us nous lui elle him her
    numero no number num carte card cards cartes version code expiree expired exp the one with avec bebe kid kids petit
    petite grand grande aine ainee cadet cadette ans an years year old yrs yo mois months age aged then enfin also aussi
    porte dit says reads s i je et a b e f oldest youngest blonde chum boyfriend girlfriend ami amie roommate coloc friend
    gars daughters sons fils filles enfants celui ci autre other second deuxieme premier premiere first troisieme third hers
    theirs still toujours own on too partner partners partenaire spouse spouses roomie coloc stepson stepdaughter guardian tuteur
    tutrice fiance fiancee mr mrs ms mme madame monsieur nom name prenom"""
)


class HealthNumberRecognizer(LabelledRecognizer):
    """Numbers that the words for a province's card call so, the first of a list and the others of it."""

    def __init__(self) -> None:
        super().__init__("health-number", "CA_HEALTH_NUMBER", CUES, FORMS)
        self.gate |= MAY_NAME_PLACE | ONTARIO

    def find(self, page: Page) -> Iterable[Candidate]:
        """The numbers that are labelled, and those that a province's name and a card near by make likely."""
        for one in super().find(page):
            yield _without_word(page, one)
        if not page.clusters:
            return
        rows = [*in_lines(page)]
        if may_name_place(page):
            yield from self._spoken(page)
            rows += in_rows(page)
        for start, end, _ in rows:
            yield Candidate(self.entity_types[0], start, end, 0.85, self.id, ("pattern", "cue:column"))

    def _spoken(self, page: Page) -> Iterator[Candidate]:
        for start, end, kind, headed in spoken(page):
            evidence = ("pattern", "cue" if headed else "cue:near")
            one = Candidate(self.entity_types[0], start, end, 0.85 if headed else 0.7, self.id, evidence)
            for _ in range(_MOST_LISTED):
                yield _without_word(page, one)
                if (further := self._next(page, one.end, kind)) is None:
                    break
                one = further

    def _labelled(self, page: Page) -> Iterator[Candidate]:
        yield from super()._labelled(page)
        if "ontario" not in page.words:
            return
        for found in VERSIONED.finditer(page.lower):
            digits = "".join(filter(str.isdigit, found[0]))
            if (
                page.text[found.end() - 2 : found.end()].isupper()
                and ontario(digits)
                and not _OTHER.search(page.flat, max(0, found.start() - 24), found.start())
            ):
                evidence = ("pattern", "cue:near", "check-digit")
                yield Candidate(self.entity_types[0], *found.span(), 0.8, self.id, evidence)

    def _after(self, page: Page, cue: Cue) -> Iterator[Candidate]:
        """The number that the words name, and those that stand with it in a list; linear: a fixed reach for each."""
        kind = cue.kind.lstrip("?!+")
        if not self._is_said(page, cue):
            return
        if _OTHER.search(page.flat, cue.start, cue.end):
            return
        around = page.flat[max(0, cue.start - 24) : cue.end]
        if OTHER_CARD.search(around) or _OTHER_NUMBER.search(around):
            return
        if cue.kind[0] == "!" and _OF_OTHER.search(page.flat[max(0, cue.start - 32) : cue.start]):
            return
        found = self._first(page, cue, kind)
        if found is None and kind == "some":
            for kind in _kinds(page):
                if found := self._first(page, cue, kind):
                    break
        if found and _AND_HIS.match(page.flat, cue.end, found.start):
            yield from self._before(page, cue)
        for _ in range(_MOST_LISTED):
            if found is None:
                return
            yield found
            found = self._next(page, found.end, kind)

    def _kind(self, page: Page, cue: Cue) -> str:
        return cue.kind.lstrip("?!+") if self._is_said(page, cue) else ""

    def _is_said(self, page: Page, cue: Cue) -> bool:
        """Whether the page speaks of what a cue of its kind needs."""
        said = _SAID.get(cue.kind[0])
        return (
            said is None or said.search(page.flat, max(0, cue.start - _AROUND), cue.end + _AROUND) is not None
        )

    def _first(self, page: Page, cue: Cue, kind: str) -> Candidate | None:
        for one in self._in(page, cue.end, min(len(page.lower), cue.end + _REACH), kind, "cue"):
            gap = without_qualifiers(page.flat[cue.end : one.start])
            checked = one.evidence[-1] == "check-digit"
            if _OTHER.search(gap) or _NAM.search(gap):
                return None
            told = is_told(gap)
            if (len(gap) <= _GAP or checked or told) and (told or not _SENTENCE.search(gap)):
                return one
        return self._under_title(page, cue, kind)

    def _under_title(self, page: Page, cue: Cue, kind: str) -> Candidate | None:
        """The first number of a list whose title has the words: "Our PHINs, as you asked: / Luc Roy - …"."""
        colon = page.lower.find(":", cue.end, cue.end + _TITLE)
        title = page.lower[cue.end : colon]
        if colon < 0 or any(map(str.isdigit, title)) or "\n" in title or _OTHER.search(title):
            return None
        return self._next(page, colon + 1, kind)

    def _next(self, page: Page, end: int, kind: str) -> Candidate | None:
        """The next number of a list, behind somebody's name, a relation or a mark alone."""
        for one in self._in(page, end, min(len(page.lower), end + _LISTED), kind, "cue:list"):
            if one.start > end and _links(page, end, one.start):
                return one
        return self._bracketed(page, end, kind)

    def _bracketed(self, page: Page, end: int, kind: str) -> Candidate | None:
        """A relative's number in brackets, behind words of anything; a form that telephones share has none."""
        if kind == "NS":
            return None
        limit = min(len(page.flat), end + _FAR)
        if found := _BRACKETED.search(page.flat, end, limit):
            for one in self._in(page, found.end(), min(limit, found.end() + _LISTED), kind, "cue:list"):
                if one.start == found.end() and page.flat.startswith(")", one.end):
                    return one
        return None

    def _before(self, page: Page, cue: Cue) -> Iterator[Candidate]:
        """The number that the words call so after it, unless others do before it."""
        kind = self._kind(page, cue)
        if kind not in FORMS:
            return
        for one in super()._before(page, cue._replace(kind=kind)):
            if not _OTHER.search(page.flat, one.start - 24, one.start):
                yield one


def _without_word(page: Page, one: Candidate) -> Candidate:
    """A number without the short word behind it, which is no version code: "1234567897 as code"."""
    found = _SHORT_WORD.search(page.text, one.start, one.end)
    return replace(one, end=found.start()) if found else one


def _kinds(page: Page) -> Iterator[str]:
    """The kinds of those provinces that the page names, or towns of theirs."""
    if PLACE_WORDS.isdisjoint(page.words):
        return
    for kind, telling, names in PLACES:
        if not telling.isdisjoint(page.words) or any(
            _stands(name, page.flat) for word in names.keys() & page.words for name in names[word]
        ):
            yield kind


def _stands(name: str, flat: str) -> bool:
    """Whether a name stands in the text with no letter on either side."""
    at = flat.find(name)
    while at >= 0:
        if not flat[at - 1 : at].isalpha() and not flat[at + len(name) : at + len(name) + 1].isalpha():
            return True
        at = flat.find(name, at + 1)
    return False


def _links(page: Page, start: int, end: int) -> bool:
    """Whether the text between two numbers only says whose the second is."""
    return (
        _BETWEEN.fullmatch(page.flat, start, end) is not None
        and _OTHER.search(page.flat, start, end) is None
        and (
            _NAME.fullmatch(page.text, start, end) is not None
            or all(map(_is_linking, _WORD.findall(_APPOSED.sub("", page.text[start:end]))))
        )
    )


def _is_linking(word: str) -> bool:
    lower = word.lower()
    return (
        len(word) == 1
        or lower in _LINKING
        or lower.removesuffix("s") in _KIN
        or is_name(lower)
        or (word[0].isupper() and not is_everyday(lower))
    )


RECOGNIZER = HealthNumberRecognizer()
