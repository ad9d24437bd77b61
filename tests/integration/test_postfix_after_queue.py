"""Client → Postfix (250) → Écluse (content_filter) → Postfix → mailbox: nothing bounces, nothing loops, nothing is lost."""

from __future__ import annotations

import time

import pytest

from tests.integration.conftest import gateway
from tests.integration.postfix import SNIPPETS, Postfix, free_port, need_postfix, wait_for_port
from tests.integration.test_postfix_before_queue import CLEAN, UNSAFE, body_and_own_headers, send

pytestmark = pytest.mark.postfix


@pytest.fixture
def postfix(tmp_path):
    need_postfix()
    client, there, back = free_port(), free_port(), free_port()
    master = (SNIPPETS / "after-queue.master.cf").read_text(encoding="utf-8")
    master = master.replace("smtp      inet", f"127.0.0.1:{client} inet")
    master = master.replace("[127.0.0.1]:2525", f"[127.0.0.1]:{there}")
    master = master.replace("127.0.0.1:2526", f"127.0.0.1:{back}")
    with Postfix(master, "minimal_backoff_time = 1s\nqueue_run_delay = 1s\n") as running:
        wait_for_port(client)
        yield running, tmp_path, client, there, back


def test_what_a_rule_blocks_is_redacted_and_nothing_bounces(postfix):
    running, folder, client, there, back = postfix
    settings = {"ECLUSE_SMTP__MODE": "after-queue", "ECLUSE_POLICY__EMAIL_ACTION": "block"}
    with gateway(folder, there, back, **settings):
        send(client, CLEAN)
        send(client, UNSAFE)
        delivered = running.mail(2)
    (clean,) = [mail for mail in delivered if b"<1@citizen.test>" in mail]
    (cut,) = [mail for mail in delivered if b"<2@citizen.test>" in mail]
    assert body_and_own_headers(clean) == CLEAN.replace(b"\r\n", b"\n")
    assert b"046 454 286" not in cut
    assert b"X-Ecluse-Action: redact" in cut
    assert "status=bounced" not in running.log


def test_mail_waits_in_the_queue_while_the_gateway_is_away(postfix):
    running, folder, client, there, back = postfix
    send(client, CLEAN)
    end = time.monotonic() + 20
    while "status=deferred" not in running.log:
        assert time.monotonic() < end, running.log
        time.sleep(0.1)
    with gateway(folder, there, back, ECLUSE_SMTP__MODE="after-queue"):
        running.flush()  # a queue run that met the first attempt may have put the next one far off
        (delivered,) = running.mail(1, seconds=60)
    assert body_and_own_headers(delivered) == CLEAN.replace(b"\r\n", b"\n")
