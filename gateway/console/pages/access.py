"""Who looked at, or did, what."""

from __future__ import annotations

from starlette.responses import Response

from gateway.console.visit import Visit
from gateway.store import access


def show(visit: Visit) -> Response:
    """The latest two hundred, or those about one notice or item."""
    return visit.page("access.html", rows=access.recent(visit.database, target=visit.query("about")[:64]))
