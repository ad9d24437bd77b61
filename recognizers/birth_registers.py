"""Dates that a list or a catalogue keeps of something else than a birth, as what stands right beside each says: what was done
then ("DOB 1935-01-09  adm 2024-11-17"), how many were counted, who gave a thing, which round was played.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recognizers.elements import names_another
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: What wards, schools and offices do with people, as their lists abbreviate it, right before its day.
_ABBREVIATED: Final = compiled(
    r"(?<![a-z'-])(?:adm(?:is|it|iss)?|d(?:is)?ch(?:g|rg)?|d/c|dsch|appt?s?|seen|reg|enr|enrol|insc|adh|renouv|renew|exp|eval|hosp"
    r"|recd|rcvd|rpt|coll|lab|dos|doi|doa|rtw|term|hire|cons|vacc?|entr|sort|emb|vue?s?|oper|opere?s?|maj|upd|init|ref)"
    r"(?:\.| ?:)? {0,4}(?:(?:le|on|du) )?\Z"
)
_ABBREVIATION_REACH: Final = 20
#: A date that begins its line, …
_OPENS: Final = compiled(r"(?:\A|\n)[>|\" *]{0,6}\Z")
_OPENS_REACH: Final = 8
#: … and nothing but short figures behind it, each in a cell of its own: a station's readings, a day's count.
_READINGS: Final = compiled(
    r"\"?(?:(?: {0,4}[;|\t,:=(] {0,4}| {2,8})\"?[-+]?[0-9]{1,5}(?:\.[0-9]{1,4})?%?[\")]?)++[ |;,]{0,4}(?:[\r\n]|\Z)"
)
#: Or a count of births and the word for what is counted: ": 12 bébés".
_COUNTED: Final = compiled(
    r" ?(?:[:=|;,\t-]|\() ?[0-9]{1,4} (?:bebes|naissances|accouchements|garcons|filles|births|babies|deliveries|newborns|boys"
    r"|girls)(?![a-z])"
)
#: The same where births of a day are counted, and how many stands before, or all that follows: "births on …: 214".
_BIRTHS_OF: Final = compiled(
    r"(?<![a-z])(?P<many>(?<![0-9,.])(?:[3-9]|[0-9]{2,4}) )?"
    r"(?:births|naissances|deliveries|accouchements|(?:babies|bebes|enfants|children) (?:born|nee?s?))"
    r"(?: (?:on|le|du|of|for|en date du))?[ :]{1,2}\Z"
)
_COUNT: Final = compiled(
    r" ?(?:[:=|]|\() ?[0-9]{1,4}(?: ?[);,.]?(?:[\r\n]|\Z)| ?[);,.] ?(?![0-9])| (?:et|and|le|on|du) )"
)
_COUNT_REACH: Final = 40
#: Whose gift a thing of a collection is, or from whom it was bought: "Don de la famille Larue, …", "Gift of Mrs. Anne Roy, …".
_GIVEN: Final = compiled(
    r"(?<![A-Za-z])(?:[Dd]ons? (?:de |du |d'|des )|[Ll]egs (?:de |du |d'|des )|[Gg]ifts? (?:of|from) |[Bb]equests? (?:of|from) "
    r"|[Dd]onat(?:ed by|ion of|ion from) |[Pp]urchased from |[Pp]resented by |(?:[Aa]cquis|[Aa]chete)e?s? (?:de|du|a) "
    r"|[Oo]fferte?s? par |[Ll]oan(?:ed)? (?:of|from|by) |[Ff]onds |[Cc]ollections? (?:of |de |du )?)"
    r"(?:(?:l[ae]s?|the|famille|[A-Z][a-z]{0,3}\.) ){0,3}"
    r"(?:[A-Z][A-Za-z'.-]{0,20}(?: (?:et|and|de|du|of)(?= ))?(?: |(?=[,(;]))){1,4}(?:family ?)?[,(;] ?(?:(?:le|on|en|in) )?\Z"
)
_GIVEN_REACH: Final = 90
#: The number of a round, a choice or a plate: "Ronde 1, choix 12 (…".
_NUMBERED: Final = compiled(
    r"(?<![a-z])(?:choix|picks?|rondes?|rounds?|draft|repechage|match(?:s|es)?|games?|partie|overall|planche|plate|fig\.|figure"
    r"|cliche|lot) ?(?:n[o^]\.? ?|#)?[0-9]{1,4}(?: overall| au total)? ?[,(;:-] ?\Z"
)
_NUMBER_REACH: Final = 40
#: What calls the date a birth by another's, or by words elsewhere.
_LOOSELY: Final = frozenset(("cue:list", "cue:next", "cue:elsewhere"))


def is_of_register(page: Page, one: Candidate, cues: Sequence[str]) -> bool:
    """Whether a date that no label of its own calls a birth stands where a list or a catalogue has the day of something else.

    `cues` are those of its evidence.
    """
    lower, start = page.lower, one.start
    of_day = _BIRTHS_OF.search(lower, start - _COUNT_REACH, start)
    if of_day and (of_day["many"] or _COUNT.match(lower, one.end)):
        return True
    if not _LOOSELY.issuperset(cues):
        return False
    if (
        _ABBREVIATED.search(lower, start - _ABBREVIATION_REACH, start)
        or _NUMBERED.search(lower, start - _NUMBER_REACH, start)
        or _GIVEN.search(page.text, start - _GIVEN_REACH, start)
        or names_another(lower, start)
    ):
        return True
    if cues:
        return False
    return _COUNTED.match(lower, one.end) is not None or (
        _READINGS.match(lower, one.end) is not None
        and _OPENS.search(lower, start - _OPENS_REACH, start) is not None
    )
