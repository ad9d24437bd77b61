"""The door of the console: passwords, lockout, second factor, sessions, forged requests, headers."""

import time
from concurrent.futures import ThreadPoolExecutor

import pyotp
import pytest

from gateway.console import accounts
from gateway.console.accounts import (
    AccountError,
    add_user,
    authenticate,
    check_totp,
    disable_user,
    enrol_totp,
    find_user,
    reset_password,
)
from gateway.store import clock
from gateway.store.schema import sessions, users
from tests.console.conftest import PASSWORD, Console


def test_a_wrong_password_says_no_more_than_a_wrong_name(console: Console, people: dict[str, str]) -> None:
    client = console.client()
    wrong = client.post("/console/login", data={"name": "reader", "password": "no"})
    unknown = client.post("/console/login", data={"name": "personne", "password": "no"})
    assert (wrong.status_code, unknown.status_code) == (401, 401)
    assert wrong.text == unknown.text


def test_five_wrong_passwords_lock_the_account_even_for_the_right_one(
    console: Console, people: dict[str, str]
) -> None:
    for _ in range(5):
        with pytest.raises(AccountError):
            authenticate(console.store, "reader", "wrong")
    with pytest.raises(AccountError):
        authenticate(console.store, "reader", PASSWORD)
    user = find_user(console.store, "reader")
    assert user is not None
    assert user.locked


def test_a_lock_ends_by_itself(
    console: Console, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        with pytest.raises(AccountError):
            authenticate(console.store, "reader", "wrong")
    later = clock.now() + 16 * 60 * clock.SECOND
    monkeypatch.setattr(clock, "now", lambda: later)
    assert authenticate(console.store, "reader", PASSWORD).name == "reader"


def test_the_second_factor_is_asked_for_and_each_code_works_once(
    console: Console, people: dict[str, str]
) -> None:
    secret = pyotp.random_base32()
    enrol_totp(console.store, "officer", secret, pyotp.TOTP(secret).now())
    client = console.client("officer")
    assert client.get("/console/notices").status_code == 303  # half way is not in
    code = pyotp.TOTP(secret).now()
    page = client.get("/console/login/code").text
    token = page.split('name="csrf" value="')[1].split('"')[0]
    assert client.post("/console/login/code", data={"code": code, "csrf": token}).status_code == 303
    assert client.get("/console/notices").status_code == 200
    assert not check_totp(console.store, "officer", code)


def test_the_right_password_again_and_again_buys_no_more_tries_at_the_code(
    console: Console, people: dict[str, str]
) -> None:
    secret = pyotp.random_base32()
    enrol_totp(console.store, "officer", secret, pyotp.TOTP(secret).now())
    for _ in range(4):
        authenticate(console.store, "officer", PASSWORD)
        assert not check_totp(console.store, "officer", "not a code")
    authenticate(console.store, "officer", PASSWORD)
    assert not check_totp(console.store, "officer", "not a code")
    with pytest.raises(AccountError):
        authenticate(console.store, "officer", PASSWORD)


def test_the_right_code_ends_the_count(console: Console, people: dict[str, str]) -> None:
    secret = pyotp.random_base32()
    enrol_totp(console.store, "officer", secret, pyotp.TOTP(secret).now())
    for number in range(6):
        assert check_totp(console.store, "officer", "not a code") is False
        if number == 2:
            assert check_totp(console.store, "officer", pyotp.TOTP(secret).now())
    assert authenticate(console.store, "officer", PASSWORD).name == "officer"


def test_many_who_try_at_once_do_not_take_the_memory_of_all(
    console: Console, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One password takes 64 MiB to check; anybody may send them."""
    under_way, most, hasher = 0, 0, accounts._HASHER

    class Counting:
        def verify(self, hashed: str, password: str) -> bool:
            nonlocal under_way, most
            under_way += 1
            most = max(most, under_way)
            time.sleep(0.02)
            under_way -= 1
            return False

        def __getattr__(self, name: str) -> object:
            return getattr(hasher, name)

    monkeypatch.setattr(accounts, "_HASHER", Counting())
    with ThreadPoolExecutor(12) as threads:
        sent = {"name": "officer", "password": "no"}
        answers = threads.map(
            lambda _: console.client().post("/console/login", data=sent, timeout=60), range(12)
        )
        assert {answer.status_code for answer in answers} == {401}
    assert 1 <= most <= 2


def test_an_old_code_is_refused(console: Console, people: dict[str, str]) -> None:
    secret = pyotp.random_base32()
    enrol_totp(console.store, "officer", secret, pyotp.TOTP(secret).now())
    assert not check_totp(console.store, "officer", pyotp.TOTP(secret).at(time.time() - 300))


def test_closing_an_account_ends_its_sessions_at_once(console: Console, people: dict[str, str]) -> None:
    client = console.client("reader")
    assert client.get("/console/").status_code == 200
    disable_user(console.store, "reader")
    assert client.get("/console/").status_code == 303


def test_a_first_password_must_be_changed_before_anything_else(console: Console) -> None:
    add_user(console.store, "neuf", "officer", PASSWORD, must_change=True)
    client = console.client("neuf")
    assert client.get("/console/notices").headers["location"] == "/console/account"
    again = {"old": PASSWORD, "new": PASSWORD, "again": PASSWORD}
    assert console.post(client, "/account/password", again).status_code == 422
    assert client.get("/console/notices").headers["location"] == "/console/account"
    answer = console.post(
        client,
        "/account/password",
        {"old": PASSWORD, "new": "une autre longue phrase", "again": "une autre longue phrase"},
    )
    assert answer.headers["location"].startswith("/console/login")
    again = console.client()
    again.post("/console/login", data={"name": "neuf", "password": "une autre longue phrase"})
    assert again.get("/console/notices").status_code == 200


def test_a_reset_removes_the_second_factor(console: Console, people: dict[str, str]) -> None:
    secret = pyotp.random_base32()
    enrol_totp(console.store, "officer", secret, pyotp.TOTP(secret).now())
    reset_password(console.store, "officer", "encore une longue phrase")
    user = find_user(console.store, "officer")
    assert user is not None
    assert (user.has_totp, user.must_change) == (False, True)


def test_a_short_password_is_refused(console: Console) -> None:
    with pytest.raises(AccountError, match="12"):
        add_user(console.store, "bref", "reader", "trop court")


def test_a_post_without_the_session_s_token_changes_nothing(console: Console, people: dict[str, str]) -> None:
    client = console.client("admin")
    answer = client.post("/console/people", data={"name": "intrus", "role": "administrator"})
    assert answer.status_code == 403
    assert find_user(console.store, "intrus") is None


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_a_post_from_another_site_is_refused_even_with_the_token(
    console: Console, people: dict[str, str], headers: dict[str, str]
) -> None:
    client = console.client("admin")
    answer = console.post(client, "/people", {"name": "intrus", "role": "administrator"}, headers=headers)
    assert answer.status_code == 403
    assert find_user(console.store, "intrus") is None


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_to_another_site_after_login(
    console: Console, people: dict[str, str], target: str
) -> None:
    client = console.client()
    answer = client.post("/console/login", data={"name": "reader", "password": PASSWORD, "next": target})
    assert answer.headers["location"] == "/console/"


def test_an_idle_session_ends(
    console: Console, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = console.client("reader")
    later = clock.now() + 31 * 60 * clock.SECOND
    monkeypatch.setattr(clock, "now", lambda: later)
    assert client.get("/console/").status_code == 303


def test_neither_cookie_nor_password_nor_secret_stands_in_the_database(
    console: Console, people: dict[str, str]
) -> None:
    secret = pyotp.random_base32()
    client = console.client("reader")
    enrol_totp(console.store, "reader", secret, pyotp.TOTP(secret).now())
    with console.store.database.read() as connection:
        rows = str(connection.execute(users.select()).all()) + str(
            connection.execute(sessions.select()).all()
        )
    assert client.cookies["ecluse_session"] not in rows
    assert PASSWORD not in rows
    assert secret not in rows


def test_every_answer_carries_the_security_headers(console: Console, people: dict[str, str]) -> None:
    client = console.client("reader")
    for path in ("/console/login", "/console/", "/console/nowhere", "/console/static/console.css"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == ("public, max-age=3600" if "static" in path else "no-store")


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(
    console: Console, people: dict[str, str]
) -> None:
    answer = console.client().post(
        "/console/login",
        data={"name": "reader", "password": PASSWORD},
        headers={"x-forwarded-proto": "https"},
    )
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "secure" in cookie
    assert "path=/console" in cookie
