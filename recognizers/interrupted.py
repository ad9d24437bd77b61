"""Numbers and dates with something between their parts that is no part of them: who writes in a chat, and when; words of somebody
who hesitates, or tells that the next part comes; a part that is put right (`put_right`).

"[10:03] moi : 123 456 / [10:04] moi : 782", "696, uh, 281 526", "le 11, euh, mars, voyons, 2005", "d'abord 192, après ça 470".
Only what is a whole number or date without them is read so.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import accumulate, pairwise
from typing import Final

from recognizers.alternatives import gathered
from recognizers.cues import gate, vocabulary
from recognizers.fold import replaced
from recognizers.glance import heads_alike, places, standing
from recognizers.known_plain import NUMBERED
from recognizers.month_forms import MONTH
from recognizers.months import MONTH_WORDS
from recognizers.patterns import compiled
from recognizers.put_right import SAYING, put_right, says_one

#: A time, and the day before it.
_TIME: Final = (
    r"(?:(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4})(?:, ?| |t))?"
    r"[0-2]?[0-9] ?[:h] ?[0-5][0-9](?::[0-5][0-9])?(?: ?[ap]\.?m\.?)?"
)
_STAMP: Final = rf"(?:[\[(]{_TIME}[\])]|{_TIME})"
_WHO: Final = "[a-z@][a-z0-9 .'_@-]{0,24}"
#: What stands before a chat's words: "[10:03] moi :", "(09:16) Citoyenne:", "<marie> 11:20", "Me 3:15 PM:", "21 h 06 - Manon :";
#: or which part of a long message it is: "SMS 2/2:".
_HEAD: Final = (
    rf"(?:{_STAMP} ?(?:[,|-] ?)?(?:<{_WHO}>:?|\[{_WHO}\]:?|{_WHO}[:>])|[\[(]{_TIME}[\])]:?"
    rf"|<{_WHO}>:?(?: ?{_STAMP}:?)?|{_WHO}?,? ?{_STAMP} ?(?:[:>-]|\r?\n)|{_WHO}:(?![0-9])"
    r"|(?:sms|mms|msg|message|textos?|texte?) ?[\[(]?[1-9] ?/ ?[1-9][\])]? ?[:.-])[ \t]*"
)
_LINE: Final = compiled(rf"[> ]{{0,4}}({_HEAD})")
#: What each of these has at least.
_MARK_OF_HEAD: Final = compiled("[:<]|[0-9] ?h ?[0-5]|[1-9] ?/ ?[1-9]")
#: So far from its line's beginning.
_FURTHEST_MARK: Final = 120
#: What heads the second part of a message, or a later one, and what of it stands nowhere else: "(2/2)", "(suite)".
_PART: Final = compiled(
    r"(?<=[0-9a-z])[ .,]{0,3}(?:\r?\n[> ]{0,4}|(?=[\[(]))"
    r"(?:[\[(] ?(?:[2-9] ?/ ?[2-9]|suite|cont(?:'?d|inue[ds]?)?\.?) ?[\])]|[2-9]/[2-9](?=[ :]))[ :.-]{0,3}(?=[0-9])"
)
_PART_MARKS: Final = ("2/2", "2/3", "(suite)", "[suite]", "(cont", "[cont")
#: What stands in a chat of an office whose turns are run together: "Agent> votre NAS svp Client> 130 692 544".
_TURN_MARKS: Final = tuple(f" {who}{mark}" for who in ("agent", "client") for mark in ("> ", ": ", " : "))
_MARKS: Final = _PART_MARKS + _TURN_MARKS
#: Closed on pages without any of those.
_MARKED: Final = gate("suite cont contd continue continued continues agent client".split(), ("2/2", "2/3"))
_RUN_ON: Final = compiled(
    r"(?<=[a-z0-9?.!*])(?<![:h][0-5][0-9]) (?=(?:agente?|cliente?|citoyen(?:ne)?|citizen|customer|usagere?|user|bot"
    r"|preposee?|moi|me)(?:>| ?:) [a-z0-9])"
)
#: What ends a line where somebody goes on in the next: figures, four letters, a month; or a time, or its bracket.
_ENDS_IN_LETTERS: Final = 4
_LONGEST_END: Final = 14
#: The line before somebody goes on begins fewer lines before: one of somebody else's may stand between.
_LINES_BETWEEN: Final = 4
_NO_PART: Final = " .,\r)]"
_TIME_BEHIND: Final = compiled(rf"[.,]?(?: {{1,3}}{_STAMP})?[ \t\r.,]{{0,3}}\Z")
#: Somebody else may say something between, without a figure.
_WITHOUT_FIGURE: Final = compiled(r"[^\n0-9]{0,40}\n")
#: What somebody says who looks for the next figures; and, beside that, who tells that they come.
_FILLERS: Final = (
    r"e+u+h+|h?eu+|h+u+m+|h+m+|mm+|uh+(?:[ -]huh)?|u+m+|uhm+|erm?|ah+|eh|oh|ben|bah?|bon|la|tse|genre|coudonc|donc|alors|so|well"
    r"|okay|ok|k|alright|all right|right|oui|ouais|yes|yeah|yep|voila|let me (?:see|check|look|think)(?: here)?|let's see|like"
    r"|voyons(?: voir)?|you know|i (?:think|believe|guess)|je (?:crois|pense)|il me semble|hang on|hold on"
    r"|(?:attende[zr]|attends|wait)(?: (?:un peu|voir|now|(?:une?|a) (?:petite? )?(?:instant|moment|minute|seconde?|sec|bit)))?"
    r"|(?:juste? )?(?:une?|one|a) (?:petite? )?(?:instant|moment|minute|seconde?|sec)"
    r"|je (?:cherche|regarde|verifie|tourne la carte)|where (?:was i|is it)|ou (?:j'en etais|est-ce)|got (?:it|that)"
    r"|sorry|pardon|excuse[zr]?(?:[ -]moi| me)?|desolee?|merci|thanks"
)
_BESIDE: Final = (
    r"d'abord|puis|pis|et|and|then|ensuite|apres(?: (?:ca|cela))?|after (?:that|this)|next|enfin|finally|finalement"
    r"|(?:the |le |la )?(?:last|dernier|derniere|rest|reste|suite)(?: (?:part|bit|bout|morceau|partie))?"
    r"|ca (?:finit|continue)(?: (?:par|avec))?|(?:ends|goes on|continues) (?:in|with)|c'est|it's|that's|is|est"
)
_SIGNS: Final = r"[ ,.;:!?()\n-]"
#: What the next part begins with.
_NEXT: Final = rf"(?=(?:l?e |the |in |en )?[0-9]|(?:d'|de |of )?{MONTH}(?![a-z]))"
_SAID: Final = rf"(?:(?:{gathered(f'{_FILLERS}|{_BESIDE}')})(?![a-z'-]){_SIGNS}{{1,5}}+){{1,6}}"
_AFTER_FIGURE: Final = compiled(rf"[0-9](?:er|st|nd|rd|th)?+({_SIGNS}{{1,5}}+{_SAID}){_NEXT}")
_AFTER_LETTERS: Final = compiled(rf"(?<![A-Za-z0-9])[A-Z]{{4}}({_SIGNS}{{1,5}}+(?i:{_SAID}))(?=[0-9])")
_AFTER_MONTH: Final = compiled(rf"(?<![a-z]){MONTH}(?![a-z])({_SIGNS}{{1,5}}+{_SAID}){_NEXT}")
_LEADS_ON: Final = compiled(rf"(?:{_SAID})?{_NEXT}")
#: Lines of one writer begin alike so far: with his name, or with the hour.
_ALIKE: Final = 3
#: So far from a line's beginning the colon stands behind a writer's name, or in the time.
_LONGEST_HEAD: Final = 40
#: What is read instead of what stands between.
_CUT: Final = "\x1f"
_FIGURE_GAP: Final = rf"[ .-]{{0,2}}{_CUT}?[ .-]{{0,2}}"
_GAP: Final = rf"(?:{_CUT} ?|[ ,.]{{1,2}}{_CUT}? ?|(?<=[a-z])(?=[0-9])|/|-)"
_DAY: Final = r"(?:[0-3]?[0-9](?:er|e|st|nd|rd|th)?(?![0-9a-z]))"
_THE: Final = rf"(?:(?:le |the ){_CUT}? ?)?"
_YEAR: Final = r"(?:(?:en |in |de |of )?(?:19|20)[0-9]{2})"
_MONTH: Final = rf"(?:(?:d'|de |of )?{MONTH}(?![a-z]))"
#: A number of nine figures, four letters and eight figures, a date.
_WHOLE: Final = compiled(
    rf"(?<![0-9a-z])(?<![0-9][ .-])(?:[0-9](?:{_FIGURE_GAP}[0-9]){{8}}|[a-z]{{4}}(?:{_FIGURE_GAP}[0-9]){{8}}"
    rf"|{_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR}|{_MONTH}{_GAP}{_THE}{_DAY}{_GAP}{_YEAR}"
    rf"|{_DAY}{_CUT}[0-9]{{1,2}}{_CUT}{_YEAR}|{_YEAR}{_CUT}[0-9]{{1,2}}{_CUT}[0-9]{{1,2}})(?![0-9])"
)
#: How far before and behind a cut such a thing reaches.
_REACH: Final = 40
_LETTER: Final = compiled("[^a-z]+")
#: No line before a turn is looked at further back.
_LONGEST_LINE: Final = 300
#: How far such a word stands from a figure before it, or behind it.
_BESIDE_BEFORE: Final = 8
_BESIDE_AFTER: Final = 16
#: The words of who hesitates, or puts something right, by which that is known: right beside a figure.
HESITATIONS: Final = SAYING | vocabulary(
    """euh euuh heu eu hum humm hm hmm mm mmm uh uhh um umm uhm er erm ah ahh eh oh ben bah bon okay ok alright right oui ouais
    yes yeah yep voila tse genre coudonc donc alors so well see check think know believe guess crois pense semble voyons hang hold
    attendez attender attends wait voir bit instant moment minute seconde second sec cherche regarde verifie carte got sorry
    pardon excuse excusez excuser moi me desole desolee merci thanks""".split()
)
#: Of these, those that stand beside figures in any sentence: by themselves they make no page worth reading again.
_EVERYDAY: Final = frozenset(
    """moi me so la carte see check think know believe guess crois pense semble like merci thanks regarde minute second sec
    seconde instant moment bit right oui yes well voir alors donc got all non wrong error erreur correction rather plutot mean
    meant dire actually fait that bon ok mistake""".split()
)
#: Open where one of the others stands right beside a figure.
HESITATING: Final = gate(
    HESITATIONS - _EVERYDAY,
    stands=NUMBERED,
    before=_BESIDE_BEFORE,
    after=_BESIDE_AFTER,
)
_Reading = tuple[int, int, str]


def interrupted(
    lower: str, text: str, words: Set[str], *, turning: bool, hesitating: bool
) -> Iterator[_Reading]:
    """The numbers and dates of folded `text` in whose middle something stands: start, end, and what is read there.

    `lower` is it in small letters, `words` are those of its page. `turning`: whether it `may_have_turns`; `hesitating`: whether
    `HESITATING` is open for it. Linear.
    """
    cuts = [(start, end, _CUT) for start, end in _turns(lower)] if turning else []
    if turning and standing(_PART_MARKS, lower):
        cuts += [(*one.span(), _CUT) for one in _PART.finditer(lower)]
    if hesitating:
        found = [*_AFTER_FIGURE.finditer(lower), *_AFTER_LETTERS.finditer(text)]
        if not MONTH_WORDS.isdisjoint(words):
            found += _AFTER_MONTH.finditer(lower)
        cuts += [(*one.span(1), _CUT) for one in found if says_one(HESITATIONS, lower, *one.span(1))]
        for said in put_right(lower, text, words):
            right = [(start, end, f"{_CUT}{part}") for start, end, part in said]
            if right:
                yield from _whole(text, sorted(right + [one for one in cuts if not _touches(one, right)]))
    if cuts:
        yield from _whole(text, sorted(cuts))


def may_have_turns(lower: str, gates: int) -> bool:
    """A cheap look: False where no two lines begin alike and have a colon near their beginning, nor a name in angles.

    Nor is there the mark of a message's second part, nor of a turn within a line. `gates` are the page's.
    """
    return (
        ("<" in lower and len(places("\n<", lower)) > 1)
        or (gates & _MARKED != 0 and bool(standing(_MARKS, lower)))
        or heads_alike(lower, _LONGEST_HEAD, _ALIKE)
    )


def run_together(lower: str) -> Iterator[_Reading]:
    """The blanks before the turns of a chat, of which more than one begins within a line, as line ends."""
    if not standing(_TURN_MARKS, lower):
        return
    turns = [found.start() for found in _RUN_ON.finditer(lower)]
    joined = {at for pair in pairwise(turns) if lower.find("\n", *pair) < 0 for at in pair}
    for at in sorted(joined):
        yield at, at + 1, "\n"


def _touches(one: _Reading, others: list[_Reading]) -> bool:
    return any(one[0] < end and start < one[1] for start, end, _ in others)


def _whole(text: str, cuts: list[_Reading]) -> Iterator[_Reading]:
    """What is a whole number or date once this is cut out."""
    read = replaced(text, cuts)
    lower = read.text.lower()
    position = 0
    at = lower.find(_CUT)
    while at >= 0:
        for found in _WHOLE.finditer(lower, max(position, at - _REACH), at + _REACH):
            if found.start() < at < found.end():
                said = read.text[found.start() : found.end()]
                yield *read.span(*found.span()), " ".join(said.replace(_CUT, " ").split())
                position = found.end()
                break
        at = lower.find(_CUT, max(at + 1, position))


def _turns(lower: str) -> Iterator[tuple[int, int]]:
    """From the end of what somebody wrote in a chat to where he goes on, in a line of his own."""
    turns = dict(_goings_on(lower))
    if not turns:
        return
    lines = lower.split("\n")
    ends = list(accumulate(map(len, lines), lambda at, length: at + 1 + length))
    last: dict[str, int] = {}
    for place, line in enumerate(lines):
        # Somebody's lines begin with his name, or with the same hour; a name may have a line of its own.
        head = line.lstrip("> ")[:_ALIKE]
        if not head:
            continue
        before, last[head] = last.get(head, -_LINES_BETWEEN), place
        if place - before < _LINES_BETWEEN:
            yield from (turns[end] for end in ends[before:place] if end in turns)


def _goings_on(lower: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """The ends of lines behind which a line of the same writer goes on with a part of a number or date, and that turn."""
    start = 0
    for mark in _MARK_OF_HEAD.finditer(lower):
        end = lower.rfind("\n", max(start, mark.start() - _FURTHEST_MARK), mark.start())
        if end >= 0:
            head, start = start, end + 1
            above = lower.find("\n", head, end)
            if above >= 0 and lower.find("\n", above + 1, end) >= 0:
                continue  # no head stands on the line that ends here, nor on the one before: nobody's line goes on
            line = lower[max(0, end - _LONGEST_END) : end].rpartition("\n")[2]
            if _ends_in_part(line) and (turn := _turn(lower, end)):
                yield end, turn


def _ends_in_part(line: str) -> bool:
    """Whether a line ends in what may be part of a number or date, or in a time: `line` are its last characters."""
    end = line.rstrip(_NO_PART)
    word = end.rpartition(" ")[2]
    return end[-1:].isdigit() or len(word) == _ENDS_IN_LETTERS or word in MONTH_WORDS or end.endswith("m")


def _turn(lower: str, end: int) -> tuple[int, int] | None:
    """The turn at the end of the line lower[:end]; None where no other line of the same writer follows with a part of his."""
    line = _LINE.match(lower, end + 1)
    if line is None:
        return None
    writer = _writer(lower, end)
    if writer is not None and writer != _LETTER.sub("", line[1]):
        other = _WITHOUT_FIGURE.match(lower, line.end())
        line = _LINE.match(lower, other.end()) if other else None
    if line is None or writer != _LETTER.sub("", line[1]):
        return None
    leads = _LEADS_ON.match(lower, line.end())
    behind = _TIME_BEHIND.search(lower, end - _REACH, end)
    return (behind.start() if behind else end, leads.end()) if leads else None


def _writer(lower: str, end: int) -> str | None:
    """Who wrote the line that ends at `end`; None where it does not say. His name may stand on the line before."""
    start = lower.rfind("\n", max(0, end - _LONGEST_LINE), end) + 1
    line = _LINE.match(lower, start, end)
    if line is None and start:
        before = lower.rfind("\n", max(0, start - _LONGEST_LINE), start - 1) + 1
        line = _LINE.match(lower, before, end)
        line = line if line and line.end() == start else None
    return line and _LETTER.sub("", line[1])
