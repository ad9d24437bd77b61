"""One value in several boxes is read as the site reads it, and what is cut from it leaves a sound body."""

from __future__ import annotations

import json

import pytest

from gateway.formbody.form import index
from gateway.model import Edit

URLENCODED, JSON, MULTIPART = (
    "application/x-www-form-urlencoded",
    "application/json",
    "multipart/form-data; boundary=b",
)


def part(name: str, value: str) -> bytes:
    return f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()


def whole(body: bytes, content_type: str, **more) -> list[tuple[str, str]]:
    form = index(body, content_type, **more)
    return [(form.names[path], one.text) for path, one in form.fields.items() if "#joined" in path]


@pytest.mark.parametrize(
    ("content_type", "body", "text", "after"),
    [
        (URLENCODED, b"x=1&nas=130&nas=692&nas=544&y=2", "130 692 544", b"x=1&nas=%5Bx%5D&y=2"),
        (URLENCODED, b"nas1=130&nas2=692&nas3=544", "130 692 544", b"nas1=%5Bx%5D"),
        (URLENCODED, b"nas%5B%5D=130&nas%5B%5D=692&nas%5B%5D=544", "130 692 544", b"nas%5B%5D=%5Bx%5D"),
        (URLENCODED, b"dob_day=12&dob_month=04&dob_year=1985", "12 04 1985", b"dob_day=%5Bx%5D"),
        (JSON, b'{"nas":["130","692","544"],"y":2}', "130 692 544", b'{"nas":["[x]"],"y":2}'),
        (JSON, b'{"nas":[130,692,544]}', "130 692 544", b'{"nas":["[x]"]}'),
        (JSON, b'{"nas1":"130","nas2":"692","nas3":"544"}', "130 692 544", b'{"nas1":"[x]"}'),
        (JSON, b'{"nas":[1,3,0,6,9,2,5,4,4]}', "1 3 0 6 9 2 5 4 4", b'{"nas":["[x]"]}'),
        (MULTIPART, part("nam", "TREM") + part("nam", "0412") + part("nam", "1925") + b"--b--\r\n", "TREM 0412 1925",
         part("nam", "[x]") + b"--b--\r\n"),
    ],
)  # fmt: skip
def test_boxes_are_read_together_and_what_is_cut_leaves_a_sound_body(content_type, body, text, after):
    form = index(body, content_type)
    (path,) = [path for path in form.fields if "#joined" in path]
    assert form.fields[path].text == text

    told = form.rewrite([Edit(path, 0, len(text), "[x]")], {})
    assert told == after
    if content_type == JSON:
        json.loads(told)
    index(told, content_type)
    assert form.rewrite((), {}) == body


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        (URLENCODED, b"q1=4&q2=1&q3=8&q4=5&q5=5&q6=5&q7=0&q8=1&q9=2&q10=3"),
        (URLENCODED, b"nas=130&other=x&nas=692"),
        (URLENCODED, b"nas=130&nas=long+words+here&nas=544"),
        (URLENCODED, b"page=1&page=2"),
        (JSON, b'{"nas":["130",692,"544"]}'),
        (JSON, b'{"nas":["130",["692","544123"]]}'),
    ],
)
def test_what_is_no_value_in_boxes_is_left_as_it_is(content_type, body):
    assert [text for _, text in whole(body, content_type) if text.count(" ") > 1] == []


def test_a_box_that_is_never_looked_at_is_not_put_together_either():
    assert whole(b"nas=130&nas=692&nas=544", URLENCODED, untouched=("nas",)) == []


def test_boxes_in_one_form_may_have_the_same_name_twice():
    found = whole(b"n=130&n=692&n=544&x=&n=046&n=454&n=286", URLENCODED)

    assert found == [("n", "130 692 544"), ("n", "046 454 286")]


def test_contact_data_in_boxes_is_allowed_where_it_is_in_each():
    form = index(
        b"tel1=418&tel2=555&tel3=0142", URLENCODED, allow={"tel1": ["PHONE_NUMBER"], "tel2": ["PHONE_NUMBER"]}
    )

    (whole,) = (one for one in form.segments if one.path.endswith("#joined"))
    assert (whole.label, whole.allowed) == ("tel", {"PHONE_NUMBER"})
