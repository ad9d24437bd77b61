"""Birth dates that a paper of somebody's says: "I need his birth date: his lease application says 13 Feb 1984 and SIN …"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_candidate import RECENT, candidate, date_at, date_before
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.cues import gate, vocabulary
from recognizers.dates import WrittenDate
from recognizers.everyday import is_name
from recognizers.glance import words_of
from recognizers.known_plain import NUMBERED
from recognizers.month_forms import MONTH
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: What a paper does with what stands on it.
_SAYS: Final = vocabulary(
    """says say said shows show showed lists listed gives gave states has had indicates reads dit disait indique indiquait montre
    mentionne donne porte ecrit lit inscrit disent disaient indiquent montrent""".split()
)
#: Closed on pages without any.
SAID_BY_PAPER: Final = gate(_SAYS, stands=NUMBERED, after=26)
#: The date follows at once, or behind what the paper calls it.
_LED: Final = compiled(
    rf"(?: that| que)?(?: ?:)? (?:(?:le|the) )?[\"'(]?(?=[0-3]?[0-9][-/. ]|[12][0-9]{{3}}[-/.]|[0-3]?[0-9]er |{MONTH}\.? [0-9])"
)
#: A paper that somebody filled in with his birth: an application, a file; not a deed, a judgment, a certificate.
_PAPER: Final = compiled(
    r"(?<![a-z])(?:(?:his|her|their|the|my|our|son|sa|ses|leurs?|les|mes|l[ea]|mon|ma|notre|ce|cette|this|tenant's"
    r"|locataire's|old|l')[ ]?)"
    r"(?:(?:old|original|signed|first|tenant's|lease|rental|credit|job|employment|loan|insurance|tenant|housing"
    r"|intake|new) ){0,3}"
    r"(?:applications?(?: form)?|forms?|files?|record|sheet|profile|credit check|registration|screening|id"
    r"|demande (?:de|d')[ ]?(?:bail|location|logement|credit|emploi|pret|adhesion|admission)|formulaire|dossier|fiche"
    r"|papiers?|papers?|bail|lease|piece d'identite|enquete de credit)"
    r"(?: (?:d'employee?|de (?:location|locataire|logement|client|credit)|du locataire|here|que j'ai|i have|we have))?"
    r"(?:,? (?:(?:only|just|clearly|still|il|elle|it|c'est|y est|on|est|is|seulement|me|nous)[ ]?){1,3})?[ ,]\Z"
)
#: Who keeps the births of a place: what he says of somebody's needs no other word.
_REGISTRAR: Final = compiled(
    r"(?:\A|[.!?;:\n] ?|(?<![a-z])(?:the|le|la|and|et|but|mais|l')[ ]?)(?:(?:parish|church|civil) )?"
    r"(?:registrar|register|registre(?: (?:de la paroisse|paroissial|de l'etat civil))?|directeur de l'etat civil|etat civil)"
    r"(?: (?:only|just|clearly|still|me|nous|l[ea]|now)){0,2} \Z"
)
_NO_BIRTH: Final = compiled(
    r"(?<![a-z])(?:marriage|mariage|wedding|died|dece|death|mort(?![a-z])|divorc|union|baptis|baptem)"
)
_PAPER_REACH: Final = 90
#: Behind the date the person's number; there it needs no other word.
_NUMBER: Final = compiled(
    r"[\"')]?(?:,| and| et| with| avec| /| -| ;)? ?(?:(?:the|his|her|le|un|a|son) )?(?:nas|sin|n\.a\.s\.?|s\.i\.n\.?"
    r"|assurance sociale|social insurance)(?: (?:number|no|is|est|de))?[ :#]{1,3}[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}(?![0-9])"
)
#: Before it a birth date is asked for, and is not what nobody needs.
_ASKED: Final = compiled(
    r"(?<![a-z])(?:date de (?:sa )?naissance|ddn|birth ?date|date of birth|dob|d\.o\.b|birthday)(?![a-z])"
)
#: Where a birth is spoken of, what somebody's identity papers say.
_BORN: Final = compiled(r"(?<![a-z])(?:nee?|born)(?![a-z])")
_IDENTITY: Final = compiled(r"(?<![a-z])(?:papiers?|papers?|piece d'identite|id)(?![a-z])")
_UNASKED: Final = compiled(
    r"(?<![a-z])(?:don't|do not|no|not|pas|aucun|sans|without|never|jamais|neither)(?![a-z])"
)
_ENDS: Final = compiled(
    r"[\"')]?(?: ?(?:\r?\n|\Z|[,;/)]|\.(?![0-9])|- )| (?:and|et|with|avec|for|pour|but|mais)(?![a-z]))"
)
#: What has somebody's birth date, right before what it says: an office's file, or a paper of his; one of birth or identity.
_ITS: Final = r"(?:(?:my|your|his|her|their|our|the|mon|ma|votre|vos|son|sa|leur|notre|l[ea]s?) |l')"
_OF_IDENTITY: Final = (
    r"(?:birth certificate|(?:certificat|acte|extrait) de naissance|baptistaire|passe?port|permis de conduire"
    r"|driver's licen[cs]e"
    r"|(?:carte|piece) d'identite|caq|csq|(?:french |old |new |canadian )passport)"
)
_RECORD: Final = (
    r"(?:(?:landing|school|hospital|immigration|baptism)(?: papers?| records?| certificate| form)|fiche d'[a-z]+"
    r"|files?|records?|systems?|dossiers?|fichiers?|registres?|cards?|cartes?(?: soleil)?|certificate|certificat)"
)
#: Who keeps such a file, and is told of by the mere name.
_OFFICE: Final = (
    r"(?:ramq|regie|medicare|saaq|rrq|retraite quebec|service canada|revenu quebec|old age|cra"
    r"|(?:pension|passport|immigration|social security|tax) (?:office|people|folks)"
    r"|immigration|federal)"
)
_SOURCE: Final = compiled(
    rf"(?<![a-z])(?:{_ITS})?(?:(?P<sure>{_OF_IDENTITY}|{_OFFICE})|{_RECORD})(?: (?:francais|canadien|[a-z]+ais|[a-z]+ien))? \Z"
)
#: From its date to what another paper says.
_AND_ANOTHER: Final = (
    r"[\"')]?(?:,|,? ?(?:and|et|but|mais|alors que|tandis que|while|whereas|;)) "
    rf"(?:{_ITS})?(?:(?P<sure>{_OF_IDENTITY}|{_OFFICE})|{_RECORD})"
)
_OTHER_SAYS: Final = compiled(
    rf"{_AND_ANOTHER}(?: (?:says?|shows?|has|reads|dit|indique|montre|porte|donne|lui|:)){{0,2}}(?: (?:le|the"
    rf"|on))? (?=[0-9a-z])"
)
#: What is right for what somebody's card says: ", c'est faux, le bon jour est le".
_PUT_RIGHT: Final = compiled(
    r"[\"')]?[,;.]? (?:(?:mais|but) )?(?:(?:c'est|that's|that is|it's|it is|which is|ce qui est) (?:faux|wrong|false|incorrect"
    r"|errone|une? (?:erreur|faute)|a (?:mistake|typo|error))[,;.]? (?:(?:et|and) )?)?"
    r"(?:l[ea] (?:bon(?:ne)?|vraie?)|the (?:right|correct|real|true|good)|it should (?:be|say|read)|ca devrait etre)"
    r"(?: (?:jour|date|day|one))?(?: (?:est|is|c'est|etait|was)| ?:)?(?: (?:le|the))? (?=[0-9a-z])"
)
#: What papers have days of their own for: they were issued and end; an old one and a new one have one day each.
_OF_ISSUE: Final = compiled(
    r"[\"')]?,? ?\(?(?:(?:as|for|comme|pour|is|est) )?(?:(?:the|its|la|sa|date of|date d')[ ]?){0,2}"
    r"(?:issue|issuance|emission|expir"
    r"|delivr|emise?|valid)"
)
_OLD: Final = compiled(r"(?<![a-z])(?:old|ancien|first|previous)(?![a-z])")
_NEW: Final = compiled(r"(?<![a-z])(?:new|nouveau|current|actuel)(?![a-z])")
_HIS_CARD: Final = compiled(
    r"(?<![a-z])(?:(?:carte(?: soleil)?|dossier|fiche) (?:de |d')(?P<of>[a-z][a-z'-]{2,20})"
    r"|(?P<whose>[a-z][a-z'-]{2,20})'s (?:card|file)) \Z"
)
_OTHER_BEFORE: Final = compiled(rf"{_AND_ANOTHER} \Z")
_CLAUSE_END: Final = compiled(r"[.,;!?\n]")
_BETWEEN: Final = 60
_ASKED_REACH: Final = 150
_LONGEST: Final = 40
#: Who fills in such a paper is grown up; a lease is not so old.
_GROWN: Final = timedelta(days=18 * 365)
#: So many of day, month and year two papers have alike.
_ALIKE: Final = 2
_LEASE: Final = compiled(r"(?<![a-z])(?:bail|lease)(?![a-z])")


def said_by_paper(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates that a paper says beside somebody's SIN, or where a birth date is asked for. Linear: a look at each word."""
    for at, word in words_of(page.openers, SAID_BY_PAPER):
        led = _LED.match(page.lower, at + len(word))
        if led is None:
            continue
        yield from _of_two_papers(page, flat, at, led.end())
        if _REGISTRAR.search(page.lower, max(0, at - _PAPER_REACH), at):
            yield from _registered(page, flat, led.end())
            continue
        paper = _PAPER.search(page.lower, max(0, at - _PAPER_REACH), at)
        written = date_at(page, flat, led.end(), _LONGEST) if paper else None
        if paper is None or written is None or any(page.today - day < _GROWN for day in written.days):
            continue
        if _LEASE.search(paper[0]) and any(day.day == 1 for day in written.days):  # its own first day
            continue
        end = led.end() + written.end
        before = page.lower[max(0, paper.start() - _ASKED_REACH) : paper.start()]
        asked = _ASKED.search(before) or (_IDENTITY.search(paper[0]) and _BORN.search(before))
        if _NUMBER.match(page.lower, end) or (
            asked
            and _ENDS.match(page.lower, end)
            and not _UNASKED.search(before, max(0, asked.start() - 30), asked.start())
            and not OTHER_EVENT.search(before, asked.end())
        ):
            yield candidate(led.end(), written, 0.65, ("pattern", "cue:asked"))


def _of_two_papers(page: Page, flat: str, at: int, start: int) -> Iterator[Candidate]:
    """The date at flat[start:], behind what says it at flat[at:], and the one that another paper says, a little unlike it."""
    written = date_at(page, flat, start, _LONGEST)
    if written is None:
        return
    end = start + written.end
    source = _SOURCE.search(page.lower, max(0, at - _PAPER_REACH), at)
    if source and (other := _OTHER_SAYS.match(page.lower, end, end + _BETWEEN + _LONGEST)):
        second = date_at(page, flat, other.end(), _LONGEST)
        if (
            second
            and (source["sure"] or other["sure"])
            and not _OF_ISSUE.match(page.lower, other.end() + second.end)
            and not OTHER_EVENT.search(_clause(page, other.end() + second.end))
            and not (_OLD.search(source[0]) and _NEW.search(other[0]))
            and _are_alike(page, written, second)
        ):
            yield candidate(start, written, 0.65, ("pattern", "cue:asked"))
            yield candidate(other.end(), second, 0.65, ("pattern", "cue:asked"))
    his = _HIS_CARD.search(page.lower, max(0, at - _PAPER_REACH), at)
    right = _PUT_RIGHT.match(page.lower, end, end + _PAPER_REACH + _LONGEST) if his else None
    if his and right and is_name(his["of"] or his["whose"]):
        second = date_at(page, flat, right.end(), _LONGEST)
        if second and _are_alike(page, written, second, RECENT):
            yield candidate(start, written, 0.65, ("pattern", "cue:contrast"))
            yield candidate(right.end(), second, 0.65, ("pattern", "cue:contrast"))
    if before := _OTHER_BEFORE.search(page.lower, max(0, at - _BETWEEN), at):
        told = date_before(page, flat, before.start())
        if (
            told
            and before["sure"]
            and not _OF_ISSUE.match(page.lower, end)
            and not OTHER_EVENT.search(_clause(page, end))
            and _are_alike(page, told[1], written)
        ):
            yield candidate(start, written, 0.65, ("pattern", "cue:asked"))


def _clause(page: Page, end: int) -> str:
    """What else the clause says of a date that ends at lower[end]: " for the surgery"."""
    return _CLAUSE_END.split(page.lower[end : end + _BETWEEN])[0]


def _are_alike(page: Page, one: WrittenDate, other: WrittenDate, least: timedelta = _GROWN) -> bool:
    """Whether two days of long ago may be the same, mistaken: the year and one thing more, or all but the year, or turned."""
    for first in one.days:
        for second in other.days:
            same = (first.day == second.day) + (first.month == second.month) + (first.year == second.year)
            turned = first.year == second.year and first.day == second.month and first.month == second.day
            if (same == _ALIKE or turned) and page.today - max(first, second) > least:
                return True
    return False


def _registered(page: Page, flat: str, start: int) -> Iterator[Candidate]:
    """The date at flat[start:] that a registrar says, of long ago, where nothing speaks of a marriage or a death."""
    written = date_at(page, flat, start, _LONGEST)
    if (
        written
        and all(page.today - day > _GROWN for day in written.days)
        and _ENDS.match(page.lower, start + written.end)
        and not _NO_BIRTH.search(page.lower, max(0, start - _ASKED_REACH), start + _ASKED_REACH)
    ):
        yield candidate(start, written, 0.6, ("pattern", "cue:asked"))
