"""What `lifecycle` assembles once and every door is given."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gateway.model import Envelope

if TYPE_CHECKING:
    from gateway.audit import Audit
    from gateway.pipeline import Inspector
    from gateway.settings import Settings
    from gateway.store.store import Store


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
    listening: set[str] = field(
        default_factory=set
    )  # doors that accept connections: "smtp", "http", "milter"
