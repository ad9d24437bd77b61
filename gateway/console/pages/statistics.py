"""Charts over time by action, channel and type; and what monitored rules would have done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from markupsafe import Markup
from starlette.responses import Response

from gateway.console.charts import Series, share_bars, stacked_bars
from gateway.console.visit import Visit
from gateway.store import clock, search
from gateway.store.search import Total

ACTIONS = ("pass", "warn", "redact", "block")
CHANNELS = ("email", "form")
PERIODS = (7, 30, 90, 365)


def show(visit: Visit) -> Response:
    """Everything over the chosen period."""
    asked = visit.query("days")
    period = int(asked) if asked in {str(days) for days in PERIODS} else 30
    days = last_days(visit, period)
    totals = search.totals(visit.database, visit.scopes, days[0], days[-1])
    types = search.type_totals(visit.database, visit.scopes, days[0], days[-1])
    by_type: Counter[str] = Counter()
    for row in types:
        by_type[row.entity_type] += row.findings
    found = {visit.entity(name, 2): count for name, count in by_type.most_common()}
    return visit.page(
        "statistics.html",
        periods=PERIODS,
        period=period,
        actions=by_day(visit, totals, days),
        channels=_by_channel(visit, totals, days),
        action_table=_table(totals),
        found=found,
        types=share_bars(found, number=visit.number, title=visit.t("statistics.by_type")),
        monitored=compare(totals),
        empty=not totals,
    )


def last_days(visit: Visit, count: int) -> list[int]:
    """The last `count` days up to today, as the store counts them."""
    today = clock.date_of(clock.day_of(clock.now(), visit.database.zone))
    days = [today - timedelta(days=back) for back in range(count - 1, -1, -1)]
    return [day.year * 10000 + day.month * 100 + day.day for day in days]


def by_day(visit: Visit, totals: Sequence[Total], days: Sequence[int]) -> Markup:
    """Messages by day, stacked by action."""
    counts = Counter[tuple[int, str]]()
    for total in totals:
        counts[total.day, total.action] += total.messages
    series = [
        Series(action, visit.t(f"action.{action}"), [counts[day, action] for day in days])
        for action in ACTIONS
    ]
    title = visit.t("statistics.by_action")
    return stacked_bars([_short(day) for day in days], series, title=title, number=visit.number)


def _by_channel(visit: Visit, totals: Sequence[Total], days: Sequence[int]) -> Markup:
    counts = Counter[tuple[int, str]]()
    for total in totals:
        counts[total.day, total.channel] += total.messages
    series = [
        Series(f"{channel}s", visit.t(f"channel.{channel}"), [counts[day, channel] for day in days])
        for channel in CHANNELS
    ]
    title = visit.t("statistics.by_channel")
    return stacked_bars([_short(day) for day in days], series, title=title, number=visit.number)


def _short(day: int) -> str:
    return f"{day // 100 % 100:02d}-{day % 100:02d}"


def _table(totals: Sequence[Total]) -> list[tuple[str, dict[str, int]]]:
    """(channel, messages by action): what the charts show, in numbers."""
    rows = {channel: dict.fromkeys(ACTIONS, 0) for channel in CHANNELS}
    for total in totals:
        rows[total.channel][total.action] += total.messages
    return list(rows.items())


def compare(totals: Sequence[Total]) -> list[tuple[str, int, dict[str, int]]]:
    """(rule, messages, what enforcing it would have done) for each rule that only watches."""
    rules: dict[str, dict[str, int]] = {}
    for total in totals:
        if total.mode == "monitor":
            row = rules.setdefault(total.rule, dict.fromkeys(ACTIONS, 0))
            row[total.would] += total.messages
    return [(rule, sum(row.values()), row) for rule, row in sorted(rules.items())]
