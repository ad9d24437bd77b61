"""Parquet files (the `audit` extra): one record a row, one field a text column. A copy is a dataset of parts."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from gateway.archive.records import Chunk, Record
from gateway.settings import SettingsError

_ROWS: Final = 2_000
#: Chunks of one row group at most: each reads the group from its beginning, for Parquet knows no other way to a row.
_CHUNKS: Final = 32


def _parquet() -> Any:
    try:
        import pyarrow.parquet
    except ImportError:
        raise SettingsError("Parquet needs the 'audit' extra: pip install 'ecluse[audit]'") from None
    return pyarrow.parquet


class Columns:
    """A Parquet file."""

    def plan(self, source: str) -> Iterator[Mapping[str, Any]]:
        """Ranges of rows within row groups."""
        parquet = _parquet()
        try:
            metadata = parquet.ParquetFile(source).metadata
        except (OSError, ValueError) as error:
            raise SettingsError(f"{source}: cannot be read as Parquet ({type(error).__name__})") from None
        before = 0
        for group in range(metadata.num_row_groups):
            rows = metadata.row_group(group).num_rows
            size = max(_ROWS, -(-rows // _CHUNKS))
            for start in range(0, rows, size):
                yield {"group": group, "start": start, "rows": min(size, rows - start), "before": before}
            before += rows

    def records(self, chunk: Chunk) -> Iterator[Record]:
        """The rows of the chunk, with their text columns."""
        file = _parquet().ParquetFile(chunk.source)
        names = _text_columns(file.schema_arrow)
        number = chunk.spec["before"] + chunk.spec["start"]
        for batch in _batches(file, chunk, names):
            for row in zip(*(batch.column(name).to_pylist() for name in names), strict=True):
                number += 1
                fields = dict(
                    text for name, value in zip(names, row, strict=True) for text in _texts(name, value)
                )
                yield Record(f"{chunk.source}:{number}", fields=fields)

    def copy(self, chunk: Chunk) -> _ColumnsCopy:
        """One part of the copied dataset."""
        return _ColumnsCopy(chunk)


def _batches(file: Any, chunk: Chunk, columns: Sequence[str] | None = None) -> Iterator[Any]:
    """The chunk's rows in pieces; no more than one piece is in memory."""
    skip, left = chunk.spec["start"], chunk.spec["rows"]
    if columns is not None and any("." in name for name in columns):
        columns = None  # pyarrow would read such a name as a path
    for batch in file.iter_batches(_ROWS, row_groups=[chunk.spec["group"]], columns=columns):
        if skip >= batch.num_rows:
            skip -= batch.num_rows
            continue
        piece = batch.slice(skip, left)
        yield piece
        skip, left = 0, left - piece.num_rows
        if not left:
            return


def _text_columns(schema: Any) -> list[str]:
    return [field.name for field in schema if _holds_text(field.type)]


def _holds_text(kind: Any) -> bool:
    """Whether a column's values are texts, or lists, maps and structures with texts in them."""
    import pyarrow

    types = pyarrow.types
    if types.is_string(kind) or types.is_large_string(kind):
        return True
    if types.is_dictionary(kind):
        return _holds_text(kind.value_type)
    return types.is_nested(kind) and any(
        _holds_text(kind.field(number).type) for number in range(kind.num_fields)
    )


def _texts(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Every text in a value, by a name of its own."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, (list, tuple, dict)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(f"{name}[{key}]", inner)


def _changed(name: str, value: Any, fields: Mapping[str, str]) -> Any:
    """`value` with the texts of `fields` in the place of those in it."""
    if isinstance(value, str):
        return fields.get(name, value)
    if isinstance(value, dict):
        return {key: _changed(f"{name}[{key}]", inner, fields) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_changed(f"{name}[{key}]", inner, fields) for key, inner in enumerate(value))
    return value


class _ColumnsCopy:
    def __init__(self, chunk: Chunk) -> None:
        self._chunk = chunk
        self._changes: dict[int, Mapping[str, str]] = {}
        self._row = 0

    def put(self, record: Record, content: bytes | None, fields: Mapping[str, str] | None) -> None:
        """Remember what changed in this row."""
        if fields is not None:
            self._changes[self._row] = fields
        self._row += 1

    def files(self) -> Sequence[tuple[str, bytes]]:
        """One part, with the schema of the original."""
        import pyarrow

        file = _parquet().ParquetFile(self._chunk.source)
        table = pyarrow.Table.from_batches(_batches(file, self._chunk), file.schema_arrow)
        for name in _text_columns(table.schema):
            values = table.column(name).to_pylist()
            for row, fields in self._changes.items():
                values[row] = _changed(name, values[row], fields)
            index, kind = table.schema.get_field_index(name), table.schema.field(name)
            encoded = pyarrow.types.is_dictionary(kind.type)
            column = (
                pyarrow.array(values).cast(kind.type) if encoded else pyarrow.array(values, type=kind.type)
            )
            table = table.set_column(index, kind, column)
        out = io.BytesIO()
        _parquet().write_table(table, out)
        return [(f"{self._chunk.label}/part-{self._chunk.number:08d}.parquet", out.getvalue())]
