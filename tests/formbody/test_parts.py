"""The parts of a multipart form: what a site takes for a file is read as one, and what it may read otherwise goes nowhere."""

import io
import zipfile

import pytest

from gateway.extract.registry import DocumentLimits, Documents
from gateway.formbody import form
from gateway.formbody.spelling import MalformedBody, ascii_compatible
from gateway.mime import message as mime
from gateway.model import Edit, Placeholder

VALUE = "130 692 544"
TYPE = b"multipart/form-data; boundary=b"
BINARY = b"Content-Type: application/octet-stream\r\n"


@pytest.fixture(scope="module")
def documents():
    opened = Documents(DocumentLimits(), index_message=mime.index)
    yield opened
    opened.close()


def packed() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", f"Mon NAS est le {VALUE}. {'x' * 200}")
    return out.getvalue()


def body(disposition: bytes, more: bytes = BINARY, content: bytes = b"x") -> bytes:
    head = b"Content-Disposition: form-data; " + disposition + b"\r\n" + more
    return b"--b\r\n" + head + b"\r\n" + content + b"\r\n--b--\r\n"


def index(raw: bytes, **more):
    return form.index(raw, TYPE.decode(), **more)


@pytest.mark.parametrize(
    "disposition",
    [
        b'name="f"; filename="a.zip"',
        b'name="f";filename=a.zip',
        b"name=f; filename*=UTF-8''r%C3%A9sum%C3%A9.zip",
        b'name="f"; filename="a.zip"; filename*=UTF-8\'\'a.zip; size=9',
        b'name="f";\r\n filename="a.zip"',
        b'name="f"; filename="C:\\dir\\"',
        b'name="f"; filename="a\\"b.zip"',
        b'name="f"',
    ],
)
def test_a_file_is_read_however_its_name_is_written(documents, disposition):
    read = index(body(disposition, content=packed()), open_document=documents.open)
    assert any(VALUE in segment.text for segment in read.segments)
    assert read.incomplete == []


def test_a_value_in_a_name_that_is_percent_encoded_is_cut_there():
    raw = body(b"name=f; filename*=UTF-8''NAS%20130%20692%20544.zip")
    read = index(raw)
    (name,) = (segment for segment in read.segments if segment.path == "att/1/filename*")
    start = name.text.index(VALUE)
    edit = form.Edit(name.path, start, start + len(VALUE), "[x]")
    assert read.rewrite([edit], {}) == raw.replace(b"130%20692%20544", b"%5Bx%5D")


@pytest.mark.parametrize(
    "more", [b"", b"Content-Type: text/plain\r\n", b"Content-Type: application/json\r\n"]
)
def test_a_text_without_a_file_name_is_a_field(more):
    read = index(body(b'name="f"', more))
    assert [segment.path for segment in read.segments] == ["field/f"]


@pytest.mark.parametrize(
    ("disposition", "more"),
    [
        (b'name="csrf"; name="f"', b""),
        (b'name="f"; name*=UTF-8\'\'g; filename="a"', b""),
        (b'name="f"', b'Content-Disposition: form-data; name="g"\r\n'),
        (b'name="f"; filename="a"; filename="b"', b""),
        (b'name="f"; filename="a', b""),
        (b'name="f" filename="a"', b""),
        (b'name="f"', b"Content-Type: text/plain\r\nContent-Type: application/pdf\r\n"),
        (b'name="f"', b"Content-Transfer-Encoding: base64\r\n"),
        (b'name="f"', b"Content-Transfer-Encoding : base64\r\n"),
        (b'name="f"; filename="a"', b"Content-Transfer-Encoding: quoted-printable\r\n"),
        (b'name="f"', b"Content-Type: text/plain; charset=utf-16\r\n"),
        (b'name="f"; x="' + b"a" * 20_000 + b'"', b""),
    ],
)
def test_what_a_site_may_read_otherwise_is_refused(disposition, more):
    with pytest.raises(MalformedBody):
        index(body(disposition, more), untouched=("csrf",))


def test_a_file_that_gave_way_has_one_name_and_one_type_and_what_else_its_header_says_is_cut(documents):
    disposition = b'name="f"; filename="a"; filename*=UTF-8\'\'a; x=1'
    more = b"X-Note: TREM04121925\r\nContent-Type: a/b\r\n"
    form_body = index(body(disposition, more, b"\x00\x01"), open_document=documents.open)
    (note,) = [one for one in form_body.segments if one.path.endswith("#header")]
    cut = Edit(note.path, len(note.text) - 12, len(note.text), "[cut]")
    told = form_body.rewrite([cut], {"att/1": Placeholder(b"new", "text/plain", "notice.txt")})
    assert told == body(
        b'name="f"; filename="notice.txt"; x=1', b"X-Note: [cut]\r\nContent-Type: text/plain\r\n", b"new"
    )


@pytest.mark.parametrize("charset", ["utf-16", "utf-7", "ibm037", "nothing", "hz"])
@pytest.mark.parametrize("media", ["text/plain", "application/x-www-form-urlencoded", "application/json"])
def test_a_charset_in_which_ascii_is_something_else_is_refused(media, charset):
    with pytest.raises(MalformedBody, match="unsupported"):
        form.index(b"{}", f"{media}; charset={charset}")


def test_the_charsets_that_forms_are_sent_in_are_read():
    assert all(
        map(ascii_compatible, ("utf-8", "UTF8", "us-ascii", "iso-8859-1", "windows-1252", "macintosh"))
    )
