"""Free text in headers: RFC 2047 encoded words, folding and raw 8-bit, with the way back to the bytes.

Adjacent encoded words of one charset are decoded together (a character may be split between them); an edit encodes
anew only the words that it touches.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gateway.mime.base64 import tolerant
from gateway.mime.charset import Text, ascii_fallback
from gateway.mime.lens import Splice, apply, merge
from gateway.mime.plain import PlainText
from gateway.model import CannotRedact

_WORD: Final = re.compile(
    rb"=\?([^?\s=]{1,60}+)\?([BbQq])\?((?:[^?=]++|=(?!\?(?!=))|\?(?!=))*+)\?=",
)
_FOLD: Final = re.compile(rb"\r?\n[ \t]|\r(?!\n)|[\x00-\x08\x0b\x0e-\x1f\x7f]+")
_Q_TOKEN: Final = re.compile(rb"=([0-9A-Fa-f]{2})|_")
_Q_SAFE: Final = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/")
#: What may stand beside an encoded word (RFC 2047 §5).
_EDGES: Final = (b"", b" ", b"\t", b"\r", b"\n")
#: What a phrase may hold only in quotes (RFC 5322 §3.2.3), and blanks, which an address may not hold.
_SPECIAL: Final = re.compile(rb"[()<>\[\]:;@\\,\"]+[ \t]*")
_LONGEST: Final = 75  # RFC 2047 §2: an encoded word


@dataclass(slots=True)
class _Word:
    """One encoded word: value[start:end]."""

    start: int
    end: int
    charset: bytes
    encoding: bytes
    data: bytes


@dataclass(slots=True)
class _Run:
    """value[start:end] that gives text[out:out + length]: plain bytes, or encoded words of one charset."""

    start: int
    end: int
    out: int
    text: str
    source: Text | None
    words: list[_Word]
    plain: PlainText | None = None  # where control characters stand in the words


class HeaderText:
    """The text of a header's value as a reader sees it. `phrase`: it holds addresses (RFC 5322 §3.4)."""

    __slots__ = ("_phrase", "_runs", "_value", "text")

    def __init__(self, value: bytes, *, phrase: bool = False) -> None:
        self._value, self._phrase = value, phrase
        self._runs = _runs(value)
        self.text = "".join(run.text for run in self._runs)

    def pull(self, splices: Sequence[Splice[str]]) -> list[Splice[bytes]]:
        """Splices of the text as splices of the value's bytes."""
        pulled: list[Splice[bytes]] = []
        waiting, first = merge(splices), 0
        for run in self._runs:
            limit = run.out + len(run.text)
            while first < len(waiting) and max(waiting[first][1], waiting[first][0] + 1) <= run.out:
                first += 1
            mine: list[Splice[str]] = []
            for number in range(first, len(waiting)):
                start, end, new = waiting[number]
                if start >= limit:
                    break
                mine.append(
                    (
                        max(start, run.out) - run.out,
                        min(end, limit) - run.out,
                        new if start >= run.out else "",
                    )
                )
            if mine:
                pulled += self._pull_run(run, mine)
        return pulled

    def _pull_run(self, run: _Run, splices: list[Splice[str]]) -> list[Splice[bytes]]:
        if run.source is None:  # a fold: one unit
            return [(run.start, run.end, _ascii(splices[0][2]))]
        if run.plain is not None:
            splices = run.plain.pull(splices)
        if not run.words:
            return [
                self._in_plain((a + run.start, b + run.start, written), new)
                for (a, b, written), (_, _, new) in zip(run.source.pull(splices), merge(splices), strict=True)
            ]
        try:
            return [self._encode_anew(run, splices)]
        except CannotRedact:  # bytes that the declared charset does not hold: write what is shown, in UTF-8
            like = _Word(run.start, run.end, b"utf-8", b"Q", b"")
            text = apply(run.source.text, splices).encode("utf-8", "replace")
            return [(run.start, run.end, self._gap().join(_encode_words(text, like, "utf-8")))]

    def _in_plain(self, splice: Splice[bytes], text: str) -> Splice[bytes]:
        """A replacement among plain text: an encoded word where ASCII cannot say it, or a phrase may not hold it."""
        start, end, written = splice
        special = self._phrase and _SPECIAL.search(written) is not None
        if not text or not written.isascii() or (text.isascii() and not special):
            return splice
        quoted = self._value.count(b'"', 0, start) % 2 == 1
        before, after = self._value[:start][-1:], self._value[end : end + 1]
        if not quoted and before in _EDGES and after in _EDGES:
            text = f"{' ' * self._follows_word(start)}{text}{' ' * self._precedes_word(end)}"
            like = _Word(start, end, b"utf-8", b"Q", b"")
            return start, end, b" ".join(_encode_words(text.encode("utf-8", "replace"), like, "utf-8"))
        if quoted:
            return start, end, written.replace(b"\\", b"/").replace(b'"', b"'")
        return start, end, _SPECIAL.sub(b"-", written).strip(b"-") if special else written

    def _follows_word(self, at: int) -> bool:
        return self._value[max(0, at - 8) : at].rstrip().endswith(b"?=")

    def _precedes_word(self, at: int) -> bool:
        return self._value[at : at + 8].lstrip().startswith(b"=?")

    def _encode_anew(self, run: _Run, splices: list[Splice[str]]) -> Splice[bytes]:
        """The words from the first that is touched to the last, in their own charset and encoding."""
        first, last = self._touched(run, splices)
        words = run.words[first : last + 1]
        before = sum(len(word.data) for word in run.words[:first])
        source = run.source
        assert source is not None
        data = b"".join(word.data for word in run.words)
        edited = apply(data, source.pull(splices))
        kept_after = sum(len(word.data) for word in run.words[last + 1 :])
        middle = edited[before : len(edited) - kept_after]
        encoded = self._gap().join(_encode_words(middle, words[0], source.codec))
        return words[0].start, words[-1].end, encoded

    def _gap(self) -> bytes:
        """What stands between two encoded words: a fold, where the field is folded."""
        return b"\r\n " if b"\r\n" in self._value else b"\n " if b"\n" in self._value else b" "

    @staticmethod
    def _touched(run: _Run, splices: list[Splice[str]]) -> tuple[int, int]:
        """Indexes of the first and the last word that an edit touches, on whole characters."""
        assert run.source is not None
        places = run.source.pull([(start, end, "") for start, end, _ in splices])
        low, high = min((p[0] for p in places), default=0), max((p[1] for p in places), default=0)
        first, last, at = 0, len(run.words) - 1, 0
        for index, word in enumerate(run.words):
            if at <= low:
                first = index
            at += len(word.data)
            if at >= high:
                last = index
                break
        # A character split between two words keeps them together.
        while first > 0 and run.words[first].data[:1] >= b"\x80":
            first -= 1
        while last + 1 < len(run.words) and run.words[last + 1].data[:1] >= b"\x80":
            last += 1
        return first, max(first, last)


def _runs(value: bytes) -> list[_Run]:
    runs: list[_Run] = []
    done = 0
    for found in _WORD.finditer(value):
        word = _decoded(found)
        gap = value[done : found.start()]
        adjacent = bool(runs) and bool(runs[-1].words) and not gap.strip(b" \t\r\n")
        if adjacent and runs[-1].words[-1].charset.lower() == word.charset.lower():
            runs[-1].words.append(word)
        else:
            if not adjacent:
                _plain(value, done, found.start(), runs)
            runs.append(_Run(word.start, word.end, 0, "", None, [word]))
        done = found.end()
    _plain(value, done, len(value), runs)
    return _read(runs)


def _plain(value: bytes, start: int, end: int, runs: list[_Run]) -> None:
    """Plain bytes, with each fold a run of its own (RFC 5322 §2.2.3). Control characters show as nothing."""
    for fold in _FOLD.finditer(value, start, end):
        if fold.start() > start:
            runs.append(_Run(start, fold.start(), 0, "", Text(value[start : fold.start()]), []))
        if fold.group()[:1] in b"\r\n":
            runs.append(_Run(fold.start(), fold.end(), 0, " ", None, []))
        start = fold.end()
    if end > start:
        runs.append(_Run(start, end, 0, "", Text(value[start:end]), []))


def _read(runs: list[_Run]) -> list[_Run]:
    out = 0
    for run in runs:
        run.out = out
        if run.words:
            charset = (
                run.words[0].charset.partition(b"*")[0].decode("ascii", "replace")
            )  # RFC 2231 §5: language
            run.source = Text(b"".join(word.data for word in run.words), charset)
            run.end = run.words[-1].end
        if run.source is not None:
            if run.words and run.source.has_controls:
                run.plain = PlainText(run.source.text)
            run.text = run.plain.text if run.plain else run.source.text
        out += len(run.text)
    return runs


def _decoded(found: re.Match[bytes]) -> _Word:
    charset, encoding, payload = found.groups()
    if encoding in b"Bb":
        data = tolerant(payload)
    else:
        data = _Q_TOKEN.sub(lambda token: binascii.unhexlify(token[1]) if token[1] else b" ", payload)
    return _Word(found.start(), found.end(), charset, encoding, data)


def _encode_words(data: bytes, like: _Word, codec: str) -> list[bytes]:
    """`data` as encoded words like `like`, none over 75 characters, characters whole."""
    head = b"=?" + like.charset + b"?" + like.encoding + b"?"
    room = max(_LONGEST - len(head) - 2, 8)
    encode = _b_payload if like.encoding in b"Bb" else _q_payload
    words, current = [], b""
    for character in _characters(data, codec):
        if current and len(encode(current + character)) > room:
            words.append(head + encode(current) + b"?=")
            current = b""
        current += character
    return [*words, head + encode(current) + b"?="] if current or not words else words


def _characters(data: bytes, codec: str) -> list[bytes]:
    try:
        pieces = [character.encode(codec) for character in data.decode(codec)]
    except UnicodeError:
        return [data[at : at + 1] for at in range(len(data))]
    return pieces if b"".join(pieces) == data else [data]


def _b_payload(data: bytes) -> bytes:
    return binascii.b2a_base64(data, newline=False)


def _q_payload(data: bytes) -> bytes:
    return b"".join(
        b"_" if byte == 32 else bytes((byte,)) if byte in _Q_SAFE else b"=%02X" % byte for byte in data
    )


def _ascii(text: str) -> bytes:
    return ascii_fallback(text).encode("ascii")


def header_text(value: bytes) -> str:
    """The text of a header's value, of most of which it is seen at once."""
    text = value.decode("ascii") if value.isascii() else ""
    return text if text.isprintable() and text and "=?" not in text else HeaderText(value).text
