"""What the words that tell of a birth are made of: who is born, the word itself, the day that follows."""

from __future__ import annotations

from typing import Final

from recognizers.date_forms import WEEKDAY
from recognizers.month_forms import MONTH
from recognizers.month_slips import ANY_MONTH

#: A date that is no list's number or measure: with its month in words, or a year of four figures.
DATED: Final = (
    rf"(?:(?:le )?[0-9]{{1,2}}(?:er|\.)?(?:[ .-](?:d'|de )?{ANY_MONTH}[.,]?[ .-](?:de )?[12]"
    r"|(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[12][0-9]{3})"
    rf"|[12][0-9]{{3}}[-/.][0-9]{{2}}[-/.][0-9]{{2}}|[12][0-9]{{3}}, (?:le )?[0-9]{{1,2}}(?:er)? (?:d'"
    rf"|de )?{MONTH}(?![a-z])|{MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,? [12])"
)
WHOSE: Final = r"(?:(?:ma|sa|la|leur|notre|ta|votre) )?"
NAISS: Final = r"nais{1,2}(?:[ae] ?n ?[cs]{1,2} ?es?|\.|ce|ance)?(?![a-z])"
NE: Final = r"ne(?:e?\(e?s?\)s?|[.\-/]e\.?s?|e?s?)(?![a-z])"
SOMEBODY: Final = (
    r"(?:mon|ma|mes|notre|nos|son|sa|leur|my|our|his|her|their) (?:(?:premiere?|deuxieme|troisieme|seule?|unique"
    r"|petite?|grande?|first"
    r"|second|third|only|little|oldest|youngest|eldest|newborn|new|baby) )?(?:petite?-|grande?-|step|grand)?"
    r"(?:(?:fils|filles?|enfants?|bebes?"
    r"|garcons?|gars|conjointe?|epoux|epouse|mari|femme|mere|pere|soe?ur|frere|jumeaux|jumelles|son|sons|daughters?|child|children"
    r"|kids?|baby|babies|boys?|girls?|twins|wife|husband|spouse|partner|mother|father|mom|mum|dad|sister|brother"
    r"|niece|nephew|neveu)(?: [a-z'-]+)?"
    r"|ainee?|cadet(?:te)?|benjamine?|plus (?:jeune|vieux|vieille|petite?|grande?)|youngest|oldest|eldest)"
)
#: A child of the family that is spoken of.
THE_CHILD: Final = (
    r"(?<![a-z])(?:l[ea] (?:p[e']?tite?|grande?|plus (?:jeune|vieux|vieille)|cadet(?:te)?|benjamine?"
    r"|bebe)|l'ainee?)"
)
ON: Final = (
    r"(?= {0,6}(?:l[ea]|ie|l|en|on|un|tous|toutes|a|au|aux|in|at|the|ce|du|vers|hier,?|ds|dans|:|=|,|\(|[0-9]|[oil][0-9]"
    rf"|[a-z]+ {{1,4}}le |[a-z]{{4,}}ement(?![a-z])|par |avant |quelque |chez|pendant|durant|comme "
    r"|aussi|bien |quand|ici[ ,]"
    r"|(?:[a-z0-9]{1,8} (?:minutes?|heures?|jours?|semaines?|mois)|juste|tout juste|un peu|peu) (?:avant|apres) "
    r"|d(?:e |')(?:(?:une?|l'|mon|ma|son|sa|leur|notre) ?)?(?:(?:autre|seconde?|premiere?|deuxieme|precedente?|ancienne?) )?"
    r"(?:parents?|mere|pere|famille|couple|union|lit|mariage|relation)(?![a-z])|prematuree?s?(?![a-z])"
    rf"|[\"'*>\[{{_<=\x7f\-.;]{{1,4}} ?[0-9]|['a-z-]+ [a-z'-]+ le |{WEEKDAY},? |{MONTH}[.-]?[ -]?[0-9]))"
)
#: Not the name of a computer: "ddn-server-01", "dob01 restarted".
NO_HOST: Final = rf"(?!-[a-z]{{3,}}(?![a-z])(?! ?[:=(]))(?![0-9]{{1,3}} (?:(?!{MONTH})[a-z]|[0-9]{{4}}-))"
#: The figures of a day begin, letters for some or not: "12", "l2", "lO", "ler mai".
FIGURE: Final = r"(?:[0-9]|[oil](?:[0-9]|o(?![a-z])|er ))"
#: A day follows at once.
DAY_NEXT: Final = (
    rf"(?:the |le )?(?:{FIGURE}|{WEEKDAY}|{ANY_MONTH}[. 0-9-]"
    r"|[a-z]{4,10} [0-9]{1,2}(?:st|nd|rd|th)?,? [12][0-9]{3})"
)
#: Whose paper it is.
THE_PAPER: Final = r"(?:(?:l[ea]|son|sa|mon|ma|leur|the|my|his|her|their) |l')?"
#: A little child of one's own, and what is told of one that has just come.
BABY: Final = (
    r"(?:bebe|enfant|fils|fille|garcon|gars|jumeaux|jumelles|p[e']?tite?"
    r"|baby|son|daughter|boy|girl|twins|child|little one)"
)
SUCH_A: Final = (
    "(?:healthy |baby |beautiful |first |second |third |little |new |premiere? |deuxieme |troisieme |petite? "
    "|belle |beau )?"
)
KIN: Final = (
    r"(?:fils|filles?|enfants?|bebe|garcon|gars|conjointe?|epoux|epouse|mari|femme|mere|pere|soe?ur|frere|jumeaux|jumelles|blonde|chum"
    r"|petite?|maman|papa)"
)
OURS: Final = "(?:notre|nos|mon|ma|mes|our|my)"
#: What a newborn weighs, and no luggage: 0.4 to 7 kg, 1 to 15 lb.
WEIGHT: Final = (
    r"(?:[0-7](?:[.,][0-9]{1,3})? ?(?:kg|kilos?)|(?:[1-9]|1[0-5])(?:[.,][0-9]{1,3})? ?(?:lbs?|livres?|pounds?)"
    r"|[1-6][0-9]{3} ?(?:g|gr|grammes?|grams?))"
)
_NOT_OF_GOODS: Final = r"(?![a-z]| (?:of|de|d')(?! ?(?:love|bonheur|joy|pure|pur|amour)))"
NEWBORN: Final = (
    rf"[^\n]{{0,110}}(?<![a-z])(?:(?<![0-9.,]){WEIGHT}{_NOT_OF_GOODS}"
    rf"|(?<![0-9])(?<![0-9] )(?:livres|lbs?|pounds|kg|kilos|grammes){_NOT_OF_GOODS}"
    r"|(?:onces|ounces|oz|healthy|en sante|sante|semaines|weeks"
    r"|cesarienne|c-section|sage-femme|midwife|maternite|maternity|bebe|baby|newborn|nouveau-ne|rqap|qpip|prematur\w*"
    r"|conge|leave|hopital|hospital|early|late|avance|retard|terme?)(?![a-z]))"
)
#: What a newborn is told with right after the day: its weight or its size; and its hour.
MEASURED: Final = (
    rf"[^\n]{{4,70}}?(?<![0-9.,])(?:{WEIGHT}|[3-6][0-9](?:[.,]5)? ?(?:cm|centim[a-z]+)"
    rf"|(?:1[5-9]|2[0-4]) ?(?:po|pouces|inches)){_NOT_OF_GOODS}"
)
#: Where nobody but the newborn arrives, on that day; and where others do.
BIRTHPLACE: Final = (
    r"[^.!?\n]{4,40}(?<![a-z])(?:maison de naissance|maternite|pouponniere|birth(?:ing)? (?:cent(?:re|er)|house|suite)"
    r"|maternity (?:ward|unit))(?![a-z])"
)
HOSPITAL: Final = r"[^.!?\n]{4,40}(?<![a-z])(?:hopital|hospital|chul?|chum|st\.? mary's)(?![a-z])"
AT_AN_HOUR: Final = r"[^\n]{4,32}?(?<![a-z])(?:a|at) [0-2]?[0-9] ?[h:] ?[0-5][0-9](?![0-9])"
#: What guests do who arrived.
STAY: Final = r"[^\n]{0,60}(?<![a-z])(?:stay|spend|visit|hotel|vacation|holiday|vacances|rest(?:ent|eront)(?![a-z])|pour|for )"
#: A day at the end of its sentence.
DAY_ENDS: Final = (
    rf"(?:(?:[0-9]{{1,4}}(?:st|nd|rd|th|er)?|{WEEKDAY}|{MONTH})[ ,./-]{{0,2}}?){{2,5}}(?<=[0-9])"
    r"(?: ?[.!?;)](?![0-9])| ?$)"
)
