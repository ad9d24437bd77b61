"""What tells that a person's name is that of a road, a hall, a firm, a town, a garment or an example."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recognizers.around import left_of, words
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.person_public import is_public
from recognizers.person_renown import is_renowned
from recognizers.person_sites import is_nation_or_employer, is_site, is_sovereign
from recognizers.person_wares import is_ware
from recognizers.person_words import Word, kind_of
from recognizers.towns import TOWN
from recognizers.word_files import words_in

#: Right before the name of a firm or a site, without "de": the exit of a station, but somebody's way out of hospital.
_NAMED_BEFORE: Final = compiled(
    r"(?<![a-z])(?:garage|plomberie|boulangerie|patisserie|boucherie|epicerie|depanneur|quincaillerie|ebenisterie|toitures?"
    r"|constructions?|excavations?|transport|entreprises?|renovations?|demenagements?|paysagement|traiteur|auberge|bistro"
    r"|brasserie|buanderie|cabinet|etude|fromagerie|ferme|verger|vignoble|jardins?|fleuriste|meubles|autobus|remorquage"
    r"|sortie|exit|piscine|pool|gymnase|camp|complexe|tunnel|viaduc|echangeur|interchange|terminus|gare|theatre|cinema"
    r"|centre (?:communautaire|sportif|culturel|aquatique|commercial|d'achats)|technique|methode|test|echelle|habitant"
    r"|passerelle|rapport|traversier|ferry|marche|belvedere|plage|marina|golf|parc-ecole|cpe|garderie)"
    r"(?: chez)? $"
)
#: Where two roads meet: "au coin de Laurier et Papineau".
_CROSSING: Final = compiled(
    r"(?<![a-z])(?:coins?|angle|intersection|croisement|corners?)(?: des?| du| d'| of)? ?(?:[a-z'-]{2,20} (?:et|and|&|/) )?$"
)
#: Turning into a road, which then has a surname for a name.
_TURNING: Final = compiled(
    r"(?<![a-z])(?:(?:tourne[rz]?|turn(?:ed|ing)?|left|right|gauche|droite|succursale|saq|stationne\w*|parked|stop"
    r"|arret) (?:\w+ )?"
    r"(?:sur|on)|prenez|empruntez|sur) $"
)
#: The same, of what only a road can be: "then left on Stanley".
_TURNED: Final = compiled(
    r"(?<![a-z])(?:(?:turn(?:ed|ing)?|then|go|veer|take a) (?:left|right)|gauche|droite) (?:on|onto|sur) $"
)
_ARTICLE: Final = compiled(r"(?<![a-z])(?:the|an?|our|your|this|that|at|le|la|un|une|du|au) $")
#: After an article and a name, a thing that is called after somebody.
_CALLED_AFTER: Final = compiled(
    r"[ -](?:side|exit|run|walk|choir|hall|pool|rink|gym|ramp|entrance|platform|stop|tunnel|interchange|overpass|technique"
    r"|method|test|scale|award|prize|scholarship|fund|tower|wing|pavilion|campus|branch|market|rest area|ferry|pier"
    r"|lookout|beach|marina|community|sports|family room)(?![a-z])"
)
_PARTNERS: Final = (
    r"(?:fils|freres?|filles?|soeurs?|associes?|sons?|brothers|bros|associates|cie|co|partners)(?![a-z])"
)
_PARTNERS_AFTER: Final = compiled(
    rf"(?: (?:et|and) | ?& ?){_PARTNERS}|,? (?:enr|senc|sencrl|llp|srl)(?![a-z])"
)
_PARTNER: Final = words("freres soeurs fils sons brothers bros associes associates partners")
_AND_BEFORE: Final = compiled(r"(?<![a-z])(?:et|and|&) $")
#: Things of which the first word is a given name too.
_THINGS: Final = compiled(
    r"jeans?[\"]? (?:size|bleus?|noirs?|jacket|shorts?|skirt|pants?|taille|fits?)(?![a-z])"
    r"|jack of all|chuck (?:it|them) |(?:will |the )?bill (?:[0-9]|c-?[0-9])|grace period|ping[ -]pong|frank (?:talk"
    r"|discussion)|rob me"
    r"|pierre (?:tombale|precieuse|naturelle|angulaire|philosophale)|olive (?:oil|jacket)|robin (?:hood|des bois)"
)
#: Nobody, or everybody.
_NOBODY: Final = compiled(
    r"(?:jane doe|john doe|terry fox|john abbott|victor hugo|celine dion|louis pasteur|marie curie"
    r"|epstein-barr|santo domingo|francois legault|christian dube|justin trudeau"
    r"|mark carney|donald trump|marguerite-bourgeoys|joe blow|jean untel|jeanne unetelle)(?!-?[a-z])"
)
#: Before a name between quotes, when it only shows how a form is filled in.
_SHOWN: Final = compiled(
    r"(?:exemple|example|placeholder|hint|indice|livret|depliant|brochure|booklet|pamphlet|leaflet|gabarit|template|sample"
    r"|specimen|instructions?|affiche|poster|tutori[ae]l)[^\n]{0,48}\"[ ]?(?:[a-z' ]{3,20}:[ ]?)?$"
)
_BRACKETED: Final = compiled(r"\((?:p\. ?ex\.|par ex\w*\.?|ex\.?|e\.?g\.?)[ ,:]{0,2}\"?$")
_QUOTE_AFTER: Final = compiled(r"(?: \([a-z ]{3,20}\))?[ ]?[\"']")
#: A town alone.
IS_TOWN: Final = compiled(TOWN)
#: A comma before a town; not that of a greeting or of the end of a letter.
_TOWN_BEFORE: Final = compiled(
    r"(?<!merci)(?<!thanks)(?<!thank you)(?<!bonjour)(?<!allo)(?<!hello)(?<!hi)(?<!hey)(?<!dear)(?<!regards)(?<!cheers)"
    r"(?<!salut)(?<!cordialement)(?<!moi)(?<! me), $"
)
#: The rest of an address before what can then only be its town.
_ROAD_BEFORE: Final = compiled(
    r"[0-9][^\n]{0,40}(?<![a-z])(?:rue|avenue|ave?|boul|boulevard|blvd|chemin|rang|route|rte|place|croissant|montee|street|st"
    r"|road|rd|drive|dr|circle|crescent|cres|lane|court)(?![a-z])[^\n,]{0,30}(?:,[^\n,]{0,16})?(?:, |\n)$"
)
_DAY_AFTER: Final = compiled(
    r", (?:le )?(?:[0-9]{1,2}(?:er)? )?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre"
    r"|decembre|january|february|march|april|may|june|july|august|september|october|november|december)(?: [0-9]|$|\n|[.,])"
)
#: Second parts of given names that no list has by themselves: "Marie-Soleil".
_SECOND: Final = words("marie mary anne ann jean rose lily eva lou kim kelly")
_GREETINGS: Final = words(
    "salam salaam assalamu kwe kwei kuei kwey aloha hola ola namaste shalom merhaba tansi wachiya boozhoo ullaakkut ai"
)
_GREETED: Final = compiled(
    r"[ ]?(?:[,!]|-?(?:w?al[aei]{1,2}[iy]?k[ou]{1,2}m|alaykum|everyone|all|a tous|madame|monsieur|sir|team|je|j'|i)(?![a-z]))"
)


def is_greeting(page: Page, word: Word) -> bool:
    """Whether it greets: "Salam, je suis Nadia"; a given name elsewhere."""
    return (
        word.opens
        and word.key in _GREETINGS
        and _GREETED.match(page.lower, word.end, word.end + 14) is not None
    )


def is_thing(page: Page, found: Sequence[Word], introduced: str = "") -> bool:
    """Whether the words that look like a name are that of a thing, a place or an example.

    What stands before them already may call them a person's (`introduced`): then only an example is none.
    """
    start, end = found[0].start, found[-1].end
    left = left_of(page, start, 90)
    if is_public(page, found, left, introduced) or is_renowned(page, found, left, introduced):
        return True
    if _is_shown(page, left, end) or _is_nobody(page, found):
        return True
    if introduced not in ("kin", "cue", "closing") and (
        is_ware(page, found, left) or is_sovereign(page, found)
    ):
        return True
    if (
        len(found) == 1
        and introduced not in ("title", "closing", "cue")
        and is_nation_or_employer(found[0], left)
    ):
        return True
    if introduced in ("title", "cue", "kin", "closing"):
        return False
    if is_site(page, found, left, introduced):
        return True
    if _NAMED_BEFORE.search(left) or _CROSSING.search(left) or _THINGS.match(page.lower, start, end + 24):
        return True
    if _PARTNERS_AFTER.match(page.lower, end, end + 16) and _is_firm(page, end):
        return True
    if _ARTICLE.search(left) and _CALLED_AFTER.match(page.lower, end, end + 16):
        return True
    if len(found) > 1:
        return len(found) == 2 and found[0].key.endswith(("-de", "-la")) and found[0].capital
    word = found[0]
    if word.key in _PARTNER and _AND_BEFORE.search(left):
        return True
    if word.capital and (_TURNED.search(left) or (not word.kind.given and _TURNING.search(left))):
        return True
    return _is_called_so(page, word, introduced) or _is_town(page, word, left)


def _is_nobody(page: Page, found: Sequence[Word]) -> bool:
    """Whether the words are, or begin with, such a name; not where surnames go on: "Victor Hugo Ramirez"."""
    whole = _NOBODY.match(page.lower, found[0].start, found[0].start + 24)
    if whole is None:
        return False
    more = [word.kind for word in found if word.start >= whole.end()]
    return not any(kind.surname and not (kind.everyday or kind.also_place) for kind in more)


def _is_shown(page: Page, left: str, end: int) -> bool:
    """Whether the name is an example that somebody quotes."""
    if _BRACKETED.search(left):
        return True
    return (
        '"' in left
        and _QUOTE_AFTER.match(page.lower, end, end + 28) is not None
        and _SHOWN.search(left) is not None
    )


def _is_firm(page: Page, end: int) -> bool:
    """Whether what follows the name is written as in a firm's: "& fils", "et Frères"."""
    after = page.text[end : end + 7]
    return "&" in after or after.lstrip(" ,")[:1] not in ("e", "a") or after[4:].lstrip()[:1].isupper()


def _is_called_so(page: Page, word: Word, introduced: str) -> bool:
    """Whether it is a given name hyphened to a surname, as only places are written: "Lionel-Groulx"."""
    first, _, last = word.key.partition("-")
    if (
        not last
        or introduced
        or not word.capital
        or word.key in words_in("given")
        or not kind_of(first).given
        or (kind_of(first).surname and "-" in last)
    ):
        return False
    if not page.text[word.start + len(first) + 1].isupper():
        return False
    kind = kind_of(last.rpartition("-")[2])
    if kind.given:
        return False
    return kind.surname or not (kind.everyday or first in _SECOND or len(last) < 5)


def _is_town(page: Page, word: Word, left: str) -> bool:
    """Whether a single word ends an address, tells where the writer lives, or stands before the day of a letter."""
    kind = word.kind
    town = kind.also_place or IS_TOWN.fullmatch(word.key) is not None
    if not town and kind.given and not kind.also_word:
        return False
    if page.has_digits and _ROAD_BEFORE.search(left):
        return True
    if not town:
        return (
            word.opens and kind.surname and _DAY_AFTER.match(page.lower, word.end, word.end + 20) is not None
        )
    return (
        _TOWN_BEFORE.search(left) is not None
        or _DAY_AFTER.match(page.lower, word.end, word.end + 20) is not None
    )
