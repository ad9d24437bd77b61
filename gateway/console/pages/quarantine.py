"""Quarantine: see a redacted rendering, release the redacted copy, release the original by two people, refuse."""

from __future__ import annotations

from html import escape

import nh3
from markupsafe import Markup
from starlette.responses import Response

from gateway.console import release
from gateway.console.release import CannotRelease
from gateway.console.visit import Visit
from gateway.model import Channel
from gateway.store import access, clock, quarantine
from gateway.store.errors import StoreError
from gateway.store.keys import WrongPassphrase, needs_passphrase
from gateway.store.parcel import Parcel

_PAGE = 50
_MOST = 200_000  # characters shown of one part
_STATES = ("held", *quarantine.CLOSED)


def listing(visit: Visit) -> Response:
    """What is held (or what became of it), newest first."""
    state = visit.query("state") if visit.query("state") in _STATES else "held"
    rows = quarantine.items(visit.database, state=state, limit=_PAGE + 1, before=visit.before)
    last = rows[_PAGE - 1] if len(rows) > _PAGE else None
    older = visit.link("/quarantine", state=state, before=f"{last['at']}.{last['id']}") if last else ""
    access.record(visit.database, visit.user.name, "quarantine.listed", state)
    return visit.page("quarantine.html", rows=rows[:_PAGE], state=state, states=_STATES, older=older)


def detail(visit: Visit, error: str = "", rendered: object = None) -> Response:
    """One item: what, why, until when, who looked; and what can be done."""
    row = quarantine.item(visit.database, visit.path("id"))
    if row is None:
        return visit.refuse(404, "error.no_item")
    access.record(visit.database, visit.user.name, "quarantine.read", row["id"])
    return visit.page(
        "held.html",
        422 if error else 200,
        error=error,
        row=row,
        days_left=max(0, (row["expires"] - clock.now()) // clock.DAY),
        log=access.recent(visit.database, target=row["id"], limit=20),
        rendered=rendered,
        **_key_facts(visit),
    )


def _key_facts(visit: Visit) -> dict[str, bool]:
    """What the officer must bring."""
    file = visit.services.settings.quarantine.private_key_file
    if file is None:
        return {"bring_key": True, "bring_passphrase": True}
    try:
        return {"bring_key": False, "bring_passphrase": needs_passphrase(file)}
    except StoreError:
        return {"bring_key": True, "bring_passphrase": True}


def _opened(visit: Visit, why: str) -> Parcel:
    key = release.unlock(visit)
    return quarantine.open_item(visit.database, visit.path("id"), key, username=visit.user.name, why=why)


def preview(visit: Visit) -> Response:
    """The withheld parts as redacted text, in a frame that can do nothing."""
    try:
        rendered = release.renderings(visit.inspector, _opened(visit, "previewed"))
    except (StoreError, CannotRelease) as error:
        return detail(visit, _why(error))
    frames = [
        {"where": visit.where(item.path) if item.path else "", "found": item.found, "unread": item.unread,
         "document": _document(item.text[:_MOST]) if item.text else ""}
        for item in rendered
    ]  # fmt: skip
    return detail(visit, rendered=frames)


def _document(text: str) -> str:
    """Text for an <iframe sandbox srcdoc>: escaped, then cleaned again by nh3 in case escaping ever fails."""
    body = nh3.clean(f"<pre>{escape(text)}</pre>", tags={"pre"}, attributes={})
    return str(Markup('<!doctype html><meta charset="utf-8"><title>&nbsp;</title>') + Markup(body))  # noqa: S704


def release_redacted(visit: Visit) -> Response:
    """One step: the redacted copy goes to the mailbox."""
    try:
        with release.alone(visit, visit.path("id")):
            parcel = _opened(visit, "released_redacted")
            _mail_only(parcel)
            release.deliver(visit, parcel.message, release.redacted_copy(visit, parcel))
            _close(visit, "released", {"copy": "redacted"})
    except (StoreError, CannotRelease) as error:
        return detail(visit, _why(error))
    return visit.go(f"/quarantine/{visit.path('id')}", "released_redacted")


def ask(visit: Visit) -> Response:
    """The first person asks for the original, and says why."""
    reason = visit.form.get("reason").strip()
    if len(reason) < 10 or len(reason) > 500:
        return detail(visit, "error.reason")
    if _names_someone(visit, reason):
        return detail(visit, "error.reason_personal")
    try:
        quarantine.ask_release(visit.database, visit.path("id"), username=visit.user.name, reason=reason)
    except StoreError:
        return detail(visit, "error.asked_already")
    return visit.go(f"/quarantine/{visit.path('id')}", "asked")


def _names_someone(visit: Visit, text: str) -> bool:
    """A reason is kept for years: it must hold no identifier itself."""
    for rule in visit.inspector.policy.rules:
        decision, _ = visit.inspector.scan_texts({"reason": text}, rule)
        if decision.findings:
            return True
    return False


def withdraw(visit: Visit) -> Response:
    """Take the request back, or turn it down."""
    quarantine.withdraw_release(visit.database, visit.path("id"), username=visit.user.name)
    return visit.go(f"/quarantine/{visit.path('id')}", "withdrawn")


def release_original(visit: Visit) -> Response:
    """The second person approves and brings the key: the original goes to the mailbox as it came."""
    try:
        row = quarantine.item(visit.database, visit.path("id"))
        asked = row["release"] if row else None
        if not asked or asked["asked_by"] == visit.user.name:
            return detail(visit, "error.second_person")
        with release.alone(visit, visit.path("id")):
            parcel = _opened(visit, "opened")
            _mail_only(parcel)
            reason = quarantine.approve_release(visit.database, visit.path("id"), username=visit.user.name)
            release.deliver(visit, parcel.message, release.original(visit, parcel))
            _close(visit, "released", {"copy": "original", "asked_by": asked["asked_by"], "reason": reason})
    except (StoreError, CannotRelease) as error:
        return detail(visit, _why(error))
    return visit.go(f"/quarantine/{visit.path('id')}", "released_original")


def refuse(visit: Visit) -> Response:
    """Nobody gets it: destroyed now, and a courteous sentence ready to be sent to the person."""
    try:
        with release.alone(visit, visit.path("id")):
            _close(visit, "refused", {})
    except CannotRelease as error:
        return detail(visit, error.text_id)
    except StoreError:
        return detail(visit, "error.no_item")
    return visit.go(f"/quarantine/{visit.path('id')}", "refused")


def _close(visit: Visit, state: str, detail_of: dict[str, str]) -> None:
    quarantine.close_item(
        visit.database,
        visit.store.secret,
        visit.path("id"),
        state,
        username=visit.user.name,
        detail=detail_of,
    )


def _mail_only(parcel: Parcel) -> None:
    if parcel.message.channel is not Channel.EMAIL:
        raise CannotRelease("error.not_mail")


def _why(error: Exception) -> str:
    if isinstance(error, CannotRelease):
        return error.text_id
    return "error.passphrase" if isinstance(error, WrongPassphrase) else "error.cannot_open"
