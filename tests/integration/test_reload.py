"""SIGHUP to `ecluse serve`: the new policy holds in every worker, also in one that is started later."""

from __future__ import annotations

import signal
import smtplib
import time

import psutil
import pytest

from tests.integration.cluster import CountingHop
from tests.integration.conftest import ROOT, gateway
from tests.integration.postfix import free_port, wait_for_port
from tests.smtp.certificates import make_certificate

CONTENT = b"X-Number: 1\r\nSubject: x\r\n\r\nMon NAS est le 046 454 286.\r\n"


def test_a_worker_that_is_replaced_does_not_bring_the_old_policy_back(tmp_path):
    policy = tmp_path / "policy.toml"
    shipped = (ROOT / "config" / "policy.toml").read_text(encoding="utf-8")
    policy.write_text(shipped, encoding="utf-8")
    settings = {"ECLUSE_POLICY__FILE": str(policy), "ECLUSE_WORKERS": "2"}
    port, before = free_port(), {child.pid for child in psutil.Process().children()}
    with CountingHop() as hop, gateway(tmp_path, port, hop.port, **settings) as log:
        (serving,) = (child for child in psutil.Process().children() if child.pid not in before)
        _until(lambda: log.read_bytes().count(b'"ready"') == 2)
        # a crash leaves no core file: mail would stand in it
        assert {worker.rlimit(psutil.RLIMIT_CORE) for worker in serving.children()} == {(0, 0)}
        policy.write_text(shipped.replace('= "redact"', '= "block"', 1), encoding="utf-8")
        serving.send_signal(signal.SIGHUP)
        _until(lambda: log.read_bytes().count(b'"reloaded"') == 2)
        for worker in serving.children():
            worker.kill()
        _until(lambda: log.read_bytes().count(b'"ready"') == 4)
        wait_for_port(port)
        for _ in range(4):
            with (
                smtplib.SMTP("127.0.0.1", port, "c.test", timeout=20) as client,
                pytest.raises(smtplib.SMTPDataError),
            ):
                client.sendmail("a@c.test", ["info@org.test"], CONTENT)

    assert not hop.arrived


def test_what_cannot_be_used_changes_nothing_and_mail_goes_on(tmp_path):
    policy = tmp_path / "policy.toml"
    shipped = (ROOT / "config" / "policy.toml").read_text(encoding="utf-8")
    policy.write_text(shipped, encoding="utf-8")
    certificate, key = make_certificate(tmp_path)
    settings = {
        "ECLUSE_POLICY__FILE": str(policy),
        "ECLUSE_SMTP__TLS_CERTIFICATE": str(certificate),
        "ECLUSE_SMTP__TLS_KEY": str(key),
    }
    port, before = free_port(), {child.pid for child in psutil.Process().children()}
    with CountingHop() as hop, gateway(tmp_path, port, hop.port, **settings) as log:
        (serving,) = (child for child in psutil.Process().children() if child.pid not in before)
        _until(lambda: b'"ready"' in log.read_bytes())
        for number, broken in enumerate((policy, certificate), 1):
            whole = broken.read_bytes()
            policy.write_text(shipped.replace('= "redact"', '= "block"', 1), encoding="utf-8")
            broken.write_bytes(b"?" + whole[: len(whole) // 2])
            serving.send_signal(signal.SIGHUP)
            _until(lambda number=number: log.read_bytes().count(b'"reload refused"') == number)
            with smtplib.SMTP("127.0.0.1", port, "c.test", timeout=20) as client:
                client.sendmail("a@c.test", ["info@org.test"], CONTENT)
            broken.write_bytes(whole)

    assert hop.arrived[1] == 2


def _until(condition, seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not happen in time"
        time.sleep(0.05)
