"""The pages that a visitor's browser is answered with: no script, French and English, the reader's language first."""

from __future__ import annotations

import html
from dataclasses import replace
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from gateway.formbody.form import FormBody
from gateway.http.problems import prefers_english, title_of
from gateway.model import Decision, Finding
from gateway.notices.catalog import Catalog
from gateway.policy.model import Organisation, Rule
from gateway.settings import FormSettings

_PAGES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
CSP: Final = "default-src 'none'; style-src 'self' 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"


def wants_page(request: Request) -> bool:
    """Whether a browser asks, and not a program."""
    return "text/html" in request.headers.get("accept", "")


def language_of(request: Request, body: FormBody, settings: FormSettings, written: str) -> str:
    """The reader's language, "fr" or "en": what the form's language field says, else the language of what was written
    ("fr", "en" or "und"), else Accept-Language."""
    chosen = next(
        (
            spelled.text
            for path, spelled in body.fields.items()
            if body.names[path] == settings.language_field
        ),
        "",
    )
    for language in (chosen.strip().lower()[:2], written):
        if language in ("fr", "en"):
            return language
    return "en" if prefers_english(request) else "fr"


def received(language: str, organisation: Organisation) -> HTMLResponse:
    """Thank you."""
    return _page("received.html", 200, language, organisation=organisation)


def trouble(request: Request, kind: str, status: int) -> HTMLResponse:
    """A problem that is nobody's fault who reads of it: the site behind is away, or there is no such page."""
    language = "en" if prefers_english(request) else "fr"
    titles = {lang: title_of(kind, lang) for lang in ("fr", "en")}
    return _page("trouble.html", status, language, titles=titles)


def blocked(
    language: str,
    body: FormBody,
    decision: Decision,
    rule: Rule,
    organisation: Organisation,
    catalog: Catalog,
) -> HTMLResponse:
    """What was found, where, and what to do; the visitor's own text is shown back once and kept nowhere."""
    fields = [
        (body.names[path], _marked(spelled.text, [f for f in decision.findings if f.segment == path]))
        for path, spelled in body.fields.items()
        if path not in body.keys and any(f.segment == path for f in decision.findings)
    ]
    inside = {f.segment.rpartition("/")[0] for f in decision.findings if f.segment not in body.fields}
    files = [
        spelled.text
        for path, spelled in body.fields.items()
        if path.startswith("att/")
        and any(f"{part}/".startswith(path.removesuffix("filename")) for part in inside)
    ]
    return _page(
        "blocked.html",
        422,
        language,
        fields=fields,
        files=files,
        written=decision.language if decision.language in ("fr", "en") else "",
        found={lang: catalog.entity_list(decision.counts, lang) for lang in ("fr", "en")},
        rule=rule,
        organisation=organisation,
    )


def _marked(text: str, findings: list[Finding]) -> Markup:
    out, position = [], 0
    for finding in sorted(findings, key=lambda item: item.start):
        if finding.start < position:
            finding = replace(finding, start=position, end=max(position, finding.end))
        out.append(html.escape(text[position : finding.start]))
        out.append(f"<mark>{html.escape(text[finding.start : finding.end])}</mark>")
        position = finding.end
    out.append(html.escape(text[position:]))
    return Markup("".join(out))  # noqa: S704 - every piece is escaped above


def _page(template: str, status: int, language: str, **values: object) -> HTMLResponse:
    languages = (language, "fr" if language == "en" else "en")
    return HTMLResponse(
        _PAGES.get_template(template).render(languages=languages, **values),
        status,
        {
            "Content-Security-Policy": CSP,
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "Content-Language": ", ".join(languages),
        },
    )
