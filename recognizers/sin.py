"""Canadian social insurance number (SIN, NAS), with the temporary and individual tax numbers (TTN, ITN) of its form.

Nine digits with a Luhn check: one in ten numbers passes by chance, so that only a label makes one a SIN. Business
numbers, amounts, telephone numbers and file numbers have the same look and are told apart by what stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from recognizers.asked import answers, asked_for, says_only
from recognizers.cues import Cue
from recognizers.digits import BEFORE, ClusterLook
from recognizers.elements import is_ended
from recognizers.label_list import listed_value
from recognizers.linked import LINKS, links
from recognizers.nine_digits import NineDigits, find_lost, find_nine, find_nine_in_cell, nine_digits
from recognizers.numbered_answers import Place, numbered, other_numbers
from recognizers.page import Candidate, Page
from recognizers.patterns import compiled
from recognizers.qualified import as_asked, without_qualifiers
from recognizers.sin_bare import bare_numbers, is_said_before, is_said_otherwise, may_hold_nine
from recognizers.sin_before import AFTER_LINK, before_cue
from recognizers.sin_cues import BY_USE, CUES, NO_LABEL, NUMBER, SPACES, is_cue
from recognizers.sin_elsewhere import spoken_of, unspoken_of
from recognizers.sin_forms import in_odd_forms, may_be_odd
from recognizers.sin_number import (
    LEFT_BLANK,
    OTHER_KEY,
    OTHER_NUMBER,
    is_another,
    is_given_as,
    is_in_its_place,
    is_other,
    judge,
)
from recognizers.table import Headers, cells_below
from recognizers.told import SAYS_MORE, SHORT_LINE, is_answered, is_told, says_nothing

#: The label says that its value is missing: what follows is another number, unless a sentence gives it.
_MISSING: Final = compiled(
    r"(?<![a-z])(?:non (?:requise?|fournie?|disponible|applicable)|not (?:required|needed|provided|given|available|applicable)"
    r"|n/[ad]|unknown|inconnue?|missing|manquante?|none|aucune?|a venir|to follow)(?![a-z])"
    r"|(?<![a-z])(?<!par )(?<!by )(?<!in )(?:erreur|error)[ :#]*$"
)
#: After a cue that names the number before it: "(NAS)", "est mon NAS.".
_NOTHING_AFTER: Final = compiled(r"(?: ?(?:number|no|sociale|social))?[).! ]*(?:[\r\n)]|$)")
#: Between the numbers of a list: a line that begins with words, an address of a page.
_OTHER_LINE: Final = compiled(r"\n[ >]*[a-z]{2}|://|www\.")
#: The same where words say that the number after them is somebody else's: only the sentence's end, an empty line.
_PARAGRAPH: Final = compiled(r"[.;!?][ >]*\n|\n[ >]*\n|://|www\.")
_SENTENCE: Final = compiled(
    r"(?:(?:[a-z)]{4}|[-/ ][0-9]{2}|(?<= )(?:off|out|yet|now|ago|too|day|you|him|her|pas|moi|lui|ici|non|oui))[.]"
    r"|[!?]) +[a-z]{2,}[^0-9]* [a-z]{2,}"
    r"|^[.] +[a-z]{2,}[^0-9:]* [a-z]{2,}[^0-9:]*$"
)
#: A sentence that a word and a number are.
_WORD_AND_NUMBER: Final = compiled(r"(?:[a-z]{4}|^)[.!?] [a-z]{3,20} $")
#: "… the lease, number 130 692 544".
_NUMBER_OF_IT: Final = compiled(
    r"(?<![a-z])(?:lease|bail|meter|compteur|cheque|plate|plaque|parcel|colis|device|appareil|ticket|receipt|recu|machine"
    r"|modem|router), "
    rf"(?:le |the )?{NUMBER}\.? ?[:=]? ?$"
)
#: How far before the number a label of another number still counts.
_LABEL_REACH: Final = 60
#: "… by e-mail because the fax is broken: 130 692 544".
_EXPLAINED: Final = compiled(
    r"(?:parce que|car|because|since|puisque|vu que) [a-z' ]{0,24}(?:fax|telecopieur|tel|telephone|phone|line|ligne|site)"
    r"[a-z' ]{0,30}: ?$"
)
#: In a list of people: a line that begins with somebody's name.
_NAMED_LINE: Final = compiled(
    r"[ .;,:]{0,3}\r?\n[ >*\-0-9.)]{0,6}+(?:[a-z']{2,20}+(?:-[a-z']{1,20}+)?[ ,\r\n>]{1,4}){1,4}[:(\-]? ?"
)
_WORD: Final = compiled("[a-z]+")
#: Behind the label in a row of a table: "NAS / Prénom".
_NEXT_CELL: Final = compiled(" ?[/^] ?[a-z]")
#: Between two numbers of one cue: how far the second may stand by itself, and words that say whose it is.
_LISTED: Final = 25
_ANOTHERS: Final = compiled(
    r"(?<![a-z])(?:cel(?:ui|le) (?:de|du)|le (?:sien|mien)|that of|(?:his|hers|theirs|mine)(?: is| ?:)"
    r"|(?:my|his|her) [a-z]{3,10}'s(?: is)?|[a-z]{3,14}'s (?:is|one is|was))(?![a-z])"
)
#: What gives the right number after a wrong one: "… n'est pas le bon, c'est 130 692 544".
_CORRECTED: Final = compiled(
    r"(?:replaced|remplacee?|changee?|changed|converti|converted|annulee?|cancelled|devenu|became)(?![a-z])[a-z ,]{0,24}"
    r"(?<![a-z])(?:par|by|with|to|for|pour|en|now|maintenant|devenu|became)[ :]{1,3}(?:(?:le|the|no|number|numero) ){0,2}$"
    r"|(?:n'est pas|is not|isn't|faux|fausse|errone|mauvais|wrong|incorrect)(?![a-z])[a-z ,;.()]{1,24}"
    r"(?<![a-z])(?:c'est|it's|it is|est|is|voici|here is)[ :]{1,3}(?:(?:plutot|rather|le|the)[ :])?$"
    r"|(?<![a-z])(?:faut|faudrait|fallait|doit|devrait|should|must)(?: (?:bien|plutot|se))? (?:lire|etre|be|read|say)"
    r"[ :]{1,3}(?:(?:le|the)[ :])?$"
)
#: "123 puis 456 et ensuite 789": the groups of a number, linked by words.
_LINK: Final = (
    r"[ ,.;\n-]{0,3}(?:(?:puis|et|ensuite|then|and|suivi|followed|de|by|par|tiret|dash|hyphen|trait d'union|espace|space|point"
    r"|dot|virgule|comma|enfin|finally|next|pis|euh|uh|um"
    r"|se|qui|finit|finissant|termine|ends?|ending|with|avec|la|les|the|il|it|trois|three|derniers?|last|middle|milieu|chiffres|digits|are|is"
    r"|sont|est)[ ,.;:\n-]{1,3}){1,6}"
)
_A_GROUP: Final = "([0-9](?: ?[0-9]){2})"
_LINKED: Final = compiled(
    rf"(?<![0-9a-z])(?<![0-9] ){_A_GROUP}(?:{_LINK}|,? ){_A_GROUP}(?:{_LINK}|,? ){_A_GROUP}(?![0-9a-z])(?! [0-9])"
)
#: A sentence ends before the number, unless the next corrects what the label says.
_TURN: Final = compiled("[.;!?] (?!(?:le|the) (?:bon|right|correct|vrai|real))[a-z]")
_SHORT_OF_NINE: Final = re.compile(b"(?<!0)0{7,8}(?!0)")
_REACH: Final = 110
_NEAR: Final = 60
#: A number without its leading zeros must stand right behind its label.
_LOST_REACH: Final = 24


class SinRecognizer:
    """Proposes CA_SIN. Linear: every cue is followed within a fixed reach."""

    id = "sin"
    entity_types = ("CA_SIN",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """SINs by label; and, scored below 0.5, bare numbers grouped by threes that other findings may vouch for."""
        best: dict[int, Candidate] = {}
        for candidate in self._candidates(page):
            if candidate.start not in best or best[candidate.start].score < candidate.score:
                best[candidate.start] = candidate
        return best.values()

    def _candidates(self, page: Page) -> Iterator[Candidate]:
        gates = page.gates
        linked = gates & LINKS != 0 and next(links(page.lower, page.words), -1) >= 0
        spots = page.clusters_that(may_hold_nine)
        if not spots and not linked and not _may_have_lost(page) and not may_be_odd(page):
            return
        if page.label and any(is_cue(page.label, page.label.upper(), cue) for cue in CUES.find(page.label)):
            yield from _in_cell(page, 0, min(len(page.lower), _REACH), 0.97, "cue:label")
        mentions = CUES.find(page.flat, page.words) if gates & CUES.gate else []
        if mentions:
            cues = [cue for cue in mentions if is_cue(page.flat, page.text, cue)]
            confirmed = set(cues)
            mentions = [cue for cue in mentions if cue.kind not in BY_USE or cue in confirmed]
            questions = numbered(page, cues)
            named = [*_named(page, cues, questions, linked=linked), *_answers(page, cues)] if cues else []
            yield from named
            told = {one.start for one in named} | other_numbers(page, questions.values())
            yield from spoken_of(page, spots, mentions, told)
        elif spots:
            yield from unspoken_of(page, spots)
        if spots:
            yield from bare_numbers(page, spots)


def _answers(page: Page, cues: list[Cue]) -> Iterator[Candidate]:
    """The numbers that are all that a line says, where a SIN is asked for."""
    for _, line in answers(page, asked_for(page, cues)):
        nine = find_nine(page.lower, *line)
        if nine and nine.checked and says_only(page, line, nine.start, nine.end):
            yield from judge(page, nine, 0.75, "cue:asked")


def _named(page: Page, cues: list[Cue], questions: dict[int, Place], *, linked: bool) -> Iterator[Candidate]:
    """The numbers that cues name, some of them in numbered `questions`; `linked`: words may link the groups of one."""
    headers: set[int] = set()
    known: Headers = {}
    for index, cue in enumerate(cues):
        if question := questions.get(cue.start):
            yield from _in_cell(page, *question.answer, 0.93, "cue:asked")
            continue
        before = list(before_cue(page, cue))
        yield from before
        column = list(_in_column(page, cue, headers, known))
        yield from column
        following = cues[index + 1].start if index + 1 < len(cues) else len(page.lower)
        place = listed_value(page.lower, cue.start, cue.end)
        if place and (listed := list(_in_cell(page, *place, 0.93, "cue:column"))):
            yield from listed
            if not _has_other_labels(page, cue, place[0]):  # a list of people, not of labels
                yield from _after_cue(page, cue, following, len(page.lower))
        elif place and (_MISSING.search(page.flat, *place) or NO_LABEL.search(page.flat, *place)):
            continue
        elif not before or not _NOTHING_AFTER.match(page.lower, cue.end):
            yield from _after_cue(
                page, cue, following, page.line_end(cue.end, _REACH) if column else len(page.lower)
            )
            if linked:
                yield from _linked(page, cue, following)
            yield from in_odd_forms(page, cue)


def _has_other_labels(page: Page, cue: Cue, end: int) -> bool:
    """Whether another number's label stands on the cue's line before its colon; the values begin before `end`."""
    start = max(cue.start - _REACH, page.lower.rfind("\n", max(0, cue.start - _REACH), cue.start) + 1)
    return OTHER_NUMBER.search(page.flat, max(0, start), page.flat.find(":", cue.end, end) + 1) is not None


def _in_column(page: Page, cue: Cue, headers: set[int], known: Headers) -> Iterator[Candidate]:
    """The numbers under a cue that heads a column; `headers` are the cells that were read already."""
    for start, end in cells_below(page.lower, cue.start, cue.end, known):
        if start in headers:
            return
        headers.add(start)
        for one in _in_cell(page, start, min(end, start + 60), 0.93, "cue:column"):
            if not OTHER_NUMBER.search(
                page.lower, start, one.start
            ):  # "Policy (Desjardins) 130692544", below "SIN"
                yield one


def _in_cell(page: Page, start: int, end: int, score: float, why: str) -> Iterator[Candidate]:
    if nine := find_nine_in_cell(page.lower, start, end):
        yield from judge(page, nine, score, why)
    elif nine := find_lost(page.lower, start, end, dated=why == "cue:column"):
        yield from judge(page, nine, score - 0.1, why)


@ClusterLook
def _may_be_short_of_nine(around: bytes) -> bool:
    """Whether seven or eight figures stand together by themselves."""
    return _SHORT_OF_NINE.search(around, BEFORE - 1) is not None


def _may_have_lost(page: Page) -> bool:
    """Whether a label stands on a page with numbers that a spreadsheet may have taken the leading zeros from."""
    if not page.gates & CUES.gate or not page.clusters_that(_may_be_short_of_nine):
        return False
    return bool(CUES.find(page.flat, page.words)) or bool(page.label and CUES.find(page.label))


def _after_cue(page: Page, cue: Cue, following: int, last: int) -> Iterator[Candidate]:
    """The number that the cue announces, and those listed with it, up to `last`."""
    position = cue.end
    named = False
    for _ in range(20):
        first = position == cue.end
        reach = _REACH if first else 75
        nine = find_nine(page.lower, position, min(last, position + reach), announced=first)
        if not nine:
            if first and (lost := find_lost(page.lower, position, min(last, position + _LOST_REACH))):
                yield from judge(page, lost, 0.75, "cue")
            return
        gap = SPACES.sub(" ", as_asked(page.flat[position : nine.start]))
        answered = first and is_answered(gap) and not is_another(page, nine, gap)
        if is_in_its_place(page, nine, cue):
            return
        if not answered and (
            (
                OTHER_NUMBER.search(
                    without_qualifiers(gap) if first else gap,
                    max(0, len(gap) - _LABEL_REACH),
                )
                and not _EXPLAINED.search(gap)
            )
            or _is_elsewhere(page, nine, gap, position)
            or page.lower.count("\n\n", position, nine.start) > 1
            or is_ended(page.lower, cue.start, cue.end, nine.start)
        ):
            return
        if (
            not first
            and not _is_listed(page, nine, position, following)
            and not (named and _is_next_named(page, position, nine))
        ):
            return
        if first:
            named = _NAMED_LINE.fullmatch(page.lower, position, nine.start) is not None
        score = 0.8 if not first else 0.97 if len(gap) <= _NEAR else 0.75
        yield from judge(page, nine, score, "cue")
        position = nine.end


def _is_elsewhere(page: Page, nine: NineDigits, gap: str, label_end: int) -> bool:
    """Whether what stands between a label and a number, `gap`, says that the label has none, or begins another sentence."""
    another = _ANOTHERS.search(gap) is not None
    if NO_LABEL.search(gap):
        return not another
    if is_another(page, nine, gap):
        return True
    if is_told(gap):
        return is_other(page, nine, first=nine.start) or is_given_as(page, nine)
    if (
        _has_title(page, nine, label_end)
        or LEFT_BLANK.search(page.lower, label_end, nine.start)
        or OTHER_KEY.search(gap)
    ):
        return True
    if _NUMBER_OF_IT.search(gap):
        return True
    if _WORD_AND_NUMBER.search(gap) and is_said_before(page, nine):
        return True
    return _SENTENCE.search(gap) is not None or (_MISSING.search(gap) is not None and not another)


def _has_title(page: Page, nine: NineDigits, label_end: int) -> bool:
    """Whether the label's line, a short one, says more, and words not of it, no sentence, stand before the number: its title."""
    rest, *lines = as_asked(page.lower[label_end : nine.start]).split("\n")
    if not SAYS_MORE.search(rest.rstrip()) or _NEXT_CELL.match(rest):
        return False
    title = next((line for line in reversed(lines) if _WORD.search(line)), "")
    first = page.lower.rfind("\n", max(0, label_end - SHORT_LINE), label_end) + 1
    return (
        label_end - first + len(rest) < SHORT_LINE
        and not title.rstrip().endswith((".", "!", "?"))
        and not says_nothing([word for word in _WORD.findall(title) if word not in _WORD.findall(rest)])
    )


def _linked(page: Page, cue: Cue, following: int) -> Iterator[Candidate]:
    """Numbers whose groups of three are linked by words, before or after the cue."""
    for found in _LINKED.finditer(page.lower, max(0, cue.start - 75), cue.start):
        nine = nine_digits(*found.span(), "".join(found.groups()).replace(" ", ""), usual=False)
        if nine.checked and AFTER_LINK.match(page.flat, nine.end, cue.start) and not is_other(page, nine):
            yield from judge(page, nine, 0.85, "cue:after")
    for found in _LINKED.finditer(page.lower, cue.end, min(following, cue.end + _REACH)):
        nine = nine_digits(*found.span(), "".join(found.groups()).replace(" ", ""), usual=False)
        gap = page.flat[cue.end : nine.start]
        other = OTHER_NUMBER.search(page.flat, max(cue.end, nine.start - _LABEL_REACH), nine.start)
        if nine.checked and not other and not _TURN.search(gap):
            yield from judge(page, nine, 0.9, "cue")


def _is_listed(page: Page, nine: NineDigits, position: int, following: int) -> bool:
    """Whether the number belongs to the list that ended at `position`; the next cue stands at `following`."""
    gap = SPACES.sub(" ", page.flat[position : nine.start])
    another = _ANOTHERS.search(gap) is not None
    broken = _PARAGRAPH if another else _OTHER_LINE
    if (
        broken.search(page.lower, position, nine.start)
        or page.lower[nine.start - 1] == "="
        or page.lower[nine.start - 1].isalpha()
        or is_other(page, nine, first=position)
    ):
        return False
    if len(gap) <= _NEAR and _CORRECTED.search(gap):
        return nine.start < following
    return another or (len(gap) <= _LISTED and nine.start < following and not is_said_otherwise(page, nine))


def _is_next_named(page: Page, position: int, nine: NineDigits) -> bool:
    """Whether the number stands behind somebody's name on the next line of a list of people."""
    return _NAMED_LINE.fullmatch(page.lower, position, nine.start) is not None and not is_other(page, nine)


RECOGNIZER = SinRecognizer()
