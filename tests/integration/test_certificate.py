"""SIGHUP to `ecluse serve`: connections from then on see the renewed certificate."""

from __future__ import annotations

import shutil
import signal
import ssl
import time

import psutil

from tests.integration.conftest import gateway
from tests.integration.postfix import free_port, wait_for_port
from tests.smtp.certificates import make_certificate


def test_a_renewed_certificate_is_shown_after_sighup(tmp_path):
    files = tmp_path / "cert.pem", tmp_path / "key.pem"
    for number in (1, 2):
        (tmp_path / str(number)).mkdir()
    for file, made in zip(files, make_certificate(tmp_path / "1"), strict=True):
        shutil.copy(made, file)
    secure = free_port()
    settings = {
        "ECLUSE_SMTP__LISTEN_TLS": f"127.0.0.1:{secure}",
        "ECLUSE_SMTP__TLS_CERTIFICATE": str(files[0]),
        "ECLUSE_SMTP__TLS_KEY": str(files[1]),
    }
    before = {child.pid for child in psutil.Process().children()}
    with gateway(tmp_path, free_port(), free_port(), **settings):
        wait_for_port(secure)
        (serving,) = (child for child in psutil.Process().children() if child.pid not in before)
        old = ssl.get_server_certificate(("127.0.0.1", secure))
        for file, made in zip(files, make_certificate(tmp_path / "2"), strict=True):
            shutil.copy(made, file)
        serving.send_signal(signal.SIGHUP)
        end = time.monotonic() + 10
        while (shown := ssl.get_server_certificate(("127.0.0.1", secure))) == old and time.monotonic() < end:
            time.sleep(0.1)

    assert shown != old
