"""A person's request: what is held that came from their address; export it, destroy it, keep a record of both."""

from __future__ import annotations

import re

from starlette.responses import JSONResponse, Response

from gateway.console.visit import Visit
from gateway.store import access, rights

_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./_-]{2,39}")


def ask(visit: Visit, error: str = "") -> Response:
    """The form. There is no list to browse: one must know the address."""
    return visit.page("rights.html", 422 if error else 200, error=error, holdings=None, address="")


def find(visit: Visit) -> Response:
    """What is held. The address goes no further than this page."""
    address = visit.form.get("address").strip()
    if "@" not in address or len(address) > 320:
        return ask(visit, "error.address")
    holdings = rights.find(visit.database, visit.store.secret, address, username=visit.user.name)
    return visit.page("rights.html", holdings=holdings, address=address)


def export(visit: Visit) -> Response:
    """The person's copy, as JSON."""
    holdings = rights.find(
        visit.database, visit.store.secret, visit.form.get("address"), username=visit.user.name
    )
    access.record(visit.database, visit.user.name, "rights.exported", holdings.sender[:12])
    named = {"content-disposition": 'attachment; filename="access-request.json"'}
    return JSONResponse(rights.export(holdings), headers=named)


def destroy(visit: Visit) -> Response:
    """Everything held from the address goes; the register keeps counts and the file number."""
    reference = visit.form.get("reference").strip()
    if not _REFERENCE.fullmatch(reference) or visit.form.get("sure") != "yes":
        return ask(visit, "error.reference")
    sender = visit.store.secret.sender(visit.form.get("address"))
    if not sender:
        return ask(visit, "error.address")
    rights.destroy(visit.database, visit.store.secret, sender, username=visit.user.name, reference=reference)
    return visit.go("/rights", "erased")
