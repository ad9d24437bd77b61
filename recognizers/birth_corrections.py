"""What follows a date, or its label, and corrects it: the day is another, not a birth's: "…, mais c'est la date du mariage"."""

from __future__ import annotations

from typing import Final

from recognizers.birth_disowned import is_a_sample, is_put_aside_for
from recognizers.birth_vetoes import OTHER_EVENT, SINCE_THEN
from recognizers.patterns import compiled

#: "…, mais c'est la date à laquelle j'ai obtenu ma citoyenneté"; where the date was called wrong, no contrast is needed.
_CONTRAST: Final = r"[ ,;)\"]{0,3}(?:mais|but|yet),? (?:(?:en fait|actually|en realite),? )?"
_ANOTHER: Final = (
    r"(?:c'est|c'etait|that's|that is|that was|it's|it is|it was) (?:(?:en fait|actually|really|bien) )?"
    rf"(?:(?:la date|le jour|celle|the day|the date|that) (?:de |d'|du |of )(?:(?:mon|ma|notre|my|our|his|her|son|sa|the|la"
    rf"|le) |l')?"
    rf"(?:[a-z'-]+ )?{OTHER_EVENT.pattern}"
    r"|(?:(?:le jour|the day) (?:ou |when |that )?|(?:la date|the date) (?:a laquelle |on which |when ))(?:i |we |j'|je "
    r"|he |she |il |elle |on )"
    r"(?![^.!?\n]{0,40}(?<![a-z])(?:nais|naqui|nee?(?![a-z])|birth|born|accouch|mise? au monde)))"
    r"(?![^.!?\n]{0,40}(?<![a-z])(?:qui|that (?:is|was))(?![a-z]))"
)
#: "…, that's today's", "…. That's the date of my letter, not of my birth".
_TODAYS: Final = (
    r"[ ,;)\"]{0,3}(?:c'est|c'etait|est|is|was|that's|it's) "
    r"(?:(?:la date|celle) (?:du jour|d'aujourd'hui)|today's)(?![a-z])"
)
_NOT_OF_BIRTH: Final = (
    r"[ ,;).\"!]{0,4}(?:c'est|that's|that is|it's|it is) (?:la date|celle|le jour|the date|that|the day) "
    r"(?:de |du |d'|of )[a-z' ]{2,30},? (?:et non|pas|not)(?: (?:celle|that|the day|the date))?(?: (?:de|of))? "
    r"(?:ma|sa|my|his|her) (?:naissance|birth)(?=[.,;!?)]|$)"
)
#: "the date that you have for my birth, …, is really that of my arrival".
_REALLY: Final = (
    r"[ ,;)\"]{0,3}(?:est|is|was|etait) (?:en realite|en fait|plutot|actually|really|in fact) "
    r"(?:la date|le jour|celle|the day|the date|that) (?:de |d'|du |of )(?:(?:mon|ma|notre|my|our|his|her|son|sa|the|la|le) |l')?"
    rf"(?:[a-z-]+ )?{OTHER_EVENT.pattern}"
)
#: "… as her birth and … as her death".
_AS_DEATH: Final = (
    r" (?:as|for|comme|pour) (?:(?:his|her|their|the|son|sa|leur|la|le) |l')(?:death|deces|mort)(?![a-z])"
)
#: "… under D.O.B. and … under date of entry".
_UNDER: Final = r"[\"' ]{1,3}(?:under|sous) (?:the |la |le )?[\"']?date (?:of |de |d')(?!birth|nais)[a-z]"
#: "…, voilà mon mariage".
_SHOWN: Final = (
    r"[ ,:;(\-]{1,4}(?:voila|voici|(?:ca )?c'est|that's|that is|it's|there's) "
    r"(?:mon|ma|notre|my|our|his|her|son|sa|leur|their|the|le|la|l') ?"
    r"(?:mariage|noces|wedding|marriage|deces|mort|death|divorce|adoption|arrivee|arrival|embauche|bapteme|baptism|christening"
    r"|demenagement|move|operation|surgery|chirurgie|retraite|retirement|greffe|transplant|graduation|fiancailles)"
    r"(?: da(?:y|te))?"
    r"(?= ?(?:[.,;!)]|\Z))"
)
#: "… is when I moved", "… est le jour où j'ai signé".
_DONE_THEN: Final = (
    r" {1,4}(?:is|was|est|etait|c'est|c'etait) {1,4}(?:(?:when|the (?:day|date)(?: when| that)?) (?:i|we|he|she|they|you)"
    r"|(?:quand|(?:le jour|la date) (?:ou|que)) (?:je|j'|ils?|elles?|on|nous|vous))(?![a-z])"
    r"(?![^.!?\n]{0,40}(?<![a-z])(?:nais|naqui|nee?(?![a-z])|birth|born|accouch|mise? au monde|venue? au monde|came into))"
)
_ANOTHER_DAY: Final = compiled(
    f"{_DONE_THEN}|{_SHOWN}|{_CONTRAST}{_ANOTHER}|{_REALLY}|{_TODAYS}|{_NOT_OF_BIRTH}|{_AS_DEATH}|{_UNDER}"
)
_CALLED_ANOTHER: Final = compiled(
    rf"[ ,;)\"]{{0,3}}{_ANOTHER}| (?:comme|as)(?: la| the)? date (?:de |d'|of )(?:(?:ma|sa|my|his|her) )?(?!nais|birth)[a-z]"
)
_ANOTHER_NEXT: Final = compiled(
    r" ?[;.,] (?:c'est|c'etait|that's|that is|it's|it is|it was) (?:la date|le jour|celle|the day|the date|that) "
    r"(?:de |d'|du |of )(?:(?:mon|ma|notre|my|our|his|her|son|sa|their|leur|the|la|le) |l')?(?:[a-z'-]+ )?"
    r"(?:mariage|noces|wedding|marriage|deces|mort|death|divorce|adoption|arrivee|arrival|embauche|hiring|bapteme|baptism"
    r"|lettre|letter|greffe|transplant)(?![a-z])"
)
#: Behind such a label: "… as my birth date, wrong, that's when I landed", "… in the birthdate box: c'est le jour où …".
_IS_WHEN: Final = compiled(
    r"(?: (?:box|field|case|champ))?[ ,;:.)(-]{1,4}"
    r"(?:(?:(?:that's|it's|which is|c'est|ce qui est) )?(?:wrong|false|incorrect|no|faux|non|une erreur|a mistake)[ ,;:.-]{1,3})?"
    r"(?:c'est|c'etait|that's|that is|that was|it's|it is) (?:(?:en fait|plutot|actually|really) )?"
    r"(?:(?:quand|(?:le jour|la date) (?:ou|que)) (?:je |j'|ils? |elles? |on |nous )"
    r"|(?:when|(?:the day|the date)(?: when| that)?) (?:i|we|he|she|they) )"
    r"(?![^.!?\n]{0,40}(?<![a-z])(?:nais|naqui|nee?(?![a-z])|birth|born|accouch|mise? au monde|venue? au monde|came into))"
)
#: A date that begins a clause of its own behind a label, and what that clause calls it: "…, ma date de naissance; le 12 mars
#: 2019, c'est ma date d'arrivée", "…. June 7 is the date of your letter".
_OWN_CLAUSE: Final = compiled(r"[\"')]{0,2} ?[;.,] (?:(?:et|and|mais|but) )?(?:(?:le|on|the) )?")
_CALLED_SO: Final = compiled(
    r",? (?:c'est|est|c'etait|etait|it's|that's|is|was) (?:(?:l[ae]|ma|mon|sa|son|notre|votre|the|my|his|her|our|your) |l')"
    r"(?:(?:date|jour|day) (?:de |d'|du |of )(?:(?:(?:the|my|his|her|our|your|l[ae]|m[ao]n?|s[ao]n?|notre|votre) |l'))?)?"
    rf"(?:{OTHER_EVENT.pattern}|(?:lettre|letter|avis|notice|courriel|e-?mail|formulaire|form)(?![a-z]))"
)
_WRONG: Final = compiled(
    r"(?<![a-z])(?:(?:fausse|wrong|erronee|incorrecte?|pas la bonne)(?![a-z])|(?:n'est pas|isn't|is not)(?: (?:le|the|on))? ?$)"
)
#: What a day put aside really is, in brackets: "…, not 12 May 2006 like your letter says (that is the day I landed)".
_ITS_DAY: Final = compiled(
    r"[^.!?()0-9\n]{0,60}\(((?:that|this|it|which|ca|cela|ce(?:tte)?|c)(?![a-z])[^()\n]{3,70})\)"
)

#: A day that was written where the birth belongs, by what it is, and what leads from it to the birth: "… vous avez écrit la date
#: d'émission, 2019-08-03, au lieu de 1968-07-07".
_WROTE_ANOTHER: Final = compiled(
    r"(?<![a-z])(?:ecrite?|inscrite?|mise?|note|indique|entre|saisi|copie|utilise|pris|put|wrote|written|entered|recorded|typed"
    r"|copied|used|took|have|avez)(?: down)? (?:(?:the|my|his|her|our|la|ma|sa|celle|le jour) |l')"
    r"[^.!?;:0-9\n]{3,40}[ ,(:]{1,3}(?:(?:le|the|du|on) )?\Z"
)
_IN_ITS_PLACE: Final = compiled(
    r"\)?,? (?:au lieu d[eu]|instead of|rather than|plutot que|a la place d[eu])(?: (?:le|the))? "
)
#: "… not 12 May 2006", "… et non le 12 mai 2006"; and how far before its end a date is so put aside.
_PUT_ASIDE: Final = compiled(
    r"(?<![a-z])(?:not|non|pas)(?: (?:pas|le|the|on|du|of)){0,2}"
    r"(?![^\n]{0,32} (?:mais|but) ) [0-9a-z ,./-]{6,32}\Z"
)
_ASIDE_REACH: Final = 50


def is_in_its_place(before: str, between: str) -> bool:
    """Whether another day was written, as `before` says, and `between` leads from it to the birth: "…, au lieu de …"."""
    return _IN_ITS_PLACE.fullmatch(between) is not None and _WROTE_ANOTHER.search(before) is not None


def called_another(flat: str, end: int) -> bool:
    """Whether what follows the label behind a date, at `end`, says that it is of something else: "; c'est la date du mariage", or
    when something else was: "…, wrong, that's when I landed"."""
    return _ANOTHER_NEXT.match(flat, end) is not None or _IS_WHEN.match(flat, end) is not None


def is_another_day(flat: str, end: int, gap: str = "") -> bool:
    """Whether what follows a date or its label, at `end`, says that the day is another; `gap` led from the label to the date."""
    if _PUT_ASIDE.search(flat, max(0, end - _ASIDE_REACH), end):
        aside = _ITS_DAY.match(flat, end)
        if aside and (OTHER_EVENT.search(aside[1]) or SINCE_THEN.search(aside[1])):
            return True
        if is_put_aside_for(flat, end):
            return True
    return (
        is_a_sample(flat, end)
        or (_OWN_CLAUSE.fullmatch(gap) is not None and _CALLED_SO.match(flat, end) is not None)
        or _ANOTHER_DAY.match(flat, end) is not None
        or (gap != "" and _WRONG.search(gap) is not None and _CALLED_ANOTHER.match(flat, end) is not None)
    )
