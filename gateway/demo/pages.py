"""The demo's pages: a start page, the sample form, and the mailbox with what staff received."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import nh3
from jinja2 import Environment, FileSystemLoader
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from gateway.demo.mailbox import Mailbox, Received
from gateway.demo.traffic import Conversation
from gateway.http.problems import prefers_english

_PAGES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
_CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; form-action 'self'; "
    "frame-src 'self'; base-uri 'none'"
)
_OUTCOMES: Final = {
    "fr": {
        "pass": "remis tel quel",
        "warn": "remis, avec avis",
        "redact": "remis, caviardé",
        "block": "refusé",
    },
    "en": {
        "pass": "delivered as is",
        "warn": "delivered, with a notice",
        "redact": "delivered, redacted",
        "block": "refused",
    },
}
_MAIL_CSP: Final = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


@dataclass(slots=True)
class Demo:
    """What the pages show."""

    mailbox: Mailbox
    account: tuple[str, str]
    smtp: str
    conversations: list[Conversation] = field(default_factory=list)
    sending: bool = True

    def add_pages(self, app: Starlette) -> None:
        """Put the demo's pages into the web application."""
        for path, page in (
            ("/", self.start),
            ("/demo/form", self.form),
            ("/demo/mailbox", self.inbox),
            ("/demo/mailbox/{number}", self.message),
            ("/demo/mailbox/{number}/body", self.body),
        ):
            app.add_route(path, page)

    async def start(self, request: Request) -> Response:
        """Where a newcomer begins."""
        return self._page(request, "start.html")

    async def form(self, request: Request) -> Response:
        """The sample feedback form."""
        return self._page(request, "form.html")

    async def inbox(self, request: Request) -> Response:
        """What staff received, newest first."""
        return self._page(request, "mailbox.html", messages=self.mailbox.messages[::-1])

    async def message(self, request: Request) -> Response:
        """One message as a mail program shows it, and its trace headers."""
        one = self._one(request)
        if one is None:
            return self._page(request, "mailbox.html", 404, messages=self.mailbox.messages[::-1])
        headers = [(name, value) for name, value in one.parsed.items() if name.lower().startswith("x-ecluse")]
        files = [part.get_filename() for part in one.parsed.iter_attachments()]
        return self._page(request, "message.html", one=one, headers=headers, files=files)

    async def body(self, request: Request) -> Response:
        """The body alone, cleaned, for a sandboxed frame."""
        one = self._one(request)
        if one is None:
            return Response(status_code=404)
        part = one.parsed.get_body(preferencelist=("html", "plain"))
        text = part.get_content() if part is not None else ""
        if part is not None and part.get_content_subtype() == "html":
            page = nh3.clean(text, attributes=_ATTRIBUTES)
        else:
            page = f"<pre style='white-space:pre-wrap;font:15px/1.5 sans-serif'>{nh3.clean_text(text)}</pre>"
        return HTMLResponse(
            f"<!doctype html><meta charset=utf-8>{page}", headers={"Content-Security-Policy": _MAIL_CSP}
        )

    def _one(self, request: Request) -> Received | None:
        wanted = request.path_params["number"]
        return next((one for one in self.mailbox.messages if str(one.number) == wanted), None)

    def _page(self, request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        chosen = request.query_params.get("lang", "")
        english = chosen == "en" if chosen in ("fr", "en") else prefers_english(request)
        lang = "en" if english else "fr"
        page = _PAGES.get_template(template).render(lang=lang, demo=self, outcomes=_OUTCOMES[lang], **values)
        return HTMLResponse(page, status, {"Content-Security-Policy": _CSP, "Cache-Control": "no-store"})


_ATTRIBUTES: Final = {
    "*": {"style"},
    "table": {"width", "cellpadding", "cellspacing", "border", "role"},
    "a": {"href"},
}
