"""Birth dates behind the names of those for whom something is asked: "check for luc roy 31/10/2002 or zoé roy 15/04/1991".

Also behind a title that calls them pupils, patients or newcomers: "Élèves : Zoé Roy (2018-09-14), Noé Roy (2019-01-22)".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final, NamedTuple

from recognizers.birth_candidate import RECENT, candidate, date_at
from recognizers.birth_family import RELATIVES
from recognizers.birth_rows import without_coming
from recognizers.birth_series import tells_deed
from recognizers.birth_vetoes import OTHER_EVENT, SINCE_THEN, WROTE
from recognizers.cues import gate, vocabulary
from recognizers.dates import WrittenDate
from recognizers.everyday import is_full_name
from recognizers.glance import words_of
from recognizers.known_plain import NUMBERED
from recognizers.month_forms import MONTH
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: What an office is asked to do for somebody …
_ASKED: Final = vocabulary(
    """check verify lookup look find search confirm validate register enroll enrol add verifier verifiez verifie valider validez
    regarder chercher trouver confirmer inscrire inscrivez ajouter ajoutez rechercher""".split()
)
#: … or to put on a list, which is done with children.
_LISTED: Final = frozenset("register enroll enrol add inscrire inscrivez ajouter ajoutez".split())
#: What a list calls people who have a file.
_CALLED: Final = vocabulary(
    """eleves pupils students campers campeurs campeuses joueurs joueuses players patients patientes residents residentes usagers
    newcomers arrivants refugees refugies immigrants employees employes workers travailleurs candidats participants membres
    members passagers passengers colocataires colocs roommates roomates tenants locataires enfants kids children petits grands
    adultes adults inscription inscriptions registration registrations enrolment enrollment""".split()
)
#: Of these, those who may have come, or whose lease, work or turn began, on such days.
_GROWN_UPS: Final = frozenset(
    """employees employes workers travailleurs candidats participants membres members passagers passengers colocataires colocs
    roommates tenants locataires""".split()
)
_SPOKEN_OF: Final = _ASKED | _CALLED
#: Closed on pages on which none of these has figures behind it.
REQUESTS: Final = gate(_SPOKEN_OF, stands=NUMBERED, after=60)
#: From the verb to the first name.
_KIN: Final = "|".join(RELATIVES.split())
_LED: Final = compiled(
    r"(?: (?:up|in|out|into|please|pls|svp|also|aussi|if|si|whether|both|again|encore|quickly|vite)){0,3}"
    r"(?: (?:the|an?|la|les?|my|our|his|her|mon|ma|mes|notre|nos|son|sa|ses|leurs?|two|deux|these|ces|following)){0,2}"
    r"(?: ?(?:files?|dossiers?|fiches?|cartes?|cards?|eligibility|admissibilite|status|statut|coverage|couverture|records?"
    r"|persons?|people|personnes?|patiente?s?|cliente?s?|enfants?|kids?|children|names?|noms?|suivante?s?))?"
    rf"(?: (?:for|of|on|pour|de|du|des|sous|under|my|our|ma|mon|notre|{_KIN})(?![a-z])){{0,3}}(?:,| ?:)? (?=[a-z])"
)
#: From the title to its colon.
_TITLE: Final = compiled(r"[^:.!?;\n]{0,60}:\s{1,3}(?:[*-] ?)?(?=[a-z])")
_TITLE_BEFORE: Final = compiled(r"(?:\A|[.!?;\n])([^.!?;\n]{0,40})\Z")
#: Somebody's names and what leads from them to a date.
_PERSON: Final = compiled(
    r"(?=[a-z'.,(:/ -]*+[0-9])"
    r"(?P<who>[a-z][a-z'-]{1,20}(?:,? [a-z][a-z'.-]{0,20}){1,3}?)(?: ?[,(:/]| -{1,2})? ?(?:(?:nee?|born|le|on|du) ){0,2}"
    rf"(?=[0-3]?[0-9][-/. a-z]|[12][0-9]{{3}}[-/.]|{MONTH}\.? [0-9])"
)
#: All that stands before that date's first figure.
_LEADS: Final = compiled("(?:[a-z'.,(:/-]*+ ){0,8}+[a-z'.,(:/-]*+")
#: From a date to the next person.
_NEXT: Final = compiled(
    r"\)?(?:[ \r\n]{0,3}[,;/&][ \r\n]{0,3}| |\r?\n ?[*-] ?)(?:(?:or|and|ou|et|pis|puis|&|plus|then)(?: also| aussi)? )?"
    rf"(?:(?:for|pour|de|of|his|her|my|our|the|son|sa|ma|mon|notre|l[ea]|{_KIN}|blonde|chum)(?![a-z]) ?){{0,3}},? ?"
    r"(?=[a-z])"
)
#: Titles of those who were chosen or came on days of their own, or who had others.
_CHOSEN: Final = compiled(
    r"(?<![a-z])(?:elue?s|elect|nomm|congres|conferen|colloque|atelier|workshop|tournoi|tournament|gala|choisi|select|draft|traded"
    r"|promu|promot|honor|recompens|recrut|retenue?s|convoqu|adhesion|mandat|depuis|since|who|qui"
    r"|(?:ont|avaient|had|have|were|etaient)(?![a-z]))"
)
#: Behind the date: a mark, the line's end, a word that goes on with the sentence or the next person; no word for what was then.
_ENDS: Final = compiled(
    r"\)?(?: ?(?:\r?\n|\Z|[.,;!?)/&-])| (?:and|et|or|ou|pis|we|on|they|i|he|she|il|elle|ils|je|nous|thx|thanks?|merci|svp|pls"
    r"|please|both|same|meme|tel|phone|nam|nas|sin|so|but|mais|car|pour|for|in|at|au|chez|his|her|their|my|la|le|sa|son|the|not|pas|is|est"
    r"|from|living|lives|habite|with|avec|ca|c'est|of|de)(?![a-z]))"
)
#: Behind the date of one who is named alone: where a paper came out ("Luc Roy, 3 mai 2011, La Presse"), or the hour.
_NAME_NEXT: Final = compiled(
    r"\)?(?:, ?[A-Z]| (?:La|Le|Les|The) [A-Z]|,? (?:at|a|\u00e0|vers|around|@) ?[0-9]{1,2} ?(?:h(?![a-z])|:[0-9]|[ap]\.?m))"
)
#: What is told of the day at once behind it.
_AFTER: Final = compiled(r"\)?,? ?(?:[:=(-] ?)?([a-z'-]+(?: [a-z'-]+)?)")
_REACH: Final = 130
_LONGEST: Final = 40
_BEFORE: Final = 60
_MOST: Final = 12
#: Born on days so far from each other, even in one class; people met or were called together on nearer ones.
_SPREAD: Final = timedelta(days=30)
#: A date of fewer years behind one name may be of something else.
_GROWN: Final = timedelta(days=10 * 365)
_OF_AGE: Final = timedelta(days=16 * 365)


class _Named(NamedTuple):
    """A date behind somebody's names, and where the window begins in which it is read."""

    first: int
    written: WrittenDate


def requests(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates behind the names of people for whom something is asked, or whom a title calls. Linear: a look at each word."""
    read = 0
    for at, word in words_of(page.openers, REQUESTS):
        if at < read:
            continue
        end = at + len(word)
        asked = word in _ASKED
        led = (_LED if asked else _TITLE).match(page.lower, end, end + _REACH)
        if led is None or (not asked and _is_of_deeds(page, at, led.end())):
            continue
        named = list(_people(page, flat, led.end()))
        if not named:
            continue
        last = named[-1]
        read = last.first + last.written.end
        days = [day for one in named for day in one.written.days]
        least = RECENT if len(named) > 1 or word in _LISTED else _GROWN
        if word in _GROWN_UPS:
            least = _OF_AGE
        if any(page.today - day < least for day in days):
            continue
        if len(named) == 1 and (not asked or _NAME_NEXT.match(page.text, read)):
            continue
        if len(named) == 1 or max(days) - min(days) > _SPREAD:
            for one in named:
                yield candidate(one.first, one.written, 0.6, ("pattern", "layout:series"))


def _is_of_deeds(page: Page, at: int, end: int) -> bool:
    """Whether the title around lower[at:end] tells what was done with these people on days of their own."""
    before = _TITLE_BEFORE.search(page.lower, max(0, at - _BEFORE), at)
    if before is None:
        return True
    title = without_coming(f"{before[1]}{page.lower[at:end]}").replace("arrivants", "")
    return tells_deed(title) or _CHOSEN.search(title) is not None


def _people(page: Page, flat: str, position: int) -> Iterator[_Named]:
    """Each date behind somebody's names from flat[position:] on, as long as nothing else is told of it."""
    for _ in range(_MOST):
        figure = page.shape.find(b"0", position, position + _REACH)
        if figure < 0 or not _LEADS.fullmatch(page.lower, position, figure):
            return
        person = _PERSON.match(page.lower, position, position + _REACH)
        if person is None or not is_full_name(person["who"]):
            return
        written = date_at(page, flat, person.end(), _LONGEST)
        if written is None:
            return
        end = person.end() + written.end
        after = _AFTER.match(page.lower, end)
        if (
            not _ENDS.match(page.lower, end)
            or WROTE.match(flat, end)
            or (after and (OTHER_EVENT.match(after[1]) or SINCE_THEN.match(after[1]) or tells_deed(after[1])))
        ):
            return
        yield _Named(person.end(), written)
        following = _NEXT.match(page.lower, end)
        if following is None:
            return
        position = following.end()
