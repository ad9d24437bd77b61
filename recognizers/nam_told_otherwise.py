"""Numbers of a NAM's form, without a label, that their own or the next sentence gives to a thing.

"Bins run from ROWA… to ROWA…", "pallet PALT…; mine shows PALT…", "what does HOSP… mean", "SEAT… is printed on the ticket", "Les
billets, GALA…, ne sont pas …", "The label says TEST…. It's the kit that …". Letters that are no word are somebody's, of whose
claim, delivery or mistake such a sentence may tell as well, unless it says that a thing bears the number, or that things are
numbered so. A name or a birth date that fits says more.
"""

from __future__ import annotations

from typing import Final

from recognizers.around import words
from recognizers.everyday import is_everyday
from recognizers.inserted import inserted_into
from recognizers.nam_codes import is_behind_noun, series
from recognizers.nam_letters import NAME_LENGTH
from recognizers.nam_nouns import PERSONS, WORD, is_listed
from recognizers.nam_number import FORM
from recognizers.nam_things import OF_A_CARD, OTHER_LABEL, PEOPLES, THE_CARD, begins_surname, is_nobodys
from recognizers.page import Page
from recognizers.patterns import Ending, compiled

_DET: Final = (
    r"(?:(?:the|this|that|an?|my|our|your|his|her|their|les?|la|une?|des|du|mon|ma|mes|nos|notre|vos|votre|son|sa|ses|leurs?|ces?"
    r"|cet|cette) |l')"
)
#: What somebody has of their own: "ma réclamation", "my claim".
_OWN: Final = "(?:my|our|mon|ma|mes|notre|nos) "
#: No further than this it is told what a number is, or what a sentence says before it.
_REACH: Final = 90
_UNTIL: Final = "(?:to|through|thru|up to|and|a|au|et|jusqu'(?:a|au))"
#: From one code to another with the same letters; not what became another, or moved to it.
_FROM: Final = compiled(
    rf"(?<![a-z])(?:from|between|entre|de|du) {_DET}?(?:(?P<first>{FORM}) {_UNTIL} {_DET}?)?\Z"
)
_TO: Final = compiled(rf" {_UNTIL} {_DET}?(?P<last>{FORM})")
_BECAME: Final = compiled(
    r"(?<![a-z])(?:chang|corrig|correct|pass|trans|modif|rempla|replac|updat|switch|went|fusion|merg|convert|rename|renomm)[a-z]*"
)
#: What things so numbered do, right before that.
_NUMBERED: Final = compiled(
    r"(?<![a-z])(?:runs?|ran|ranges?|ranging|numbered|numerotee?s?|etiquetee?s?|labell?ed)(?: [a-z]{2,12})? \Z"
)
#: A thing bears a number, right before that: "l'étiquette dit …", "on y lit …", "mine shows …"; and so far back it may say so.
_BORNE: Final = compiled(r"(?<![a-z])(?:lit|dit|affiche|montre|says?|said|reads?|shows?)[ :\"(\u00ab]{1,3}\Z")
_BORNE_REACH: Final = 14
#: Somebody asks what a code means.
_ASKED: Final = compiled(
    r"(?<![a-z])(?:what(?: does|'s| is| do)|que (?:veut dire|signifie(?:nt)?|veulent dire|designe)|(?:c'est|est-ce) quoi,?"
    r"|qu'est-ce que(?: (?:c'est(?: que)?|veut dire|signifie))?|(?:meaning of|signification d[eu])) "
    rf"(?:{_DET}?(?:code|numero|number|mention) )?[\"( ]{{0,2}}\Z"
)
_MEANS: Final = compiled(
    r"[\"')]{0,2} (?:means?(?! that)|meant|stands? for|refers? to|signifie(?:nt)?|veut dire|veulent dire|designe|sert a)(?![a-z])"
)
_NOUNS: Final = r"(?P<nouns>[a-z-]+(?: [a-z-]+){0,2})"
#: What stands on a thing, and what the next sentence says that it is.
_ON_THING: Final = compiled(
    r"[\"')]{0,2},? (?:(?:(?:qui|that|which) )?(?:est|is|was|etait|appears|apparait|figure|stands)"
    r"(?: (?:bien |clearly |only |just )?(?:imprime|printed|inscrit|ecrit|written|marque|marked|stamped|etampe|grave|engraved"
    r"|colle|stuck|code|number|numero))?e?"
    r"|(?:imprime|printed|stamped|etampe|grave|engraved)e?)"
    rf" (?:sur|on|inside|dans|under|sous|of) {_DET}{_NOUNS}"
)
_NEXT_SAYS: Final = compiled(
    r"[\"')]{0,2}(?: (?:dessus|dessous|on it|there|below))?[.!] "
    rf"(?:c'est|it's|it is|this is|that's|il s'agit) (?:de )?(?!{_OWN}){_DET}{_NOUNS}"
)
#: Right before it, somebody's own: "I'm TREM …".
_ONES_OWN: Final = compiled(
    r"(?<![a-z])(?:i'm|i am|je suis|moi|me|mine|my number|mon numero)[ :,]{1,3}(?:is |est |c'est )?\Z"
)
#: A thing that begins its sentence, and its number between commas.
_APPOSED: Final = Ending(
    rf"(?:\A|[.!?:\n]) {{0,2}}(?!{_OWN}){_DET}?(?P<nouns>[a-z-]{{3,}}(?: (?:de |of |d'|for |pour )?[a-z-]{{3,}})?), \Z"
)
#: What a thing that is numbered so was replaced by.
_REPLACES: Final = compiled(
    rf"(?<![a-z0-9])(?P<first>{FORM})[^\n!?]{{0,90}}(?<![a-z])(?:remplacee?s? par|replaced by|superseded by|proceed with"
    r"|order|commande[rz])(?: (?:le|la|the))? \Z"
)
#: What the next words say that it is, whatever somebody took it for.
_MAKERS: Final = compiled(
    r"(?:(?![0-9])[^.!?\n]){0,90}[.!;,] (?:c'est|it's|it is|that's|il s'agit de) (?:juste |only |just )?"
    r"(?:(?:le|the|un|a) (?:code|numero|number|no) (?:du|de la|de l'|des|d'|of the|of) ?"
    r"(?:fabricant|manufacturer|maker|fournisseur|supplier|produit|product|lot|batch|modele|model|stationnement|parking|imprimeur"
    r"|printer)"
    r"|the (?:maker|manufacturer|supplier|printer|product|batch)(?:'s)? (?:code|number|no))(?![a-z])"
)
#: All of a line, and what the brackets or the line behind explain: "STNX-6055-1615\nsticker under the walker".
_LINE_BEGINS: Final = compiled(r"(?:\A|\n)[ >*-]{0,4}\Z")
_EXPLAINED: Final = compiled(r"[.]?(?: ?\r?\n[ >(]{0,4}| \(| ?: )(?P<said>[^\n.!?]{4,70})")
_OF_A_DEVICE: Final = compiled(
    r"(?<![a-z])(?:appareils?|devices?|machine|boites?|box|emballage|packag(?:e|ing)|wrapper|blister"
    r"|protheses?|prosthe[a-z]+|stents?"
    r"|implants?|walker|marchette|fauteuil|wheelchair|meter|monitor|moniteur|lecteur|glucometre|pompe|pump|piles?|batter(?:y|ies)"
    r"|seringues?|syringes?|bandelettes|strips|vaccine?s?|lots?|batch|insuline?|cpap|tens|concentrat[a-z]+|hearing aids?|etui"
    r"|cable|chargeur|charger|stylo|flacon|vial|lens|lentilles?|lunettes|glasses|ortheses?|brace|thermomet[a-z]+|tensiomet[a-z]+|produit"
    r"|product|modele|model|serie|serial|barcode|code-barres)(?![a-z])"
)
_OF_A_PERSON: Final = compiled(
    r"(?<![a-z])(?:ramq|nam|hin|medicare|soleil|sante|health|maladie|assurance|insurance|patiente?|identi[a-z]+|(?:ma|my|sa|son|his"
    r"|her|mon) (?:carte|card|numero|number|nam)|fils|fille|son|daughter|mere|mother|pere|father|mari|wife"
    r"|husband|conjointe?|demand[a-z]*|request[a-z]*|questions?|rembours[a-z]*|reimburs[a-z]*|couvert[a-z]*|cover[a-z]*|brisee?s?|broken"
    r"|perdue?s?|lost|besoin|need[a-z]*|voudrais|want|would like|claim|reclamation|je|j'ai|i)(?![a-z])"
)
#: Where on a device such a number stands; of who says only which device, it may be his own: "mon appareil ne fonctionne plus".
_PLACED: Final = compiled(
    r"(?<![a-z])(?:on|under|inside|behind|sur|sous|dans|derriere|dessous|dos|stickers?|labels?|autocollants?|etiquettes?|printed"
    r"|imprimee?s?|inscrite?s?|written|engraved|gravee?s?|marked|stamped|lots?|batch|serie|serial|modele|model|barcode|code-barres"
    r"|numero|number|no|code)(?![a-z])"
)
_COMMA: Final = ", "
#: The name of a table of SQL, with what it belongs to.
_TABLE: Final = compiled(r"(?:[a-z]{2,20}[._])?(?P<nouns>[a-z]{3,20})")
_TURNS: Final = (". ", "! ", "? ", "; ", "\n")
_FEW: Final = frozenset(("of", "de", "d", "des", "du", "for", "pour", "with", "avec"))
_PEOPLES: Final = (
    PERSONS
    | OF_A_CARD
    | THE_CARD
    | words("dossier file patient chart bracelet etiquette label sticker bottle bouteille flacon pilote")
)


def is_told_otherwise(page: Page, start: int, end: int) -> bool:
    """Whether the words around page.lower[start:end] give it to a thing. Linear: a fixed reach."""
    lower = page.lower
    letters = lower[start : start + NAME_LENGTH]
    if not letters.isalpha():
        return False
    spelt = _is_words(letters)
    return (
        (
            spelt
            and (
                _is_asked_about(lower, start, end)
                or _is_on_thing(lower, end)
                or _is_apposed(lower, start, end)
            )
        )
        or _is_explained(lower, start, end, letters)
        or _MAKERS.match(lower, end) is not None
        or _replaces(page, start)
        or _is_in_table(page, start, letters)
        or ((spelt or _is_borne(lower, start)) and _is_called_next(lower, start, end))
        or _is_in_range(lower, start, end, letters)
        or ((is_nobodys(letters) or _is_borne(lower, start)) and _is_like_things(page, start, end, letters))
    )


def _is_words(letters: str) -> bool:
    """Whether the letters are an everyday word, or begin nobody's name."""
    return is_everyday(letters) or is_nobodys(letters)


def _is_borne(lower: str, start: int) -> bool:
    """Whether the words right before lower[start:] say that something bears the number."""
    return _BORNE.search(lower, start - _BORNE_REACH, start) is not None


def _is_asked_about(lower: str, start: int, end: int) -> bool:
    return (_MEANS.match(lower, end) or _ASKED.search(lower, start - _REACH, start)) is not None


def _is_on_thing(lower: str, end: int) -> bool:
    found = _ON_THING.match(lower, end)
    return found is not None and _names_thing(found["nouns"])


def _is_apposed(lower: str, start: int, end: int) -> bool:
    if not lower.startswith(_COMMA, end):
        return False
    found = _APPOSED.search(lower[max(0, start - _REACH) : start])
    return found is not None and _names_thing(found["nouns"])


def _is_in_table(page: Page, start: int, letters: str) -> bool:
    """Whether a table of things has a row with a number whose letters are a word, or begin as the table's name does."""
    inserted = inserted_into(page, start)
    table = _TABLE.fullmatch(inserted[0]) if inserted else None
    return (
        inserted is not None
        and table is not None
        and _names_thing(table["nouns"])
        and (_is_words(letters) or table["nouns"].startswith(letters[:-1]))
        and not any(word[0] in PERSONS for name in inserted[1] for word in WORD.finditer(name))
    )


def _is_called_next(lower: str, start: int, end: int) -> bool:
    found = _NEXT_SAYS.match(lower, end)
    if found is None or not _names_thing(found["nouns"]):
        return False
    first = max(0, start - _REACH)
    return not (_names_people(lower, first, start) or _ONES_OWN.search(lower, first, start))


def _is_in_range(lower: str, start: int, end: int, letters: str) -> bool:
    first = max(0, start - _REACH)
    before = _FROM.search(lower, first, start)
    if before is None or _BECAME.search(lower, first, before.start()) or _names_people(lower, first, start):
        return False
    if not (is_nobodys(letters) or _NUMBERED.search(lower, first, before.start())):
        return False
    other = before["first"] or ((behind := _TO.match(lower, end)) and behind["last"]) or ""
    return other.startswith(letters)


def _is_like_things(page: Page, start: int, end: int, letters: str) -> bool:
    """Whether a thing's noun stands right before another number with the same letters."""
    return not _names_people(page.lower, max(0, start - _REACH), start) and any(
        one.start != start and is_behind_noun(page, one.start) for one in series(page, start, end, letters)
    )


def _is_explained(lower: str, start: int, end: int, letters: str) -> bool:
    """Whether a number that is all of its line is then said to be on a device, a box or a lot.

    Its letters begin no common surname, or its word: "WALK… sticker under the walker"."""
    if not _LINE_BEGINS.search(lower, max(0, start - len("\n>>>> ")), start):
        return False
    found = _EXPLAINED.match(lower, end)
    return (
        found is not None
        and (not begins_surname(letters) or f" {letters}" in f" {found['said']}")
        and _OF_A_DEVICE.search(found["said"]) is not None
        and _PLACED.search(found["said"]) is not None
        and _OF_A_PERSON.search(found["said"]) is None
    )


def _replaces(page: Page, start: int) -> bool:
    """Whether the number at `start` comes in the place of one that stands behind a thing's noun."""
    found = _REPLACES.search(page.lower, max(0, start - 2 * _REACH), start)
    if found is None:
        return False
    first = found.start("first")
    label = OTHER_LABEL.search(page.lower[max(0, first - _REACH) : first])
    return (label is not None and not PEOPLES.match(label[0])) or is_behind_noun(page, first)


def _names_people(lower: str, first: int, start: int) -> bool:
    """Whether somebody is spoken of in the last sentence of lower[first:start]."""
    begin = max(first, *(lower.rfind(mark, first, start) for mark in _TURNS))
    return any(word[0] in PERSONS for word in WORD.finditer(lower, begin, start))


def _names_thing(nouns: str) -> bool:
    """Whether a thing that is listed is named, and nobody and no card before it."""
    for word in nouns.split():
        if word in _PEOPLES or word in _FEW:
            return False
        if is_listed(word):
            return True
    return False
