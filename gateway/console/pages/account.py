"""A person's own account: password and second factor."""

from __future__ import annotations

from starlette.responses import Response

from gateway.console import sessions
from gateway.console.accounts import AccountError, change_password, enrol_totp, new_totp_secret, totp_uri
from gateway.console.visit import Visit


def show(visit: Visit, error: str = "") -> Response:
    """Password form, and the second factor's secret while it is not switched on."""
    session = visit.session
    secret = ""
    if session is not None and visit.user.local and not visit.user.has_totp:
        secret = session.data.get("totp") or new_totp_secret()
        session.data["totp"] = secret
        sessions.remember(visit.store, session)
    return visit.page(
        "account.html",
        422 if error else 200,
        error=error,
        secret=" ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
        uri=totp_uri(secret, visit.user.name) if secret else "",
    )


def password(visit: Visit) -> Response:
    """A new password ends every session of the account: log in again."""
    if visit.form.get("new") != visit.form.get("again"):
        return show(visit, "error.password_differs")
    try:
        change_password(visit.store, visit.user.name, visit.form.get("old"), visit.form.get("new"))
    except AccountError as error:
        return show(visit, "error.old_password" if error.text_id == "error.login" else error.text_id)
    return visit.go("/login", "password")


def totp(visit: Visit) -> Response:
    """Switch the second factor on."""
    session = visit.session
    if session is None or not session.data.get("totp"):
        return visit.go("/account")
    try:
        enrol_totp(visit.store, visit.user.name, session.data["totp"], visit.form.get("code"))
    except AccountError as error:
        return show(visit, error.text_id)
    session.data.pop("totp")
    sessions.remember(visit.store, session)
    return visit.go("/account", "totp")
