"""Birth dates that somebody signs with, or gives beside a name and an address: "Merci, Luis Pagé, 30-12-1997, 418 555-0142"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.birth_candidate import HALF_A_LIFE, YEAR, age, candidate, dates_around
from recognizers.birth_rows import tells_other
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.everyday import is_everyday, is_full_name, is_name
from recognizers.page import Candidate, Page
from recognizers.patterns import Pattern, compiled
from recognizers.public_lives import is_public
from recognizers.spans import Spans
from recognizers.towns import TOWN

#: Right before the date, on its line or the one above: two to four words with capitals, or some that open a line or a cell.
_TO_DATE: Final = r"[ ,;:|(\t/.-]{0,3}(?:\r?\n[> ]*+)?\Z"
_NAME: Final = compiled(
    rf"(?<![A-Za-z'-])((?:[A-Z][A-Za-z'-]*+ ){{1,3}}[A-Z][A-Za-z'-]*+|[A-Z][A-Za-z'-]*+, [A-Z][A-Za-z'-]*+){_TO_DATE}"
)
_SMALL_NAME: Final = compiled(
    rf"(?:\A|[\n.!?:,;(>|] ?|[*-] )[> ]{{0,4}}((?:[a-z][a-z'-]*+ ){{1,3}}[a-z][a-z'-]*+){_TO_DATE}"
)
#: What a name follows that opens a line, a sentence or a cell.
_OPENS: Final = compiled(
    r"(?:(?:\A|[\n.!?:,;(>|] ?|[*-] )[> ]{0,4}(?:(?:m|mme|mr|mrs|ms|miss)\.? )?"
    r"|(?<![a-z])(?:merci|thanks|cordialement|regards) )\Z"
)
#: Between a name and the date, where somebody lives: "Luc Roy (Laval, 12 avril 1955)", "Luc Roy, Granby, December 16, 1955".
_TOWN_BETWEEN: Final = compiled(
    rf"(?: \((?P<any>[a-z][a-z.'-]+(?:[ -][a-z.'-]+){{0,4}})|, (?:{TOWN}))(?:,? \(?(?:qc|quebec)\)?)?, (?:le |the )?\Z"
)
_TOWN_REACH: Final = 50
#: Behind the date the sentence ends, or goes on with what he who is named wants.
_WANTS: Final = (
    r"(?:,? (?:je|i|moi)(?![a-z])|,? (?:demande|requests?|asks?|wants?|sollicite|souhaite|desire|conteste|veut|autorise|aimerait"
    r"|needs?|would|wishes|authori[sz]es|and i|et j)(?![a-z]))"
)
_AFTER_BRACKET: Final = compiled(rf"\)(?:[ .!]*(?:\r?\n|\Z)|\. |{_WANTS})")
_AFTER_TOWN: Final = compiled(rf"[ .!]*(?:\r?\n|\Z)|\. (?=[a-z])|{_WANTS}")
#: Who speaks of himself, right before his name.
_MYSELF: Final = compiled(
    r"(?<![a-z'])(?:i am|i'm|je suis|m'appelle|my name is|moi,?|i,|je,|soussignee?,?|undersigned,?) "
    r"(?:(?:m|mme|mr|mrs|ms)\.? )?\Z"
)
#: Who declares, asks or allows something: his name, a comma and the date, and the sentence goes on.
_DECLARES: Final = compiled(
    r"(?<![a-z'])(?:i|je|we|nous|the undersigned|la soussignee|le soussigne)"
    r",? (?:(?:the undersigned|undersigned|soussignee?),? )?(?:(?:m|mme|mr|mrs|ms|miss|dre?)\.? )?\Z"
    r"|(?<![a-z])sign(?:ed|ee?)(?: (?:electronically|electroniquement|digitally|online|en ligne))? (?:by|par)"
    r"(?: ?:)? (?:(?:m|mme|mr|mrs|ms|miss|dre?)\.? )?\Z"
)
_APART: Final = (",", "(")
_GOES_ON: Final = compiled(r"\)?, ?(?=[a-z])|\) (?=[a-z])")
#: Whose file it is: "my file is under ROY, Luc (…)", "mon dossier au nom de Luc Roy, …".
_FILED: Final = compiled(
    r"(?<![a-z])(?:dossier|file|chart|record|profile|profil|fiche|systeme?)s?(?![a-z])[^.!?;:\n0-9]{0,40}?"
    r" (?:under|sous|au nom d[eu']|in the name of|named|as)(?: the name(?: of)?| le nom d[eu']| le nom)? ?"
    r"(?:(?:m|mme|mr|mrs|ms|miss)\.? )?\Z"
)
_NAME_REACH: Final = 64
_WORD: Final = compiled("[a-z][a-z'-]*")
#: What a message closes with, up to its name; and what it begins with.
_CLOSES: Final = compiled(
    r"(?<![a-z])(?:merci|thank(?:s| you)|thx|cordiale?ment|cordially|salutations?|salut|regards|sincere(?:ly|ment)"
    r"|respect(?:fully|ueusement)|bien a vous|best|cheers|bonne (?:journee|soiree|semaine)"
    r"|(?:have a )?(?:good|nice|great) (?:day|evening|week)|a bientot|au revoir|votre (?:tout )?devoue?e?"
    r"|yours(?: truly)?)(?![a-z])[^.!?:\n]{0,40}[\s,.!>-]{0,6}\Z"
)
_GREETS: Final = compiled(r"(?<![a-z])(?:bonjour|bonsoir|salut|hello|hi(?: there)?|allo)[ ,!.\n]{1,4}\Z")
#: What names somebody right after it.
_LABELS: Final = compiled(
    r"(?:\A|[\n.;,|(>*-])[> ]{0,3}(?:mon |my |le |the |full |your )?(?:noms?(?: complet| et prenoms?)?"
    r"|names?|prenoms?(?: et noms?)?|(?P<subject>objet|subject|re|dossier(?: de)?|file(?: of)?)) ?:? ?"
    r"(?:dossier de |file of |m\. |mme |mr\.? |mrs\.? |ms\.? )?\Z"
)
#: Any other label: "Photo: Luc Roy, …", "Best man: …".
_LABELLED: Final = compiled(r"[a-z]{2} ?: ?\Z")
#: Who writes, of himself: what an author or a caption has not.
_FIRST_PERSON: Final = compiled(
    r"(?<![a-z'])(?:je|j'[a-z]+|m'[a-z]+|ma|mon|mes|moi|i|i'm|i've|my|me)(?![a-z'])"
)
#: Nothing but thanks ends it.
_THANKS: Final = compiled(
    r"[ ,.;)!-]{1,3}(?:merci|thank(?:s| you)|thx|svp|stp|please|cordialement|regards)(?![a-z])"
    r"(?: (?:beaucoup|d'avance|bien|a (?:vous|l'avance)|infiniment|so much|very much|in advance|a lot|again|encore))?"
    r"[ .)!]*(?:\r?\n[> \r]*+)*\Z"
)
#: The message ends, or how to reach who has that name follows.
_ENDS: Final = compiled(r"[ .)!]*(?:\r?\n[> \r]*+)*\Z")
_NEXT: Final = compiled(r" ?(?:\r?\n|[,;|)(]|[.-] )")
_REACHED: Final = compiled(
    r"[ .);,|/\t-]{0,4}(?:\r?\n[> ]{0,4})?(?:[a-z.']{2,12} ?:? ?)?"
    r"(?:\(?[2-9][0-9]{2}\)?[ .-]{1,3}[0-9]{3}[ .-][0-9]{4}(?![0-9])|[2-9][0-9]{9}(?![0-9])|[a-z0-9._+-]{2,40}@[a-z0-9]"
    r"|[a-z][0-9][a-z] ?[0-9][a-z][0-9](?![a-z0-9])"
    r"|[0-9]{1,5}(?:-[0-9]{1,5})?,? (?:rue|avenue|av\.?|boul\.?|chemin|ch\.?|rang|place|montee|cote"
    r"|[a-z'. -]{2,24}(?:street|st\.?|avenue|ave\.?|road|rd\.?|drive|dr\.?|lane|crescent|cres\.?|boulevard|blvd\.?))(?![a-z]))"
)
#: What an office is asked for, or about.
_ASKS: Final = compiled(
    r"(?<![a-z])(?:cartes?|cards?|dossiers?|files?|ramq|regie|assur|insur|adress|address|medic|health|sante|renew|renouvel"
    r"|formulaires?|forms?|rendez-vous|appointment|coverage|couverture)"
)
#: Behind the date, what happened on it: "… je vous ai écrit ce jour-là", "Date de la demande ci-dessus".
_THAT_DAY: Final = compiled(
    r"[^:]{0,80}(?<![a-z])(?:ci-dessus|above|(?:that|this) (?:same )?(?:day|date|year)|cette (?:date|annee)|ce jour(?:-la)?"
    r"|since then|depuis lors)(?![a-z])"
)
_LINE: Final = compiled(r"[^\n]{0,40}")
#: The words right behind the date, of who did something then: "I, Luc Roy, 4 May 1998, I was hired".
_COMMA: Final = compiled(r"\)?, ?(?:i|je|j'|we|nous|on)(?![a-z])[^,\n]{0,40}")
#: Who has just said his name speaks of himself.
_SPEAKS: Final = compiled(r"[ ,;.]{1,3}(?:ici[ ,]{1,2})?(?:je |j'|i |i'm |i've |i'd |calling |writing )")
_STOP: Final = compiled(r"[.!?]|(?<!,)\r?\n")
_TITLE: Final = compiled(r":[ \r]*\n[> ]*\Z")
_LEAD: Final = 160
#: A message that is hardly longer than a closing.
_NOTHING_ELSE: Final = 30
#: Who signs is so old at least, in years.
_GROWN: Final = 14


def signed(page: Page, flat: str, taken: Spans) -> Iterator[Candidate]:
    """The dates of long ago behind the name of whoever signs, is named by a label or can be reached; none in `taken`. Linear."""
    years = page.years(_GROWN)
    if years and taken:
        years = taken.free(years, YEAR)
    for first, written in dates_around(page, flat, years) if years else ():
        start, end = first + written.start, first + written.end
        if _is_of_who_signs(page, start, end, age(page, written.days)) and not is_public(
            page, start, end, written.days
        ):
            yield candidate(first, written, 0.6, ("pattern", "layout:signature"))


def _is_of_who_signs(page: Page, start: int, end: int, years: float) -> bool:
    """Whether somebody of so many years gives the date at page.lower[start:end] with a full name before it, as his own.

    Where no label and no address tells that the name is a person's, the date is one of long ago: letters and visits are not.
    """
    if years < _GROWN or _THAT_DAY.match(page.lower, end):
        return False
    old = years >= HALF_A_LIFE
    if old and _is_of_a_town(page, start, end):
        return True
    begin = _name_before(page, start)
    if begin < 0:
        return False
    lead = page.lower[max(0, begin - _LEAD) : begin]
    if _is_named_in_sentence(page, start, end, lead):
        return True
    if label := _LABELS.search(lead):
        return _is_labelled(page, end, old=old, subject=label["subject"] is not None)
    return _is_signed(page, begin, end, lead, old=old)


def _is_named_in_sentence(page: Page, start: int, end: int, lead: str) -> bool:
    """Whether who declares something or whose file it is stands behind `lead`, and the date at lower[start:end] beside him."""
    before = page.lower[start - 2 : start].strip()
    if not before.endswith(_APART):
        return False
    if _DECLARES.search(lead):
        return _GOES_ON.match(page.lower, end) is not None and not _tells_more(page, end, _COMMA)
    return _FILED.search(lead) is not None and _NEXT.match(page.lower, end) is not None


def _is_of_a_town(page: Page, start: int, end: int) -> bool:
    """Whether the date of long ago at lower[start:end] stands behind somebody's name and town, as his own."""
    town = _TOWN_BETWEEN.search(page.lower, max(0, start - _TOWN_REACH), start)
    if town is None:
        return False
    if not (_AFTER_TOWN if town["any"] is None else _AFTER_BRACKET).match(page.lower, end):
        return False
    begin = _name_before(page, town.start())
    if begin < 0 and (begin := _somebody_before(page, town.start())) < 0:
        return False
    lead = page.lower[max(0, begin - _LEAD) : begin]
    if _MYSELF.search(lead):
        return True
    said = _STOP.split(lead)[-1]
    return (
        _OPENS.search(lead) is not None
        and not (
            _TITLE.search(lead) or _LABELLED.search(lead) or OTHER_EVENT.search(said) or tells_other(said)
        )
        and (town["any"] is not None or _FIRST_PERSON.search(lead) is not None)
    )


def _is_labelled(page: Page, end: int, *, old: bool, subject: bool) -> bool:
    """Whether the date that ends there is of whom a label before it names; `subject`: as what the message is about."""
    if subject and not old:
        return False
    if _ENDS.match(page.lower, end) or _REACHED.match(page.lower, end):
        return True
    # Behind the subject's name and a date of long ago, what the message is about follows; behind another, what happened then.
    return _NEXT.match(page.lower, end) is not None and (subject or not _tells_more(page, end))


def _is_signed(page: Page, begin: int, end: int, lead: str, *, old: bool) -> bool:
    """Whether the name that begins at `begin`, behind `lead`, opens or closes what its bearer writes; the date ends at `end`."""
    if not _OPENS.search(lead) or _TITLE.search(lead) or _LABELLED.search(lead):
        return False
    if old and _GREETS.search(lead) and _SPEAKS.match(page.lower, end):
        return True
    if closes := _CLOSES.search(lead):
        lead = lead[: closes.start()]
    said = _STOP.split(lead)[-1]
    if OTHER_EVENT.search(said) or tells_other(said):
        return False
    if _REACHED.match(page.lower, end):
        return True
    thanks = _THANKS.match(page.lower, end) is not None
    if not old or not (thanks or _ENDS.match(page.lower, end)):
        return False
    if thanks and (_ASKS.search(lead) or _FIRST_PERSON.search(lead)):
        return True
    if closes is not None and begin < _NOTHING_ELSE:
        return True
    return _ASKS.search(lead) is not None and (closes is not None or _FIRST_PERSON.search(lead) is not None)


def _tells_more(page: Page, end: int, what: Pattern = _LINE) -> bool:
    """Whether the line goes on behind the date with something else that happened, as far as `what` reads it."""
    rest = what.match(page.lower, end)
    return rest is not None and OTHER_EVENT.search(rest[0]) is not None


def _somebody_before(page: Page, start: int) -> int:
    """Where words with capitals begin right before page.text[start:] of which one is a name and none an everyday word, or -1."""
    name = _NAME.search(page.text, max(0, start - _NAME_REACH), start)
    words = _WORD.findall(name[1].lower()) if name else []
    if name is None or any(map(is_everyday, words)) or not any(map(is_name, words)):
        return -1
    return name.start(1)


def _name_before(page: Page, start: int) -> int:
    """Where a full name begins that stands right before page.text[start:], or -1; a word that closes a message is none of it."""
    reach = max(0, start - _NAME_REACH)
    if name := _NAME.search(page.text, reach, start):
        if is_full_name(name[1]):
            return name.start(1)
        first, _, rest = name[1].partition(" ")
        return name.start(1) + len(first) + 1 if rest and is_full_name(rest) else -1
    small = _SMALL_NAME.search(page.text, reach, start)
    return small.start(1) if small and all(map(is_name, _WORD.findall(small[1]))) else -1
