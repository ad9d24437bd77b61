"""What the console asks reads a small part of a hundred thousand notices (timed over a million: `benchmarks.notices`)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from benchmarks.notices import fill, queries
from gateway.store import search
from gateway.store.database import Database
from gateway.store.search import Filter

pytestmark = pytest.mark.slow

COUNT = 100_000
#: SQLite's virtual machine takes at least five steps for each row that it looks at.
MOST_STEPS = COUNT
MOST_ROWS = COUNT // 4
_STEP = 10


def _count_steps(database: Database) -> Callable[[Callable[[], object]], int]:
    steps = 0

    def tick() -> int:
        nonlocal steps
        steps += _STEP
        return 0

    @event.listens_for(database.engine, "checkout")
    def watch(connection: Any, *_: object) -> None:
        connection.set_progress_handler(tick, _STEP)

    def count(query: Callable[[], object]) -> int:
        nonlocal steps
        steps = 0
        query()
        return steps

    return count


def _count_rows(database: Database) -> Callable[[Callable[[], object]], int]:
    rows = 0

    @event.listens_for(database.engine, "before_cursor_execute")
    def explain(connection: Any, _cursor: Any, statement: str, parameters: Any, *_: object) -> None:
        nonlocal rows
        if statement.startswith("SELECT"):
            cursor = connection.connection.cursor()
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters)
            plan = cursor.fetchone()[0]
            rows += _rows_read((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"])

    def count(query: Callable[[], object]) -> int:
        nonlocal rows
        rows = 0
        query()
        return rows

    return count


def _rows_read(plan: dict[str, Any]) -> int:
    """The rows that the scans of a plan looked at."""
    own = 0
    if "Scan" in plan["Node Type"]:
        own = (plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)) * plan["Actual Loops"]
    return int(own) + sum(_rows_read(below) for below in plan.get("Plans", ()))


def test_what_the_console_asks_reads_a_small_part_of_the_notices(url: str) -> None:
    database = Database(url)
    database.migrate()
    fill(database, COUNT)
    count, most = (
        (_count_steps(database), MOST_STEPS) if database.sqlite else (_count_rows(database), MOST_ROWS)
    )
    read = {name: count(query) for name, query in queries(database).items()}
    print(read)
    assert {name: number for name, number in read.items() if number > most} == {}
    assert len(search.page(database, Filter(), None, limit=51)) == 51
    with database.read() as connection:
        everything = count(lambda: connection.exec_driver_sql("SELECT max(reply) FROM notices").scalar())
    assert everything > most
    database.close()
