"""Names of persons that schools, halls, rinks, roads and towns bear, where no word like "rue" stands right before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recognizers.around import words
from recognizers.birth_family import RELATIVES
from recognizers.page import Page
from recognizers.patterns import Ending, compiled
from recognizers.person_words import Word

#: What the name of an institution or a town begins with, in capitals as the name: "CÉGEP Marie-Victorin", "Cap Rouge".
_HEADS: Final = words(
    "cegep ecole polyvalente pavillon college salle parc bibliotheque chsld clsc arena auditorium aula amphitheatre colisee stade"
    " gymnase piscine theatre cinema maison centre residence manoir villa universite campus garderie cpe carrefour square"
    " esplanade promenade station metro pont montee ruelle rue avenue boulevard chemin hopital pharmacie clinique gmf eglise"
    " chu chum chus cusm muhc iucpq ciusss cisss jgh"
    " caisse banque bank paroisse lac mont cap baie pointe anse ile riviere fort port musee galerie hotel auberge camp "
    "tournoi festival lycee"
)
#: Towns of two words.
_TOWNS: Final = words(
    "medicine-hat moose-jaw swift-current red-deer thunder-bay grande-prairie prince-albert prince-george prince-rupert"
    " corner-brook goose-bay grand-falls niagara-falls kirkland-lake elliot-lake carleton-place rouyn-noranda val-david"
    " val-morin val-belair cape-breton cornwall-island hay-river fort-mcmurray fort-smith owen-sound parry-sound"
    " north-battleford flin-flon glace-bay dawson-city dawson-creek dollard-ormeaux notre-dame"
)
_HELLO_FROM: Final = compiled(
    r"(?<![a-z])(?:hello|hi|hey|greetings|salutations|bonjour|salut|allo) (?:from|de|du) $"
)
#: Where somebody has an account, bought or works: a firm by a name that no list knows.
_CHEZ: Final = compiled(
    r"(?<![a-z])(?:(?:comptes?|forfaits?|contrats?|abonnements?|factures?|lignes?|emplois?|clients?|inscrite?|abonnee?|abonner"
    r"|achete|acheter|commande|travaill[a-z]*) (?:[a-z]+ ){0,2}?chez"
    r"|(?:accounts?|plans?|contracts?|subscriptions?|bills?|phone|lines?|loans?|signed up|work(?:s|ed|ing)?|jobs?)"
    r" (?:[a-z]+ ){0,2}?(?:with|at|from)) $"
)
#: Given names that are towns as well, where something happened: "he turned 18 in Brandon".
_ALSO_TOWNS: Final = words(
    "brandon austin madison jackson florence lourdes milan devon stratford jasper chad georgia kent"
)
_IN: Final = compiled(
    r"(?<![a-z])(?<!confidence )(?<!interested )(?<!believe )(?<!trust )(?<!faith )(?<!interest )(?<!role )in $"
)
#: Of Québec's too, where somebody lives or goes: "de retour à Alma", "j'accouche à Maria".
_TOWNS_AS_WELL: Final = _ALSO_TOWNS | words(
    "alma maria clermont chandler carleton hudson richmond warwick windsor bedford chelsea dalhousie bathurst sydney regina"
    " victoria kingston hamilton london sutton alexandria amos lacolle fermont stanstead"
)
#: Of these "à" may also say to whom: "délivré à Mukwege".
_TO_SOMEBODY: Final = ("deliv", "emis", "retour", "part")
#: Provinces and territories, which nobody is called.
_PROVINCES: Final = words("saskatchewan manitoba nunavut nunavik")
#: Whoever signs, before the town: "Imogen Farquharson, Sutton", "Béatrice from Brandon".
_SIGNER: Final = compiled(r"(?<![A-Za-z])[A-Z][a-z'-]+(?: [A-Z][A-Za-z'-]+,| from| de) \Z")
#: Behind a signer's, a third name makes it a list of people: "Luc Roy, Alexandria, Florence"; a province does not.
_THIRD: Final = compiled(
    r", (?!Qu|QC|Ont|Canada|Nova|New |Manitoba|Alberta|Sask|British)[A-Z][a-z'-]+\s{0,2}(?:[,;:.]|\Z)"
)
#: Behind a name, who somebody is: "délivrée à Regina, ma mère".
_IS_KIN: Final = compiled(
    rf", (?:ma|mon|mes|sa|son|notre|leur|my|his|her|our|their) (?:{'|'.join(RELATIVES.split())}|amie?|friend)"
    r"\s{0,2}(?:[,;:.!?)]|\Z)"
)
#: What a town has behind it: "Alexandria side", "a Dalhousie student".
_TOWN_AFTER: Final = compiled(r" (?:side|area|region|campus|students?|residents?)(?![a-z])")
#: Where something befell somebody, first in its sentence: "À Natashquan on m'a soigné".
_FIRST: Final = compiled(r"(?:^|[.!?\n]) {0,2}a $")
_THEN_WE: Final = compiled(r",? (?:on|nous|je|j'|m'|il|elle|ils|la|le|l'|c'est)(?![a-z]{2})")
_LIVES_AT: Final = compiled(
    r"(?<![a-z])(?:retour(?:ne|nee?s?)?|demeur[a-z]{1,5}|habit[a-z]{1,5}|rest(?:e|ais|ait|ons)|vi(?:s|t|vais|vait)"
    r"|travaill[a-z]{1,5}|delivree?s?|emis(?:es?)?|semaines?|fins? de semaine|jours?|nuits?|soignee?s?|debarquee?s?"
    r"|demenag[a-z]{1,6}|accouche[a-z]{0,2}|arriv[a-z]{1,5}|pars|part(?:ir|ons|ent)?|nee?s?|vais|va|allee?s?|aller|loge|etudi[a-z]{1,5}"
    r"|installee?s?|installer"
    r"|hospitalisee?|chalet|maison|logement|appartement|bureau|clinique|hopital)(?: (?:de )?[a-z-]{1,14})? a $"
    r"|(?<![a-z])(?:moved|moving|relocated|came|went|going|returned|returning|back|drove|travel+ed"
    r"|commute)(?: [a-z]{1,8})? (?:to|from) $"
    r"|(?<![a-z])(?:lives?|living|lived|stay(?:ing|ed)?|based|born|works?|working|worked|resid(?:e|es|ing)) in $"
)
#: The country behind a place: "je pars à Rose Hall, en Jamaïque".
_IN_COUNTRY: Final = compiled(r", (?:en|au|aux|in|dans) ?[a-z' ]{0,4}[a-z]{3}")
#: A place that was left at some time: "I left Brandon in July".
_LEFT_IT: Final = compiled(r"(?<![a-z])(?:i|we|he|she|they) left $")
_AT_SOME_TIME: Final = compiled(
    r" (?:in (?:[12][09][0-9]{2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall)|last (?:year|month"
    r"|week|spring|summer"
    r"|fall|winter)|(?:two|three|[0-9]{1,2}) (?:years?|months?|weeks?) ago)"
)
#: Where somebody studies: "i study at dawson".
_STUDIES: Final = compiled(
    r"(?<![a-z])(?:stud(?:y|ies|ying|ied)|students?|etudi[a-z]{1,6}|enrol+ed|inscrite?|admis[e]?|accepted|cours|classes|courses"
    r"|semester|session|graduat[a-z]{1,4}|teach(?:es)?|enseigne)(?: [a-z-]{1,10}){0,2} (?:at|a|au|from|de) $"
)
#: Countries, as they stand beside a passport or a person, and whoever is of a province: none is a name.
_NATIONS: Final = words(
    "algerie algeria maroc morocco tunisie tunisia haiti belgique belgium cameroun cameroon senegal congo guinee guinea burundi"
    " rwanda benin togo gabon tchad niger nigeria ghana ethiopie ethiopia egypte egypt liban lebanon syrie syria irak iraq"
    " afghanistan pakistan bangladesh inde chine vietnam philippines coree korea japon japan mexique mexico colombie "
    "bresil brazil"
    " perou peru chili chile venezuela argentine argentina cuba espagne spain portugal italie italy allemagne germany "
    "pologne poland"
    " roumanie romania ukraine russie russia turquie turkey grece greece madagascar comores mali mauritanie "
    "djibouti somalie"
    " jamaique jamaica honduras guatemala equateur ecuador bolivie paraguay uruguay suisse switzerland"
    " angleterre"
    " ecosse irlande australie australia canada quebec"
    " quebecer quebecers quebecker ontarian ontarians albertan albertans manitoban manitobans newfoundlander newfoundlanders"
    " montrealer montrealers torontonian torontonians canadian canadians"
)
_EMPLOYER: Final = compiled(r"(?<![a-z])(?:employer|employeur)[ ,:(]{1,2}$")
#: What is named after somebody, in small letters and right after: "Claude-Champagne hall".
_SMALL_AFTER: Final = compiled(
    r" (?:(?:concert|music|community|sports?|reading|main|public) )?(?:hall|library|rink|pool|pavilion|campus|auditorium"
    r"|arena|theatre"
    r"|amphitheatre|gym|wing|mics?|amps?|amplis?|speakers?|guitars?|mixers?)(?![A-Za-z])"
)
#: The same after an article alone.
_AFTER_ARTICLE: Final = compiled(
    r" (?:counter|service (?:point|counter|cent(?:re|er))|school bus|concert hall|library branch|site|stage|room|stop|sector"
    r"|borough|tribute|theorem)(?![a-z])"
)
_THE: Final = compiled(r"(?<![a-z])(?:the|at|le|la|au|du) $")
#: Hospitals and sites that people call by the name alone.
_SITES: Final = words(
    "douglas glen rosemont lakeshore lasalle verdun fleury pinel allan montfort shriners legardeur lemoyne"
)
_AT: Final = compiled(r"(?<![a-z])(?:at|at the|the|au|du|from the) (?:old |new )?$")
_HOUSEHOLD: Final = compiled(
    r"'?s? (?:family|famil|kids|children|sisters?|brothers?|boys?|girls?|twins|residence|household|file|account|couple|estate)"
)
#: Whole words that are roads of Montréal and Québec, and surnames as well.
_ROADS: Final = words(
    "decarie papineau lorimier delorimier iberville masson fabre garnier chabot cartier bordeaux rachel duluth gilford laurier"
    " bernard fairmount villeray jarry cremazie beaubien belanger rosemont viau dickson cadillac langelier lacordaire berri"
    " christophe-colomb drolet rivard amherst guy peel mackay bishop drummond atwater wellington bannantyne newman cavendish"
    " lajeunesse chateaubriand boyer mentana brebeuf marquette lanaudiere chambord parthenais fullum dufresne frontenac"
    " davidson orleans charlemagne bourbonniere valois joliette aylwin preston marie-anne salaberry charest dorchester"
    " taschereau talbot cure-labelle labelle gouin henri-bourassa sherbrooke dagenais samson cote-vertu querbes hutchison"
    " durocher clark casgrain dante mozart everett holt dandurand molson mont-royal jean-talon"
)
_ALONG: Final = compiled(
    r"(?<![a-z])(?:(?<!depending )(?<!depends )(?<!based )on|along|off|sur|near|up|down) $"
)
#: From one road to another: "from Atwater to the Old Port".
_TO_ANOTHER: Final = compiled(r" (?:all the way )?to (?:the )?[A-Z]")
#: Between two roads, and something of the road before or after: "stationnement entre Rachel et Duluth".
_BETWEEN: Final = compiled(
    r"(?<![a-z])(?:between|entre) (?:(?:la |le |de |d')?[a-z][a-z'-]{2,20} (?:and|et|&) )?(?:la |le |de |d')?$"
)
_JOINS: Final = compiled(r",? (?:and|et|&|/) (?:the |la |le |de |d')?[A-Z0-9]")
_ROADWORK: Final = compiled(
    r"(?<![a-z])(?:(?<![0-9] )(?<![0-9], )(?:rue|street|avenue|boul(?:evard)?|blvd)|sens unique|one way|stationnement"
    r"|parking|pistes?"
    r"|trottoirs?|sidewalks?|nids?[ -]de[ -]poules?|potholes?|crosswalk|traffic|circulation|cyclable|bike (?:lane|path)|barree?"
    r"|fermee|blocked|closed|detour|deneige\w*|snow|plow\w*|lampadaires?|street ?lights?|speed bump|dos d'ane|travaux|ruelle"
    r"|alley|lane|construction|intersection|feux?)(?![a-z])"
)
#: A capital right before: "Papineau between Gilford and Laurier".
_ROAD_BETWEEN: Final = compiled(
    r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?,? (?:between|entre) (?:[A-Z][A-Za-z'-]+ (?:and|et|&) )?$"
)
#: Roads told one after another under their word: "ruelles : Christophe-Colomb, De Lorimier et Marie-Anne".
_LISTED: Final = compiled(
    r"(?<![A-Za-z])(?:[Rr]uelles?|[Rr]ues|[Ss]treets|[Aa]lleys|[Ll]anes|[Ff]eux|[Nn]ids-de-poules?|[Ii]ntersections|[Pp]otholes"
    r"|[Tt]roncons|[Aa]venues|[Bb]oulevards)(?: [a-z'-]{1,14}){0,4} ?:? ?"
    r"(?:(?:D'|De |de |la |the )?[A-Z][A-Za-z'-]{2,20}(?:, | et | and | & )){0,6}(?:D'|De |de |la |the )?$"
)
#: What may stand right before one of those.
_BEFORE_LISTED: Final = (": ", ", ", " et ", " and ", " & ", "de ", "la ", "the ", "d'", "s ", "ux ")
#: A service that a town has or lacks: "un service d'obstétrique à Alma".
_SERVED: Final = compiled(
    r"(?<![a-z])(?:services?|obstetrique|urgence|hopital|clinique|bureau|succursale|comptoir|ecole|greffe|travaux|saaq|clsc"
    r"|gare|pont|centre|route|(?:point de) service|guichet|clinic|office|hospital|counter|branch|road|bridge)"
    r"(?: [a-z']{1,12}){0,3} (?:a|in) $"
)
#: What a college does to its students.
_COLLEGES: Final = words("dawson vanier garneau brebeuf champlain heritage bishop stanislas marianopolis")
_COLLEGE_ACTS: Final = compiled(
    r" (?:says?|said|refuse[sd]?|dit|won't|wont|will not|doesn'?t|asks?|wants?|sent|needs|requires?|demande|confirme[sd]?|keeps"
    r"|n'accepte|ne (?:veut|trouve)|is asking|still)(?![a-z])"
)
_SCHOOLING: Final = compiled(
    r"(?<![a-z])(?:code permanent|permanent code|cegep|college|transcript|releve de notes|diplom|student|etudiant"
    r"|admission|semester"
    r"|session|bulletin|dec(?![a-z])|registrar|cote r)"
)
#: The last word of a make or a product: "Rose Audio".
_WARES: Final = words(
    "audio tech pro plus software systems solutions media digital electronics electronique energie energy sport sports"
    " foods motors"
    " cosmetics beauty wines logiciel informatique telecom mobile auto autos precision frame ray logan studio records"
)
#: Cars, before their models: "Honda Civic".
_MAKES: Final = words(
    "honda toyota ford mazda nissan hyundai kia subaru chevrolet chevy dodge jeep volkswagen vw buick pontiac chrysler gmc"
    " mitsubishi volvo lexus acura audi bmw tesla cadillac lincoln porsche suzuki mercedes fiat renault peugeot yamaha"
    " kawasaki harley"
)
#: A word with a capital in its middle: a product's, if no name begins so.
_CAMEL: Final = compiled(
    r"(?!(?:Mc|Mac|De|Di|Du|Des|La|Le|Van|Von|Fitz|St|Saint|San|Al|El|Bel|Ben|O'|D'|L'))(?:[A-Z][a-z]+){2}"
)

#: Whoever reigns or reigned, as roads, bridges and towns remember them.
_SOVEREIGN: Final = Ending(r"(?<![A-Za-z])(?:Prince|King|Queen|Princess|Roi|Reine|Princesse) $")
_SOVEREIGNS: Final = words(
    "albert edward george arthur rupert william charles henry philip elizabeth mary victoria anne andrew frederick alfred edouard"
    " guillaume philippe harry"
)


def is_sovereign(page: Page, found: Sequence[Word]) -> bool:
    """Whether the name is a sovereign's, as roads, bridges and towns bear it."""
    first = found[0]
    return (
        first.key in _SOVEREIGNS
        and found[-1].capital
        and _SOVEREIGN.search(page.text, first.start - 12, first.start) is not None
    )


def is_nation_or_employer(word: Word, left: str) -> bool:
    """Whether the word is a country's or a people's name, or that of a firm which a label calls an employer."""
    if word.key in _NATIONS:
        return True
    return word.capital and not word.kind.known and _EMPLOYER.search(left) is not None


def is_site(page: Page, found: Sequence[Word], left: str, introduced: str) -> bool:
    """Whether the name is that of an institution, a road, a town or a product; `left` is what stands before it."""
    first, end = found[0], found[-1].end
    if introduced in ("title", "cue", "kin", "closing"):
        return False
    if len(found) == 1 and first.key in _COLLEGES and _COLLEGE_ACTS.match(page.lower, end, end + 16):
        return _SCHOOLING.search(page.lower) is not None
    if len(found) == 1 and first.key in _COLLEGES and _STUDIES.search(left):
        return True
    if not first.capital:
        return False
    if _SMALL_AFTER.match(page.text, end, end + 24) or (
        _THE.search(left) and _AFTER_ARTICLE.match(page.lower, end, end + 24)
    ):
        return True
    if len(found) == 1:
        return _is_site_alone(page, first, left)
    if first.key in _HEADS or page.lower[first.start : end].replace(" ", "-") in _TOWNS:
        return True
    if _LIVES_AT.search(left) and _IN_COUNTRY.match(page.lower, end, end + 16):
        return True
    if found[-1].key in ("canal", "mall") and found[-1].capital and not first.kind.given:
        return True
    known = first.kind.given or found[-1].kind.surname
    if not known and _HELLO_FROM.search(left):
        return True
    if first.key in _MAKES and not (found[-1].kind.surname and found[-1].kind.sure):
        return True
    return found[-1].key in _WARES and found[-1].capital and not found[-1].kind.surname


def _is_site_alone(page: Page, word: Word, left: str) -> bool:
    """Whether a single word with a capital is a hospital, a road among roads, a town with a service, or a product."""
    kind = word.kind
    if word.key in _SITES and _AT.search(left) and not _HOUSEHOLD.match(page.lower, word.end, word.end + 14):
        return True
    if word.key in _ROADS and (word.key in ("lorimier", "iberville") or _ALONG.search(left)):
        return True
    if (
        word.key in _ROADS
        and left.endswith("from ")
        and _TO_ANOTHER.match(page.text, word.end, word.end + 12)
    ):
        return True
    if kind.also_place and _SERVED.search(left):
        return True
    if word.key in _PROVINCES:
        return True
    if page.lower.startswith(", ", word.end) and _IS_KIN.match(page.lower, word.end, word.end + 32):
        return False
    if word.key in _TOWNS_AS_WELL and (
        _TOWN_AFTER.match(page.lower, word.end, word.end + 16)
        or (
            _SIGNER.search(page.text, word.start - 48, word.start)
            and not _THIRD.match(page.text, word.end, word.end + 32)
        )
    ):
        return True
    lives = _LIVES_AT.search(left)
    if not kind.known and (
        (lives is not None and not lives[0].startswith(_TO_SOMEBODY))
        or (_FIRST.search(left) and _THEN_WE.match(page.lower, word.end, word.end + 16))
    ):
        return True
    if not kind.known and (_HELLO_FROM.search(left) or _CHEZ.search(left)):
        return True
    if (kind.also_place or word.key in _ALSO_TOWNS) and _IN.search(left):
        return True
    if (kind.also_place or word.key in _TOWNS_AS_WELL) and _is_gone_to(page, word, left):
        return True
    if not kind.known and _CAMEL.fullmatch(page.text, word.start, word.end):
        return True
    return _is_road(page, word, left)


def _is_gone_to(page: Page, word: Word, left: str) -> bool:
    """Whether somebody lives at a place, went to it or left it at some time."""
    return _LIVES_AT.search(left) is not None or (
        word.key in _ALSO_TOWNS
        and _LEFT_IT.search(left) is not None
        and _AT_SOME_TIME.match(page.lower, word.end, word.end + 24) is not None
    )


def _is_road(page: Page, word: Word, left: str) -> bool:
    """Whether the word is one of the roads between which something is, or of several that are told."""
    if left.endswith(_BEFORE_LISTED) and _LISTED.search(page.text, word.start - 120, word.start):
        return True
    if not _BETWEEN.search(left):
        return False
    first_of_two = left.endswith(("between ", "entre ", "between la ", "entre la ", "entre de ", "entre d'"))
    if first_of_two and not _JOINS.match(page.text, word.end, word.end + 12):
        return False
    if _ROAD_BETWEEN.search(page.text, word.start - 60, word.start) and not word.kind.given:
        return True
    around = page.lower[max(0, word.start - 90) : word.end + 70]
    return word.key in _ROADS or _ROADWORK.search(around) is not None
