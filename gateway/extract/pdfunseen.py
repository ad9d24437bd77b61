"""What streams of drawing operators say that no page shows: what a screen reader is told in their place, forms that no page
draws, patterns, appearances of comments that are hidden or wait for the mouse."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf
import pypdfium2

from gateway.extract.pdfpages import opened, page_of, text_of
from gateway.extract.spelled import Splice, spliced
from gateway.extract.zipfiles import Unreadable
from gateway.model import Edit, Incomplete, Placeholder, Reason, Segment

_MOST_FORMS: Final = 10_000
_MOST_PAGES: Final = 50
_PAGE_SIDE: Final = (3.0, 14400.0)  # points that pdfium and pikepdf take
_FARTHEST: Final = 1e9
_PLAIN_BOX: Final = (0.0, 0.0, 612.0, 792.0)
_DEEPEST_BRACKETS: Final = 8


def _literal(depth: int) -> bytes:
    """The pattern of a literal string (ISO 32000-1 §7.3.4.2) with balanced brackets in it, `depth` deep."""
    inner = rb"|" + _literal(depth - 1) if depth else b""
    return rb"\((?:[^()\\]++|\\." + inner + rb")*+\)"


#: ISO 32000-1 §14.9: replacement text, alternate descriptions, expansions of abbreviations.
_SPOKEN: Final = re.compile(
    rb"/(?:ActualText|Alt|E)\s*+(" + _literal(_DEEPEST_BRACKETS) + rb"|<[0-9A-Fa-f\s]*+>)", re.DOTALL
)
_STRING_OR_REMARK: Final = re.compile(_literal(_DEEPEST_BRACKETS) + rb"|%([^\r\n]*+)", re.DOTALL)
_FIGURES: Final = re.compile(rb"\d(?:\D{0,12}\d){4}")
_SHOWS_TEXT: Final = re.compile(rb"[\s)>\]](?:Tj|TJ|'|\")(?=[\s/\[(<%]|\Z)")


class Spoken:
    """The strings in one content stream that are read aloud, and its comments: a line each. An edit takes the whole of one."""

    incomplete: Sequence[Incomplete] = ()

    def __init__(self, content: bytes, path: str) -> None:
        self._content, self._path = content, path
        self._places: list[tuple[int, int, int, int]] = []  # in the text, in the content
        pieces: list[str] = []
        length = 0
        said = [(_decoded(found[1]), found.span(1)) for found in _SPOKEN.finditer(content)]
        for text, span in (*said, *_remarks(content)):
            if len(text) >= 3:
                self._places.append((length, length + len(text), *span))
                pieces.append(text + "\n")
                length += len(text) + 1
        self.segments = [Segment(f"{path}/spoken", "".join(pieces))] if pieces else []

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        splices: list[Splice] = [
            (start, end, b"" if self._content[start - 1 : start] == b"%" else b"()")
            for low, high, start, end in self._places
            if any(edit.start < high and edit.end > low for edit in edits)
        ]
        return spliced(self._content, splices)

    def part(self, path: str) -> bytes:
        """See `gateway.model.Extraction`."""
        if path != self._path:
            raise KeyError(path)
        return self._content


def _remarks(content: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Comments among the operators (ISO 32000-1 §7.2.4) in which a number may stand, each with its place."""
    if b"%" not in content:
        return
    for found in _STRING_OR_REMARK.finditer(content):
        if found[1] is not None and _FIGURES.search(found[1]):
            yield found[1].decode("latin-1"), found.span(1)


def _decoded(token: bytes) -> str:
    try:
        return str(pikepdf.Object.parse(token))
    except (pikepdf.PdfError, ValueError):
        return ""


@dataclass(frozen=True, slots=True)
class UnseenForm:
    """The text of a form that no page shows. An edit empties it."""

    path: str
    segments: Sequence[Segment] = field(repr=False)
    incomplete: Sequence[Incomplete] = ()

    def rewrite(self, edits: Sequence[Edit], withheld: Mapping[str, Placeholder]) -> bytes:
        """See `gateway.model.Extraction`."""
        return b""

    def part(self, path: str) -> bytes:
        """Nothing: it is no part by itself. Raises KeyError."""
        raise KeyError(path)


def unseen_forms(
    document: pikepdf.Pdf, path: str, shown: Sequence[str]
) -> Iterator[tuple[str, tuple[int, int], UnseenForm]]:
    """(part path, object's number, form) for forms whose text is not on the pages `shown`. Raises Unreadable."""
    forms = [one for one in document.objects if is_form(one) and _SHOWS_TEXT.search(content_of(one))]
    if len(forms) > _MOST_FORMS:
        raise Unreadable(Reason.TOO_BIG)
    if not forms:
        return
    known = re.sub(r"\W", "", "".join(shown))
    content, drawable = _as_pages(forms)
    texts: dict[tuple[int, int], str] = {}
    if drawable:
        with opened(content, most=len(drawable)) as drawn:
            for number, form in enumerate(drawable):
                try:
                    texts[form.objgen] = text_of(page_of(drawn, number))
                except pypdfium2.PdfiumError:
                    continue
    for form in forms:
        part, text = f"{path}/form{form.objgen[0]}", texts.get(form.objgen)
        if text is None:
            yield part, form.objgen, UnseenForm(part, (), [Incomplete(Reason.UNREADABLE, path)])
        elif re.sub(r"\W", "", text) not in known:
            yield part, form.objgen, UnseenForm(part, [Segment(f"{part}/text", text)])


def unseen_pages(
    document: pikepdf.Pdf, path: str, shown: Sequence[str]
) -> Iterator[tuple[str, tuple[int, int], UnseenForm]]:
    """The same for the contents of pages that are no page of the document: hidden templates, pages that were taken out.
    Raises Unreadable."""
    pages = {page.obj.objgen for page in document.pages}
    others = [one for one in document.objects if _is_page(one) and one.objgen not in pages]
    if len(others) > _MOST_PAGES:
        raise Unreadable(Reason.TOO_BIG)
    if not others:
        return
    known = re.sub(r"\W", "", "".join(shown))
    for one in others:
        content = one.Contents
        streams = [
            part
            for part in (content if isinstance(content, pikepdf.Array) else (content,))
            if _is_stream(part)
        ]
        target = pikepdf.new()
        target.add_blank_page()
        page = target.pages[0].obj
        try:
            page.Resources = target.copy_foreign(document.make_indirect(pikepdf.Page(one).resources))
            page.Contents = target.make_stream(b"\n".join(content_of(part) for part in streams))
            out = io.BytesIO()
            target.save(out)
            with opened(out.getvalue()) as drawn:
                text = text_of(page_of(drawn, 0))
        except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError):
            text = None
        for stream in streams:
            part = f"{path}/page-object{one.objgen[0]}/{stream.objgen[0]}"
            if text is None:
                yield part, stream.objgen, UnseenForm(part, (), [Incomplete(Reason.UNREADABLE, path)])
            elif re.sub(r"\W", "", text) not in known:
                yield part, stream.objgen, UnseenForm(part, [Segment(f"{part}/text", text)])


def _is_page(one: Any) -> bool:
    is_dictionary = isinstance(one, pikepdf.Dictionary) and not isinstance(one, pikepdf.Stream)
    return is_dictionary and str(one.get("/Type")) in ("/Page", "/Template") and "/Contents" in one


def _is_stream(one: Any) -> bool:
    return isinstance(one, pikepdf.Stream)


def is_form(one: Any) -> bool:
    """Whether an object is a form or a tiling pattern: operators that pages use."""
    return isinstance(one, pikepdf.Stream) and (
        str(one.get("/Subtype")) == "/Form" or str(one.get("/PatternType")) == "1"
    )


def content_of(stream: Any) -> bytes:
    """The decoded operators; nothing where they cannot be decoded."""
    try:
        content: bytes = stream.read_bytes()
    except pikepdf.PdfError:
        return b""
    return content


def _as_pages(forms: Sequence[Any]) -> tuple[bytes, list[Any]]:
    """A document that shows each form on a page of its own, and the forms in it: those that can be copied."""
    target = pikepdf.new()
    drawable: list[Any] = []
    for form in forms:
        left, bottom, right, top = box = _box(form)
        try:
            copy = target.copy_foreign(form)
            copy.Type, copy.Subtype, copy.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array(box)
        except (pikepdf.PdfError, ValueError, TypeError):
            continue
        target.add_blank_page(page_size=(_side(right - left), _side(top - bottom)))
        page = target.pages[-1].obj
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Form=copy))
        page.Contents = target.make_stream(b"1 0 0 1 %.3f %.3f cm /Form Do" % (-left, -bottom))
        drawable.append(form)
    out = io.BytesIO()
    target.save(out)
    return out.getvalue(), drawable


def _box(form: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a form in points; a page's where it has no box that makes sense."""
    try:
        x, y, other_x, other_y = (float(side) for side in form.get("/BBox", _PLAIN_BOX))
    except (TypeError, ValueError, OverflowError):
        return _PLAIN_BOX
    if max(map(abs, (x, y, other_x, other_y))) > _FARTHEST:
        return _PLAIN_BOX
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)


def _side(length: float) -> float:
    """A side of a page that shows so much; pdfium reads what stands beyond it too."""
    least, most = _PAGE_SIDE
    return min(max(length, least), most)
