"""What `worker` assembles once and every door is given."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

from gateway.model import Envelope

if TYPE_CHECKING:
    from gateway.audit import Audit
    from gateway.pipeline import Inspector
    from gateway.settings import Settings
    from gateway.store.store import Store


BIG_BODIES_AT_ONCE: Final = 4
#: (envelope, message) -> when it returns, the next hop has answered 250.
Release = Callable[[Envelope, bytes], Coroutine[Any, Any, None]]


@dataclass(slots=True)
class Services:
    """The shared objects of one process. `inspector` is swapped whole on a hot reload of the policy."""

    settings: Settings
    inspector: Inspector
    store: Store
    audit: Audit
    release: Release | None = (
        None  # delivers what leaves quarantine to the next hop; raises when it was not taken
    )
    #: Held by a door while it has a big body in memory: at most so many at once, whatever the number of uploads.
    heavy: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(BIG_BODIES_AT_ONCE))
    listening: set[str] = field(
        default_factory=set
    )  # doors that accept connections: "smtp", "http", "milter", "proxy"


class Busy(Protocol):
    """A session that knows whether a message is under way."""

    @property
    def busy(self) -> bool:
        """Whether it is."""


async def until_quiet(sessions: Collection[Busy], seconds: float) -> None:
    """Wait until no session is busy, for `seconds` at most."""
    for _ in range(int(seconds / 0.05) + 1):
        if not any(session.busy for session in sessions):
            return
        await asyncio.sleep(0.05)
