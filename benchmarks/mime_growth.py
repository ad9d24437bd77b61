"""Does the MIME room stay linear on hostile input? Each shape at size n and 4n: the ratio of CPU times should be near 4.

Run: python benchmarks/mime_growth.py [part of a shape's name]
"""

from __future__ import annotations

import base64
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from gateway.mime.annotate import Banner, annotate
from gateway.mime.limits import MimeLimits
from gateway.mime.message import index
from gateway.model import CannotRedact, Edit

LIMITS = MimeLimits(max_parts=1_000_000, max_depth=10, max_text=1 << 30, max_fields=10_000_000)


def nested(levels: int) -> bytes:
    head = b"".join(
        b"Content-Type: multipart/mixed; boundary=B%dx\r\n\r\n--B%dx\r\n" % (n, n) for n in range(levels)
    )
    return head + b"\r\nx\r\n" + b"".join(b"--B%dx--\r\n" % n for n in reversed(range(levels)))


def html(body: str) -> bytes:
    return b"Content-Type: text/html\r\n\r\n" + body.encode()


def multipart(body: bytes, boundary: bytes = b"B") -> bytes:
    return b"Content-Type: multipart/mixed; boundary=" + boundary + b"\r\n\r\n" + body


def encoded(content: bytes) -> bytes:
    return b"Content-Transfer-Encoding: base64\r\n\r\n" + content


SHAPES: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "addresses": (20_000, lambda n: b"To: " + b"a <a@example.ca>, " * n + b"\r\n\r\nx"),
    "encoded words": (15_000, lambda n: b"Subject: " + b"=?utf-8?q?a=C3=A9?=\r\n " * n + b"\r\n\r\nx"),
    "encoded words never closed": (15_000, lambda n: b"Subject: " + b"=?utf-8?q?a " * n + b"\r\n\r\nx"),
    "question marks": (50_000, lambda n: b"Subject: " + b"=?" * n + b"\r\n\r\nx"),
    "parts": (10_000, lambda n: multipart(b"--B\r\n\r\nx\r\n" * n + b"--B--\r\n")),
    "closing delimiters": (20_000, lambda n: multipart(b"--B--\r\n" * n)),
    "almost delimiters": (20_000, lambda n: multipart(b"--Bx\r\n" * n)),
    "nested levels": (3_000, nested),
    "nested messages": (3_000, lambda n: b"Content-Type: message/rfc822\r\n\r\n" * n),
    "a long field": (1_000_000, lambda n: b"Subject: " + b"a" * n + b"\r\n\r\nx"),
    "a long Content-Type": (1_000_000, lambda n: b"Content-Type: " + b"a" * n + b"\r\n\r\nx"),
    "many parameters": (20_000, lambda n: b"Content-Type: text/plain" + b"; a=b" * n + b"\r\n\r\nx"),
    "sections of a parameter": (
        9_000,
        lambda n: b"Content-Type: a/b" + b"".join(b"; name*%d=x" % i for i in range(n)),
    ),
    "fields": (50_000, lambda n: b"Comments: x\r\n" * n + b"\r\nx"),
    "folds": (50_000, lambda n: b"Comments: x" + b"\r\n x" * n + b"\r\n\r\nx"),
    "lines that are no fields": (50_000, lambda n: b"x\r\n" * n),
    "bare CR": (100_000, lambda n: b"Subject: s\r\n\r\n" + b"x\r" * n),
    "NULs": (200_000, lambda n: b"Subject: s\r\n\r\n" + b"0\0" * n),
    "soft breaks": (
        50_000,
        lambda n: b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + b"x= \r\n" * n,
    ),
    "equal signs": (200_000, lambda n: b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + b"= " * n),
    "padded base64": (50_000, lambda n: encoded(b"YQ==" * n)),
    "base64 and junk": (50_000, lambda n: encoded(b"YWJj\r\n!x\r\n" * n)),
    "base64": (50_000, lambda n: encoded(base64.encodebytes(b"046 " * n))),
    "flowed": (50_000, lambda n: b"Content-Type: text/plain; format=flowed\r\n\r\n" + b"> x \r\n" * n),
    "unclosed tags": (50_000, lambda n: html("<b " * n)),
    "unclosed quotes": (50_000, lambda n: html("<b c='" * n + ">")),
    "mixed quotes": (30_000, lambda n: html("<b c='<b c=\"" * n + ">")),
    "open comments": (50_000, lambda n: html("<!--" * n)),
    "open scripts": (20_000, lambda n: html("<script><title>" * n)),
    "unclosed titles": (20_000, lambda n: html("<title></titl" * n)),
    "ampersands": (100_000, lambda n: html("&a" * n)),
    "hidden elements": (20_000, lambda n: html("x<b style='display:none'>y</b>" * n)),
    "style rules": (20_000, lambda n: html("<style>" + ".a{ " * n + "</style>")),
    "conditional comments": (20_000, lambda n: html("<!--[if x]><p>" * n)),
    "data URIs": (2_000, lambda n: html("<a href='data:,x'>" * n)),
    "begin lines": (20_000, lambda n: b"Subject: s\r\n\r\n" + b"begin 644 x\r\n" * n),
    "open armor": (20_000, lambda n: b"Subject: s\r\n\r\n" + b"-----BEGIN PGP MESSAGE-----\n" * n),
    "bad UTF-8": (
        200_000,
        lambda n: b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + b"\xff\xc3\xa9" * n,
    ),
}


def cost(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def edit_everything(raw: bytes) -> None:
    """As many edits as the text has room for, in one go."""
    extraction = index(raw, limits=LIMITS)
    edits = [
        Edit(segment.path, at, at + 1, "#")
        for segment in extraction.segments
        if segment.redactable
        for at in range(0, len(segment.text) - 1, 7)
    ]
    with suppress(CannotRedact):  # two readings of the same bytes, edited differently
        extraction.rewrite(edits, {})


def main() -> None:
    banner = Banner("notice", "<p>notice</p>")
    print(f"{'shape':30}{'n':>9}{'KB':>8}  {'index':>16}{'edit':>16}{'annotate':>16}")
    for name, (size, build) in SHAPES.items():
        if len(sys.argv) > 1 and sys.argv[1] not in name:
            continue
        small, large = build(size // 4), build(size)
        row = f"{name:30}{size:>9}{len(large) // 1024:>8}  "
        for work in (
            lambda raw: index(raw, limits=LIMITS),
            edit_everything,
            lambda raw: annotate(raw, banner=banner, headers=[("X-Ecluse-Id", "1")]),
        ):
            first, second = cost(lambda: work(small)), cost(lambda: work(large))  # noqa: B023
            row += f"{second * 1000:>9.1f} x{second / max(first, 1e-4):<5.1f}"
        print(row, flush=True)


if __name__ == "__main__":
    main()
