"""Accounts: who may come in, as what, and what a reader may see."""

from __future__ import annotations

import secrets

from starlette.responses import Response

from gateway.console.accounts import (
    AccountError,
    Role,
    add_user,
    disable_user,
    list_users,
    reset_password,
    set_access,
)
from gateway.console.visit import Visit


def show(visit: Visit, error: str = "", fresh: tuple[str, str] | None = None) -> Response:
    """Everybody. `fresh` is a name and the first password to hand over, shown once."""
    return visit.page(
        "people.html",
        422 if error else 200,
        error=error,
        people=list_users(visit.store),
        roles=list(Role),
        fresh=fresh,
    )


def add(visit: Visit) -> Response:
    """A new account with a first password, which its owner changes at once."""
    first = secrets.token_urlsafe(12)
    try:
        user = add_user(
            visit.store, visit.form.get("name"), visit.form.get("role"), first,
            scopes=_scopes(visit), must_change=True,
        )  # fmt: skip
    except AccountError as error:
        return show(visit, error.text_id)
    return show(visit, fresh=(user.name, first))


def change(visit: Visit) -> Response:
    """What the pressed button says: close, open, reset, or new access."""
    name, what = visit.path("name"), visit.form.get("what")
    by = visit.user.name
    if name == by and what in ("disable", "access"):
        return show(visit, "error.yourself")
    try:
        if what == "reset":
            first = secrets.token_urlsafe(12)
            reset_password(visit.store, name, first, by=by)
            return show(visit, fresh=(name, first))
        if what in ("disable", "enable"):
            disable_user(visit.store, name, disabled=what == "disable", by=by)
        elif what == "access":
            set_access(visit.store, name, visit.form.get("role"), _scopes(visit), by=by)
    except AccountError as error:
        return show(visit, error.text_id)
    return visit.go("/people", "saved")


def _scopes(visit: Visit) -> list[str]:
    return visit.form.get("scopes").replace(",", " ").split()
