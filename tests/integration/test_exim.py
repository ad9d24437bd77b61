"""A real Exim in front of the gateway, with the configuration that we ship: Exim takes the mail and hands it on."""

from __future__ import annotations

import os
import shutil
import smtplib
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.cluster import CountingHop
from tests.integration.conftest import ROOT, gateway
from tests.integration.postfix import free_port, wait_for_port

pytestmark = pytest.mark.exim
EXIM = os.environ.get("EXIM_BIN") or shutil.which("exim4")


@contextmanager
def exim(folder: Path, port: int, gate: int):
    """An Exim of its own on `port`, which hands everything for org.test to `gate`."""
    settings = (ROOT / "config/exim/relay.conf").read_text(encoding="utf-8")
    for old, new in (
        ("local_interfaces = 0.0.0.0", "local_interfaces = 127.0.0.1"),
        ("daemon_smtp_ports = 25\n", f"daemon_smtp_ports = {port}\n"),
        ("port = 2525\n", f"port = {gate}\n"),
    ):
        assert settings.count(old) == 1
        settings = settings.replace(old, new)
    spool = folder / "spool"
    spool.mkdir(mode=0o777)
    spool.chmod(0o777)
    for above in (folder, *folder.parents[:-2]):
        above.chmod(above.stat().st_mode | 0o055)
    own = f"exim_path = {EXIM}\nspool_directory = {spool}\nlog_file_path = {spool}/%slog\npid_file_path = {spool}/exim.pid\n"
    (folder / "exim.conf").write_text(f"{own}primary_hostname = edge.org.test\n{settings}", encoding="utf-8")
    command = [EXIM, "-C", str(folder / "exim.conf"), "-bdf", "-q1m"]
    with (folder / "exim.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        wait_for_port(port)
        yield
    finally:
        process.terminate()
        process.wait(10)


def send(port: int, number: int, text: str, to: str = "info@org.test") -> None:
    content = f"X-Number: {number}\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    with smtplib.SMTP("127.0.0.1", port, "c.test", timeout=20) as client:
        client.sendmail("a@c.test", [to], content.encode())


def test_mail_goes_through_exim_and_the_gateway_once_and_without_the_value(tmp_path_factory):
    if EXIM is None or not Path(EXIM).exists():
        reason = "no Exim here: unpack exim4-daemon-light and set EXIM_BIN, as .ci/run does"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    folder, port, gate = tmp_path_factory.mktemp("exim"), free_port(), free_port()
    mode = {"ECLUSE_SMTP__MODE": "after-queue", "ECLUSE_POLICY__EMAIL_ACTION": "block"}
    with CountingHop() as hop, gateway(folder, gate, hop.port, **mode), exim(folder, port, gate):
        send(port, 1, "Quand ouvrez-vous?")
        send(port, 2, "Mon NAS est le 130 692 544.")
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            send(port, 3, "relay", to="x@elsewhere.test")
        end = time.monotonic() + 30
        while len(hop.arrived) < 2 and time.monotonic() < end:
            time.sleep(0.1)

    assert dict(hop.arrived) == {1: 1, 2: 1}
    assert b"by edge.org.test with" in hop.content[1]
    assert b"(Ecluse) with ESMTP" in hop.content[1]
    assert b"692 544" not in hop.content[2]
    assert b"X-Ecluse-Action: redact" in hop.content[2]
