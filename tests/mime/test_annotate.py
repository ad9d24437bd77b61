"""Trace header fields and the notice, spliced into messages that an independent reader then reads."""

import base64
import email
import email.policy
import quopri

import html5lib
import pytest

from gateway.mime.annotate import Banner, annotate
from gateway.mime.message import index

BANNER = Banner(
    "Écluse — « avis »\nPersonal information was removed. " + "x" * 40,
    '<table><tr><td style="a:b">Écluse — « avis »</td></tr></table>',
)
FIELDS = [("X-Ecluse-Id", "1"), ("X-Ecluse-Action", "redact")]
ADDED = b"X-Ecluse-Id: 1\r\nX-Ecluse-Action: redact\r\n"


def mail(*lines, charset="utf-8"):
    return "\r\n".join(lines).encode(charset)


def body(raw, kind="plain"):
    return email.message_from_bytes(raw, policy=email.policy.default).get_body((kind,)).get_content()


def test_fields_go_on_top_and_nothing_else_changes():
    raw = mail("Subject:  a", "X-Other: b", "", "c\u00e9\r")
    assert annotate(raw, headers=FIELDS) == ADDED + raw


@pytest.mark.parametrize("blank", [b" ", b"\t"])
def test_a_message_that_begins_with_a_blank_adds_nothing_to_our_fields(blank):
    raw = blank + b"; CA_SIN=9\r\nSubject: a\r\n\r\nb"
    written = annotate(raw, headers=FIELDS)
    assert written.startswith(ADDED)
    assert written.endswith(raw)
    assert email.message_from_bytes(written)["X-Ecluse-Action"] == "redact"


def test_line_ends_are_those_of_the_message():
    assert annotate(b"Subject: a\n\nb", headers=[("X-Ecluse-Id", "1")]) == b"X-Ecluse-Id: 1\nSubject: a\n\nb"


def test_below_the_line_of_an_mbox_file():
    raw = b"From a@example.ca Mon\r\nSubject: a\r\n\r\nb"
    assert annotate(raw, headers=FIELDS) == b"From a@example.ca Mon\r\n" + ADDED + b"Subject: a\r\n\r\nb"


@pytest.mark.parametrize(
    "spoofed",
    [
        pytest.param(b"X-Ecluse-Action: pass\r\n", id="plain"),
        pytest.param(b"x-ECLUSE-action:pass\r\n", id="any case"),
        pytest.param(b"X-Ecluse-Action : pass\r\n", id="blank before the colon"),
        pytest.param(b"X-Ecluse-Action: pass\r\n folded\r\n\tmore\r\n", id="folded"),
        pytest.param(b"X-Ecluse-A: 1\r\nX-Ecluse-B: 2\r\n", id="several"),
    ],
)
def test_fields_that_came_from_outside_are_removed(spoofed):
    raw = b"Subject: a\r\n" + spoofed + b"To: b\r\n\r\nX-Ecluse-Action: stays in the body\r\n"
    assert annotate(raw, headers=FIELDS) == ADDED + raw.replace(spoofed, b"", 1)


def test_a_field_behind_a_bare_cr_is_removed():
    raw = b"Subject: a\rX-Ecluse-Action: pass\r\nTo: b\r\n\r\nc"
    assert b"X-Ecluse" not in annotate(raw)


def test_a_value_cannot_begin_another_field():
    assert annotate(b"\r\n", headers=[("X-Ecluse-Id", "1\r\nBcc: é")]) == b"X-Ecluse-Id: 1 Bcc: e\r\n\r\n"


@pytest.mark.parametrize(
    "charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "iso-2022-jp", "us-ascii"]
)
@pytest.mark.parametrize("transfer", ["base64", "quoted-printable"])
def test_the_notice_is_in_the_charset_and_encoding_of_the_body(charset, transfer):
    content = "Bonjour, ceci est le texte. = fin".encode(charset)
    encoded = base64.encodebytes(content) if transfer == "base64" else quopri.encodestring(content)
    raw = (
        mail(f"Content-Type: text/plain; charset={charset}", f"Content-Transfer-Encoding: {transfer}", "", "")
        + encoded
    )
    shown = body(annotate(raw, banner=BANNER))
    assert "avis" in shown.splitlines()[0]
    assert ("Écluse" in shown) == (charset not in ("us-ascii", "iso-2022-jp"))
    assert shown.rstrip("\n").endswith("ceci est le texte. = fin")


def test_a_7bit_body_stays_7bit():
    out = annotate(mail("Content-Type: text/plain; charset=utf-8", "", "hi"), banner=BANNER)
    assert out.isascii()
    assert body(out).startswith('Ecluse - " avis "')


def test_a_7bit_html_body_gets_character_references():
    out = annotate(
        mail("Content-Type: text/html", "", "<html><body class=x><p>hi</body></html>"), banner=BANNER
    )
    assert out.isascii()
    tree = html5lib.parse(body(out, "html"), treebuilder="etree", namespaceHTMLElements=False)
    assert [child.tag for child in tree.find("body")] == ["table", "p"]
    assert "Écluse — « avis »" in "".join(tree.itertext())


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(
            "<!DOCTYPE html><html><head><title>t</title></head><body><p>hi</p></body></html>", id="whole"
        ),
        pytest.param("<html><head><style>a{}</style></head><p>hi</p>", id="no body tag"),
        pytest.param("<p>hi</p>", id="fragment"),
        pytest.param("<!-- <body> --><html><body><p>hi</p>", id="a body tag in a comment"),
        pytest.param("<!--[if mso]><body><![endif]--><body><p>hi</p>", id="and in a conditional one"),
    ],
)
def test_the_notice_is_the_first_thing_shown(html):
    out = body(
        annotate(
            mail("Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", html),
            banner=BANNER,
        ),
        "html",
    )
    tree = html5lib.parse(out, treebuilder="etree", namespaceHTMLElements=False)
    assert [child.tag for child in tree.find("body") if isinstance(child.tag, str)][:2] == ["table", "p"]


def test_both_alternatives_get_it_and_attachments_do_not():
    raw = mail(
        "Content-Type: multipart/mixed; boundary=M", "", "--M", "Content-Type: multipart/alternative; boundary=A", "",
        "--A", "", "plain", "--A", "Content-Type: text/html", "", "<p>html", "--A--", "--M",
        "Content-Type: text/plain", "Content-Disposition: attachment; filename=a.txt", "", "attached", "--M",
        "Content-Type: message/rfc822", "", "Subject: inner", "", "inner", "--M--", "",
    )  # fmt: skip
    texts = {segment.path: segment.text for segment in index(annotate(raw, banner=BANNER)).segments}
    assert "Ecluse" in texts["body/0"]
    assert "Écluse" in texts["body/1"]
    assert texts["att/0"] == "attached"
    assert texts["att/1/body/0"] == "inner"


def test_format_flowed_lines_stay_fixed():
    raw = mail("Content-Type: text/plain; format=flowed", "", "hi")
    lines = annotate(raw, banner=Banner("a \nb  \n", "")).partition(b"\r\n\r\n")[2].split(b"\r\n")
    assert lines[:2] == [b"a", b"b"]


def test_a_multipart_without_text_gets_a_part():
    raw = mail(
        "Content-Type: multipart/mixed; boundary=B",
        "",
        "--B",
        "Content-Type: application/pdf",
        "",
        "x",
        "--B--",
        "",
    )
    out = annotate(raw, banner=BANNER, subject_tag="[avis]")
    message = email.message_from_bytes(out, policy=email.policy.default)
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "application/pdf"]
    assert "Écluse — « avis »" in body(out)
    assert out.endswith(raw[raw.index(b"--B") :])
    assert message["Subject"] is None


@pytest.mark.parametrize("subject", ["Facture", "=?utf-8?q?Re=C3=A7u?=", ""])
def test_a_message_without_text_gets_a_tag_in_its_subject(subject):
    raw = mail(f"Subject: {subject}", "Content-Type: application/pdf", "", "x")
    out = annotate(raw, banner=BANNER, subject_tag="[Écluse : avis]")
    before = email.message_from_bytes(raw, policy=email.policy.default)["Subject"]
    after = email.message_from_bytes(out, policy=email.policy.default)["Subject"]
    assert after.split() == ["[Écluse", ":", "avis]", *before.split()]
    assert out.endswith(b"Content-Type: application/pdf\r\n\r\nx")


def test_a_message_without_subject_gets_one():
    out = annotate(mail("Content-Type: application/pdf", "", "x"), banner=BANNER, subject_tag="[avis]")
    assert email.message_from_bytes(out)["Subject"] == "[avis]"


def test_signed_parts_can_be_left_as_they_are():
    raw = mail(
        "Subject: s", "Content-Type: multipart/signed; boundary=B", "", "--B", "Content-Type: text/plain", "", "hi", "--B",
        "Content-Type: application/pgp-signature", "", "sig", "--B--", "",
    )  # fmt: skip
    kept = annotate(raw, banner=BANNER, subject_tag="[avis]", keep_signed=True)
    assert kept == raw.replace(b"Subject: s", b"Subject: [avis] s")
    assert "avis" in body(annotate(raw, banner=BANNER, subject_tag="[avis]"))


def test_no_line_nears_what_smtp_allows():
    wide = Banner("mot " * 500, "<p>" + "<b>mot</b>" * 500 + "</p>")
    for media in ("text/plain", "text/html"):
        out = annotate(mail(f"Content-Type: {media}", "", "hi"), banner=wide)
        assert max(map(len, out.split(b"\r\n"))) < 500


def test_a_body_without_a_line_end_before_it():
    assert annotate(b"Subject: s", banner=Banner("avis", "")) == b"Subject: s\r\n\r\navis\r\n\r\n"


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("text", ["À qui de droit", "=", "état civil " * 20, "bonjour"])
def test_below_the_notice_every_character_stands_as_it_stood(kind, charset, text):
    """Its place may be just before an escape, which is one unit with its digits."""
    encoded = quopri.encodestring(text.encode(charset))
    raw = mail(
        f"Content-Type: text/{kind}; charset={charset}", "Content-Transfer-Encoding: quoted-printable", "", ""
    )
    whole = raw + encoded.replace(b"\n", b"\r\n") + b"\r\n"
    after = annotate(whole, headers=FIELDS, banner=BANNER)
    assert body(after, kind).rstrip().endswith(text.rstrip())
    assert after.endswith(encoded.replace(b"\n", b"\r\n")[-8:] + b"\r\n")
