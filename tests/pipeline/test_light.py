"""What is inspected on the event loop, and what in a thread."""

from __future__ import annotations

import pytest

from gateway.light import is_light
from gateway.model import Channel, Message

KB = 1024
TOP = b"Subject: Bonjour\r\nDate: Tue, 24 Nov 2026 10:00:00 -0500\r\n\r\n"
WORDS = b"Merci de votre patience et de votre aide.\r\n"
FIGURES = b"Facture 2026-00418 du 17 novembre 2026, 1 254,75 $.\r\n"


def mail(line: bytes, octets: int, top: bytes = TOP) -> Message:
    return Message("1", Channel.EMAIL, top + line * (octets // len(line)), whole=True)


@pytest.mark.parametrize(
    ("message", "light"),
    [
        pytest.param(mail(FIGURES, 90 * KB), True, id="small"),
        pytest.param(mail(FIGURES, 200 * KB), False, id="figures from end to end"),
        pytest.param(mail(WORDS, 200 * KB), True, id="words alone"),
        pytest.param(mail(WORDS, 200 * KB, TOP + FIGURES), True, id="words, and some figures in the first line"),
        pytest.param(mail(WORDS, 200 * KB, TOP + FIGURES * 400), False, id="words, and many figures at the top"),
        pytest.param(mail(b"1" + b"X" * 78 + b"\r\n", 200 * KB), True, id="numbered lines"),
        pytest.param(mail(WORDS, 300 * KB), False, id="words alone, big"),
        pytest.param(mail(WORDS, 4 * KB, b'Content-Type: image/png; name="a.png"\r\n' + TOP), False, id="a file's name"),
        pytest.param(mail(b"name=value\r\n", 4 * KB), True, id="a name in the text of a mail without parts"),
        pytest.param(mail(b'X-Type: a/b; name="a.png"\r\n', 4 * KB, b"Content-Type: Multipart/mixed\r\n" + TOP), False,
                     id="a file's name in a part"),
        pytest.param(Message("1", Channel.EMAIL, b"name=a.png", whole=True), False, id="no end of the header"),
        pytest.param(mail(WORDS, 4 * KB, b"Content-Type: message/rfc822\r\n\r\n" + TOP), False, id="a mail within"),
        pytest.param(Message("1", Channel.FORM, b"a=1", content_type="application/json"), True, id="a form"),
        pytest.param(Message("1", Channel.FORM, b"a=1", content_type="multipart/form-data"), False, id="a form with files"),
    ],
)  # fmt: skip
def test_what_is_soon_done_keeps_nobody_waiting(message: Message, light: bool) -> None:
    assert is_light(message) is light
