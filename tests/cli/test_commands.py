"""The command line as an administrator uses it: in its own process, by its exit status and what it prints."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from benchmarks.detection.people import Person, person

ROOT = Path(__file__).parents[2]


def ecluse(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path = ROOT, **environ: str
) -> tuple[int, str, str]:
    """(exit status, standard output, standard error) of a command."""
    done = subprocess.run(
        [sys.executable, "-m", "gateway.cli", *map(str, arguments)],
        input=stdin, capture_output=True, timeout=120, cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environ},
    )  # fmt: skip
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def someone() -> Person:
    return person(random.Random(20261124))


def test_help_has_a_line_for_every_command() -> None:
    status, out, _ = ecluse("--help")
    assert status == 0
    for command in (
        "serve",
        "demo",
        "scan",
        "redact",
        "check-config",
        "evaluate",
        "audit",
        "user",
        "quarantine",
    ):
        assert f"\n  {command} " in out


def test_a_clean_text_gives_0(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bonjour, quelles sont vos heures d'ouverture?")
    status, out, err = ecluse("scan", tmp_path / "a.txt", "--json")
    assert (status, err) == (0, "")
    assert json.loads(out)["findings"] == []


def test_a_finding_gives_1_with_its_place_and_never_its_value(tmp_path: Path, someone: Person) -> None:
    text = f"Bonjour 😀, mon NAM est {someone.nam}."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    status, out, _ = ecluse("scan", tmp_path / "a.txt", "--json", "--explain")
    line = json.loads(out)
    assert status == 1
    assert someone.nam not in out
    assert set(line) == {"source", "action", "rule", "language", "findings", "incomplete"}
    (finding,) = line["findings"]
    assert finding["entity_type"] == "CA_QC_NAM"
    assert text[finding["start"] : finding["end"]] == someone.nam
    assert "check-digit" in finding["evidence"]


def test_standard_input_is_read_when_no_file_is_named(someone: Person) -> None:
    status, out, _ = ecluse("scan", "--json", stdin=f"My SIN is {someone.sin}.".encode())
    assert status == 1
    assert json.loads(out)["source"] == "-"


def test_a_folder_without_settings_is_scanned_by_the_shipped_policy(tmp_path: Path, someone: Person) -> None:
    (tmp_path / "a.txt").write_text(f"NAM : {someone.nam}\n", encoding="utf-8")
    status, out, err = ecluse("scan", "a.txt", cwd=tmp_path)
    assert (status, err) == (1, "")
    assert "CA_QC_NAM" in out


def test_a_policy_that_is_named_and_missing_is_an_error(tmp_path: Path) -> None:
    status, _, err = ecluse("scan", "-", cwd=tmp_path, ECLUSE_POLICY__FILE="nowhere.toml")
    assert status == 2
    assert "nowhere.toml" in err


def test_a_file_that_cannot_be_read_gives_2_and_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bonjour")
    status, out, err = ecluse("scan", tmp_path / "none.txt", tmp_path / "a.txt", "--json")
    assert status == 2
    assert "none.txt: cannot be read" in err
    assert json.loads(out)["source"].endswith("a.txt")


def test_every_file_of_a_folder_is_scanned_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Bonjour")
    _, out, _ = ecluse("scan", tmp_path, "--json")
    assert [Path(json.loads(line)["source"]).name for line in out.splitlines()] == ["a.txt", "b.txt", "c.txt"]


def test_the_feedback_profile_finds_what_the_email_profile_lets_pass(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Écrivez-moi à marie.tremblay@exemple.example s.v.p.", encoding="utf-8")
    assert ecluse("scan", tmp_path / "a.txt", ECLUSE_NAMES__ENABLED="false")[0] == 0
    assert ecluse("scan", "--profile", "feedback", tmp_path / "a.txt", ECLUSE_NAMES__ENABLED="false")[0] == 1


def test_a_redacted_copy_has_no_value_left_and_scans_clean(tmp_path: Path, someone: Person) -> None:
    mail = tmp_path / "a.eml"
    mail.write_bytes(
        b"From: a@exemple.example\r\nTo: b@exemple.example\r\nSubject: NAM\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nMon NAM est " + someone.nam.encode() + b".\r\n"
    )
    status, out, _ = ecluse("redact", mail, "-o", tmp_path / "b.eml")
    assert (status, "CA_QC_NAM=1" in out) == (0, True)
    copy = (tmp_path / "b.eml").read_bytes()
    assert someone.nam.encode() not in copy
    assert b"Subject: NAM\r\n" in copy
    assert ecluse("scan", tmp_path / "b.eml")[0] == 0


def test_nothing_is_written_when_the_file_is_not_there(tmp_path: Path) -> None:
    status, _, err = ecluse("redact", tmp_path / "none.eml", "-o", tmp_path / "out.eml")
    assert status == 2
    assert "none.eml: cannot be read" in err
    assert not (tmp_path / "out.eml").exists()


def test_what_could_not_be_looked_into_gives_1_too(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/a.bin").write_bytes(bytes(range(4)))
    status, out, _ = ecluse("scan", tmp_path / "a", ECLUSE_NAMES__ENABLED="false")
    assert (status, "UNKNOWN_TYPE" in out) == (1, True)
    status, out, _ = ecluse(
        "audit", tmp_path / "a", "-o", tmp_path / "b", "--quiet", ECLUSE_NAMES__ENABLED="false"
    )
    assert (status, re.findall(r"(?m)^incomplete +(\d+)", out)) == (1, ["1"])


@pytest.mark.parametrize("command", ["scan", "audit"])
def test_help_says_what_every_exit_status_means(command: str) -> None:
    said = " ".join(ecluse(command, "--help")[1].split())
    assert "0 nothing found, 1 something found or not looked into, 2 error" in said


def test_the_shipped_settings_are_in_order() -> None:
    status, out, err = ecluse("check-config", "--config", "config/ecluse.toml")
    assert (status, err) == (0, "")
    assert f"policy   {ROOT}/config/policy.toml\n" in out
    assert "rule     email-identity: email *: IDENTITY: redact (enforce)" in out


def test_settings_without_a_policy_name_the_one_that_can_be_copied(tmp_path: Path) -> None:
    (tmp_path / "ecluse.toml").write_text("")
    status, _, err = ecluse("check-config", "--config", "ecluse.toml", cwd=tmp_path)
    assert status == 2
    assert f"{tmp_path}/config/policy.toml: no such file: name the organisation's rules in policy.file" in err
    shipped = re.search(r"(/\S+/policy\.toml) can be copied", err)
    assert shipped
    (tmp_path / "policy.toml").write_bytes(Path(shipped[1]).read_bytes())
    status, out, err = ecluse(
        "check-config", "--config", "ecluse.toml", cwd=tmp_path, ECLUSE_POLICY__FILE="policy.toml"
    )
    assert (status, err) == (0, "")
    assert f"policy   {tmp_path}/policy.toml\n" in out


def test_an_unknown_variable_of_ours_stops_the_start() -> None:
    status, _, err = ecluse("check-config", ECLUSE_SMTP__LISSEN="x")
    assert status == 2
    assert "ECLUSE_SMTP__LISSEN: smtp.lissen: unknown key" in err


def _store(folder: Path) -> dict[str, str]:
    return {
        "ECLUSE_STORE__URL": f"sqlite:///{folder}/ecluse.db",
        "ECLUSE_STORE__KEY_FILE": str(folder / "store.key"),
        "ECLUSE_STORE__SPILL_DIRECTORY": str(folder / "spill"),
        "ECLUSE_QUARANTINE__PUBLIC_KEY_FILE": str(folder / "quarantine.pub"),
    }


def test_accounts_are_added_listed_and_closed(tmp_path: Path) -> None:
    store = _store(tmp_path)
    add = ("user", "add", "marie", "--role", "officer", "--password-stdin")
    assert ecluse(*add, stdin=b"a long enough password\n", **store)[0] == 0
    status, _, err = ecluse(*add, stdin=b"a long enough password\n", **store)
    assert (status, "already" in err) == (2, True)
    assert ecluse("user", "close", "marie", **store)[0] == 0
    _, out, _ = ecluse("user", "list", **store)
    assert out.split() == ["marie", "officer", "closed"]


def test_a_short_password_is_refused(tmp_path: Path) -> None:
    status, _, err = ecluse("user", "add", "luc", "--password-stdin", stdin=b"short\n", **_store(tmp_path))
    assert status == 2
    assert "at least 12 characters" in err


def test_quarantine_keys_are_made_once_and_kept_from_others(tmp_path: Path) -> None:
    store, private = _store(tmp_path), tmp_path / "private.key"
    command = ("quarantine", "keys", "--private-key", private, "--no-passphrase")
    assert ecluse(*command, **store)[0] == 0
    assert private.stat().st_mode & 0o077 == 0
    status, _, err = ecluse(*command, **store)
    assert (status, "there is a key already" in err) == (2, True)


def test_the_register_of_a_new_store_holds(tmp_path: Path) -> None:
    assert ecluse("user", "list", **_store(tmp_path))[0] == 0
    status, out, _ = ecluse("register", "verify", **_store(tmp_path))
    assert (status, out.startswith("OK")) == (0, True)
    (database,) = tmp_path.glob("*.db")
    assert database.stat().st_mode & 0o077 == 0


def test_a_register_that_is_not_there_does_not_hold(tmp_path: Path) -> None:
    status, out, err = ecluse("register", "verify", **_store(tmp_path))
    assert (status, out, "no database there" in err) == (2, "", True)
    assert not list(tmp_path.glob("*.db"))


@pytest.mark.parametrize("command", [("digest", "a@example.org", "--from", "b@example.org"), ("scan", "-")])
def test_texts_that_cannot_be_read_are_named(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "texts.toml").write_text("[reply\n")
    environ = {**_store(tmp_path), "ECLUSE_NOTICES__FILE": str(tmp_path / "texts.toml")}
    status, _, err = ecluse(*command, **environ)
    assert status == 2
    assert err.startswith(f"ecluse: {tmp_path}/texts.toml")


def test_a_state_that_does_not_exist_is_no_empty_list(tmp_path: Path) -> None:
    status, out, err = ecluse("quarantine", "list", "--state", "relaesed", **_store(tmp_path))
    assert (status, out) == (2, "")
    assert "expected held, released" in err


def test_files_are_judged_within_the_gateway_s_own_limits(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.txt", "Bonjour")
        archive.writestr("2.txt", "Bonsoir")
    assert ecluse("scan", tmp_path / "a.zip")[0] == 0
    status, out, _ = ecluse("scan", tmp_path / "a.zip", "--json", ECLUSE_LIMITS__ARCHIVE_FILES="1")
    assert status == 1
    assert {item["reason"] for item in json.loads(out)["incomplete"]} == {"TOO_BIG"}
