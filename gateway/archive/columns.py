"""Parquet files (the `audit` extra): one record a row, one field a text column. A copy is a dataset of parts."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from gateway.archive.records import Chunk, Record
from gateway.settings import SettingsError

_ROWS: Final = 2_000


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
            for start in range(0, rows, _ROWS):
                yield {"group": group, "start": start, "rows": min(_ROWS, rows - start), "before": before}
            before += rows

    def records(self, chunk: Chunk) -> Iterator[Record]:
        """The rows of the chunk, with their text columns."""
        table, names = _table(chunk)
        columns = [table.column(name).to_pylist() for name in names]
        first = chunk.spec["before"] + chunk.spec["start"] + 1
        for number, row in enumerate(zip(*columns, strict=True), start=first):
            fields = {name: value for name, value in zip(names, row, strict=True) if value is not None}
            yield Record(f"{chunk.source}:{number}", fields=fields)

    def copy(self, chunk: Chunk) -> _ColumnsCopy:
        """One part of the copied dataset."""
        return _ColumnsCopy(chunk)


def _table(chunk: Chunk) -> tuple[Any, list[str]]:
    """The chunk's rows and the names of its text columns."""
    import pyarrow

    spec = chunk.spec
    table = (
        _parquet().ParquetFile(chunk.source).read_row_group(spec["group"]).slice(spec["start"], spec["rows"])
    )
    return table, [
        field.name
        for field in table.schema
        if pyarrow.types.is_string(field.type)
        or pyarrow.types.is_large_string(field.type)
        or (pyarrow.types.is_dictionary(field.type) and pyarrow.types.is_string(field.type.value_type))
    ]


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

        table, names = _table(self._chunk)
        for name in names:
            values = table.column(name).to_pylist()
            for row, fields in self._changes.items():
                values[row] = fields.get(name, values[row])
            index, kind = table.schema.get_field_index(name), table.schema.field(name)
            table = table.set_column(index, kind, pyarrow.array(values).cast(kind.type))
        out = io.BytesIO()
        _parquet().write_table(table, out)
        name = Path(self._chunk.source).name
        return [(f"{name}/part-{self._chunk.number:08d}.parquet", out.getvalue())]
