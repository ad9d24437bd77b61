"""The interface as OpenAPI 3.1: every route, every answer, its limits, with examples that are nobody's data."""

from __future__ import annotations

from typing import Any, Final

from gateway import __version__
from gateway.http.openapi import own, presidio

DOCUMENT: Final[dict[str, Any]] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Écluse",
        "version": __version__,
        "description": "Errors are problem details (RFC 9457), in French or English after Accept-Language; "
        "none repeats what was sent.",
    },
    "paths": own.PATHS | presidio.PATHS,
    "components": {
        "schemas": own.SCHEMAS | presidio.SCHEMAS,
        "securitySchemes": {
            "bearer": {"type": "http", "scheme": "bearer"},
            "apiKey": {"type": "apiKey", "in": "header", "name": "X-Api-Key"},
        },
    },
}
