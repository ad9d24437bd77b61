"""The console's list, filters and charts over a million notices, each within 200 ms: `python -m benchmarks.notices`.

SQLite, and PostgreSQL where its server is installed (`--count` for fewer). Exit status 1 when a query took longer.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.results import keep
from gateway.store import clock, search
from gateway.store.database import Database
from gateway.store.schema import daily, daily_types, notice_marks, notices
from gateway.store.search import Filter
from tests.store.conftest import PostgreSQL, postgresql_binaries

LIMIT = 200.0
BOXES = [f"box{n}@regie.example.org" for n in range(200)]
TYPES = ["CA_QC_NAM", "CA_SIN", "DATE_OF_BIRTH", "PHONE_NUMBER", "CA_PASSPORT"]


def _rows(count: int, start: int) -> Iterator[tuple[tuple[Any, ...], list[tuple[str, int, str]]]]:
    """(notice row, marks) of `count` decided messages over ninety days, newest last."""
    dice = random.Random(3)
    findings = {
        kind: json.dumps(
            [{"segment": "body/0", "type": kind, "score": 0.9, "recognizer": "x", "evidence": ["cue"]}]
        )
        for kind in TYPES
    }
    for number in range(count):
        at = start + number * (90 * clock.DAY // count)
        box = BOXES[int(dice.random() ** 2 * len(BOXES))]
        action = "pass" if dice.random() < 0.8 else dice.choice(["redact", "redact", "warn", "block"])
        kind = "" if action == "pass" else TYPES[int(dice.random() ** 3 * len(TYPES))]
        key = f"n{number:09d}"
        row = (key, at, "email", "smtp", action, action, "enforce", "email-identity", "abc", "fr", "250", "", 999, 0,
               f"s{number % 50_000}", json.dumps([box]), json.dumps({kind: 1} if kind else {}),
               findings.get(kind, "[]"), "[]")  # fmt: skip
        marks = [(f"mailbox:{box}", at, key), *([(f"type:{kind}", at, key)] if kind else [])]
        yield row, marks


def fill(database: Database, count: int) -> None:
    """`count` notices of ninety days, with the rows that the writer makes of them, by the quickest way that each database has."""
    totals: dict[tuple[Any, ...], int] = {}
    types: dict[tuple[Any, ...], int] = {}
    raw = database.engine.raw_connection()
    cursor = raw.cursor()
    if database.sqlite:
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.execute("BEGIN")
    numbered = iter(_rows(count, clock.now() - 90 * clock.DAY))
    while batch := list(itertools.islice(numbered, 20_000)):
        _insert(database, cursor, notices.name, len(notices.c), [row for row, _ in batch])
        _insert(database, cursor, notice_marks.name, 3, [mark for _, marks in batch for mark in marks])
        for row, marks in batch:
            for scope in ("", marks[0][0]):
                day = clock.day_of(row[1])
                key = (day, scope, row[2], row[7], row[6], row[4], row[5])
                totals[key] = totals.get(key, 0) + 1
                if len(marks) > 1:
                    kind = (day, scope, row[2], row[4], marks[1][0].removeprefix("type:"))
                    types[kind] = types.get(kind, 0) + 1
    _insert(
        database, cursor, daily.name, len(daily.c), [(*key, count, 0, 0) for key, count in totals.items()]
    )
    _insert(database, cursor, daily_types.name, 7, [(*key, count, count) for key, count in types.items()])
    raw.commit()
    raw.close()
    raw = database.engine.raw_connection()
    if not database.sqlite:
        raw.rollback()
        raw.driver_connection.autocommit = True  # VACUUM runs outside a transaction
    raw.cursor().execute("ANALYZE" if database.sqlite else "VACUUM ANALYZE")
    raw.close()


def _insert(database: Database, cursor: Any, table: str, width: int, rows: list[tuple[Any, ...]]) -> None:
    if database.sqlite:
        cursor.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * width)})", rows)
    else:
        lines = "".join("\t".join(str(value) for value in row) + "\n" for row in rows)
        cursor.execute(f"COPY {table} FROM STDIN", stream=BytesIO(lines.encode()))


def queries(database: Database) -> dict[str, Callable[[], object]]:
    """What the console asks, by name."""
    middle = clock.now() - 45 * clock.DAY
    reader = [f"mailbox:{BOXES[150]}", f"mailbox:{BOXES[199]}", "form:feedback"]
    first, last = clock.day_of(clock.now() - 365 * clock.DAY), clock.day_of(clock.now())

    def page(wanted: Filter, scopes=None, before=None) -> Callable[[], object]:
        return lambda: search.page(database, wanted, scopes, limit=51, before=before)

    return {
        "first page": page(Filter()),
        "deep page": page(Filter(), None, (middle, "n")),
        "by action": page(Filter(action="block")),
        "by action, none": page(Filter(channel="form")),
        "by rule": page(Filter(rule="email-identity")),
        "by type": page(Filter(entity_type="CA_PASSPORT")),
        "by type and action": page(Filter(entity_type="CA_PASSPORT", action="block")),
        "by type and action that exclude each other": page(Filter(entity_type="CA_PASSPORT", action="pass")),
        "by mailbox": page(Filter(scope=f"mailbox:{BOXES[199]}")),
        "by mailbox and type": page(Filter(scope=f"mailbox:{BOXES[0]}", entity_type="CA_PASSPORT")),
        "by mode, none": page(Filter(mode="monitor")),
        "by time": page(Filter(since=middle - clock.DAY, until=middle)),
        "a reader's page": page(Filter(), reader),
        "a reader's page by action": page(Filter(action="block"), reader),
        "one notice": lambda: search.one(database, "n000005000", reader),
        "choices": lambda: search.choices(database, None),
        "chart of a year": lambda: search.totals(database, None, first, last),
        "types of a year": lambda: search.type_totals(database, None, first, last),
        "a reader's chart": lambda: search.totals(database, reader, first, last),
        "by sender": lambda: search.from_sender(database, "s77"),
    }


def _median(action: Callable[[], object], times: int = 3) -> float:
    """Milliseconds of a few runs, after one that warms the cache."""
    action()
    measured = []
    for _ in range(times):
        started = time.perf_counter()
        action()
        measured.append(time.perf_counter() - started)
    return sorted(measured)[times // 2] * 1000


def main() -> int:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=1_000_000)
    count = parser.parse_args().count
    late = 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ecluse-notices-")))
        urls = {"SQLite": f"sqlite:///{folder}/ecluse.db"}
        if binaries := postgresql_binaries():
            server = PostgreSQL(
                binaries, Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ecluse-pg-")))
            )
            stack.callback(server.stop)
            urls["PostgreSQL"] = server.fresh()
        for kind, url in urls.items():
            database = Database(url)
            stack.callback(database.close)
            database.migrate()
            fill(database, count)
            for name, action in queries(database).items():
                taken = _median(action)
                late += taken > LIMIT
                keep({"database": kind, "what": name, "ms": round(taken, 1)})
                sys.stdout.write(f"{kind:10} {taken:7.1f} ms  {name}\n")
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main())
