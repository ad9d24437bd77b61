"""The messages that the mail measurements send: what smtp-source makes by itself, and mail as people write it."""

from __future__ import annotations

import base64
import io
import quopri
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from reportlab.pdfgen import canvas

from benchmarks.mailset import mails

_TOP = (
    "From: Marie <marie@citizen.test>\nTo: info@org.test\nSubject: Heures\nMessage-ID: <1@citizen.test>\n"
    "Date: Tue, 24 Nov 2026 10:00:00 -0500\nMIME-Version: 1.0\n"
)
_LETTER = 900  # characters of the text that comes with an attachment


@dataclass(frozen=True)
class Kind:
    """A kind of message: smtp-source's arguments for a clean one and, where there is one, for one of seven that is not."""

    name: str
    clean: Sequence[str]
    holding: Sequence[str] = ()


def kinds(folder: Path, names: Sequence[str]) -> list[Kind]:
    """Those of `NAMES` that are wanted; their files are made in `folder`."""
    return [_kind(folder, name) for name in NAMES if name in names]


#: Written, and octets of the whole message.
NAMES = {
    "X, 2 KB": 2_048,
    "text, 2 KB": 2_048,
    "X, 200 KB": 204_800,
    "quoted-printable, 20 KB": 20_480,
    "PDF, 200 KB": 204_800,
    "text, 200 KB": 204_800,
    "X, 5 MB": 5_242_880,
    "PDF, 5 MB": 5_242_880,
    "text, 5 MB": 5_242_880,
}


def _kind(folder: Path, name: str) -> Kind:
    written, size = name.partition(",")[0], NAMES[name]
    if written == "X":  # lines of X, as smtp-source writes them
        return Kind(name, ("-l", str(size)))
    if written == "PDF":
        return Kind(name, _file(folder, name, with_pdf(size)))
    encoded = written == "quoted-printable"
    texts = (text(size, encoded=encoded, holding=holding) for holding in (False, True))
    clean, holding = (_file(folder, f"{name} {number}", content) for number, content in enumerate(texts))
    return Kind(name, clean, holding)


def _file(folder: Path, name: str, content: bytes) -> Sequence[str]:
    file = folder / f"{name}.eml"
    file.write_bytes(content.replace(b"\r\n", b"\n"))
    return "-F", str(file)


def text(size: int, *, encoded: bool = False, holding: bool = False) -> bytes:
    """Text from end to end, of about so many octets; `holding`: with somebody's identity in it."""
    with_identity, without = mails(2, 3, chars=max(size - 500, 200) * 9 // 10)
    body = (with_identity if holding else without).encode()
    transfer = "quoted-printable" if encoded else "8bit"
    head = f"{_TOP}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {transfer}\n\n"
    return head.encode() + (quopri.encodestring(body) if encoded else body)


def with_pdf(size: int) -> bytes:
    """A letter with a PDF that makes it about so many octets."""
    letter = list(mails(2, 3, chars=_LETTER))[1]
    encoded = base64.encodebytes(_pdf(size * 3 // 4)).decode("ascii")
    return (
        f'{_TOP}Content-Type: multipart/mixed; boundary="b1"\n\n--b1\nContent-Type: text/plain; charset=utf-8\n'
        f"Content-Transfer-Encoding: 8bit\n\n{letter}\n--b1\nContent-Type: application/pdf\n"
        'Content-Disposition: attachment; filename="plan.pdf"\nContent-Transfer-Encoding: base64\n\n'
        f"{encoded}--b1--\n"
    ).encode()


def _pdf(size: int) -> bytes:
    """One page of text, and a font's worth of octets that nobody reads."""
    page = io.BytesIO()
    drawing = canvas.Canvas(page)
    drawing.drawString(72, 720, "Plan de la salle du conseil")
    drawing.save()
    page.seek(0)
    out = io.BytesIO()
    with pikepdf.open(page) as document:
        filling = random.Random(size).randbytes(max(size - len(page.getvalue()) - 500, 0))
        document.pages[0].obj["/Filling"] = document.make_stream(filling)
        document.save(out)
    return out.getvalue()
