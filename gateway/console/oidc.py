"""Sign-in through the organisation's identity provider: OpenID Connect, authorization code with PKCE (RFC 7636).

The provider says who a person is and, by one claim, which role they have; nobody without a mapped role comes in.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from typing import Any, Final

from authlib.integrations.httpx_client import OAuth2Client
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from starlette.responses import RedirectResponse, Response

from gateway.console.accounts import (
    AccountError,
    Role,
    User,
    add_user,
    bind_subject,
    find_subject,
    find_user,
    set_access,
)
from gateway.console.visit import Visit
from gateway.settings import OidcSettings

_COOKIE: Final = "ecluse_oidc"
_SECONDS: Final = 10
_STATE_SECONDS: Final = 600
_LEEWAY: Final = 60
_ALGORITHMS: Final = ["RS256", "PS256", "ES256", "EdDSA"]


def depart(visit: Visit) -> Response:
    """To the provider, with state, nonce and PKCE verifier in a sealed short-lived cookie."""
    settings = visit.services.settings.console.oidc
    if not settings.issuer:
        return visit.go("/login")
    try:
        with _client(visit) as client:
            metadata = _metadata(client, settings)
            nonce, verifier = secrets.token_urlsafe(16), secrets.token_urlsafe(48)
            address, state = client.create_authorization_url(
                metadata["authorization_endpoint"], code_verifier=verifier, nonce=nonce
            )
    except Exception as error:
        visit.services.audit.failure("console.oidc", error)
        return visit.refuse(503, "error.oidc")
    kept = {"state": state, "nonce": nonce, "verifier": verifier, "at": int(time.time())}
    response = RedirectResponse(address, 303)
    sealed = visit.store.secret.seal(json.dumps(kept).encode(), "oidc").hex()
    # Lax, not Strict: the way back from the provider comes from another site.
    response.set_cookie(
        _COOKIE, sealed, max_age=_STATE_SECONDS, path=visit.root or "/", httponly=True, samesite="lax",
        secure=visit.services.settings.console.public_url.startswith("https://"),
    )  # fmt: skip
    return response


def arrive(visit: Visit) -> tuple[User, str]:
    """Who came back, and where to send them. Raises AccountError."""
    settings = visit.services.settings.console.oidc
    try:
        sealed = visit.store.secret.open(bytes.fromhex(visit.request.cookies[_COOKIE]), "oidc")
        kept = json.loads(sealed)
        if not secrets.compare_digest(kept["state"], visit.query("state")):
            raise ValueError("state")
        if time.time() - kept["at"] > _STATE_SECONDS:
            raise ValueError("too late")
        claims = _claims(visit, settings, kept)
    except Exception as error:
        visit.services.audit.failure("console.oidc", error)
        raise AccountError("error.oidc", "the identity provider's answer was not accepted") from None
    return _account(visit, settings, claims), "/"


def _claims(visit: Visit, settings: OidcSettings, kept: dict[str, Any]) -> dict[str, Any]:
    with _client(visit) as client:
        metadata = _metadata(client, settings)
        answer = client.fetch_token(
            metadata["token_endpoint"], code=visit.query("code"), code_verifier=kept["verifier"]
        )
        keys = KeySet.import_key_set(client.request("GET", metadata["jwks_uri"], withhold_token=True).json())
    token = jwt.decode(answer["id_token"], keys, algorithms=_ALGORITHMS)
    jwt.JWTClaimsRegistry(
        leeway=_LEEWAY,
        iss={"essential": True, "value": settings.issuer},
        aud={"essential": True, "value": settings.client_id},
        sub={"essential": True},
        exp={"essential": True},
        nonce={"essential": True, "value": kept["nonce"]},
    ).validate(token.claims)
    claims: dict[str, Any] = token.claims
    return claims


def _account(visit: Visit, settings: OidcSettings, claims: dict[str, Any]) -> User:
    """The account that the claims stand for, made at the first visit and kept in step with the provider's roles.

    Issuer and subject say who it is (OpenID Connect Core 1.0 §5.7): a name can be changed, or be another's later. It names
    the account at the first visit alone.
    """
    given = claims.get(settings.role_claim) or []
    names = [given] if isinstance(given, str) else list(given)
    roles = [Role(settings.roles[name]) for name in names if name in settings.roles]
    name = str(claims.get("preferred_username") or claims.get("email") or claims["sub"]).lower()
    if not roles:
        raise AccountError("error.no_role", f"{name}: none of their groups has a role in console.oidc.roles")
    role = max(roles, key=[Role.READER, Role.OFFICER, Role.ADMINISTRATOR].index)
    subject = hashlib.sha256(f"{settings.issuer}\n{claims['sub']}".encode()).hexdigest()
    user = find_subject(visit.store, subject)
    if user is None:
        user = find_user(visit.store, name)
        if user is None:
            return add_user(visit.store, name, role.value, "", subject=subject)
        if user.disabled or user.local or not bind_subject(visit.store, name, subject):
            raise AccountError("error.login", f"{name}: closed, a local account, or another person's")
    if user.disabled or user.local:
        raise AccountError("error.login", f"{user.name}: closed, or a local account")
    if user.role is not role:
        set_access(visit.store, user.name, role.value, user.scopes, by="oidc")
    return find_user(visit.store, user.name) or user


def _client(visit: Visit) -> Any:
    settings = visit.services.settings.console
    secret = settings.oidc.client_secret_file
    return OAuth2Client(
        settings.oidc.client_id,
        secret.read_text(encoding="utf-8").strip() if secret else None,
        scope="openid profile email",
        redirect_uri=f"{settings.public_url.rstrip('/')}{visit.root}/login/oidc/callback",
        code_challenge_method="S256",
        timeout=_SECONDS,
    )


def _metadata(client: Any, settings: OidcSettings) -> dict[str, Any]:
    address = settings.issuer.rstrip("/") + "/.well-known/openid-configuration"
    metadata: dict[str, Any] = client.request("GET", address, withhold_token=True).json()
    if metadata.get("issuer") != settings.issuer:
        raise JoseError("the provider names another issuer")
    return metadata
