"""Text of a PDF that has no size: readers leave it out, though its characters stand in the file for who looks for them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pikepdf

from gateway.extract.pdfpages import opened, page_of, text_of
from gateway.extract.pdfunseen import content_of

#: Operators by which text comes to its size (ISO 32000-1 §8.4.4, §9.3, §9.4.2), and how many numbers stand before them.
_SCALING: Final = {b"Tf": 1, b"Tz": 1, b"Tm": 6, b"cm": 6}
_REACH: Final = 100  # octets in which those stand
_LEAST_SIZE: Final = 0.5  # points, as long as no matrix makes more of it
_LEAST_WIDTH: Final = 5.0  # per cent of a character's own
_LEAST_AREA: Final = 0.001  # what a matrix leaves of an area
_MOST_LISTS: Final = 5
_SIZE: Final = 10
_LINE: Final = 12
_MOVES: Final = {"Td": 1, "TD": 1, "Tm": 5}  # which operand is the way up


def is_faint(content: bytes) -> bool:
    """Whether operators could make text too small for any reader."""
    for operator, count in _SCALING.items():
        for before in {piece[-_REACH:] for piece in content.split(operator)[:-1]}:
            try:
                values = [float(number) for number in before.rsplit(None, count)[-count:]]
            except ValueError:
                continue
            if len(values) == count and _leaves_little(operator, values):
                return True
    return False


def _leaves_little(operator: bytes, values: Sequence[float]) -> bool:
    if operator == b"Tf":
        return abs(values[0]) < _LEAST_SIZE
    if operator == b"Tz":
        return abs(values[0]) < _LEAST_WIDTH
    return abs(values[0] * values[3] - values[1] * values[2]) < _LEAST_AREA


def faint_pages(document: pikepdf.Pdf, shown: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(page number, text) for text without size on the pages, whose other text is `shown`. Raises PdfError, PdfiumError."""
    for number, page in enumerate(document.pages):
        contents = page.obj.get("/Contents", ())
        streams = contents if isinstance(contents, pikepdf.Array) else (contents,)
        if any(isinstance(stream, pikepdf.Stream) and is_faint(content_of(stream)) for stream in streams):
            text = _not_in(_all_text(document, page.obj, page.resources), shown[number])
            if text:
                yield number, text


def faint_forms(document: pikepdf.Pdf, shown: Sequence[str]) -> Iterator[tuple[Any, str]]:
    """(form, text) for text without size in forms. Raises PdfError, PdfiumError."""
    for one in document.objects:
        is_form = isinstance(one, pikepdf.Stream) and str(one.get("/Subtype")) == "/Form"
        if is_form and is_faint(content_of(one)):
            own = one.get("/Resources")
            texts = [
                _not_in(_all_text(document, one, resources), "".join(shown))
                for resources in ([own] if isinstance(own, pikepdf.Dictionary) else _lists(document))
            ]
            if text := "\n".join(dict.fromkeys(filter(None, texts))):
                yield one, text


def _lists(document: pikepdf.Pdf) -> Sequence[Any]:
    """The lists of fonts that pages have, one of which a form without a list of its own uses (ISO 32000-1 §8.10.1)."""
    lists: dict[Any, Any] = {}
    for page in document.pages:
        if len(lists) == _MOST_LISTS:
            break
        fonts = page.resources.get("/Font")
        if isinstance(fonts, pikepdf.Dictionary):
            lists.setdefault(fonts.unparse(), page.resources)
    return list(lists.values())


def _not_in(text: str, shown: str) -> str:
    """Those lines of a text that are not shown."""
    known = re.sub(r"\W", "", shown)
    return "\n".join(line for line in text.splitlines() if re.sub(r"\W", "", line) not in known)


def _all_text(document: pikepdf.Pdf, operators: Any, resources: Any) -> str:
    """All text that operators show, every line of it at one size."""
    fonts = resources.get("/Font")
    if not isinstance(fonts, pikepdf.Dictionary):
        return ""
    target = pikepdf.new()
    target.add_blank_page()
    page = target.pages[0].obj
    page.Resources = target.copy_foreign(document.make_indirect(pikepdf.Dictionary(Font=fonts)))
    page.Contents = target.make_stream(pikepdf.unparse_content_stream(list(_levelled(operators))))
    out = io.BytesIO()
    target.save(out)
    with opened(out.getvalue()) as drawn:
        return text_of(page_of(drawn, 0))


def _levelled(operators: Any) -> Iterator[tuple[Sequence[Any], pikepdf.Operator]]:
    """The operators that show text, in one size, and on a new line wherever it goes on at another height."""
    line, height = 0, object()
    start: list[tuple[Sequence[Any], pikepdf.Operator]] = []
    for instruction in pikepdf.parse_content_stream(operators):
        operands, operator = list(instruction.operands), instruction.operator
        name = str(operator)
        if name in ("'", '"', "T*", "BT") or (name in _MOVES and _moves(name, operands, height)):
            line += 1
            height = operands[_MOVES[name]] if name in _MOVES else object()
            start = [([1, 0, 0, 1, 0, -_LINE * line], pikepdf.Operator("Tm"))]
        if name in ("BT", "ET"):
            yield operands, operator
        elif name == "Tf" and len(operands) == 2:
            yield [operands[0], _SIZE], operator
        elif name in ("Tj", "TJ", "'", '"') and operands:
            yield from start
            start = []
            yield [operands[-1]], pikepdf.Operator("TJ" if name == "TJ" else "Tj")


def _moves(name: str, operands: Sequence[Any], height: object) -> bool:
    """Whether a line ends: text goes on elsewhere than on the height where it was."""
    if len(operands) <= _MOVES[name]:
        return False
    up = operands[_MOVES[name]]
    return bool(up != 0) if name != "Tm" else bool(up != height)
