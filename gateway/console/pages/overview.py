"""The first page: today and the last two weeks at a glance, and what waits for somebody."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import JSONResponse, Response

from gateway.console.pages.statistics import ACTIONS, by_day, last_days
from gateway.console.visit import Visit
from gateway.store import clock, quarantine, search
from gateway.store.search import Total

_DAYS = 14


def show(visit: Visit) -> Response:
    """Counts, chart, latest notices."""
    days = last_days(visit, _DAYS)
    totals = search.totals(visit.database, visit.scopes, days[0], days[-1])
    waiting = len(quarantine.items(visit.database, state="held", limit=100)) if visit.may("officer") else 0
    return visit.page(
        "overview.html",
        counts=_counts(totals, days[-1]),
        chart=by_day(visit, totals, days),
        latest=search.page(visit.database, search.Filter(), visit.scopes, limit=8),
        waiting=waiting,
        empty=not totals,
    )


def counts(visit: Visit) -> Response:
    """Today's counts, for the page to refresh itself."""
    today = last_days(visit, 1)[-1]
    totals = search.totals(visit.database, visit.scopes, today, today)
    written = {name: visit.number(value) for name, value in _counts(totals, today).items()}
    return JSONResponse({"counts": written, "at": visit.when(clock.now())})


def _counts(totals: Sequence[Total], today: int) -> dict[str, int]:
    counted = dict.fromkeys(("all", *ACTIONS), 0)
    for total in totals:
        if total.day == today:
            counted["all"] += total.messages
            counted[total.action] += total.messages
    return counted
