"""What `lifecycle` assembles once and every door is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gateway.audit import Audit
    from gateway.pipeline import Inspector
    from gateway.settings import Settings
    from gateway.store.store import Store


@dataclass(slots=True)
class Services:
    """The shared objects of one process. `inspector` is swapped whole on a hot reload of the policy."""

    settings: Settings
    inspector: Inspector
    store: Store
    audit: Audit
    listening: set[str] = field(
        default_factory=set
    )  # doors that accept connections: "smtp", "http", "milter"
