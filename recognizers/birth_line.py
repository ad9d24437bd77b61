"""A line of a list that somebody made himself, read as a row: who it is, and a date that is all of a cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from recognizers.birth_candidate import RECENT
from recognizers.birth_family import RELATIVES
from recognizers.birth_vetoes import OTHER_EVENT, SINCE_THEN, WROTE
from recognizers.dates import WrittenDate, dates_in
from recognizers.everyday import is_everyday, is_name
from recognizers.glance import lines_of_dates, straighten
from recognizers.page import Page
from recognizers.patterns import compiled
from recognizers.sin_other_labels import OTHER_NUMBER

#: What parts the cells of a row: what stands between one and the next.
_BETWEEN: Final = compiled(r" {0,12}([|;\t]|\.{2,}) ?| (/) | (-{1,2}) |([,:]) | {2}")
#: What may open a row before its first cell: a bullet, a number, a letter, an hour, a dwelling's or a bed's number.
_OPENS: Final = compiled(
    r"[ >*\x7f\"\[-]{0,6}(?:(?:#?[0-9]{1,9}[a-z]?[.)\]:]?|[a-z][.)]|\([a-z0-9]{1,2}\)|[0-9]{1,2}[:h][0-9]{2}"
    r"|(?:log|lit|bed|ch|chambre|room|rm|unit|apt?|app|banc|line|ligne|no)[. ]{1,2}#?[0-9a-z]{1,4}(?![0-9a-z]))[ \t|:;,-]{1,6})?"
)
_FIRST: Final = compiled(
    r"(?:(?:mon|ma|my|notre|our|son|sa|his|her|leur|their|l[ea]|the|mme|mr?s?|mlle|ms)[. ]+|l')?(?P<first>[a-z][a-z'-]*)"
)
_WORD: Final = compiled("[A-Za-z][A-Za-z'-]*")
#: Of a cell what is not the name itself; and a name with an initial, whatever word it may be besides.
_ASIDE: Final = compiled(r" ?\([^()\n]{0,40}\)")
_WITH_INITIAL: Final = compiled(r"[A-Z][a-z'-]+(?:-[A-Z]|,? [A-Z]\.?)\Z")
#: A date is all of its cell: what may stand before it there, and behind it.
_LED: Final = compiled(
    r"(?:\A|[|;\t=]|\.{2}| -{1,2}|[,:] | /| {2}|[\"\[(]) ?"
    r"(?:(?:just|le|on|the|nee?|born|b\.|ddn|dob|passe?port) ?(?:: ?)?){0,2}\Z"
)
_ENDS: Final = compiled(
    r"(?:\?{1,3}(?= )|[?!*\"'\])]{0,3}) {0,2}(?:(?<=\? )|(?<=\) )(?=[a-z])"
    r"|\Z|\n|[,;/|\t(=]|\.(?![0-9])|-{1,2}[ >]| (?=[\x7f(])|(?<=  )| (?=\Z|\n))"
)
_NEXT_CELL: Final = compiled(r"[ ,;/|\t(=.?!*\"'\]):>-]*([^|;\t,/\n)]{0,30})")
#: What somebody is, not what befell him on that day, unless a day's word follows.
_STATE: Final = compiled(
    r"(?<![a-z])(?:(?:(?:work |open |study )?permi[st](?: (?:ouvert|ferme|de travail|d'etudes))?"
    r"|retraitee?|retired|mariee?|married|divorcee?|separee?|adoptee?|adopted|parrainee?"
    r"|sponsored|citoyen(?:ne)?|citizen|premiere?|immigrante?|refugiee?|demandeure?|refugee|passe?port|mort-nee?"
    r"|stillborn|(?:autorisation|authorization|consentement|consent|permission|formulaire|form) (?:(?:recu|signe|obtenu|refuse"
    r"|manquant)e?|received|missing|signed|given|pending|needed|ok))(?! (?:le|on|en|in|since|depuis|du|d'))"
    r"|(?:lives|living|habite|works?|working|travaille) [a-z])"
)
_FIGURE: Final = compiled("[0-9]")
#: What was done with somebody, or was due, at that day.
_DONE: Final = compiled(
    r"(?<![a-z])(?:absen|presen|visite?|vaccin|hir(?:ed?|ing)(?![a-z])|retard|late(?![a-z])|vue?(?![a-z])|seen|examen|exam(?![a-z])|test"
    r"|dose|annul|cancel|confirm|entrevue|interview|reunion|meeting|depart|retour|return|conge|leave|left|quitte|parti(?![a-z])|rentre"
    r"|debut|fin(?![a-z])|fired|congedi|mis a pied|laid off|constitu|incorpor|depose|verse|rembours|blesse|injur|malade|sick"
    r"|quart|shift|jour|day(?![a-z])|date|closed?|opened|livr|deliver|appel|call|cours|class(?![a-z])|seance|session|rapport|report|inspect)"
)
#: So many words name somebody at most.
_MOST_WORDS: Final = 5
#: Between two lists: an empty line, be it quoted, or the heads of the next one's columns.
_PARTS_LISTS: Final = compiled(
    r"\n[ >\r]*\n|\n[ >|*]{0,12}(?:(?:full|last|first|family|given) )?(?:noms?|names?|prenoms?|personnes?|persons?|people"
    r"|enfants?|child(?:ren)?|patiente?s?|cliente?s?|employee?s?|membres?|members?|assuree?s?|date)"
    r"(?: [a-z]+)?[ *]{0,3}[|\t;][^0-9\n]*\n"
)
_MOST_CELLS: Final = 4
#: Such a cell leads to a day on which something was.
_ON_A_DAY: Final = compiled(r"(?<!nee)(?<! ne)(?<!born) (?:le|on|du|depuis|since|until|jusqu'au)\Z")
_LONGEST_LED: Final = 24
_FEWEST_NAMES: Final = 2
#: Who handles a file, or signs; and a cell that has nothing, so that the date behind it is another column's.
_HANDLES: Final = compiled(
    r"(?:agente?|commis|clerk|signatur|signe|temoin|witness|medecin|doctor|dr(?![a-z])|facture|contact|avocate?|notaire|notary|lawyer"
    r"|intervenante?|teacher|educat|par(?![a-z])|by(?![a-z])|from(?![a-z])|refer|demande|request)"
)
_BLANK: Final = compiled(
    r" ?(?:n/a|s/o|a venir|to come|a confirmer|tbd|pending|unknown|inconnue?|none|aucune?|refus|manqu"
    r"|missing|-{1,3}|\?{1,3})[^a-z]*\Z"
)
#: A row is no longer.
LONGEST: Final = 240
KIN: Final = frozenset(
    f"""{RELATIVES} kid boy girl gars soeur sour frere cadet cadette aine ainee moi me her him lui elle petit petite cousin
    cousine niece neveu nephew tante oncle aunt uncle chum blonde stepson stepdaughter stepmother stepfather grandson
    granddaughter grandmother grandfather grandma grandpa memere pepere mamie papi nana
    youngest oldest eldest older younger""".split()
)
_PARTICLES: Final = frozenset("de du des d la le les l van von et and mme mr mrs ms mlle dr st ste".split())
_CHILD: Final = compiled(
    r"(?<![a-z])(?:bab(?:y|ies)|bebes?|bb|newborn|nouveau-ne|nourrisson|poupon|(?:grand|step)?(?:son|daughter)|kid|fils|fille|child|enfant"
    r"|petite?|boy|girl|garcon|gars|jumeaux?|jumelles?|twins?|youngest|younger|cadette?|dernier|derniere)(?![a-z])"
)


class Cell(NamedTuple):
    """A date that is all of its cell, and where the window begins in which it is read."""

    first: int
    written: WrittenDate


class Line(NamedTuple):
    """A row: where it and its first cell stand, what parts its cells, who it is, whether a relative or a name that is known."""

    start: int
    end: int
    begin: int
    mark: str
    who: str
    kin: bool
    known: bool

    @property
    def opened(self) -> bool:
        """Whether a bullet, a number or the like opens it."""
        return self.begin > self.start


def dated_lines(page: Page) -> list[tuple[int, int]]:
    """The lines that may hold a date: where each begins and ends."""
    return lines_of_dates(page.lower, page.shape)


def dated_lists(page: Page) -> Iterator[list[tuple[int, int]]]:
    """Those of each list, where there are two or more."""
    lines: list[tuple[int, int]] = []
    last = -1
    for start, end in page.once(dated_lines):
        # What parts two lists is a line at least.
        if (
            lines
            and start > last + 1
            and (page.lower.find("\n\n", last, start) >= 0 or _PARTS_LISTS.search(page.lower, last, start))
        ):
            if len(lines) > 1:
                yield lines
            lines = []
        lines.append((start, end))
        last = end
    if len(lines) > 1:
        yield lines


def line_at(page: Page, start: int, end: int) -> Line | None:
    """The line lower[start:end] as a row, if it begins with somebody and something parts its cells. Linear."""
    if not 0 < end - start <= LONGEST:
        return None
    opened = _OPENS.match(page.lower, start, end)
    begin = opened.end() if opened else start
    who = _somebody(page, begin, end)
    return Line(start, end, begin, *who) if who else None


def cells_of(page: Page, flat: str, row: Line) -> list[Cell]:
    """The dates of a row that are all of their cells."""
    return [
        Cell(row.begin, one)
        for one in dates_in(page.today, straighten(flat[row.begin : row.end]))
        if one.days and _is_all(page, row.begin, row.begin + one.start, row.begin + one.end, row.end)
    ]


def is_of_a_child(page: Page, row: Line, cell: Cell) -> bool:
    """Whether what stands before the date calls somebody a child."""
    return _CHILD.search(page.lower, row.begin, cell.first + cell.written.start) is not None


def _somebody(page: Page, begin: int, end: int) -> tuple[str, str, bool, bool] | None:
    """Whether one of the first cells of lower[begin:end] is somebody: what parts the first from the next, that cell, whether a
    word for a relative tells it, or a name that is known.
    """
    parts = ""
    for number, between in enumerate(_BETWEEN.finditer(page.lower, begin, end)):
        if number == _MOST_CELLS:
            return None
        at, after = between.span()
        mark = (between[between.lastindex] if between.lastindex else " ").strip(".") or "."
        parts = parts or mark
        cell = page.text[begin:at].strip(" \"'")
        if "(" in cell:
            cell = _ASIDE.sub("", cell)
        begin = after
        first = _FIRST.match(cell.lower())
        if first is None:
            continue
        if _HANDLES.match(first["first"]):
            return None
        kin, known = _called(cell, first["first"], mark if number == 0 else ":")
        if (kin or known is not None) and not OTHER_NUMBER.search(cell.lower()):
            return parts, cell, kin, bool(known)
    return None


def _called(cell: str, word: str, mark: str) -> tuple[bool, bool | None]:
    """Whether a cell that begins with `word` calls a relative; whether it has a known name (None: nobody's). `mark` ends it."""
    if word in KIN or word.rpartition("-")[2] in KIN:
        return True, True
    if _WITH_INITIAL.match(cell):
        return False, True
    words = _WORD.findall(cell)
    if len(words) > _MOST_WORDS or not _are_names(words):
        return False, None
    if any(is_name(one.lower().partition("-")[0]) for one in words):
        return False, True
    return False, False if (mark in "|;\t" if len(words) < _FEWEST_NAMES else mark != ":") else None


def _are_names(words: list[str]) -> bool:
    """Whether the words may be somebody's names: none an everyday word, all with capitals or none."""
    capital = [one[0].isupper() for one in words if one.lower() not in KIN and one.lower() not in _PARTICLES]
    return all(capital) is any(capital) and not any(
        is_everyday(one.lower()) and one.lower() not in KIN and one.lower() not in _PARTICLES for one in words
    )


def _is_all(page: Page, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether the date lower[start:end] is all of its cell, and no word before or behind it says what else it is of."""
    lower = page.lower
    if not _LED.search(lower, max(begin, start - _LONGEST_LED), start) or not _ENDS.match(lower, end, stop):
        return False
    if WROTE.match(lower, end):
        return False
    before = _BETWEEN.split(_ASIDE.sub("", lower[begin:start]).rstrip(' ,;:/|\t-.("[='))[-1]
    if _BLANK.fullmatch(before) or _ON_A_DAY.search(before) or tells_a_deed(before):
        return False
    after = _NEXT_CELL.match(lower, end, stop)
    said = after[1] if after else ""
    return bool(_FIGURE.search(said)) or not tells_a_deed(said)


def tells_a_deed(said: str) -> bool:
    """Whether a cell says what befell somebody, or was done, rather than what he is."""
    said = _STATE.sub("", said)
    return any(told.search(said) for told in (OTHER_EVENT, SINCE_THEN, _DONE))


def is_recent(page: Page, cell: Cell) -> bool:
    """Whether the date may be one of what people write of now rather than a birth."""
    return not all(page.today - day > RECENT for day in cell.written.days)
