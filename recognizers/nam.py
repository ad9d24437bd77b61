"""Québec health insurance number (NAM, numéro d'assurance maladie).

A token that has the shape, a possible birth date and the right check digit is worth acting on by itself (the odds of
chance are 0.8 %); a label makes even a mistyped one worth acting on, since it still shows name letters, birth date and
sex. What looks alike by chance (file numbers, months before a year, IBANs) is told apart by its label and form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from recognizers.everyday import is_everyday, is_name
from recognizers.made_up import is_cards_sample, is_such_as
from recognizers.nam_again import slips
from recognizers.nam_beside import follows_a_thing, is_a_things, is_another_persons, nam_before
from recognizers.nam_codes import is_cut_out, is_dated_code, is_numbered_word, is_of_codes
from recognizers.nam_context import is_likely_things
from recognizers.nam_cues import NamCues
from recognizers.nam_letters import NAME_LENGTH, SHORT_LABELS
from recognizers.nam_other_numbers import OtherNumbers
from recognizers.nam_prefixes import (
    OF_DATES,
    is_dated_name,
    is_dated_word,
    is_month,
    is_of_a_paper,
    is_shouted,
    is_word,
    is_worded,
)
from recognizers.nam_search import MAY_HOLD, Span, is_taken, may_hold, tokens
from recognizers.nam_shortened import shortens_noun
from recognizers.nam_things import begins_surname, is_no_name, is_nobodys, names_something, shortens_word
from recognizers.nam_token import NOT_CODE, Token
from recognizers.nam_typed_words import is_longer_word, is_word_before
from recognizers.nam_whose import fits_name_before
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled

#: A worse reading does not stand in the way of a better one that overlaps it.
_DOUBT: Final = 0.35
#: What scores so is surely somebody's.
_TOLD: Final = 0.8
#: So many letters may stand for figures in a number that the check digit does not confirm.
_FEW_CHANGES: Final = 2
_WITH_O_AND_L: Final = compiled("[^a-z]*(?:[oil][^a-z]*){1,2}")
#: Letters and figures are told apart: "letters: TREM; digits: 0412 1925".
_LETTERS_TOLD: Final = compiled(
    r"(?<![a-z])(?:lettres?|letters?)(?: (?:sont|are|is|est|de|of))?[ :=\"']{1,3}\Z"
)
_LETTERS_REACH: Final = 16
_IT_IS: Final = compiled(
    r"(?:(?<![a-z])(?:it's|it is|c'est)|(?<![a-z])([a-z]+) (?:est|is)|(?:\A|\n)(?:est|is)) \Z"
)
_IT_IS_REACH: Final = 30
#: What links a label to its value: without a cue, the letters before it are rather a label.
_LABEL_LINK: Final = compiled(r"[a-z]{4}[ )\"']{0,2}[:;=#]")

#: Figures that are a day of this century or the last, with its year before it.
_DAY: Final = compiled(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
#: They stand behind a comma: "UQAM, 19511231".
_LISTED: Final = compiled(r" ?[,;] ?[0-9]{8}")
#: How far back its label is looked for, and where a sentence or a paragraph ends.
_FAR: Final = 250
#: Letters and date: of one person, whatever the last two characters are.
_OF_ONE_PERSON: Final = 10
#: A given name right before a number: "Emily ROSE57543025 (piscine)".
_NAME_BEFORE: Final = compiled(r"(?<![a-z'-])([a-z][a-z'-]{1,20})[ :(]{1,3}\Z")
_LONGEST_NAME: Final = 26
_TURN: Final = compiled(r"[.!?]\s|\n\s*\n")
#: A word that may announce any card stands so near before a NAM behind which somebody else's is told.
_WEAK_REACH: Final = 40
#: Behind a number: groups of figures go on as those of a pass or a credit card.
_MORE_GROUPS: Final = compiled(r"([ -])[0-9]{4}\1[0-9]{1,4}(?![0-9/-])")


class NamRecognizer:
    """Proposes CA_QC_NAM. Linear: each cluster of digits and each cue is looked at within a fixed window."""

    id = "nam"
    entity_types = ("CA_QC_NAM",)
    gate = MAY_HOLD

    def find(self, page: Page) -> Iterable[Candidate]:
        """Every NAM on the page: by its digits first, then (for what is badly deformed) by its label."""
        return self._found(page) if page.has_digits and may_hold(page) else ()

    def _found(self, page: Page) -> Iterator[Candidate]:
        cues = NamCues(page)
        others = OtherNumbers(page, cues)
        taken: list[Span] = []
        sure: list[Span] = []
        told: list[str] = []
        doubted: list[Token] = []
        for token, glued in tokens(page, cues, taken):
            if is_taken(taken, token.start, token.end):
                continue
            candidate = _judge(page, token, cues, others, taken[-1] if taken else None, sure, glued=glued)
            if candidate is not None and candidate.score >= _DOUBT:
                taken.append((token.start, token.end))
                if token.reading and token.reading.confirmed:
                    sure.append((token.start, token.end))
                    if candidate.score >= _TOLD:
                        told.append(token.compact)
            elif token.usual and not token.substitutions:
                doubted.append(token)
            if candidate is not None:
                yield candidate
        if told and doubted:
            yield from slips(page.lower, doubted, told, others)


def _judge(
    page: Page,
    token: Token,
    cues: NamCues,
    others: OtherNumbers,
    last: Span | None,
    sure: list[Span],
    *,
    glued: bool,
) -> Candidate | None:
    """Weighs the evidence; None when the token is not worth proposing.

    `last` is where the number before it stands, if any, `sure` where those do that the check digit confirms.
    """
    cue = "direct" if token.labelled else _cue(token, cues, others)
    if cue == "code permanent" or (
        cue and not glued and cues.is_cue(token.start) and not _is_marked(page, token)
    ):
        return None
    refused = bool(cue) and (
        others.is_office_number(token.start, token.compact)
        or is_worded(page.text, token.start, token.compact)
        or (is_of_a_paper(page, token.start, token.compact) and not cues.leads_to(token.start))
        or (
            is_month(page.lower, token.start, token.end, token.compact)
            and (cues.is_far(token.start, token.end) or others.is_dated(token.start))
        )
    )
    if refused or (cue and others.is_named_file(token.start, token.end, token.compact)):
        cue = ""
    reading, changed = token.reading, token.substitutions
    mistyped = not (reading and reading.confirmed)
    letters = token.compact[:NAME_LENGTH].lower()
    named = not (mistyped or changed or letters in OF_DATES) and fits_name_before(
        page, token.start, letters, sure
    )
    if not (token.labelled or named) and (
        is_longer_word(page, token, cues) or is_word_before(page, token, cues)
    ):
        return None
    if is_cards_sample(page, token.start) or (mistyped and _is_placeholder(page, token)):
        return None
    doubtful = mistyped and (reading is None or reading.stretched)
    is_a_word = is_word(token.compact)
    spoken = is_a_word and not page.text[token.start : token.start + 4].isupper()
    anothers = False
    if mistyped and not token.labelled:
        if cue and _is_a_nouns(page, token, cues):
            return None
        beside = _beside_a_nam(page, token, cues, others, cue, sure, refused=refused)
        if beside is None:
            return None
        cue, anothers = beside
    elif (
        cue
        and is_a_word
        and (before := nam_before(sure, token.start))
        and follows_a_thing(page.lower, token.start, cues.strong, before)
    ):
        return None
    if cue and last and not anothers and (doubtful or spoken) and _is_spent(page, token, cues, last):
        cue = ""
    if cue and mistyped and not token.labelled and _is_something_else(page, token, others, cue):
        cue = "page"
    if (_is_loose(page, token) and (mistyped or not cue)) or (cue != "direct" and is_cut_out(page, token)):
        return None
    if mistyped and page.lower.startswith("@", token.end):  # "jean85041212@…": an address like others
        return None
    if (
        mistyped
        and not token.labelled
        and _LABEL_LINK.match(page.lower, token.start)
        and is_everyday(token.compact[:4].lower())
    ):
        return None
    if mistyped and is_dated_name(page.text[token.start : token.end]):
        return None
    evidence = ["pattern"]
    if cue:
        evidence.append("cue:list" if anothers else "cue" if cue == "direct" else "cue:near")
    if changed:
        evidence.append("look-alikes")
    beginning = page.text[token.start : token.start + 2]
    titled = beginning.isalpha() and beginning.istitle()
    if (
        mistyped
        and cue in ("direct", "near")
        and not (token.labelled or anothers)
        and (cues.is_in_next_sentence(token.start) or not cues.reaches(token.start, token.end))
    ):
        cue = "page"
    if reading is None:
        score = (
            0.5
            if cue == "direct"
            and not changed
            and token.usual
            and (not is_a_word or cues.is_given(token.start, token.compact))
            and not titled
            else 0.0
        )
        evidence.append("typo")
        births: frozenset[date] = frozenset()
    elif reading.confirmed:
        evidence += ["date", "check-digit"]
        score = _confirmed_score(page, token, others, cue, evidence, glued=glued, named=named)
        births = reading.confirmed
    elif reading.stretched and not changed:
        evidence += ["date", "check-digit", "unlikely-age"]
        score, births = (0.6 if cue else 0.4), reading.births
        if not cue and others.is_low_trust(token.start, token.end, token.compact):
            score = 0.3
            evidence.append("veto:thing")
    else:
        evidence += ["date", "typo"]
        score = {"direct": 0.7, "near": 0.6, "page": 0.4, "": 0.2}[cue]
        if not cue and (changed or not token.usual or not page.text[token.start : token.start + 4].isupper()):
            return None
        word = is_a_word and not (
            cue == "direct"
            and (
                is_shouted(page.text, token.start, token.compact)
                or (token.usual and cues.is_given(token.start, token.compact))
            )
        )
        if word or not reading.births:
            score = min(score, 0.3)
        elif changed:
            score = min(score, 0.55 if cue == "direct" and _is_near_miss(page, token) else 0.3)
        if not cue and others.is_low_trust(token.start, token.end, token.compact):
            score = 0.0
        births = reading.births
    if score <= 0:
        return None
    return Candidate(
        "CA_QC_NAM", token.start, token.end, score, "nam", tuple(evidence), births, token.compact[:4].lower()
    )


def _cue(token: Token, cues: NamCues, others: OtherNumbers) -> str:
    """The cue that governs a number, unless that is something else's: "direct", "near", "page", "code permanent" or ""."""
    start, end = token.start, token.end
    if others.is_thing(start):
        return "direct" if cues.heads(start, end) else ""
    return "" if others.is_anothers(start, end) else cues.of(start, end)


def _is_a_nouns(page: Page, token: Token, cues: NamCues) -> bool:
    """Whether a mistyped number has the letters of a noun near it, or nobody's, and no label right before it."""
    if cues.is_right_behind(token.start) or cues.heads(token.start, token.end):
        return False
    letters = token.compact[:NAME_LENGTH].lower()
    return is_no_name(letters) or shortens_noun(page.lower, token.start, token.end)


def _beside_a_nam(
    page: Page,
    token: Token,
    cues: NamCues,
    others: OtherNumbers,
    cue: str,
    sure: list[Span],
    *,
    refused: bool,
) -> tuple[str, bool] | None:
    """The cue of a mistyped number and whether it is the next of several NAMs; None where it is a thing's.

    `refused` says that it had a cue that does not count.
    """
    if not cue and (refused or not sure):
        return cue, False
    start, end, lower = token.start, token.end, page.lower
    before = nam_before(sure, start)
    if cue and (
        not cues.heads(start, end)
        and not _is_named_person(page, token, before)
        and (
            is_a_things(lower, start, end, cues.strong, before, dateless=token.reading is None)
            or others.is_beside_column(start, end)
        )
    ):
        return None
    if before is None or not is_another_persons(lower, start, end, before):
        return cue, False
    if cue:
        return "direct", True
    told = token.usual and token.reading is not None and not token.substitutions
    weakly = cues.has_weak and cues.weak.last_end(max(0, before[0] - _WEAK_REACH), before[0])
    return ("near", True) if told or weakly else (cue, False)


def _is_placeholder(page: Page, token: Token) -> bool:
    """Whether a number is what a form shows: "ex. : NOMP 9999 9999", the figures one again and again."""
    return len(set(token.compact[NAME_LENGTH:])) == 1 or is_such_as(page.lower, token.start)


def _is_named_person(page: Page, token: Token, before: Span | None) -> bool:
    """Whether its person is named right before a number, or it is the NAM `before` again but for the last two characters."""
    written = token.compact.lower()
    if before and NOT_CODE.sub("", page.lower[slice(*before)])[:_OF_ONE_PERSON] == written[:_OF_ONE_PERSON]:
        return True
    named = _NAME_BEFORE.search(page.lower, token.start - _LONGEST_NAME, token.start)
    return named is not None and named[1][0] == written[3] and is_name(named[1].partition("-")[0])


def _is_spent(page: Page, token: Token, cues: NamCues, last: Span) -> bool:
    """Whether the nearest label before a number has a NAM already, `last`, and a sentence ends after that."""
    label = cues.strong.last_end(max(0, token.start - _FAR), token.start)
    return (
        label is not None
        and 0 < label <= last[0]
        and _TURN.search(page.lower, last[1], token.start) is not None
    )


def _is_something_else(page: Page, token: Token, others: OtherNumbers, cue: str) -> bool:
    """Whether what stands right before a number that no check digit confirms says that it is none."""
    return (
        others.is_labelled_otherwise(token.start)
        or (cue != "direct" and is_dated_word(page, token.start, token.end))
        or _MORE_GROUPS.match(page.lower, token.end) is not None
    )


def _is_loose(page: Page, token: Token) -> bool:
    """Whether words stand for the name, as it seems: "tr em 04 12 19 25" in small letters, "FOR L 0412 1925"."""
    name = page.text[token.start : token.start + 5]
    if name[:3].lower() in SHORT_LABELS and not name[3:4].isalnum():
        return True
    apart = name[:2].isalpha() and not name[2:3].isalnum()
    return apart and (not name.isupper() or token.compact[:NAME_LENGTH].lower() in OF_DATES)


def _is_marked(page: Page, token: Token) -> bool:
    """Whether a label's mark stands before letters that are a label's word as well: "RAMQ: CARD 6003 2514"."""
    before = page.lower[max(0, token.start - len(": ")) : token.start].rstrip()
    return before.endswith((":", "=")) and token.reading is not None and bool(token.reading.confirmed)


def _is_near_miss(page: Page, token: Token) -> bool:
    """Whether one or two letters for 0 and 1 stand in the figures of a number that is otherwise written as on the card."""
    return (
        token.usual
        and token.substitutions <= _FEW_CHANGES
        and page.text[token.start : token.start + 4].isalpha()
        and _WITH_O_AND_L.fullmatch(page.lower, token.start + 4, token.end) is not None
    )


def _confirmed_score(
    page: Page, token: Token, others: OtherNumbers, cue: str, evidence: list[str], *, glued: bool, named: bool
) -> float:
    if named and not cue:
        evidence.append("corroboration:name")
        return 0.9
    captioned = cue != "direct" and others.is_caption(token.start)
    if cue and not captioned:
        if (
            token.usual
            and not (token.labelled or others.has_own_label(token.start, token.end))
            and _is_likely_things(page, token, cued=True)
        ):
            evidence.append("veto:context")
            return 0.4
        base = {"direct": 0.99, "near": 0.97, "page": 0.95}[cue]
        return base - 0.04 * token.substitutions
    if captioned:
        evidence.append("veto:label")
        return 0.4
    if others.is_low_trust(token.start, token.end, token.compact):
        thing = others.is_thing(token.start) or is_word(token.compact)
        evidence.append("veto:thing" if thing else "veto:label")
        return 0.3
    if is_of_codes(page, token) or is_numbered_word(page, token):
        evidence.append("veto:thing")
        return 0.4
    unparted = token.end - token.start == len(token.compact)
    letters = token.compact[:NAME_LENGTH].lower()
    dated = _DAY.fullmatch(token.compact, NAME_LENGTH) is not None
    if dated and _LISTED.fullmatch(page.lower, token.start + NAME_LENGTH, token.end):
        evidence.append("veto:thing")
        return 0.4
    if (unparted and is_no_name(letters) and not others.is_behind_peoples_label(token.start)) or (
        (unparted or dated) and is_nobodys(letters)
    ):
        evidence.append("veto:thing")
        return 0.4
    if unparted and is_dated_code(page, token):
        evidence.append("common-letters")
        return 0.4
    if _LABEL_LINK.match(page.lower, token.start) and not _are_told(page, token):
        evidence.append("veto:label")
        return 0.4
    if token.substitutions > 3 or (token.substitutions and not token.usual):
        return 0.4
    if _is_likely_things(page, token):
        evidence.append("veto:context")
        return 0.4
    score = 0.9 - 0.08 * token.substitutions
    if is_word(token.compact):
        evidence.append("common-letters")
        score -= 0.25
    if not token.usual:
        evidence.append("odd-gaps")
        score -= 0.25
    return score - (0.1 if glued else 0.0)


def _is_likely_things(page: Page, token: Token, *, cued: bool = False) -> bool:
    """Whether the words around a number that the check digit confirms make it a thing's."""
    births = token.reading.confirmed if token.reading else frozenset()
    return is_likely_things(page, token.start, token.end, births, cued=cued)


def _are_told(page: Page, token: Token) -> bool:
    """Whether the letters before a colon are told as somebody's: "letters: TREM; …", and a surname's behind "it's".

    What a thing is has those of its own: "la pièce est GAGN: …".
    """
    first, letters = max(0, token.start - _LETTERS_REACH), token.compact[:NAME_LENGTH].lower()
    if _LETTERS_TOLD.search(page.lower, first, token.start):
        return True
    said = _IT_IS.search(page.lower, token.start - _IT_IS_REACH, token.start)
    return (
        said is not None
        and not (said[1] and names_something(said[1]))
        and begins_surname(letters)
        and not shortens_word(letters)
    )


RECOGNIZER = NamRecognizer()
