"""Births of babies told without "born": "Nos jumeaux sont arrivés ! Léo à 23 h 52 le …", "Baby Zoe joined us on …"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from recognizers.birth_candidate import candidate, date_at, date_before
from recognizers.birth_forms import MEASURED, WEIGHT
from recognizers.cues import gate, vocabulary
from recognizers.dates import WrittenDate
from recognizers.everyday import is_name
from recognizers.glance import words_of
from recognizers.known_plain import NUMBERED
from recognizers.month_forms import MONTH
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: Several newborns, or one that is called nothing else: what stands before "have arrived" where a list of names follows.
_BABIES: Final = vocabulary(
    "jumeaux jumelles jumeau twins triplets triples triplees babies bebes bebe bb baby newborn newborns poupon".split()
)
#: What a baby did that others do, too.
_DID: Final = vocabulary(
    "arrived arrive arrivee joined jointe joint rejoint rejoints sorti sortie came pointe pointee showed".split()
)
#: What parents do.
_GREETED: Final = vocabulary(
    "welcomed accueilli announcing annoncer annoncons introducing presenting".split()
)
_TELLING: Final = _BABIES | _DID | _GREETED
#: Closed on pages without any.
NEWBORNS: Final = gate(_BABIES) | gate(_DID | _GREETED, stands=NUMBERED, after=60)
#: An hour: "23 h 52", "11:52 pm", "3h du matin".
_HOUR: Final = (
    r"(?:[0-2]?[0-9] ?(?:h(?:eures?)?(?![a-z])|:)(?: ?[0-5][0-9])?(?![0-9])(?: ?[ap]\.?m(?![a-z])\.?)?"
    r"|[0-9]{1,2} ?[ap]\.?m(?![a-z])\.?)"
    r"(?: (?:du matin|du soir|de l'apres-midi|in the (?:morning|evening)))?"
)
#: From a name or a deed to the date: the hour, if it is told, and "on".
_TO_DATE: Final = (
    rf"(?: ?[,:(-]{{1,2}})?(?: (?:a|at|@|vers|around|about)(?= ?[0-9]))?(?: ?{_HOUR})?,? ?(?:(?:le"
    rf"|on)(?: the)? )?(?=[0-9]|{MONTH})"
)
#: Or the hour stands behind the date.
_HOUR_BEHIND: Final = compiled(rf",? (?:(?:a|at|@|vers|around) )?{_HOUR}")
#: The babies are there, up to the end of what is said of that.
_ARE_HERE: Final = compiled(
    r"(?! (?:de|d'|du|of|'s)(?![a-z]))[^.!?\n:0-9]{0,50}?(?<![a-z])(?:arriv(?:ed|ee?s?)(?![a-z])|came(?![a-z])"
    r"|n'ont pas attendu|couldn't wait"
    r"|(?:are|is|sont|est)(?: (?:finally|enfin|deja|already|now|all|both|tous|toutes))*+ (?:here|la|nee?s?|born)(?![a-z]))"
    r"(?P<said>[^.!?\n:0-9]{0,60}?)(?:[.!]{1,3}|:|,)(?= )"
)
#: The next of them: what links, a name.
_NEXT: Final = compiled(
    r"[ ,;.)\n]{0,3}(?:(?:et|and|pis|puis|then|&|(?:sa|son) (?:soe?ur|frere)|(?:his|her) (?:sister"
    r"|brother))(?![a-z])[ ,]{0,2}){0,3}"
    rf"(?P<name>[a-z][a-z'-]{{1,15}})(?: [a-z'-]{{2,16}}){{0,2}}?(?: (?:est arrivee?|arrived|came))?{_TO_DATE}"
)
#: What a newborn weighs: "7 lb 2 oz", "3,2 kg", "3250 g".
_WEIGHT: Final = rf"{WEIGHT}(?![a-z])\.?(?:,? (?:et |and )?[0-9]{{1,2}} ?(?:oz|onces|ounces)\.?)?"
#: Whom they greet, up to the date.
_GREETS: Final = compiled(
    r"(?:welcomed|accueilli|announcing|annonc(?:er|ons)|introducing|presenting)(?: (?:the|la|l') ?(?:arrival of|venue de"
    r"|arrivee de|naissance de|birth of))?(?: (?:our|notre|an?|une?|the|l[ea]|petite?|little|baby|bebe|son|daughter|fils|fille"
    r"|boy|girl|garcon|new|nouveau|nouvelle|beautiful|belle|beau|second|third|first|premiere?|deuxieme)){0,5}"
    rf",? (?P<name>[a-z'-]{{2,16}})(?: [a-z'-]{{2,16}}){{0,2}}(?:,? \(?(?:{_WEIGHT})\)?,?)?{_TO_DATE}"
)
#: What is told beside a birth that is announced.
_OF_A_BIRTH: Final = compiled(
    rf"(?<![a-z])(?:{_WEIGHT}|declaration|newborn|nouveau-nee?|naissance|birth|maternit[a-z]*|midwife|sage-femme|hospital|hopital"
    r"|pediatric[a-z]*|pediatre|father|mother|pere|mere|mom|mum|maman|papa)(?![a-z])"
)
#: Who begins to work somewhere is welcomed, too.
_IN_A_ROLE: Final = compiled(
    r"[^.!?\n]{0,40}(?<![a-z])(?:as an?|comme|(?:your|our|votre|notre) (?:new|nouve(?:l|lle|au)))(?![a-z])"
)
#: Beside a weight: a baby came, and its day stands before or behind; unless it was only weighed.
_UNITS: Final = gate("kg kilo kilos lb lbs livre livres pound pounds g gr gramme grammes gram grams".split())
_FIGURES_OF_WEIGHT: Final = 8
_OUNCES: Final = 18
_WEIGHED: Final = compiled(rf"(?<![0-9.,])(?:{_WEIGHT})")
_THERE: Final = compiled(
    r"(?<![a-z])(?:announcing|welcome[ds]?|at last|finally|enfin|naissance|birth|born|nee?s?|accouch[a-z]*|delivered|arrive[ed]*"
    r"|(?:baby|it's a|c'est un|c'est une|petit|petite) (?:girl|boy|fille|garcon|gars))(?![a-z])"
)
_CHECKED: Final = compiled(
    r"(?<![a-z])(?:checkup|check-up|visite?|appointment|rendez-vous|rdv|suivi|weighed|pese|pesait|pesee|clsc|clinique|clinic"
    r"|pediatre|vaccin[a-z]*|now weighs|maintenant|colis|parcel|package|paquet|commande|order|box|boite|livr[a-z]*)(?![a-z])"
    r"[^.!?\n]{0,60}\Z"
)
_BEHIND_WEIGHT: Final = compiled(r",? (?:(?:le|on) )?(?=[0-9a-z])")
_BEFORE_WEIGHT: Final = compiled(
    rf"[,;]? ?(?:(?:(?:a|at|@|vers|around) )?{_HOUR}[,;] )?(?:(?:at|a|au|@) [^.!?\n0-9]{{2,30}}[,;] )?\(?\Z"
)
#: With an hour between day and weight, a child came: "elle est arrivée le", not a crib.
_FIGURE: Final = compiled("[0-9]")
_CAME: Final = compiled(
    r"(?<![a-z])(?:il|elle|he|she|bebe|baby|bb|fils|fille|son|daughter|boy|girl|garcon|petite?)(?: est| was| is)?"
    r" (?:arrivee?|arrived|nee?|born|came)(?: early| tot)?,? (?:(?:le|on) )?\Z"
)
_CAME_REACH: Final = 40
#: Who did it: a baby, or somebody little with a name; one's child, or somebody by his name.
_LITTLE: Final = compiled(
    r"(?:(?<![a-z])(?:baby|bebe|bb|newborn|poupon)(?: (?:boy|girl|fille|garcon))?(?: (?P<of>[a-z'-]{2,16})){0,2}"
    r"|(?<![a-z])(?:notre|our|ma|mon|my|l[ea]) (?:petite?|little|new) (?P<named>[a-z'-]{2,16}))"
    r"(?:,? (?:est|s'est|is|has|a|vient de|finally|enfin))*+ \Z"
)
_CHILD: Final = compiled(
    r"(?:(?<![a-z])(?:(?P<one>one|the (?:first|second|other)(?: one)?|l'une?|l'autre|l[ea] (?:premiere?|deuxieme))"
    r"|(?P<pronoun>il|elle|he|she))"
    r"|(?<![a-z])(?:notre|our|ma|mon|my|l[ea]|the) (?:petite?|little (?:guy|one|man|girl|boy)|fils|fille|garcon"
    r"|son|daughter|boy|girl|kid|baby|bebe|bb)"
    r"(?:,? [a-z'-]{2,16},?)?|(?<![a-z])(?P<name>[a-z'-]{2,16}))(?:,? (?:est|s'est|is|has|a|finally|enfin))*+ \Z"
)
#: How: what nobody but a newborn does on a day; and what others do, too.
_AMONG_US: Final = (
    r"joined (?:us|(?:our|the) (?:little |growing )?(?:family|world|clan))|jointe? a (?:nous|(?:notre|la) (?:petite )?famille)"
    r"|rejoints? (?:(?:notre|la) (?:petite )?famille|notre clan)|arrivee? (?:parmi nous|dans (?:nos vies|notre vie"
    r"|(?:la|notre) famille))"
    r"|pointe (?:le bout d[ue] (?:son |sa )?|son )(?:petit )?nez"
)
_DEED: Final = compiled(
    rf"(?:(?P<among>{_AMONG_US})|arrived|arrivee?|sortie?|came (?:out|early|late)|showed up|pointee?)(?![a-z])"
    rf"(?: lol| haha)?{_TO_DATE}"
)
#: What else the sentence of an arrival tells: where else, or to what, somebody came.
_ELSEWHERE: Final = compiled(
    r"(?<![a-z])(?:garderie|daycare|cpe|ecole|school|camp|airport|aeroport|bus|train|flight|vol|canada|quebec"
    r"|montreal|from|practice|match"
    r"|hotel|party|cours|class|bureau|office|travail|work|team|equipe|clerk|foster|adopt[a-z]*|accueil|border"
    r"|dinner|souper|diner|supper"
    r"|restaurant|visite?|curfew|police|urgence|prison|en retard (?:a|au)|damaged|order|commande|late (?:at|for)"
    r"|safely|moved?|airport|avion|plane"
    r"|chirurgie|surgery|avec (?:son|sa)|vacation|vacances|trip|voyage|meeting|reunion|call)(?![a-z])"
)
#: What makes an arrival a birth, near it.
_CHILDBED: Final = compiled(
    r"(?<![a-z])(?:accouch[a-z]*|contractions?|cesarienne|c-section|rqap|qpip|maternite|maternity|parental"
    r"|parentale|midwife|sage-femme"
    r"|jumeaux|jumelles|twins|triplets|newborn|nouveau-nee?|naissance|birth|birthing|weeks? early"
    r"|semaines? (?:d'avance|avant|plus tot)|(?:kid|baby) came early"
    r"|avant terme|a terme|prematur[a-z]*|due date|date prevue|full term|(?:his|her) name is|(?:il|elle) s'appelle"
    r"|pushing|epidural[e]?)"
    r"(?![a-z])"
)
_MEASURED: Final = compiled(MEASURED)
#: A baby is announced before the name of who came at an hour: "Premier bébé pour nous! Léa Roy, arrivée le …".
_ANNOUNCED: Final = compiled(
    r"(?<![a-z])(?:notre|nos|mon|mes|un|our|my|an?|new|nouveau|premier|deuxieme|troisieme|first|second|third|petit|little)"
    r" (?:(?:premier|first|petit|little|beau|beautiful|nouveau|new) )?(?:bebe|baby|poupon|newborn|nouveau-ne)"
    r"(?= ?[!.,:;(]| (?:pour|for|a la maison|at home|est (?:la|arrive)|is (?:here|finally)|boy|girl|fille|garcon)(?![a-z]))"
    r"[^\n0-9]{0,50}\Z"
)
#: What is told of nobody but a newborn, near the day that a pronoun came; and of whom one came at an hour.
_TOO_EARLY: Final = compiled(
    r"(?<![a-z])(?:(?:semaines?|weeks?|jours|days|mois|months?) (?:d'avance|avant (?:terme|la date)|plus tot|early|trop tot"
    r"|premature|ahead of (?:her|his|the) due)|prematuree?s?|preemie|avant terme|before (?:her|his|the) due date"
    r"|sage-femme|midwife|c-section|cesarienne)(?![a-z])"
)
_OF_SEVERAL: Final = compiled(r"(?<![a-z])(?:twins?|jumeaux|jumelles|triplets|triplees?)(?![a-z])")
_AN_HOUR: Final = compiled(_HOUR)
_LATE: Final = timedelta(days=3 * 365)
_BEFORE: Final = 60
_AROUND: Final = 160
_SAID: Final = 70
_REACH: Final = 120
_LONGEST: Final = 40
_MOST: Final = 6
_SENTENCE: Final = compiled(r"[.!?\n](?![0-9])")
_WORDS: Final = compiled("[a-z]+")


def newborns(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates on which babies came, one behind each name or behind what they did. Linear: each word is looked at once."""
    for at, word in words_of(page.openers, NEWBORNS):
        end = at + len(word)
        if word in _BABIES:
            here = _ARE_HERE.match(page.lower, end, end + _REACH)
            if here and not _ELSEWHERE.search(here["said"]):
                several = word not in ("bebe", "bb", "baby", "newborn", "poupon")
                yield from _listed(page, flat, here.end(), fewest=1 + several)
        if word in _DID:
            yield from _who_came(page, flat, at)
        if word in _GREETED:
            yield from _greeted(page, flat, at)
    yield from _weighed(page, flat)


def _who_came(page: Page, flat: str, at: int) -> Iterator[Candidate]:
    """The date behind what a baby did at lower[at:], and those of the next ones."""
    deed = _DEED.match(page.lower, at, at + _REACH)
    written = date_at(page, flat, deed.end(), _LONGEST) if deed else None
    if deed is None or written is None:
        return
    hour = _AN_HOUR.search(deed[0]) is not None
    if not _is_of_late(page, deed.end(), written, any_year=hour):
        return
    said = page.lower[max(0, at - _BEFORE) : at].rstrip()
    before = said.rstrip(",") + " "
    apart = said.endswith(",") and not deed["among"]
    if apart and not any(map(is_name, _WORDS.findall(said)[-1:])):
        return
    end = deed.end() + written.end
    hour = hour or _HOUR_BEHIND.match(page.lower, end) is not None
    little = _LITTLE.search(before)
    names = [name for name in little.groups() if name] if little else []
    if little and (deed["among"] or hour or _MEASURED.match(page.lower, deed.end())):
        told = all(is_name(name.partition("-")[0]) for name in names)
    else:
        child = _CHILD.search(before)
        near = max(0, at - _AROUND), end + _AROUND
        told = (
            child is not None
            and (child["pronoun"] is None or _TOO_EARLY.search(page.lower, *near) is not None)
            and (child["one"] is None or (hour and _OF_SEVERAL.search(page.lower, *near) is not None))
            and (child["name"] is None or is_name(child["name"].partition("-")[0]))
            and (
                _MEASURED.match(page.lower, deed.end()) is not None
                or child["one"] is not None
                or (hour and child["name"] is not None and _ANNOUNCED.search(before) is not None)
                or (not apart and _CHILDBED.search(page.lower, *near) is not None)
            )
        )
    if told:
        yield candidate(deed.end(), written, 0.7, ("pattern", "cue"))
        yield from _listed(page, flat, end, fewest=1)


def _greeted(page: Page, flat: str, at: int) -> Iterator[Candidate]:
    """The date on which parents say that they welcomed somebody by name."""
    greets = _GREETS.match(page.lower, at, at + _REACH)
    written = date_at(page, flat, greets.end(), _LONGEST) if greets else None
    if (
        greets
        and written
        and is_name(greets["name"].partition("-")[0])
        and _is_of_late(page, greets.end(), written)
        and not _IN_A_ROLE.match(page.lower, greets.end() + written.end)
        and _OF_A_BIRTH.search(page.lower, max(0, at - _AROUND), greets.end() + written.end + _AROUND)
    ):
        yield candidate(greets.end(), written, 0.7, ("pattern", "cue"))


def _weighed(page: Page, flat: str) -> Iterator[Candidate]:
    """The dates of late right beside what a newborn weighs."""
    for at, unit in words_of(page.openers, _UNITS) if page.gates & _UNITS else ():
        weight = _WEIGHED.search(page.lower, max(0, at - _FIGURES_OF_WEIGHT), at + len(unit) + _OUNCES)
        if weight is None:
            continue
        start, end = weight.span()
        lead = page.lower[max(0, start - _REACH) : start]
        if not _THERE.search(lead) or _CHECKED.search(lead):
            continue
        behind = _BEHIND_WEIGHT.match(page.lower, end)
        written = date_at(page, flat, behind.end(), _LONGEST) if behind else None
        if behind and written and _is_of_late(page, behind.end(), written):
            yield candidate(behind.end(), written, 0.7, ("pattern", "cue"))
            continue
        gap = _BEFORE_WEIGHT.search(page.lower, max(0, start - _BEFORE), start)
        if gap is None:
            continue
        dated = date_before(page, flat, gap.start())
        timed = _FIGURE.search(gap[0]) is not None
        if dated and _is_of_late(page, *dated) and (not timed or _CAME.search(_lead_to(page, dated))):
            yield candidate(*dated, 0.7, ("pattern", "cue"))


def _lead_to(page: Page, dated: tuple[int, WrittenDate]) -> str:
    """What stands right before a date, given with where its window begins."""
    start = dated[0] + dated[1].start
    return page.lower[max(0, start - _CAME_REACH) : start]


def _listed(page: Page, flat: str, position: int, *, fewest: int) -> Iterator[Candidate]:
    """The dates behind the names that follow each other from `position` on, where there are so many."""
    listed: list[Candidate] = []
    while len(listed) < _MOST:
        led = _NEXT.match(page.lower, position, position + _REACH)
        if led is None or not is_name(led["name"].partition("-")[0]):
            break
        written = date_at(page, flat, led.end(), _LONGEST)
        if written is None or not _is_of_late(page, led.end(), written):
            break
        listed.append(candidate(led.end(), written, 0.7, ("pattern", "cue")))
        position = led.end() + written.end
        if hour := _HOUR_BEHIND.match(page.lower, position):
            position = hour.end()
    if len(listed) >= fewest:
        yield from listed


def _is_of_late(page: Page, start: int, written: WrittenDate, *, any_year: bool = False) -> bool:
    """Whether a baby may have come on the date, of `any_year` or of late, and the sentence tells nothing else of it."""
    end = start + written.end
    said = _SENTENCE.split(page.lower[end : end + _SAID])[0]
    return (any_year or all(page.today - day < _LATE for day in written.days)) and not _ELSEWHERE.search(said)
