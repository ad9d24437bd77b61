"""`ecluse verify` on what the gateway delivers."""

import subprocess
import sys
from pathlib import Path

from gateway.mime.seal import sealed
from gateway.store.secret import load_secret

RAW = b"Subject: x\r\n\r\nbonjour\r\n"


def run(folder: Path, file: Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("ecluse"), "verify", file]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_message_of_ours_is_known_and_a_changed_one_too(tmp_path):
    sign = load_secret(tmp_path / "var/store.key").result
    mail = tmp_path / "mail.eml"
    mail.write_bytes(sealed(RAW, [], message_id="1", action="redact", counts={"CA_SIN": 1}, sign=sign))
    ours = run(tmp_path, mail)
    mail.write_bytes(mail.read_bytes().replace(b"bonjour", b"bonsoir"))
    changed = run(tmp_path, mail)

    assert (ours.returncode, changed.returncode) == (0, 1)
    assert "valid: by this gateway" in ours.stdout
    assert "types=CA_SIN:1" in ours.stdout
    assert "altered" in changed.stdout


def test_without_the_key_it_says_what_is_missing(tmp_path):
    mail = tmp_path / "mail.eml"
    mail.write_bytes(RAW)
    answer = run(tmp_path, mail)

    assert answer.returncode == 2
    assert "store.key_file" in answer.stderr
    assert not (tmp_path / "var/store.key").exists()
