"""Role by role, route by route: who gets in, and that nobody sees another's material."""

import asyncio

import pytest

from gateway.console.routes import PAGES
from gateway.store import quarantine, submissions
from tests.console.conftest import Console
from tests.store.builders import decided, finding, held_inspection, mail, post

#: Written out by hand, on purpose: a change of the route table must be a decision, not an accident.
EXPECTED = {
    # path: roles that get in (r reader, o officer, a administrator)
    "GET /": "roa", "GET /counts": "roa",
    "GET /notices": "roa", "GET /notices.csv": "roa", "GET /notices.json": "roa", "GET /notices/{id}": "roa",
    "POST /notices/{id}/feedback": "ro",
    "GET /statistics": "roa", "GET /policy": "roa", "GET /try": "roa", "POST /try": "roa",
    "GET /account": "roa", "POST /account/password": "roa", "POST /account/totp": "roa", "POST /logout": "roa",
    "GET /quarantine": "o", "GET /quarantine/{id}": "o", "POST /quarantine/{id}/preview": "o",
    "POST /quarantine/{id}/redacted": "o", "POST /quarantine/{id}/ask": "o", "POST /quarantine/{id}/withdraw": "o",
    "POST /quarantine/{id}/original": "o", "POST /quarantine/{id}/refuse": "o",
    "GET /submissions": "ro", "GET /submissions/{id}": "ro", "GET /submissions/{id}.json": "ro",
    "POST /submissions/{id}/destroy": "o",
    "GET /wording": "oa", "GET /register": "oa", "GET /register.csv": "oa", "GET /register.json": "oa",
    "POST /register/incident": "o", "GET /access": "oa",
    "GET /rights": "o", "POST /rights": "o", "POST /rights/export": "o", "POST /rights/destroy": "o",
    "GET /people": "a", "POST /people": "a", "POST /people/{name}": "a",
}  # fmt: skip
OPEN = {"GET /login", "POST /login", "GET /login/code", "POST /login/code", "GET /login/oidc",
        "GET /login/oidc/callback", "GET /language/{code}"}  # fmt: skip
LETTERS = {"reader": "r", "officer": "o", "administrator": "a"}


def test_the_matrix_below_names_every_route() -> None:
    named = {f"{page.method} {page.path}" for page in PAGES}
    assert named == set(EXPECTED) | OPEN


@pytest.mark.parametrize("role", LETTERS)
def test_each_role_gets_in_where_it_may_and_nowhere_else(
    console: Console, people: dict[str, str], role: str
) -> None:
    client = console.client(people[role])
    token = console.csrf(client)
    for route, letters in EXPECTED.items():
        method, path = route.split()
        address = "/console" + path.replace("{id}", "nothing").replace("{name}", "nobody")
        if path == "/logout":
            continue
        answer = client.request(method, address, data={"csrf": token} if method == "POST" else None)
        allowed = LETTERS[role] in letters
        assert (answer.status_code != 403) == allowed, (role, route, answer.status_code)
        assert answer.status_code < 500, (role, route)


def test_without_a_session_every_page_leads_to_the_login(console: Console) -> None:
    client = console.client()
    for route in EXPECTED:
        method, path = route.split()
        address = "/console" + path.replace("{id}", "nothing").replace("{name}", "nobody")
        answer = client.request(method, address)
        assert answer.status_code == 303, route
        assert answer.headers["location"].startswith("/console/login"), route


def test_a_reader_sees_the_notices_of_their_own_mailboxes_and_forms_only(
    console: Console, people: dict[str, str]
) -> None:
    mine, other, form = mail(), mail(to=("directrice@regie.example.org",)), post("feedback")
    other_form = post("plaintes")
    for message in (mine, other, form, other_form):
        console.store.record(message, decided(finding()), reply="250", door="smtp")
    console.store.flush()
    client = console.client("reader")
    for path in ("/console/notices", "/console/notices.csv", "/console/notices.json", "/console/"):
        text = client.get(path).text
        assert mine.id in text or path == "/console/", path
        assert other.id not in text, path
        assert other_form.id not in text, path
        assert "directrice" not in text, path
    assert client.get(f"/console/notices/{form.id}").status_code == 200
    assert client.get(f"/console/notices/{other.id}").status_code == 404
    # A filter cannot widen what a reader sees.
    assert other.id not in client.get("/console/notices?scope=directrice@regie.example.org").text
    assert client.get("/console/counts").json()["counts"]["all"] == "2"


def test_a_reader_can_say_nothing_about_another_s_notice(console: Console, people: dict[str, str]) -> None:
    other = mail(to=("directrice@regie.example.org",))
    console.store.record(other, decided(finding()), reply="250", door="smtp")
    console.store.flush()
    answer = console.post(console.client("reader"), f"/notices/{other.id}/feedback", {"kind": "missed"})
    assert answer.status_code == 404


def test_a_reader_reads_the_submissions_of_their_own_forms_only(
    console: Console, people: dict[str, str]
) -> None:
    mine = asyncio.run(console.store.keep_submission("feedback", {"comments": "un mot"}, decided()))
    other = asyncio.run(console.store.keep_submission("plaintes", {"comments": "un secret"}, decided()))
    client = console.client("reader")
    assert other not in client.get("/console/submissions").text
    assert "un mot" in client.get(f"/console/submissions/{mine}").text
    for path in (f"/console/submissions/{other}", f"/console/submissions/{other}.json"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "un secret" not in answer.text, path


def test_an_administrator_cannot_touch_what_is_held(console: Console, people: dict[str, str]) -> None:
    message = mail()
    asyncio.run(console.store.hold(message, held_inspection()))
    client = console.client("admin")
    for deed in ("preview", "redacted", "original", "refuse", "ask"):
        assert console.post(client, f"/quarantine/{message.id}/{deed}").status_code == 403
    item = quarantine.item(console.store.database, message.id)
    assert item is not None
    assert item["state"] == "held"


def test_reading_something_sensitive_is_logged_with_the_reader_s_name(
    console: Console, people: dict[str, str]
) -> None:
    key = asyncio.run(console.store.keep_submission("feedback", {"comments": "un mot"}, decided()))
    console.client("reader").get(f"/console/submissions/{key}")
    page = console.client("officer").get(f"/console/access?about={key}").text
    assert "reader" in page
    assert submissions.listed(console.store.database)
