"""Names that are no private person's: those who govern or prescribe, machines that talk, music on hold, letters spelled out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recognizers.around import words
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.person_words import Word

#: Who governs: "la ministre déléguée Roy", "the premier, Marie Roy".
_IN_OFFICE: Final = compiled(
    r"(?<![a-z])(?:(?:sous-)?(?:premiere? )?ministre|(?:prime |health )?minister|mayor|mairesse|senator|senat(?:eur|rice)|mna"
    r"|(?<=le )maire|(?<=la )deputee|(?<=le )depute)"
    r"(?: (?:deleguee?|responsable|(?:de la|de l'|du|des|of) ?[a-z]{4,14}))?,? (?:m\.|mme|mr\.|mrs\.|ms\.)? ?$"
    r"|(?<![a-z])(?:premier|(?:the|le) premier(?: ministre)?,) (?:m\.|mme|mr\.|mrs\.|ms\.)? ?$"
)
#: Not where the office begins the next sentence: "Julie Roy, notre mairesse est gentille".
_OFFICE_AFTER: Final = compiled(
    r", (?:notre |our |le |la |the |your |votre )?(?:(?:premiere? )?ministre|(?:prime |health )?minister"
    r"|premier(?! (?!du |de |of |ministre)[a-z])|mayor|maire|mairesse"
    r"|deputee?|senator)(?![a-z])(?! (?:est|etait|is|was|a|has|had|ne|va|does|did|doesn't|didn't|will|said)(?![a-z])| n')"
)
_DOCTOR: Final = compiled(r"(?<![a-z])(?:dr|dre|docteure?|doctor)\.? (?:[a-z]\.[ -]?){0,2}$")
_PRESCRIBES: Final = compiled(
    r"(?<![a-z])(?:prescri(?:pteur|ptrice|ber)|(?:medecin|physician) (?:traitante?|referente?|in charge))[ ]?: (?:dre?\.? )?$"
)
#: Whose name it is before the title: a doctor falls ill too.
_PATIENT: Final = compiled(
    r"(?<![a-z])(?:patiente?|cliente?|assuree?|beneficiaire|requerante?|applicant|insured|conjointe?|spouse|name|nom)"
    r"(?: is| est)?[ ]?:? (?:le |la )?(?:docteure?|doctor|dre?)\.? (?:[a-z]\.[ -]?){0,2}$"
)
#: Behind the trade, whose relative it is: "dentiste, est mon mari".
_KIN_AFTER: Final = compiled(
    r"[^.\n]{0,40}?(?: est|,? is|,) (?:mon|ma|my|our|notre) (?:mari|femme|epouse|epoux|conjointe?|pere|mere|fils|fille|frere"
    r"|soeur|oncle|tante|cousine?|voisine?|husband|wife|spouse|partner|father|mother|son|daughter|brother|sister|uncle|aunt"
    r"|neighbou?r|patient)(?![a-z])"
)
#: What a doctor's name is followed by where it stands for the practice: "Dr Roy, cardiologue".
_PRACTICE: Final = compiled(
    r"(?:, ?| ?\(| - |\n)(?:medecin|omnipraticien|psychiatr|cardiolog|pediatr|chirurgien|dermatolog|neurolog|oncolog|radiolog"
    r"|gyneco|ophtalmolog|anesthes|interniste|urgentolog|dentiste|optometrist|orthoped|urolog|family (?:medicine|physician)"
    r"|physician|surgeon|general pract|internist|dentist|m\.?d\.?(?![a-z])|frcpc|ccfp|md(?![a-z]))"
)
#: The number of the licence behind it, by which one person is meant: ", cardiologue, permis 14233".
_LICENSED: Final = compiled(
    r"[^.;\n0-9]{0,40}(?<![a-z])(?:licen[cs]e|permi[st]|(?:no|numero|num)\.? de pratique|cmq|c\.m\.q\.|opq|oiiq|odq|ooq|cpso"
    r"|practi[cs]e (?:no|number))[^0-9\n;]{0,24}[0-9]"
)
#: Letters that only physicians put behind their names.
_MD: Final = compiled(r", ?(?:M\.? ?D\.?|FRCP[(]?C|FRCSC|CCFP|CMFC|DMD|DDS|MDCM)(?![A-Za-z])")
#: Machines that bear a name.
_MACHINE: Final = compiled(
    r"(?<![a-z])(?:(?:chat ?bot|robot|bot|avatar|assistante? (?:virtuel(?:le)?|vocale?|numerique|automatisee?)"
    r"|(?:virtual|voice|digital|ai) (?:assistant|agent))"
    r"(?: (?:named|called|nommee?|s'appelle|est|is|qui s'appelle|introduced itself as|se presente comme|is called|is named|dit))?"
    r"|itself (?:as )?[a-z]{2,12}, then as|introduced itself as|called itself|s'est presente comme)[ ,:\"]{1,3}$"
)
_PET: Final = compiled(
    r"(?<![a-z])(?:(?:dog|puppy|kitten|chienne?|chiot|chaton|lapin|perroquet|hamster|parrot|(?:mon|ma|un|une|notre) chat(?:te)?"
    r"|(?:my|our|the|a) cat),?"
    r"(?: (?:(?:il|elle|qui|he|she|it) )?(?:s'appelle|is (?:named|called)|named|called|nommee?)|, (?:its|his|her) name is)?) $"
)
#: What is played to those who wait.
_PLAYED: Final = compiled(
    r"(?<![a-z])(?:(?:musique|toune|chanson|disque|air) d[eu]|(?:music|songs?) (?:of|by)|(?:minutes?"
    r"|hours?|heures?) (?:of|de|d')|du) ?$"
)
_PLAYED_AFTER: Final = compiled(r" (?:songs?|music|on hold|on repeat|en boucle|en attente)(?![a-z])")
#: A letter, and what leads to the word that begins with it: "D as in David", "C comme Charlie"; not "I like", "il y a pour".
_SPELLS: Final = compiled(
    r"(?<![a-z'])(?:([a-z]) ?(?:comme(?: dans)?|as in)|([b-hj-xz]) ?(?:for|pour|like)) $"
)
_NATO: Final = words(
    "alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett juliette kilo lima mike november oscar papa"
    " quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu"
)
#: What is spelled out, before two such words that are given names as well.
_CODED: Final = compiled(
    r"(?<![a-z])(?:codes?|letters?|lettres?|plaque|plate|spell(?:ed|s|ing)?|epel\w*|postal|immatricul\w*|flight|vol|call ?sign)"
    r"(?![a-z])[^.\n]{0,36}$"
)
#: What a firm's name begins with, before its founder's.
_FIRM_HEADS: Final = words(
    "construction constructions toiture toitures plomberie transport transports excavation excavations garage renovation"
    " renovations paysagement demenagement ebenisterie electricite quincaillerie epicerie boulangerie patisserie boucherie"
    " entreprise entreprises groupe gestion fondation immeubles ferme fermes autobus ambulance ambulances meubles residence"
    " residences traiteur isolation beton remorquage peinture menuiserie clinique pharmacie garderie"
)
#: Schools, software and roads that nobody names by more than a person's name.
_INSTITUTIONS: Final = words(
    "charlemagne marie-victorin pie-ix edouard-montpetit lionel-groulx andre-laurendeau andre-grasset jean-de-brebeuf"
    " marianopolis concordia mcgill vivaldi mozart beethoven chopin otis"
)
#: Colleges that are surnames as often: where somebody goes to or comes from.
_COLLEGES: Final = words("dawson vanier garneau brebeuf champlain heritage bishop stanislas")
_GOES_TO: Final = compiled(
    r"(?<![a-z])(?:(?:start(?:s|ed|ing)?|stud(?:y|ies|ying)|accepted|enrolled|admitted|teach(?:es)?"
    r"|registered|graduated?|student)"
    r"(?: [a-z0-9]{1,12}){0,4} (?:at|from)|(?:go|goes|going|went|transferr?(?:ed|ing)?|applied|applying) (?:back )?to"
    r"|(?:etudi\w*|inscrite?|acceptee?|admise?|commence|va|entre|vont)(?: [a-z0-9]{1,12}){0,3} a|quitte|leav(?:es|ing)) $"
)
#: A number of four figures or more after capitals: a make and its serial.
_SERIAL_AFTER: Final = compiled(r" (?:no?\.? ?|#)?[0-9]{4}")
_MAKE_BEFORE: Final = compiled(r"(?<![a-z])(?:serial|model|modele|marque|brand|serie|ascenseur|make) $")
#: The first word of a title in quotes goes on: "Grace under pressure".
_TITLE_GOES_ON: Final = compiled(
    r" (?!is |was |has |had |est |a |et |and |called |said |told |did |n')[a-z]{3,}[^\"\n]{0,40}\""
)
_MOVED_FROM: Final = compiled(
    r"(?<![a-z])(?:venue? de|arrivee? de|moved (?:here )?(?:from|to|back to)|(?:live[sd]?|living|vis|vit"
    r"|vivre|habite|demenage|reste)"
    r" (?:in|a)|trip to|flight to|voyage a) $"
)
#: Months in brief or in full that are given names as well, and the day or the year beside them: "5 Jan. 1928".
_MONTHS: Final = words("jan may june april august mai juin avril avr")
_DAY_BEFORE: Final = compiled(r"(?<![0-9])[0-3]?[0-9](?:st|nd|rd|th|er)?,? (?:of )?$")
_YEAR_AFTER: Final = compiled(r"\.?,? (?:[0-3]?[0-9](?:st|nd|rd|th)?,? )?(?:19|20)[0-9]{2}(?![0-9])")
#: After a town: its province or state, in capitals.
_STATE: Final = compiled(
    r",? \(?(?:BC|ON|AB|NB|NS|PE|PEI|NL|SK|MB|NC|SC|NY|MA|VT|FL|(?:North|South) Carolina|Ontario|New York|Texas)(?![A-Za-z])"
)
_POSSESSIVES: Final = words("ma mon my ta ton sa son our")


def is_public(page: Page, found: Sequence[Word], left: str, introduced: str) -> bool:
    """Whether the words, which look like a name, are no private person's; `left` is what stands before them."""
    end = found[-1].end
    names = [word for word in found if not word.initial] or list(found)
    first = names[0]
    if len(names) > 1 and (first.key in _FIRM_HEADS or _is_spelled(page, names, left)):
        return True
    if len(names) > 1 and first.key in _POSSESSIVES and first.opens and not names[1].kind.known:
        return True
    if first.capital and _is_in_charge(page, left, end):
        return True
    if _MACHINE.search(left) or _PET.search(left):
        return len(names) == 1
    if introduced in ("title", "cue", "kin", "closing"):
        return False
    if _PLAYED_AFTER.match(page.lower, end, end + 14):
        return True
    if left.endswith(("musique de ", "music by ", "songs by ", "chanson de ", "toune de ")):
        return True
    return len(names) == 1 and len(found) == 1 and _is_thing_alone(page, first, left, introduced)


def _is_spelled(page: Page, names: Sequence[Word], left: str) -> bool:
    """Whether the words are letters as pilots say them; two given names only in a code or beside a third: "Victor Oscar"."""
    if not all(word.key in _NATO for word in names):
        return False
    if len(names) > 2 or not all(word.kind.given for word in names) or _CODED.search(left):
        return True
    before = left.rstrip(" ,-").rpartition(" ")[2]
    after = page.lower[names[-1].end : names[-1].end + 12].lstrip(" ,-").split(" ")[0]
    return before in _NATO or after.strip(".,") in _NATO


def _is_in_charge(page: Page, left: str, end: int) -> bool:
    """Whether somebody governs, or is a doctor where he practises."""
    if _IN_OFFICE.search(left) or _OFFICE_AFTER.match(page.lower, end, end + 40):
        return True
    if page.has_digits and _LICENSED.match(page.lower, end, end + 72):
        return False
    if _PRESCRIBES.search(left) or _MD.match(page.text, end, end + 10):
        return True
    if _DOCTOR.search(left[-18:]) is None or not _PRACTICE.match(page.lower, end, end + 24):
        return False
    return _PATIENT.search(left) is None and _KIN_AFTER.match(page.lower, end, end + 70) is None


def _is_thing_alone(page: Page, word: Word, left: str, introduced: str) -> bool:
    """Whether a single word that nothing calls somebody's is a letter, a school, a make, a tune, a title or a town."""
    kind = word.kind
    spells = _SPELLS.search(left)
    if word.key in _INSTITUTIONS or (spells and word.key[0] in spells.groups()):
        return True
    if not word.capital:
        return False
    if word.key in _MONTHS and (_DAY_BEFORE.search(left) or _YEAR_AFTER.match(page.lower, word.end)):
        return True
    if word.key in _COLLEGES and _GOES_TO.search(left):
        return True
    if word.acronym and (
        _SERIAL_AFTER.match(page.text, word.end, word.end + 10) or _MAKE_BEFORE.search(left)
    ):
        return True
    if kind.surname and not kind.common and _PLAYED.search(left):
        return True
    if kind.also_place and (_MOVED_FROM.search(left) or _STATE.match(page.text, word.end, word.end + 20)):
        return True
    quoted = kind.also_word and page.text[word.start - 1 : word.start] == '"'
    return quoted and _TITLE_GOES_ON.match(page.lower, word.end, word.end + 60) is not None
