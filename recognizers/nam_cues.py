"""Words that announce a NAM on a page, and which number they reach: the one on their line, below them, in their column.

What makes a number something else's, whatever announces a NAM, is in `nam_other_numbers`.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import Final

from recognizers.cues import FAR, Cue, CueLine, CueTable
from recognizers.nam_codes import is_right
from recognizers.nam_heads import list_head
from recognizers.nam_labels import DOUBTFUL, PERMANENT, REPORTED, STRONG, WEAK
from recognizers.nam_prefixes import EXAMPLES, OF_DATES, may_be_of_late
from recognizers.nam_things import REACH, names_something
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.spans import Spans
from recognizers.table import cells_below

#: A cue's reach in which even a month and a year may be a NAM.
_BESIDE: Final = 20
#: So far above its answer a number is asked for.
_ASKED_REACH: Final = 120
#: All that a line says before a number that was asked for.
_GIVES: Final = compiled(
    r"[ >|*-]*(?:(?:here (?:you go|it is|it's|is)|(?:la |le )?voici|voila|c'est(?: l[ea])?|it's|it is|oui|yes|sure|ok"
    r"|bonjour|hello|hi)[ :,.!-]{1,4}){1,3}"
)
#: How far above a mistyped number its cue may stand.
FAR_CUE: Final = 250
#: What takes it for itself: its sentence ends, and another noun stands before the number: "your health card. Appointment …".
_NEXT_SENTENCE: Final = compiled(r"(?s:.*)[.!?;] +(?:[a-z']{1,20} )?([a-z']{3,20})[ :#]{1,3}")
_NUMBER_BETWEEN: Final = compiled(r"[0-9](?:[^0-9\n]{0,3}[0-9]){6}")
#: How far a label of permanent codes reaches.
_CODE_REACH: Final = 80
#: The figures of a value, on a label's line: it heads no column; and so far that is looked at.
_VALUE: Final = compiled("[0-9]{3}")
_LONGEST_HEAD: Final = 400
#: From one label to another of the same head.
_OR_ELSE: Final = compiled(r"[ (]{1,2}(?:ou|or|et|and|/) ?(?:(?:le|the|no|num|numero)\.? (?:de |d')?)?| ?/ ?")
#: A permanent code of its own, between its label and another number or right behind the label.
_CODE_BETWEEN: Final = compiled(r"[a-z]{4}(?:[ .-]?[0-9]{2}){4}(?![0-9])")
#: Behind the labels of both, the value of each, in the same order: "NAM / code permanent : LEVO… / TREM…".
_PAIR: Final = compiled(
    r"[ \"'*]{0,2}[:=]? ?([a-z]{4}(?:[ .-]?[0-9]{2}){4})(?: ?[/|,;&] ?| (?:et|and) )([a-z]{4}(?:[ .-]?[0-9]{2}){4})(?![0-9])"
)
_CODE_NEXT: Final = compiled(r"[ :=#(]{0,4}(?:(?:is|est) )?[a-z]{4}(?:[ .-]?[0-9]{2}){4}(?![0-9])")
#: Right before another of the same kind: "le code permanent GAGM…, or la lettre en montre un autre, GAGE…".
_ANOTHER: Final = compiled(r"(?<![a-z])(?:une? autre|another(?: one)?)[ ,:(]{1,3}\Z")
#: The same some words behind the label, in another sentence than the number before it.
_CODE_SOON: Final = compiled(
    r"(?:(?!nam(?![a-z])|ramq|cart|card|sante|health|malad)[^0-9.!?;\n|\t]){0,60}[ :=#(][a-z]{4}(?:[ -]?[0-9]{2}){4}(?![0-9])"
)
#: From a number to such a label that says what it is: "TREM…, ça c'est mon code permanent".
_IT_IS_A_CODE: Final = compiled(
    r"[ \"')]{0,2}[,.;:(-]{0,2} {0,2}(?:ca,? )?(?:c'est|c'etait|that's|that is|it's|it is|this is|which is|qui est)"
    r" (?:(?:en fait|plutot|actually|only|just) )?"
    r"(?:(?:my|mon|son|his|her|the|le|leur|their|un|an?) (?:(?:old|new|ancien|student|school) )?)?"
)
_SENTENCE_END: Final = compiled(r"[.;!?]\s|\n")
#: Between a label and its value, and how far that is at most.
MARK_REACH: Final = 8
_LABEL_MARK: Final = compiled(r"[ \"'*]{0,2}[:=#\n][ \"'*\n>]{0,4}")
#: The same, or a verb.
LABEL_REACH: Final = 16
_LEADS_ON: Final = compiled(
    r"[ \"'*]{0,2}(?:[:=#\n]|(?:c'est|est|is|no|num|numero|number|[:=])(?: ?[:=]| le)?)?[ \"'*\n>]{0,4}"
)
_LEADS: Final = compiled(r"[^0-9.!?;\n]*")
#: So near behind a number its label stands: "TREM… est mon NAM".
_BEHIND: Final = 60
_NONE: Final = CueLine(())
#: Cues go by where they begin.
_begin: Final = itemgetter(0)
#: "RAMQ" as the head of a column: all of its cell, but for a word that says number.
_RAMQ_HEAD: Final = compiled(
    r"[|;,\t\n>][ \"*>|]*(?:(?:no|num|numero|carte|n\^|#)\.?[ _]?(?:de )?(?:la )?)?\Z"
)
_HEAD_ENDS: Final = compiled(r"[ \"*)]*[|;,\t\r\n]")
_HEAD_REACH: Final = 24


def _is_ramqs_column(lower: str, cue: Cue) -> bool:
    """Whether the cue is "ramq" and may head a column: "Bonjour la RAMQ," does not."""
    if lower[cue.start : cue.end] != "ramq" or not _HEAD_ENDS.match(lower, cue.end):
        return False
    left = lower[max(0, cue.start - _HEAD_REACH) : cue.start]
    return _RAMQ_HEAD.search(left if len(left) == _HEAD_REACH else f"\n{left}") is not None


class NamCues:
    """The cues of one page, looked up when first needed."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.label = bool(page.label) and bool(STRONG.find(page.label))
        self._lines: dict[CueTable, CueLine] = {}
        #: Words that announce a NAM.
        self.strong = self._line(STRONG)
        #: Whether something on the page or its label announces a NAM.
        self.any = self.label or bool(self.strong.cues)
        self._cells: Spans | None = None
        self._codes: Spans | None = None

    @property
    def has_weak(self) -> bool:
        """Whether the words of `weak` are on the page at all."""
        return self._page.gates & DOUBTFUL != 0

    @property
    def weak(self) -> CueLine:
        """Words that may announce a NAM, or any other card or number."""
        return self._line(WEAK)

    def _line(self, table: CueTable) -> CueLine:
        line = self._lines.get(table)
        if line is None:
            page = self._page
            found = table.find(page.lower, page.words) if page.gates & table.gate else []
            line = self._lines[table] = CueLine(found) if found else _NONE
        return line

    def of(self, start: int, end: int) -> str:
        """The cue that reaches page.lower[start:end]: "direct", "near", "page", "code permanent" or ""."""
        strong = self.strong.distance(start, end)
        codes = self._line(PERMANENT)
        permanent = self._permanent(codes, start, end) if codes.cues else FAR
        if permanent <= min(strong, _CODE_REACH) or (self._page.label and PERMANENT.find(self._page.label)):
            return "direct" if self.heads(start, end) else "code permanent"
        if codes.cues and self._heads_code(start, end):
            return "code permanent"
        if self.label or strong <= 60:
            return "direct"
        if strong <= 250 or self.weak.distance(start, end) <= 25:
            return "near"
        if (self.strong.cues or self.has_weak) and self.heads(start, end):
            return "direct"
        return "page" if self.strong.cues else ""

    def _is_cards(self, start: int, end: int) -> bool:
        """Whether a number that a school's paper seems to bear is a card's: its check digit is right, and its year is none of
        late, or a card is named in its sentence or right before it."""
        page = self._page
        if not is_right(page, start):
            return False
        lower = page.lower
        if not may_be_of_late(page, lower[start:end].replace(" ", "").replace("-", "")):
            return True
        first, last = max(0, start - _CODE_REACH), page.line_end(end, _CODE_REACH)
        begin = max((ended.end() for ended in _SENTENCE_END.finditer(lower, first, start)), default=first)
        ended = _SENTENCE_END.search(lower, end, last)
        behind = self.strong.first_after(end)
        return (
            self.strong.last_end(begin, start) > 0
            or (behind is not None and behind.start < (ended.start() if ended else last))
            or any(
                begin <= cue.start < start and lower.startswith("carte", cue.start) for cue in self.weak.cues
            )
        )

    def _permanent(self, line: CueLine, start: int, end: int) -> int:
        """How far the nearest label of a permanent code is that has no number of its own; FAR beyond `_CODE_REACH`."""
        lower = self._page.lower
        if any(cue.kind == REPORTED for cue in line.cues) and self._is_cards(start, end):
            line = CueLine(cue for cue in line.cues if cue.kind != REPORTED)
        if (head := list_head(lower, start)) and line.last_end(*head):
            return 0
        free = [FAR]
        left = line.last_end(max(0, start - _CODE_REACH - 1), start)
        if left and (pair := _PAIR.match(lower, left)) and self._is_second_label(line, left):
            return FAR if start < pair.end(1) else 0
        if left and (_CODE_BETWEEN.search(lower, left, start) is None or _ANOTHER.search(lower, left, start)):
            free.append(start - left)
        right = line.first_after(end)
        if (
            right is not None
            and _CODE_NEXT.match(lower, right.end) is None
            and not (_SENTENCE_END.search(lower, end, right.start) and _CODE_SOON.match(lower, right.end))
        ):
            told = _IT_IS_A_CODE.fullmatch(lower, end, right.start) is not None
            free.append(0 if told else 2 * (right.start - end) + 5)
        return min(free)

    def _is_second_label(self, line: CueLine, end: int) -> bool:
        """Whether the label of permanent codes that ends at `end` stands right behind one of NAMs: "NAM / code permanent"."""
        return any(
            (first := self.strong.last_end(max(0, cue.start - MARK_REACH - 1), cue.start))
            and _OR_ELSE.fullmatch(self._page.lower, first, cue.start)
            for cue in line.cues
            if cue.end == end
        )

    def heads(self, start: int, end: int) -> bool:
        """Whether page.lower[start:end] stands in a column that such words head."""
        if self._cells is None:
            lower, known = self._page.lower, self._page.headers
            heads = self.strong.cues
            if "ramq" in self._page.words:
                heads = [*heads, *(cue for cue in self.weak.cues if _is_ramqs_column(lower, cue))]
            self._cells = Spans(
                cell for cue in heads for cell in cells_below(lower, cue.start, cue.end, known)
            )
        return self._cells.touch(start, end)

    def _heads_code(self, start: int, end: int) -> bool:
        """Whether page.lower[start:end] stands in a column that a label of permanent codes heads."""
        if self._codes is None:
            lower, known = self._page.lower, self._page.headers
            self._codes = Spans(
                cell
                for cue in self._line(PERMANENT).cues
                if not _VALUE.search(lower, cue.end, self._page.line_end(cue.end, _LONGEST_HEAD))
                and not self._names_both(cue.end)
                for cell in cells_below(lower, cue.start, cue.end, known)
            )
        return self._codes.touch(start, end)

    def _names_both(self, end: int) -> bool:
        """Whether a head names a NAM as well, right behind the label that ends at `end`: "Code permanent (ou NAM)"."""
        other = self.strong.first_after(end)
        return other is not None and _OR_ELSE.fullmatch(self._page.lower, end, other.start) is not None

    def reaches(self, start: int, end: int) -> bool:
        """Whether the cue that a mistyped number needs leads to it: on its line, above it with no other number between, or at
        the head of its column."""
        if self.label or self.heads(start, end) or self.answers(start):
            return True
        lower = self._page.lower
        line = max(lower.rfind("\n", max(0, start - FAR_CUE), start) + 1, start - FAR_CUE, 0)
        below = lower.find("\n", end, end + FAR_CUE)
        below = end + FAR_CUE if below < 0 else below
        near = [
            cue
            for cues in (self.strong.cues, self.weak.cues)
            for cue in cues[
                bisect_left(cues, start - FAR_CUE, key=_begin) : bisect_left(cues, end + FAR_CUE, key=_begin)
            ]
        ]
        return any(
            line <= cue.start < below
            or (cue.end <= start and not _NUMBER_BETWEEN.search(lower, cue.end, line))
            for cue in near
        )

    def answers(self, start: int) -> bool:
        """Whether words that only give a value lead to `start` on its line, and a NAM is asked for right above: "Voici : "."""
        lower = self._page.lower
        line = lower.rfind("\n", max(0, start - REACH), start) + 1
        if not line or not _GIVES.fullmatch(lower, line, start):
            return False
        above = max(0, line - _ASKED_REACH)
        return self.strong.last_end(max(above, lower.rfind("\n\n", above, line)), line) > 0

    def is_in_next_sentence(self, start: int) -> bool:
        """Whether a sentence that ends stands between the cue and lower[start:], and the next says nothing of the number."""
        end = self.strong.last_end(max(0, start - FAR_CUE), start)
        found = _NEXT_SENTENCE.fullmatch(self._page.lower, end, start) if end else None
        return found is not None and names_something(found[1])

    def is_cue(self, start: int) -> bool:
        """Whether what begins at `start` belongs to the words of a cue: "health card" above "1960-12-31"."""
        return self.strong.covers(start)

    def is_given(self, start: int, compact: str) -> bool:
        """Whether a label, and its mark, stand right before letters in capitals, so that a word is a name's: "NAM : PART …"."""
        page, letters = self._page, compact[:4].lower()
        end = self.strong.last_end(max(0, start - MARK_REACH), start)
        return (
            end > 0
            and _LABEL_MARK.fullmatch(page.lower, end, start) is not None
            and page.text[start : start + 4].isupper()
            and letters not in OF_DATES
            and letters not in EXAMPLES
        )

    def is_right_behind(self, start: int) -> bool:
        """Whether a label stands right before `start`, with its mark or verb: "NAM : ", "ma carte soleil est "."""
        end = self.strong.last_end(max(0, start - LABEL_REACH), start)
        return end > 0 and _LEADS_ON.fullmatch(self._page.lower, end, start) is not None

    def leads_to(self, start: int) -> bool:
        """Whether a label on its line leads to lower[start:], no other number nor a sentence's end between: "NAM sur la …"."""
        line = self._page.line_start(start, REACH)
        end = self.strong.last_end(line, start)
        return end > 0 and _LEADS.fullmatch(self._page.lower, end, start) is not None

    def stands_behind(self, end: int) -> bool:
        """Whether a label stands near in the rest of the sentence that lower[:end] ends in, no other number between."""
        cue = self.strong.first_after(end)
        return (
            cue is not None
            and cue.start - end <= _BEHIND
            and _LEADS.fullmatch(self._page.lower, end, cue.start) is not None
        )

    def is_far(self, start: int, end: int) -> bool:
        """Whether no cue stands right beside page.lower[start:end], on its line."""
        return (
            self.strong.distance(start, end) > _BESIDE
            or "\n" in self._page.lower[max(0, start - _BESIDE) : start]
        )
