"""The noun right before a number of a NAM's form: "Bib RACE 0154 2012", "room HALL …", where the letters are a word, too.

Such a noun says what the number is, wherever else the message speaks of a health card; and letters that shorten a paper's
name, and begin nobody's, are that paper's: "Voir FACT 8212 2332".
"""

from __future__ import annotations

from typing import Final

from recognizers.cues import CueLine
from recognizers.nam_cues import NamCues
from recognizers.nam_nouns import WORD
from recognizers.nam_prefixes import LOW_TRUST, may_be_of_late
from recognizers.nam_things import REACH, begins_surname, is_nobodys
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.word_files import words_in

#: What has a number with letters: lessons, runners and halls, whatever the letters are; rooms, races, programmes, who sells.
_ALWAYS: Final = (
    r"(?:(?<!of )courses?|(?<!en )cours|bibs?|dossards?|amphitheatres?|auditoriums?|classrooms?|kiosques?|booths?"
    r"|gates?|quais?|correctifs?|hotfix(?:es)?|patch(?:es)?|rustines?)"
)
#: What a body is given, which has a number, too; of somebody who has one, or asks for one, people speak as well.
_GIVEN: Final = (
    r"(?:implants?|protheses?|prosthes[ei]s|stents?|pacemakers?|stimulateurs?|defibrillat(?:eur|or)s?|catheters?|vis|screws?"
    r"|greffons?|lens(?:es)?|lentilles?)"
)
_NOUN: Final = (
    rf"(?:(?P<always>{_ALWAYS})|(?P<given>{_GIVEN})|rooms?|halls?|salles?|local|amphi|ateliers?|workshops?"
    r"|lectures?|seminars?|seminaires?|classe?s?|modules?|colloques?|conferences?|tutorials?"
    r"|races?|marathons?|programm?e?s?|budgets?|grants?"
    r"|fournisseurs?|suppliers?|vendors?|vendeurs?|marchands?|merchants?|fabricants?|manufacturers?|factures?|invoices?"
    r"|bracelets?|wristbands?|slips?|stubs?|talons?(?: de (?:paie|paye))?|bulletins?(?: de (?:paie|paye))?"
    r"|magasins?|stores?|succursales?|entrepots?|warehouses?|platforms?"
    r"|dep(?:t|artments?|artements?)\.?|divisions?)"
)
#: From the noun to its number: "no", "code :", "est"; a sentence that ends with the noun has no number.
_OF_NOUN: Final = compiled(
    rf"(?<![a-z'-]){_NOUN}[ :#=(\"]{{1,3}}(?:(?:(?:no|num|numero|nos|number|n\^|id|code|#)(?![a-z])\.?[ :#=(\"]{{1,3}})"
    r"|(?:est|is|was|c'est|it's)(?: (?:le|la|the))?[ :\"]{1,3}){0,2}\Z"
)
#: Numbers of their own that are nobody's, by what each is called in full, and where that is: "the appointment reference is",
#: "numéro de fidélité", "the batch number stamped on the box, "; a client's is somebody's, too.
_NOBODYS_NUMBER: Final = compiled(
    r"(?<![a-z'-])(?:(?:appointment|booking|call|event|incident|loyalty|rewards?|batch|lot|room|door|gate|alarm|parking|locker"
    r"|wifi|(?P<client>client|customer|membership)) (?:references?|ref|numbers?|no|id|code)"
    r"|(?:numero|no|reference|ref|code|id) (?:de |du |d'|de la |de l'|des )(?:fidelite|rendez-vous|rdv|appel|evenement|incident"
    r"|lot|chambre|salle|porte|stationnement|alarme|casier|reservation|wifi|(?P<cliente>client|membre))"
    r"|(?:printed|imprimee?|inscrite?|written|ecrite?) (?:below|under|beneath|sous|above|on|sur) (?:the |le |la )"
    r"(?:barcode|bar code|code-barres|code a barres|qr code|code qr))(?![a-z])"
    r"(?P<where> (?:at|of|on|for|in|from|to|stamped|printed|written|with|a|au|aux|de|du|sur|pour|chez|dans|inscrit|imprime)"
    r"(?: (?!(?:cards?|cartes?|nam|ramq|health|sante|patiente?s?|maladie|medicare|soleil|insurance|assurance)(?![a-z]))"
    r"(?:[ld]')?[a-z-]+){1,4})?[ ,:#=(\"]{1,3}(?:(?:is|est|was|c'est|le|the)[ :\"]{1,3}){0,2}\Z"
)
_NUMBER_REACH: Final = 90
#: One label of two parts: "NAM / référence du rendez-vous :".
_PAIRED: Final = compiled(
    r"[ /&,|(]{0,3}(?:(?:number|numero|no) )?(?:(?:et|and|ou|or|pour|for) )?(?:(?:la|le|the|votre|your) |l')?"
)
#: Its number, which is not grouped as on the card; and a label that leads to a number, no other between.
_SERIAL: Final = compiled("[a-z]{4}[ -]?([0-9]{8})(?![0-9])")
_NO_FIGURE: Final = compiled("[^0-9.!?;]*")
#: Before the noun, where a health card's label leads to it: "NAM pour le programme : …", "health card no. asked by the course".
_FOR_IT: Final = compiled(
    r"[ (,.]{0,2}(?:(?:no|num|numero|number|card|carte)\.? )?(?:[a-z]{4,12}(?:ed|ee?s?) )?"
    r"(?:pour|for|of|de|du|des|d'|au|aux|a|in|dans|at|sur|on|from|to|by|par)(?![a-z])[a-z', -]{0,40}\Z"
)


def is_right_behind_noun(page: Page, start: int, strong: CueLine) -> bool:
    """Whether the number at `start` is that of the noun right before: most ask that its letters are a word, or nobody's.

    Not where a NAM's label (`strong`) is said to be for it.
    """
    lower, first = page.lower, max(0, start - REACH)
    found = _OF_NOUN.search(lower, first, start)
    if found is None:
        return False
    letters = lower[start : start + 4]
    announced = strong.last_end(first, found.start())
    if found["given"]:
        told = announced > 0 and _NO_FIGURE.fullmatch(lower, announced, start) is not None
        serial = _SERIAL.match(lower, start)
        return not told and serial is not None and may_be_of_late(page, letters + serial[1])
    if not found["always"] and begins_surname(letters) and letters not in words_in("everyday"):
        return False
    if announced and ":" in found[0] and lower[announced : found.start()] == ", ":
        return False  # one label of two parts: "Carte soleil, classe : …"
    return not announced or _FOR_IT.fullmatch(lower, announced, found.start()) is None


def is_of_nobodys_number(lower: str, start: int, strong: CueLine) -> bool:
    """Whether what stands right before `start` is called a number that nobody's card has, and no NAM's label leads to it."""
    first = max(0, start - _NUMBER_REACH)
    found = _NOBODYS_NUMBER.search(lower, first, start)
    if found is None:
        return False
    letters = lower[start : start + 4]
    if (
        (found["client"] or found["cliente"])
        and begins_surname(letters)
        and f" {letters}" not in (found["where"] or "")
    ):
        return False
    named = (found["where"] or "").replace("'", " ")
    if (
        f" {letters[:3]}" in named and f" {letters[3]}" in named
    ):  # a patient's: "lot du vaccin de Luc Roy, ROYL …"
        return False
    announced = strong.last_end(first, found.start())
    return not announced or not (
        _FOR_IT.fullmatch(lower, announced, found.start())
        or _PAIRED.fullmatch(lower, announced, found.start())
    )


def is_papers(text: str, lower: str, start: int, cues: NamCues) -> bool:
    """Whether the capitals at `start` shorten a paper's name, and no name, behind words of their line that announce no card."""
    letters = lower[start : start + 4]
    if letters not in LOW_TRUST or not text[start : start + 4].isupper() or not is_nobodys(letters):
        return False
    first = max(0, start - REACH)
    begin = max(first, lower.rfind("\n", first, start) + 1)
    return WORD.search(lower, begin, start) is not None and not (
        cues.strong.last_end(begin, start) or cues.weak.last_end(begin, start)
    )
