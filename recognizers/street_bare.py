"""A civic number and the bare name of a road, without its type: "au 212 Bernières", "at 3066A Hochelaga", "118, Principale"."""

from __future__ import annotations

from typing import Final

from recognizers.around import left_of, words
from recognizers.months import MONTH_WORDS
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.person_words import kind_of

#: Up to three words with capitals, and their article: the name of a road.
_NAME: Final = compiled(
    r"(?P<link>de la |de l'|des |du |de |d')?(?:(?:St|Ste|Saint"
    r"|Sainte)\.?[ -])?(?P<last>[A-Z][a-z'-]{2,20}(?:-[A-Z][a-z'-]+){0,3})"
    r"(?: (?P<next>[A-Z][a-z'-]{2,20}))?(?P<way>,? (?:[NSEOW](?:\.|(?![A-Za-z]))|Est|Ouest|Nord|Sud|East|West|North|South))?"
)
#: A road in small letters, and its apartment: "914 st-hubert #6".
_SMALL: Final = compiled(
    r"(?P<saint>ste?[. -]{1,2})?(?P<last>[a-z]{3,20}(?:-[a-z]{3,20}){0,2})(?=,? (?:#|app?t?(?![a-z])|unit(?![a-z])"
    r"|suite(?![a-z]))"
    r"[.]? ?#?[0-9])"
)
#: What may follow an address, and no noun that the number would count.
_ENDS: Final = compiled(
    r"[ ]?(?:\Z|[.,;:?!)\n\"]|- )| (?:#|a|au|aux|in|for|since|depuis|est|sont|y|apt|app|and|et|ici|left"
    r"|met|instead|pour|svp|qui|ou"
    r"|or|is|was|are|has|had|from|until|before|avec|with|on|en|please|not|pas|n'|j'|je|c'|il|elle|fait|while|when|because|where)"
    r"(?![a-z])"
)
#: Behind a direction's point another sentence begins: "61 Fairmount E. Charge it to …".
_SENTENCE: Final = compiled(r"(?<= )[NSEOW]\.\s{1,2}[A-Za-z]")
_LED: Final = compiled(
    r"(?<![a-z])(?:(?:au|at|to|of|du|from)"
    r"|(?:apt|app|appartement|apartment|address|adresse|logement) ?(?:is|est|c'est|:|=)(?: (?:le|au|at|now|maintenant)){0,2}) $"
)
#: A dwelling, a neighbour or what is brought to the door, before the number.
_HOME: Final = compiled(
    r"(?<![a-z])(?:voisine?s?|neighbou?rs?|chez (?:moi|nous|elle|lui|eux)|logements?|maison|locataires?"
    r"|tenants?|bail|lease|courrier"
    r"|mail|lettres?|letters?|livre[rz]?|livraison|deliver(?:ed|y|ies)?|house|home|place|i am|i'm|we are|we're|proprietaire|owner"
    r"|landlord|concierge|eau|panne|piling|rest(?:e|ons|ent)|demeure\w{0,3}|habit\w{1,4}|loge\w{0,3}|liv(?:e|es|ing)"
    r"|demenage\w{0,4}|moved?|immeuble|building|bloc|duplex|triplex|feu|fire|colis|parcels?|packages?|sen[dt]|envoy\w{1,4}"
    r"|mon adresse|my address|stay(?:s|ing)?)(?![a-z])[^\n]{0,36}$"
)
_ARTICLE: Final = compiled(
    r"(?<![a-z])(?:articles?|pages?|sections?|points?|loi|law|bill|motifs?|raisons?|reasons?)(?: :|:)? $"
)
#: A bus is called by its number and the road that it takes.
_OF_BUS: Final = compiled(
    r"(?<![a-z])(?:lignes?|autobus|bus|circuit|trajet|parcours|horaire|arrets?|stops?|schedule) (?:au|at|to|of|du|from) $"
)
_DEGREES: Final = words("celsius fahrenheit")
_OF_HOUSE: Final = compiled(
    r"(?<![a-z])(?:house|home|place|maison|logement|appart(?:ement)?|bloc|duplex|triplex|apartment|condo"
    r"|building|immeuble|address|adresse), $"
)
#: Roads of many towns that are called by their bare names.
_ROADS: Final = words(
    "principale hochelaga papineau berri sherbrooke ontario wellington rachel fabre garnier waverly clark esplanade jarry beaubie"
    "n"
    " masson laurier cartier cremazie viau decarie maisonneuve parthenais iberville frontenac champlain monk bannantyne"
    " elgin metcalfe peel stanley drummond crescent atwater greene king fairmount saint-viateur saint-denis saint-hubert"
    " saint-urbain saint-laurent saint-joseph notre-dame mont-royal jean-talon sainte-catherine rosemont bernieres"
    " lajeunesse christophe-colomb chambord boyer delorimier lorimier bordeaux marquette cartierville dandurand belanger"
    " everett hutchison durocher jeanne-mance parc querbes bloomfield erables pins cedres peupliers ormes pommiers bouleaux"
    " cavendish chenes sapins eglise moulin ecole gare wilson girouard harvard oxford marcil hampton beaconsfield"
)


def bare_end(page: Page, start: int, name_at: int) -> int:
    """Where the address ends that begins at `start` with its number and has its road's name at `name_at`; 0 for none."""
    name = _NAME.match(page.text, name_at, name_at + 72)
    if name is None:
        return _small_end(page, start, name_at)
    end = name.end()
    if not (_ENDS.match(page.lower, end, end + 12) or _SENTENCE.match(page.text, end - 2, end + 3)):
        return 0
    key = name["last"].lower()
    known = key in _ROADS or page.lower[name_at : name.end("last")].replace(" ", "-") in _ROADS
    if not known and (key in MONTH_WORDS or kind_of(key).never or kind_of(key).everyday):
        return 0
    left = left_of(page, start, 64)
    number = page.text[start:name_at].rstrip(", ")
    return (
        end
        if _is_home(
            left, number, key, known, name["link"], bool(name["way"]), "," in page.text[start:name_at]
        )
        else 0
    )


def _small_end(page: Page, start: int, name_at: int) -> int:
    """Where a known road in small letters ends that somebody lives on; 0 for none."""
    name = _SMALL.match(page.lower, name_at, name_at + 64)
    if name is None or _HOME.search(left_of(page, start, 64)) is None:
        return 0
    road = f"saint{name['saint'][2:].strip(' .-')}-{name['last']}" if name["saint"] else name["last"]
    return name.end("last") if road in _ROADS else 0


def _is_home(left: str, number: str, key: str, known: bool, link: str | None, way: bool, comma: bool) -> bool:
    """Whether number, name and what stands before them make an address."""
    if key == "principale" and comma and len(number) > 1 and _ARTICLE.search(left) is None:
        return True
    if known and _OF_HOUSE.search(left):
        return True
    if len(number) < 2 or _LED.search(left) is None or _OF_BUS.search(left) or key in _DEGREES:
        return False
    lettered = number[-1:] in ("A", "B", "C", "D") and len(number) > 2
    return (
        lettered
        or known
        or way
        or (link is not None and len(number) > 2)
        or (len(number) > 2 and _HOME.search(left) is not None)
    )
