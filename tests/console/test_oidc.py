"""Sign-in through an identity provider: a small one of our own, speaking real OpenID Connect on loopback."""

import asyncio
import base64
import hashlib
import socket
import threading
import time
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx2 as httpx
import pytest
import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from gateway.console.accounts import add_user, disable_user, find_user
from gateway.settings import ConsoleSettings
from tests.console.conftest import Console


class Provider:
    """Authorises everybody as `claims`; checks code and PKCE as a real one does."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, parameters={"kid": "one"})
        self.signing = self.key
        self.claims: dict[str, object] = {"sub": "1", "preferred_username": "marie", "groups": ["prp"]}
        self.issuer, self.challenge, self.nonce = "", "", ""
        self.audience = "ecluse"
        self.replayed = False

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.metadata),
                Route("/token", self.token, methods=["POST"]),
                Route("/keys", self.keys),
            ]
        )

    async def metadata(self, request: Request) -> Response:
        return JSONResponse(
            {"issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
             "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/keys"}
        )  # fmt: skip

    async def keys(self, request: Request) -> Response:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def token(self, request: Request) -> Response:
        sent = parse_qs((await request.body()).decode())
        digest = hashlib.sha256(sent["code_verifier"][0].encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != self.challenge or sent["code"] != [
            "abc"
        ]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        nonce = "of an older login" if self.replayed else self.nonce
        claims = {
            **self.claims,
            "iss": self.issuer,
            "aud": self.audience,
            "nonce": nonce,
            "iat": now,
            "exp": now + 60,
        }
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.signing)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "id_token": signed})


@pytest.fixture
def provider(console: Console) -> Iterator[Provider]:
    made = Provider()
    listener = socket.create_server(("127.0.0.1", 0))
    made.issuer = f"http://127.0.0.1:{listener.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(made.app(), log_config=None, lifespan="off"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True)
    thread.start()
    oidc = {"issuer": made.issuer, "client_id": "ecluse", "roles": {"prp": "officer", "ti": "administrator"}}
    settings = ConsoleSettings.model_validate({"public_url": console.url, "oidc": oidc})
    console.services.settings = console.services.settings.model_copy(update={"console": settings})
    yield made
    server.should_exit = True
    thread.join(10)


def round_trip(
    console: Console, provider: Provider, *, code: str = "abc", state: str = ""
) -> tuple[httpx.Client, httpx.Response]:
    client = console.client()
    away = client.get("/console/login/oidc")
    assert away.status_code == 303, away.text
    asked = {name: values[0] for name, values in parse_qs(urlsplit(away.headers["location"]).query).items()}
    provider.challenge, provider.nonce = asked["code_challenge"], asked["nonce"]
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"] == f"{console.url}/console/login/oidc/callback"
    back = client.get("/console/login/oidc/callback", params={"code": code, "state": state or asked["state"]})
    return client, back


def test_who_has_a_mapped_group_comes_in_with_its_role(console: Console, provider: Provider) -> None:
    client, back = round_trip(console, provider)
    assert back.status_code == 303, console.troubles
    assert client.get("/console/quarantine").status_code == 200
    user = find_user(console.store, "marie")
    assert user is not None
    assert (user.role.value, user.local) == ("officer", False)


def test_a_changed_group_changes_the_role_at_the_next_visit(console: Console, provider: Provider) -> None:
    round_trip(console, provider)
    provider.claims["groups"] = ["ti", "autre"]
    client, _ = round_trip(console, provider)
    assert client.get("/console/people").status_code == 200


def test_who_has_no_mapped_group_stays_out(console: Console, provider: Provider) -> None:
    provider.claims["groups"] = ["autre"]
    client, back = round_trip(console, provider)
    assert back.status_code == 401
    assert find_user(console.store, "marie") is None
    assert client.get("/console/").status_code == 303


def test_a_local_account_cannot_be_taken_over_by_its_name(
    console: Console, provider: Provider, people: dict[str, str]
) -> None:
    provider.claims["preferred_username"] = "admin"
    _, back = round_trip(console, provider)
    assert back.status_code == 401
    assert console.client("admin").get("/console/people").status_code == 200


def test_who_is_renamed_at_the_provider_keeps_the_account(console: Console, provider: Provider) -> None:
    round_trip(console, provider)
    provider.claims["preferred_username"] = "marie.tremblay"
    client, _ = round_trip(console, provider)
    assert client.get("/console/quarantine").status_code == 200
    assert find_user(console.store, "marie.tremblay") is None


def test_who_takes_the_name_of_another_does_not_get_the_account(console: Console, provider: Provider) -> None:
    round_trip(console, provider)
    provider.claims |= {"sub": "2", "groups": ["ti"]}
    client, back = round_trip(console, provider)
    assert back.status_code == 401
    assert client.get("/console/").status_code == 303
    user = find_user(console.store, "marie")
    assert user is not None
    assert user.role.value == "officer"


def test_an_account_of_before_belongs_to_the_first_who_comes_by_its_name(
    console: Console, provider: Provider
) -> None:
    add_user(console.store, "marie", "reader", "", scopes=["feedback"])
    _, back = round_trip(console, provider)
    assert back.status_code == 303, console.troubles
    provider.claims["sub"] = "2"
    _, back = round_trip(console, provider)
    assert back.status_code == 401


def test_a_closed_account_of_before_is_nobodys(console: Console, provider: Provider) -> None:
    add_user(console.store, "marie", "reader", "", scopes=["feedback"])
    disable_user(console.store, "marie")
    _, back = round_trip(console, provider)
    assert back.status_code == 401
    disable_user(console.store, "marie", disabled=False)
    provider.claims["sub"] = "2"
    _, back = round_trip(console, provider)
    assert back.status_code == 303


@pytest.mark.parametrize("subject", ["", None])
def test_a_provider_that_does_not_say_who_it_is_is_refused(
    console: Console, provider: Provider, subject: str | None
) -> None:
    provider.claims["sub"] = subject
    if subject is None:
        del provider.claims["sub"]
    _, back = round_trip(console, provider)
    assert back.status_code == 401
    assert find_user(console.store, "marie") is None


@pytest.mark.parametrize("fault", ["state", "code", "nonce", "audience", "signature"])
def test_an_answer_that_does_not_fit_is_refused(console: Console, provider: Provider, fault: str) -> None:
    if fault == "audience":
        provider.audience = "another"
    if fault == "signature":
        provider.signing = RSAKey.generate_key(2048, parameters={"kid": "one"})
    provider.replayed = fault == "nonce"
    client, back = round_trip(
        console,
        provider,
        code="other" if fault == "code" else "abc",
        state="forged" if fault == "state" else "",
    )
    assert back.status_code == 401
    assert client.get("/console/").status_code == 303


def test_a_provider_that_is_down_gives_a_page_that_says_so(console: Console, provider: Provider) -> None:
    settings = console.services.settings.console
    dead = settings.oidc.model_copy(update={"issuer": "http://127.0.0.1:9"})
    changed = settings.model_copy(update={"oidc": dead})
    console.services.settings = console.services.settings.model_copy(update={"console": changed})
    answer = console.client().get("/console/login/oidc")
    assert answer.status_code == 503
    assert "fournisseur d" in answer.text
