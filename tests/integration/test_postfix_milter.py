"""Client → Postfix, which asks Écluse (smtpd_milters) → mailbox: what the client hears, and what staff receive.

The same Postfix has the port for released mail, without the milter: what arrives through it is what must arrive.
"""

from __future__ import annotations

import re
import smtplib
import socket
import struct
import threading
from contextlib import contextmanager

import pytest

from tests.integration.conftest import gateway
from tests.integration.postfix import SNIPPETS, Postfix, free_port, need_postfix, wait_for_port

pytestmark = pytest.mark.postfix

HEAD = (
    b"X-First: 1\r\nFrom: Marie <marie@citizen.test>\r\nTo: info@org.test\r\nMessage-ID: <1@citizen.test>\r\n"
    b"Date: Tue, 24 Nov 2026 10:00:00 -0500\r\nSubject: =?utf-8?Q?Heures_d=E2=80=99ouverture?=\r\n"
)
TEXT = b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
CLEAN = HEAD + TEXT + "\r\nBonjour, quelles sont vos heures d’ouverture?\r\n.\r\n..\r\nMerci\r\n".encode()
UNSAFE = CLEAN.replace(b"quelles sont", b"mon NAS est le 046 454 286. quelles sont")
AS_IT_WAS = {
    "utf-8": CLEAN,
    "folds and blanks": HEAD + b"X-Fold:\r\n\tone\r\n  two \t\r\nX-Tight:x\r\nX-Empty:\r\nX-Wide:  x  \r\nX-Gap : x\r\n\r\nx\r\n",
    "eight bits anywhere": HEAD + b"X-Raw: caf\xe9\r\n\r\ncaf\xe9 \x80\xff\r\n",
    "long lines": HEAD + b"X-Long: " + b"y" * 3000 + b"\r\n\r\n" + b"x" * 2047 + b"\r\n" + b"z" * 70_000 + b"\r\nend\r\n",
    "blank lines at the end": HEAD + b"\r\nx\r\n\r\n \r\n\t\r\n\r\n",
    "no body": HEAD,
    "no header": b"\r\nhello there\r\n",
    "a line that is no field": HEAD + b"this is no field\r\nX-Late: 1\r\n\r\nx\r\n",
    "lone carriage returns": HEAD + b"X-CR: a\rb\r\n\r\none\rtwo\r\n\r\r\n",
    "repeated fields": b"Received: from a\r\n\tby b; Tue, 24 Nov 2026 10:00:00 -0500\r\n" * 3 + HEAD + HEAD + b"\r\nx\r\n",
    "no end of line": HEAD + b"\r\nx",
}  # fmt: skip


class Site:
    """A Postfix whose first port asks the milter, and whose second does not."""

    def __init__(self, running: Postfix, folder, asking: int, plain: int, milter: int) -> None:
        self.running, self.asking, self.plain = running, asking, plain
        self.milter, self._folder, self._received = milter, folder, 0

    @contextmanager
    def gateway(self, **settings: str):
        """Écluse, with its milter door open."""
        listen = {"ECLUSE_MILTER__LISTEN": f"127.0.0.1:{self.milter}"}
        with gateway(self._folder, free_port(), free_port(), **listen, **settings) as log:
            yield log

    def deliver(self, port: int, content: bytes, **options) -> bytes:
        """Send a message and give what arrives, but for the trace lines of the way."""
        send(port, content, **options)
        self._received += 1
        return without_trace(max(self.running.mail(self._received), key=_order))


def _order(delivered: bytes) -> str:
    return re.search(rb"\tby mx\.org\.test .* id (\w+)", delivered)[1].decode()


def without_trace(delivered: bytes) -> bytes:
    """From the first line below this Postfix's own Received field, without a Message-Id that it made."""
    own = re.search(rb"^Received: from (?:\S+) .*\n(?:\t.*\n)*", delivered, re.M)
    return re.sub(rb"(?m)^Message-Id: .*@mx\.org\.test>\n", b"", delivered[own.end() :])


def split_trace(content: bytes) -> tuple[bytes, bytes]:
    """The X-Ecluse fields on top, and the rest."""
    ours = re.match(rb"(?:X-Ecluse-.*\n)*", content)[0]
    return ours, content[len(ours) :]


def send(port: int, content: bytes, *, recipients=("info@org.test",), **options) -> dict:
    with smtplib.SMTP("127.0.0.1", port, local_hostname="citizen.test", timeout=60) as client:
        return client.sendmail("marie@citizen.test", list(recipients), content, **options)


@pytest.fixture
def site(tmp_path):
    need_postfix()
    asking, plain, milter = free_port(), free_port(), free_port()
    master = (SNIPPETS / "milter.master.cf").read_text(encoding="utf-8")
    master = (
        master.replace("127.0.0.1:2526", f"127.0.0.1:{plain}") + f"127.0.0.1:{asking} inet n - n - - smtpd\n"
    )
    main = (
        (SNIPPETS / "milter.main.cf")
        .read_text(encoding="utf-8")
        .replace("127.0.0.1:2527", f"127.0.0.1:{milter}")
    )
    with Postfix(master, main + "enable_long_queue_ids = yes\nmilter_command_timeout = 5s\n") as running:
        wait_for_port(plain)  # the other would have Postfix look for the milter before a test has one
        yield Site(running, tmp_path, asking, plain, milter)


#: What Postfix says of the second in which it took a message that has no date.
_RECEIVED_AT = re.compile(rb"(?m)(?<=^Date: )[^\n]+(?= \(UTC\)$)")


def test_a_clean_message_arrives_as_without_the_milter_but_for_the_trace_fields(site):
    with site.gateway() as log:
        for name, content in AS_IT_WAS.items():
            expected = site.deliver(site.plain, content)
            trace, rest = split_trace(site.deliver(site.asking, content))
            assert b"X-Ecluse-Action: pass\n" in trace, name
            assert _RECEIVED_AT.sub(b"", rest) == _RECEIVED_AT.sub(b"", expected), name
    assert b"Marie" not in log.read_bytes()


def test_a_value_is_cut_from_the_body_and_from_the_subject_and_nothing_else_is_touched(site):
    content = UNSAFE.replace(
        b"?=\r\n",
        b"?=\r\nX-Ecluse-Action: pass\r\nX-Other:  kept\r\n\tas it was\r\nSubject: NAS 046 454 286\r\n",
    )
    content = content.replace(b"X-First: 1\r\n", b"x-ecluse-findings : NONE=1\r\nX-First: 1\r\n")
    with site.gateway() as log:
        expected = site.deliver(site.plain, content)
        trace, rest = split_trace(site.deliver(site.asking, content))
    assert b"X-Ecluse-Action: redact\n" in trace
    assert b"X-Ecluse-Findings: CA_SIN=1\n" in trace
    assert b"046 454 286" not in rest + log.read_bytes()
    assert b"ecluse-" not in rest.partition(b"\n\n")[0].lower()
    head, _, body = rest.partition(b"\n\n")
    expected_head = expected.partition(b"\n\n")[0]
    untouched = [line for line in expected_head.split(b"\n") if b"cluse" not in line and b"046" not in line]
    assert [line for line in head.split(b"\n") if not line.startswith(b"Subject: NAS")] == untouched
    assert len(re.findall(rb"^Subject: ", head, re.M)) == 2
    assert body.endswith(" quelles sont vos heures d’ouverture?\n.\n..\nMerci\n".encode())


def test_a_large_redacted_message_keeps_every_other_byte(site):
    lines = b"".join(b"ligne %d %s\r\n" % (n, b"a" * (n % 3000)) for n in range(1500))
    with site.gateway():
        rest = site.deliver(site.asking, UNSAFE + lines)
    assert rest.endswith(lines.replace(b"\r\n", b"\n"))
    assert b"046 454 286" not in rest


def test_a_blocked_message_is_refused_in_both_languages_and_the_next_on_the_connection_passes(site):
    with (
        site.gateway(ECLUSE_POLICY__EMAIL_ACTION="block"),
        smtplib.SMTP("127.0.0.1", site.asking, timeout=60) as client,
    ):
        client.sendmail("marie@citizen.test", ["info@org.test"], CLEAN)
        with pytest.raises(smtplib.SMTPDataError) as refused:
            client.sendmail("marie@citizen.test", ["info@org.test"], UNSAFE)
        client.sendmail("marie@citizen.test", ["info@org.test"], CLEAN)
        delivered = site.running.mail(2)
    assert refused.value.smtp_code == 550
    assert refused.value.smtp_error.count(b"5.7.1 ") > 1
    assert b"Message refuse" in refused.value.smtp_error
    assert b"Message refused" in refused.value.smtp_error
    assert all(b"046 454 286" not in content for content in delivered)


def test_a_recipient_under_another_rule_is_told_to_come_again(site, tmp_path):
    policy = (SNIPPETS.parent / "policy.toml").read_text(encoding="utf-8")
    first = policy[policy.index("[[rule]]") : policy.index("[rule.incomplete]")]
    other = first.replace("email-identity", "complaints").replace('["*"]', '["plaintes@org.test"]')
    other = other.replace('"redact" ', '"block" ')
    file = tmp_path / "policy.toml"
    file.write_text(policy.replace("[[rule]]", other + "\n[[rule]]", 1), encoding="utf-8")
    with site.gateway(ECLUSE_POLICY__FILE=str(file)):
        refused = send(site.asking, UNSAFE, recipients=("info@org.test", "plaintes@org.test"))
        site.running.mail(1)
    assert list(refused) == ["plaintes@org.test"]
    assert refused["plaintes@org.test"][0] == 452
    assert b"4.5.3" in refused["plaintes@org.test"][1]


def test_internationalised_mail_and_dsn_parameters_pass(site):
    content = CLEAN.replace(b"Marie <", "Hélène <".encode())
    with site.gateway(), smtplib.SMTP("127.0.0.1", site.asking, timeout=60) as client:
        client.ehlo("citizen.test")
        client.sendmail(
            "hélène@citizen.test", ["québec@org.test"], content, mail_options=["SMTPUTF8", "BODY=8BITMIME"]
        )
        client.sendmail(
            "marie@citizen.test", ["info@org.test"], content, ["RET=HDRS", "ENVID=Ab1"], ["NOTIFY=FAILURE"]
        )
        for delivered in site.running.mail(2):
            assert b"X-Ecluse-Action: pass\n" in delivered
            assert without_trace(delivered).endswith(content.replace(b"\r\n", b"\n"))


def test_a_value_behind_a_nul_in_a_header_field_is_seen(site):
    with site.gateway():
        rest = site.deliver(
            site.asking, CLEAN.replace(b"X-First: 1\r\n", b"Subject: x\0 NAS 046 454 286\r\n")
        )
    assert b"046 454 286" not in rest


def broken_milter(listener: socket.socket, state: str) -> None:
    """One connection of a filter that hangs up at once, says nothing, or is lost at the end of the message."""
    connection, _ = listener.accept()
    with connection:
        connection.settimeout(30)
        if state == "lost at the end":
            quiet = 0x1000 | 0x2000 | 0x4000 | 0x8000 | 0x10000 | 0x40000 | 0x80000 | 0x80
            events, event = connection.makefile("rb"), b"O"
            while event != b"E":
                length, event = struct.unpack("!Ic", events.read(5))
                events.read(length - 1)
                if event == b"O":
                    connection.sendall(struct.pack("!IcIII", 13, b"O", 6, 0, quiet))
        elif state == "silent":
            while connection.recv(65536):
                pass


@pytest.mark.parametrize("state", ["away", "hung up", "silent", "lost at the end"])
def test_without_an_answer_the_client_is_told_to_try_again(site, state):
    with socket.socket() as listener:
        if state != "away":
            listener.bind(("127.0.0.1", site.milter))
            listener.listen()
            threading.Thread(target=broken_milter, args=(listener, state), daemon=True).start()
        with pytest.raises((smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)) as refused:
            send(site.asking, CLEAN)
    error = refused.value
    known = isinstance(error, smtplib.SMTPResponseException)
    assert isinstance(error, smtplib.SMTPDataError) == (state == "lost at the end")
    codes = [error.smtp_code] if known else [code for code, _ in error.recipients.values()]
    assert all(400 <= code < 500 for code in codes), site.running.log
