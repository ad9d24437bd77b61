"""`ecluse audit` of archives in use, spoiled or gone: what cannot be read is named, and everything else is read."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.detection.people import person
from gateway.archive import audit
from gateway.archive.records import Chunk
from gateway.archive.sources import KINDS
from gateway.archive.work import Job, Result, inspect
from gateway.commands.files import FileJudge
from gateway.settings import NamesSettings, Settings, SettingsError
from tests.integration.postfix import free_port, wait_for_port

SETTINGS = Settings(names=NamesSettings(enabled=False))
MAIL = "From: a@b.example\nTo: info@exemple.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n"
NAM = person(random.Random(4)).nam


def _inspected(kind: str, source: Path | str, *, clean: bool = False) -> list[Result]:
    policy = SETTINGS.policy.model_copy(update={"file": SETTINGS.policy.file.resolve()})
    job = Job(SETTINGS.model_copy(update={"policy": policy}).model_dump_json(), "email", clean)
    specs = list(KINDS[kind].plan(str(source)))
    return [
        inspect(job, Chunk(number, str(source), kind, Path(source).name, spec))
        for number, spec in enumerate(specs)
    ]


def _failed(result: Result) -> list[tuple[str, str]]:
    lines = map(json.loads, result.lines)
    return [(Path(line["source"]).name, line["error"]) for line in lines if "error" in line]


# -- folders ---------------------------------------------------------------------------------------------------


def test_a_message_that_is_gone_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    for name in ("1.eml", "2.eml", "3.eml"):
        (tmp_path / name).write_text(MAIL + f"NAM {NAM}\n")
    (spec,) = KINDS["folder"].plan(str(tmp_path))
    (tmp_path / "2.eml").unlink()
    records = list(KINDS["folder"].records(Chunk(0, str(tmp_path), "folder", "f", spec)))
    assert [(Path(one.name).name, one.error) for one in records] == [
        ("1.eml", ""), ("2.eml", "FileNotFoundError"), ("3.eml", ""),
    ]  # fmt: skip


def test_a_maildir_may_be_read_by_somebody_meanwhile(tmp_path: Path) -> None:
    """A mail program moves what it has seen from new to cur, and adds flags to its name (maildir(5))."""
    for name in ("cur", "new", "tmp"):
        (tmp_path / name).mkdir()
    (tmp_path / "new/17.M1.host").write_text(MAIL)
    (tmp_path / "cur/18.M2.host:2,S").write_text(MAIL)
    (spec,) = KINDS["folder"].plan(str(tmp_path))
    (tmp_path / "new/17.M1.host").rename(tmp_path / "cur/17.M1.host:2,S")
    (tmp_path / "cur/18.M2.host:2,S").rename(tmp_path / "cur/18.M2.host:2,RS")
    records = list(KINDS["folder"].records(Chunk(0, str(tmp_path), "folder", "f", spec)))
    assert [(one.content.decode(), one.error) for one in records] == [(MAIL, ""), (MAIL, "")]


# -- tables ----------------------------------------------------------------------------------------------------


def test_a_row_in_latin_1_does_not_spoil_the_others(tmp_path: Path) -> None:
    rows = [
        "né le 12 avril 1985, à Québec;été\r\n".encode(),
        "né le 13 avril 1985, à Québec;été\r\n".encode("latin-1"),
        "rien;été\r\n".encode("latin-1"),
    ]
    (tmp_path / "f.csv").write_bytes(b"avis;saison\r\n" + b"".join(rows))
    (result,) = _inspected("csv", tmp_path / "f.csv", clean=True)
    assert result.counts["type DATE_OF_BIRTH"] == 2
    ((_, copy),) = result.files
    _header, first, second, third, _ = copy.split(b"\r\n")
    assert first.endswith('à Québec";été'.encode())
    assert second.endswith('à Québec";été'.encode("latin-1"))
    assert third + b"\r\n" == rows[2]


def test_a_row_that_cannot_be_judged_is_emptied_and_the_next_keep_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    texts = ["rien", "trouble", f"NAM {NAM}", "rien"]
    kinds = pyarrow.array(["a", "b", "a", "b"]).dictionary_encode()
    parquet.write_table(pyarrow.table({"avis": texts, "genre": kinds}), tmp_path / "f.parquet")
    judged = FileJudge.judge_fields

    def troubled(self: FileJudge, fields):  # type: ignore[no-untyped-def]
        if fields["avis"] == "trouble":
            raise ZeroDivisionError
        return judged(self, fields)

    monkeypatch.setattr(FileJudge, "judge_fields", troubled)
    (result,) = _inspected("parquet", tmp_path / "f.parquet", clean=True)
    assert _failed(result) == [("f.parquet:2", "ZeroDivisionError")]
    assert result.counts["left out"] == 1
    (tmp_path / "copy.parquet").write_bytes(result.files[0][1])
    copy = parquet.read_table(tmp_path / "copy.parquet").to_pydict()
    assert copy["genre"] == ["a", "", "a", "b"]
    assert copy["avis"][:2] == ["rien", ""]
    assert NAM not in copy["avis"][2]
    assert copy["avis"][3] == "rien"


def test_a_row_group_is_read_in_pieces_that_hold_every_row_once(tmp_path: Path) -> None:
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    count = 90_000
    table = pyarrow.table({"n": list(range(count)), "avis": [str(n) for n in range(count)]})
    parquet.write_table(table, tmp_path / "f.parquet", row_group_size=80_000)
    specs = list(KINDS["parquet"].plan(str(tmp_path / "f.parquet")))
    assert len(specs) <= 2 * 32
    read = [
        (one.name.rpartition(":")[2], one.fields)
        for number, spec in enumerate(specs)
        for one in KINDS["parquet"].records(Chunk(number, str(tmp_path / "f.parquet"), "parquet", "f", spec))
    ]
    assert read == [(str(n + 1), {"avis": str(n)}) for n in range(count)]


# -- IMAP ------------------------------------------------------------------------------------------------------

_DOVECOT = """
base_dir = {base}/run
state_dir = {base}/run
log_path = {base}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{base}/mail
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={base}
}}
"""


@pytest.fixture
def mailbox(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, Path]]:
    """(address, Maildir) of a mailbox on a real Dovecot."""
    if shutil.which("dovecot") is None or os.geteuid():
        assert os.environ.get("CI") != "true", "needs root and Dovecot: .ci/run installs it"
        pytest.skip("needs root and Dovecot (apt-get install dovecot-imapd)")
    import pwd
    import tempfile

    owner, port = pwd.getpwnam("nobody"), free_port()
    with tempfile.TemporaryDirectory(prefix="ecluse-dovecot-") as name:
        base = Path(name)
        base.chmod(0o755)
        for folder in ("cur", "new", "tmp"):
            (base / "mail" / folder).mkdir(parents=True)
        for number in range(5):
            (base / f"mail/new/{number}.M{number}.host").write_text(
                MAIL + (f"NAM {NAM}\n" if number == 3 else "x\n")
            )
        for one in (base / "mail", *(base / "mail").rglob("*")):
            os.chown(one, owner.pw_uid, owner.pw_gid)
        (base / "dovecot.conf").write_text(
            _DOVECOT.format(base=base, port=port, uid=owner.pw_uid, gid=owner.pw_gid)
        )
        process = subprocess.Popen(["dovecot", "-F", "-c", base / "dovecot.conf"])
        monkeypatch.setenv("IMAP_PASSWORD", "secret")
        try:
            wait_for_port(port)
            yield f"imap://staff@127.0.0.1:{port}/INBOX", base / "mail"
        finally:
            process.terminate()
            process.wait(20)


def test_a_mailbox_is_read_whole_and_left_as_it_was(mailbox: tuple[str, Path], tmp_path: Path) -> None:
    address, maildir = mailbox
    assert (
        audit.run(SETTINGS, audit.Plan((address,), tmp_path / "out", "email", 1, clean=True, quiet=True)) == 1
    )
    summary = json.loads((tmp_path / "out/summary.json").read_text())
    assert (summary["records"], summary["with findings"]) == (5, 1)
    assert not [one for one in (maildir / "cur").iterdir() if "S" in one.name.partition(":2,")[2]]
    copies = sorted((tmp_path / "out/clean").rglob("*.eml"))
    assert len(copies) == 5
    assert not [one for one in copies if NAM in one.read_text()]


def test_a_message_expunged_meanwhile_is_named(mailbox: tuple[str, Path]) -> None:
    address, maildir = mailbox
    (spec,) = KINDS["imap"].plan(address)
    next((maildir / "cur").glob("2.*"), maildir / "new/2.M2.host").unlink()
    records = list(KINDS["imap"].records(Chunk(0, address, "imap", "f", spec)))
    assert [one.error for one in records] == ["", "", "Expunged", "", ""]


def test_a_mailbox_made_anew_under_the_same_name_is_not_taken_for_the_old(mailbox: tuple[str, Path]) -> None:
    (spec,) = KINDS["imap"].plan(mailbox[0])
    assert int(spec["validity"]) > 0
    with pytest.raises(SettingsError, match="UIDVALIDITY"):
        list(KINDS["imap"].records(Chunk(0, mailbox[0], "imap", "f", {**spec, "validity": "1"})))
