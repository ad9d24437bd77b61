"""Messages that mail programs read differently: every reading is scanned, and the message is said to be AMBIGUOUS.

Sloppy mail that every program reads alike is not.
"""

import base64

import pytest

from gateway.mime.message import index
from gateway.model import Edit, Incomplete, Reason

HIDDEN = "TkFTIDA0NiA0NTQgMjg2"  # base64 of "NAS 046 454 286"
PART = f"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n{HIDDEN}\n"


def mail(text):
    return text.replace("\n", "\r\n").encode("latin-1")


AMBIGUOUS = {
    "two boundary parameters (CVE-2024-28054)": f"""\
Content-Type: multipart/mixed; boundary=A; boundary=B

--A
Content-Type: text/plain

clean
--B
{PART}--B--
--A--
""",
    "two Content-Type fields": f"""\
Content-Type: text/plain
Content-Type: multipart/mixed; boundary=B

--B
{PART}--B--
""",
    "two transfer encodings": f"""\
Content-Type: text/plain
Content-Transfer-Encoding: 7bit
Content-Transfer-Encoding: base64

{HIDDEN}
""",
    "parts after the closing delimiter": f"""\
Content-Type: multipart/mixed; boundary=B

--B
Content-Type: text/plain

clean
--B--
--B
{PART}--B--
""",
    "a delimiter with more on its line": f"""\
Content-Type: multipart/mixed; boundary=B

--B
Content-Type: text/plain

clean
--B and more
{PART}--B--
""",
    "a boundary that does not occur": f"""\
Content-Type: multipart/mixed; boundary=A

--B
{PART}--B--
""",
    "an empty boundary": f"""\
Content-Type: multipart/mixed; boundary=""

--
{PART}----
""",
    "a boundary in what is no multipart": f"""\
Content-Type: multipart; boundary=B

--B
{PART}--B--
""",
    "no boundary at all": f"""\
Content-Type: multipart/mixed

--B
{PART}--B--
""",
    "a line of blanks in the header": f"""\
Subject: s
 \t
Content-Type: text/plain
Content-Transfer-Encoding: base64

{HIDDEN}
""",
    "a line that is no field in the header": f"""\
Subject: s
no field
Content-Type: text/plain
Content-Transfer-Encoding: base64

{HIDDEN}
""",
    "bare CR as line ends": f"""\
Content-Type: multipart/mixed; boundary=B

--B
Content-Type: text/plain

clean\r--B\r{PART.replace(chr(10), chr(13))}\r--B--
""",
    "two boundaries, the other way round": f"""\
Content-Type: multipart/mixed; boundary=B; boundary=A

--A
{PART}--A--
--B

clean
--B--
""",
}


@pytest.mark.parametrize("name", AMBIGUOUS)
def test_every_reading_is_scanned_and_the_doubt_is_said(name):
    extraction = index(mail(AMBIGUOUS[name]))
    assert Incomplete(Reason.AMBIGUOUS, "") in extraction.incomplete
    assert any("NAS 046 454 286" in segment.text for segment in extraction.segments)


def test_a_doubt_inside_an_attached_message_concerns_that_message_only():
    inner = AMBIGUOUS["two transfer encodings"]
    raw = mail(
        f"Content-Type: multipart/mixed; boundary=X\n\n--X\nContent-Type: message/rfc822\n\n{inner}--X--\n"
    )
    assert list(index(raw).incomplete) == [Incomplete(Reason.AMBIGUOUS, "att/0")]


SLOPPY = {
    "the same Content-Type twice": "Content-Type: text/plain\nContent-Type: text/plain\n\nx\n",
    "the same boundary twice": "Content-Type: multipart/mixed; boundary=B; boundary=B\n\n--B\n\nx\n--B--\n",
    "two charsets that read ASCII alike": (
        "Content-Type: text/plain; charset=us-ascii\nContent-Type: text/plain; charset=utf-8\n\nx\n"
    ),
    "two names of no encoding": "Content-Transfer-Encoding: 7bit\nContent-Transfer-Encoding: 8bit\n\nx\n",
    "a field that ends in a line of blanks": "Content-Type: text/plain\nSubject: s\n \nTo: x\n\nx\n",
    "no closing delimiter": "Content-Type: multipart/mixed; boundary=B\n\n--B\n\nx\n",
    "an mbox line": "From a@example.ca Mon Jan  1 00:00:00 2024\nSubject: s\n\nx\n",
    "no blank after the colon": "Subject:s\nContent-Type:text/plain\n\nx\n",
    "a blank before the colon": "Subject : s\nContent-Type : text/plain\n\nx\n",
    "boundary with trailing blanks": "Content-Type: multipart/mixed; boundary=B\n\n--B  \n\nx\n--B--  \n",
    "an inner boundary that begins like the outer one": (
        "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: multipart/alternative; boundary=B1\n\n"
        "--B1\n\nx\n--B1\nContent-Type: text/html\n\nx\n--B1--\n--B--\n"
    ),
    "a boundary two levels down that begins like the outer one": (
        "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: multipart/related; boundary=C\n\n--C\n"
        "Content-Type: multipart/alternative; boundary=B-alt\n\n--B-alt\n\nx\n--B-alt--\n--C--\n--B--\n"
    ),
    "a list's footer after the closing delimiter": (
        "Content-Type: multipart/mixed; boundary=B\n\n--B\n\nx\n--B--\n_______\nA list\nhttp://lists.example/\n"
    ),
    "a bare CR in the text": "Subject: s\n\na\rb\n",
    "8-bit header without a charset": "Subject: \xe9t\xe9\n\nx\n",
    "no header": "\nx\n",
    "nothing but a header": "Subject: s\n",
    "no MIME at all": "Subject: s\n\n--B\nx\n",
    "a blank line of blanks in the body": "Subject: s\n\na\n \nb\n",
    "text/plain without a charset": "Content-Type: text/plain; charset\n\n\xe9\n",
}


@pytest.mark.parametrize("name", SLOPPY)
@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_sloppy_mail_is_not_ambiguous(name, newline):
    extraction = index(SLOPPY[name].replace("\n", newline).encode("latin-1"))
    assert list(extraction.incomplete) == []


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("Subject: a\rb\n\n", "a b", id="a bare CR in a field"),
        pytest.param("Subject: 04\x006", "046", id="a NUL in a field"),
        pytest.param("\n04\x006 454", "046 454", id="a NUL in a body"),
        pytest.param("Content-Transfer-Encoding: base64\n\nMDQ=\nNg==", "046", id="padding in the middle"),
        pytest.param("Content-Transfer-Encoding: base64\n\nMDQ2Q", "046", id="one character left over"),
        pytest.param("Content-Transfer-Encoding: base64\n\nMDQ2\n-- \nliste 454", "liste 454", id="text after base64"),
        pytest.param("Content-Transfer-Encoding: Quoted-Printable \n\n=30=34=36", "046", id="case and blanks"),
        pytest.param("Content-Type: (a) text (b)/(c) html\n\n0<b>46", "046", id="comments in a type"),
        pytest.param("Content-Transfer-Encoding: \"base64\"\n\nMDQ2", "046", id="quoted name of an encoding"),
        pytest.param("Content-Type: text/plain; charset=utf-7\n\n+ADAANAA2-", "046", id="UTF-7"),
        pytest.param("Content-Type: text/plain; charset=utf-16\n\n046", "046", id="what is not UTF-16 though it says so"),
        pytest.param("Content-Type: text/plain; charset=cp037\n\n046", "046", id="what is not EBCDIC though it says so"),
        pytest.param("Content-Type: text/plain\n\nnum\x82ro 046\xff454", "numéro 046\xa0454", id="the charset of DOS"),
        pytest.param("Content-Type: text/plain\n\nnum\x8ero 046\xca454", "numéro 046\xa0454", id="that of old Macintosh"),
        pytest.param("Content-Type: html\n\n046", "046", id="a type without a subtype"),
        pytest.param("Content-Type: text/x-unknown\n\n046", "046", id="an unknown text type"),
        pytest.param("Content-Type: multipart/mixed; boundary=B\n\n046", "046", id="a multipart without parts"),
        pytest.param("junk 046\nContent-Type: text/plain\n\nx", "junk 046", id="a line that is no field"),
        pytest.param("Content-Type: multipart/mixed; boundary=B\n\n--B\nDate: 046", "046", id="a part that ends in its header"),
    ],
)  # fmt: skip
def test_what_any_reader_may_show_is_read(raw, text):
    found = [segment.text for segment in index(raw.replace("\n", "\r\n").encode("latin-1")).segments]
    assert any(text in shown for shown in found)


def test_a_message_of_bare_cr_is_read_by_its_lines():
    extraction = index(b"Subject: s\rContent-Type: multipart/mixed; boundary=B\r\r--B\r\rNAS 046\r--B--\r")
    assert {segment.path: segment.text for segment in extraction.segments} == {
        "header/subject": "s",
        "body/0": "NAS 046",
    }
    assert list(extraction.incomplete) == []


def test_an_encoded_multipart_is_read_inside_and_ambiguous():
    inner = base64.encodebytes(b"--B\r\n\r\nNAS 046\r\n--B--\r\n").decode()
    extraction = index(
        mail(f"Content-Type: multipart/mixed; boundary=B\nContent-Transfer-Encoding: base64\n\n{inner}")
    )
    assert any(segment.text == "NAS 046" for segment in extraction.segments)
    assert Incomplete(Reason.AMBIGUOUS, "") in extraction.incomplete


def test_doubts_inside_doubts_do_not_multiply_without_end():
    raw = b"Subject: s\r\n\r\nNAS 046" + b" x" * 100_000
    for _ in range(5):
        raw = (
            b"Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: message/rfc822\r\n\r\n" + raw
            + b"\r\n--B x\r\n\r\n\r\n--B--\r\n--B\r\n\r\nx\r\n--B--\r\n"
        )  # fmt: skip
    extraction = index(raw)
    assert Incomplete(Reason.AMBIGUOUS, "") in extraction.incomplete
    assert len(extraction.segments) < 100


def test_an_encoded_body_whose_empty_line_is_missing_is_read_as_both_kinds_of_readers_do():
    """One skips lines that are no fields, the other takes them for the body and decodes them."""
    raw = b"Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/plain\r\n=4EAS 0=346 454 286 merci\r\n\r\nsuite\r\n"
    extraction = index(raw)
    assert [item.reason for item in extraction.incomplete] == [Reason.AMBIGUOUS]
    assert any("NAS 046 454 286" in segment.text for segment in extraction.segments)


@pytest.mark.parametrize("name", ["x-base64", '"base64"', "base64-x", "base-64", "b64", "x_base_64"])
def test_an_encoding_called_like_a_known_one_is_read_as_that_one_too(name):
    body = base64.encodebytes(b"Mon NAS est 046 454 286 merci")
    raw = b"Content-Type: text/plain\r\nContent-Transfer-Encoding: %s\r\n\r\n%s" % (name.encode(), body)
    extraction = index(raw)
    found = next(segment for segment in extraction.segments if "046 454 286" in segment.text)
    at = found.text.index("046")
    out = extraction.rewrite([Edit(found.path, at, at + 11, "[x]")], {})
    assert b"Mon NAS est [x] merci" in base64.b64decode(out.split(b"\r\n\r\n")[1])


@pytest.mark.parametrize("name", ["quoted_printable", "quotedprintable", "x-qp"])
def test_an_encoding_called_like_quoted_printable_is_read_as_that_too(name):
    extraction = index(f"Content-Transfer-Encoding: {name}\r\n\r\nNAS 04=36 454 286".encode())
    assert [item.reason for item in extraction.incomplete] == [Reason.AMBIGUOUS]
    assert any("046 454 286" in segment.text for segment in extraction.segments)


def test_an_encoding_called_like_none_is_none():
    raw = b"Content-Type: text/plain\r\nContent-Transfer-Encoding: utf-8\r\n\r\nBonjour\r\n"
    extraction = index(raw)
    assert list(extraction.incomplete) == []
    assert extraction.rewrite((), {}) == raw


def test_a_first_line_that_the_next_relay_makes_a_continuation_does_not_end_the_header():
    """What it puts on top is a field; only the line that is none after that ends the header for strict readers."""
    raw = mail(f" odd\nContent-Transfer-Encoding: base64\n{HIDDEN}\nSubject: s\n\nQm9uam91cg==\n")
    assert any("NAS 046 454 286" in segment.text for segment in index(raw).segments)
    assert any("NAS 046 454 286" in segment.text for segment in index(b"Received: x\r\n" + raw).segments)
