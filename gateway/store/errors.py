"""What the store says when it cannot do what was asked."""

from __future__ import annotations


class StoreUnavailable(Exception):
    """Nothing was stored; trying again later may succeed. Carries no value and no library message."""


class StoreError(Exception):
    """The store cannot be used as it is set up. The text says what to do next."""
