"""Which module finds what. Modules are imported when an entity type of theirs is first asked for.

To add a recognizer:

1. Write `recognizers/<noun>.py` with a class that has `id`, `entity_types` and `find(page) -> Iterable[Candidate]`
   (see `page.py`: patterns run on `page.lower` or `page.text`, candidates carry offsets of that text), and end the
   module with `RECOGNIZER = <Class>()`. Patterns must be linear: no repetition inside a repetition that can match the
   same characters. Look for cheap evidence first (a digit, a rare word: `cues.gate`, the shape of the figures:
   `digits.ClusterLook`) and give up at once without it; a class with `gate`, bits of `Page.gates`, is not even asked then.
2. Add one line to `MODULES` below. A new entity type also stands in `types.py`, has a class in `presidio.py` and a name in
   both languages in `gateway/notices/texts.toml`; the tests name what is missing.
3. Write `tests/cases/<entity>.toml`: positive and negative cases with a reason each; a negative differs from a positive
   in one thing only. The runner finds the file by itself.

The score: 0.5 and more is what the default policy acts on, and a probability; less is an order of doubt. `evidence` says
why in fixed words ("pattern", "check-digit", "cue", "corroboration:…", "veto:…"), never with the value.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib import import_module
from typing import Final

from recognizers.page import Recognizer
from recognizers.types import ENTITY_TYPES

#: Module (in this package) → entity types that it finds.
MODULES: Final[dict[str, tuple[str, ...]]] = {
    "nam": ("CA_QC_NAM",),
    "sin": ("CA_SIN",),
    "birth_date": ("DATE_OF_BIRTH",),
    "health_number": ("CA_HEALTH_NUMBER",),
    "driver_license": ("CA_QC_DRIVER_LICENSE",),
    "permanent_code": ("CA_QC_PERMANENT_CODE",),
    "passport": ("CA_PASSPORT",),
    "immigration_id": ("CA_IMMIGRATION_ID",),
    "person": ("PERSON",),
    "email_address": ("EMAIL_ADDRESS",),
    "phone_number": ("PHONE_NUMBER",),
    "street_address": ("STREET_ADDRESS",),
    "postal_code": ("CA_POSTAL_CODE",),
    "credit_card": ("CREDIT_CARD",),
    "bank_account": ("CA_BANK_ACCOUNT",),
    "practitioner_number": ("CA_QC_PRACTITIONER_NUMBER",),
    "ip_address": ("IP_ADDRESS",),
    "health_information": ("HEALTH_INFORMATION",),
}
#: Those that can find something where no figure stands (in figures or, for identity data, in words); a page without any
#: is not shown to the others.
WITHOUT_FIGURES: Final = frozenset(
    ("person", "email_address", "postal_code", "ip_address", "health_information")
)


@cache
def load(module: str) -> Recognizer:
    """The recognizer of one module, imported on first use."""
    recognizer: Recognizer = import_module(f"recognizers.{module}").RECOGNIZER
    return recognizer


def modules_for(entities: Collection[str]) -> tuple[str, ...]:
    """The modules that find any of `entities`. Raises ValueError for an entity type that does not exist."""
    if unknown := sorted(set(entities) - set(ENTITY_TYPES)):
        raise ValueError(f"unknown entity type {unknown[0]!r}; known are {', '.join(ENTITY_TYPES)}")
    wanted = set(entities)
    return tuple(module for module, types in MODULES.items() if wanted & set(types))
