"""`ecluse audit`: archives of every kind, resumed where they stopped, the same here as on a Dask cluster."""

from __future__ import annotations

import json
import mailbox
import os
import random
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.detection.people import person
from gateway.archive import audit, engines
from gateway.archive.mbox import split
from gateway.archive.records import Chunk
from gateway.archive.sources import KINDS, kind_of
from gateway.archive.table import cells_of, unquoted
from gateway.settings import NamesSettings, Settings, SettingsError

SETTINGS = Settings(names=NamesSettings(enabled=False))
MAILS = 60


def _mail(number: int, value: str = "") -> bytes:
    return (
        f"From: citoyen@exemple.example\nTo: info@exemple.example\nSubject: Message {number}\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\nBonjour,\nMon NAM : {value or 'aucun'}.\n>From the start\n"
    ).encode()


@pytest.fixture
def values() -> list[str]:
    rng = random.Random(7)
    return [person(rng).nam if number % 4 == 0 else "" for number in range(MAILS)]


@pytest.fixture
def archive(tmp_path: Path, values: list[str]) -> Path:
    file = tmp_path / "archive.mbox"
    file.write_bytes(
        b"".join(b"From a@b Mon Nov 23 10:00:00 2026\n" + _mail(n, v) + b"\n" for n, v in enumerate(values))
    )
    return file


def _run(sources: tuple[Path, ...], output: Path, *, clean: bool = False, dask: str = "") -> int:
    plan = audit.Plan(tuple(map(str, sources)), output, "email", 2, dask, clean, quiet=True)
    return audit.run(SETTINGS, plan)


def _lines(output: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (output / "findings.jsonl").read_text().splitlines()]


def test_an_mbox_is_read_whole_and_no_value_is_written_down(
    archive: Path, values: list[str], tmp_path: Path
) -> None:
    assert _run((archive,), tmp_path / "out") == 1
    assert len(_lines(tmp_path / "out")) == sum(map(bool, values))
    written = b"".join(one.read_bytes() for one in (tmp_path / "out").rglob("*") if one.is_file())
    assert not [value for value in values if value and value.encode() in written]


def test_a_cleaned_mbox_holds_every_message_and_clean_ones_byte_for_byte(
    archive: Path, values: list[str], tmp_path: Path
) -> None:
    _run((archive,), tmp_path / "out", clean=True)
    copy = tmp_path / "out/clean/archive.mbox"
    assert len(mailbox.mbox(copy)) == MAILS
    raw = copy.read_bytes()
    for number, value in enumerate(values):
        assert (value.encode() not in raw) if value else (_mail(number) in raw)


def test_a_maildir_leaves_alone_what_is_being_delivered(tmp_path: Path, values: list[str]) -> None:
    box = mailbox.Maildir(tmp_path / "box", create=True)
    for number, value in enumerate(values[:8]):
        box.add(_mail(number, value))
    (tmp_path / "box/tmp/half").write_bytes(_mail(99, values[0]))
    assert _run((tmp_path / "box",), tmp_path / "out") == 1
    assert json.loads((tmp_path / "out/summary.json").read_text())["records"] == 8


def test_a_cleaned_csv_differs_only_in_the_cells_that_held_something(
    tmp_path: Path, values: list[str]
) -> None:
    rows = [f'{n};"dit ""oui""";\r\n{v}\r\n'.replace(";\r\n", ";") for n, v in enumerate(values)]
    (tmp_path / "f.csv").write_text("id;avis;NAM\r\n" + "".join(rows), newline="")
    _run((tmp_path / "f.csv",), tmp_path / "out", clean=True)
    before = (tmp_path / "f.csv").read_bytes().split(b"\r\n")
    after = (tmp_path / "out/clean/f.csv").read_bytes().split(b"\r\n")
    assert len(before) == len(after)
    for old, new, value in zip(before[1:], after[1:], [*values, ""], strict=True):
        assert (old.rpartition(b";")[0] == new.rpartition(b";")[0]) if value else old == new
        assert not value or value.encode() not in new


def test_a_quote_in_the_midst_of_a_cell_quotes_nothing(tmp_path: Path, values: list[str]) -> None:
    """5" pipes: the rows after it are rows, and their cells stand under their columns."""
    value = next(filter(None, values))
    rows = ['5" de pluie;x;', f'rien;"a;b";{value}', 'encore 3";"y\ny";', f"fin;z;{value}"]
    (tmp_path / "f.csv").write_text("\n".join(["avis;autre;NAM", *rows, ""]))
    assert _run((tmp_path / "f.csv",), tmp_path / "out", clean=True) == 1
    assert json.loads((tmp_path / "out/summary.json").read_text())["records"] == 4
    clean = (tmp_path / "out/clean/f.csv").read_text()
    assert value not in clean
    assert '5" de pluie;x;\n' in clean
    assert 'rien;"a;b";"' in clean


def test_texts_in_lists_and_structures_of_parquet_are_read(tmp_path: Path, values: list[str]) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    value = next(filter(None, values))
    nested = {
        "notes": [["rien", f"NAM {value}", None], [], None],
        "fiche": [{"n": 1, "dit": f"NAM {value}"}, {"n": 2, "dit": "rien"}, None],
        "carte": [[("a", f"NAM {value}")], [("b", "rien")], []],
        "nombres": [[1, 2], [3], []],
    }
    kinds = {
        "notes": pyarrow.list_(pyarrow.string()),
        "fiche": pyarrow.struct({"n": pyarrow.int64(), "dit": pyarrow.large_string()}),
        "carte": pyarrow.map_(pyarrow.string(), pyarrow.string()),
        "nombres": pyarrow.list_(pyarrow.int32()),
    }
    table = pyarrow.table({name: pyarrow.array(nested[name], kinds[name]) for name in nested})
    parquet.write_table(table, tmp_path / "f.parquet")
    assert _run((tmp_path / "f.parquet",), tmp_path / "out", clean=True) == 1
    copy = parquet.read_table(tmp_path / "out/clean/f.parquet")
    assert copy.schema == table.schema
    assert value not in str(copy.to_pylist())
    assert copy.column("nombres") == table.column("nombres")
    assert copy.column("notes").to_pylist()[0][::2] == ["rien", None]
    assert copy.slice(1).to_pylist() == table.slice(1).to_pylist()


def test_parquet_keeps_its_schema(tmp_path: Path, values: list[str]) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table(
        {"id": list(range(MAILS)), "commentaire": [f"NAM {v}" if v else None for v in values]}
    )
    parquet.write_table(table, tmp_path / "f.parquet")
    assert _run((tmp_path / "f.parquet",), tmp_path / "out", clean=True) == 1
    copy = parquet.read_table(tmp_path / "out/clean/f.parquet")
    assert copy.schema == table.schema
    assert copy.column("id") == table.column("id")
    assert copy.column("commentaire").null_count == values.count("")
    assert not any(v and v in text for v in values for text in copy.column("commentaire").to_pylist() if text)


def test_a_stopped_audit_goes_on_where_it_was(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gateway.archive.mbox._CHUNK", 1000)
    whole = engines.local
    inspected: list[int] = []

    def counted(job: object, chunks: list[Chunk], workers: int):  # type: ignore[no-untyped-def]
        for result in whole(job, chunks, workers):  # type: ignore[arg-type]
            inspected.append(result.number)
            yield result
            if len(inspected) == 3:
                raise KeyboardInterrupt

    monkeypatch.setattr(engines, "local", counted)
    with pytest.raises(SettingsError, match="go on from here"):
        _run((archive,), tmp_path / "out")
    assert _run((archive,), tmp_path / "out") == 1
    assert len(inspected) == len(set(inspected)) > 5
    monkeypatch.setattr(engines, "local", whole)
    _run((archive,), tmp_path / "again")
    assert (tmp_path / "again/findings.jsonl").read_bytes() == (tmp_path / "out/findings.jsonl").read_bytes()


def test_a_folder_of_another_audit_is_not_mixed_with(archive: Path, tmp_path: Path) -> None:
    _run((archive,), tmp_path / "out")
    archive.write_bytes(archive.read_bytes() + b"From a@b Mon Nov 23 10:00:00 2026\n" + _mail(1000) + b"\n")
    with pytest.raises(SettingsError, match="another --output"):
        _run((archive,), tmp_path / "out")


def test_dask_gives_exactly_the_same(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr("gateway.archive.mbox._CHUNK", 3000)
    _run((archive,), tmp_path / "here", clean=True)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1"
    ) as cluster:
        _run((archive,), tmp_path / "there", clean=True, dask=cluster.scheduler_address)
    for name in ("findings.jsonl", "summary.json", "clean/archive.mbox"):
        assert (tmp_path / "here" / name).read_bytes() == (tmp_path / "there" / name).read_bytes()


@pytest.mark.parametrize("name", ["none.mbox", "notes.bin"])
def test_what_is_no_archive_is_said(name: str, tmp_path: Path) -> None:
    (tmp_path / "notes.bin").write_bytes(b"\0\1")
    with pytest.raises(SettingsError, match=name):
        kind_of(str(tmp_path / name))


@given(messages=st.lists(st.binary(max_size=60), max_size=8), size=st.integers(1, 200))
def test_an_mbox_cut_anywhere_gives_every_byte_once(messages: list[bytes], size: int) -> None:
    """The chunks' records, joined, are the file, wherever the cuts fall."""
    import tempfile

    raw = b"".join(b"From x\n" + message + b"\n\n" for message in messages)
    if not raw:
        return
    with tempfile.NamedTemporaryFile() as file:
        file.write(raw)
        file.flush()
        joined = b""
        for number, start in enumerate(range(0, len(raw), size)):
            spec: Mapping[str, int] = {"start": start, "end": min(start + size, len(raw))}
            joined += b"".join(
                r.content for r in KINDS["mbox"].records(Chunk(number, file.name, "mbox", "f", spec))
            )
    assert joined == raw


@given(st.binary())
def test_an_entry_in_three_pieces_is_the_entry(raw: bytes) -> None:
    assert b"".join(split(raw)) == raw


@given(st.lists(st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=("Cs",))), min_size=1))
def test_cells_are_found_where_they_were_written(cells: list[str]) -> None:
    row = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\r\n"
    assert [unquoted(row[start:end]) for start, end in cells_of(row, ",")] == cells


def test_a_first_row_that_is_no_header_is_inspected_like_the_others(
    tmp_path: Path, values: list[str]
) -> None:
    one, other = [value for value in values if value][:2]
    (tmp_path / "f.csv").write_text(f"1;Bonjour, mon NAM est {one}\n2;Rien\n3;Mon NAM {other}\n")
    assert _run((tmp_path / "f.csv",), tmp_path / "out", clean=True) == 1
    assert json.loads((tmp_path / "out/summary.json").read_text())["records"] == 3
    written = b"".join(file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file()).decode()
    assert one not in written
    assert other not in written
    clean = (tmp_path / "out/clean/f.csv").read_text().splitlines()
    assert [row[:2] for row in clean] == ["1;", "2;", "3;"]
    assert {line["findings"][0]["segment"] for line in _lines(tmp_path / "out")} == {"column 2"}  # type: ignore[index]


def test_archives_of_one_name_are_copied_side_by_side(tmp_path: Path, values: list[str]) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder / "box").mkdir(parents=True)
        (tmp_path / folder / "box/1.eml").write_bytes(_mail(1, values[0]) + folder.encode())
        (tmp_path / folder / "f.mbox").write_bytes(b"From a@b\n" + _mail(2) + folder.encode() + b"\n\n")
    sources = tuple(tmp_path / folder / name for folder in "ab" for name in ("box", "f.mbox"))
    _run(sources, tmp_path / "out", clean=True)
    copies = {
        str(file.relative_to(tmp_path / "out/clean")): file.read_bytes().rstrip()[-1:]
        for file in (tmp_path / "out/clean").rglob("*")
        if file.is_file()
    }
    assert copies == {"box/1.eml": b"a", "box-2/1.eml": b"b", "f.mbox": b"a", "f-2.mbox": b"b"}


def test_a_file_may_be_called_by_any_bytes(tmp_path: Path, values: list[str]) -> None:
    name = os.fsdecode(b"caf\xe9.eml")
    (tmp_path / "box").mkdir()
    (tmp_path / "box" / name).write_bytes(_mail(1, values[0]))
    assert _run((tmp_path / "box",), tmp_path / "out", clean=True) == 1
    assert str(_lines(tmp_path / "out")[0]["source"]).endswith("caf\\xe9.eml")
    assert values[0].encode() not in (tmp_path / "out/clean/box" / name).read_bytes()


def test_a_chunk_holds_no_more_than_fits_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gateway.archive.folder.CHUNK_BYTES", 1_000)
    for number in range(6):
        (tmp_path / f"{number}.txt").write_bytes(b"x" * (2_000 if number == 3 else 400))
    chunks = [spec["files"] for spec in KINDS["folder"].plan(str(tmp_path))]
    assert chunks == [["0.txt", "1.txt"], ["2.txt"], ["3.txt"], ["4.txt", "5.txt"]]


def test_the_command_needs_an_archive_and_an_output_only(archive: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "gateway.cli", "audit", str(archive), "--output", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1, done.stderr
    assert "with findings" in done.stdout
