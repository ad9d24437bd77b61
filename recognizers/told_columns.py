"""Cells under heads that a sentence names, above or below the rows: "Colonnes : statut, naissance, NAS"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from recognizers.cues import gate, vocabulary
from recognizers.glance import places, standing
from recognizers.page import Page
from recognizers.patterns import Pattern, compiled
from recognizers.table import cells_below

#: What heads a date of birth, and a SIN.
HEAD_OF_BIRTH: Final = compiled(
    r"(?<![a-z])(?:(?:nee?|born|d\.?o\.?b|d\.?d\.?n|date de n)(?![a-z])|nais|birth|date_?(?:de_?)?(?:nais|birth))"
)
HEAD_OF_NUMBER: Final = compiled(
    r"(?<![a-z])(?:(?:nas|sin|ssn|n\.a\.s|s\.i\.n|social)(?![a-z])|assurance sociale|neuf chiffres|nine[ -]digits?(?![a-z]))"
)
_COLUMN: Final = vocabulary("column colonne col".split())
_COLUMNS: Final = vocabulary(
    """colonnes columns headers headings champs fields tete tetes ordre order ligne line rangee row abord first
    tableau table format""".split()
)
_HEADS: Final = r"((?:[^.:\n\r()0-9]|\.(?=[a-z])){5,200})"
#: Words of the head of a column of national numbers.
_NATIONAL: Final = vocabulary("national nationale nat nationalid nid".split())
#: Closed on pages that tell of no heads.
HEADS_TOLD: Final = gate(_COLUMN | _COLUMNS | _NATIONAL)
#: What says that heads follow, and them: "En-têtes des colonnes : statut, …", "The columns are status, …"; "Order's the same as
#: on your form: last name, …", "each row has the name, …", "d'abord le NAS, puis …".
_SAID: Final = compiled(
    r"(?<![a-z])(?:(?:colonnes|columns|headers|headings|champs|fields|en-tetes?)"
    r"(?:,? (?:des|de|du|of|the|in|dans|l'|order|ordre|colonnes|columns|tableau|table|from|left|to|right|gauche|a|droite)){0,5}"
    r"(?: ?[:=]| (?:are|sont)(?: ?:)?)"
    r"|(?:tableau|table|format)(?: (?:se lit|reads|goes|is|est))?(?: (?:ainsi|comme suit|as follows|like this|so))? ?:"
    r"|(?:ordre|order)(?:'s| is| est| goes)?[^.:\n0-9]{0,48}:"
    r"|(?:each|every|chaque|par|per) (?:line|row|ligne|rangee)(?:,| (?:has|have|gives|is|shows|holds|contains|reads|donne"
    r"|contient|comporte|indique|porte|a|est))?(?: ?:)?(?:(?: d'abord| first),?)?"
    rf"|(?:d'abord|first)(?=[^.:\n0-9]{{3,40}}(?<![a-z])(?:puis|ensuite|then)(?![a-z]))) ?{_HEADS}"
)
#: … that they are those of a list elsewhere: "dans le même ordre que dans votre tableau"; and such a list, of what is asked for.
_SAME_ORDER: Final = compiled(
    r"(?<![a-z])(?:(?:meme|l') ?ordre qu[e'] ?|same order (?:as|that) |order of )[a-z' ]{0,24}"
    r"(?:tableau|formulaire|liste|courriel|lettre|demande|message|questions?|table|forms?|list|e?mail|letter|request)(?![a-z])"
)
_ORDERS: Final = ("order", "ordre")
_ASKED: Final = compiled(
    r"(?<![a-z])(?:fournir|donner|transmettre|indiquer|envoyer|inscrire|provide|send|give|need|enter|colonnes|columns|champs"
    rf"|fields)(?![a-z])[^.:\n0-9]{{0,60}} ?: ?{_HEADS}"
)
_BETWEEN: Final = compiled(
    r" ?[,;/|] ?(?:(?:et|and|puis|then|ensuite|enfin|finally) ){0,2}| (?:et|and|puis|then)(?: (?:then|ensuite|enfin|finally))? "
)
#: The heads in brackets, and behind them the one row: "payroll line (last,first,SIN,DOB): Roy,Luc,130692544,1985-04-12".
_BRACKETED: Final = compiled(
    r"(?<![a-z])(?:colonnes|columns|headers|headings|champs|fields|ordre|order|ligne|line|rangee|row|format)"
    r"(?: [a-z'-]{2,12}){0,3} ?"
    r"\(([a-z][a-z _.'/-]{1,24}(?:, ?[a-z][a-z _.'/-]{1,24}){2,12})\) ?[:=] ?"
)
_BEHIND_BRACKET: Final = ("):", ") :", ")=", ") =")
#: The same one by one: "First column is our number, second the name, third the birth date", "(col. 1 code, 2 HIN, 3 birth)".
_PLACES: Final = {
    word: place
    for place, words in enumerate(
        (
            "first premiere 1st 1re 1ere", "second deuxieme seconde 2nd 2e", "third troisieme 3rd 3e", "fourth quatrieme 4th 4e",
            "fifth cinquieme 5th 5e", "sixth sixieme 6th 6e", "seventh septieme 7th 7e", "eighth huitieme 8th 8e"
        )
    )
    for word in words.split()
}  # fmt: skip
_PLACE: Final = rf"(?:{'|'.join(_PLACES)}|[1-8](?![0-9a-z.,/-]))"
_FIRST: Final = compiled(
    r"(?<![a-z])(?:(?:first|1st|premiere|1re|1ere) col(?:umn|onne)|col(?:umn|onne|\.)? ?1(?![0-9.,/-]))"
)
_ONE: Final = compiled(
    rf"(?:\A|[ ,;(\n]) ?(?:(?:the|la|in|dans|et|and|puis|then) ){{0,2}}(?:col(?:umn|onne|\.)? ?)?(?P<place>{_PLACE})(?![0-9a-z])"
    r"(?: (?:column|colonne|one|is|est|has|contains|contient|gives|donne)(?![a-z]))*[ :=]{1,3}"
    r"(?P<name>[a-z][a-z.'/\n -]{1,40}?)(?= ?[,;)(]| (?:et|and|puis|then) |\. |\n(?=[^a-z\n]{0,4}[0-9\n])|\Z)"
)
_ORDERED_REACH: Final = 320
#: Where somebody was born, and as which child.
_NOT_IT: Final = compiled(r"(?<![a-z])(?:lieu|place|pays|country|ville|city|rang|order)(?![a-z])")
#: What a line beside a table says of the column of national numbers: "NATIONAL_ID type = SIN (CAN)".
_IDS: Final = vocabulary("id nationalid nid".split())
_TYPED: Final = compiled(
    r"(?<![a-z_])(?P<name>(?:nat(?:ional)?[ _]?id|nid|id[ _]nat(?:ional)?e?)(?:[ _](?:no|num|nbr|number))?)"
    r"(?:[ _](?:type|typ|country|pays|column|field))?[\"')]{0,2} ?(?:[=:]|(?:is|are|est|holds|contains|contient)(?![a-z])) ?"
    r"(?P<what>[a-z'() ]{3,40})"
)
#: What parts cells, the surest first.
_MARKS: Final = {
    "|": compiled(r"\|"),
    "\t": compiled("\t"),
    ";": compiled(";"),
    " / ": compiled(" / "),
    "  ": compiled(" {2,40}"),
    ",": compiled(","),
}
_FIGURE: Final = compiled("[0-9]")
#: No more rows are read, nor longer ones, nor such with fewer cells or with more of them left of those that are named.
_MOST_ROWS: Final = 60
_LONGEST: Final = 300
_FEWEST_CELLS: Final = 2
_MORE: Final = 1


def told_cells(page: Page, head: Pattern) -> Iterator[tuple[int, int]]:
    """The cells of the columns that a sentence names like `head`, without the spaces around them.

    Counted from the right, where the sentence does not count them itself.
    """
    if not page.words.isdisjoint(_COLUMN):
        yield from _counted_cells(page, head)
    if not (page.words.isdisjoint(_IDS) or page.words.isdisjoint(_NATIONAL)):
        yield from _typed_cells(page, head)
    if page.words.isdisjoint(_COLUMNS):
        return
    for cells, names in page.once(_in_brackets):
        yield from (
            cell
            for cell, name in zip(cells, names, strict=False)
            if head.search(name) and not _NOT_IT.search(name)
        )
    for said, names in page.once(_told_heads):
        columns = [
            place - len(names)
            for place, name in enumerate(names)
            if head.search(name) and not _NOT_IT.search(name)
        ]
        for cells in _rows(page.lower, said.start(), said.end(), len(names)) if columns else ():
            yield from (cells[column] for column in columns)


def _typed_cells(page: Page, head: Pattern) -> Iterator[tuple[int, int]]:
    """The cells below a head of national numbers, where a line beside the table says which these are."""
    for typed in page.once(_types):
        name = typed["name"] if head.search(typed["what"]) else ""
        for at in places(name, page.lower) if name else ():
            if at != typed.start():
                yield from cells_below(page.lower, at, at + len(name))


def _types(page: Page) -> Iterator[re.Match[str]]:
    """The first line that tells of which kind national numbers are."""
    if typed := _TYPED.search(page.lower):
        yield typed


def _told_heads(page: Page) -> Iterator[tuple[re.Match[str], list[str]]]:
    """What tells of heads, and these."""
    lower = page.lower
    for said in _SAID.finditer(lower):
        yield said, _BETWEEN.split(said[1].strip())
    if standing(_ORDERS, lower) and (same := _SAME_ORDER.search(lower)):
        for asked in _ASKED.finditer(lower):
            yield same, _BETWEEN.split(asked[1].strip())


def _in_brackets(page: Page) -> Iterator[tuple[list[tuple[int, int]], list[str]]]:
    """The cells of a row that follows its heads, which stand in brackets, on one line; and these."""
    if not standing(_BEHIND_BRACKET, page.lower):
        return
    for told in _BRACKETED.finditer(page.lower):
        end = page.line_end(told.end(), _LONGEST)
        names, cells, at = told[1].split(","), [], told.end()
        for cell in page.lower[at:end].split(","):
            lead = len(cell) - len(cell.lstrip())
            cells.append((at + lead, at + len(cell)))
            at += len(cell) + 1
        if len(cells) >= len(names):
            yield cells, names


def _counted_cells(page: Page, head: Pattern) -> Iterator[tuple[int, int]]:
    """The cells of the columns that a sentence counts: "first column is our number, second …"."""
    for first in _FIRST.finditer(page.lower):
        told: dict[int, str] = {}
        end = first.end()
        for one in _ONE.finditer(page.lower, max(0, first.start() - 1), first.start() + _ORDERED_REACH):
            place = _PLACES.get(one["place"])
            place = int(one["place"]) - 1 if place is None else place
            if place != len(told):
                break
            told[place] = one["name"]
            end = one.end()
        columns = [place for place, name in told.items() if head.search(name) and not _NOT_IT.search(name)]
        for cells in _rows(page.lower, first.start(), end, len(told)) if columns and len(told) > 1 else ():
            yield from (cells[column] for column in columns)


def _rows(lower: str, first: int, last: int, named: int) -> list[list[tuple[int, int]]]:
    """The cells of the rows right below the sentence lower[first:last], or else above it, that have as many as are `named`."""
    for down in (True, False):
        rows: list[list[tuple[int, int]]] = []
        for start, end in _lines(lower, first, last, down=down):
            cells = _cells(lower, start, end)
            if not cells and not rows and not lower[start:end].strip():
                continue
            if not named <= len(cells) <= named + _MORE or (rows and len(cells) != len(rows[0])):
                break
            rows.append(cells)
        if rows:
            return rows
    return []


def _lines(lower: str, first: int, last: int, *, down: bool) -> Iterator[tuple[int, int]]:
    """The lines below the sentence, or those above it from the last on."""
    start = lower.rfind("\n", max(0, first - _LONGEST), first) + 1
    end = lower.find("\n", last, last + _LONGEST)
    for _ in range(_MOST_ROWS):
        if down:
            if end < 0:
                return
            start, end = end + 1, lower.find("\n", end + 1, end + 1 + _LONGEST)
            yield start, end if end >= 0 else min(len(lower), start + _LONGEST)
        else:
            if start <= 0:
                return
            end = start - 1
            reach = max(0, end - _LONGEST)
            start = max(reach, lower.rfind("\n", reach, end) + 1)
            yield start, end


def _cells(lower: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a line that holds marks between them and a figure."""
    first = end - len(lower[start:end].lstrip(" >"))
    line = lower[first:end].rstrip()
    mark = next((one for one in _MARKS if one in line), "")
    if not mark or not _FIGURE.search(line):
        return []
    cells, at = [], 0
    for found in (*_MARKS[mark].finditer(line), None):
        cell = line[at : found.start() if found else len(line)]
        inner = cell.strip(' >"*')
        begin = first + at + cell.find(inner)
        cells.append((begin, begin + len(inner)))
        at = found.end() if found else at
    if mark == "|":
        cells = cells[line.startswith(mark) : len(cells) - line.endswith(mark)]
    return cells if len(cells) >= _FEWEST_CELLS else []
