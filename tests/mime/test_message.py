"""What is read of a message, where it stands, and what is said of what could not be read."""

import base64
import binascii

import pytest

from gateway.mime.limits import MimeLimits
from gateway.mime.message import index
from gateway.model import Incomplete, Reason, SegmentKind
from tests.mime.builders import CRLF, attached, b64, mail, open_document, redact, texts

ALTERNATIVE = mail(
    "From: =?utf-8?q?Andr=C3=A9?= <a@example.ca>",
    "Subject: NAS 046 454 286",
    "Received: from x 046454286",
    "Content-Type: multipart/alternative; boundary=B",
    "",
    "--B",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "NAS 046 454 286 é",
    "--B",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "<p title=3D'NAS 046 454 286'>NAS 046<b> 454</b>=20286 =C3=A9</p>",
    "--B--",
    "",
)


def test_an_alternative_message_is_read_whole_but_for_machine_fields():
    assert texts(ALTERNATIVE) == {
        "header/from": "André <a@example.ca>",
        "header/subject": "NAS 046 454 286",
        "body/0": "NAS 046 454 286 é",
        "body/1": "NAS 046 454 286 é\n",
        "body/1/attributes": "NAS 046 454 286",
    }


def test_only_the_bytes_of_the_value_change():
    expected = ALTERNATIVE.replace(b"Subject: NAS 046 454 286", b"Subject: NAS [x]")
    expected = expected.replace(b"NAS 046 454 286 \xc3", b"NAS [x] \xc3").replace(
        b"'NAS 046 454 286'", b"'NAS [x]'"
    )
    assert redact(ALTERNATIVE, "046 454 286") == expected.replace(b"046<b> 454</b>=20286", b"[x]<b></b>")


def test_kinds_of_segments():
    raw = mail("Subject: a", "Content-Type: text/plain; name=b.txt", "", "c")
    kinds = {segment.path: segment.kind for segment in index(raw).segments}
    assert kinds == {
        "header/subject": SegmentKind.HEADER,
        "body/0/filename": SegmentKind.FILENAME,
        "body/0": SegmentKind.BODY,
    }


def test_a_path_never_holds_what_a_sender_wrote():
    raw = attached("Content-Type: application/pdf; TREM84511234=x", "NAS-046454286: x", "X-Note: y")
    paths = texts(raw)
    assert not any(character.isdigit() and "046" in path for path in paths for character in path)
    assert {"att/0/part/header/other", "att/0/part/header/x-note", "att/0/parameter"} <= set(paths)


@pytest.mark.parametrize("name", ["X-Spam-Report", "X-Google-Original-From", "Disposition-Notification-To"])
def test_fields_of_machines_that_repeat_what_a_person_wrote_are_read(name):
    """A preview of the body, the sender's name."""
    assert texts(mail(f"{name}: x", "", ""))[f"header/{name.lower()}"] == "x"
    assert "header/x-spam-status" not in texts(mail("X-Spam-Status: x", "", ""))


def test_repeated_fields_are_numbered():
    raw = mail("Comments: a", "Comments: b", "Comments: c", "", "")
    assert [path for path in texts(raw) if path.startswith("header")] == [
        "header/comments",
        "header/comments/1",
        "header/comments/2",
    ]


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        pytest.param('attachment; filename="NAS 046.pdf"', "NAS 046.pdf", id="quoted"),
        pytest.param("attachment; filename=046.pdf", "046.pdf", id="bare"),
        pytest.param("attachment; filename=NAS 046.pdf", "NAS 046.pdf", id="bare with a blank"),
        pytest.param("attachment; filename*=utf-8''Num%C3%A9ro%20046.pdf", "Numéro 046.pdf", id="RFC 2231"),
        pytest.param('attachment; filename*0="Num";\r\n filename*1="046.pdf"', "Num046.pdf", id="continued"),
        pytest.param(
            "attachment; filename*0*=iso-8859-1'fr'%E9; filename*1*=046", "é046", id="continued, encoded"
        ),
        pytest.param('attachment; filename="=?utf-8?q?=C3=A9_046.pdf?="', "é 046.pdf", id="RFC 2047"),
        pytest.param('attachment; filename="a\\"046.pdf"', 'a"046.pdf', id="escaped quote"),
        pytest.param('attachment; filename="é046.pdf"', "é046.pdf", id="raw 8-bit"),
        pytest.param('attachment; filename="046.pdf', "046.pdf", id="quote never closed"),
    ],
)
def test_file_names_are_read_and_redacted(disposition, name):
    raw = attached("Content-Type: application/pdf", disposition=disposition)
    assert texts(raw)["att/0/filename"] == name
    assert texts(redact(raw, "046"))["att/0/filename"] == name.replace("046", "[x]")


def test_a_continued_name_leaves_no_line_of_blanks():
    raw = attached(
        "Content-Type: application/pdf", disposition='attachment; filename*0="046";\r\n filename*1=".pdf"'
    )
    assert b'Content-Disposition: attachment; filename="[x].pdf"\r\n\r\n' in redact(raw, "046")


def test_a_name_in_both_fields_is_one_segment_and_goes_from_both():
    raw = attached("Content-Type: application/pdf; name=046.pdf", disposition="attachment; filename=046.pdf")
    assert [path for path in texts(raw) if "filename" in path] == ["att/0/filename"]
    assert b"046" not in redact(raw, "046")


def test_two_different_names_are_both_read():
    raw = attached("Content-Type: application/pdf; name=a.pdf", disposition="attachment; filename=b.pdf")
    assert [text for path, text in texts(raw).items() if "filename" in path] == ["a.pdf", "b.pdf"]


def test_fields_among_lines_that_are_none_are_redacted_once():
    raw = mail("junk 046", "Subject: NAS 046", "Date: 046", "", "x")
    assert texts(raw)["header/other"] == "046"
    assert b"046" not in redact(raw, "046", "[retiré]")


def test_fields_of_parts_are_read():
    raw = attached("Content-Type: application/pdf", "Content-Description: NAS 046")
    assert texts(raw)["att/0/part/header/content-description"] == "NAS 046"


def test_a_parameter_that_no_standard_knows_is_read():
    raw = attached("Content-Type: application/pdf; x-nas=046454286")
    assert texts(raw)["att/0/parameter"] == "046454286"


@pytest.mark.parametrize("transfer", ["7bit", "base64", "quoted-printable"])
def test_messages_inside_are_read_and_redacted_however_they_are_encoded(transfer):
    inner = mail("Subject: =?utf-8?q?num=C3=A9ro_046?=", "", "corps 046 fin")
    content = {
        "7bit": inner.decode(),
        "base64": b64(inner),
        "quoted-printable": inner.decode().replace("=", "=3D"),
    }
    raw = attached(
        "Content-Type: message/rfc822",
        f"Content-Transfer-Encoding: {transfer}",
        content=content[transfer],
        disposition="",
    )
    assert texts(raw)["att/0/header/subject"] == "numéro 046"
    out = texts(redact(raw, "046"))
    assert (out["att/0/header/subject"], out["att/0/body/0"]) == ("numéro [x]", "corps [x] fin")
    assert out["body/0"] == "hi"


def test_parts_of_a_digest_are_messages():
    raw = mail("Content-Type: multipart/digest; boundary=B", "", "--B", "", "Subject: a", "", "b", "--B--")
    assert texts(raw) == {"att/0/header/subject": "a", "att/0/body/0": "b"}


def test_text_around_the_parts_is_read():
    raw = mail(
        "Content-Type: multipart/mixed; boundary=B", "", "avant 046", "--B", "", "x", "--B--", "après 046"
    )
    assert texts(raw) == {"outside/0": "avant 046\r\n", "body/0": "x", "outside/1": "après 046"}
    assert b"046" not in redact(raw, "046")


def test_the_notice_for_old_programs_is_no_text():
    raw = mail(
        "Content-Type: multipart/mixed; boundary=B",
        "",
        "This is a multi-part message in MIME format.",
        "--B",
        "",
        "x",
        "--B--",
    )
    assert list(texts(raw)) == ["body/0"]


def test_a_flowed_value_goes_and_the_line_end_stays():
    raw = mail("Content-Type: text/plain; format=flowed", "", "> NAS 046 ", "> 454 286 fin")
    assert texts(raw)["body/0"] == "> NAS 046 454 286 fin"
    assert redact(raw, "046 454 286").endswith(b"> NAS [x]\r\n>  fin")


def test_delsp_joins_and_both_readings_are_scanned():
    raw = mail("Content-Type: text/plain; format=flowed; delsp=yes", "", "NAS 04645 ", "4286")
    assert texts(raw) == {"body/0": "NAS 046454286", "body/0/unflowed": "NAS 04645 \r\n4286"}


def test_html_without_a_mime_charset_uses_its_own():
    raw = b"Content-Type: text/html\r\n\r\n<meta charset=koi8-r>" + "привет".encode("koi8-r")
    assert texts(raw)["body/0"] == "привет"


def test_a_value_cut_by_what_css_hides_is_found_and_cut():
    raw = mail("Content-Type: text/html", "", "NAS 046<span style='display:none'>x</span>454286")
    assert texts(raw)["body/0/seen"] == "NAS 046454286"
    assert redact(raw, "046454286").endswith(b"NAS [x]<span style='display:none'>x</span>")


def test_an_uuencoded_file_is_read_and_redacted():
    block = "".join(binascii.b2a_uu(piece).decode() for piece in (b"NAS 046 454 286 fin\n",))
    raw = mail("Subject: s", "", "voici", "begin 644 note.txt", *block.splitlines(), "`", "end", "salut")
    assert texts(raw)["att/0/body/0"] == "NAS 046 454 286 fin\n"
    assert texts(redact(raw, "046 454 286"))["att/0/body/0"] == "NAS [x] fin\n"


@pytest.mark.parametrize("type_", ["text/plain", "text/plain; format=flowed"])
@pytest.mark.parametrize("begin", ["begin 644", "begin  644", "begin 64", "begin 100644"])
@pytest.mark.parametrize("end", [["`", "end"], ["`"], [], ["", "SALUT"]])
def test_a_uuencoded_file_is_read_however_it_begins_and_whether_it_ends_or_not(type_, begin, end):
    block = binascii.b2a_uu(b"NAS 046 454 286 fin\n").decode().rstrip("\n")
    raw = mail(f"Content-Type: {type_}", "", "voici", f"{begin} note.txt", block, *end)
    assert texts(raw)["att/0/body/0"] == "NAS 046 454 286 fin\n"
    assert texts(redact(raw, "046 454 286"))["att/0/body/0"] == "NAS [x] fin\n"


def test_text_that_only_begins_like_a_uuencoded_file_is_none():
    assert list(texts(mail("", "begin 5 MINUTES", "THEN WE SHALL", "GO"))) == ["body/0"]


@pytest.mark.parametrize("last", ["====", "====\r\n-- "])
def test_a_file_in_base64_between_begin_and_end_is_read(last):
    raw = mail("", "begin-base64 644 note.txt", b64(b"NAS 046 454 286 fin"), last)
    assert texts(raw)["att/0/body/0"] == "NAS 046 454 286 fin"


def test_a_file_without_an_ending_is_read_by_what_it_is():
    block = binascii.b2a_uu(b"\0PK NAS 046").decode().rstrip("\n")
    raw = mail("", "begin 644 a", block, "`", "end")
    assert texts(raw, open_document=open_document)["att/0/page1"] == "\0PK NAS 046"


@pytest.mark.parametrize(
    "uri", ["data:text/plain;base64," + base64.b64encode(b"NAS 046!").decode(), "data:,NAS%20046!"]
)
def test_a_file_in_a_data_uri_is_read_and_redacted(uri):
    raw = mail(
        "Content-Type: text/html",
        "Content-Transfer-Encoding: base64",
        "",
        b64(f"<a href='{uri}'>x</a>".encode()),
    )
    assert texts(raw)["att/0/body/0"] == "NAS 046!"
    assert texts(redact(raw, "046"))["att/0/body/0"] == "NAS [x]!"


@pytest.mark.parametrize("head", [["Content-Type: html", ""], ["Subject: s", ""]])
def test_html_without_a_type_is_read_both_ways(head):
    shown = texts(mail(*head, "<p>NAS 04<b>6</b>"))
    assert (shown["body/0"], shown["body/0/html"]) == ("<p>NAS 04<b>6</b>", "NAS 046")
    assert redact(mail(*head, "<p>NAS 04<b>6</b>"), "046").endswith(b"<p>NAS [x]<b></b>")


def test_a_comment_before_a_transfer_encoding_hides_nothing():
    raw = mail("Content-Transfer-Encoding: (a comment) quoted-printable", "", "NAS 0=34=36 454 286")
    assert texts(raw)["body/0"] == "NAS 046 454 286"


def test_enriched_text_is_read_with_its_tags_and_without():
    """RFC 1896: programs that know it show no tags."""
    raw = mail("Content-Type: text/enriched", "", "NAS 046 <bold>454 2</bold>86")
    assert texts(raw)["body/0/html"] == "NAS 046 454 286"
    assert redact(raw, "046 454 286").endswith(b"NAS [x]<bold></bold>")


@pytest.mark.parametrize(
    "line", ["=ybegin line=128 size=9 name=a.txt", "(This file must be converted with BinHex 4.0)"]
)
def test_files_in_text_that_are_not_decoded_are_said(line):
    assert index(mail("Subject: s", "", "Voici", line, ":x:")).incomplete == [
        Incomplete(Reason.UNKNOWN_TYPE, "body/0")
    ]


def test_a_fragment_of_a_message_is_read_and_said_to_be_incomplete():
    raw = mail("Content-Type: message/partial; id=a; number=1; total=2", "", "Subject: NAS 046")
    extraction = index(raw)
    assert list(extraction.incomplete) == [Incomplete(Reason.UNKNOWN_TYPE, "att/0")]
    assert "046" in extraction.segments[0].text


def test_html_in_ascii_gets_character_references():
    raw = mail("Content-Type: text/html; charset=us-ascii", "", "<p>046</p>")
    assert redact(raw, "046", "[retiré]").endswith(b"<p>[retir&#233;]</p>")


# -- limits -----------------------------------------------------------------------------------------------


def nested(levels):
    raw = "fond 046"
    for level in range(levels):
        raw = CRLF.join(
            (f"Content-Type: multipart/mixed; boundary=B{level}x", "", f"--B{level}x", raw, f"--B{level}x--")
        )
    return raw.encode()


def test_what_lies_too_deep_is_said():
    assert list(index(nested(3), limits=MimeLimits(max_depth=3)).incomplete) == []
    assert list(index(nested(4), limits=MimeLimits(max_depth=3)).incomplete) == [
        Incomplete(Reason.TOO_DEEP, "att/0")
    ]


def test_messages_inside_messages_count_as_depth():
    raw = b"x"
    for _ in range(12):
        raw = b"Content-Type: message/rfc822\r\n\r\n" + raw
    assert [item.reason for item in index(raw).incomplete] == [Reason.TOO_DEEP]


def test_too_many_parts_are_said():
    raw = mail("Content-Type: multipart/mixed; boundary=B", "", *(["--B", "", "x"] * 30), "--B--")
    extraction = index(raw, limits=MimeLimits(max_parts=20))
    assert list(extraction.incomplete) == [Incomplete(Reason.TOO_BIG, "")]
    assert len(extraction.segments) == 19


def test_too_much_text_is_said():
    assert list(index(b"a: b\r\n\r\n" + b"x" * 100, limits=MimeLimits(max_text=99)).incomplete) == [
        Incomplete(Reason.TOO_BIG, "body/0")
    ]


def test_too_many_fields_are_said():
    said = [Incomplete(Reason.TOO_BIG, "header/~rest")]
    assert list(index(b"Comments: a\r\n" * 20, limits=MimeLimits(max_fields=19)).incomplete) == said
    assert list(index(b"Comments: a\r\n" * 19, limits=MimeLimits(max_fields=19)).incomplete) == []
    loose = b"Comments: a\r\n" * 19 + b"no field\r\nTo: b\r\n\r\n"
    assert list(index(loose, limits=MimeLimits(max_fields=19)).incomplete) == said


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("text/html", b"<p>NAS 0&#52;6!"),
        ("text/plain; charset=utf-16", "NAS 046!".encode("utf-16")),
    ],
)
def test_a_uuencoded_text_is_read_as_what_it_is(kind, content):
    block = ["begin 644 x", binascii.b2a_uu(content).decode().rstrip("\n"), "`", "end"]
    raw = mail(f"Content-Type: {kind}", "Content-Transfer-Encoding: x-uuencode", "", *block)
    assert texts(raw)["body/0"] == "NAS 046!"
    assert texts(redact(raw, "046"))["body/0"] == "NAS [x]!"
    around = mail(f"Content-Type: {kind}", "Content-Transfer-Encoding: x-uuencode", "", "avant", *block)
    assert any("avant" in text for text in texts(around).values())


def test_text_among_the_base64_of_a_message_is_read_and_redacted():
    """A message may not be encoded (RFC 2046 §5.2.1): some programs show it as it stands."""
    inner = b64(b"Subject: b\r\n\r\nBonjour, merci beaucoup de votre message")
    raw = attached(
        "Content-Type: message/rfc822",
        "Content-Transfer-Encoding: base64",
        content=f"{inner}\r\nNAS 046 454 286",
    )
    assert texts(raw)["att/0/loose"] == "NAS 046 454 286"
    out = redact(raw, "046 454 286")
    assert b"046 454 286" not in out
    assert texts(out)["att/0/body/0"].startswith("Bonjour, merci")
