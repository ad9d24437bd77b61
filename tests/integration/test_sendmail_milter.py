"""Client → Sendmail, which asks Écluse with the line that we ship → mailbox: what the client hears, and what staff receive."""

from __future__ import annotations

import os
import smtplib
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.cluster import CountingHop
from tests.integration.conftest import ROOT, gateway
from tests.integration.postfix import free_port, wait_for_port

pytestmark = pytest.mark.sendmail

HEAD = (
    "X-Number: {}\r\nX-Fold: one\r\n\ttwo\r\n"
    "From: Marie <marie@citizen.test>\r\nTo: info@org.test\r\nMessage-ID: <1@citizen.test>\r\n"
    "Date: Tue, 24 Nov 2026 10:00:00 -0500\r\nSubject: =?utf-8?Q?Heures_d=E2=80=99ouverture?=\r\nMIME-Version: 1.0\r\n"
    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
)
BODY = "Bonjour, quelles sont vos heures d’ouverture?\r\n\r\n.\r\n..\r\n" + "x" * 900 + "\r\nMerci\r\n"
SITE = """\
divert(0)dnl
OSTYPE(`linux')dnl
undefine(`ALIAS_FILE')dnl
define(`STATUS_FILE', `{folder}/statistics')dnl
define(`QUEUE_DIR', `{folder}/queue')dnl
define(`confPID_FILE', `{folder}/sendmail.pid')dnl
define(`confDOMAIN_NAME', `mx.org.test')dnl
define(`confCW_FILE', `-o {folder}/none')dnl
define(`confDONT_PROBE_INTERFACES', `True')dnl
define(`confDONT_BLAME_SENDMAIL', `GroupWritableDirPathSafe')dnl
FEATURE(`nocanonify')dnl
FEATURE(`accept_unresolvable_domains')dnl
FEATURE(`no_default_msa')dnl
DAEMON_OPTIONS(`Family=inet, Addr=127.0.0.1, Port={port}, Name=MTA')dnl
define(`SMART_HOST', `relay:[127.0.0.1]')dnl
define(`RELAY_MAILER_ARGS', `TCP $h {next_hop}')dnl
RELAY_DOMAIN(`org.test')dnl
{filter}
MAILER(`smtp')dnl
"""


def unpacked_sendmail() -> Path:
    """Where Debian's sendmail packages were unpacked; without it the test fails in CI and is skipped elsewhere."""
    root = Path(os.environ.get("SENDMAIL_ROOT", "/nonexistent"))
    if not (root / "usr/libexec/sendmail/sendmail").exists():
        reason = (
            "no Sendmail here: unpack sendmail-bin and sendmail-cf and set SENDMAIL_ROOT, as .ci/run does"
        )
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    return root


@contextmanager
def sendmail(folder: Path, port: int, milter: int, next_hop: int):
    """A Sendmail of its own on `port`, which asks the milter and hands everything for org.test to `next_hop`."""
    root = unpacked_sendmail()
    shipped = (ROOT / "config/sendmail/milter.mc").read_text(encoding="utf-8")
    assert shipped.count("inet:2527@") == 1
    (folder / "queue").mkdir(mode=0o700)
    site = SITE.format(
        folder=folder, port=port, next_hop=next_hop, filter=shipped.replace("inet:2527@", f"inet:{milter}@")
    )
    (folder / "site.mc").write_text(site, encoding="utf-8")
    macros = root / "usr/share/sendmail/cf"
    built = subprocess.run(
        ["m4", f"-D_CF_DIR_={macros}/", macros / "m4/cf.m4", folder / "site.mc"],
        capture_output=True,
        check=True,
    )
    (folder / "site.cf").write_bytes(built.stdout)
    command = [root / "usr/libexec/sendmail/sendmail", "-C", folder / "site.cf", "-bD"]
    # On a host whose name has no dot Sendmail first sleeps for a minute: it is given a name of its own where that is allowed.
    if subprocess.run(["unshare", "--uts", "true"], capture_output=True).returncode == 0:
        command = ["unshare", "--uts", "sh", "-c", 'hostname mx.org.test; exec "$@"', "sh", *command]
    with (folder / "sendmail.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        wait_for_port(port, 90)
        yield
    finally:
        process.terminate()
        process.wait(10)


def send(port: int, number: int, body: str) -> None:
    with smtplib.SMTP("127.0.0.1", port, "citizen.test", timeout=60) as client:
        client.sendmail(
            "marie@citizen.test", ["info@org.test"], (HEAD.format(number) + body).encode(), ["BODY=8BITMIME"]
        )


@pytest.fixture
def site(tmp_path):
    """(port of Sendmail, port that its milter is asked on, mailbox)"""
    port, milter = free_port(), free_port()
    with CountingHop() as hop, sendmail(tmp_path, port, milter, hop.port):
        yield port, milter, hop


def received(hop: CountingHop, number: int) -> tuple[bytes, bytes]:
    end = time.monotonic() + 30
    while number not in hop.content and time.monotonic() < end:
        time.sleep(0.1)
    head, _, body = hop.content[number].partition(b"\r\n\r\n")
    return head, body


def test_mail_passes_unchanged_or_without_the_value(site, tmp_path):
    port, milter, hop = site
    with gateway(tmp_path, free_port(), hop.port, ECLUSE_MILTER__LISTEN=f"127.0.0.1:{milter}") as log:
        send(port, 1, BODY)
        send(port, 2, "Mon NAS est le 130 692 544.\r\n" + BODY)
        clean, clean_body = received(hop, 1)
        redacted, redacted_body = received(hop, 2)

    stuffed = BODY.replace("\r\n.", "\r\n..").encode() + b".\r\n"
    assert clean_body == stuffed
    assert b"X-Ecluse-Action: pass\r\n" in clean
    assert b"\r\nX-Fold: one\r\n\ttwo\r\n" in clean
    assert b"X-Ecluse-Action: redact\r\n" in redacted
    assert redacted_body.endswith(stuffed)
    assert b"692 544" not in redacted + redacted_body + log.read_bytes()
    assert dict(hop.arrived) == {1: 1, 2: 1}


def test_a_blocked_message_is_refused_in_both_languages_and_the_next_one_passes(site, tmp_path):
    port, milter, hop = site
    settings = {"ECLUSE_MILTER__LISTEN": f"127.0.0.1:{milter}", "ECLUSE_POLICY__EMAIL_ACTION": "block"}
    with gateway(tmp_path, free_port(), hop.port, **settings):
        with pytest.raises(smtplib.SMTPDataError) as refused:
            send(port, 1, "Mon NAS est le 130 692 544.\r\n")
        send(port, 2, BODY)
        received(hop, 2)
    assert refused.value.smtp_code == 550
    assert b"Message refuse" in refused.value.smtp_error
    assert b"Message refused" in refused.value.smtp_error
    assert dict(hop.arrived) == {2: 1}


def test_while_the_gateway_is_away_mail_is_deferred(site):
    port, _, hop = site
    with pytest.raises(smtplib.SMTPResponseException) as refused:
        send(port, 1, BODY)
    assert refused.value.smtp_code == 451
    assert not hop.arrived
