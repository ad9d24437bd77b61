"""Notices: what was decided about each message, why, and what staff say of it. Never a value: there is none."""

from __future__ import annotations

import csv
import json
import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from starlette.responses import Response, StreamingResponse

from gateway.console.visit import Visit
from gateway.store import access, clock, search
from gateway.store.rows import dumps
from gateway.store.schema import feedback as feedback_table
from gateway.store.schema import policies
from gateway.store.search import Filter

_PAGE = 50
_FIELDS = ("channel", "action", "rule", "mode", "entity_type", "scope")
_COLUMNS = (
    "id", "time", "channel", "door", "action", "would", "mode", "rule", "policy_hash", "types", "incomplete", "held",
    "mailboxes", "form", "reply", "size",
)  # fmt: skip


def listing(visit: Visit) -> Response:
    """A page of notices, newest first."""
    wanted = _filter(visit)
    rows = search.page(visit.database, wanted, visit.scopes, limit=_PAGE + 1, before=visit.before)
    asked = {
        name: value for name, value in visit.request.query_params.items() if name not in ("before", "done")
    }
    last = rows[_PAGE - 1] if len(rows) > _PAGE else None
    return visit.page(
        "notices.html",
        rows=rows[:_PAGE],
        asked=asked,
        choices=search.choices(visit.database, visit.scopes),
        older=visit.link("/notices", **asked, before=f"{last['at']}.{last['id']}") if last else "",
        filtered=any(asked.values()),
        later=bool(visit.query("before")),
        csv=visit.link("/notices.csv", **asked),
        json=visit.link("/notices.json", **asked),
    )


def _filter(visit: Visit) -> Filter:
    fields = {name: visit.query(name)[:330] for name in _FIELDS}
    if fields["scope"] and ":" not in fields["scope"]:
        kind = "mailbox" if "@" in fields["scope"] else "form"
        fields["scope"] = f"{kind}:{fields['scope'].strip().lower()}"
    since, until = _day(visit, "since"), _day(visit, "until", extra=1)
    wanted = Filter(**fields)  # type: ignore[arg-type]
    return replace(wanted, since=since, until=until or wanted.until)


def _day(visit: Visit, name: str, extra: int = 0) -> int:
    """The first moment of a day typed as 2026-11-24 (of the day after, with `extra`); 0 when it is none."""
    try:
        day = datetime.strptime(visit.query(name), "%Y-%m-%d") + timedelta(days=extra)
        zone = ZoneInfo(visit.services.settings.console.timezone)
        return int(day.replace(tzinfo=zone).timestamp()) * clock.SECOND
    except (ValueError, KeyError, OverflowError):
        return 0


def detail(visit: Visit, error: str = "") -> Response:
    """One notice: where, what, how sure, and the rule that spoke."""
    row = search.one(visit.database, visit.path("id"), visit.scopes)
    if row is None:
        return visit.refuse(404, "error.no_notice")
    access.record(visit.database, visit.user.name, "notice.read", row["id"])
    return visit.page(
        "notice.html",
        422 if error else 200,
        error=error,
        row=row,
        rule=_rule(visit, row["policy_hash"], row["rule"]),
        current=row["policy_hash"] == visit.inspector.policy.hash,
        said=search.feedback_on(visit.database, row["id"]),
        heaviest=max((item["score"] for item in row["findings"]), default=0),
    )


def _rule(visit: Visit, policy_hash: str, rule_id: str) -> dict[str, Any] | None:
    """The rule as it stood when the message was decided; None when that policy is not known here."""
    with visit.database.read() as connection:
        document = connection.scalar(select(policies.c.document).where(policies.c.hash == policy_hash))
    rule: dict[str, Any] | None = json.loads(document).get(rule_id) if document else None
    return rule


def feedback(visit: Visit) -> Response:
    """ "Not personal data" or "you missed something": the shape and the evidence are kept, there is no text to keep."""
    row = search.one(visit.database, visit.path("id"), visit.scopes)
    kind, index = visit.form.get("kind"), visit.form.get("finding")
    if row is None:
        return visit.refuse(404, "error.no_notice")
    finding = {str(number): one for number, one in enumerate(row["findings"])}.get(index)
    if kind not in ("false_positive", "missed") or (kind == "false_positive" and finding is None):
        return visit.refuse(400, "error.form")
    known = visit.inspector.composer.catalog.texts["entity"]
    missed = visit.form.get("entity_type")
    entity_type = finding["type"] if finding else missed if missed in known else "OTHER"
    entry = {
        "id": secrets.token_hex(12), "at": clock.now(), "notice": row["id"], "kind": kind,
        "entity_type": entity_type, "evidence": dumps(finding or {"channel": row["channel"]}),
        "username": visit.user.name,
    }  # fmt: skip
    with visit.database.write() as connection:
        connection.execute(feedback_table.insert(), entry)
        access.log(connection, visit.user.name, f"notice.{kind}", row["id"])
    return visit.go(f"/notices/{row['id']}", "feedback")


# -- export --------------------------------------------------------------------------------------------------


def as_csv(visit: Visit) -> Response:
    """Every notice of the filter, one a line; headings in the visitor's language."""
    rows = search.export(visit.database, _filter(visit), visit.scopes)

    def lines() -> Iterator[str]:
        yield "\N{ZERO WIDTH NO-BREAK SPACE}" + _line([visit.t(f"column.{name}") for name in _COLUMNS])
        for row in rows:
            yield _line(list(_exported(row).values()))

    access.record(visit.database, visit.user.name, "notices.exported", "csv")
    return StreamingResponse(lines(), media_type="text/csv; charset=utf-8", headers=_named("notices.csv"))


def as_json(visit: Visit) -> Response:
    """The same as JSON Lines, with every place."""
    rows = search.export(visit.database, _filter(visit), visit.scopes)

    def lines() -> Iterator[str]:
        for row in rows:
            yield json.dumps({**_exported(row), "findings": row["findings"]}, ensure_ascii=False) + "\n"

    access.record(visit.database, visit.user.name, "notices.exported", "json")
    return StreamingResponse(lines(), media_type="application/x-ndjson", headers=_named("notices.jsonl"))


def _named(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"'}


def _exported(row: dict[str, Any]) -> dict[str, Any]:
    told = {**row, "time": clock.moment_of(row["at"]).isoformat(timespec="seconds"), "form": row["form_id"]}
    told["types"] = " ".join(f"{name}={count}" for name, count in row["counts"].items())
    told["incomplete"] = " ".join(item["reason"] for item in row["incomplete"])
    told["mailboxes"] = " ".join(row["mailboxes"])
    return {name: told[name] for name in _COLUMNS}


def _line(cells: list[Any]) -> str:
    """One CSV line; a cell that a spreadsheet would take for a formula gets an apostrophe."""
    out = StringIO()
    safe = [f"'{cell}" if isinstance(cell, str) and cell[:1] in tuple("=+-@\t\r") else cell for cell in cells]
    csv.writer(out).writerow(safe)
    return out.getvalue()
