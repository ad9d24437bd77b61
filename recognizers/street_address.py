"""Street address as it is written in Québec (civic number, type of road, name) and in English (number, name, type).

The type of road leads: it is rare, and the civic number stands at a known side of it. Names may be in lower case and
without accents; then only road types that mean nothing else count, or something must say that it is an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from recognizers.around import left_of, words
from recognizers.months import MONTH_WORDS
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.street_bare import bare_end
from recognizers.street_turned import turned
from recognizers.towns import TOWN

_GAP: Final = r"(?:[ \t]{1,3}|[ ]?,[ ]?|[ ]?\r?\n[> ]{0,3})"
#: "12-345,", "345A", "123 1/2", "app. 3, 123".
_CIVIC: Final = compiled(
    rf"(?<![0-9a-z$.,/])(?:(?:app?t?|unit|unite|suite|bureau)\.?[ ]?#?[0-9]{{1,4}}[a-d]?[ ]?[,-]?[ ]?)?"
    rf"(?:no[. ]{{1,2}})?#?(?:[0-9]{{1,5}}[ ](?=1/2))?"
    rf"[0-9]{{1,5}}(?:[ -]?[a-d](?![a-z])|[e-z](?![a-z])|[ ]?(?:bis|ter)(?![a-z]))?(?:[ ]?[-/][ ]?[0-9]{{1,5}}[a-d]?)?{_GAP}"
    rf"(?:(?:la|le|l'|sur|de la)[ ]?)?$"
)
#: "123, 5e " before Avenue; "1250, 3e " before Rang.
_CIVIC_ORDINAL: Final = compiled(
    rf"(?<![0-9a-z$.,/])[0-9]{{1,5}}(?:[ -]?[a-d](?![a-z]))?(?:[ ]?-[ ]?[0-9]{{1,5}})?(?:{_GAP}|[ ]-[ ])(?:la"
    rf"|le)?[ ]?[0-9]{{1,3}}[ ]?(?:e|re|er|eme|ieme|iere|th|st|nd|rd)[ ]$"
)
_STRONG: Final = (
    "rue|avenue|aven?|av|boulevard|boul|blvd|bld|bd|chemin|chem|ch|rang|rg|route|rte|ruelle|impasse|croissant|crois"
    "|crt|montee|mtee|highway|hwy|grande[ -]allee"
)
_WEAK: Final = (
    "place|pl|cote|allee|terrasse|terr|cercle|carre|promenade|prom|passage|sentier|descente|square|quai|domaine"
    "|traverse|cours|chaussee|autoroute|voie|faubourg"
)
_FRENCH_TYPE: Final = compiled(rf"(?<![a-z0-9'])(?:({_STRONG})|({_WEAK}))(?![a-z0-9'])\.?")
_ENGLISH_TYPE: Final = compiled(
    r"(?<![a-z0-9'])(street|str|st|avenue|ave|av|road|rd|boulevard|blvd|crescent|cres|lane|ln|highway|hwy|parkway|pkwy"
    r"|(drive|dr|court|ct|place|pl|way|terrace|terr|circle|cir|row|square|sq|gardens|grove|trail|close|hill|heights|hts|ridge"
    r"|crossing|mews|path|line|sideroad|side road|concession))(?![a-z0-9'-])\.?(?:(?<=road)[ ][0-9]{1,3}(?![0-9a-z]))?"
)
_ENGLISH_LEFT: Final = compiled(
    r"(?<![0-9a-z$.,/#-])((?:(?:apt|apartment|unit|suite)\.?[ ]?#?[0-9]{1,4}[a-d]?[ ]?[,-][ ]?)?#?[0-9]{1,5}(?:-?[a-z]"
    r"|[ ]?-[ ]?[0-9]{1,5})?[ ]?,?[ ])"
    r"((?:[a-z][a-z'.-]{0,20}[ ]|[0-9]{1,3}(?:st|nd|rd|th)[ ]){1,4})$"
)
_NAME_WORD: Final = compiled(
    r"[ ]{0,2}((?:[ldn]')?[a-z][a-z.'-]{0,30}(?![a-z0-9])|[0-9]{1,3}(?:e|er|re)?(?![0-9a-z]))"
)
_LINK_WORDS: Final = words(
    "de du des d' la le les l' d l st ste saint sainte sts notre dame mgr dr pere abbe"
)
_DIRECTION: Final = compiled(
    r"[ ,]{1,2}(?:est|ouest|nord|sud|east|west|north|south|[eonsw])\.?(?![a-z0-9']|-[a-z])"
)
#: A part of the house: numbered, "C-24" after a comma, or called by its floor.
_APARTMENT: Final = compiled(
    r"(?:[ ]?[,.;-][ ]?|[ ]{1,2}|[ ]?\r?\n[> ]{0,3})(?:(?:appartement|appart|app?t?s?|apartment|apt|unite|unit|bureau"
    r"|bur|suite|local|porte|logement|log|etage|chambre|room|lot|studio)"
    r"(?:[ .:#]|no|n\^){0,4}|#[ ]?)(?:[a-z]-?[0-9]{1,4}|[0-9]{1,5}-?[a-z]?|[a-d])(?![0-9a-z])"
    r"|[ ]?,[ ]?[a-z]{1,2}-[0-9]{1,4}(?:\.[0-9]{1,4})?(?![0-9a-z-])"
    r"|[ ]?,?[ ](?:(?:au[ ])?(?:demi-)?sous[ -]sol|rez[ -]de[ -]chaussee|basement|ground floor|main floor)(?![a-z'-])"
    r"|[ ]?,[ ](?:upper|lower|rdc|haut|bas)(?=[ ]?(?:[,.;)\n]|\Z))"
    r"|[ ]?,?[ ](?:[0-9]{1,2}[ ]?(?:er?|eme|ieme)[ ]etage|[0-9]{1,2}(?:st|nd|rd|th)[ ]floor)(?![a-z])"
)
_STOP: Final = words(
    """
    a au aux et est ou mais car donc fermee fermees barree bloquee arriere avant suivante precedente plus loin qui
    que quand depuis dans en pour par avec sans je j j'ai j'habite tu il elle on nous vous ils mon ma mes merci svp
    passe va est etait sera mene longe ferme ouvre ferma ouvrira fermera traverse commence ici barre
    pres proche c'est cest c pas ne se son sa ses ce cette ces app apt appt appartement bureau local suite porte and
    at in on the is i my we he she near since where but to for with from are was unit apartment by
    """
)
_CITIES: Final = words("quebec montreal laval gatineau longueuil sherbrooke levis saguenay")
_CUE: Final = compiled(
    r"(?:adresse|address|habit\w*|demeur\w*|resid\w*|domicil\w*|demenag\w*|live|living|lives|moved|moving|loge\w*"
    r"|reste|chez (?:moi|nous|lui|elle)|my (?:place|house|home|apartment))\b[^\n]{0,40}$"
)
#: A postal code soon after says that it is an address.
_POSTAL_AFTER: Final = compiled(
    r"(?:[ ,\n]{1,3}[a-z.'()-]{2,20}){0,3}[ ,\n]{1,3}[a-z][0-9][a-z][ -]?[0-9][a-z][0-9](?![a-z0-9])"
)
#: A town right after says so too.
_TOWN_AFTER: Final = compiled(rf"(?:[ ]?,[ ]?|[ ]|[ ]?\n[> ]{{0,3}})(?:(?:a|in) )?{TOWN}")
#: A number that a post box has: "C. P. 6600, Québec".
_OF_BOX: Final = compiled(
    r"(?<![a-z0-9.])(?:c\.?[ ]?p\.?|case postale|casier postal|p\.?[ ]?o\.?[ ]?box|boite postale|b\.p\.)[ ]?"
    r"(?:#|no\.?|n\^)?[ ]?\Z"
)
_OF_BOX_REACH: Final = 20
#: Before the minutes: "05 h 35, Drummondville".
_HOUR: Final = compiled(r"(?<![0-9])[0-2]?[0-9] ?h ?\Z")
#: Where somebody lives or something goes: makes an address of an English one in lower case.
_TO_OR_AT: Final = compiled(r"(?<![a-z])(?:to|at|from|correct|home)[ :]{1,2}$")
_NOT_CIVIC: Final = compiled(
    r"(?<![a-z])(?:minutes?|heures?|hours?|jours?|days?|ans|years?|mois|km|en|in|depuis|since|page"
    r"|article|a|les|ces|des|le|only)[ ]$"
)
_ARTICLE: Final = compiled(r"(?<![a-z])(?:articles?|alineas?|paragraphes?|chapitres?)[ ]$")
_UNITS: Final = words(
    """minutes minute min hours hour days day weeks months years year people persons blocks block km miles mile metres
    dollars times way
    of from the for off more other new a an to in on at down along and per first second next last full long short single"""
)
_FRENCH_UNITS: Final = words(
    "an ans annee annees jour jours semaine semaines heure heures h fois personne personnes enfant enfants adulte adultes"
    " piece pieces chambre chambres etage etages logement logements appartements lits metres mois kids children adults"
)
_NUMBER_AND_NAME: Final = compiled(r"[0-9]{1,5}(?:-[0-9]{1,5})?[a-d]?,?[ ](?=[a-z])")
#: Words of those that say where somebody lives, for a text without any.
_HOME_PARTS: Final = (
    "adress",
    "address",
    "habit",
    "demeur",
    "resid",
    "domicil",
    "demenag",
    "liv",
    "mov",
    "loge",
    "reste",
)
_APARTMENT_PARTS: Final = (" app", " apt", "#", " unit", " suite", " bureau", " log")
_LINKS: Final = ("de ", "des ", "du ", "d'", "la ", "l'")
_SPELLED_OUT: Final = (" Est", " Ouest", " Nord", " Sud", " East", " West", " North", " South")
_GLUED: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789$.,/#_-")
#: A single figure after "#" may number anything.
_APARTMENT_AT_END: Final = compiled(
    r"[a-z][ .:#]{0,3}[0-9]{1,5}-?[a-z]?\Z|#[ ]?[0-9]{2,5}[a-d]?\Z|[ ,][a-d]\Z"
)
#: Types of road that are everyday words: only with a capital.
_ALSO_THINGS: Final = words("line path hill heights ridge crossing concession")
#: A civic number's letter beyond d is a capital: "14h rue Roy" is an hour.
_SMALL_LETTER: Final = compiled(r"[0-9][e-z](?![A-Za-z0-9])")
_ORDINALS: Final = words("first second")
_RURAL: Final = compiled(
    r"(?<![a-z0-9.])(?:r\.?[ ]?r\.?|route rurale|rural route)[ ]?(?:#|no\.?|n\^)?[ ]?[0-9]{1,3}(?![0-9a-z])"
)
_BOX: Final = compiled(
    r"(?<![a-z0-9.])(?:c\.?[ ]?p\.?|case postale|casier postal|p\.?[ ]?o\.?[ ]?box|boite postale|b\.p\.)[ ]?(?:#|no\.?"
    r"|n\^)?[ ]?[0-9]{1,5}(?![0-9a-z])"
    r"(?:,? (?:succ\.?|succursale|station|stn)[ ][a-z][a-z'-]*(?![a-z0-9])(?:[ ][a-z][a-z'-]+(?![a-z0-9])){0,2})?"
)


class StreetAddressRecognizer:
    """Proposes STREET_ADDRESS. Linear: fixed windows on both sides of each type of road."""

    id = "street-address"
    entity_types = ("STREET_ADDRESS",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every civic address, post box and rural route on the page."""
        if not page.has_digits:
            return
        yield from self._french(page)
        yield from self._english(page)
        yield from self._untyped(page)
        yield from self._boxes(page)
        for start, end, score in turned(page):
            yield Candidate("STREET_ADDRESS", start, end, score, self.id, ("pattern",))

    def _french(self, page: Page) -> Iterator[Candidate]:
        for road in _FRENCH_TYPE.finditer(page.lower):
            left = page.lower[max(0, road.start() - 36) : road.start()]
            ordinal = _CIVIC_ORDINAL.search(left)
            civic = ordinal or _CIVIC.search(left)
            if civic is None:
                continue
            start = road.start() - (len(left) - civic.start())
            end, named = (road.end(), True) if ordinal else _end_of_name(page, road.end())
            if not ordinal and _SMALL_LETTER.search(page.text, start, start + len(civic[0])):
                continue
            grand = road[0].startswith("grande")
            if not (named or grand) or page.lower.startswith("j.-c", road.end() + 1):
                continue
            score, evidence = _weigh_french(page, start, road, end, civic[0])
            if score:
                yield Candidate("STREET_ADDRESS", start, _with_apartment(page, end), score, self.id, evidence)

    def _english(self, page: Page) -> Iterator[Candidate]:
        for road in _ENGLISH_TYPE.finditer(page.lower):
            left = page.lower[max(0, road.start() - 64) : road.start()]
            found = _ENGLISH_LEFT.search(left)
            if found is None or not (
                _UNITS.isdisjoint(found[2].split()) or _is_numbered(page, road, found[2])
            ):
                continue
            start = road.start() - (len(left) - found.start())
            name_start = road.start() - (len(left) - found.start(2))
            if _SMALL_LETTER.search(page.text, start, name_start):
                continue
            name = page.text[name_start : road.start()].split()
            capital = all(word[0].isupper() or word[0].isdigit() for word in name)
            typed = page.text[road.start()].isupper() or road[2] is None
            if not typed and road[2] in _ALSO_THINGS:
                continue
            end = _with_apartment(page, road.end())
            vouched = end > road.end() + 2 or _is_vouched_for(page, start, end)
            vouched = vouched or "-" in found[1] or _TO_OR_AT.search(left_of(page, start, 12)) is not None
            vouched = vouched or (
                road[2] is None and _is_whole(page, start, found[1], found[2].split(), road.end())
            )
            if vouched or (capital and typed):
                evidence = ("pattern", "cue") if vouched else ("pattern",)
                yield Candidate("STREET_ADDRESS", start, end, 0.95 if vouched else 0.85, self.id, evidence)

    def _untyped(self, page: Page) -> Iterator[Candidate]:
        """A number and a name without the type of road, where a cue, an apartment or a postal code vouches for them."""
        apartments = any(map(page.lower.__contains__, _APARTMENT_PARTS))
        homes = any(map(page.lower.__contains__, _HOME_PARTS))
        for found in _NUMBER_AND_NAME.finditer(page.lower):
            before = left_of(page, found.start(), _OF_BOX_REACH)
            if (
                page.lower[found.start() - 1 : found.start()] in _GLUED
                or _OF_BOX.search(before)
                or _HOUR.search(before)
            ):
                continue
            if not (
                apartments
                or homes
                or page.text[found.end()].isupper()
                or page.lower.startswith(_LINKS, found.end())
            ):
                continue
            if bare := bare_end(page, found.start(), found.end()):
                whole = _with_apartment(page, bare)
                yield Candidate("STREET_ADDRESS", found.start(), whole, 0.75, self.id, ("pattern", "cue"))
            end, named = _end_of_name(page, found.end())
            first = page.lower[found.end() : end].split(" ", 1)[0]
            if not named or first in _UNITS or first in _FRENCH_UNITS or first in MONTH_WORDS:
                continue
            name = page.text[found.end() : end]
            capital = name != name.lower() and name != name.upper()
            whole = _with_apartment(page, end)
            apartment = _APARTMENT_AT_END.search(page.lower, end, whole) is not None
            left = left_of(page, found.start(), 40)
            at_home = _CUE.search(left) is not None
            led = left.endswith(("au ", "at ", "to "))
            numbered = led and page.lower[whole - 2] == "#"
            directed = led and name.endswith(_SPELLED_OUT)
            apartment = apartment or numbered
            may_tell = (
                at_home
                or led
                or "," in found[0]
                or _begins_line(page, found.start())
                or name.endswith(_SPELLED_OUT)
            )
            town = may_tell and _TOWN_AFTER.match(page.lower, whole, whole + 40) is not None
            joined = "-" in found[0] and "," in found[0]
            directed = directed or ((town or joined) and name.endswith(_SPELLED_OUT))
            alone = capital and _begins_line(page, found.start()) and found.end() - found.start() > 2
            town = town and (at_home or led or alone or (capital and "," in found[0]))
            postal = _POSTAL_AFTER.match(page.lower, whole, whole + 80) is not None
            vouched = min(apartment + at_home + postal + directed + town, 3)
            sure = apartment or postal or directed or town or (at_home and _ends_line(page, whole))
            if sure and (capital or ((apartment or town) and at_home)):
                evidence = ("pattern", "cue") if at_home else ("pattern",)
                score = (0.0, 0.75, 0.92, 0.95)[vouched]
                yield Candidate("STREET_ADDRESS", found.start(), whole, score, self.id, evidence)

    def _boxes(self, page: Page) -> Iterator[Candidate]:
        for found in _BOX.finditer(page.lower):
            loose = page.text[found.start() : found.start() + 2] == "cp"
            yield Candidate("STREET_ADDRESS", *found.span(), 0.45 if loose else 0.8, self.id, ("pattern",))
        for found in _RURAL.finditer(page.lower):
            sure = (
                not page.text[found.start() : found.start() + 2].islower()
                or "rural" in found[0]
                or "." in found[0]
            )
            if sure or _CUE.search(left_of(page, found.start(), 60)):
                yield Candidate("STREET_ADDRESS", *found.span(), 0.75, self.id, ("pattern",))


def _is_whole(page: Page, start: int, civic: str, name: Sequence[str], end: int) -> bool:
    """Whether an English address in lower case is all that stands on its line, or a town follows: "342 greene st, laval"."""
    if len(re.sub("[^0-9]", "", civic)) < 2 or len(name) > 2 or not _STOP.isdisjoint(name):
        return False
    if _TOWN_AFTER.match(page.lower, end, end + 40):
        return True
    return _begins_line(page, start) and _ends_line(page, end)


def _begins_line(page: Page, start: int) -> bool:
    return page.lower[max(0, start - 2) : start].strip(" ")[-1:] in ("", "\n")


def _is_numbered(page: Page, road: re.Match[str], name: str) -> bool:
    """Whether an ordinal in words names the road: "First Avenue"."""
    first = road.start() - len(name)
    return name.strip() in _ORDINALS and page.text[first].isupper() and page.text[road.start()].isupper()


def _weigh_french(
    page: Page, start: int, road: re.Match[str], end: int, civic: str
) -> tuple[float, tuple[str, ...]]:
    before = left_of(page, start, 60)
    if _with_apartment(page, end) > end + 2 or _is_vouched_for(page, start, end):
        return 0.97, ("pattern", "cue")
    if _ARTICLE.search(before):
        return 0.0, ()
    if _NOT_CIVIC.search(before) and "," not in civic and not re.search(r"\b(?:au|le|a)[ ]$", before):
        return 0.0, ()
    capital = any(char.isupper() for char in page.text[road.end() : end])
    if road[1]:
        if capital or "," in civic:
            return 0.93, ("pattern",)
        if _TOWN_AFTER.match(page.lower, end, end + 40):
            return 0.9, ("pattern",)
        figures = len(re.sub("[^0-9]", "", civic))
        return (0.91 if figures > 2 else 0.8 if figures > 1 else 0.4), ("pattern",)
    if capital:
        return (0.85 if "," in civic else 0.7), ("pattern",)
    return 0.0, ()


def _is_vouched_for(page: Page, start: int, end: int) -> bool:
    """Whether the words before, or a postal code after, say that it is an address."""
    if _CUE.search(left_of(page, start, 60)):
        return True
    return _POSTAL_AFTER.match(page.lower, end, end + 80) is not None


def _end_of_name(page: Page, at: int) -> tuple[int, bool]:
    """Where the name after a type of road ends, and whether there is one: up to five words that can be a name."""
    end, named = at, False
    for _ in range(6):
        word = _NAME_WORD.match(page.lower, end, end + 40)
        if word is None:
            break
        plain = word[1].strip(".'-")
        direction = named and _DIRECTION.match(page.lower, end, end + 12)
        if direction and _ends_address(page, direction.end()):
            return direction.end() - _is_full_stop(page, direction.end()), True
        if named and plain in _CITIES and page.text[word.start(1)].islower():
            break
        if plain in _STOP and (page.text[word.start(1)].islower() or page.text[at - 1].isupper()):
            break
        end = word.end()
        named = named or plain not in _LINK_WORDS or plain in ("notre", "dame")
        if word[1].endswith(".") and len(plain) > 3:
            break
    return (end - (page.lower[end - 1] in ".'-"), True) if named else (at, False)


def _ends_address(page: Page, at: int) -> bool:
    """Whether a direction ends here: "est" is also a verb, "E" an initial."""
    if _is_full_stop(page, at):
        return True
    rest = page.lower[at : at + 8].lstrip(" ")
    if not rest or not rest[0].isalpha() or rest.startswith(("app", "apt", "a ", "bur", "qc", "que", "mon")):
        return True
    return page.text[max(0, at - 6) : at].rstrip(".").split(" ")[-1][:1].isupper()


def _is_full_stop(page: Page, at: int) -> bool:
    """Whether a full stop that ends a sentence stands before `at`: after "est.", not after "E."."""
    return page.lower[at - 1] == "." and page.lower[at - 3 : at - 1].isalpha()


def _ends_line(page: Page, at: int) -> bool:
    """Whether a comma, a line or the text ends here."""
    return page.lower[at : at + 3].lstrip(" .")[:1] in ("", ",", "\n")


def _with_apartment(page: Page, end: int) -> int:
    direction = _DIRECTION.match(page.lower, end, end + 12)
    if direction and _ends_address(page, direction.end()):
        end = direction.end() - _is_full_stop(page, direction.end())
    apartment = _APARTMENT.match(page.lower, end, end + 40)
    return apartment.end() if apartment else end


RECOGNIZER = StreetAddressRecognizer()
