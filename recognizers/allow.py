"""Values that are never reported: an organisation's own telephone numbers, addresses, test numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from recognizers.fold import fold
from recognizers.patterns import compiled

_EXTENSION: Final = compiled(r"[ ,;]*(?:poste|post|extension|ext|x|#)[ .:#]*[0-9]{1,6}$")
#: Shorter ones would allow too much as the beginning of an address.
_SHORTEST_ADDRESS: Final = 8


class AllowList:
    """Compares values as people mean them.

    Case, accents, spaces and punctuation do not count. A telephone number is its ten digits, without the leading 1 and
    the extension. A street address is allowed with whatever follows the allowed part (the town, the office).
    """

    def __init__(self, values: Iterable[str]) -> None:
        self._values = frozenset(_essence(value) for value in values) - {""}
        self._phones = frozenset(_phone(value) for value in self._values if value.isdigit())
        self._addresses = tuple(value for value in self._values if len(value) >= _SHORTEST_ADDRESS)

    def __bool__(self) -> bool:
        return bool(self._values)

    def covers(self, entity_type: str, value: str) -> bool:
        """Whether `value`, found as `entity_type`, is allowed."""
        essence = _essence(value)
        if essence in self._values:
            return True
        if entity_type == "PHONE_NUMBER":
            return _phone(_essence(_EXTENSION.sub("", value.lower()))) in self._phones
        return entity_type == "STREET_ADDRESS" and essence.startswith(self._addresses)


def _essence(value: str) -> str:
    return "".join(char for char in fold(value).text.lower() if char.isalnum())


def _phone(digits: str) -> str:
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
