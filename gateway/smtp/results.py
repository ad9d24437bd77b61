"""Authentication-Results fields that pretend to be ours (RFC 8601 §5): whoever reads them behind us would believe them. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

_FIELD: Final = re.compile(
    rb"^authentication-results[ \t]*:((?:[^\r]*\r\n[ \t])*[^\r]*)(?:\r\n|\Z)", re.IGNORECASE | re.MULTILINE
)
_COMMENT: Final = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)
_DEEPEST: Final = 8
_ID: Final = re.compile(rb'\s*"?([^\s"();/=]+)')


def without_forged(content: bytes, ours: Collection[str]) -> bytes:
    """`content`, which came from outside, without the results that one of `ours` (authserv-ids) did not write."""
    if not ours:
        return content
    end = content.find(b"\r\n\r\n") + 2
    header = content[:end] if end > 1 else content
    known = {name.lower().encode("ascii", "replace") for name in ours}
    kept = _FIELD.sub(lambda match: b"" if authserv_id(match[1]) in known else match[0], header)
    return content if len(kept) == len(header) else kept + content[len(header) :]


def authserv_id(value: bytes) -> bytes:
    """Who wrote a field's value, in lower case; "" where that cannot be read."""
    for _ in range(_DEEPEST):
        value, comments = _COMMENT.subn(b" ", value)
        if not comments:
            break
    match = _ID.match(value)
    return match[1].lower() if match else b""
