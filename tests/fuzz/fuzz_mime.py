"""Invariant: whatever the bytes, a message is read without an error, comes out unchanged when nothing is edited, and an
edit either is refused or takes the edited text out; trace fields are added whatever the message.

Run: python tests/fuzz/fuzz_mime.py -max_total_time=600
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
with atheris.instrument_imports(include=["gateway.mime"]):
    from gateway.mime.annotate import Banner, annotate
    from gateway.mime.limits import MimeLimits
    from gateway.mime.message import index
    from gateway.model import CannotRedact, Edit, Placeholder

LIMITS = MimeLimits(max_parts=60, max_depth=6, max_text=200_000, max_fields=300)
BANNER = Banner("Écluse : avis", "<p>Écluse : avis</p>")
PLACEHOLDER = Placeholder(b"placeholder", "application/pdf", "a.pdf")
SEEDS = (
    b"Subject: =?utf-8?q?a=C3=A9?=\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/html;"
    b" charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPGI+MDQ2PC9iPiA0NTQ=\r\n--B\r\nContent-Type: message/rfc822"
    b"\r\n\r\nSubject: a\r\n\r\nb\r\n--B--\r\n",
    b"Content-Type: text/plain; charset=utf-7; format=flowed; delsp=yes\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"> +ADA-46 =\r\n454 \r\n> 286\r\nbegin 644 a.txt\r\n#8V%T\r\n`\r\nend\r\n",
    b"Content-Type: application/pkcs7-mime; name*0*=utf-8''a%20; name*1=b.p7m\r\n\r\n"
    b"0\x80\x06\x09*\x86H\x86\xf7\r\x01\x07\x02\xa0\x80",
)


def check(data: bytes) -> None:
    """The invariant, on one input."""
    extraction = index(data, limits=LIMITS)
    assert extraction.rewrite((), {}) is data
    for segment in extraction.segments[:: max(1, len(extraction.segments) // 4)]:
        text = segment.text
        if len(text) < 3:
            continue
        edit = Edit(segment.path, len(text) // 3, len(text) // 3 * 2 + 1, "[é]")
        try:
            out = extraction.rewrite([edit], {})
        except CannotRedact:
            continue
        assert out != data or text[edit.start : edit.end] in ("[é]", "[e]"), segment.path
    for part in {item.part for item in extraction.incomplete if "att/" in item.part}:
        try:
            index(extraction.rewrite((), {part: PLACEHOLDER}), limits=LIMITS)
        except CannotRedact:
            continue
    out = annotate(data, headers=[("X-Ecluse-Id", "1")], banner=BANNER, subject_tag="[é]")
    index(out, limits=LIMITS)
    if b"x-ecluse" not in data.lower():
        bare = annotate(data, headers=[("X-Ecluse-Id", "1")])
        added = next(
            line for line in (b"X-Ecluse-Id: 1\r\n", b"X-Ecluse-Id: 1\n", b"X-Ecluse-Id: 1\r") if line in bare
        )
        begins_blank = data[:1] in (b" ", b"\t")  # then a field of ours keeps it from continuing another
        assert bare.endswith(data) if begins_blank else bare.replace(added, b"", 1) == data


def main() -> None:
    """Run the seeds, then the fuzzer."""
    for seed in SEEDS:
        check(seed)
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
