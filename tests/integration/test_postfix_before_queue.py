"""Client → Postfix → Écluse (smtpd_proxy_filter) → Postfix → mailbox: what the client hears, and what staff receive."""

from __future__ import annotations

import smtplib

import pytest

from tests.integration.conftest import gateway
from tests.integration.postfix import SNIPPETS, Postfix, free_port, need_postfix, wait_for_port

pytestmark = pytest.mark.postfix

CLEAN = (
    b"From: Marie <marie@citizen.test>\r\nTo: info@org.test\r\nSubject: =?utf-8?Q?Heures_d=E2=80=99ouverture?=\r\n"
    b"Date: Tue, 24 Nov 2026 10:00:00 -0500\r\nMessage-ID: <1@citizen.test>\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"Bonjour, quelles sont vos heures d=E2=80=99ouverture le 12 avril 2027?\r\n.\r\nMerci\r\n"
)
UNSAFE = CLEAN.replace(b"quelles sont", b"mon NAS est le 046 454 286. quelles sont").replace(b"<1@", b"<2@")


@pytest.fixture(params=["", "speed_adjust"])
def postfix(request, tmp_path):
    need_postfix()
    client, there, back = free_port(), free_port(), free_port()
    master = (SNIPPETS / "before-queue.master.cf").read_text(encoding="utf-8")
    master = master.replace("smtp      inet", f"127.0.0.1:{client} inet")
    master = master.replace("127.0.0.1:2525", f"127.0.0.1:{there}").replace(
        "127.0.0.1:2526", f"127.0.0.1:{back}"
    )
    main = (SNIPPETS / "speed-adjust.main.cf").read_text(encoding="utf-8") if request.param else ""
    with Postfix(master, main) as running:
        wait_for_port(client)
        yield running, tmp_path, client, there, back


def send(port: int, content: bytes, **options):
    with smtplib.SMTP("127.0.0.1", port, local_hostname="citizen.test", timeout=60) as client:
        return client.sendmail("marie@citizen.test", ["info@org.test"], content, **options)


def body_and_own_headers(delivered: bytes) -> bytes:
    """What is left of a delivered message when the trace headers of the hops are taken off."""
    lines = delivered.replace(b"\r\n", b"\n").split(b"\n")
    start = next(number for number, line in enumerate(lines) if line.startswith(b"From: "))
    return b"\n".join(lines[start:])


def test_a_clean_message_arrives_as_it_was_sent(postfix):
    running, folder, client, there, back = postfix
    with gateway(folder, there, back) as log:
        send(client, CLEAN)
        (delivered,) = running.mail(1)
    assert body_and_own_headers(delivered) == CLEAN.replace(b"\r\n", b"\n")
    assert b"X-Ecluse-Action: pass" in delivered
    assert b"Marie" not in log.read_bytes()


def test_a_message_with_a_value_is_redacted_and_says_so(postfix):
    running, folder, client, there, back = postfix
    with gateway(folder, there, back) as log:
        send(client, UNSAFE)
        (delivered,) = running.mail(1)
    assert b"046 454 286" not in delivered
    assert b"X-Ecluse-Action: redact" in delivered
    assert b"X-Ecluse-Findings: CA_SIN=1" in delivered
    assert b"046 454 286" not in log.read_bytes()


def test_a_blocked_message_is_refused_in_both_languages_and_reaches_nobody(postfix):
    running, folder, client, there, back = postfix
    with gateway(folder, there, back, ECLUSE_POLICY__EMAIL_ACTION="block"):
        with pytest.raises(smtplib.SMTPDataError) as refused:
            send(client, UNSAFE)
        send(client, CLEAN)
        delivered = running.mail(1)
    assert refused.value.smtp_code == 550
    assert b"5.7.1" in refused.value.smtp_error
    assert b"Message refuse" in refused.value.smtp_error
    assert b"Message refused" in refused.value.smtp_error
    assert len(delivered) == 1
    assert b"046 454 286" not in delivered[0]


def test_dsn_parameters_and_long_lines_pass(postfix):
    running, folder, client, there, back = postfix
    long_line = CLEAN + b"x" * 1500 + b"\r\n"
    with gateway(folder, there, back):
        send(client, long_line, mail_options=["RET=HDRS", "ENVID=Ab1"], rcpt_options=["NOTIFY=FAILURE"])
        (delivered,) = running.mail(1)
    assert b"x" * 1500 in delivered.replace(b"\n ", b"")


def test_without_the_gateway_the_client_is_told_to_try_again(postfix):
    running, _folder, client, _there, _back = postfix
    with pytest.raises((smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)) as refused:
        send(client, CLEAN)
    error = refused.value
    code = (
        error.smtp_code
        if isinstance(error, smtplib.SMTPResponseException)
        else next(iter(error.recipients.values()))[0]
    )
    assert 400 <= code < 500, running.log
