"""The optional daily summary to a mailbox: how many messages, what was done, what types were found. Never a value."""

from __future__ import annotations

from collections import Counter
from datetime import date
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from gateway.notices.catalog import LANGUAGES, Catalog
from gateway.store import clock, search
from gateway.store.database import Database
from gateway.store.places import mailbox as kept_name

_ACTIONS = ("pass", "warn", "redact", "block")


def compose_digest(
    database: Database, catalog: Catalog, mailbox: str, day: date, sender: str
) -> bytes | None:
    """The summary of one (UTC) day for `mailbox`, French then English; None when nothing came.

    It is marked as automatic (RFC 3834), so that no mailbox answers it.
    """
    number, scopes = day.year * 10000 + day.month * 100 + day.day, [f"mailbox:{kept_name(mailbox)}"]
    totals = search.totals(database, scopes, number, number)
    if not totals:
        return None
    actions: Counter[str] = Counter()
    for total in totals:
        actions[total.action] += total.messages
    types: Counter[str] = Counter()
    for row in search.type_totals(database, scopes, number, number):
        types[row.entity_type] += row.findings
    held = sum(total.held for total in totals)
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"], mail["To"] = sender, mailbox
    mail["Subject"] = catalog.both("digest", "subject", day=day.isoformat(), mailbox=mailbox)
    mail["Date"], mail["Message-ID"] = format_datetime(clock.moment_of(clock.now())), make_msgid("ecluse")
    mail["Auto-Submitted"], mail["Precedence"] = "auto-generated", "list"
    parts = [_text(catalog, language, day, actions, types, held) for language in LANGUAGES]
    mail.set_content("\n\n".join(parts) + "\n")
    return mail.as_bytes()


def _text(
    catalog: Catalog, language: str, day: date, actions: Counter[str], types: Counter[str], held: int
) -> str:
    text = catalog.text
    lines = [text("digest", "intro", language, day=day.isoformat(), count=str(actions.total()))]
    for action in _ACTIONS:
        if actions[action]:
            name = text("digest", action, language)
            lines.append(text("digest", "line", language, action=name, count=str(actions[action])))
    if types:
        lines.append(text("digest", "found", language, list=catalog.entity_list(types, language)))
    if held:
        lines.append(text("digest", "held", language, count=str(held)))
    return "\n".join([*lines, text("digest", "outro", language)])
