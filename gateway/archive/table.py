"""CSV files: one record a row, one field a cell. A copy changes the cells that must change and no other byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, BinaryIO, Final

from gateway.archive.records import CHUNK_BYTES, Chunk, Record, piece
from gateway.settings import SettingsError

_ROWS: Final = 2_000
_LONGEST: Final = 1024 * 1024  # bytes of one row; a stray quote does not swallow the rest of the file
_DELIMITERS: Final = ",;\t|"
_SAMPLE: Final = 5  # rows that tell the delimiter
#: The longest name of a column, and how many digits only data has.
_NAME: Final = 80
_DIGITS: Final = 6
#: The rest of a quoted cell; a whole one.
_CLOSED: Final = re.compile(rb'(?:[^"]++|"")*+"')
_QUOTED: Final = re.compile(r'"(?:[^"]++|"")*+"')


class Table:
    """A CSV file (RFC 4180; comma, semicolon, tab or bar), with a header row or without.

    Each row is UTF-8, or else Latin-1.
    """

    def plan(self, source: str) -> Iterator[Mapping[str, Any]]:
        """Byte ranges of whole rows."""
        try:
            with open(source, "rb") as file:
                yield from _plan(source, file)
        except OSError as error:
            raise SettingsError(f"{source}: cannot be read: {error.strerror}") from None

    def records(self, chunk: Chunk) -> Iterator[Record]:
        """The rows of the chunk."""
        spec = chunk.spec
        with open(chunk.source, "rb") as file:
            file.seek(spec["start"])
            for number, raw in enumerate(
                _rows(file, spec["end"] - spec["start"], spec["delimiter"]), start=spec["row"]
            ):
                row, _ = _decoded(raw)
                cells = [unquoted(row[start:end]) for start, end in cells_of(row, spec["delimiter"])]
                yield Record(f"{chunk.source}:{number}", raw, _named(spec["columns"], cells))

    def copy(self, chunk: Chunk) -> _TableCopy:
        """A piece of the same file."""
        return _TableCopy(chunk)


def _plan(source: str, file: BinaryIO) -> Iterator[Mapping[str, Any]]:
    sample = [_decoded(row)[0] for row in islice(_rows(file, 1 << 62, _DELIMITERS), _SAMPLE)] or [""]
    first = sample[0].removeprefix("\ufeff")
    if "\0" in first:
        raise SettingsError(f"{source}: not UTF-8 text. Convert it first: iconv -f UTF-16 -t UTF-8")
    delimiter = max(
        _DELIMITERS,
        key=lambda sign: (
            min((row.count(sign) for row in sample if row.strip()), default=0),
            first.count(sign),
        ),
    )
    columns = [unquoted(first[start:end]) for start, end in cells_of(first, delimiter)]
    file.seek(0)
    rows = _rows(file, 1 << 62, delimiter)
    header, row = (len(next(rows, b"")), 2) if all(map(_is_a_name, columns)) else (0, 1)
    shared = {"delimiter": delimiter, "columns": columns if header else []}
    start = position = header
    count = 0
    for raw in rows:
        position += len(raw)
        count += 1
        if count == _ROWS or position - start > CHUNK_BYTES:
            yield {"start": start, "end": position, "row": row, **shared}
            start, row, count = position, row + count, 0
    if count or start == header:
        yield {"start": start, "end": position, "row": row, **shared}


def _is_a_name(cell: str) -> bool:
    """Whether a cell of the first row may name its column: what is somebody's would be read by nobody there."""
    return "@" not in cell and len(cell) <= _NAME and sum(map(str.isdigit, cell)) < _DIGITS


def _decoded(row: bytes) -> tuple[str, str]:
    """(text, encoding) of a row: what some program spoiled in one row does not spoil the others."""
    try:
        return row.decode(), "utf-8"
    except UnicodeDecodeError:
        return row.decode("latin-1"), "latin-1"


def _rows(file: BinaryIO, size: int, delimiters: str) -> Iterator[bytes]:
    """The rows of the next `size` bytes, line ends included: a line end between quotes does not end a row."""
    row, inside = b"", False
    opening = re.compile(rb'(?:\A|[%s])"' % re.escape(delimiters.encode()))
    while size > 0 and (line := file.readline()):
        size -= len(line)
        inside = _ends_inside(line, opening, inside=inside)
        row += line
        if not inside or len(row) > _LONGEST:
            yield row
            row, inside = b"", False
    if row:
        yield row


def _ends_inside(line: bytes, opening: re.Pattern[bytes], *, inside: bool) -> bool:
    """Whether a cell that began with a quote is open at the end of `line`. Elsewhere a quote is a sign like any other."""
    position = 0
    while True:
        if not inside:
            found = opening.search(line, position)
            if found is None:
                return False
            position = found.end()
        closed = _CLOSED.match(line, position)
        if closed is None:
            return True
        inside, position = False, closed.end()


def cells_of(row: str, delimiter: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every cell of a row, quotes included and line end left out."""
    end, start = len(row.rstrip("\r\n")), 0
    while start <= end:
        quoted = _QUOTED.match(row, start, end)
        stop = row.find(delimiter, quoted.end() if quoted else start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def unquoted(cell: str) -> str:
    """What a cell says."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


def _named(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Cells by column; a column without a name, or with another's, goes by its number."""
    fields: dict[str, str] = {}
    for number, cell in enumerate(cells, start=1):
        name = columns[number - 1].strip() if number <= len(columns) else ""
        fields[name if name and name not in fields else f"{name or 'column'} {number}".strip()] = cell
    return fields


class _TableCopy:
    def __init__(self, chunk: Chunk) -> None:
        self._chunk, self._out = chunk, bytearray()
        if chunk.spec["row"] == 2:
            with open(chunk.source, "rb") as file:
                self._out += file.read(chunk.spec["start"])

    def put(self, record: Record, content: bytes | None, fields: Mapping[str, str] | None) -> None:
        """The row as it was, with the cells replaced that changed."""
        if fields is None or record.fields is None:
            self._out += record.content
            return
        spec = self._chunk.spec
        row, encoding = _decoded(record.content)
        places = list(cells_of(row, spec["delimiter"]))
        for (start, end), name in reversed(list(zip(places, record.fields, strict=True))):
            if fields[name] != record.fields[name]:
                row = row[:start] + '"' + fields[name].replace('"', '""') + '"' + row[end:]
        self._out += row.encode(encoding, "replace")

    def files(self) -> Sequence[tuple[str, bytes]]:
        """One piece."""
        return [(piece(self._chunk.label, self._chunk.number), bytes(self._out))]
