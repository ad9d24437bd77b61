"""Nine digits that may be a social insurance number, and what they weigh, by how they were found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recognizers.bank_parts import INSTITUTIONS
from recognizers.made_up import is_sins_sample
from recognizers.nine_digits import NineDigits
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.sin_other_labels import SINS
from recognizers.sin_own_label import has_own_label
from recognizers.sin_told_otherwise import is_told_otherwise
from recognizers.sin_words_after import is_called_at_once, is_denied_next

#: What makes nine digits something else, right after them.
_AFTER: Final = compiled(
    r"[ \"')]{0,3}(?:\$|(?:(?:followed by|suivi d[eu]|and then|puis) )?r[a-z] ?[0-9]{4}|tq ?[0-9]{4}|%"
    r"|(?:dollars?|habitants?|people|inhabitants"
    r"|personnes|fichiers|files|records|lignes|rows|enregistrements|km|m2|deg|degres|degrees|euros?|eur|cad|usd"
    r"|blocks|blocs|sectors|secteurs|packets|paquets|clics|clicks|hits|requests|requetes|visite(?:ur)?s|visit(?:or)?s|impressions"
    r"|downloads|telechargements|citoyens|citizens|menages|households|votes|voix|electeurs|vehicules|vehicles|litres|watts|kwh"
    r"|millions?|tonnes?|kg|units?|unites?|octets|bytes|ko|kb|mb|go|views|vues|abonnes|followers|subscribers|users|utilisateurs|cents?)(?![a-z]))"
)
#: Transit and institution, whose account follows: "23233-004 998291702".
_OF_BANK: Final = compiled(
    r"(?<![0-9a-z])(?<![0-9][ .,-])(?:[0-9]{5} ?[-/ ] ?(?P<last>[0-9]{3})|(?P<first>[0-9]{3}) ?[-/ ] ?[0-9]{5}) ?[-/: ] ?\Z"
)
_OF_BANK_REACH: Final = 18
#: How a number was found: the score of a right one that is found so, and the word of evidence for it.
Found = tuple[float, str]
IN_FIELD: Final[Found] = (0.97, "cue:label")
BEHIND_LABEL: Final[Found] = (0.97, "cue")
#: Of a cell or an answer a label says as much as right before it, but whether it is of this one has to be concluded.
IN_COLUMN: Final[Found] = (0.93, "cue:column")
IN_ANSWER: Final[Found] = (0.93, "cue:asked")
#: In an unusual form: words or marks between its groups, or brackets before it.
IN_ODD_FORM: Final[Found] = (0.9, "cue")
#: Before the label stands, more often than behind it, what another label names.
BEFORE_LABEL: Final[Found] = (0.85, "cue:after")
#: With one that a label names, in one list: behind it, or before it.
LISTED: Final[Found] = (0.8, "cue")
LISTED_BEFORE: Final[Found] = (0.8, "cue:after")
#: So far from its label, or without its zeros, or alone on a line somewhere below the question: just as well another.
FAR_BEHIND: Final[Found] = (0.75, "cue")
WITHOUT_ZEROS: Final[Found] = (0.75, "cue")
ON_ITS_LINE: Final[Found] = (0.75, "cue:asked")
#: Beside somebody's name and date, for whoever knows people by their SIN.
IN_BLOCK: Final[Found] = (0.7, "cue:purpose")
#: Beside somebody's name and date, for whoever asked.
IN_LINES: Final[Found] = (0.65, "layout:name")
#: Of these the place of the number tells, not what stands around it.
_OF_ITS_PLACE: Final = frozenset(("cue:label", "cue:column", "cue:asked"))
#: A label right beside the number says more than what leads to it.
_OF_ITS_LABEL: Final = frozenset(("cue", "cue:after"))
#: Behind the figures, the rest of a path: "the link ended with /130692544/verify".
_PATH_GOES_ON: Final = compiled("/[a-z]{3}")
#: A parcel's number: "LM 130 692 544 CA"; two letters that are no word, the figures, a country.
_PARCEL: Final = compiled(
    r"(?<![a-z'])(?!le|la|en|et|es|ce|ci|ex|eu|ca|lu|li|vu|va|pi|pu|si|se|sa|su|so|us|re|as|au|an|at|ai|he|hi|eg|pr)"
    r"[acehlprsuv][a-z] ?\Z"
)
_PARCEL_ENDS: Final = compiled(r" ?(?:ca|cn|fr|gb|hk|jp|sg)(?![a-z'-])")
#: Its own label right before a number: whatever is said of it then, it is one.
_LABELLED: Final = compiled(
    r"(?<![a-z])(?:nas|sin|ssn|sociale?|insurance (?:no|number)?)[^a-z0-9]{1,4}(?:(?:est|is|was|c'est)(?: le)?[ :]{1,2})?\Z"
)
_LABELLED_REACH: Final = 36
_PLACEHOLDERS: Final = frozenset(("123456789", "987654321", "012345678"))
#: Right numbers that nobody has, where a sample is spoken of.
OF_SAMPLES: Final = frozenset(("123456782", "999999998", "111111118"))
_SAMPLE: Final = compiled(
    r"(?<![a-z])(?:samples?|specimens?|exemples?|examples?|ex|fictif|fictive|dummy)(?![a-z])"
)
_SAMPLE_REACH: Final = 120


def _is_of_bank(page: Page, nine: NineDigits) -> bool:
    """Whether a transit and the number of a bank stand right before the digits."""
    found = _OF_BANK.search(page.lower, nine.start - _OF_BANK_REACH, nine.start)
    return found is not None and (found["last"] or found["first"]) in INSTITUTIONS


def judge(page: Page, nine: NineDigits, score: float, why: str) -> Iterator[Candidate]:
    """Weighs nine digits that stand where a SIN may be: `score` and `why` as in `Found`."""
    if not is_ruled_out(page, nine, why):
        yield from weighed(nine, score, why)


def is_ruled_out(page: Page, nine: NineDigits, why: str = "") -> bool:
    """Whether what stands right beside nine digits makes them something else, unless a label (`why`) says more than that."""
    before = page.lower[max(0, nine.start - 2) : nine.start]
    if len(set(nine.digits)) == 1 or before.endswith(("$", "$ ")) or _AFTER.match(page.lower, nine.end):
        return True
    if _PARCEL_ENDS.match(page.lower, nine.end) and _PARCEL.search(
        page.lower, max(0, nine.start - len("; lm ")), nine.start
    ):
        return True
    if page.lower.endswith("+1 ", 0, nine.start) and not SINS.search(
        page.lower, max(0, nine.start - len("nas no. : +1 ")), nine.start
    ):
        return True
    if is_sins_sample(page, nine.start) or (why not in _OF_ITS_LABEL and _is_of_bank(page, nine)):
        return True
    if nine.digits in OF_SAMPLES and _SAMPLE.search(page.lower, nine.start - _SAMPLE_REACH, nine.start):
        return True
    if before == " /" and _PATH_GOES_ON.match(page.lower, nine.end):
        return True
    return (
        nine.checked
        and why not in _OF_ITS_PLACE
        and (
            has_own_label(page, nine)
            or (
                not _LABELLED.search(page.lower, nine.start - _LABELLED_REACH, nine.start)
                and (
                    is_called_at_once(page, nine)
                    or is_denied_next(page, nine)
                    or is_told_otherwise(page, nine)
                )
            )
            or (before[-1:] == "\n" and is_told_otherwise(page, nine))
        )
    )


def weighed(nine: NineDigits, score: float, why: str) -> Iterator[Candidate]:
    """What nine digits are worth that nothing rules out."""
    evidence = ["pattern", why]
    if nine.changed:
        evidence.append("look-alikes")
        score -= 0.05 * nine.changed
    if nine.checked:
        evidence.append("check-digit")
    else:
        if score < 0.7 or nine.digits in _PLACEHOLDERS:
            return
        evidence.append("typo")
        score = 0.4
    yield Candidate(
        "CA_SIN", nine.start, nine.end, round(score, 3), "sin", tuple(evidence), figures=nine.digits
    )
