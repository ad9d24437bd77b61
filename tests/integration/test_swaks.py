"""Whole conversations of swaks with `ecluse serve`: what is announced behaves, over every way in."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from contextlib import contextmanager

import pytest

from tests.integration.cluster import CountingHop
from tests.integration.conftest import gateway
from tests.integration.postfix import free_port, wait_for_port
from tests.smtp.certificates import make_certificate

SWAKS = shutil.which("swaks")
#: swaks says by its exit status at which step it was refused.
DONE, AT_RCPT, AT_DOT, AT_LOGIN, AT_TLS = 0, 24, 26, 28, 29
SECRET = "s3cret-phrase"


class RichHop(CountingHop):
    """A next hop that offers all that can be passed on; `said` holds its commands, `content` what it took."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[bytes] = []

    async def _serve(self, reader, writer):
        offered = b"hop|PIPELINING|8BITMIME|SMTPUTF8|DSN|XFORWARD NAME ADDR HELO|AUTH PLAIN LOGIN"
        lines = offered.split(b"|")
        ehlo = b"".join(b"250-%b\r\n" % line for line in lines[:-1]) + b"250 %b\r\n" % lines[-1]
        writer.write(b"220 hop\r\n")
        while line := await reader.readline():
            self.said.append(line.rstrip())
            if line.startswith(b"DATA"):
                writer.write(b"354 go\r\n")
                content = await reader.readuntil(b"\r\n.\r\n")
                self.arrived[len(self.content)] += 1
                self.content[len(self.content)] = content
            if line.startswith(b"AUTH"):
                writer.write(b"235 2.7.0 welcome\r\n" if _login(line) else b"535 5.7.8 wrong\r\n")
                continue
            writer.write(ehlo if line.startswith(b"EHLO") else b"250 2.0.0 ok\r\n")
            if line.startswith(b"QUIT"):
                break
        writer.close()


def _login(line: bytes) -> bool:
    return base64.b64decode(line.split()[2]) == b"\0staff\0" + SECRET.encode()


@contextmanager
def running(folder, **settings):
    """(swaks with these arguments -> (status, transcript), next hop)."""
    if SWAKS is None:
        pytest.fail("needs swaks (apt-get install swaks)")
    port, secure = free_port(), free_port()
    certificate, key = make_certificate(folder)
    settings = {
        "ECLUSE_SMTP__TLS_CERTIFICATE": str(certificate),
        "ECLUSE_SMTP__TLS_KEY": str(key),
        "ECLUSE_SMTP__LISTEN_TLS": f"127.0.0.1:{secure}",
        "ECLUSE_SMTP__AUTH": "tls",
        **settings,
    }

    def swaks(*arguments: str, tls: bool = False) -> tuple[int, str]:
        fixed = ["--server", "127.0.0.1", "--port", str(secure if tls else port), "--helo", "c.test"]
        envelope = ["--from", "a@c.test", "--to", "info@org.test", "--timeout", "20"]
        command = [SWAKS, *fixed, *envelope, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        return done.returncode, done.stdout + done.stderr

    with RichHop() as hop, gateway(folder, port, hop.port, **settings):
        wait_for_port(secure)
        yield swaks, hop


def announced(transcript: str) -> list[str]:
    """The keywords of the last EHLO answer."""
    answers = re.findall(r"^<[-~*~]+\s+250[- ](.*)$", transcript.replace("\r", ""), re.M)
    last = max(number for number, line in enumerate(answers) if line == "gate.org.test")
    return [line for line in answers[last + 1 :] if re.fullmatch(r"[A-Z0-9]+( .*)?", line)]


COMMON = ["PIPELINING", "ENHANCEDSTATUSCODES", "CHUNKING", "8BITMIME", "SMTPUTF8", "DSN"]


def test_every_way_in_and_what_is_announced_there(tmp_path):
    with running(tmp_path) as (swaks, hop):
        clear = swaks()
        starttls = swaks("--tls")
        implicit = swaks("--tls-on-connect", tls=True)
        pipelined = swaks("--pipeline")
        helo = swaks("--protocol", "SMTP")

    for status, transcript in (clear, starttls, implicit, pipelined, helo):
        assert status == DONE, transcript
    assert sum(hop.arrived.values()) == 5
    keywords = {
        name: announced(said)
        for name, (_, said) in (("clear", clear), ("tls", starttls), ("smtps", implicit))
    }
    for said in keywords.values():
        assert set(COMMON) <= set(said)
        assert "SIZE 52428800" in said
    assert "STARTTLS" in keywords["clear"]
    assert "AUTH PLAIN LOGIN" not in keywords["clear"]
    for name in ("tls", "smtps"):
        assert "STARTTLS" not in keywords[name]
        assert "AUTH PLAIN LOGIN" in keywords[name]
    assert any(keyword.startswith("XFORWARD NAME ADDR") for keyword in keywords["clear"])


def test_what_is_refused_is_refused_where_it_belongs(tmp_path):
    policy = {"ECLUSE_POLICY__EMAIL_ACTION": "block", "ECLUSE_SMTP__RELAY_NETWORKS": '["192.0.2.0/24"]'}
    with running(tmp_path, ECLUSE_SMTP__RELAY_DOMAINS='["org.test"]', **policy) as (swaks, hop):
        elsewhere = swaks("--to", "x@elsewhere.test")
        value = swaks("--body", "Mon NAS est le 046 454 286.")
        in_the_clear = swaks("--auth", "PLAIN", "--auth-user", "staff", "--auth-password", SECRET)
        wrong = swaks("--tls", "--auth", "PLAIN", "--auth-user", "staff", "--auth-password", "wrong")
        right = swaks(
            "--tls",
            "--auth",
            "PLAIN",
            "--auth-user",
            "staff",
            "--auth-password",
            SECRET,
            "--to",
            "x@elsewhere.test",
        )

    assert elsewhere[0] == AT_RCPT
    assert "554 5.7.1 " in elsewhere[1]
    assert value[0] == AT_DOT
    assert "550 5.7.1 " in value[1] or "550-5.7.1 " in value[1]
    assert in_the_clear[0] == AT_LOGIN
    assert wrong[0] == AT_LOGIN
    assert right[0] == DONE, right[1]
    assert sum(hop.arrived.values()) == 1


def test_a_sender_that_hangs_up_leaves_nothing(tmp_path):
    with running(tmp_path) as (swaks, hop):
        for step in ("CONNECT", "HELO", "MAIL", "RCPT"):
            swaks("--drop-after", step)
            swaks("--quit-after", step)
        swaks("--drop-after", "DATA")
        swaks("--drop-after-send", "DATA")
        assert not hop.arrived
        assert swaks()[0] == DONE
    assert sum(hop.arrived.values()) == 1


def test_who_the_client_is_comes_through_from_those_who_may_say_so(tmp_path):
    ours = {"ECLUSE_SMTP__RELAY_DOMAINS": '["org.test"]'}
    with running(tmp_path, **ours) as (swaks, hop):
        status, said = swaks(
            "--xclient-addr", "192.0.2.7", "--xclient-helo", "far.test", "--xclient-no-verify"
        )
        assert status == DONE, said
    assert b"from far.test ([192.0.2.7])" in hop.content[0]

    (tmp_path / "proxied").mkdir()
    with running(tmp_path / "proxied", ECLUSE_SMTP__PROXY_PROTOCOL="true", **ours) as (swaks, hop):
        for version in ("1", "2"):
            named = ("--proxy-source", "192.0.2.8", "--proxy-source-port", "1234")
            status, said = swaks(
                "--proxy-version", version, "--proxy-family", "TCP4" if version == "1" else "AF_INET", *named,
                "--proxy-dest", "192.0.2.9", "--proxy-dest-port", "25",
                *(("--proxy-protocol", "STREAM", "--proxy-command", "PROXY") if version == "2" else ()),
            )  # fmt: skip
            assert status == DONE, said
    assert all(b"([192.0.2.8])" in content for content in hop.content.values())
