"""Names of persons that drinks, tools, clothes and machines bear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recognizers.around import words
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.person_words import Word

#: What is sold, drunk or eaten by that name, and hardly anybody is called so.
_SOLD: Final = compiled(
    r"(?<![a-z])(?:massey[ -]ferguson|john deere|harley[ -]davidson|calvin klein|ralph lauren|tommy hilfiger|jimmy choo|hugo boss"
    r"|louis vuitton|granny smith|bloody (?:mary|caesar)|shirley temple|earl grey|martha stewart|betty crocker|jack daniel'?s"
    r"|johnn(?:y|ie) walker|jim beam|mr\.? clean|dr\.? pepper|ben (?:&|and|et) jerry|johnson (?:&|and|et) johnson"
    r"|black (?:&|and|et) decker|marks (?:&|and|et) spencer|procter (?:&|and|et) gamble|ernst (?:&|and|et) young|estee lauder"
    r"|yves rocher|yves saint[ -]laurent|rolls[ -]royce|aston martin|alfa romeo|mary kay(?= (?:products?|lotion|cosmetics))"
    r"|oscar mayer|aunt jemima|laura secord|canada dry|duncan hines|jean coutu|rio tinto|ajax(?=,| and| et)"
    r"|levi's(?! [a-z])|levi's (?:jeans?|jackets?|stores?|501|and|et|or|ou|au|at)|(?:doc|dr\.?) martens|king cole|red rose tea"
    r"|fisher[ -]price|victoria's secret|christian dior|coco chanel|michael kors"
    r"|stella artois|jose cuervo|dom perignon|pierre cardin|mary brown's"
    r"|dollar general|mickey mouse|donald duck|peter pan|bob l'eponge|winnie the pooh|harry potter|snoopy"
    r"|van houtte|ray[ -]ban|kitchen ?aid|crock[ -]?pot)(?![a-z])"
)
_POSSESSIVES: Final = words("my your our the")
_WIDEST: Final = 18
#: Drinks that are asked for by a name.
_DRUNK: Final = Ending(
    r"(?<![a-z])(?:order(?:ed|s)?|drank|drink(?:s|ing)?|sip(?:ped|s)?|mixed|commandee?|bu|bois|boit|bue|sirote|servi)"
    r" (?:an?|une?|two|deux|three|trois|another|le|la|the) $"
)
#: A thing right behind a name, one compound with it after an article: "an Allen key", "my Calvin Klein jacket".
_COMPOUND: Final = compiled(
    r" (?:keys?|knife|knives|wrench(?:es)?|screwdrivers?|screws?|head screws?|salads?|apples?|pies?|cakes?|cookies?|cocktails?"
    r"|jeans|jackets?|shirts?|shoes|boots|coats?|perfume|towels?|sheets|tractors?|mowers?|trucks?|motorcycles?|tea|guitars?|pianos?|bandages?|handbags?"
    r"|tendons?|sunglasses|sneakers|ice cream|whisk(?:e)?y|wine|gin|beer|sauce|soup|cheese|dresser|sofa|lamp|stove)(?![a-z'])"
)
_ONE: Final = Ending(
    r"(?<![a-z])(?:an?|the|my|your|our|some|two|three|new|old|any|no|this|that|these|those|pair of|[0-9]) $"
)
#: French puts the thing before the name, without "de": "une clé Allen", "un tracteur John Deere".
_OF_MAKE: Final = Ending(
    r"(?<![a-z])(?:cles?|tracteurs?|tondeuses?|jeans?|manteaux?|vestes?|serviettes?|souliers|chaussures|bottes|espadrilles"
    r"|sacs? a main"
    r"|parfums?|guitares?|motos?|motoneiges?|souffleuse|pommes|cocktails?|chemises?|lunettes|vis|tournevis|salade|sauce|draps"
    r"|cafetiere|moissonneuse|fourgonnette) $"
)
#: Dishes and fruit before the name of whoever made them first: "Eggs Benedict", "crêpes Suzette".
_DISHES: Final = words(
    "eggs oeufs fettuccine fettucine linguine sauce sauces poire poires peach peaches peche peches beef boeuf veau veal chicken"
    " poulet steak oysters huitres tarte sole crepe crepes salade soupe bananas cherries potatoes"
)
#: Parts of the body: "tendon d'Achille".
_OF_BODY: Final = Ending(r"(?<![a-z])(?:tendons?|talons?|pommes?|trompes?) (?:d'|d|de |of )$")
_BODIES: Final = words("achille adam eustache")


def is_ware(page: Page, found: Sequence[Word], left: str) -> bool:
    """Whether the words are the name of a thing that is sold; `left` is what stands before them."""
    end = found[-1].end
    if not found[-1].capital:
        return False
    if _is_sold(page, found):
        return True
    if _DRUNK.search(left) or _OF_MAKE.search(left):
        return True
    if _is_dish(found, left):
        return True
    if found[0].key in _BODIES and _OF_BODY.search(left):
        return True
    if _COMPOUND.match(page.lower, end, end + 16) is None:
        return False
    return found[0].key in _POSSESSIVES or _ONE.search(left) is not None


def _is_sold(page: Page, found: Sequence[Word]) -> bool:
    """Whether the words are such a name, or part of it; not where others of a person's go before or on: "Luce Van Houtte"."""
    start, end, last = found[0].start, found[-1].end, found[-1]
    for one in _SOLD.finditer(page.lower, start - _WIDEST, end + _WIDEST):
        if one.start() < end and start < one.end():
            begins = one.start() <= start or not found[0].kind.given
            goes_on = last.start > one.end() and last.kind.surname and last.kind.sure
            return begins and not goes_on
    return False


def _is_dish(found: Sequence[Word], left: str) -> bool:
    """Whether a dish is named right before the name, or begins it: "sauce Alfredo", "Eggs Benedict"."""
    if len(found) == 2 and found[0].key in _DISHES:
        return True
    before = left.rsplit(None, 1)[-1:] if left.endswith(" ") else []
    return len(found) == 1 and found[0].kind.given and before != [] and before[0] in _DISHES
