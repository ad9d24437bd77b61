"""The question that a value answers: right before it, as people or forms ask, or under the number that the answer bears too."""

from __future__ import annotations

from typing import Final

from recognizers.patterns import Ending, compiled
from recognizers.told import STAMP

#: What leads to a value in an answer.
_LEADS: Final = (
    r"(?:(?:oui|yes|yeah|sure|ok|okay|well|voici|here(?: it is)?|alors|so|bien sur|of course|certainly|certainement|one sec"
    r"|un instant|let me see|attendez)[ ,.:!]{1,5}){0,3}(?:(?:c'est|it's|it is)(?: le| the)?[ :]{1,2})?(?:(?:le|on|the|in|en) )?"
)
#: A question that a value answers at once: "Q3. Numéro de la garderie de l'enfant?  R. N", "Agent: Invoice number?\\nRoy: N",
#: '"question": "Invoice number?", "answer": "N"'.
_ANSWERS: Final = Ending(
    r"(?:\A|\n|[\"'] ?: ?[\"'])(?P<asked>[^\n?]{3,110})\?(?: ?[\"'],)? {0,3}"
    rf"(?:\r?\n[> ]{{0,8}}(?:{STAMP} {{1,2}})?(?:[a-z][a-z' .-]{{1,30}} ?: ?)?)?"
    r"(?:[*-] )?(?:(?:r|a|rep|reponse|ans|answer)(?: ?[1-9][0-9]?)?[ .:)]{1,4}"
    r"|[\"'](?:answer|reponse|rep|response|value|valeur|text|texte)[\"'] ?: ?[\"'])?"
    rf"{_LEADS}\Z"
)
#: The number of a question, which its answer has as well, at the beginning of its line: "2) N".
_NUMBERED: Final = Ending(rf"(?:\A|\n)[ >*-]{{0,4}}(?P<mark>(?:\(?[1-9][0-9]?[).:-])) ?-? {{0,2}}{_LEADS}\Z")
#: A line without a number of its own over a list, that names what the list holds: what was numbered before it is another list.
_HEADED: Final = compiled(
    r"\n[ >*-]{0,4}(?=[^\n?!.0-9]{2,60}(?:\r?\n|\Z))(?![^\n]{0,60}(?:reponse|answer))(?:[a-z' ,/()&]{0,40}(?<![a-z]))?"
    r"(?:nas|sins?|ssn|sociales?|social insurance|ddn|dob|naissances?|births?|birthda(?:y|te)s?|born|nee?s?|anniversaires?)"
    r"(?![a-z])"
)
_BULLETS: Final = compiled(r"[ >*-]{0,6}(?:q(?:uestion)? ?)?")
_REACH: Final = 180
_NEAR: Final = 60
_LONGEST: Final = 120
#: So far above stands a numbered question, so many marks like its own are looked at.
_LIST: Final = 1500
_MOST_MARKS: Final = 4


def question_before(lower: str, start: int) -> str:
    """What the question asks that a value at lower[start:] answers; "" where none is found. Linear: a fixed reach."""
    found = _ANSWERS.search(lower, start - _REACH, start)
    return found["asked"] if found else _numbered(lower, start)


def _numbered(lower: str, start: int) -> str:
    """What the line above asks that has the number with which the line at `start` begins; "" where there is none."""
    found = _NUMBERED.search(lower, start - _NEAR, start)
    if found is None:
        return ""
    end = found.start("mark")
    for _ in range(_MOST_MARKS):
        end = lower.rfind(found["mark"], max(0, start - _LIST), end)
        if end < 0:
            return ""
        first = lower.rfind("\n", max(0, end - _NEAR), end) + 1
        if _BULLETS.fullmatch(lower, first, end):
            if _HEADED.search(lower, end, start):
                return ""
            return lower[end : end + _LONGEST].partition("\n")[0].partition("?")[0]
    return ""
