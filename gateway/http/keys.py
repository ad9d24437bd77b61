"""API keys: who may call what, from where, and how often. The settings hold hashes; the key itself is never kept or logged."""

from __future__ import annotations

import hashlib
import hmac
import math
import secrets
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from gateway.audit import log
from gateway.http.problems import problem
from gateway.services import Services
from gateway.settings import HttpSettings, KeySettings, within

Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]
_LONGEST: Final = 512
_PREFIX: Final = "ecluse_"


def new_key() -> str:
    """A fresh key of 256 random bits; the prefix lets secret scanners recognise it."""
    return _PREFIX + secrets.token_urlsafe(32)


def digest_of(key: str) -> str:
    """What the settings hold of a key: SHA-256, hex. No salt is needed: 256 random bits cannot be guessed."""
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()


class KeyRefused(Exception):
    """The call is not allowed: a problem's kind, its status, and headers that say what to do."""

    def __init__(self, kind: str, status: int, headers: dict[str, str] | None = None) -> None:
        super().__init__(kind)
        self.kind, self.status, self.headers = kind, status, headers


@dataclass(slots=True)
class _Bucket:
    """A token bucket: a minute's calls may come at once, then as fast as it fills again."""

    per_minute: int
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        """Take one token: 0.0, or the seconds until there is one."""
        rate = self.per_minute / 60
        self.tokens = min(float(self.per_minute), self.tokens + (now - self.at) * rate)
        self.at = now
        if self.tokens >= 1:
            self.tokens -= 1
            return 0.0
        return (1 - self.tokens) / rate


class Keyring:
    """The keys of the settings with their rate limits, which each worker process counts for itself."""

    def __init__(self, settings: HttpSettings, clock: Callable[[], float] = time.monotonic) -> None:
        self.required = settings.require_key
        self._keys, self._clock = settings.keys, clock
        self._buckets = {
            key.name: _Bucket(key.per_minute, float(key.per_minute), clock()) for key in settings.keys
        }

    def find(self, presented: str) -> KeySettings | None:
        """The settings of a presented key. Every stored hash is compared, in constant time."""
        if not presented or len(presented) > _LONGEST:
            return None
        digest, found = digest_of(presented), None
        for key in self._keys:
            if hmac.compare_digest(digest, key.sha256):
                found = key
        return found

    def admit(self, key: KeySettings, scope: str, address: str) -> None:
        """Raises KeyRefused unless `key` may be used for `scope`, from `address`, now."""
        if scope not in key.scopes:
            raise KeyRefused("key-scope", 403)
        if key.networks and not within(address, key.networks):
            raise KeyRefused("key-network", 403)
        wait = self._buckets[key.name].wait(self._clock())
        if wait:
            raise KeyRefused("rate", 429, {"Retry-After": str(math.ceil(wait))})


def guarded(scope: str, endpoint: Endpoint) -> Endpoint:
    """`endpoint` for those whose key allows `scope`; all others are raised KeyRefused."""

    async def checked(request: Request) -> Response:
        _check(request, scope)
        return await endpoint(request)

    checked.__name__, checked.__doc__ = endpoint.__name__, endpoint.__doc__
    return checked


def _check(request: Request, scope: str) -> None:
    """Raise KeyRefused unless the request may use `scope`; for a form, note the key's name on the request.

    `X-Api-Key` is looked at first, then `Authorization: Bearer` (RFC 6750 §2.1). Where no key is asked for, an
    Authorization that is not ours is left alone: it may be meant for the site behind.
    """
    keyring: Keyring = request.app.state.keyring
    presented, authorization = _presented(request)
    bearer = "" if presented else _bearer(authorization)
    key = keyring.find(presented or bearer)
    name = key.name if key is not None else ""
    try:
        if key is not None:
            keyring.admit(key, scope, request.client.host if request.client else "")
        elif presented or _required(request, keyring, scope):
            raise KeyRefused("key-missing", 401, {"WWW-Authenticate": 'Bearer realm="ecluse"'})
    except KeyRefused as refused:
        log.warning("request refused", route=scope, key=name, reason=refused.kind, status=refused.status)
        raise
    if scope == "forms":  # a form's own line names its key
        request.state.key, request.state.key_in_authorization = name, bool(key and bearer)
    elif name:
        log.info("request", route=scope, key=name)


def _required(request: Request, keyring: Keyring, scope: str) -> bool:
    if not keyring.required or scope != "forms":
        return keyring.required
    services: Services = request.app.state.services
    form = services.settings.forms.get(request.path_params.get("form_id", ""))
    return form is None or not form.public


def _presented(request: Request) -> tuple[str, str]:
    """What `X-Api-Key` and `Authorization` say; a repeated key is none that we know."""
    keys, authorization = [], ""
    for name, value in request.scope["headers"]:
        if name == b"x-api-key":
            keys.append(value.decode("latin-1"))
        elif name == b"authorization" and not authorization:
            authorization = value.decode("latin-1")
    return ",".join(keys), authorization


def _bearer(authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


async def refused(request: Request, error: Exception) -> Response:
    """The answer to a call that no key allows."""
    assert isinstance(error, KeyRefused)
    return problem(request, error.kind, error.status, headers=error.headers)
