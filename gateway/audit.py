"""One canonical log line a message, and the metrics. Typed fields only: there is no free text about a message.

What may be logged is the allow-list below; anything else is dropped, so a value cannot reach a log by accident.
"""

from __future__ import annotations

import contextlib
import functools
import json
import logging
import os
import sys
from collections.abc import Callable, MutableMapping
from datetime import UTC, datetime
from typing import Any, Concatenate, Final, ParamSpec

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from gateway.model import Inspection, Message

P = ParamSpec("P")

#: Every key that a log line may carry. Types, counts, ids, codes, times, configured names: never content, never an address.
ALLOWED: Final = frozenset(
    "event level timestamp id channel action would rule findings incomplete held size seconds reply enhanced door "
    "outcome form listen next_hop signal version python workers policy_hash error where count path_kind part state "
    "attempt setting file upstream status method route worker pid exit_code limit peer_kind reason mode key queue_id".split()
)


_ENCODER: Final = json.JSONEncoder(default=repr)


def _allow_listed(_logger: Any, method: str, event: MutableMapping[str, Any]) -> dict[str, Any]:
    line = dict(event)
    if not line.keys() <= ALLOWED:
        line = {key: value for key, value in event.items() if key in ALLOWED}
    line["level"], line["timestamp"] = method, datetime.now(UTC).isoformat().replace("+00:00", "Z")
    return line


def _as_json(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> str:
    """structlog's own renderer makes an encoder for every line."""
    return _ENCODER.encode(event)


class _Output:
    """Standard output, each line in one piece, for other workers write there too.

    A line that cannot be written (a full disk, a reader gone) is lost, and nothing else with it. What is logged has
    happened: an error here would make 451 of a message that the next hop has taken already.
    """

    def msg(self, message: str) -> None:
        """Write one line."""
        with contextlib.suppress(OSError):
            sys.stdout.write(f"{message}\n")
            sys.stdout.flush()

    log = debug = info = warn = warning = error = critical = msg


class _WithoutText(logging.Formatter):
    """A library's line as its level and its name; of an exception the type: its text may quote a message."""

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(name)s")

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        """See `logging.Formatter`."""
        return str(getattr(ei[0], "__name__", ""))


def configure_logging(level: str = "info", style: str = "json") -> None:
    """Send structured lines to standard output, and silence libraries that would print message data.

    aiosmtpd's `mail.log` prints every DATA line at DEBUG and recipients at INFO: it never goes below WARNING.
    """
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_WithoutText())
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    for library in (
        "mail.log",
        "aiosmtpd",
        "presidio-analyzer",
        "pdfminer",
        "multipart",
        "uvicorn",
        "asyncio",
    ):
        logging.getLogger(library).setLevel(logging.WARNING)
    renderer = _as_json if style == "json" else structlog.processors.LogfmtRenderer()
    structlog.configure(
        processors=[_allow_listed, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=lambda *_: _Output(),
        cache_logger_on_first_use=True,
    )


log = structlog.get_logger()


def _never_in_the_way(note: Callable[Concatenate[Audit, P], None]) -> Callable[Concatenate[Audit, P], None]:
    """`note` without its errors (metrics of several workers are files, and a disk may be full): what it notes has happened.

    An error would make 451 of a message that the next hop has taken already, and the sender would send it again.
    """

    @functools.wraps(note)
    def quiet(self: Audit, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            note(self, *args, **kwargs)
        except Exception as error:
            self.failure("audit", error)

    return quiet


class Audit:
    """Counts and times what happens to messages, and writes the canonical line. One per process."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry or CollectorRegistry()
        self._messages = Counter(
            "ecluse_messages_total", "Messages decided", ("channel", "action", "rule"), registry=self.registry
        )
        self._findings = Counter(
            "ecluse_findings_total",
            "Values found, one at several places of a message once",
            ("entity_type",),
            registry=self.registry,
        )
        self._incomplete = Counter(
            "ecluse_incomplete_total", "Parts not inspected", ("reason",), registry=self.registry
        )
        self._replies = Counter(
            "ecluse_replies_total", "Final replies given", ("door", "code"), registry=self.registry
        )
        self._seconds = Histogram(
            "ecluse_message_seconds",
            "From the last byte received to the final reply",
            ("channel",),
            buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
            registry=self.registry,
        )
        # To find a labelled metric costs more than to count with it.
        self._message_count, self._reply_count = (
            functools.cache(self._messages.labels),
            functools.cache(self._replies.labels),
        )
        self._timing = functools.cache(self._seconds.labels)

    def exposition(self) -> bytes:
        """The metrics in Prometheus' text format; of all worker processes together where there are several."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self.registry)
        gathered = CollectorRegistry()
        MultiProcessCollector(gathered)  # type: ignore[no-untyped-call]
        return generate_latest(gathered)

    @_never_in_the_way
    def message(
        self,
        message: Message,
        inspection: Inspection,
        *,
        door: str,
        reply: str,
        seconds: float,
        key: str = "",
        queue_id: str = "",
    ) -> None:
        """Record one finished message: `reply` is the code that the sender heard ("250", "550", "422" …),
        `key` the name of the API key that it came with, `queue_id` what the MTA calls it."""
        decision, counts = inspection.decision, inspection.decision.counts
        self._message_count(message.channel.value, decision.action.value, decision.rule).inc()
        for entity_type, count in counts.items():
            self._findings.labels(entity_type).inc(count)
        for item in decision.incomplete:
            self._incomplete.labels(item.reason.value).inc()
        self._reply_count(door, reply).inc()
        self._timing(message.channel.value).observe(seconds)
        log.info(
            "message",
            id=message.id,
            channel=message.channel.value,
            door=door,
            action=decision.action.value,
            would=decision.would.value,
            rule=decision.rule,
            findings=counts,
            incomplete=[item.reason.value for item in decision.incomplete],
            held=len(inspection.held),
            size=message.size,
            reply=reply,
            seconds=round(seconds, 4),
            **({"key": key} if key else {}),
            **({"queue_id": queue_id} if queue_id else {}),
        )

    def failure(self, where: str, error: BaseException, *, message_id: str = "") -> None:
        """Record something uncaught by its type only: an exception's text may quote a message."""
        log.error("failure", where=where, error=type(error).__name__, id=message_id)
