"""The register: what was destroyed, released, asked for and in force; monthly counts; incidents. Tamper-evident."""

from __future__ import annotations

import csv
import json
from collections import Counter
from io import StringIO
from typing import Any

from starlette.responses import JSONResponse, Response

from gateway.console.pages.statistics import ACTIONS
from gateway.console.visit import Visit
from gateway.store import access, clock, register, search

_SHOWN = 200


def show(visit: Visit, error: str = "") -> Response:
    """The newest entries, the months, and whether the chain holds."""
    entries = list(register.entries(visit.database))
    return visit.page(
        "register.html",
        422 if error else 200,
        error=error,
        entries=list(reversed(entries))[:_SHOWN],
        months=_months(visit),
        check=register.verify(visit.database, visit.store.secret),
        actions=ACTIONS,
    )


def _months(visit: Visit) -> list[tuple[str, dict[str, int], dict[str, int]]]:
    """(month, messages by action, findings by type), newest first."""
    messages: dict[str, Counter[str]] = {}
    findings: dict[str, Counter[str]] = {}
    for total in search.totals(visit.database, None, 0, 99991231):
        messages.setdefault(_month(total.day), Counter())[total.action] += total.messages
    for row in search.type_totals(visit.database, None, 0, 99991231):
        findings.setdefault(_month(row.day), Counter())[row.entity_type] += row.findings
    return [
        (month, messages[month], findings.get(month, Counter())) for month in sorted(messages, reverse=True)
    ]


def _month(day: int) -> str:
    return f"{day // 10000}-{day // 100 % 100:02d}"


def incident(visit: Visit) -> Response:
    """A confidentiality incident (Act respecting Access, s. 63.8): noted in the chain, without values."""
    fields = {name: visit.form.get(name).strip() for name in ("description", "measures")}
    people = visit.form.get("people").strip()
    if not all(10 <= len(text) <= 2000 for text in fields.values()) or not (
        people.isdecimal() and len(people) <= 9
    ):
        return show(visit, "error.incident")
    for rule in visit.inspector.policy.rules:
        if visit.inspector.scan_texts(fields, rule)[0].findings:
            return show(visit, "error.reason_personal")
    told: dict[str, Any] = {**fields, "people": int(people), "by": visit.user.name}
    told["serious"] = visit.form.get("serious") == "yes"
    with visit.database.write() as connection:
        register.append(connection, visit.store.secret, "incident", told)
        access.log(connection, visit.user.name, "register.incident")
    return visit.go("/register", "incident")


def as_csv(visit: Visit) -> Response:
    """Months, then entries, headings in the visitor's language."""
    out = StringIO()
    out.write("\N{ZERO WIDTH NO-BREAK SPACE}")
    table = csv.writer(out)
    table.writerow(
        [
            visit.t("column.month"),
            *(visit.t(f"action.{action}") for action in ACTIONS),
            visit.t("column.types"),
        ]
    )
    for month, messages, findings in _months(visit):
        table.writerow([month, *(messages[action] for action in ACTIONS), visit.entities(dict(findings))])
    table.writerow([])
    table.writerow([visit.t(f"column.{name}") for name in ("seq", "time", "kind", "detail", "hash")])
    for entry in register.entries(visit.database):
        detail = json.dumps(dict(entry.detail), ensure_ascii=False)
        table.writerow([entry.seq, visit.iso(entry.at), visit.kind(entry.kind), detail, entry.hash])
    access.record(visit.database, visit.user.name, "register.exported", "csv")
    named = {"content-disposition": f'attachment; filename="register-{visit.language}.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=named)


def as_json(visit: Visit) -> Response:
    """Everything, with the hashes, for a machine to check."""
    entries = [
        {"seq": e.seq, "at": e.at, "time": visit.iso(e.at), "kind": e.kind, "detail": dict(e.detail),
         "previous": e.previous, "hash": e.hash}
        for e in register.entries(visit.database)
    ]  # fmt: skip
    months = [{"month": m, "messages": dict(c), "findings": dict(f)} for m, c, f in _months(visit)]
    access.record(visit.database, visit.user.name, "register.exported", "json")
    named = {"content-disposition": 'attachment; filename="register.json"'}
    told = {"exported": visit.iso(clock.now()), "months": months, "entries": entries}
    return JSONResponse(told, headers=named)
