"""One request of one person: who, in which language, what was posted; and the pages that answer it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from gateway.console.accounts import Role, User
from gateway.console.forms import Form
from gateway.console.sessions import Session
from gateway.console.texts import LANGUAGES, text, texts
from gateway.pipeline import Inspector
from gateway.services import Services
from gateway.store import clock
from gateway.store.database import Database
from gateway.store.store import Store

_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(slots=True)
class Visit:
    """What a page handler is given. Handlers run in a thread: they may use the store at will."""

    services: Services
    request: Request
    language: str
    session: Session | None = None
    form: Form = field(default_factory=Form)

    @property
    def store(self) -> Store:
        """The store."""
        return self.services.store

    @property
    def database(self) -> Database:
        """The store's database."""
        return self.services.store.database

    @property
    def inspector(self) -> Inspector:
        """What decides about messages now; a reload of the policy swaps it."""
        return self.services.inspector

    @property
    def user(self) -> User:
        """Who is asking; the route table has made sure that somebody is."""
        if self.session is None:
            raise LookupError("no session")
        return self.session.user

    @property
    def scopes(self) -> tuple[str, ...] | None:
        """The marks that this person may see; None: all."""
        return self.user.visible

    @property
    def root(self) -> str:
        """Where the console is mounted ("/console")."""
        return str(self.request.scope.get("root_path", "")).rstrip("/")

    def query(self, name: str) -> str:
        """A query parameter, "" when it is not there."""
        return self.request.query_params.get(name, "")

    @property
    def before(self) -> tuple[int, str] | None:
        """Where a list goes on ("before=TIME.ID"): the (at, id) of the last row that was shown; None at its beginning."""
        at, _, key = self.query("before").partition(".")
        return (int(at), key) if at.isdecimal() and len(at) < 19 else None

    def path(self, name: str) -> str:
        """A path parameter."""
        return str(self.request.path_params[name])

    def t(self, text_id: str, **values: object) -> str:
        """A sentence in the visitor's language."""
        return text(text_id, self.language, **values)

    # -- answers ---------------------------------------------------------------------------------------------

    def page(self, template: str, status: int = 200, **context: Any) -> Response:
        """A page."""
        done, error = self.query("done"), context.pop("error", "")
        shared = {
            "v": self,
            "t": self.t,
            "lang": self.language,
            "other": LANGUAGES[1 - LANGUAGES.index(self.language)],
            "root": self.root,
            "user": self.session.user if self.session and self.session.stage == "full" else None,
            "csrf": self.session.csrf if self.session else "",
            "here": self.request.url.path.removeprefix(self.root) or "/",
            "here_query": self.request.url.query,
            "done": self.t(f"done.{done}") if f"done.{done}" in texts() else "",
            "error": self.t(error) if error else "",
            "organisation": self.inspector.policy.organisation.name.in_language(self.language),
        }
        return HTMLResponse(_TEMPLATES.get_template(template).render(shared | context), status)

    def go(self, path: str, done: str = "", **query: str) -> Response:
        """Send the browser to a page of ours, with a sentence saying what was done."""
        query = {**({"done": done} if done else {}), **query}
        return RedirectResponse(f"{self.root}{path}" + (f"?{urlencode(query)}" if query else ""), 303)

    def refuse(self, status: int, text_id: str) -> Response:
        """A page that says why not."""
        return self.page("message.html", status, title_id=f"title.{status}", sentence=self.t(text_id))

    # -- how things are written ------------------------------------------------------------------------------

    def local(self, at: int) -> datetime:
        """A stored time in the organisation's time zone."""
        try:
            return clock.moment_of(at).astimezone(ZoneInfo(self.services.settings.console.timezone))
        except (ZoneInfoNotFoundError, ValueError):
            return clock.moment_of(at)

    def when(self, at: int) -> str:
        """A time as people read it: 2026-11-24 04:05."""
        return self.local(at).strftime("%Y-%m-%d %H:%M")

    def iso(self, at: int) -> str:
        """A time as machines read it."""
        return clock.moment_of(at).isoformat(timespec="seconds")

    def number(self, value: float) -> str:
        """A whole number with its thousands set apart as the language does."""
        return f"{value:,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}" if self.language == "fr" else ",")

    def percent(self, score: float) -> str:
        """0.95 as "95 %" or "95%"."""
        return f"{score * 100:.0f}" + ("\N{NO-BREAK SPACE}%" if self.language == "fr" else "%")

    def size(self, count: int) -> str:
        """A number of bytes in bytes, kilobytes or megabytes."""
        if count < 1000:
            return f"{count}\N{NO-BREAK SPACE}" + ("octets" if self.language == "fr" else "bytes")
        kilo, mega = ("ko", "Mo") if self.language == "fr" else ("kB", "MB")
        amount, unit = (count / 1000, kilo) if count < 1_000_000 else (count / 1_000_000, mega)
        written = f"{amount:.1f}".removesuffix(".0")
        return f"{written.replace('.', ',') if self.language == 'fr' else written}\N{NO-BREAK SPACE}{unit}"

    def entity(self, entity_type: str, count: int = 1) -> str:
        """What an entity type is called."""
        return self.inspector.composer.catalog.entity(entity_type, self.language, count)

    def entities(self, counts: dict[str, int]) -> str:
        """Entity types with their counts, in words."""
        return self.inspector.composer.catalog.entity_list(counts, self.language)

    def reason(self, reason: str) -> str:
        """Why a part could not be looked into, or was held."""
        if reason in self.inspector.composer.catalog.texts["reason"]:
            return self.inspector.composer.catalog.text("reason", reason, self.language)
        known = f"reason.{reason.lower()}"
        return self.t(known) if known in texts() else reason

    def evidence(self, name: str) -> str:
        """A piece of evidence in words (see recognizers/README.md); one that an older version noted, as it stands."""
        known = f"evidence.{name.replace(':', '_').replace('-', '_')}"
        return self.t(known) if known in texts() else name

    def where(self, segment: str) -> str:
        """A segment's path in words: "att/2/sheet1/B3" becomes "attachment 2, sheet 1, B3"."""
        first, *rest = segment.split("/")
        known = f"place.{first}"
        head = self.t(known) if known in texts() else first
        return " › ".join([head, *(item for item in rest if item and not (first == "body" and item == "0"))])

    def scope(self, mark: str) -> str:
        """A mark without its kind."""
        return mark.partition(":")[2]

    def kind(self, name: str) -> str:
        """A kind of register entry in words."""
        return self._known(f"kind.{name}", name)

    def detail_name(self, name: str) -> str:
        """A register entry's field in words."""
        return self._known(f"field.{name}", name)

    def deed(self, name: str) -> str:
        """An access log's deed in words."""
        return self._known(f"deed.{name}", name)

    def _known(self, text_id: str, otherwise: str) -> str:
        section, _, key = text_id.partition(".")
        known = f"{section}.{key.replace('.', '_').replace('-', '_')}"
        return self.t(known) if known in texts() else otherwise

    def courtesy(self, language: str, reference: str) -> str:
        """What may be sent to a person whose message was refused from quarantine."""
        url = self.inspector.policy.organisation.secure_url.in_language(language)
        return text("quarantine.courtesy_text", language, url=url, id=reference)

    def link(self, path: str, **query: str) -> str:
        """The address of one of our pages."""
        wanted = {name: value for name, value in query.items() if value}
        return f"{self.root}{quote(path)}" + (f"?{urlencode(wanted)}" if wanted else "")

    def may(self, *roles: str) -> bool:
        """Whether this person has one of `roles`."""
        return self.session is not None and self.session.user.role in {Role(role) for role in roles}
