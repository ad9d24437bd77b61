"""API keys: scopes, networks and rates; the key itself is in no file, no log line and no request that goes on."""

from __future__ import annotations

import re
import tomllib

import pytest
from pydantic import ValidationError
from structlog.testing import capture_logs
from typer.testing import CliRunner

from gateway.cli import app
from gateway.http.keys import KeyRefused, Keyring, digest_of, new_key
from gateway.settings import HttpSettings, SettingsError, load_settings
from tests.http.client import request
from tests.http.running import serving

KEYS = {name: new_key() for name in ("scanner", "website", "elsewhere", "slow")}
SCOPES = {"scanner": ["scan"], "website": ["forms"], "elsewhere": ["scan"], "slow": ["scan"]}


@pytest.fixture
def guarded(door):
    """The door with keys required."""
    services = door[1]
    keys = [{"name": name, "sha256": digest_of(key), "scopes": SCOPES[name]} for name, key in KEYS.items()]
    keys[2]["networks"] = ["203.0.113.0/24"]
    keys[3]["per_minute"] = 2
    http = HttpSettings.model_validate({"max_body": 2_000_000, "require_key": True, "keys": keys})
    forms = services.settings.forms | {
        "open": services.settings.forms["feedback"].model_copy(update={"public": True})
    }
    services.settings = services.settings.model_copy(update={"http": http, "forms": forms})
    with serving(services) as base:
        yield base, services


def scan(base, **headers):
    return request("POST", f"{base}/v1/scan", {"text": "bonjour"}, **headers)


def test_without_a_key_only_health_and_public_forms_answer(guarded):
    base = guarded[0]
    answer = scan(base)
    assert answer.status == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"].startswith("Bearer")
    for path in ("/v1/redact", "/v1/forms/feedback", "/analyze", "/anonymize"):
        assert request("POST", base + path, b"x=1").status == 401
    for path in ("/metrics", "/recognizers", "/supportedentities"):
        assert request("GET", base + path).status == 401
    assert request("GET", f"{base}/health/live").status == 200
    assert request("GET", f"{base}/health").status == 200
    urlencoded = "application/x-www-form-urlencoded"
    assert request("POST", f"{base}/v1/forms/open", b"comment=ok", content_type=urlencoded).status == 200


@pytest.mark.parametrize(
    "header", [{"authorization": "Bearer {}"}, {"x_api_key": "{}"}], ids=["bearer", "own"]
)
def test_a_key_opens_its_scopes_and_no_other(guarded, header):
    given = {name: value.format(KEYS["scanner"]) for name, value in header.items()}
    assert scan(guarded[0], **given).status == 200
    assert request("POST", f"{guarded[0]}/v1/redact", {"text": "a"}, **given).status == 403


@pytest.mark.parametrize(
    "header",
    [
        {"authorization": f"Basic {KEYS['scanner']}"},
        {"authorization": "Bearer"},
        {"authorization": f"Bearer {KEYS['scanner']}x"},
        {"x_api_key": "é".encode().decode("latin-1")},
        {"x_api_key": "a" * 5000},
        {"x_api_key": digest_of(KEYS["scanner"])},
    ],
    ids=["basic", "empty", "longer", "not-ascii", "huge", "the-hash"],
)
def test_what_is_no_key_is_refused(guarded, header):
    assert scan(guarded[0], **header).status == 401


def test_a_key_of_another_network_is_refused(guarded):
    assert scan(guarded[0], x_api_key=KEYS["elsewhere"]).status == 403


def test_too_many_calls_hear_when_to_come_again(guarded):
    answers = [scan(guarded[0], x_api_key=KEYS["slow"]) for _ in range(3)]
    assert [answer.status for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[2].headers["retry-after"]) <= 30
    assert scan(guarded[0], x_api_key=KEYS["scanner"]).status == 200


def test_the_bucket_fills_again():
    now = [0.0]
    settings = HttpSettings.model_validate(
        {"keys": [{"name": "a", "sha256": digest_of("k"), "scopes": ["scan"], "per_minute": 6}]}
    )
    keyring = Keyring(settings, clock=lambda: now[0])
    (key,) = settings.keys
    for _ in range(6):
        keyring.admit(key, "scan", "")
    with pytest.raises(KeyRefused):
        keyring.admit(key, "scan", "")
    now[0] += 10
    keyring.admit(key, "scan", "")


def test_the_key_stays_at_the_gateway_and_out_of_the_log(guarded, upstream):
    key = KEYS["website"]
    urlencoded = "application/x-www-form-urlencoded"
    with capture_logs() as lines:
        for headers in (
            {"authorization": f"Bearer {key}"},
            {"x_api_key": key, "authorization": "Bearer theirs"},
        ):
            answer = request(
                "POST", f"{guarded[0]}/v1/forms/feedback", b"a=1", content_type=urlencoded, **headers
            )
            assert answer.status == 200
    first, second = (headers for _, headers, _ in upstream.received)
    assert key not in str(first) + str(second)
    assert "theirs" in str(second)
    assert [line["key"] for line in lines if line["event"] == "message"] == ["website", "website"]
    assert key not in str(lines)


def test_where_no_key_is_asked_for_an_authorization_is_the_sites_own(door, upstream):
    urlencoded = "application/x-www-form-urlencoded"
    url = f"{door[0]}/v1/forms/feedback"
    assert request("POST", url, b"a=1", content_type=urlencoded, authorization="Bearer theirs").status == 200
    assert "theirs" in str(upstream.received[0][1])
    assert request("POST", url, b"a=1", content_type=urlencoded, x_api_key="wrong").status == 401


def test_the_command_prints_a_key_that_its_lines_let_in():
    told = CliRunner().invoke(app, ["key", "new", "website", "--scope", "forms", "--network", "10.0.0.0/8"])
    assert told.exit_code == 0, told.output
    key = re.search(r"key: (\S+)", told.output)[1]
    lines = told.output[told.output.index("[[http.keys]]") :]
    settings = HttpSettings.model_validate(tomllib.loads(lines)["http"])
    assert key not in lines
    assert Keyring(settings).find(key).name == "website"


def test_the_command_says_what_is_wrong():
    told = CliRunner().invoke(app, ["key", "new", "Web Site", "--scope", "everything"])
    assert isinstance(told.exception, SettingsError)
    assert "scopes.0" in str(told.exception)
    assert "name" in str(told.exception)


def test_settings_refuse_what_would_let_nobody_or_two_in(tmp_path):
    key = {"name": "a", "sha256": "0" * 64, "scopes": ["scan"]}
    for bad in (
        {"require_key": True},
        {"keys": [key, key | {"name": "b"}]},
        {"keys": [key | {"sha256": "k"}]},
    ):
        with pytest.raises(ValidationError):
            HttpSettings.model_validate(bad)
    file = tmp_path / "e.toml"
    file.write_text('[http]\n[[http.keys]]\nname = "a"\nsha256 = "abc"\nscopes = ["scan"]\n')
    with pytest.raises(SettingsError, match=r"e\.toml:4: http\.keys\.0\.sha256"):
        load_settings(file, {})
