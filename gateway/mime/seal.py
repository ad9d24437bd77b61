"""Our signed word on a message that we changed: which, why, and what its body was when it left us. Pure.

    X-Ecluse-Result: v=1; id=…; action=redact; body=changed; reason=redaction; types=CA_SIN:1; bh=…; b=…

`bh` is the SHA-256 of the body (line ends as CRLF, empty lines at the end left aside, as RFC 6376 §3.4.3 does), `b` the
signature over all before it. A field of this name that comes from outside is removed, like every X-Ecluse-*.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Callable, Mapping
from typing import Final, Literal

from gateway.mime.annotate import annotate
from gateway.mime.fields import read_fields

#: (what is signed) -> the keyed hash, hex.
Sign = Callable[[bytes], str]
Verdict = Literal["none", "forged", "altered", "valid"]

NAME: Final = "X-Ecluse-Result"
_LINE_END: Final = re.compile(rb"\r\n|\r|\n")


def sealed(
    content: bytes,
    headers: list[tuple[str, str]],
    *,
    message_id: str,
    action: str,
    counts: Mapping[str, int],
    sign: Sign,
) -> bytes:
    """`content` with `headers` and the result field on top."""
    types = ",".join(f"{entity}:{count}" for entity, count in counts.items())
    said = f"v=1; id={message_id}; action={action}; body=changed; reason=redaction; types={types}; bh={_body(content)}"
    return annotate(content, headers=[(NAME, f"{said}; b={sign(said.encode('ascii'))}"), *headers])


def check(raw: bytes, sign: Sign) -> tuple[Verdict, str]:
    """What the result field of a message is worth, and what it says without its signature.

    "valid"; "altered": ours, but the body is another; "forged": not ours; "none": there is none.
    """
    fields = [
        item for item in read_fields(raw, 0, len(raw)).items if item.name == NAME.lower().encode("ascii")
    ]
    if not fields:
        return "none", ""
    value = b" ".join(raw[fields[0].value : fields[0].value_end].split()).decode("ascii", "replace")
    said, _, signature = value.rpartition("; b=")
    if len(fields) > 1 or not hmac.compare_digest(sign(said.encode("utf-8")), signature):
        return "forged", ""
    return ("valid" if said.endswith(f"bh={_body(raw)}") else "altered"), said


def _body(raw: bytes) -> str:
    body = raw[read_fields(raw, 0, len(raw)).body :]
    if not body.count(b"\r\n") == body.count(b"\n") == body.count(b"\r"):
        body = _LINE_END.sub(b"\r\n", body)
    return base64.b64encode(hashlib.sha256(body.rstrip(b"\r\n") + b"\r\n").digest()).decode("ascii")
