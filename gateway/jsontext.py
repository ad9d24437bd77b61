"""JSON for what is written of every message: the log's line and the journal's row. Pure."""

from __future__ import annotations

import json
import json.encoder
from collections.abc import Callable
from typing import Any


def writer(
    *, ensure_ascii: bool, separators: tuple[str, str], default: Callable[[Any], Any] | None = None
) -> Callable[[Any], str]:
    """What `json.JSONEncoder` writes with these arguments, of what does not hold itself. It raises what that raises.

    `JSONEncoder.encode` makes an encoder for each text, which takes longer than most of the texts do.
    """
    make = getattr(json.encoder, "c_make_encoder", None)
    encoder = json.JSONEncoder(ensure_ascii=ensure_ascii, separators=separators, default=default)
    if make is None:  # not CPython
        return encoder.encode
    quote = getattr(json.encoder, "encode_basestring_ascii" if ensure_ascii else "encode_basestring")
    item, key = separators
    pieces = make(None, encoder.default, quote, None, key, item, False, False, True)
    return lambda value: "".join(pieces(value, 0))
