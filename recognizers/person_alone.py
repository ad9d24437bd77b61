"""A given name alone that is a word as often, or that no list knows: what on both sides makes it somebody's."""

from __future__ import annotations

from typing import Final

from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.person_around import (
    ALSO_NAMES,
    ALSO_SIGNED,
    SEASONS,
    VIRTUES,
    is_coded,
    is_mailed,
    is_numbered,
    is_reached,
    is_spoken_of,
    is_told_of,
    signs_with,
    signs_with_trade,
)
from recognizers.person_words import Word

#: Of one family or household, so that a word with a capital after them is a name.
_FAMILY: Final = (
    r"(?:fils|filles?|freres?|soe?urs?|mari|femme|conjointe?|epouse|epoux|pere|mere|papa|maman|oncle|tante|cousine?|neveux?"
    r"|nieces?|voisine?|bebe|enfants?|jumeaux|jumelles|chum|blonde|copain|copine|fiancee?|amie?|coloc(?:ataire)?|parrain"
    r"|marraine|garcons?|sons?|daughters?|brothers?|sisters?|husband|wife|mother|father|mom|mum|dad|uncle|aunt|nephews?"
    r"|nieces?|cousin|partner|spouse|baby|kids?|child|children|twins|boyfriend|girlfriend|friend|neighbou?r|roommate"
    r"|caregiver|boys?|girls?|nana|granny|mamie|papi|bf|gf|ex|grand(?:ma|pa|mother|father|son|daughter)|roomie)"
)
#: "the roommate of Hope", "la coloc de Prune".
_OF_RELATIVE: Final = compiled(rf"(?<![a-z])(?<!the )(?<!une )(?<!un ){_FAMILY} (?:of|to|de) $")
_THE_RELATIVE: Final = compiled(rf"(?<![a-z])(?:the|la|le|l'|am|his|her) ?{_FAMILY} (?:of|to|de) $")
_RELATIVE: Final = compiled(
    rf"(?<![a-z])(?:mon|ma|mes|notre|nos|son|sa|ses|leurs?|my|our|his|her|their) ?(?:[a-z]{{2,9}}[ -])?{_FAMILY}[ ,:(]{{1,2}}$"
)
#: "une dame, Aurore,": somebody, and who.
_SOMEBODY: Final = compiled(
    r"(?<![a-z])(?:dame|monsieur|gars|worker|intervenante?|travailleuse sociale|fille|voisine?|guy|lady"
    r"|woman|man|girl|clerk|nurse|infirmiere?|agente?|preposee?|employee?)"
    r"(?: [a-z0-9']{1,12}){0,4}, $"
)
#: A telephone line or a year, and no name: "the clerk said, Line 4", "the baby of Summer 2020".
_COUNTED: Final = compiled(
    r" #?(?:[0-9]{1,2}(?![0-9-]| ?(?:ans|years?|yrs?|mois|months?)(?![a-z]))|(?:19|20)[0-9]{2}(?![0-9-]))"
)
#: What is said of a virtue: "Hope is all we have".
_IS_ALL: Final = compiled(
    r" (?:is|est|was|etait) (?:all|what|the|gone|lost|not|dead|tout|ce|l[ae]|un|important)(?![a-z])"
)
#: Who is sent for, or was married.
_ASKED_FOR: Final = compiled(r"(?<![a-z])(?:asks? for|demande[rz]) $")
_ASKED_SO: Final = compiled(
    r"[ ]?(?:[.!)]?\Z|[.!]|,? (?:quand|lorsque|when|if|si|en arrivant|please|svp)(?![a-z]))"
)
_ADDRESSED: Final = compiled(
    r"(?<![a-z])(?:letters?|lettres?|mail|courrier|envelopp?e|colis|parcel|cheque)(?: came| is| was| est)? (?:addressed to"
    r"|adressee? a|made out to|fait a|au nom de) $"
)
_MARRIED: Final = compiled(
    r"(?<![a-z])(?:i|we|he|she|je|j'ai|il|elle|on)[ ]?(?:a |ai |me suis |s'est |was |am |got )?(?:married|marrie?d to|divorced"
    r"|epousee?|mariee? (?:a|avec)|divorcee? de|separee? de) $"
)
_MARRIED_SO: Final = compiled(r" (?:on|in|le|en|back in|last|au|here|ici)(?![a-z])| ?[.,]")
#: Before the name that a woman took or had: "Solange Tardif, mariée Lachapelle".
_WED: Final = compiled(
    r"(?<![a-z])(?:mariee|epouse|veuve|nee|formerly|maiden name|nom de fille|nom de femme mariee) $"
)
#: After a word that is only by its place a relative's name: "my partner Wade) …", "my son Chance is".
_LED_ON: Final = compiled(
    r"\)| (?:est|etait|is|was|has|had|died|lives|prend|takes|needs|souffre|attend|vit|doit|va|veut|peut|who|qui)(?![a-z])"
)
#: What is told of persons alone, after a name.
_TELLS: Final = compiled(
    r",? (?:who|qui) (?:moved|died|lives?|was|is|has|works?|est|a|vit|habite|etait|travaille|demeure)(?![a-z])"
    r"|,? (?:passed away|died|est (?:mort|decede)e?|est nee?|a demenage|a accouche|was born|got married|gave birth)(?![a-z])"
    rf"| (?:is|est|was|etait) (?:my|our|ma|mon|notre|his|her|sa|son) (?:[a-z]{{2,9}} )?{_FAMILY}(?![a-z]|'s| tongue)"
    rf"|,? (?:my|our|mon|ma|notre) "
    r"(?:oldest|eldest|youngest|middle|plus (?:vieux|vieille|jeune))(?![a-z])"
    r"|,? (?:and i|et moi|and me)(?![a-z'])| \((?:my|our|ma|mon|notre) [a-z0-9]{1,10}"
    r"|'s (?:mother|father|mom|mum|dad|sister|brother|son|daughter|card|name|birth|school|doctor|appointment|passport|caregiver"
    r"|teacher|health card|insulin|wife|husband|medication)(?![a-z])"
)
#: Where the one who writes is, told as on the radio: "dawn from lasalle here".
_CALLS_IN: Final = compiled(
    r",? (?:from|de|du) (?!the (?:north|south|east|west)(?![a-z]))(?:the |la |l')?"
    r"[a-z][a-z'-]{2,20}(?:[ -][a-z][a-z'-]{2,20})? (?:here|ici)(?![a-z])"
    r"|,? (?:here|ici)(?:,|\.| again| encore| any news)|,? (?:again|encore)[ ,.]"
)
#: A family's name, its address, and that they are there: "Lajoie, 77 Wellington N., unit B, here".
_AT_ADDRESS: Final = compiled(
    r", [0-9]{1,5}[a-d]?,? (?:[a-z0-9][a-z0-9'.-]{0,20}[ ,]{1,2}){1,8}(?:here|ici)(?![a-z])|,? [0-9]{1,2}e etage ici(?![a-z])"
)
#: The line above a signature ends a sentence, though it has no full stop: not with these.
_GOES_ON: Final = compiled(
    r"(?:[,:;(/-]|(?<![a-z])(?:is|est|the|an?|la|les?|une?|du|des?|of|en|et|and|or|ou|in|to|au|aux|for|pour|my|mon|ma|by|par|with"
    r"|avec|no|non|i|we|you|je|not|pas de))$"
)
_THANKS: Final = compiled(r"(?:thanks?|thx|ty|merci|bye|thank you|tks|cheers|xo+|svp|plz|pls)[ !.]*$")
#: How much of the line above is read.
_ABOVE: Final = 60
_TRAIL: Final = " .!,\n-x"


def weigh_alone(page: Page, word: Word, left: str, introduced: str) -> float:
    """The score of a single word as somebody's name by what stands around it; 0 where nothing does."""
    if page.text[word.start - 1 : word.start] == "'":
        return 0.0
    if word.kind.never:
        called = (
            word.capital
            and word.key in ALSO_NAMES
            and (introduced == "self" or is_reached(page, word) or is_childs(page, word, left))
        )
        return 0.65 if called else 0.0
    if is_mailed(page, word) and not word.kind.everyday:
        return 0.65
    if word.capital and word.opens and not word.acronym and not word.kind.also_place:
        named = word.kind.known or word.key in ALSO_SIGNED or word.key in VIRTUES
        if named and signs_with(page, word):
            return 0.65
    if word.capital and not word.kind.also_place and is_coded(page, word):
        return 0.65
    if word.capital and word.kind.surname and _WED.search(left):
        return 0.6
    if word.kind.given or word.key in ALSO_SIGNED or (word.capital and word.key in VIRTUES):
        return _weigh_name(page, word, left, introduced)
    if not word.capital or word.acronym:
        return 0.0
    if word.opens:
        return 0.6 if word.kind.surname and _is_at_address(page, word) else 0.0
    if word.kind.everyday and introduced == "kin" and _RELATIVE.search(left):
        return 0.55 if _LED_ON.match(page.lower, word.end, word.end + 12) else 0.0
    if word.kind.everyday or len(word.key) < 4:
        return 0.0
    if _ADDRESSED.search(left):
        return 0.6
    sent_for = _ASKED_FOR.search(left) and _ASKED_SO.match(page.lower, word.end, word.end + 16)
    married = _MARRIED.search(left) and _MARRIED_SO.match(page.lower, word.end, word.end + 12)
    return 0.6 if sent_for or married else 0.0


def is_childs(page: Page, word: Word, left: str) -> bool:
    """Whether a month is what a child is called: "mon fils Avril, oui"."""
    return (
        _RELATIVE.search(left) is not None and _NO_DATE.match(page.lower, word.end, word.end + 8) is not None
    )


def _is_told_alone(page: Page, word: Word) -> bool:
    """Whether what follows the word is told of persons alone."""
    return (
        is_told_of(page, word)
        or _TELLS.match(page.lower, word.end, word.end + 32) is not None
        or (word.key not in SEASONS and _CALLS_IN.match(page.lower, word.end, word.end + 56) is not None)
    )


def _weigh_name(page: Page, word: Word, left: str, introduced: str) -> float:
    if word.capital and not word.acronym:
        if _is_introduced(page, word, left, introduced):
            return 0.65
        if word.opens and word.kind.surname and _is_at_address(page, word):
            return 0.6
        if word.kind.sure and (is_numbered(page, word) or signs_with_trade(page, word)):
            return 0.65
        return 0.65 if not word.kind.also_place and _is_told_alone(page, word) else 0.0
    if word.acronym or word.kind.also_place:
        return 0.0
    usual = word.kind.common or word.key in ALSO_SIGNED or not word.kind.everyday
    if not usual:
        return 0.0
    if is_last(page, word):
        return 0.6
    led = (
        word.opens
        or introduced in ("kin", "self")
        or left.endswith(("for ", "pour ", "hey ", "salut, ", "hi "))
    )
    if led and _is_told_alone(page, word):
        return 0.6
    joined = introduced == "joined" and left.endswith(("et ", "and ", "& "))
    relative = (
        introduced == "kin"
        and _RELATIVE.search(left)
        and _LEADS_ON.match(page.lower, word.end, word.end + 12)
    )
    return 0.55 if joined or relative else 0.0


#: What does not follow a month.
_NO_DATE: Final = compiled(r",? (?:is|was|has|had|est|a|n'|ne|oui|yes|qui|who)(?![a-z])|,? n'")
#: What a sentence goes on with after the name of a relative.
_LEADS_ON: Final = compiled(
    r"[ ,)]{1,2}(?:est|a|as|avait|etait|n'|ne|va|qui|et|is|was|has|had|who|and|does|did|never|took|got"
    r"|wants|needs|died|lives|said|[0-9(])(?![a-z])|n'a|[ ]?[.,]?\Z"
)


def _is_introduced(page: Page, word: Word, left: str, introduced: str) -> bool:
    if _COUNTED.match(page.text, word.end, word.end + 14):
        return False
    if introduced == "kin" and _RELATIVE.search(left):
        after_comma = left.endswith(", ") and word.key in ALSO_SIGNED
        return not (after_comma and _IS_ALL.match(page.lower, word.end, word.end + 18))
    if introduced == "joined" and left.endswith((" et ", " and ", " & ")):
        return True
    if word.opens:
        return False
    return (
        (_THE_RELATIVE.search(left) is not None and (word.kind.common or not word.kind.also_place))
        or (_OF_RELATIVE.search(left) is not None and not word.kind.also_place)
        or _SOMEBODY.search(left) is not None
        or (
            _ASKED_FOR.search(left) is not None
            and _ASKED_SO.match(page.lower, word.end, word.end + 16) is not None
        )
        or (
            _MARRIED.search(left) is not None
            and _MARRIED_SO.match(page.lower, word.end, word.end + 12) is not None
        )
    )


def is_last(page: Page, word: Word) -> bool:
    """Whether the word is all that stands on the last line, under a line that says something, or after the last sentence."""
    if not word.start or page.lower[word.end : word.end + 16].strip(_TRAIL):
        return False
    if word.key in ALSO_SIGNED and is_spoken_of(page, word):
        return False
    above = page.lower[max(0, word.start - _ABOVE) : word.start]
    if word.key in ALSO_SIGNED and not word.kind.everyday and _THANKS.search(above):
        return True
    if not (above.rstrip(" >-~*x").endswith("\n") or above.rstrip(" -~*").endswith((".", "?", "!"))):
        return False
    line = above.rstrip(" >-~*x\n").rpartition("\n")[2].strip()
    if _THANKS.search(line):
        return True
    return len(line.split()) > 2 and _GOES_ON.search(line) is None


def _is_at_address(page: Page, word: Word) -> bool:
    return not word.kind.also_place and _AT_ADDRESS.match(page.lower, word.end, word.end + 80) is not None
