"""Birth dates that brackets behind a name hold: "Prénom Nom (12 avril 1985)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from typing import Final

from recognizers.birth_beside import introduces
from recognizers.birth_candidate import LONGEST, NAME_BEFORE, NAME_REACH, RECENT, age, candidate
from recognizers.birth_rows import tells_other
from recognizers.birth_unbound import MISSING
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.cues import vocabulary
from recognizers.dates import WrittenDate, dates_in
from recognizers.everyday import is_everyday
from recognizers.glance import straighten
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: Who speaks: "Je, Luc Roy (1985-04-12), autorise …".
_SELF: Final = compiled(
    r"(?<![a-z'])(?:je|i|soussignee?|undersigned),? (?:soussignee?,? )?(?:(?:m|mme|mr|mrs|ms)\.? )?$"
)
#: What an office has of somebody: "l'admissibilité de Luc Roy (1985-04-12)".
_FILE_OF: Final = compiled(
    r"(?<![a-z])(?:admissibilite|eligibility|dossier|carte|card|couverture|coverage|remboursement|reimbursement)"
    r" (?:de |d'|of |for |pour )(?:(?:m|mme|mr|mrs|ms)\.? )?$"
)
#: Behind the bracket, whether he is insured: "Is Luc Roy (1985-04-12) covered?".
_STANDING: Final = compiled(
    r"\)(?:,? (?:is|est|isn't|n'est|was|etait)(?:-(?:il|elle))?"
    r"(?: (?:not|pas|still|encore|toujours|no longer|plus|bien|already|deja)){0,2}"
    r"| (?:still|encore|toujours|already|deja|not|pas))?"
    r" (?:covered|eligible|insured|entitled|couverte?|admissible|assuree?)(?![a-z])"
)
#: A name and what introduces it stand so near before the bracket.
_LONGEST_NAME: Final = 80
#: A message that holds one of these may speak of a birth date: before a name, of the names listed, or as checked after it.
_BIRTHS: Final = vocabulary("ddn ddns dob".split())
#: Behind a label: its value is not asked for, or still to come.
_UNASKED: Final = (
    r"(?: ?:)?(?: (?:est|is|n'est|non|not|pas)){0,3} (?:requise?|obligatoire|required|mandatory|optional|facultative|needed"
    r"|necessaire|exigee?|demandee?|a (?:confirmer|valider|venir|completer))(?![a-z])"
)
_SPOKEN_BEFORE: Final = compiled(
    rf"(?<![a-z])(?:ddns?|dob)(?![a-z])(?!{_UNASKED})((?:[^.;!?\n:]|:(?:[ \r]*\n)?){{0,60}})$"
)
_CHECKED_AFTER: Final = compiled(
    r"[^\n]{0,80}(?<![a-z])(?:ddns?|dob) ?:? ?(?:(?:est|is|was|a ete|bien) ){0,2}"
    r"(?:validee?|verifiee?|confirmee?|valide|exacte?|conforme|ok|validated|verified|confirmed|correct|matches)(?![a-z])"
)
_SPOKEN: Final = compiled(rf"(?<![a-z])(?:ddns?|dob)(?![a-z])(?!{_UNASKED})")
#: `_SPOKEN_BEFORE` is no longer.
_SPOKEN_REACH: Final = 66
#: Not an author or a speaker: "(2019).", "(2 mars 2025) a écrit :".
_NAMED_ENDS: Final = compiled(r"\)(?!\.| ?:| (?:a ecrit|ecrit|wrote|dit|said))")
#: In the same brackets, somebody's health card: of whatever year, the date is a birth's.
_CARD_NEXT: Final = compiled(r" ?[,;/] ?(?:(?:nam|ramq) ?:? ?)?[a-z]{4} ?[0-9]{4} ?[0-9]{4}(?![0-9])")
#: The head of a team of the young, by its class or what its list is called; so far before the first name.
_TEAM: Final = compiled(
    r"(?<![a-z])(?:hockey|soccer|baseball|ringuette|ringette|football|basket(?:-?ball)?|volley(?:-?ball)?|natation|swim(?:ming)?|gym"
    r"|sport|ligue|league|equipe|team|club|formation|alignement|roster|line-?up|joueu(?:rs|ses)|players)(?![a-z])"
)
_OF_THE_YOUNG: Final = compiled(
    r"(?<![a-z])(?:mineurs?|minor|pee-?wee|novices?|atomes?|atom|bantam|midget|moustiques?|squirts?|timbits?|juveniles?"
    r"|cadet(?:te)?s?|benjamine?s?|jeunes|jeunesse|youth|junior|juniors|scolaire"
    r"|[mu]-?(?:[5-9]|1[0-9])|under[ -][0-9]{1,2}|moins de [0-9]{1,2} ans)"
    r"(?![a-z0-9])"
)
#: … or what they did on these days: "gagnants du tournoi".
_OF_DEEDS: Final = compiled(
    r"(?<![a-z])(?:gagnant|laureat|recipiendaire|troph|winner|champion|medaill|medal|award|marqueur|buteur|scorer|suspen|bless|injur"
    r"|absen|present|ancien|former|(?:buts?|goals?|records?|trades?|signe)(?![a-z])|transaction|engage|hired|signed"
    r"|recrue|entraineur|coach|arbitre|referee|match(?:s|es)? (?:de|du|of|vs)|ejected|expuls)"
)
_TEAM_REACH: Final = 160
#: So old they are, in years.
_YOUNG: Final = (3, 21)
#: Before each name, the number on the shirt, or a bullet.
_SHIRT: Final = compiled(
    r"(?:\A|\n)[ >|]{0,4}(?:(?:n[o^]\.?|num|#) ?)?(?:[0-9]{1,2}[.):]? {0,4}(?:- )?|[*-] )\Z"
)
_SHIRT_REACH: Final = 16
#: So near to each other are the brackets of people who belong together, and so near before these stand words for them.
_HOUSEHOLD: Final = 160


def in_brackets(page: Page, flat: str, opened: list[int]) -> Iterator[Candidate]:
    """ "Prénom Nom (12 avril 1985)": too little by itself, enough where birth dates are spoken of or beside somebody's number.

    `opened`: brackets after a name.
    """
    named: list[tuple[int, WrittenDate, bool]] = []
    names: list[int] = []
    family = len(opened) > 1 and _are_family(flat, opened[0], opened[-1])
    for at in opened:
        if not (name := NAME_BEFORE.search(page.text[max(0, at - NAME_REACH) : at])):
            continue
        dates = dates_in(page.today, straighten(flat[at + 1 : at + LONGEST]))
        if (
            dates
            and dates[0].start == 0
            and dates[0].days
            and (
                family
                or _NAMED_ENDS.match(flat, at + 1 + dates[0].end)
                or _CARD_NEXT.match(flat, at + 1 + dates[0].end)
            )
            and not OTHER_EVENT.search(flat, max(0, at - 60), at)
            and not any(is_everyday(word) for word in name[0].lower().split())
        ):
            begin = at - len(name[0].lstrip())
            said = (
                _CARD_NEXT.match(flat, at + 1 + dates[0].end)
                or _SELF.search(page.lower, max(0, at - _LONGEST_NAME), begin)
                or _FILE_OF.search(page.lower, max(0, at - _LONGEST_NAME), begin)
                or _STANDING.match(page.lower, at + 1 + dates[0].end)
            )
            if all(page.today - day < RECENT for day in dates[0].days) and not _CARD_NEXT.match(
                flat, at + 1 + dates[0].end
            ):
                continue
            named.append((at, dates[0], said is not None))
            names.append(begin)
    spoken_of = not _BIRTHS.isdisjoint(page.words)
    listed = len(named) > 1 and (
        family
        or (spoken_of and _is_asked(flat))
        or _are_a_team(page, names, [written.days for _, written, _ in named])
    )
    for at, written, said_so in named:
        told = said_so or listed or (spoken_of and _tells_birth(page, at))
        yield candidate(at + 1, written, 0.6 if told else 0.4, ("pattern", "layout:name"))


def _are_a_team(page: Page, names: Sequence[int], births: Iterable[Set[date]]) -> bool:
    """Whether the names are those of a team of the young: each behind a number, below a head that says so, all of such an age."""
    head = page.lower[max(0, names[0] - _TEAM_REACH) : names[0]]
    return (
        _OF_THE_YOUNG.search(head) is not None
        and _TEAM.search(head) is not None
        and not tells_other(head)
        and not _OF_DEEDS.search(head)
        and all(_SHIRT.search(page.lower, max(0, at - _SHIRT_REACH), at) for at in names)
        and all(_YOUNG[0] <= age(page, days) <= _YOUNG[1] for days in births)
    )


def _are_family(flat: str, first: int, last: int) -> bool:
    """Whether the brackets from `first` to `last` follow each other, after words for people who live together."""
    return last - first < _HOUSEHOLD and introduces(flat[max(0, first - _HOUSEHOLD) : first])


def _is_asked(flat: str) -> bool:
    """Whether a birth date is spoken of and not said to be missing or not to be asked."""
    return any(not MISSING.match(flat, found.end() + 1) for found in _SPOKEN.finditer(flat))


def _tells_birth(page: Page, at: int) -> bool:
    """Whether the words around a bracket at `at` say that it holds a birth date."""
    if _CHECKED_AFTER.match(page.lower, at):
        return True
    before = _SPOKEN_BEFORE.search(page.lower[max(0, at - _SPOKEN_REACH) : at])
    return before is not None and not MISSING.search(before[1])
