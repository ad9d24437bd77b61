"""The messages that are sent, and what must become of each on its way."""

from __future__ import annotations

import base64
import random
import re
from dataclasses import dataclass

VALUE = b"046 454 286"
_END = b"fin / end\r\n"
_OURS = re.compile(rb"\A(?:(?:Received|X-Ecluse-[A-Za-z]+):[^\r]*\r\n(?:[ \t][^\r]*\r\n)*)*")
_LINE = b"Bonjour, merci de votre travail.\r\n.. deux points\r\n.\xc3\xa9t\xc3\xa9\r\n"


@dataclass(frozen=True)
class Mail:
    """One message: `kind` is clean, value, held or endless (so long to scan that it may be put off for ever)."""

    number: int
    kind: str
    body: bytes

    def wire(self, attempt: str) -> bytes:
        """As it is sent in one attempt."""
        return b"X-Attempt: %b\r\nMessage-ID: <m%d@c.test>\r\n%b" % (attempt.encode(), self.number, self.body)

    def wrong(self, delivered: bytes, attempt: str) -> str:
        """What is wrong with what the next hop has, "" when nothing is."""
        if self.kind == "clean":
            return "" if _OURS.sub(b"", delivered, count=1) == self.wire(attempt) else "changed"
        if VALUE in delivered:
            return "the value is in it"
        whole = delivered.endswith((_END, b"--b--\r\n")) and delivered.count(_END) == 1
        return "" if whole else "half of it"


def draw(number: int, random_: random.Random, *, endless: bool = True) -> Mail:
    """A message of some kind."""
    kind = random_.choices(("clean", "value", "held", "endless"), (60, 30, 9.7, 0.3 * endless))[0]
    size = random_.choices((1, 20, 2_000, 40_000), (50, 30, 17, 3))[0]
    text = b"MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: %b\r\n\r\n"
    plain = b"text/plain; charset=utf-8"
    if kind == "clean":
        return Mail(number, kind, text % plain + _LINE * size + _END)
    if kind == "value":
        return Mail(number, kind, text % plain + b"Mon NAS est le %b.\r\n" % VALUE + _LINE * size + _END)
    if kind == "endless":
        dense = b"NAS 046 454 287, 130 692 545, n\xc3\xa9 le 1954-03-12\r\n" * 25_000
        return Mail(number, kind, text % plain + dense + _END)
    unknown = base64.encodebytes(random_.randbytes(300 * min(size, 100))).replace(b"\n", b"\r\n")
    head = b"--b\r\nContent-Type: application/x-unknown\r\nContent-Transfer-Encoding: base64\r\n"
    attached = head + b'Content-Disposition: attachment; filename="a.xyz"\r\n\r\n' + unknown + b"--b--\r\n"
    return Mail(number, kind, text % b'multipart/mixed; boundary="b"' + b"--b\r\n\r\n" + _END + attached)
