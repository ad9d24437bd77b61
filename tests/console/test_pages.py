"""What the pages say and do, over real HTTP against a real store."""

import asyncio
import csv
import io
import json
import re
from email.message import EmailMessage

import pytest

from gateway.model import Action, Incomplete, Reason
from gateway.notices.catalog import builtin
from gateway.store import register, search
from tests.console.conftest import Console
from tests.store.builders import CANARY, SENDER, decided, finding, held_inspection, mail

SIN = "046 454 286"


def stored(console: Console, **options):
    message = mail()
    inspection = decided(finding("CA_SIN", "att/2/sheet1/B3", 0.87), **options)
    policy_hash = console.services.inspector.policy.hash
    object.__setattr__(inspection.decision, "policy_hash", policy_hash)
    console.store.record(message, inspection, reply="250", door="smtp")
    console.store.flush()
    return message


def test_a_notice_says_where_how_sure_and_quotes_the_rule_in_both_languages(console: Console, people) -> None:
    message = stored(console, incomplete=(Incomplete(Reason.ENCRYPTED, "att/1"),))
    page = console.client("officer").get(f"/console/notices/{message.id}").text
    for told in (
        "numéro d&#39;assurance sociale", "pièce jointe › 2 › sheet1 › B3", "87\N{NO-BREAK SPACE}%", "chiffre de contrôle",
        "Aucun renseignement personnel concernant l&#39;identité", "No personal information regarding identity",
        "pièce jointe protégée par un mot de passe",
    ):  # fmt: skip
        assert told in page, told
    english = console.client("officer", "en").get(f"/console/notices/{message.id}").text
    assert "check digit" in english
    assert "87%" in english


def test_a_false_positive_keeps_shape_and_evidence_and_the_person_s_name(console: Console, people) -> None:
    message = stored(console)
    answer = console.post(
        console.client("reader"),
        f"/notices/{message.id}/feedback",
        {"kind": "false_positive", "finding": "0"},
    )
    # The reader's own mailbox: builders.MAILBOX.
    assert answer.status_code == 303
    (said,) = search.feedback_on(console.store.database, message.id)
    assert (said["username"], said["kind"], said["entity_type"]) == ("reader", "false_positive", "CA_SIN")
    assert said["evidence"]["evidence"] == ["pattern", "check-digit"]


def test_an_old_notice_quotes_the_rule_as_it_stood_then(console: Console, people) -> None:
    rule = {"quote": {"fr": "Ancienne phrase.", "en": "Old sentence."}, "source": "", "threshold": 0.5}
    console.store.remember_policy("0123456789abcdef", json.dumps({"email-identity": rule}))
    message = mail()
    console.store.record(message, decided(finding()), reply="250", door="smtp")
    console.store.flush()
    page = console.client("officer").get(f"/console/notices/{message.id}").text
    assert "Ancienne phrase." in page
    assert "remplacée depuis" in page


def test_exports_hold_every_notice_of_the_filter_and_nothing_else(console: Console, people) -> None:
    for action in (Action.REDACT, Action.BLOCK, Action.BLOCK):
        stored(console, action=action)
    client = console.client("officer", "en")
    rows = list(
        csv.DictReader(io.StringIO(client.get("/console/notices.csv?action=block").text.lstrip("\ufeff")))
    )
    assert [row["Decision"] for row in rows] == ["block", "block"]
    assert rows[0]["Found"] == "CA_SIN=1"
    lines = client.get("/console/notices.json").text.splitlines()
    assert len(lines) == 3
    assert json.loads(lines[0])["findings"][0]["segment"] == "att/2/sheet1/B3"


def test_trying_an_uploaded_message_highlights_what_is_found_and_keeps_nothing(
    console: Console, people
) -> None:
    upload = EmailMessage()
    upload["From"], upload["Subject"] = SENDER, f"NAS {SIN}"
    upload.set_content(f"<script>alert(1)</script> {CANARY} mon NAS est le {SIN}")
    files = {"file": ("m.eml", upload.as_bytes(), "message/rfc822")}
    page = console.post(console.client("officer"), "/try", {"rule": "email-identity"}, files=files)
    assert f"<mark>{SIN}" in page.text
    assert "<script>alert" not in page.text
    console.store.flush()
    assert search.page(console.store.database, search.Filter(), None) == []
    for file in console.store.database.file.parent.rglob("*"):
        assert not file.is_file() or CANARY.encode() not in file.read_bytes(), file


def test_trying_under_another_rule_gives_that_rule_s_decision(console: Console, people) -> None:
    page = console.post(
        console.client("reader"),
        "/try",
        {"rule": "feedback-personal", "text": f"Mon NAS est le {SIN}"},
        files={"file": ("", b"")},
    )
    assert 'class="tag block"' in page.text


def test_monitored_rules_show_what_would_have_happened(console: Console, people) -> None:
    for _ in range(3):
        stored(console, action=Action.PASS, would=Action.BLOCK, monitored=True)
    client = console.client("officer")
    assert "Ce qui serait arrivé" in client.get("/console/statistics").text
    assert "Sur 3 messages en 30 jours : 3 refusés" in client.get("/console/policy").text
    assert "Observation : Refusé" in client.get("/console/notices").text


def test_an_incident_is_entered_without_values_and_the_chain_holds(console: Console, people) -> None:
    officer = console.client("officer")
    form = {
        "description": "Un courriel remis à la mauvaise boîte",
        "measures": "Rappel du message",
        "people": "1",
    }
    bad = console.post(officer, "/register/incident", {**form, "description": f"Le NAS {SIN} a été remis"})
    assert bad.status_code == 422
    assert console.post(officer, "/register/incident", {**form, "serious": "yes"}).status_code == 303
    page = officer.get("/console/register").text
    assert "La chaîne est intacte" in page
    assert "Incident de confidentialité" in page
    told = officer.get("/console/register.json").json()
    assert told["entries"][-1]["detail"]["people"] == 1
    assert "Confidentiality incident" in console.client("officer", "en").get("/console/register.csv").text


def test_a_broken_chain_is_said_on_the_page(console: Console, people) -> None:
    from sqlalchemy import update

    from gateway.store.schema import register as table

    officer = console.client("officer")
    officer.get("/console/policy")  # the policy in force is the first entry
    with console.store.database.write() as connection:
        connection.execute(update(table).values(detail="{}"))
    assert "La chaîne est rompue" in officer.get("/console/register").text


def test_a_rights_request_from_search_to_destruction(console: Console, people) -> None:
    message = stored(console)
    asyncio.run(console.store.hold(message, held_inspection()))
    officer = console.client("officer")
    page = console.post(officer, "/rights", {"address": SENDER}).text
    assert message.id in page
    assert "Avis : 1. En quarantaine : 1." in page
    copy = console.post(officer, "/rights/export", {"address": SENDER}).json()
    assert copy["notices"][0]["id"] == message.id
    unsure = console.post(officer, "/rights/destroy", {"address": SENDER, "reference": "A-2026-17"})
    assert unsure.status_code == 422
    sure = {"address": SENDER, "reference": "A-2026-17", "sure": "yes"}
    assert console.post(officer, "/rights/destroy", sure).status_code == 303
    assert "Rien n'est gardé" in console.post(officer, "/rights", {"address": SENDER}).text.replace(
        "&#39;", "'"
    )
    kinds = [entry.kind for entry in register.entries(console.store.database)]
    assert "rights.destroyed" in kinds


def test_what_a_citizen_wrote_is_never_taken_for_markup(console: Console, people) -> None:
    fields = {"comments": "<img src=x onerror=alert(1)>", "<b>nom": "x"}
    key = asyncio.run(console.store.keep_submission("feedback", fields, decided()))
    page = console.client("officer").get(f"/console/submissions/{key}").text
    assert "<img" not in page
    assert "<b>nom" not in page


def test_a_submission_can_be_taken_elsewhere_as_json(console: Console, people) -> None:
    key = asyncio.run(console.store.keep_submission("feedback", {"comments": "un mot"}, decided()))
    reader = console.client("reader")
    (address,) = set(
        re.findall(rf'"/console(/submissions/{key}[^"/]+)"', reader.get(f"/console/submissions/{key}").text)
    )
    answer = reader.get(f"/console{address}")
    assert answer.status_code == 200
    assert answer.json()["fields"] == {"comments": "un mot"}


@pytest.mark.parametrize("place", ["/notices", "/quarantine", "/submissions"])
@pytest.mark.parametrize("before", ["²", "²³.x", "9" * 18 + ".", ".x", "1", "-1.x", "9" * 5000 + ".x"])
def test_an_odd_place_to_go_on_from_is_no_error(console: Console, people, place: str, before: str) -> None:
    assert console.client("officer").get(f"/console{place}", params={"before": before}).status_code == 200
    assert console.troubles == []


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2026-02-30", "²", "2026-11-01"])
def test_any_day_can_be_asked_for(console: Console, people, day: str) -> None:
    officer = console.client("officer")
    for name in ("since", "until"):
        for page in ("/notices", "/notices.csv"):
            assert officer.get(f"/console{page}", params={name: day}).status_code == 200, (page, name)
    assert console.troubles == []


def test_a_null_character_is_a_bad_request_and_no_database_that_is_away(console: Console, people) -> None:
    officer = console.client("officer")
    for path in ("/notices?scope=a%00b", "/notices/a%00b", "/quarantine/%00"):
        assert officer.get(f"/console{path}").status_code == 400, path
    assert console.client().post("/console/login", data={"name": "a\0", "password": "b"}).status_code == 400
    assert console.troubles == []


def test_odd_numbers_in_a_form_are_a_form_to_mend(console: Console, people) -> None:
    message = stored(console)
    officer = console.client("officer")
    told = {"description": "Un envoi au mauvais destinataire", "measures": "Le message fut rappelé"}
    for number in ("²", "9" * 5000, "-1", ""):
        assert console.post(officer, "/register/incident", {**told, "people": number}).status_code == 422
        said = {"kind": "false_positive", "finding": number}
        assert console.post(officer, f"/notices/{message.id}/feedback", said).status_code == 400
    assert console.troubles == []


def test_an_account_is_added_with_a_first_password_shown_once(console: Console, people) -> None:
    admin = console.client("admin")
    page = console.post(
        admin, "/people", {"name": "nouvelle", "role": "reader", "scopes": "info@regie.example.org"}
    ).text
    first = page.split('role="status"')[1].split("<code>")[1].split("</code>")[0]
    assert first not in admin.get("/console/people").text
    entered = console.client().post("/console/login", data={"name": "nouvelle", "password": first})
    assert entered.status_code == 303
    again = console.post(admin, "/people", {"name": "nouvelle", "role": "reader"})
    assert "Un compte porte déjà ce nom." in again.text


def test_nobody_closes_their_own_account(console: Console, people) -> None:
    assert console.post(console.client("admin"), "/people/admin", {"what": "disable"}).status_code == 422


def test_a_database_that_goes_away_gives_a_page_that_says_so(console: Console, people, monkeypatch) -> None:
    from gateway.store.database import Database

    client = console.client("officer")

    def away(self):
        raise OSError("the database is away")

    monkeypatch.setattr(Database, "read", away)
    answer = client.get("/console/notices")
    assert answer.status_code == 503
    assert "Le courriel continue de passer" in answer.text


def test_no_page_quotes_an_exception(console: Console, people, monkeypatch) -> None:
    from gateway.console.pages import notices

    def failing(visit):
        raise RuntimeError(f"something with {CANARY}")

    monkeypatch.setattr(notices, "_filter", failing)
    answer = console.client("officer").get("/console/notices")
    assert answer.status_code == 500
    assert CANARY not in answer.text


def test_every_section_of_the_texts_has_a_name_on_the_wording_page(console: Console, people) -> None:
    page = console.client("officer").get("/console/wording")

    assert page.status_code == 200
    assert all(key in page.text for section in builtin().values() for key in section)
