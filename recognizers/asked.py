"""Answers to what a message asks for: "What is your SIN?" and, in a line below it or above its quotation, "Sure, 130 692 544"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Final

from recognizers.alternatives import gathered
from recognizers.birth_vetoes import OTHER_EVENT
from recognizers.cues import Cue
from recognizers.month_forms import MONTH
from recognizers.name_lists import GIVEN
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.sin_other_labels import NUMBER_OF, OTHER_NUMBER, SINS
from recognizers.told import STAMP

#: In the line that names something: it is asked for.
_ASKING: Final = gathered(
    r"svp|stp|s\.v\.p|s'il (?:vous|te) plait|please|pls|veuillez|merci de|fourni(?:r|ssez)|provide|manque|missing"
    r"|besoin|faut|need|pouvez|pourriez|peux|could|can you|would you|indique[rz]|send|envoye[rz]|donne[rz]|give us|precise[rz]"
    r"|require[ds]?|requise?|demand(?:ons|e[rz]?)|ask(?:ed|ing)?|quand|when"
)
_ASKS: Final = compiled(rf"(?<![a-z]){_ASKING}(?![a-z])")
#: What quotes what was written before, which the answer stands above.
_QUOTED: Final = compiled(
    r"(?:^|\n)(?:>|-{2,} ?(?:original|message|forwarded|transfere)|_{10,}|(?:de|from|envoye|sent) ?:)"
)
_WROTE: Final = compiled("(?:a ecrit|wrote) ?:")
#: Its line begins so far before it at most.
_WRITER: Final = 120
_TIME: Final = compiled(rf"(?<![0-9]){STAMP}(?![0-9])")
#: When a line was written is not what it says.
_STAMPED: Final = compiled(rf"[> ]*{STAMP}(?![0-9])")
#: Another value of the same answer: an amount, a NAM, a SIN, a date.
_VALUE: Final = compiled(
    r"(?<![a-z0-9])(?:[0-9]{1,3}(?:[ ,]?[0-9]{3}){0,2}(?:[.,][0-9]{2})? ?\$"
    r"|\$ ?[0-9]{1,3}(?:[ ,]?[0-9]{3}){0,2}(?:[.,][0-9]{2})?(?![0-9]))|"
    rf"(?<![a-z0-9])(?:[a-z]{{4}}[ -]?[0-9]{{4}}[ -]?[0-9]{{2}}[0-9a-z][0-9]|[0-9]{{3}}[ -]?[0-9]{{3}}[ -]?[0-9]{{3}}"
    rf"|[12][0-9]{{7}}|[0-9]{{4}}[-/.][0-9]{{2}}[-/.][0-9]{{2}}|[0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.][0-9]{{4}}"
    rf"|(?:[0-9]{{1,2}}(?:er|st|nd|rd|th)? (?:of )?)?{MONTH}\.? (?:[0-9]{{1,2}}(?:st|nd|rd|th)?,? )?[12][0-9]{{3}})(?![a-z0-9])"
)
_WORD: Final = compiled("[a-z]+")
_DIGIT: Final = compiled("[0-9]")
#: What a line says that answers, but for the value.
_FILLERS: Final = frozenset(
    """oui yes yeah yep ok okay sure certainly certainement bien sur of course absolument d accord c est it s is voici voila le la
    here you go on the mon ma my numero number no num nas sin nam ramq ddn dob date naissance birth born ne nee je suis i was am
    merci thanks thank svp please bonjour bonsoir hi hello hey allo salut reponse answer r a q rep moi me client cliente
    customer citoyen citizen user visitor visiteur patient patiente usager parent
    sorry desole desolee for pour de du it un une mes son sa
    his her their il elle he she madame monsieur mme mr mrs m ms so donc alors then and et they are these
    sont ce deux both respectively respectivement
    no non yet encore doing sending giving now fais envoie donne maintenant lol mdr haha hehe hihi""".split()
)
#: A customer's number is none of these, whoever asks for them.
_BEARER: Final = (
    r"(?:clients?|clientes?|customers?|users?|patients?|patientes?|usager|usagere|citizen|citoyen|parent)"
)
_OF_BEARER: Final = compiled(
    rf"(?<![a-z]){_BEARER}(?:'s)? (?:no|num|numero|number)(?![a-z])"
    rf"|(?<![a-z])(?:no|num|numero|number) (?:de |d'|du |of )?(?:mon |my |the |le )?{_BEARER}(?![a-z])"
)
#: In the sentence that names something: it is not wanted.
_REFUSES: Final = compiled(
    r"(?<![a-z])(?:never|jamais|(?:do not|don't|no) (?:need|send|give|write|ask)|not (?:needed|required|necessary|ask)"
    r"|pas (?:besoin|requise?|necessaire|demande|a (?:fournir|donner))"
    r"|ne (?:donnez|envoyez|fournissez|mettez|transmettez|demandons) pas)(?![a-z])"
)
#: In a question: it is about some day.
_DAY_ASKED: Final = compiled("(?<![a-z])(?:dates?|quand|when|jour|day)(?![a-z])")
#: What a line that asks ends in.
_ENDS: Final = ("?", ":", ".", "!")
#: Between two sentences; a figure goes on after a shortened month.
_STOPS: Final = compiled(r"[.!?](?= |$)")
_SENTENCE: Final = compiled(r"(?:[^.!?]++|[.!?](?! {1,2}[a-z]| *[\r\n]))++[.!?]*+")
_SHORT: Final = 25
#: A line that only greets or agrees is no title of the next.
GREETS: Final = compiled(
    r"(?:(?:sure|yes|ok|okay|certainly|of course|here (?:you go|it is|they are)|oui|bien sur|certainement|d'accord|voici|voila"
    r"|hello|hi|bonjour|bonsoir|thanks|thank you|merci|no problem|pas de probleme)[ ,.!:;]*){1,3}"
)
#: A line that its value goes on behind.
_GOES_ON: Final = compiled(r"(?<![a-z])(?:is|was|est|etait|c'est|le|bears|porte|number|numero|no|no\.)\Z")
#: What a line asks for: the number of something else.
_OTHER_ASKED: Final = compiled(rf"(?<![a-z])(?:{NUMBER_OF})")
#: A last clause that names the number anew, whatever the line says before it: "…, le bon numéro est".
_ANEW: Final = compiled(
    r"[,;.] (?:(?:mais|but|et|and|so|donc|alors|voici) )?(?:(?:the|le) (?:right|correct|real|good|bon|vrai)"
    r"|mon|my|son|his|her)(?: (?:nas|sin|numero|number|no|one))*(?: correct| exact)? (?:is|was|est|c'est)\Z"
)
#: The number of a question: "Q3. ", "3) ".
_QUESTION_MARK: Final = compiled(r"[> ]{0,6}(?:q(?:uestion)?[ .]?)?[0-9]{1,2} ?[.):\-] (?=[a-z])")
#: The header of a message, or of a letter.
_HEADER: Final = compiled(r"(?<![a-z])date ?:")
_MOST_WORDS: Final = 10
_LONGEST: Final = 100
_BELOW: Final = 500
_ABOVE: Final = 2000
_LINE: Final = 160
#: So many lines with figures may follow before the answer.
_OTHERS: Final = 8


def asked_for(page: Page, cues: Iterable[Cue]) -> list[Cue]:
    """Those of the cues whose line asks for what they name, and whose sentence does not refuse it."""
    return [
        cue
        for cue in cues
        if _asks(page.lower, *(line := _line_of(page, cue)))
        and not _REFUSES.search(
            _STOPS.split(page.lower[line[0] : cue.start])[-1]
            + _STOPS.split(page.lower[cue.start : line[1]])[0]
        )
    ]


def _asks(lower: str, start: int, end: int) -> bool:
    """Whether something is asked for in lower[start:end]."""
    return lower.find("?", start, end) >= 0 or _ASKS.search(lower, start, end) is not None


def answers(page: Page, asked: Iterable[Cue], figures: int = 1) -> Iterator[tuple[Cue, tuple[int, int]]]:
    """The questions, and where the sentences stand that may answer: those with so many figures at least, near one, under no
    title of their own.

    Each once, in order of the questions; linear: so many characters for a question, and no line twice.
    """
    read = 0
    for cue in asked:
        first, last = _line_of(page, cue)
        if first > read and _is_quoted(page, max(read, first - _ABOVE - _LINE), first + 1):
            above = _lines(page, max(read, first - _ABOVE), first, figures)
            yield from ((cue, line) for line in above if not _answers_quoted(page.lower, line[0]))
        title = _title_after(page.lower[cue.end : last])
        below = _lines(page, max(read, last), min(len(page.lower), last + _BELOW), figures, title)
        yield from ((cue, line) for line in below)
        read = max(read, last + _BELOW)


def _is_quoted(page: Page, start: int, end: int) -> bool:
    """Whether something in lower[start:end] says that what follows was written before."""
    lower = page.lower
    return _QUOTED.search(lower, start, end) is not None or any(
        lower.rfind("\n", max(start, said.start() - _WRITER - 1), said.start()) >= 0
        or (start == 0 and said.start() <= _WRITER)
        for said in _WROTE.finditer(lower, start, end)
    )


def _answers_quoted(lower: str, start: int) -> bool:
    """Whether a quoted question stands right above the line at lower[start:], which answers that: "> Her file?\\n936994649"."""
    line = lower.rfind("\n", 0, start) + 1
    above = lower[max(0, line - _LINE) : line].rstrip(" \r\n").rpartition("\n")[2]
    return above.startswith(">") and above.endswith("?")


def says_only(page: Page, line: tuple[int, int], start: int, end: int, also: Set[str] = frozenset()) -> bool:
    """Whether the sentence holds nothing but the value at [start, end), other values, a greeting, a name and the like.

    `also` are other words that it may hold.
    """
    rest = page.lower[line[0] : start] + " " + page.lower[end : line[1]]
    rest = _TIME.sub(" ", _VALUE.sub(" ", rest))
    words = _WORD.findall(rest)
    return (
        len(words) <= _MOST_WORDS
        and not _DIGIT.search(rest)
        and not _HEADER.search(rest)
        and not _OF_BEARER.search(rest)
        and all(word in _FILLERS or word in GIVEN or word in also for word in words)
    )


def _line_of(page: Page, cue: Cue) -> tuple[int, int]:
    """Where the cue's line begins and ends, or so far from it; with the one that it goes on from, or over, where quotes wrap."""
    lower = page.lower
    start = lower.rfind("\n", max(0, cue.start - _LINE), cue.start) + 1
    end = lower.find("\n", cue.end, cue.end + _LINE)
    if start and lower.startswith(">", start) and not lower.endswith(_ENDS, 0, start - 1):
        above = lower.rfind("\n", max(0, start - _LINE), start - 1) + 1
        start = above if lower.startswith(">", above) else start
    if end >= 0 and lower.startswith("\n>", end) and not lower.endswith(_ENDS, 0, end):
        below = lower.find("\n", end + 1, end + _LINE)
        end = below if below >= 0 else end
    return start or max(0, cue.start - _LINE), end if end >= 0 else min(len(lower), cue.end + _LINE)


def _title_after(asked: str) -> str:
    """What the line of a question says after it, as a title of the next line, or "": "… your SIN? My file"."""
    rest = _STOPS.split(asked)[1:]
    words = _WORD.findall(rest[-1]) if rest else []
    return f"{rest[-1]}:" if any(word not in _FILLERS for word in words) else ""


def _lines(page: Page, start: int, end: int, figures: int, title: str = "") -> Iterator[tuple[int, int]]:
    """The sentences with so many figures of the lines in lower[start:end]; none under a title that tells what else these are."""
    others = 0
    last = min(len(page.lower), end + _LONGEST)
    while start < end and others < _OTHERS and page.shape.count(b"0", start, last) >= figures:
        stop = page.lower.find("\n", start, last)
        stop = stop if stop >= 0 else last
        if start == 0 or page.lower[start - 1] == "\n":
            stamp = _STAMPED.match(page.lower, start, stop)
            first = stamp.end() if stamp else start
            if mark := _QUESTION_MARK.match(page.lower, first, stop):
                first = mark.end()
            if held := page.shape.count(b"0", first, stop):
                if held >= figures:
                    yield from _sentences(page, first, stop, figures, title)
                others += 1
            elif line := page.lower[first:stop].strip(" >\r"):
                title = "" if GREETS.fullmatch(line) else line
        start = stop + 1


def _sentences(page: Page, start: int, end: int, figures: int, title: str) -> Iterator[tuple[int, int]]:
    """The sentences with so many figures in lower[start:end]; not the last of a piece of a line, which may go on."""
    said = ""
    for one in _SENTENCE.finditer(page.lower, start, end):
        first, last = one.span()
        if (
            last - first <= _LONGEST
            and page.shape.count(b"0", first, last) >= figures
            and (last < end or page.lower[end : end + 1] in ("", "\n"))
            and not _is_title(title)
            and not (said and OTHER_NUMBER.search(said[-_SHORT:]))
        ):
            yield first, last
        if last < end and len(one[0].strip()) > len("q."):
            title = said = one[0]


def _is_title(line: str) -> bool:
    """Whether the line names what the next one holds: another number or event."""
    line = line.strip(" >\r")
    goes_on = _GOES_ON.search(line) is not None and not _ANEW.search(line)
    if (len(line) <= _SHORT or goes_on) and OTHER_NUMBER.search(line):
        return True
    asks = _asks(line, 0, len(line))
    if asks and _OTHER_ASKED.search(line) and not SINS.search(line):
        return True
    if asks and not (line.endswith(_ENDS) and _DAY_ASKED.search(line)):
        return False
    return (line.endswith(":") and not asks) or OTHER_EVENT.search(line) is not None
