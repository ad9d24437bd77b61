"""Header text: encoded words, folding and raw bytes as a reader sees them, and edits of them."""

import email
import email.header
import email.policy
import email.utils
from email.header import Header

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.mime.lens import apply
from gateway.mime.words import HeaderText

WORDS = st.text(st.sampled_from('ab 046é日œ?=_"(),<>'), max_size=20)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(b"=?utf-8?q?Pr=C3=A9nom?=", "Prénom", id="q"),
        pytest.param(b"=?UTF-8?B?UHLDqW5vbQ==?=", "Prénom", id="b"),
        pytest.param(b"=?iso-8859-1*fr?Q?Pr=E9nom?=", "Prénom", id="with a language"),
        pytest.param(b"=?utf-8?q?046_?=\r\n =?utf-8?q?454?= 286", "046 454 286", id="adjacent words join"),
        pytest.param(
            b"=?utf-8?b?w6k=?= =?iso-8859-1?q?=E9?=", "éé", id="adjacent words of two charsets join"
        ),
        pytest.param(b"=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "é", id="a character cut between words"),
        pytest.param(b"=?utf-8?q?04=006_45=1F4?=", "046 454", id="control characters show as nothing"),
        pytest.param(b"a =?utf-8?q?b?= c", "a b c", id="blanks beside plain text stay"),
        pytest.param(b"x=?utf-8?q?=C3=A9?=y", "xéy", id="glued to plain text"),
        pytest.param(b"=?utf-8?q?a b?=", "a b", id="a raw blank inside"),
        pytest.param(b"=?utf-8?q?a?b?=", "a?b", id="a raw question mark inside"),
        pytest.param(b"=?utf-8?b?w6nDqQ?=", "éé", id="padding missing"),
        pytest.param(b"=?x-nope?q?=E9t=E9?=", "été", id="unknown charset"),
        pytest.param(b"=?utf-8?q?open", "=?utf-8?q?open", id="never closed"),
        pytest.param("Réf 046".encode("latin-1"), "Réf 046", id="raw Latin-1"),
        pytest.param("Réf 046".encode(), "Réf 046", id="raw UTF-8"),
        pytest.param(b"046\r\n\t454\r\n 286", "046 454 286", id="folded"),
        pytest.param(b'"=?utf-8?q?Andr=C3=A9?=" <a@b.ca>', '"André" <a@b.ca>', id="inside quotes"),
    ],
)
def test_what_a_reader_sees(value, text):
    assert HeaderText(value).text == text


@given(
    st.data(), st.lists(st.tuples(WORDS, st.sampled_from(["utf-8", "iso-8859-1", "ascii", None])), max_size=5)
)
@settings(max_examples=300, deadline=None)
def test_an_edit_changes_the_text_exactly_so(data, words):
    pieces = []
    for text, charset in words:
        if charset is None:
            pieces.append(text.encode())
        else:
            pieces.append(
                Header(text.encode(charset, "ignore").decode(charset), charset, maxlinelen=40)
                .encode()
                .encode()
            )
    value = b"\r\n ".join(pieces)
    header = HeaderText(value)
    places = sorted(data.draw(st.lists(st.integers(0, len(header.text)), max_size=4, unique=True)))
    edits = [(a, b, "#") for a, b in zip(places[::2], places[1::2], strict=False)]
    edited = apply(value, header.pull(edits))
    expected = apply(header.text, edits)
    # A blank beside an encoded word that became empty, or new, may go or come: no other change is allowed.
    assert HeaderText(edited).text.replace(" ", "") == expected.replace(" ", "")
    assert b"\n" not in edited.replace(b"\r\n ", b"").replace(b"\n ", b"")


@given(st.binary(max_size=120))
@settings(deadline=None)
def test_any_bytes_read(value):
    assert isinstance(HeaderText(value).text, str)


@given(
    st.data(),
    st.lists(
        st.sampled_from([b"=?utf-8?q?", b"=?x?B?", b"?=", b"=C3", b"046", b" ", b"\r\n ", b"\xe9", b"="])
    ),
)
@settings(deadline=None)
def test_edits_of_broken_words_never_raise(data, pieces):
    value = b"".join(pieces)
    header = HeaderText(value)
    if header.text:
        start = data.draw(st.integers(0, len(header.text) - 1))
        end = data.draw(st.integers(start + 1, len(header.text)))
        assert apply(value, header.pull([(start, end, "#")])) != value


def test_a_value_across_words_goes_and_python_reads_the_rest():
    value = b"=?utf-8?Q?Demande_d=27Andr=C3=A9_0464?=\r\n =?utf-8?Q?54286_=C3=A0_traiter?= merci"
    header = HeaderText(value)
    start = header.text.index("046454286")
    edited = apply(value, header.pull([(start, start + 9, "[retiré]")]))
    message = email.message_from_bytes(b"Subject: " + edited + b"\r\n\r\n", policy=email.policy.default)
    assert message["Subject"] == "Demande d'André [retiré] à traiter merci"


def test_words_that_are_not_touched_keep_their_bytes():
    value = b"=?utf-8?b?QQ==?= =?utf-8?b?MDQ2?= =?utf-8?b?Qg==?="
    header = HeaderText(value)
    assert header.text == "A046B"
    edited = apply(value, header.pull([(1, 4, "[x]")]))
    assert edited == b"=?utf-8?b?QQ==?= =?utf-8?b?W3hd?= =?utf-8?b?Qg==?="


def test_an_encoded_word_stays_within_75_characters():
    value = b"=?iso-8859-1?Q?" + b"a" * 55 + b"_046?="
    header = HeaderText(value)
    edited = apply(value, header.pull([(56, 59, "[numéro retiré]")]))
    assert HeaderText(edited).text == "a" * 55 + " [numéro retiré]"
    assert max(map(len, edited.split())) <= 75


def edited(value, old, new, **options):
    header = HeaderText(value, **options)
    start = header.text.index(old)
    return apply(value, header.pull([(start, start + len(old), new)]))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(b"NAS 046 fin", "NAS [retiré] fin", id="among plain text"),
        pytest.param(b"046", "[retiré]", id="alone"),
        pytest.param(
            b"=?utf-8?q?=C3=A9?= 046 =?utf-8?q?=C3=A0?=", "é [retiré] à", id="between encoded words"
        ),
        pytest.param(b"(046)", "([retire])", id="where no encoded word may stand"),
    ],
)
def test_accents_in_a_plain_field_become_an_encoded_word(value, text):
    out = edited(value, "046", "[retiré]")
    message = email.message_from_bytes(b"Subject: " + out + b"\r\n\r\n", policy=email.policy.default)
    assert message["Subject"] == HeaderText(out).text == text


@pytest.mark.parametrize(
    ("value", "name", "address"),
    [
        pytest.param(b"Jean 046 <a@example.ca>", "Jean [x: y]", "a@example.ca", id="phrase"),
        pytest.param(b'"Jean 046" <a@example.ca>', "Jean [x: y]", "a@example.ca", id="quoted"),
        pytest.param(
            b"=?utf-8?q?Jean_046?= <a@example.ca>", "Jean [x: y]", "a@example.ca", id="encoded word"
        ),
        pytest.param(b"Jean <046@example.ca>", "Jean", "x-y@example.ca", id="address"),
    ],
)
def test_an_address_stays_an_address(value, name, address):
    out = edited(value, "046", "[x: y]", phrase=True)
    message = email.message_from_bytes(b"From: " + out + b"\r\n\r\n", policy=email.policy.compat32)
    found = email.utils.parseaddr(str(message["From"]))
    assert str(email.header.make_header(email.header.decode_header(found[0]))) == name
    assert found[1] == address


def test_a_value_with_control_characters_in_it_goes_whole():
    header = HeaderText(b"NAS =?utf-8?q?04=006_454=00_286_merci?= x")
    start = header.text.index("046")
    edited = apply(b"NAS =?utf-8?q?04=006_454=00_286_merci?= x", header.pull([(start, start + 11, "[x]")]))
    assert HeaderText(edited).text == "NAS [x] merci x"
