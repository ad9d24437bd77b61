"""Bodies written so that we would read one thing and the site another: refused with a clear 4xx, or read as it would."""

from __future__ import annotations

import gzip
import http.client
import json
import re
from urllib.parse import urlsplit

import pytest

from gateway.formbody.form import index
from gateway.formbody.spelling import MalformedBody
from gateway.model import Edit
from tests.http.client import request

SIN = "130 692 544"
NAMED = f"NAS {SIN}"
URLENCODED, JSON = "application/x-www-form-urlencoded", "application/json"
MULTIPART = "multipart/form-data; boundary=b"


def quoted(codec: str) -> bytes:
    return b"a=" + b"".join(b"%%%02X" % octet for octet in NAMED.encode(codec))


def part(disposition: str = 'name="a"', *fields: str, content: bytes = NAMED.encode()) -> bytes:
    head = "".join(f"{line}\r\n" for line in (f"Content-Disposition: form-data; {disposition}", *fields))
    return b"--b\r\n" + head.encode() + b"\r\n" + content + b"\r\n--b--\r\n"


REFUSED = [
    ("UTF-16 in percents", URLENCODED, quoted("utf-16-le"), 400),
    ("UTF-32 in percents", URLENCODED, quoted("utf-32-be"), 400),
    ("a charset that we do not read", f"{URLENCODED}; charset=utf-7", b"a=+ADEAMw-", 415),
    ("the same, said by the form itself", URLENCODED, b"_charset_=utf-7&a=%2BADEAMw-", 415),
    ("the same, extended", "text/plain; charset*=us-ascii''utf-7", b"+ADEAMw-", 415),
    ("overlong UTF-8", URLENCODED, b"a=NAS+%C0%B1%C0%B3%C0%B0+692+544", 400),
    ("overlong UTF-8, three octets", URLENCODED, b"a=NAS+%E0%80%B130+692+544", 400),
    ("JSON in UTF-16", JSON, json.dumps({"a": NAMED}).encode("utf-16"), 400),
    ("JSON said to be UTF-7", f"{JSON}; charset=utf-7", b'{"a":"+ADEAMw-"}', 415),
    ("JSON with a key twice, once escaped", JSON, b'{"a":"x","\\u0061":"y"}', 400),
    ("JSON with more behind it", JSON, b'{"a":1} {"b":2}', 400),
    ("JSON with a comment", JSON, b'{"a":1 /* b */}', 400),
    ("JSON nested deeply", JSON, b"[" * 5000 + b"]" * 5000, 400),
    ("JSON packed", JSON, gzip.compress(b"{}"), 400),
    ("text in UTF-16", "text/plain", NAMED.encode("utf-16-le"), 400),
    ("text in EBCDIC", "text/plain; charset=cp037", NAMED.encode("cp037"), 415),
    ("a part in base64", MULTIPART, part('name="a"', "Content-Transfer-Encoding: base64"), 415),
    ("a part that is packed", MULTIPART, part('name="a"', "Content-Encoding: gzip"), 415),
    ("a part in UTF-16", MULTIPART, part('name="a"', "Content-Type: text/plain; charset=utf-16"), 415),
    ("two dispositions", MULTIPART, part('name="a"', 'Content-Disposition: form-data; name="b"'), 400),
    ("two names", MULTIPART, part('name="a"; name="b"'), 400),
    ("two file names", MULTIPART, part('name="a"; filename="x"; filename="y"'), 400),
    ("line feeds alone", MULTIPART, part().replace(b"\r\n", b"\n"), 400),
    ("something before the first part", MULTIPART, b"x\r\n" + part(), 400),
    ("a second set of parts", MULTIPART, part() + part(), 400),
    ("blanks behind a delimiter", MULTIPART, part().replace(b"--b\r\n", b"--b \r\n", 1), 400),
]
READ = [
    ("percents twice", URLENCODED, b"a=NAS%2520130%2520692%2520544"),
    ("the name of a field", URLENCODED, b"NAS+130+692+544=1"),
    ("the name of a part", MULTIPART, part(f'name="{NAMED}"', content=b"x")),
    ("an extended file name", MULTIPART, part("name=\"a\"; filename*=UTF-8''NAS%20130%20692%20544.txt", content=b"x")),
    ("both file names", MULTIPART, part("name=\"a\"; filename=\"x\"; filename*=UTF-8''NAS%20130%20692%20544", content=b"x")),
    ("another field of a part", MULTIPART, part('name="a"', f"X-Note: {NAMED}", content=b"x")),
    ("a parameter of a part's type", MULTIPART, part('name="a"', f'Content-Type: text/plain; note="{NAMED}"', content=b"x")),
    ("a number with a fraction of nothing", JSON, b'{"NAS":130692544.0}'),
    ("a number with an exponent", JSON, b'{"NAS":1.30692544e8}'),
    ("escapes within a string", JSON, b'{"a":"{\\"NAS\\":\\"\\\\u0031\\\\u0033\\\\u0030 692 544\\"}"}'),
    ("escapes of GraphQL", "application/graphql", b'{ a(NAS: "\\u0031\\u{33}\\u0030 692 544") }'),
    ("escapes of full-width figures", URLENCODED, b"a=%7B%22NAS%22%3A%22%5Cuff11%5Cuff13%5Cuff10+692+544%22%7D"),
    ("an array in an array", JSON, json.dumps([[[NAMED]]]).encode()),
    ("three boxes of one name", URLENCODED, b"nas=130&nas=692&nas=544"),
    ("three numbered boxes", MULTIPART, part('name="nas1"', content=b"130").removesuffix(b"--b--\r\n")
     + part('name="nas2"', content=b"692").removesuffix(b"--b--\r\n") + part('name="nas3"', content=b"544")),
    ("a box for each figure", JSON, b'{"nas":[1,3,0,6,9,2,5,4,4]}'),
    ("day, month and year", JSON, b'{"naissance":{"jour":"12","mois":"04","annee":"1985"}}'),
    ("a byte order mark", JSON, b"\xef\xbb\xbf" + json.dumps({"a": NAMED}).encode()),
]  # fmt: skip


def post(door, body, content_type):
    return request("POST", f"{door[0]}/v1/forms/feedback", body, content_type=content_type)


@pytest.mark.parametrize(
    ("content_type", "body", "status"), [one[1:] for one in REFUSED], ids=[one[0] for one in REFUSED]
)
def test_what_may_be_read_in_two_ways_is_refused_and_reaches_nobody(
    door, upstream, content_type, body, status
):
    answer = post(door, body, content_type)

    assert answer.status == status
    assert not re.search(rb"130.{0,5}692|692.{0,5}544", answer.body)
    assert upstream.received == []


@pytest.mark.parametrize(("content_type", "body"), [one[1:] for one in READ], ids=[one[0] for one in READ])
def test_wherever_a_value_hides_it_is_found_and_reaches_nobody(door, upstream, content_type, body):
    assert post(door, body, content_type).status == 422
    assert upstream.received == []


@pytest.mark.parametrize(
    ("content_type", "body", "after"),
    [
        (JSON, b'{"q":"a \\\\u0031\\\\u0033 b"}', b'{"q":"a X b"}'),
        (JSON, b'{"n":1.3e1}', b'{"n":"X"}'),
        ("application/graphql", b"a \\u0031\\u{33} b", b"a X b"),
        (MULTIPART, part("name=\"a\"; filename*=UTF-8''a%2013%20b", content=b""), None),
    ],
)
def test_what_is_cut_from_an_escaped_value_is_its_own_bytes(content_type, body, after):
    form = index(body, content_type)
    edits = [
        Edit(path, spelled.text.index("13"), spelled.text.index("13") + 2, "X")
        for path, spelled in form.fields.items()
        if "13" in spelled.text
    ]

    assert form.rewrite(edits, {}) == (after or body.replace(b"a%2013%20b", b"a%20X%20b"))
    assert form.rewrite((), {}) == body


def test_many_fields_of_one_name_take_no_time():
    form = index(b"&".join([b"a=1"] * 2000), URLENCODED)
    assert len(form.fields) == 2000
    with pytest.raises(MalformedBody):
        index(b"&".join([b"a=1"] * 2001), URLENCODED)


def test_a_second_content_type_or_coding_is_refused(door, upstream):
    for name, values in (("Content-Type", (URLENCODED, JSON)), ("Content-Encoding", ("identity", "gzip"))):
        connection = http.client.HTTPConnection(urlsplit(door[0]).netloc)
        connection.putrequest("POST", "/v1/forms/feedback")
        for value in values:
            connection.putheader(name, value)
        if name != "Content-Type":
            connection.putheader("Content-Type", URLENCODED)
        connection.putheader("Content-Length", "3")
        connection.endheaders(b"a=1")
        assert connection.getresponse().status in (400, 415)
        connection.close()
    assert upstream.received == []
