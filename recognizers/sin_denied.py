"""Labels of SINs that name no number here: what is spoken of is said to be something else, so many SINs are counted, or the
letters are a word or an airport."""

from __future__ import annotations

from typing import Final

from recognizers.birth_family import RELATIVES
from recognizers.cues import Cue
from recognizers.patterns import compiled
from recognizers.sin_other_labels import OTHER_NUMBER
from recognizers.table import is_header

#: Before a label and behind it: what is spoken of is no SIN, but something else.
_IS_NOT: Final = compiled(
    r"(?<![a-z])(?:not|n't|pas) (?:(?:my|his|her|your|our|their|an?|the|mon|un|le|son|ma|une|la|votre|notre|leur) |l')?"
    r"(?:(?:numero|number|no) (?:d'|de |of ))?$"
)
_BUT_ANOTHER: Final = compiled(
    r"(?: (?:number|numero))?[ ,.;:-]{1,3}(?:(?:mais|but) )?(?:bien )?(?:(?:it's|it is|c'est|that's|plutot|rather) )?(?:bien )?"
    r"(?:(?:the|my|his|her|an?|le|la|ma|mon|une?|sa|son|celui de|that of) |l')"
    rf"(?!(?:{'|'.join(RELATIVES.split())}|wife|card|carte|slip|talon|stub|feuillet|voici|voila|permi[st]|passe?port)(?![a-z])|celui"
    r"|nas|sin|soc|num|right|correct|bon|vrai|good|real|new|nouv|insur|assur|one)[a-z]{3}"
)
#: "Not a SIN: 384 167 458", "pas un NAS : …": any number is denied to be one, right before it.
_NOT_ONE: Final = compiled(r"(?<![a-z])(?:not|isn't|pas) (?:an?|un) \Z")
_NINE_NEXT: Final = compiled(r"(?: number)? ?[:,(] ?[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}(?![0-9])")
#: The sine of a number, as spreadsheets write it, and what stands near where it is that.
_SINE: Final = compiled(r"\([0-9.]{1,12}\)")
_RECKONS: Final = compiled(
    r"(?<![a-z])(?:sheets?|spreadsheets?|formulas?|formulae|excel|cells?|functions?|macros?|radians?|cos|tan|feuilles? de calcul"
    r"|tableurs?|chiffriers?|formules?|cellules?|fonctions?)(?![a-z])"
)
_RECKONS_REACH: Final = 100
#: "N (SIN not given)": brackets behind another number that say that there is none.
_OF_NUMBER: Final = compiled(r"[0-9] ?\((?:(?:my|mon|his|her|le|the|no|pas de|sans) )?\Z")
_LACKING: Final = compiled(
    r" (?:number |no )?(?:(?:is |was |est )?(?:not|non|pas|never|jamais) (?:yet |encore )?"
    r"(?:given|provided|supplied|received|known|on file|available"
    r"|fournie?|donnee?|recue?|connue?|transmise?|inscrite?|disponible|au dossier)"
    r"|missing|pending|unknown|refused|to come|to follow|manquante?|inconnue?|absente?|refusee?|a venir|a suivre)\)"
)
#: Right behind a label, brackets that say to leave its place empty, or who is to write there, and no number at once:
#: "NAS : (ne pas inscrire)", "SIN (office use only)".
_NOT_TO_FILL: Final = compiled(
    r" ?[:=]? ?[(\[](?:(?:svp|please|merci de)[ ,]{1,2})?(?:ne (?:pas|rien) (?:inscrire|remplir|ecrire|completer)(?: ici)?"
    r"|do not (?:write|fill|complete|enter)(?: (?:in|out|here))?|(?:leave|left)(?: this)? (?:blank|empty)"
    r"|laiss(?:er|ez|e)(?: (?:en|ce champ|cette case))? (?:blanc|vide)"
    r"|(?P<office>(?:office|internal|official) use(?: only)?|usage interne))[.!]?[)\]][ :_]{0,30}(?![ :_0-9])"
)
_BLANK: Final = compiled("[:=_]")
#: Somebody filled it in all the same, on the label's line and in no other cell: "(leave blank) Luc: 130 692 544".
_FILLED_IN: Final = compiled(
    r"[ :_]{0,30}(?:[^\W0-9_]|[-.,:=#'](?!  )| (?! )){0,48}[0-9]{3}([ -]?)[0-9]{3}\1[0-9]{3}(?![0-9])"
)
#: Part of the name of a rule that looks for SINs: "DLP-NAS-07", "rule: sin-detect-v2"; what it found may follow.
_RULE_BEFORE: Final = compiled(
    r"(?:(?<![a-z])(?:rules?|regles?|polic(?:y|ies)|politiques?|strategies?|detectors?|detecteurs?)(?:[ _-]?(?:id|name|nom))?"
    r"[\"']?[ :=]{1,2}[\"']?(?:[a-z]{2,8}[-_]){0,3}|[a-z]{2,8}[-_])\Z"
)
_RULE_BEHIND: Final = compiled(
    r"[-_](?:[a-z]{2,10}[-_]){0,2}v?[0-9]{1,4}(?![0-9-]| ?[:=] ?[\"']?[0-9]| [0-9])(?![^\n]{0,60}(?<![a-z])"
    r"(?:match(?:es|ed)?|values?|valeurs?|extraits?|excerpt|snippet|contenu|content|data|texte?|evidence|nas|sin)[\"']? ?[:=])"
    r"(?![^\n]{0,60}(?<![a-z])(?:found|trouvee?s?|detect(?:ed|ee?s?)|match(?:es|ed)?|hits?|values?|valeurs?)"
    r" ?:? ?[\"'(]?[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}(?![0-9]))"
)
_RULE_REACH: Final = 48
#: "1 204 NAS": so many of them, where no value follows.
_COUNTED: Final = compiled(
    r"(?<![0-9.,/-])(?<![0-9] )(?!(?:19|20)[0-9]{2} $)[0-9](?:[0-9]{1,4}|[0-9]{0,2} [0-9]{3}) $"
)
_VALUE_NEXT: Final = compiled("[ :=#(]{0,4}[0-9]")
_OF_A_LINE: Final = compiled(
    r"(?<![a-z])(?:cases?|box|boxes|lines?|lignes?|app|apt|apartment|no|num|numero|section|question|item|dossier|file|page|chambre"
    r"|room|step|etape|field|champ|article|part|partie|releve|rl|t)[ .:#-]{0,3}[0-9][0-9 ]* \Z"
)
#: "(ex. : 999 999 998)": nobody's, unless a value follows the brackets.
_MADE_UP: Final = compiled(
    r"(?: number)? ?\((?:ex|p\. ?ex|e\.g|eg|exemple|example|par exemple|for example)[.,]{0,2} ?:? ?(?!de |of )[0-9 .-]{9,14}\)"
    r"(?! ?[:=]? ?[0-9])"
)
#: It is none of these, or somebody's own.
_OWN: Final = compiled(r"(?<![a-z])(?:pas (?:un|le)|not an?|mon|my|son|his|her)(?: [a-z-]+)? \Z")
#: "No sin in asking twice", "it is no sin to ask": a wrong.
_NO_WRONG: Final = compiled(r"(?<![a-z])(?:no|any|little|great|biggest|only) \Z")
_WRONG_IS: Final = compiled(
    r" (?:in [a-z]{2,}ing|to (?!(?:use|report|declare|give|provide|send|share|add|enter|be|my|the|your|his|her)(?![a-z]))"
    r"[a-z]{2,})(?![a-z])"
)
#: Airports that people fly from here, by their codes; none that is a word or a firm.
_AIRPORT: Final = (
    r"(?:Y(?:UL|QB|YZ|OW|VR|HZ|YC|EG|WG|TZ|MX|HU|QM|QR|XE|YT|YJ)|JFK|LGA|EWR|BOS|MIA|FLL|MCO|ATL|ORD|LAX|SFO|DFW|IAH|LAS|PHL"
    r"|CLT|CDG|ORY|LHR|LGW|FRA|AMS|MAD|BCN|LIS|FCO|BRU|ZRH|GVA|IST|CUN|PUJ|VRA|HAV|SJU|MEX|FDF|PTP|CMN|ALG|TUN|HKG|NRT|HND"
    r"|ICN|TPE|PVG|DXB|DOH|BKK|KUL|CGK|SGN|MNL|SYD)"
)
_BY_AIR: Final = r"(?:[Ff]l(?:y|ying|ew|own|ights?)|[Vv]ol(?:s|ons|er)?|[Tt]rips?|[Rr]outes?)"
#: "YUL to NAS", "vol YUL-NAS": an airport, as three letters before it are another.
_FLOWN_TO: Final = compiled(
    rf"(?<![A-Za-z]){_AIRPORT} (?:to|vers|via) \Z"
    rf"|(?<![A-Za-z]){_BY_AIR}(?: [A-Za-z']{{2,9}}){{0,2}}"
    r" (?:[A-Z]{3} ?[-/>]{1,2} ?|(?:to|vers|via|for) )\Z"
)
_FLOWN_FROM: Final = compiled(rf" (?:to|vers) {_AIRPORT}(?![A-Za-z])")
#: The same of any other behind "vol NAS".
_FLOWN: Final = compiled(rf"(?<![A-Za-z]){_BY_AIR} \Z")
_TO_ANY: Final = compiled(r" (?:to|vers) [A-Z]{3}(?![A-Za-z])")
_FLIGHT: Final = 60
_REACH: Final = 20


def is_denied(lower: str, cue: Cue) -> bool:
    """Whether a number is said to be something else, "the nine digits are not my SIN, it's the notice, …", or nobody's."""
    first = max(0, cue.start - _REACH)
    if _MADE_UP.match(lower, cue.end) and not _OWN.search(lower, first, cue.start):
        return True
    if _NINE_NEXT.match(lower, cue.end) and _NOT_ONE.search(lower, first, cue.start):
        return True
    if _SINE.match(lower, cue.end) and _RECKONS.search(
        lower, max(0, cue.start - _RECKONS_REACH), cue.end + _RECKONS_REACH
    ):
        return True
    if _LACKING.match(lower, cue.end) and _OF_NUMBER.search(lower, cue.start - _REACH, cue.start):
        return True
    return (
        _IS_NOT.search(lower, first, cue.start) is not None and _BUT_ANOTHER.match(lower, cue.end) is not None
    )


def is_left_empty(lower: str, text: str, cue: Cue, *, office: bool = False) -> bool:
    """Whether a form says to leave the label's place empty, nobody filled it in on its line, and it heads no column.

    `office`: or that others write in its blank. `text`: the same as `lower`, with its lines.
    """
    said = _NOT_TO_FILL.match(lower, cue.end)
    if said is None or (said["office"] and not (office and _BLANK.search(said[0]))):
        return False
    filled = _FILLED_IN.match(text, said.end())
    if filled and not OTHER_NUMBER.search(lower, *filled.span()):
        return False
    return ":" in said[0] or not is_header(text, cue.start, cue.end)


def is_of_a_rule(lower: str, cue: Cue) -> bool:
    """Whether the letters stand in the name of a rule that looks for such numbers."""
    return (
        lower[cue.end : cue.end + 1] in ("-", "_")
        and _RULE_BEHIND.match(lower, cue.end) is not None
        and _RULE_BEFORE.search(lower, cue.start - _RULE_REACH, cue.start) is not None
    )


def is_counted(lower: str, before: str, cue: Cue) -> bool:
    """Whether a figure in `before` says how many there are, no box's or file's number, and no value follows: "1 204 NAS"."""
    return (
        _COUNTED.search(before) is not None
        and _OF_A_LINE.search(before) is None
        and _VALUE_NEXT.match(lower, cue.end) is None
    )


def is_wrongdoing(lower: str, cue: Cue) -> bool:
    """Whether the letters are a word for a wrong: "no sin in asking"."""
    return (
        _NO_WRONG.search(lower, cue.start - _REACH, cue.start) is not None
        and _WRONG_IS.match(lower, cue.end) is not None
    )


def is_airport(text: str, cue: Cue) -> bool:
    """Whether the letters are an airport's: "Flying YUL to NAS"."""
    return (
        _FLOWN_TO.search(text, cue.start - _FLIGHT, cue.start) is not None
        or _FLOWN_FROM.match(text, cue.end) is not None
        or (
            _TO_ANY.match(text, cue.end) is not None
            and _FLOWN.search(text, cue.start - _REACH, cue.start) is not None
        )
    )
