"""The script and style sheet for a site's own forms: public files, the same for everybody."""

from __future__ import annotations

import base64
import gzip
import hashlib
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

FOLDER: Final = Path(__file__).parent
_TYPES: Final = {"ecluse.js": "text/javascript; charset=utf-8", "ecluse.css": "text/css; charset=utf-8"}
#: The script's parts: the recognizers' tables (made by docs/make_widget.py), reading, finding, and the form.
_PARTS: Final = ("tables.js", "reading.js", "finding.js", "births.js", "form.js")
_HEAD: Final = (
    "/*! Écluse widget: warns before identity data leaves the browser. Nothing is sent, nothing is kept; "
    "the server's verdict stays the authority. */\n"
    '(() => {\n"use strict";\n'
)


def served(name: str) -> bytes:
    """One of the two files as visitors get it."""
    if name != "ecluse.js":
        return (FOLDER / name).read_bytes()
    parts = (FOLDER.joinpath(part).read_text(encoding="utf-8") for part in _PARTS)
    return f"{_HEAD}{''.join(parts)}}})();\n".encode()


FILES: Final = {name: served(name) for name in _TYPES}
_PACKED: Final = {name: gzip.compress(content, mtime=0) for name, content in FILES.items()}


def integrity(content: bytes) -> str:
    """The hash for an `integrity` attribute (W3C Subresource Integrity)."""
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()


async def widget_file(request: Request, name: str) -> Response:
    """GET /widget/NAME: one of the two files, packed for whom takes gzip; 304 when the browser has it."""
    packed = "gzip" in request.headers.get("accept-encoding", "")
    tag = f'"{hashlib.sha256(FILES[name]).hexdigest()[:32]}{"-gz" if packed else ""}"'
    headers = {"ETag": tag, "Cache-Control": "public, max-age=3600", "Access-Control-Allow-Origin": "*"}
    headers |= {"X-Content-Type-Options": "nosniff", "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    if packed:
        headers["Content-Encoding"] = "gzip"
    return Response(_PACKED[name] if packed else FILES[name], headers=headers, media_type=_TYPES[name])
