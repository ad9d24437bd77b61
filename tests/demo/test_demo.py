"""The demo, as a newcomer starts it: within a minute there are messages, a form that refuses, and notices in the console."""

from __future__ import annotations

import html
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.http.client import request
from tests.integration.postfix import free_port, wait_for_port

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """(base URL, what it printed) of a running demo whose sample traffic has gone through."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "config").symlink_to(ROOT / "config")
    web, smtp = free_port(), free_port()
    command = [Path(sys.executable).with_name("ecluse"), "demo", "--port", str(web), "--smtp-port", str(smtp)]
    printed = folder / "out"
    with printed.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
    base = f"http://127.0.0.1:{web}"
    try:
        wait_for_port(web, 60)
        end = time.monotonic() + 60
        while "reload" in (page := request("GET", f"{base}/?lang=en").text):
            assert time.monotonic() < end, page
            time.sleep(0.3)
        yield base, printed
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def test_staff_received_redacted_warned_and_clean_messages_and_not_the_blocked_one(demo):
    page = request("GET", f"{demo[0]}/demo/mailbox?lang=en").text
    for action in ("redact", "warn", "pass"):
        assert f'class="tag {action}"' in page
    assert "Plainte" not in page


def test_the_banner_is_there_and_the_values_are_not(demo):
    body = html.unescape(request("GET", f"{demo[0]}/demo/mailbox/2/body").text)
    assert "Renseignements personnels retirés" in body
    assert "[numéro d'assurance maladie : retiré]" in body


def test_the_blocked_senders_conversation_is_shown(demo):
    page = request("GET", f"{demo[0]}/?lang=fr").text
    assert "S: 550-5.7.1 Message refuse" in page


def test_the_form_refuses_a_number_and_takes_a_plain_comment(demo):
    url, kind = f"{demo[0]}/v1/forms/demo-feedback", "application/x-www-form-urlencoded"
    refused = request(
        "POST", url, b"useful=yes&comment=Mon+NAS+046+454+286", content_type=kind, accept="text/html"
    )
    taken = request(
        "POST", url, b"useful=no&comment=Page+difficile+a+lire", content_type=kind, accept="text/html"
    )
    assert (refused.status, taken.status) == (422, 200)
    assert "<mark>046 454 286</mark>" in refused.text


def test_the_console_asks_for_the_account_that_was_printed(demo):
    base, printed = demo
    assert "console: demo / " in printed.read_text(encoding="utf-8")
    assert request("GET", f"{base}/console/").status in (302, 303, 307)
    assert request("GET", f"{base}/health/ready").status == 200
