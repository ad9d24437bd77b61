"""The script and style sheet for a site's own forms: public files, the same for everybody."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

_TYPES: Final = {"ecluse.js": "text/javascript; charset=utf-8", "ecluse.css": "text/css; charset=utf-8"}
FILES: Final = {name: Path(__file__).with_name(name).read_bytes() for name in _TYPES}


def integrity(name: str) -> str:
    """The file's hash for an `integrity` attribute (W3C Subresource Integrity)."""
    return "sha384-" + base64.b64encode(hashlib.sha384(FILES[name]).digest()).decode()


async def widget_file(request: Request, name: str) -> Response:
    """GET /widget/NAME: one of the two files; 304 when the browser has it."""
    tag = f'"{hashlib.sha256(FILES[name]).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "public, max-age=3600", "Access-Control-Allow-Origin": "*"}
    headers["X-Content-Type-Options"] = "nosniff"
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(FILES[name], headers=headers, media_type=_TYPES[name])
