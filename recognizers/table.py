"""Tables inside plain text: pipes, tabs, CSV, spaced slashes, or columns lined up with spaces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from recognizers.patterns import Pattern, compiled


class _Row(NamedTuple):
    """A line, or those that a quoted cell goes on over, read as a row of a table: no cells where it is none, or too long."""

    start: int
    end: int
    mark: str
    cells: list[tuple[int, int]]
    #: A rule, or an empty line.
    rule: bool


#: What is remembered of the lines of a text that were read as rows: by where each begins and the mark between its cells, which is
#: yet to be told of a header.
Headers = dict[tuple[int, str], _Row]
_TO_BE_TOLD: Final = "?"
#: A line longer than this, or a column further right, is not read as a table row: keeps hostile tables linear.
_LONGEST_LINE: Final = 2000
_LAST_COLUMN: Final = 40
_CELLS: Final = {
    mark: compiled(rf'[ >]*(?:"(?:[^"]|"")*"[^{mark}\n]*|[^{mark}\n]*)') for mark in ("|", "\t", ";", ",")
}
#: The comma of a table whose header has none before a space: "May 4, 1930" is one cell there.
_TIGHT: Final = ",,"
_CELLS[_TIGHT] = compiled(r'[ >]*(?:"(?:[^"]|"")*"[^,\n]*|(?:[^,\n]|, )*)')
#: A slash with a space on each side; one within a cell has none: "1985/04/12". Two cells so parted are a label in two languages.
_SLASH: Final = "/"
_CELLS[_SLASH] = compiled("[ >]*(?:[^/\n]|/(?! )|(?<! )/)*")
_SLASHED: Final = compiled("[^/\n]+ / [^/\n]+ / [^\n]")
#: Marks of formats in which quotation marks enclose cells.
_QUOTING: Final = frozenset((",", _TIGHT, ";", "\t"))
_OPENING: Final = compiled('[ >]*"')
_QUOTED: Final = compiled('"(?:[^"]|"")*"')
#: A quoted cell goes on over at most so many line ends.
_MOST_WRAPS: Final = 4
#: So many rules and empty lines may stand between a header and the first row.
_RULES: Final = 3
#: So many rows in a row may end before a column: names of groups, rows with nothing in it.
_SHORT_ROWS: Final = 4
#: Lined up with spaces, a cell has none wider than one, but in a number by threes or fours: "136  285  632".
_COLUMNS: Final = compiled(
    r"(?:[0-9]{3}  [0-9]{3}  [0-9]{3}|[a-z]{4}  [0-9]{4}  [0-9]{4})(?![^ \n])|[^ \n](?:[^ \n]| (?! ))*"
)
_FIGURE: Final = compiled("[0-9]")
#: A figure of a value, not of how many there are of them: "NAS (9 chiffres)".
_COUNT: Final = r"[0-9]{1,2} (?:chiffres|digits|figures|caracteres|characters|lettres|letters)"
#: Nor of a key: "q3_birthdate".
_VALUED: Final = compiled(rf"(?<![0-9])(?!{_COUNT}|(?<=[a-z])[0-9]{{1,2}}_[a-z])[0-9]")
#: In a header's cell such a figure, with nothing that could end the cell before it; so far behind the words it is looked for.
_VALUE_BESIDE: Final = compiled(rf'(?:[^\n|\t;,"0-9 ]++| (?! )|{_COUNT})*+[0-9]')
_BESIDE: Final = 60
#: After rules and empty lines, a line without a figure and without a mark between cells.
_NO_ROW: Final = compiled(r'[ \r>+\-=:.*\n]{0,200}+[^\n0-9"|\t;, \r>+\-=:.*][^\n0-9"|\t;,]{0,2000}+\n')
#: An empty cell of a table whose marks are no ordinary punctuation.
_EMPTY: Final = compiled(
    r'[ >"(\[]*(?:(?:n/?[ad]|s/?o|null|none|nan|nil|-{1,3}|\?{1,3}|inconnue?|unknown|vide|empty|blank|missing|manquante?|absente?'
    r'|aucune?|pending|tbd|a venir)[ "\r)\]]*)?'
)
#: Of tables with other marks, only one that says so is a cell at all: "n/a", "à venir".
_LOOSE: Final = ("", ",")
#: With so many cells a line that spaces part heads columns, where the next line has as many.
_FEWEST_LINED: Final = 3
_WORDED: Final = compiled("[a-z]")
#: Two sentences end on a line: its commas part no cells.
_SENTENCES: Final = compiled(r"[a-z]{4}[.!?] (?:[^.!?\n]++|[.!?](?! ))*+(?<=[a-z]{4})[.!?] [a-z]")
#: Wide spaces stand between all words of justified text, too: a question, or somebody who speaks.
_SPOKEN: Final = compiled(
    r"[a-z][?!](?: |\Z)|(?<![a-z'])(?:je|j'[a-z]{2,}|nous|vous|we|you|they|pourquoi|why|est|sont|is|are)(?![a-z'])"
)
#: A sentence, and heads behind it without a space between: "This is my list. last,first,dob".
_SAID_BEFORE: Final = compiled(
    r"[^,;\n]*(?:, [^,;\n]*){0,4}[a-z]{2}[.:,] {1,3}(?=[A-Za-z_]+(?:,[A-Za-z_]+){2,20}\r?\Z)"
)
#: The only bar of a line stands at its beginning.
_QUOTES: Final = compiled(r"[ >]*\|[^|]*\Z")
_RULE: Final = compiled(r"[ \r>|+\-=:.*]*\Z")


def cells_below(
    text: str, start: int, end: int, known: Headers | None = None, *, worded: bool = False
) -> Iterator[tuple[int, int]]:
    """The cells under the header text[start:end]: one (start, end) for each row that follows directly.

    Rows may be shorter or longer than the header; empty cells are passed over, and a few rows with tabs that end before the
    column. Stops at the first other line that has not that column, or whose cell holds words and no figure, if they are
    not asked for too (`worded`). `known` remembers the rows of this text between calls.
    """
    if _VALUE_BESIDE.match(text, start, end + _BESIDE):
        return
    line_start, line_end = _line(text, start)
    if line_end >= len(text) or _NO_ROW.match(text, line_end + 1):
        return
    header_start = line_start
    mark, header = _header(text, line_start, line_end, known)
    column = bisect_right(header, (start, len(text))) - 1
    if not 0 <= column <= _LAST_COLUMN or start >= header[column][1] or _VALUED.search(text, *header[column]):
        return
    if mark == "," and _VALUED.search(text, end, line_end):  # a label with its value
        return
    blank, short = 0, 0
    while line_end < len(text):
        row = _row(text, line_end + 1, mark, known)
        line_start, line_end = row.start, row.end
        short_enough = line_end - line_start < _LONGEST_LINE
        if row.rule and short_enough:
            blank = blank + 1 if not text[line_start:line_end].strip() else 0
            if blank > 1:
                return
            continue
        blank = 0
        cells = row.cells if short_enough else []
        if not mark and len(cells) != len(header):
            cell = _beneath(cells, header[column], line_start - header_start)
        else:
            ragged = mark != "," and len(cells) > 1
            fits = ragged or abs(len(cells) - len(header)) <= 1
            cell = cells[column] if fits and column < len(cells) else None
        if cell and (_FIGURE.search(text, *cell) or (worded and not _EMPTY.fullmatch(text, *cell))):
            short = 0
            yield cell
        elif not cell and mark == "\t" and len(cells) > 1 and short < _SHORT_ROWS:
            short += 1
        elif (
            not cell
            or not _EMPTY.fullmatch(text, *cell)
            or (mark in _LOOSE and not _WORDED.search(text, *cell))
        ):
            return


def header_cells(text: str, start: int, known: Headers) -> list[tuple[int, int]]:
    """The cells of the line at `start`, if it is a table's; none where no line follows."""
    line_start, line_end = _line(text, start)
    return [] if line_end >= len(text) else _header(text, line_start, line_end, known)[1]


def under_heads(text: str, head: Pattern, value: Pattern) -> Iterator[tuple[int, int]]:
    """Where the first group of `value` stands in those cells below each `head` of a column that are such a value."""
    known: Headers = {}
    for one in head.finditer(text):
        for cell in cells_below(text, *one.span(), known):
            if found := value.fullmatch(text, *cell):
                yield found.span(1)


def is_header(text: str, start: int, end: int, known: Headers | None = None, *, lined: bool = False) -> bool:
    """Whether text[start:end] heads a column: a row of as many cells follows its line. Prose with commas is no table.

    `lined`: neither are columns that spaces line up, but where these are three at least.
    """
    if _VALUE_BESIDE.match(text, start, end + _BESIDE):
        return False
    line_start, line_end = _line(text, start)
    if line_end >= len(text) or _NO_ROW.match(text, line_end + 1):
        return False
    mark, header = _header(text, line_start, line_end, known)
    column = bisect_right(header, (start, len(text))) - 1
    loose = _LOOSE if not (lined and len(header) >= _FEWEST_LINED) else (",",)
    if mark in loose or not 0 <= column <= _LAST_COLUMN or _VALUED.search(text, *header[column]):
        return False
    for _ in range(_RULES):
        if line_end >= len(text):
            return False
        row = _row(text, line_end + 1, mark, known)
        line_end = row.end
        if line_end - row.start > _LONGEST_LINE:
            return False
        if not row.rule:
            return len(row.cells) == len(header)
    return False


def _beneath(cells: list[tuple[int, int]], header: tuple[int, int], moved: int) -> tuple[int, int] | None:
    """Of cells lined up with spaces, the one that stands under `header`; `moved` is how much further down the text."""
    start, end = header[0] + moved, header[1] + moved
    return next((cell for cell in cells if cell[0] < end and start < cell[1]), None)


def _header(
    text: str, line_start: int, line_end: int, known: Headers | None
) -> tuple[str, list[tuple[int, int]]]:
    """The mark between cells and the cells of a line; no cells where it is no table row."""
    key = line_start, _TO_BE_TOLD
    if known is not None and (row := known.get(key)):
        return row.mark, row.cells
    result: tuple[str, list[tuple[int, int]]] = "", []
    line = text[line_start:line_end]
    if len(line) < _LONGEST_LINE:
        marks: tuple[str, ...] = ("|", "\t", ";", ",", *((" / ",) if _SLASHED.match(line) else ()), "  ")
        if _QUOTES.match(line):  # one that stands for a quotation's, unless no other parts the line
            marks = (*marks[1:], marks[0])
        if "," in line and (said := _SAID_BEFORE.match(line)):  # the heads follow a sentence
            line_start, line = line_start + said.end(), line[said.end() :]
        for mark in marks:
            cells = _cells(text, line_start, line_end, mark.strip(" ")) if mark in line else ()
            if (mark == "," and _SENTENCES.search(line.lower())) or (
                mark == "  " and _SPOKEN.search(line.lower())
            ):
                break
            if len(cells) > 1:
                tight = mark == "," and ", " not in line
                result = _TIGHT if tight else mark.strip(" "), cells
                break
    if known is not None:
        known[key] = _Row(key[0], line_end, *result, rule=False)
    return result


def _line(text: str, position: int) -> tuple[int, int]:
    """Start and end of the line at `position`, looking no further than a row may be long."""
    start, end = (
        text.rfind("\n", max(0, position - _LONGEST_LINE), position) + 1,
        text.find("\n", position, position + _LONGEST_LINE),
    )
    if end < 0:
        end = min(len(text), position + _LONGEST_LINE)
    return start or max(0, position - _LONGEST_LINE), end


def _row(text: str, position: int, mark: str, known: Headers | None) -> _Row:
    """The table row at `position`, as it is remembered or as it is read now."""
    if known is not None and (row := known.get((position, mark))):
        return row
    start, end = _span(text, position, mark)
    rule = cells = None
    if end - start <= _LONGEST_LINE:
        rule = _RULE.match(text[start:end])
        cells = None if rule else _cells(text, start, end, mark)
    row = _Row(start, end, mark, cells or [], rule is not None)
    if known is not None:
        known[position, mark] = row
    return row


def _span(text: str, position: int, mark: str) -> tuple[int, int]:
    """Start and end of the table row at `position`: a line, and those that a quotation begun on it goes on over."""
    start, end = _line(text, position)
    if mark in _QUOTING and '"' in text[start:end]:
        for _ in range(_MOST_WRAPS):
            if not _is_open(text, start, end, mark) or end >= len(text):
                return start, end
            end = _line(text, end + 1)[1]
        return _line(text, position)
    return start, end


def _is_open(text: str, start: int, end: int, mark: str) -> bool:
    """Whether a cell of text[start:end] begins with a quotation mark that nothing closes: one in a cell's midst (15" wide)
    encloses nothing."""
    while start <= end:
        if (opening := _OPENING.match(text, start, end)) and not _QUOTED.match(text, opening.end() - 1, end):
            return True
        found = _CELLS[mark].match(text, start, end)
        start = (found.end() if found else end) + 1
    return False


def _cells(text: str, start: int, end: int, mark: str) -> list[tuple[int, int]]:
    if not mark:
        return [found.span() for found in _COLUMNS.finditer(text, start, end)]
    if mark[0] not in text[start:end]:
        return []
    cells = []
    position = start
    while position <= end:
        found = _CELLS[mark].match(text, position, end)
        stop = found.end() if found else end
        cells.append((position, stop))
        position = stop + 1
    return cells
