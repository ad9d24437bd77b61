"""Names of those whom everybody knows: who sits on a council, wrote the book, sings on the telephone or is in bronze."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recognizers.around import words
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.person_words import Word

#: Who sits for others, writes in the paper or sings: "councillor Roy", "ma députée Marie Roy". "Ma conseillère" is an agent.
_SITS: Final = compiled(
    r"(?<![a-z])(?:(?:city |municipal |town |borough )?councill?or|alder(?:man|woman)|mpp?|mnas?"
    r"|(?:le|la|notre|votre|ma|mon|du|au) deputee?|deputee? (?:provincial|federal|liberal|pequiste|caquiste|solidaire)e?"
    r"|(?:le|du|au) conseiller|la conseillere|conseill(?:er|ere) (?:municipale?|d'arrondissement|de (?:la )?ville)"
    r"|(?:du|au|l'ex-|notre|votre) ?maire|(?:ex-|former |ancien(?:ne)? )(?:premiere? ministre|prime minister|minist(?:re|er)"
    r"|premier|mayor|maire|deputee?)"
    r"|chroniqueu(?:r|se)|journaliste|columnist|journalist|animat(?:eur|rice)|chanteu(?:r|se)|singer|humoriste|comedian"
    r"|autrice|romanci(?:er|ere)|ecrivaine?|poete(?:sse)?|novelist|cineaste|filmmaker|(?:radio|tv|talk show) host|hockeyeur)"
    r"(?: (?:de|du|d'|for|of) ?(?!classe)[a-z-]{4,16})?,? (?:m\. |mme |mr\. |mrs\. |ms\. )?$"
)
#: "Maire Bruno Roy": at the head of a line or a sentence.
_MAYOR: Final = compiled(r"(?:^|[.!?\n(] ?)maire $")
_SAT: Final = compiled(
    r",? \(?(?:l'|the |an? |notre |our )?(?:ex-|former |ancien(?:ne)? )(?:premiere? ministre|prime minister|minist(?:re"
    r"|er)|premier"
    r"|mayor|maire(?:sse)?|deputee?|senat(?:eur|rice)|senator|mna|mp)(?![a-z])"
    r"|,? \(?(?:l'|the |la |le )?(?:chroniqueu|journalist|columnist|chanteu|singer|humorist|romanci|ecrivain|novelist"
    r"|poete?(?![a-z]))"
)
#: Whose bill or law it is.
_LAW_BEFORE: Final = compiled(
    r"(?<![a-z])(?:bill|loi|law|projet de loi) (?:c-)?[0-9]{1,3} (?:of|by|from|de|du) (?:m\. |mr\. |mme )?$"
    r"|(?<![a-z])(?:gouvernement|reforme|loi|plan) (?:de )?(?:m\. |mme )?$"
)
_LAW_AFTER: Final = compiled(
    r"(?:'s| et (?:son|sa)|,? avec (?:son|sa)| a (?:fait voter|depose|adopte) (?:la|le|son|sa)) ?(?:new )?(?:bill|law|government"
    r"|projet de loi|loi|gouvernement|caucus|cabinet|parti|party|reforme?)(?![a-z])"
)
#: Works, of which the maker or whom they are on is known to all: what belongs to somebody else is named otherwise.
_WORK: Final = compiled(
    r"(?<![a-z])(?:romans?|biographies?|autobiographies?|poemes|recueil|chroniques?|editorial|emissions?|balado|podcast|chansons?"
    r"|albums?|spectacles?|concerts?|shows?|tournee|murale|fresque|sculpture|statue|buste|monument|plaque|exposition|film"
    r"|documentaire|oeuvres?|toile|novels?|biography|autobiography|memoirs?|poems|songs?|mural|bust|column|documentary|movie"
    r"|livres?(?= sur)|books?(?= on| about)|essai(?= sur)|cours(?= sur)|documents(?= sur)|mots croises)"
    r"(?: d'attente)?(?: (?:of|by|on|about|with|honou?ring|featuring|with host|de|sur|avec|par|en l'honneur de) | d'"
    r"| a l'effigie de )$"
)
#: What those end with.
_MADE_BY: Final = (
    *(
        " of ",
        " by ",
        " on ",
        " about ",
        " with ",
        "ing ",
        " de ",
        " sur ",
        " avec ",
        " par ",
        "host ",
        "neur de ",
        " d'",
    ),
    " l'effigie de ",
)
#: A title in quotes, and by whom it is.
_TITLED: Final = compiled(r"\"[A-Z][^\"\n]{2,48}\"(?: \([^)\n]{2,20}\))?,? ?(?:(?:by|de|par|of|from) |d')$")
#: What was given the name of somebody to remember.
_NAMED_FOR: Final = compiled(
    r"(?<![a-z])(?:bench|bridge|park|street|school|hall|rink|pool|library|place|square|room|trail|plaque|statue|building"
    r"|stamp|coin)"
    r"(?: [a-z]{2,5})? (?:re)?(?:named|dedicated|called) (?:for|after|to|in honou?r of) $"
    r"|(?<![a-z])(?:plaque|statue|monument|mural|stamp) (?:honou?ring|commemorating) $"
    r"|(?<![a-z])(?:banc|pont|parc|rue|ecole|salle|arena|piscine|bibliotheque|place) (?:re)?(?:nomme|baptise|dedie)e?"
    r" (?:en l'honneur de|d'apres|en hommage a|a) $"
)
#: On the air.
_ON_AIR: Final = compiled(
    r"(?<![a-z])(?:(?:a la|la) (?:radio|tele(?:vision)?)|on (?:the )?(?:radio|tv)|(?:le|the) (?:show|matin"
    r"|morning show)) (?:avec|de"
    r"|chez|with|par|by) $"
)
_AFTER_WORK: Final = compiled(
    r" (?:tribute|exhibit(?:ion)?|album|concert|songs?|statue|mural|biography|novel|hommage)(?![a-z])"
)
#: Titles that begin so, with somebody's name at their end, in quotes.
_IN_TITLE: Final = compiled(
    r"\"(?:the |les? |la )?(?:lettres?|letters?|life|vie|histoire|story|contes|memoires|journal|oeuvres?|correspondance|poemes?)"
    r"(?: (?:and|et) [a-z]{3,10})? (?:d'|de |of |to |a )$"
)
#: What has its name in quotes, or is called so.
_CALLED: Final = compiled(
    r"(?<![a-z])(?:bottles?|bouteille|biere|vin|wine|beer|posters?|affiche|perfume|parfum|brand|marque|model|modele|rosier"
    r"|colou?r|couleur|software|logiciel|app|appli|application|guichet|bulletin|infolettre|newsletter|wing|aile|list|liste"
    r"|programme?|projet|project|tempete|storm|hurricane|ouragan|game|jeu|movie|film|song|chanson|album|salle|room|forfait"
    r"|form|formulaire|building|edifice|ship|bateau|train|street|rue|park|parc)"
    r"(?:(?:,? (?:it |qui )?(?:is|was|est|s'appelle))?"
    r" (?:named|called|titled|nommee?|appelee?|dite?|intitulee?|baptisee?)|s'appelle| of| de)? ?\"?$"
)
_CALLED_WITHOUT: Final = compiled(
    r"(?<![a-z])(?:list|liste|tempete|storm|hurricane|ouragan|programme?|app|appli|application|software|logiciel|bateau"
    r"|ship|model"
    r"|modele|projet|project|newsletter|infolettre) (?:is |was |est )?(?:named|called|nommee?|appelee?|dite?) \"?$"
)
#: Somebody of the same name after all: "Luc Rabouin est mon beau-frère".
_OURS: Final = compiled(
    r",? (?:est |is |and i |et moi|\()?(?:mon|ma|my|our|notre)(?![a-z])|,? (?:and i|et moi)(?![a-z'])"
)
#: Under whose government something was or was not done.
_UNDER: Final = compiled(r"(?<![a-z])(?:depuis|since|under|sous|du temps de|a l'epoque de|at the time of) $")
_HEADS: Final = words(
    "couillard charest marois legault landry bouchard parizeau levesque bourassa duplessis lesage trudeau harper mulroney carney"
    " chretien"
    " labeaume coderre tremblay drapeau"
)
#: What only they say, promise or have beside them.
_OF_HEAD: Final = compiled(
    r"'s (?:quotes?|speech|promises?|budget|announcement|ministers|government|cabinet)(?![a-z])"
    r"|,? (?:and (?:his|her) (?:ministers?|cabinet)|et (?:ses|son) (?:ministres|cabinet|gouvernement))(?![a-z])"
    r"|(?: et| and| also| has)? (?:keeps? (?:telling|saying|promising)|promised? (?:us|that)|a promis|nous (?:a )?prom)"
)
#: What is told to the press.
_TO_PRESS: Final = compiled(
    r",? (?:[a-z'-]+ ){1,4}?(?:(?:en|lors d'une?) (?:point|conference) de presse|(?:at|in) a (?:press|news) (?:conference"
    r"|briefing)"
    r"|aux journalistes|(?:to )?reporters)(?![a-z])"
)
#: Surnames that hardly anybody bears but who holds an office.
_ONLY_THEY: Final = words(
    "drainville fitzgibbon jolin-barrette duplessis couillard labeaume guilbault poilievre"
)
#: Whole names that everybody knows and that next to nobody else bears: a private Michel Tremblay is not among them.
_FAMOUS: Final = frozenset(
    name.strip()
    for name in """
    pauline marois, jean charest, rene levesque, robert bourassa, jacques parizeau, lucien bouchard, bernard landry,
    philippe couillard, maurice duplessis, camille laurin, gaetan barrette, bernard drainville, simon jolin-barrette,
    pierre fitzgibbon, genevieve guilbault, sonia lebel, eric caire, lionel carmant, sonia belanger, valerie plante,
    regis labeaume, bruno marchand, denis coderre, jean drapeau, gabriel nadeau-dubois, manon masse, ruba ghazal,
    paul st-pierre plamondon, pablo rodriguez, dominique anglade, jean chretien, brian mulroney, stephen harper,
    pierre poilievre, pierre elliott trudeau, wilfrid laurier, honore beaugrand, honore mercier, luc rabouin, horacio arruda,
    luc boileau, paul arcand, patrick lagace, richard martineau, guy a. lepage, penelope mcquade, veronique cloutier,
    janette bertrand, ginette reno, ariane moffatt, robert charlebois, gilles vigneault, felix leclerc, leonard cohen,
    oscar peterson, celine galipeau, patrice roy, bernard derome, pierre bruneau, sophie thibault, denise bombardier,
    louis-jose houde, martin matte, yvon deschamps, rachid badouri, sugar sammy, mike ward, xavier dolan, denys arcand,
    denis villeneuve, jean-paul riopelle, marc-aurele fortin, paul-emile borduas, emile nelligan, irma levasseur,
    norman bethune, armand frappier, hans selye, jean beliveau, maurice richard, guy lafleur, carey price, ken dryden,
    alexandre despatie, mikael kingsbury, gilles villeneuve, jacques villeneuve, rene angelil, julie snyder, guy laliberte,
    margaret atwood, mordecai richler, alice munro, louise penny, dany laferriere, kim thuy, anne hebert, marie laberge,
    claude castonguay, tommy douglas, terry dimonte, josh freed, william shakespeare, emile zola, victor hugo, george orwell,
    agatha christie, stephen king,
    harry potter, taylor swift, elvis presley, johnny cash, shania twain, celine dion, bryan adams, justin bieber,
    edith piaf, charles aznavour, jacques brel, frederic chopin, samuel de champlain, jacques cartier, jeanne mance,
    gaston miron, gerald godin, romeo dallaire, david saint-jacques, julie payette, marc garneau, roberta bondar
    """.replace("\n", " ").split(",")
)


def is_renowned(page: Page, found: Sequence[Word], left: str, introduced: str) -> bool:
    """Whether the words are the name of somebody of whom everybody speaks; `left` is what stands before them."""
    first, end = found[0], found[-1].end
    if not first.capital:
        return False
    alone = len([word for word in found if not word.initial]) == 1
    if _LAW_AFTER.match(page.lower, end, end + 40) or _CALLED_WITHOUT.search(left):
        return True
    if alone and found[-1].key in _ONLY_THEY and introduced in ("", "title", "joined"):
        return True
    if introduced in ("cue", "closing", "self") or (introduced == "kin" and not _SITS.search(left)):
        return False
    if (
        _SITS.search(left)
        or _MAYOR.search(left)
        or _SAT.match(page.lower, end, end + 44)
        or _LAW_BEFORE.search(left)
    ):
        return True
    if alone and first.key in _HEADS and _OF_HEAD.match(page.lower, end, end + 48):
        return True
    if not alone and page.lower[first.start : end] in _FAMOUS and not _OURS.match(page.lower, end, end + 12):
        return True
    if _TO_PRESS.match(page.lower, end, end + 64):
        return True
    if introduced == "title":
        return False
    if alone:
        return (first.key in _HEADS and _UNDER.search(left) is not None) or _is_quoted(page, first, end, left)
    return (
        (left.endswith(_MADE_BY) and _WORK.search(left) is not None)
        or _NAMED_FOR.search(left) is not None
        or _ON_AIR.search(left) is not None
        or _AFTER_WORK.match(page.lower, end, end + 14) is not None
        or ('"' in left and _TITLED.search(page.text, first.start - 90, first.start) is not None)
        or _is_quoted(page, first, end, left)
    )


def _is_quoted(page: Page, first: Word, end: int, left: str) -> bool:
    """Whether the name is, or ends, the name of a thing between quotes."""
    if '"' not in left or not page.text.startswith('"', end):
        return False
    if left.endswith(('"the ', '"les ', '"la ', '"le ')):
        return True  # "The Tin Flute"
    return (left.endswith('"') and _CALLED.search(left) is not None) or _IN_TITLE.search(left) is not None
