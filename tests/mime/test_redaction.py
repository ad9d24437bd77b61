"""Whole messages of random structure with a value planted everywhere: after redaction an independent reader (the
standard library's email, and html5lib) finds none of it, and everything else as it was."""

import base64
import binascii
import email
import email.policy
import quopri
from email.header import Header

import html5lib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.mime.message import index
from gateway.model import Edit

VALUE = "046454286"
MARKER = "[#]"
CHARSETS = [
    "utf-8",
    "iso-8859-1",
    "windows-1252",
    "utf-16",
    "iso-2022-jp",
    "shift_jis",
    "gb18030",
    "utf-7",
    "iso-8859-15",
]
PLAIN = [
    "Bonjour,",
    "voici mon numéro",
    VALUE,
    "merci",
    "d'avance",
    "\n",
    " ",
    "œuvre",
    "日本",
    "=",
    "-- ",
    "> cité",
    ".",
    "x" * 90,
]
HTML = [
    "<p>",
    "</p>",
    "texte",
    "<b>",
    "</b>",
    VALUE,
    "0464<b>54</b>286",
    "&eacute;t&eacute;",
    "<br>",
    "<!-- note -->",
    " ",
    "é",
    "<td>",
]
NAMES = st.sampled_from([None, "dossier.txt", f"{VALUE}.txt", f"été {VALUE}.txt"])


def encoded(content, transfer, newline):
    if transfer == "base64":
        return base64.encodebytes(content).replace(b"\n", newline)
    if transfer == "quoted-printable":
        return quopri.encodestring(content.replace(b"\r\n", b"\n")).replace(b"\n", newline)
    return content


@st.composite
def leaf(draw, newline):
    html = draw(st.booleans())
    charset = draw(st.sampled_from(CHARSETS))
    text = "".join(draw(st.lists(st.sampled_from(HTML if html else PLAIN), min_size=1, max_size=8)))
    text = text.replace("\n", newline.decode())
    content = text.encode(charset, "ignore")
    transfers = (
        ["base64", "quoted-printable"] if charset == "utf-16" else ["base64", "quoted-printable", "8bit"]
    )
    transfer = draw(st.sampled_from(transfers))
    if b"\n" in content.replace(newline, b"") or b"\r" in content.replace(newline, b""):
        transfer = "base64"
    lines = [
        f"Content-Type: text/{'html' if html else 'plain'}; charset={charset}",
        f"Content-Transfer-Encoding: {transfer}",
    ]
    if (name := draw(NAMES)) is not None:
        lines.append(
            f"Content-Disposition: attachment; filename*=utf-8''{name.encode().hex('%', 1).join(('%', ''))}"
        )
    return newline.join([*(line.encode() for line in lines), b"", encoded(content, transfer, newline)])


@st.composite
def part(draw, newline, depth):
    kind = draw(st.sampled_from(["leaf", "leaf", "multipart", "message"])) if depth < 3 else "leaf"
    if kind == "leaf":
        return draw(leaf(newline))
    if kind == "message":
        transfer = draw(st.sampled_from(["7bit", "base64"]))
        inner = encoded(draw(message(newline, depth + 1)), transfer, newline)
        head = b"Content-Type: message/rfc822", b"Content-Transfer-Encoding: " + transfer.encode(), b""
        return newline.join([*head, inner])
    boundary = b"b%d" % depth
    children = draw(st.lists(part(newline, depth + 1), min_size=1, max_size=3))
    pieces = [b"Content-Type: multipart/mixed; boundary=" + boundary, b""]
    for child in children:
        pieces += [b"--" + boundary, child]
    return newline.join([*pieces, b"--" + boundary + b"--", b""])


@st.composite
def message(draw, newline, depth=0):
    subject = draw(st.sampled_from(["Question", f"NAS {VALUE}", f"Numéro {VALUE} à traiter", f"é{VALUE}é"]))
    charset = draw(st.sampled_from(["utf-8", "iso-8859-1"]))
    value = Header(subject, charset, maxlinelen=draw(st.sampled_from([30, 76]))).encode(
        linesep=newline.decode()
    )
    head = newline.join([b"From: a@example.ca", b"Subject: " + value.encode(), b"MIME-Version: 1.0", b""])
    return head + draw(part(newline, depth))


def redacted(raw):
    """`raw` with every VALUE that the index finds replaced."""
    extraction = index(raw)
    edits = []
    for segment in extraction.segments:
        start = segment.text.find(VALUE)
        while start >= 0:
            edits.append(Edit(segment.path, start, start + len(VALUE), MARKER))
            start = segment.text.find(VALUE, start + len(VALUE))
    return extraction.rewrite(edits, {}), edits


def seen(raw):
    """What the standard library sees: subjects, texts and file names, in order."""
    return seen_in(email.message_from_bytes(raw, policy=email.policy.default), is_message=True)


def seen_in(item, is_message=False):
    found = [str(item["Subject"])] if is_message else []
    if item.get_content_type() == "message/rfc822":
        inner = item.get_payload(0)
        if item["Content-Transfer-Encoding"] == "base64":  # which the standard library leaves as it is
            return found + seen(base64.b64decode(str(inner.get_payload())))
        return found + seen_in(inner, is_message=True)
    if item.is_multipart():
        return found + [text for child in item.iter_parts() for text in seen_in(child)]
    text = item.get_payload(decode=True).decode(item.get_content_charset() or "utf-8", "replace")
    if item.get_content_type() == "text/html":
        text = "".join(html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False).itertext())
    return [*found, text, item.get_filename() or ""]


@given(st.data(), st.sampled_from([b"\r\n", b"\n"]))
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_the_value_goes_and_everything_else_stays(data, newline):
    raw = data.draw(message(newline))
    out, edits = redacted(raw)
    before, after = seen(raw), seen(out)
    assert [text.replace(VALUE, MARKER) for text in before] == after
    assert VALUE not in "".join(segment.text for segment in index(out).segments)
    if not edits:
        assert out is raw


@given(st.data(), st.sampled_from([b"\r\n", b"\n"]))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_parts_that_are_not_touched_keep_their_bytes(data, newline):
    clean, planted = data.draw(leaf(newline)), data.draw(leaf(newline))
    clean = clean.replace(VALUE.encode(), b"x" * 9)
    raw = newline.join(
        [b"Content-Type: multipart/mixed; boundary=B", b"", b"--B", clean, b"--B", planted, b"--B--", b""]
    )
    untouched = index(raw)
    paths = {segment.path for segment in untouched.segments if VALUE in segment.text}
    out, _ = redacted(raw)
    if not any(path.startswith(("body/0", "att/0")) for path in paths):
        assert out.startswith(raw[: raw.index(b"--B" + newline + planted)])


def test_nothing_to_do_gives_back_the_very_bytes():
    raw = b"Subject:x\r\n\r\nbody"
    assert index(raw).rewrite((), {}) is raw


def test_base64_lines_wrap_alike():
    raw = b"Content-Transfer-Encoding: base64\r\n\r\n" + binascii.b2a_base64(b"abc " * 200 + VALUE.encode())
    out, _ = redacted(raw)
    assert base64.b64decode(out.partition(b"\r\n\r\n")[2]) == b"abc " * 200 + MARKER.encode()
