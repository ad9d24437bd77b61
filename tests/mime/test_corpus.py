"""Real and torture messages, where they are at hand: nothing raises, nothing changes, nothing readable is missed."""

import email
import email.policy
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from gateway.mime.annotate import Banner, annotate
from gateway.mime.message import index
from gateway.model import CannotRedact, Edit, Reason

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
HAM = sorted((DATA / "mail-ham").glob("*.eml"))
TORTURE = sorted(path for path in (DATA / "mime").glob("*/*") if path.suffix in (".eml", ".msg"))
WORD = re.compile(r"[A-Za-z0-9]{4,}")

pytestmark = pytest.mark.skipif(not (HAM and TORTURE), reason="no sample messages in ../shared/data")


def words(text):
    return set(WORD.findall(text))


def read_words(raw):
    return words(" ".join(segment.text for segment in index(raw).segments))


def test_nothing_raises_and_nothing_changes():
    for path in (*HAM, *TORTURE):
        raw = path.read_bytes()
        assert index(raw).rewrite((), {}) is raw
        assert annotate(raw) == raw


def test_ordinary_mail_is_not_ambiguous():
    doubtful = [
        path.name
        for path in HAM
        if any(i.reason is Reason.AMBIGUOUS for i in index(path.read_bytes()).incomplete)
    ]
    assert doubtful == []


def test_every_number_can_be_cut_out_and_nothing_else_changes():
    """Each number of three digits or more in the bodies goes; the words that the standard library sees stay."""
    for path in HAM[::3]:
        raw = path.read_bytes()
        extraction = index(raw)
        edits = [
            Edit(segment.path, found.start(), found.end(), "#")
            for segment in extraction.segments
            if segment.path.startswith(("body/", "header/subject"))
            for found in re.finditer(r"[0-9]{3,}", segment.text)
        ]
        out = extraction.rewrite(edits, {})
        for before, after in zip(extraction.segments, index(out).segments, strict=True):
            if before.path.startswith(("body/", "header/subject")):
                assert after.text == re.sub(r"[0-9]{3,}", "#", before.text)


def test_every_word_of_torture_messages_can_be_replaced_or_is_refused():
    for path in TORTURE:
        raw = path.read_bytes()
        extraction = index(raw)
        for segment in extraction.segments:
            found = re.search(r"[A-Za-z]{5,}", segment.text)
            if found is None:
                continue
            try:
                out = extraction.rewrite([Edit(segment.path, found.start(), found.end(), "#")], {})
            except CannotRedact:
                continue
            assert out != raw
            assert len(out) < len(raw) + 200


def test_the_notice_can_be_put_on_every_message():
    banner = Banner("NOTICE: something was removed", "<p>NOTICE: something was removed</p>")
    for path in (*HAM, *TORTURE):
        out = annotate(path.read_bytes(), banner=banner, subject_tag="NOTICE")
        assert "NOTICE" in read_words(out)


def test_no_word_that_the_standard_library_sees_in_real_mail_is_missed():
    for path in HAM:
        raw = path.read_bytes()
        message = email.message_from_bytes(raw, policy=email.policy.compat32)
        for part in message.walk():
            if part.get_content_maintype() != "text":
                continue
            text = (part.get_payload(decode=True) or b"").decode("latin-1")
            text = re.sub(r"<[^>]*>|&\w+;", " ", text) if part.get_content_subtype() == "html" else text
            shown = words(text.encode("ascii", "replace").decode().replace("?", " "))
            missed = shown - read_words(raw)
            assert not missed or part.get_content_subtype() == "html"


def expected_texts(parts):
    for part in parts:
        body = part["body"]
        if isinstance(body, dict):
            yield from (text for kind, text in body.items() if kind == "Text")
            if "Message" in body:
                yield from expected_texts(body["Message"]["parts"])


def test_no_text_that_another_parser_reads_is_missed():
    for path in TORTURE:
        known = path.with_suffix(".json")
        if not known.exists():
            continue
        raw = path.read_bytes()
        if index(raw).incomplete:  # it shows as text what is said to be an image
            continue
        ours = read_words(raw) | {"Content", "Type", "text", "plain", "message", "rfc822"}
        for text in expected_texts(json.loads(known.read_text(encoding="utf-8"))["parts"]):
            assert words(text) - ours == set()


def test_no_body_that_a_third_parser_reads_is_missed():
    for path in TORTURE:
        known = path.with_name(f"{path.stem}_decoded.xml")
        if not known.exists():
            continue
        ours = read_words(path.read_bytes())
        for body in ET.parse(known).iter("body"):
            text = re.sub(r"<[^>]*>|&\w+;", " ", body.text or "")
            assert words(text) <= ours
