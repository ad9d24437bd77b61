"""A message that is read at a glance is read as the general reader reads it; what could be more is left to that."""

import random

import pytest

from gateway.mime.extraction import MailExtraction
from gateway.mime.limits import Budget, MimeLimits
from gateway.mime.message import index
from gateway.mime.plainmail import PlainMail, plain_segments
from gateway.mime.reader import Reader
from gateway.model import CannotRedact, Edit
from gateway.smtp.content import malformed

_USUAL = (
    "Subject: bonjour|From: a <a@b.example>|Subject: a\r\n\tb|X-Foo: 1|Date: Tue|Received: from x\r\n by y|MIME-Version: 1.0"
    "|Content-Type: text/plain; charset=utf-8|Content-Transfer-Encoding: 8bit|Content-Transfer-Encoding: quoted-printable"
).split("|")
_ODD = (
    'Subject:|Subject: |Subject: a\r\n  |X-1 : y|X-12345: z|Content-Type: text/plain;charset="windows-1252"|Content-Type:'
    "|Content-Type: text/html; charset=utf-8|Content-Type: text/plain; charset=iso-8859-99"
    "|Content-Type: text/plain; format=flowed|Content-Transfer-Encoding: base64|Content-Transfer-Encoding: (x) base64"
    "|Content-Transfer-Encoding: 7BIT|junk| fold|From x y|Content-Disposition: attachment; filename=a"
    "|Subject: =?utf-8?q?=C3=A9?=|Subject: é|Subject: a\0b|: y|Subject: a\nb: c|a: \r"
).split("|")
_TEXT = (b"bonjour", "né à Montréal".encode(), b"", b"a=E9b=", b"=C3=A9", b"..")
_MORE = (
    b"\xe9t\xe9 \x82a", b"a\x82b a\x8ac", b"1\xca2", b"<html>x", b"begin 644 a\r\n#0V%T\r\n`\r\nend",
    b"-----BEGIN PGP MESSAGE-----", b"=ybegin line=1 name=x", b"(This file must be converted with BinHex 4.0)",
    b"--b", b"a\x00b", b"\x1f", b"\xef\xbb\xbfx", b"a\nb",
)  # fmt: skip


def _messages(count: int):
    chance = random.Random(20)
    for _ in range(count):
        usual = chance.random() < 0.5
        fields = [chance.choice(_USUAL if usual else _USUAL + _ODD) for _ in range(chance.randint(0, 7))]
        lines = [chance.choice(_TEXT if usual else _TEXT + _MORE) for _ in range(chance.randint(0, 4))]
        yield b"\r\n".join((*(field.encode() for field in fields), b"", *lines))


def _seen(extraction):
    return list(extraction.segments), list(extraction.incomplete), extraction.signed


def _rewritten(extraction, edit):
    try:
        return extraction.rewrite([edit], {})
    except CannotRedact as obstacle:
        return obstacle.part


def test_what_is_read_at_a_glance_is_what_the_general_reader_reads():
    glances = 0
    for raw in _messages(3000):
        whole = not malformed(raw)
        if plain_segments(raw, MimeLimits(), whole=whole) is None:
            continue
        glances += 1
        reader = Reader(raw, MimeLimits(), Budget(MimeLimits(), len(raw)), None, "", 0, whole=whole)
        reader.run()
        general, plain = MailExtraction(reader), index(raw, whole=whole)
        assert _seen(plain) == _seen(general), raw
        assert plain.rewrite((), {}) is raw
        for segment in plain.segments:
            edit = Edit(segment.path, 0, max(1, len(segment.text) // 2), "[X]")
            if segment.text:
                assert _rewritten(plain, edit) == _rewritten(general, edit), raw
    assert glances > 500


PLAIN = "Subject: Heures\r\nContent-Type: text/plain; charset={}\r\nContent-Transfer-Encoding: {}\r\n\r\nBonjour {}\r\n"


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(
    "said", [("utf-8", "8bit", "é"), ("us-ascii", "7bit", "!"), ('"UTF-8"', "Quoted-Printable", "=C3=A9")]
)
def test_most_plain_mail_is_read_at_a_glance(said, whole):
    assert isinstance(index(PLAIN.format(*said).encode(), whole=whole), PlainMail)


@pytest.mark.parametrize("limits", [MimeLimits(max_text=5), MimeLimits(max_fields=0)], ids=["text", "fields"])
def test_what_is_over_a_limit_is_not(limits):
    extraction = index(PLAIN.format("utf-8", "8bit", "é").encode(), limits=limits)
    assert not isinstance(extraction, PlainMail)
    assert extraction.incomplete
