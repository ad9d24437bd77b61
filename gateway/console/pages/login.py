"""In and out: name and password, one-time code, OpenID Connect, language."""

from __future__ import annotations

from starlette.responses import Response

from gateway.console import sessions
from gateway.console.accounts import AccountError, User, authenticate, check_totp
from gateway.console.texts import LANGUAGES
from gateway.console.visit import Visit
from gateway.store import access

_YEAR = 365 * 86400


def show(visit: Visit, error: str = "") -> Response:
    """The form."""
    if visit.session is not None and visit.session.stage == "full":
        return visit.go("/")
    next_page = visit.query("next") or visit.form.get("next")
    settings = visit.services.settings.console.oidc
    return visit.page(
        "login.html", 401 if error else 200, error=error, next=_ours(next_page), oidc=bool(settings.issuer)
    )


def password(visit: Visit) -> Response:
    """First step; the answer never says whether the name exists."""
    try:
        user = authenticate(visit.store, visit.form.get("name"), visit.form.get("password"))
    except AccountError as error:
        return show(visit, error.text_id)
    stage = "password" if user.has_totp else "full"
    target = "/login/code" if user.has_totp else _ours(visit.form.get("next"))
    return _enter(visit, user, stage, target)


def ask_code(visit: Visit, error: str = "") -> Response:
    """Second step."""
    if visit.session is None:
        return visit.go("/login")
    return visit.page("code.html", 401 if error else 200, error=error)


def code(visit: Visit) -> Response:
    """A right code opens a new session; the half-way one is forgotten."""
    if visit.session is None:
        return visit.go("/login")
    if not check_totp(visit.store, visit.user.name, visit.form.get("code")):
        return ask_code(visit, "error.code")
    sessions.end(visit.store, visit.request.cookies.get(sessions.COOKIE, ""))
    return _enter(visit, visit.user, "full", "/")


def oidc(visit: Visit) -> Response:
    """To the organisation's identity provider."""
    from gateway.console import oidc as provider

    return provider.depart(visit)


def oidc_callback(visit: Visit) -> Response:
    """Back from it, with proof of who the person is."""
    from gateway.console import oidc as provider

    try:
        user, target = provider.arrive(visit)
    except AccountError as error:
        return show(visit, error.text_id)
    return _enter(visit, user, "full", _ours(target))


def logout(visit: Visit) -> Response:
    """Out."""
    sessions.end(visit.store, visit.request.cookies.get(sessions.COOKIE, ""))
    response = visit.go("/login", "logout")
    response.delete_cookie(sessions.COOKIE, path=visit.root or "/")
    return response


def language(visit: Visit) -> Response:
    """The other language, on the same page."""
    code = visit.path("code")
    response = visit.go(_ours(visit.query("next")))
    if code in LANGUAGES:
        response.set_cookie(
            "ecluse_lang", code, max_age=_YEAR, path=visit.root or "/", httponly=True, samesite="lax"
        )
    return response


def _enter(visit: Visit, user: User, stage: str, target: str) -> Response:
    cookie = sessions.start(visit.store, user, stage=stage)
    if stage == "full":
        access.record(visit.database, user.name, "login", user.name)
    response = visit.go(target)
    response.set_cookie(
        sessions.COOKIE,
        cookie,
        path=visit.root or "/",
        httponly=True,
        samesite="strict",
        secure=is_secure(visit),
    )
    return response


def is_secure(visit: Visit) -> bool:
    """Whether the browser reached us over TLS, as far as we or the proxy in front can tell."""
    headers = visit.request.headers
    public = visit.services.settings.console.public_url
    return (
        visit.request.url.scheme == "https"
        or headers.get("x-forwarded-proto", "") == "https"
        or public.startswith("https://")
    )


def _ours(path: str) -> str:
    """`path` if it is one of our own pages, else the first page: nobody is sent elsewhere."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if plain and "\\" not in path else "/"
