"""Parts that a placeholder stands for, and edits that cannot be made."""

import base64

import pytest

from gateway.mime.message import index
from gateway.model import CannotRedact, Edit, Placeholder
from tests.mime.builders import attached, b64, mail, open_document, redact

PLACEHOLDER = Placeholder(b"placeholder " * 20, "application/pdf", "retire.pdf")


def test_a_withheld_part_is_replaced_where_it_stands():
    raw = attached(
        "Content-Type: application/x-thing; name=046.bin", "Content-Transfer-Encoding: 8bit", content="046"
    )
    out = index(raw).rewrite([Edit("body/0", 0, 2, "yo")], {"att/0": PLACEHOLDER})
    again = index(out, open_document=open_document)
    assert b"046" not in out
    assert again.part("att/0") == PLACEHOLDER.content
    assert {segment.path: segment.text for segment in again.segments}["att/0/filename"] == "retire.pdf"
    assert again.part("body/0") == b"yo"
    assert out.endswith(b"\r\n--B--\r\n")


def test_edits_inside_a_withheld_part_go_with_it():
    raw = attached("Content-Type: application/pdf; name=046.pdf")
    out = index(raw).rewrite([Edit("att/0/filename", 0, 3, "x")], {"att/0": PLACEHOLDER})
    assert b"046" not in out


def test_a_part_of_a_message_inside_can_be_withheld():
    inner = attached("Content-Type: application/x-thing", content="046").decode()
    raw = attached(
        "Content-Type: message/rfc822",
        "Content-Transfer-Encoding: base64",
        content=b64(inner.encode()),
        disposition="",
    )
    out = index(index(raw).rewrite((), {"att/0/att/0": PLACEHOLDER}))
    assert out.part("att/0/att/0") == PLACEHOLDER.content
    assert out.part("att/0/body/0") == b"hi"


def test_a_message_that_is_one_attachment_can_be_withheld():
    raw = mail("Subject: s", "Content-Type: application/pdf", "", "046")
    out = index(raw).rewrite((), {"att/0": PLACEHOLDER})
    assert out.startswith(b"Subject: s\r\nMIME-Version: 1.0\r\nContent-Type: application/pdf\r\n")
    assert index(out).part("att/0") == PLACEHOLDER.content


def test_a_file_inside_text_can_be_withheld():
    uri = "data:image/png;base64," + base64.b64encode(b"\x89PNG 046").decode()
    raw = mail("Content-Type: text/html", "", f'<img src="{uri}">')
    out = index(raw).rewrite((), {"att/0": PLACEHOLDER})
    assert index(out).part("att/0") == PLACEHOLDER.content


def test_unknown_parts_and_segments_are_errors():
    with pytest.raises(KeyError):
        index(b"a: b\r\n\r\n").rewrite((), {"att/9": PLACEHOLDER})
    with pytest.raises(KeyError):
        index(b"a: b\r\n\r\n").rewrite([Edit("body/9", 0, 1, "")], {})
    with pytest.raises(KeyError):
        index(b"a: b\r\n\r\n").part("att/9")


def test_what_cannot_be_cut_out_is_refused_with_its_part():
    raw = mail("Content-Transfer-Encoding: base64", "", "YWJ=", "jMDQ2")
    extraction = index(raw)
    joined = next(segment for segment in extraction.segments if not segment.redactable)
    with pytest.raises(CannotRedact) as refusal:
        extraction.rewrite([Edit(joined.path, 0, 1, "x")], {})
    assert refusal.value.part == "body/0"


def test_a_replacement_cannot_begin_a_field_of_its_own():
    raw = mail("Subject: 046", "", "")
    assert redact(raw, "046", "a\r\nBcc: b@example.ca").count(b"\r\n") == raw.count(b"\r\n")
