"""What pages of a PDF draw, as objects: so that nothing is left of a page that was drawn anew but what other pages show, too.

Many writers hand all pages one list of pictures, forms and fonts: a picture that no operator names any more would stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pikepdf

from gateway.extract.pdfunseen import is_form

_DEEPEST: Final = 40
_Number = tuple[int, int]


def drawn_by(pages: Iterable[Any]) -> set[_Number]:
    """The streams that these pages (dictionaries) and their comments draw: contents, pictures, forms, patterns, glyphs. Raises
    PdfError for operators that cannot be read."""
    drawn: set[_Number] = set()
    for page in pages:
        resources = pikepdf.Page(page).resources
        for stream in _streams(page.get("/Contents")):
            drawn.add(stream.objgen)
        _follow(page, resources, drawn, 0)
        for comment in page.get("/Annots", ()):
            if isinstance(comment, pikepdf.Dictionary):
                _appearances(comment.get("/AP"), resources, drawn, 0)
    return drawn


def blank(document: pikepdf.Pdf, numbers: Iterable[_Number]) -> None:
    """Empty these streams."""
    for number in numbers:
        stream = document.get_object(number)
        is_picture = str(stream.get("/Subtype")) == "/Image"
        keep = {"/Type", "/Subtype", "/BBox", "/PatternType", "/PaintType", "/TilingType", "/XStep", "/YStep"}
        for key in [key for key in stream.keys() if key not in keep]:  # noqa: SIM118
            if key != "/Length":
                del stream[key]
        stream.write(b"\xff" if is_picture else b"")
        if is_picture:
            stream.Width = stream.Height = 1
            stream.ColorSpace, stream.BitsPerComponent = pikepdf.Name.DeviceGray, 8


def _streams(contents: Any) -> Iterator[Any]:
    for one in contents if isinstance(contents, pikepdf.Array) else (contents,):
        if isinstance(one, pikepdf.Stream):
            yield one


def _appearances(one: Any, resources: Any, drawn: set[_Number], depth: int) -> None:
    if isinstance(one, pikepdf.Stream):
        _enter(one, resources, drawn, depth)
    elif isinstance(one, pikepdf.Dictionary) and depth < _DEEPEST:
        for _, value in one.items():
            _appearances(value, resources, drawn, depth + 1)


def _enter(stream: Any, resources: Any, drawn: set[_Number], depth: int) -> None:
    """Follow what a form, a pattern or a glyph draws; of a picture, its masks."""
    if stream.objgen in drawn or depth > _DEEPEST:
        return
    drawn.add(stream.objgen)
    if str(stream.get("/Subtype")) == "/Image":
        for key in ("/SMask", "/Mask"):
            if isinstance(stream.get(key), pikepdf.Stream):
                drawn.add(stream[key].objgen)
        return
    own = stream.get("/Resources")
    _follow(stream, own if isinstance(own, pikepdf.Dictionary) else resources, drawn, depth)


def _follow(operators: Any, resources: Any, drawn: set[_Number], depth: int) -> None:
    """What operators draw by name, and all patterns, glyphs and masks that they could use."""
    forms = _dictionary(resources.get("/XObject"))
    for drawing in pikepdf.parse_content_stream(operators, "Do") if forms is not None else ():
        name = next(iter(drawing.operands), None)
        stream = forms.get(str(name)) if isinstance(name, pikepdf.Name) else None
        if isinstance(stream, pikepdf.Stream):
            _enter(stream, resources, drawn, depth + 1)
    for pattern in _values(resources.get("/Pattern")):
        if is_form(pattern):
            _enter(pattern, resources, drawn, depth + 1)
    for font in _values(resources.get("/Font")):
        if isinstance(font, pikepdf.Dictionary) and str(font.get("/Subtype")) == "/Type3":
            own = _dictionary(font.get("/Resources"))
            for glyph in _values(font.get("/CharProcs")):
                if isinstance(glyph, pikepdf.Stream):
                    _enter(glyph, resources if own is None else own, drawn, depth + 1)
    for state in _values(resources.get("/ExtGState")):
        mask = state.get("/SMask") if isinstance(state, pikepdf.Dictionary) else None
        if isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
            _enter(mask.G, resources, drawn, depth + 1)


def _dictionary(one: Any) -> Any:
    return one if isinstance(one, pikepdf.Dictionary) else None


def _values(one: Any) -> list[Any]:
    return [value for _, value in one.items()] if isinstance(one, pikepdf.Dictionary) else []
