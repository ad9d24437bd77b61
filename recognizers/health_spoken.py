"""Health cards of other provinces whose label stands far: "J'ai quitté l'Alberta … Sur ma vieille carte on lit …".

The page names a province or a town of one and speaks of a card; the number is written as that province writes them, and the
words right before it name nothing else. Or the province is all that stands before it: "N.-B. — 619398991 — …".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from recognizers.around import alternatives, is_other_number, words
from recognizers.birth_family import RELATIVES
from recognizers.cues import vocabulary
from recognizers.everyday import is_everyday, is_full_name
from recognizers.glance import words_at
from recognizers.health_cues import FORMS
from recognizers.health_places import KINDS
from recognizers.labelled import GAP, Form, form
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.spoken_of import OTHER_THINGS, calls_other, is_called
from recognizers.told import says_nothing

_PLACE: Final = compiled(
    rf"(?<![a-z.-])(?<!rue )(?<!boul )(?<!avenue )({alternatives(KINDS)})(?![a-z]|-[a-z])(?! (?:street|st|avenue|road"
    rf"|university)(?![a-z]))|(?<![a-z])(?:meme|same) province(?![a-z])"
)
#: How it begins.
_PLACES_BEGIN: Final = vocabulary(
    name.replace(".", " ").replace("-", " ").split()[0] for name in (*KINDS, "meme", "same")
)
#: The forms where no label stands: Nunavut's by its first and last figures, no date for the Island's, the Territories' letter.
_FORMS: Final = {
    **FORMS,
    "NT": (form(rf"[a-z]{GAP}[0-9]{{3}}{GAP}[0-9]{{4}}", 0.85),),
    "PE": (form(r"(?!(?:19|20)[0-9]{2}[01])[0-9]{8}|(?!(?:19|20)[0-9]{2} )[0-9]{4} [0-9]{4}", 0.8),),
    "BC": FORMS["BC"][:1],
}
#: Those whose cards people write of, beside the relatives.
KIN: Final = (
    f"{RELATIVES} ex chum blonde girl boy filles gars daughters sons kid toddler newborn niece neveu nephew cousin cousine oncle"
    " tante uncle aunt grandma grandpa grandmother grandfather grand-mere grand-pere mamie papi beau-pere belle-mere roommate"
    " coloc boyfriend girlfriend fiance fiancee stepson stepdaughter"
)
_CARD: Final = compiled(
    r"(?<![a-z])(?:cartes?|cards?|mienne|assuree?s?|insured|couverte?s?|covered|coverage|couverture|medicare|ohip|phn|phin"
    r"|hsn|mcp|msi"
    r"|assurance[- ]maladie"
    r"|(?:numero|number)(?: d'assurance)? (?:la-bas|there)"
    r"|(?:health|sante)(?: (?:care )?(?:no|number|services|numero))?|numero d'assure)(?![a-z])"
)
#: Cards, and what is said of cards, that no health plan gives: of shops, points and journeys too.
_BRANDS: Final = (
    r"costco|visa|presto|optimum|(?:air )?miles|aeroplan|scene\+?|canadian tire|triangle|nexus|caa|opus|compass|esso"
    r"|petro[- ]canada|walmart|sobeys|starbucks|tim hortons|ikea|mastercard|amex|interac|m\+"
)
OTHER_CARD: Final = compiled(
    rf"(?<![a-z])(?:cartes? (?:{_BRANDS}|(?:de |d'|des |du )?(?:membre|credit|debit|etudiante?|fidelite|bibliotheque|employee?"
    r"|visite|citoyen|residente?"
    r"|transport|presse|stationnement|autobus|loisirs?|peche|chasse|embarquement|routieres?|geographiques?|cadeaux?"
    r"|prepayee?|mere"
    r"|graphique|sim|appel|voeux|caisse|la caisse|banque|guichet|rp|points|parc|jeux?|acces))"
    r"|(?:member(?:ship)?|credit|debit|student|gift|library|employee|loyalty|transit|business|prepaid|photo|bank|post|sim"
    rf"|report|pr|id|resident|score|time|video|memory|phone|green|boarding|hunting|fishing|points|access|{_BRANDS})[ -]?cards?"
    r"|cards? (?:readers?|games?|clubs?|tables?|tournaments?|part(?:y|ies)|payments?)|cartes?-cadeaux?"
    r"|(?:paid|pays?|paying|paye[rsz]?|paiements?|payments?) (?:(?:by|with|par|avec) )"
    r"(?:(?:a|my|la|ma|the|une) )?(?:cartes?|cards?))(?![a-z])"
)
#: Of such a kind is the number, where one of these stands in its sentence.
_OTHERS: Final = (
    rf"{OTHER_THINGS}|cadeau|prepaye|prepaid|(?<!que )(?<!comme )demandes?|(?<!as )requests?|applications?|call|appel(?:ez"
    rf"|er)?|joindre|cell|cellulaire|telecopieur|chart"
    r"|permis|permits?|licen[cs]es?|drivers?|passe?ports?|hydro|students?|etudiante?s?|employee?s?|business|entreprise|store"
    r"|magasin|credit"
    r"|debit|bank|banque|caisse|universit[ey]|transit|folio|population|uci|iuc|mrn|rx|visa|mastercard|amex|interac|rapports?"
    r"|reports?"
    r"|kilomet(?:re|er)s?|km|microchips?|micropuces?|puces?"
    r"|postal|notice|bracelets?|vaccins? lot|registration|enregistrement|identifiants?|units?|dollars?|sales|ventes"
)
_CALLS: Final = calls_other(_OTHERS)
#: The title of a list of such things.
_OTHER_TITLE: Final = compiled(rf"(?<![a-z])(?:{_OTHERS})(?![a-z])[^:.!?]{{0,90}}:\s{{0,4}}\n")
#: What may stand right before the number, besides words that only give one, names and places.
_MAY_STAND: Final = words(
    f"""{KIN} little petit petite carte cartes card cards celle celui celles sante health maladie assurance assure assuree
    insured covered couvert couverte coverage couverture medicare mcp msi phn phin ohip hsn hcn care services service provincial
    provinciale province ancienne ancien vieille vieux old older former previous precedente plastic plastique papier paper back
    endos dos verso recto front typed tapee tape porte numero number no num nos numeros numbers digits chiffres chiffre huit
    neuf dix douze eight nine ten twelve same kind encore still toujours patient patients patiente me my our mine mienne read
    lire lit peut can you pouvez under sous hopital hospital clinique clinic dit says from home bas there territoire territory
    territories valid valide expired expiree finie hors out
    deja leur leurs their theirs meme same
    coup bloc trait go attendez wait
    origine origin current actuelle both deux two as kids children
    enfants too pis puis then chaque each also aussi resident residente bill exactement exactly"""
)
#: Words of the provinces' names, and how words that are made of them end.
_NAME_WORDS: Final = words(" ".join(KINDS).replace("-", " ")) | words(
    "raso soleil sun columbia nouvelle nouveau ile terre"
)
_OF_PLACE: Final = ("ian", "ban", "tan", "ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine")
#: Numbers of provinces, where the page speaks of care: "numéros AB et SK de mes deux colocs : …".
_OF_PLACES: Final = compiled(
    r"(?<![a-z])(?:numeros|nos|numbers) (?:(?:d[eu]s?|for|from|of|d'|my|mes|nos|our|two|[a-z]{4,10}) ?){0,5}?"
    rf"(?:{alternatives(KINDS)})(?![a-z])[^0-9.!?\n]{{0,70}}:[^0-9:\n]{{0,24}}(?:[0-9][0-9 -]{{6,14}}[^0-9:\n]{{2,24}})?$"
)
#: Of one province, and each is somebody's: "Alberta numbers: mine 30861-7535, Noah's …".
_PLACE_NUMBERS: Final = compiled(
    rf"(?<![a-z])(?:(?:{alternatives(KINDS)}) numbers?|(?:numeros|nos) (?:de la |de l'|du |de |d')(?:{alternatives(KINDS)}))"
    r"[ :(-]{1,3}[^.?!:\n]{0,80}(?<![a-z])(?:mine|hers|his|ours|moi|me|les? miens?|celui d[a-z' ]{2,20}"
    r"|[a-z]{2,12}'s)[ :,=(]{1,3}$"
)
_WHO: Final = (
    r"(?<![a-z])(?:moi|me|mine|(?:mon|ma|my|our|notre|son|sa|his|her) (?:[a-z]{2,8} )?"
    rf"(?:{alternatives(KIN.split())})(?:'?s)?)(?:,? [a-z]{{2,12}})?[ :,(=]{{1,3}}"
)
_SOME_NUMBER: Final = r"[0-9](?:[ -]?[0-9]){7,11}"
#: Whoever comes from a province, each with a number: "We arrived from Saskatoon: me 405 295 073, my daughter …".
_EACH: Final = compiled(
    rf"(?<![a-z])(?:arriv[a-z]{{1,4}}|demenag[a-z]{{1,6}}|viens|vient|venons|viennent|moved|came|coming|moving|are|is|am"
    rf"|sommes|suis)"
    rf" (?:here |back |ici )?(?:from|de|du|de la|de l'|d') ?(?:{alternatives(KINDS)})(?![a-z])[^0-9.!?\n]{{0,32}}"
    rf"{_WHO}{_SOME_NUMBER}(?:[ ,;)]{{1,3}}(?:et |and )?{_WHO}{_SOME_NUMBER}){{1,4}}"
)
#: What is used, given or shown where care is had: "for my prescriptions in Manitoba I used 573 680 160".
_USED: Final = compiled(
    r"(?<![a-z])(?:(?:j'|je |i |we |on |nous |elle |il |she |he )(?:used to )?(?:utilis(?:ais|e|ait|ions)|used?|using"
    r"|donn(?:ais|ait|e|ions)"
    r"|gave|give|montr(?:ais|ait|e)|showed|show|present(?:ais|ait|e|ed)?|avais|avait|avions|had|have|ai|a))"
    r"(?: (?:le|the|number|numero|no))*[ :]{1,3}$"
)
#: What a province gave somebody, or those who care for him did: "Le Yukon m'a donné le numéro …".
_HAS_GIVEN: Final = (
    r"(?:(?:has|had|have|a|ont|avait|avaient) )?(?:gave|given|issued|assigned|donnee?|attribuee?|assignee?|emis|remis)"
    r"(?: (?:me|us|him|her|them|it|(?:my|our|a|mon|ma|notre) [a-z]{3,10}))?"
    r" (?:(?:an?|one|1|the|this|le|un|ce|cet) )?(?:(?:new|nouveau|temporary|card) )?(?:numero|number|no\.?)"
)
_GIVEN_BY_PLACE: Final = compiled(
    rf"(?<![a-z])(?:{alternatives(KINDS)})(?: (?:health|sante|medicare))? (?:(?:m|t|l)'|(?:nous|lui|leur|me) )?"
    rf"{_HAS_GIVEN}[ :,]{{1,3}}$"
)
_GIVEN: Final = compiled(
    r"(?<![a-z])(?:they|on|ils|elles|(?:the|la|le) (?:nurse|clinic|hospital|infirmiere|clinique)|l'(?:hopital|infirmiere))"
    rf" (?:(?:m|t|l)'|(?:nous|lui|leur|me) )?{_HAS_GIVEN}(?![a-z])[^0-9.;?!]{{0,40}}$"
)
#: … for something else.
_GIVEN_FOR: Final = compiled(
    r" (?:for|pour|as|comme|de|of) (?:(?:my|our|the|an?|mon|ma|mes|notre|le|la|une?) )?(?:[a-z]{3,10} )?(?:cell[a-z]*|phone"
    r"|telephone|commande|order|dossier|file|compte|account|contrat|contract|permis|licen[cs]e|appointment|rendez-vous|room|chambre)(?![a-z])"
)
#: … and then for whom: "we use 182-747-122 for my son in Rankin Inlet".
_FOR_KIN: Final = compiled(
    rf" (?:for|pour|chez) (?:(?:mon|ma|my|our|notre|son|sa|his|her) (?:[a-z-]{{2,8}} )?(?:{alternatives(KIN.split())})"
    rf"|moi|me|us|nous)"
    r"(?![a-z])"
)
_HAD_CARE: Final = compiled(
    r"(?<![a-z])(?:prescriptions?|ordonnances?|medicaments?|meds|drugs|pharmac[a-z]+|medecins?|doctors?|docteure?|dentiste?"
    r"|hopital|hospital|cliniques?|clinics?|urgence|emergency|vaccins?|vaccines?|soins|soigne[a-z]*)(?![a-z])"
)
_SOCIAL: Final = compiled(
    r"(?<![a-z])(?:n\.?a\.?s|s\.?i\.?ns?|ass(?:urance)? sociale|social insurance)(?![a-z])"
)
_CARE: Final = compiled(
    r"(?<![a-z])(?:urgence|emergency|er(?![a-z])|hopita(?:l|ux)|hospitals?|cliniqu?e?s?|clinics?|sante|health|medecin|doctor"
    r"|malad|soign|ramq|patient|care(?![a-z]))"
)
#: A sentence ends here, though its last word is short.
_SHORT_STOP: Final = compiled(r"(?<!Tel)(?<!Ref)(?<!tel)(?<!ref)[.!?;]\s(?=[A-Z])(?!N[ou]|#)")
#: Whose number it is, right before it in a list.
_NEXT_NAME: Final = compiled(
    r"(?:(?<= et)|(?<= and)|(?<= pour)|(?<= for)|(?<=:)|(?<=,)) [A-Z][a-z]{1,14} ?\(?$"
)
_WORD: Final = compiled("[a-z]+")
_STOP: Final = compiled(r"[.!?;]\s|\n\s*\n")
_NEAREST: Final = 3
_LEFT: Final = 60
_CARD_FAR: Final = 200
_AROUND: Final = 300
_BEHIND: Final = 60
#: Between the name of a province that is a line's or a cell's head and its number.
_HEAD_GAP: Final = compiled(r"[ .)]{0,2}(?:[:;(|\t-]{1,2}|,)? {0,3}(?:(?:no|num|numero|number|#)[ .:]{1,3})?")
_HEAD: Final = compiled(r"(?:\A|[\n|\t;(,-]|[0-9][.)])[ >*-]*\Z")
#: Patients, or their cards, are spoken of where such heads are: a hospital alone has telephones and budgets.
_PATIENTS: Final = compiled(
    r"(?<![a-z])(?:patiente?s?|soignee?s?|treated|medicare|hcn?(?= ?(?:#|no|num))"
    r"|assurance[- ]maladie|assuree?s?|insured|cartes?|cards?|ohip|phn"
    r"|msi|mcp)(?![a-z])"
)
#: Or somebody is named beside them, where care is spoken of.
_CARED_FOR: Final = compiled(
    r"(?<![a-z])(?:cliniques?|clinics?|hopita(?:l|ux)|hospitals?|urgence|emergency|medecins?|doctors?|dr|infirmieres?"
    r"|nurses?|soins"
    r"|care|residence|chsld|malades?|maladies?|pneumonie|fracture|demen(?:ce|tia)|oxyg[a-z]+|pacemaker|diabet[a-z]+"
    r"|cancer|asthm[a-z]*)"
    r"(?![a-z])"
)
#: Whose it is, right before: "Mom (YT 307919643)", "my son Ty, AB 44655-3176".
_RELATIVES: Final = compiled(
    rf"(?<![A-Za-z])(?i:{alternatives(KIN.split())})(?:,? [A-Z][a-z'-]+)?(?: ?\(|[,:] ?)\Z"
)
_FULL_NAME: Final = compiled(r"(?<![A-Za-z'-])[A-Z][a-z'-]+(?: [A-Z][A-Za-z'-]+){1,2}")
#: Of every province its number is told: of how many, of how much.
_TALLY: Final = compiled(
    r"(?<![a-z])(?:(?:par|per|by|each|chaque) province|budgets?|spending|depenses|votes?"
    r"|(?:number|nombre) (?:of|de) patients)(?![a-z])"
)
#: A note well, if a colon follows or a sentence begins with it, and a dog.
_NOTE: Final = compiled(r"n\.?b\.?(?= ?:| [a-z])")
_DOG: Final = compiled(r"(?<![a-z])(?:my|our|his|her|their|the|a|mon|notre|son|leur|le|un|ce) \Z")
#: The word that tells which card it is, and that is a name: "My Presto card", "Carte Costco".
_NAMED_CARD: Final = compiled(
    r"([A-Z][A-Za-z]*)[ -](?:[Cc]ards?|CARDS?)(?![A-Za-z])|(?<![A-Za-z])[Cc]artes? ([A-Z][A-Za-z]*)"
)
#: The Territories' own form, which nothing else has.
_LETTERED: Final = compiled(r"[dhmnt] ?[0-9]{7}")
#: Area codes of Ontario, whose cards have ten figures as its telephones; Nova Scotia's form has none.
_AREA: Final = {
    "ON": words("226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 807 905 942"),
}
_TEN: Final = 10
_LINE: Final = 48


def spoken(page: Page) -> Iterator[tuple[int, int, str, bool]]:
    """Where such numbers stand, of which kind, and whether the province is all that stands before; linear in the page."""
    flat = page.flat
    places = _places(page)
    seen: set[int] = set()
    for start, end, kind in places:
        if head := _headed(page, start, end, kind):
            seen.add(head[0])
            yield *head, kind, True
    for kind in dict.fromkeys(kind for _, _, kind in places):
        where = [start for start, _, one in places if one == kind]
        for one in _FORMS[kind]:
            for found in one.pattern.finditer(flat):
                start, end = found.span()
                at = bisect_right(where, start - _AROUND)
                near = at < len(where) and where[at] < end + _BEHIND
                if near and start not in seen and _is_right(one, found[0]) and _is_cards(page, start, end):
                    seen.add(start)
                    yield start, end, kind, False


def _places(page: Page) -> list[tuple[int, int, str]]:
    """The provinces that are named, and the kind of their cards; "same province" is any before, the last first."""
    places: list[tuple[int, int, str]] = []
    named: dict[str, None] = {}
    end = 0
    for at, _ in words_at(_PLACES_BEGIN & page.words, page.flat):
        if at < end or not (found := _PLACE.match(page.flat, at)):
            continue
        end = found.end()
        if _is_no_place(page, at):
            continue
        for kind in [KINDS[found[1]]] if found[1] else [*reversed(named)]:
            named[kind] = named.pop(kind, None)  # the last
            places.append((*found.span(), kind))
    return places


def _is_no_place(page: Page, start: int) -> bool:
    """Whether "NB" begins a note, or a labrador is a dog."""
    flat = page.flat
    if flat[start] == "n" and _NOTE.match(flat, start):
        return _HEAD.search(page.lower, start - 8, start) is not None
    return flat.startswith("labrador", start) and _DOG.search(flat, start - 8, start) is not None


def _is_telephone(written: str, kind: str) -> bool:
    """Whether a number of ten figures begins with an area code of its province."""
    figures = "".join(filter(str.isdigit, written))
    return len(figures) == _TEN and figures[:3] in _AREA.get(kind, ())


def _is_named_otherwise(page: Page, begin: int, end: int) -> bool:
    """Whether the last card that has a name there has that of no province, plan or person: "My Presto card"."""
    name = ""
    for found in _NAMED_CARD.finditer(page.text, begin, end):
        name = page.lower[slice(*found.span(found.lastindex or 0))]
    return not (
        not name
        or name in _MAY_STAND
        or name in _NAME_WORDS
        or says_nothing([name])
        or name.endswith(_OF_PLACE)
    )


def _is_right(one: Form, written: str) -> bool:
    return one.check is None or one.check("".join(filter(str.isalnum, written)))


def _headed(page: Page, start: int, end: int, kind: str) -> tuple[int, int] | None:
    """Where the number right behind a province's name stands, if that is the head of a line or cell and cards are spoken of."""
    flat = page.flat
    if not _HEAD.search(page.lower, start - 8, start):
        return None
    gap = _HEAD_GAP.match(flat, end)
    begin = gap.end() if gap else end
    for one in _FORMS[kind]:
        found = one.pattern.match(flat, begin)
        if found is None or not _is_right(one, found[0]):
            continue
        line = page.line_end(found.end(), _LINE)
        if flat[start - 1 : start] == "(" and flat.startswith(")", found.end()):
            line = found.end()
        around = max(0, start - _CARD_FAR), found.end() + _BEHIND
        if (
            (
                _PATIENTS.search(flat, *around)
                or _is_beside_somebody(page, start, line, around)
                or (kind == "NT" and _LETTERED.fullmatch(found[0]))
            )
            and not _TALLY.search(flat, *around)
            and not _is_telephone(found[0], kind)
            and not _is_named_otherwise(page, max(0, start - _LEFT), line)
            and not _CALLS[0].search(flat, found.end(), line)
            and not OTHER_CARD.search(flat, start - _LEFT, line)
            and not is_other_number(page, *found.span())
        ):
            return found.span()
    return None


def _is_beside_somebody(page: Page, start: int, line_end: int, around: tuple[int, int]) -> bool:
    """Whether somebody is named on the line of a head, where care is spoken of: "N.-B. — 619398991 — Luc Roy — pneumonie"."""
    if _CARED_FOR.search(page.flat, *around) is None:
        return False
    if _RELATIVES.search(page.text, start - _LINE, start):
        return True
    begin = page.lower.rfind("\n", max(0, start - _LINE), start) + 1 or start
    return any(is_full_name(found[0]) for found in _FULL_NAME.finditer(page.text, begin, line_end))


def _is_cards(page: Page, start: int, end: int) -> bool:
    """Whether a card is spoken of before the number, or right behind it, and nothing else that has one."""
    flat = page.flat
    behind = _STOP.search(page.lower, end, end + _BEHIND)
    last = behind.start() if behind else end + _BEHIND
    begin = max(0, start - _CARD_FAR)
    told = _is_told(page, start, end)
    if not (
        told
        or _CARD.search(flat, begin, start)
        or _CARD.search(flat, end, last)
        or _is_under_places(page, start, end)
    ):
        return False
    if (
        OTHER_CARD.search(flat, begin, last)
        or _is_named_otherwise(page, begin, last)
        or _TALLY.search(flat, begin, last)
        or is_called(page, start, end, _sentence(page, start), _CALLS)
        or is_other_number(page, start, end)
    ):
        return False
    if _OTHER_TITLE.search(page.lower, begin, start):
        return False
    if told:
        return True
    left = flat[max(0, start - _LEFT) : start]
    if named := _NEXT_NAME.search(page.text, start - _LEFT, start):
        left = flat[max(0, start - _LEFT) : named.start()]
    elif _CARD.search(own := flat[max(_sentence(page, start), start - _LEFT) : start]):
        left = own
    said = _WORD.findall(left)[-_NEAREST:]
    return all(
        word in _MAY_STAND or says_nothing([word]) or word in _NAME_WORDS or not is_everyday(word)
        for word in said
    )


def _is_told(page: Page, start: int, end: int) -> bool:
    """Whether the sentence tells whose number of a province it is, or what for: no card is named."""
    begin = max(_sentence(page, start), start - _CARD_FAR)
    left = page.flat[max(0, begin) : start]
    if _PLACE_NUMBERS.search(left) or (
        _USED.search(left) and _HAD_CARE.search(left) and _PLACE.search(left) is not None
    ):
        return True
    given = _GIVEN_BY_PLACE.search(left) or (
        _GIVEN.search(left) and _CARE.search(page.flat, start - _AROUND, end + _AROUND)
    )
    if given and not _GIVEN_FOR.match(page.flat, end, end + _BEHIND):
        return True
    if _USED.search(left):
        stop = _STOP.search(page.flat, end, end + _CARD_FAR)
        behind = page.flat[end : stop.start() if stop else end + _CARD_FAR]
        if _FOR_KIN.match(behind) and _HAD_CARE.search(behind) and _PLACE.search(behind):
            return True
    each = _EACH.search(page.flat, begin, end + _CARD_FAR)
    return (
        each is not None
        and each.start() < start
        and end <= each.end()
        and not _SOCIAL.search(page.flat, start - _AROUND, end + _AROUND)
    )


def _is_under_places(page: Page, start: int, end: int) -> bool:
    """Whether numbers of provinces are given in the sentence, and the page speaks of care."""
    begin = max(0, start - _CARD_FAR)
    return (
        _OF_PLACES.search(page.flat[begin:start]) is not None
        and _CARE.search(page.flat, start - _AROUND, end + _AROUND) is not None
    )


def _sentence(page: Page, start: int) -> int:
    """Where the sentence of a number begins, as far as it is near; 0 if none ends before it."""
    return max((stop.end() for stop in _SHORT_STOP.finditer(page.text, start - _LEFT, start)), default=0)
