"""What a field is there for may stand in it; all else is still caught there, and the same value elsewhere is."""

from __future__ import annotations

import json
import socket

import pytest
from pydantic import ValidationError

from gateway.settings import FormSettings
from tests.http.client import request

URLENCODED = "application/x-www-form-urlencoded"


def post(door, body, content_type=URLENCODED, **headers):
    return request("POST", f"{door[0]}/v1/forms/contact", body, content_type=content_type, **headers)


CLEAN = b"email=a.roy%40example.org&tel=418-555-0199&postcode=G1R+2B5&comment=merci"


def test_contact_data_passes_where_it_is_asked_for(door, upstream):
    assert post(door, CLEAN).status == 200
    assert upstream.received[0][2] == CLEAN


@pytest.mark.parametrize(
    ("body", "field", "entity"),
    [
        (b"comment=ecrivez+a+a.roy%40example.org", "comment", "EMAIL_ADDRESS"),
        (b"tel=a.roy%40example.org", "tel", "EMAIL_ADDRESS"),
        (b"email=NAS+046+454+286", "email", "CA_SIN"),
        (b"email=NAS046454286%40example.org", "email", "CA_SIN"),
        (b"tel=418-555-0199+NAS+046+454+286", "tel", "CA_SIN"),
        (b"postcode=G1R+2B5+ne+le+12+mars+1980", "postcode", "DATE_OF_BIRTH"),
    ],
)
def test_anything_else_in_such_a_field_and_the_same_elsewhere_is_caught(door, upstream, body, field, entity):
    answer = post(door, body)
    assert answer.status == 422
    assert [(error["field"], error["entity_type"]) for error in answer.json["errors"]] == [(field, entity)]
    assert upstream.received == []


def test_a_json_field_is_named_by_its_path_and_its_key_is_no_such_field(door, upstream):
    def told(document):
        return post(door, json.dumps(document).encode(), "application/json")

    assert told({"person": {"name": "Mme Lucie Tremblay"}}).status == 200
    assert told({"person": {"note": "je suis Mme Lucie Tremblay"}}).status == 422
    assert told({"email": {"a.roy@example.org": "x"}}).status == 422
    assert len(upstream.received) == 1


def test_a_file_in_such_a_field_is_looked_at_in_full(door, upstream):
    body = (
        b'--xyz\r\nContent-Disposition: form-data; name="email"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n'
        b"Ecrivez-moi : a.roy@example.org\r\n--xyz--\r\n"
    )
    assert post(door, body, "multipart/form-data; boundary=xyz").status == 422
    assert upstream.received == []


def test_no_setting_lets_identity_data_through():
    with pytest.raises(ValidationError):
        FormSettings.model_validate({"allow": {"nas": ["CA_SIN"]}})


@pytest.mark.parametrize(
    ("body", "accept_language", "first"),
    [
        (b"comment=my+SIN+is+046+454+286+thank+you&language=fr-CA", "en", "fr"),
        (b"comment=mon+NAS+est+le+046+454+286+merci&language=EN", "fr", "en"),
        (b"comment=my+SIN+is+046+454+286+thank+you&language=de", "fr", "en"),
        (b"comment=mon+NAS+est+le+046+454+286+merci", "en", "fr"),
        (b"x=TREM80010112", "en", "en"),
        (b"x=TREM80010112", "fr", "fr"),
    ],
    ids=["field-fr", "field-en", "text-en", "text-fr", "accept-en", "accept-fr"],
)
def test_the_page_leads_with_the_readers_language(door, body, accept_language, first):
    answer = post(door, body, accept="text/html", accept_language=accept_language)
    assert answer.status == 422
    assert f'<html lang="{first}">' in answer.text
    assert answer.headers["content-language"].startswith(first)
    assert "Votre message n&#39;a pas été envoyé" in answer.text
    assert "Your message was not sent" in answer.text


def test_two_content_types_and_two_encodings_go_nowhere(door, upstream):
    host, _, port = door[0].removeprefix("http://").partition(":")
    twice = (b"Content-Type: text/plain\r\n" * 2, b"Content-Encoding: identity\r\nContent-Encoding: gzip\r\n")
    for more, status in zip(twice, (b"400", b"415"), strict=True):
        with socket.create_connection((host, int(port)), timeout=10) as connection:
            connection.sendall(
                b"POST /v1/forms/contact HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1\r\n"
                + (more if b"Type" in more else b"Content-Type: text/plain\r\n" + more)
                + b"\r\nx"
            )
            assert connection.recv(65536)[9:12] == status
    assert upstream.received == []
