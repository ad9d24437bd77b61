"""People who do not exist, with identifiers that pass every check: made anew at each start, never written down."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from recognizers.luhn import luhn
from recognizers.nam_number import check_digit

_NAMES = (
    ("Tremblay", "Marie", "F"), ("Gagnon", "Luc", "M"), ("Nguyen", "Anh", "F"), ("Bouchard", "Éric", "M"),
    ("Roy", "Sophie", "F"), ("Smith", "John", "M"), ("Côté", "Annie", "F"), ("Lavoie", "Mathieu", "M"),
)  # fmt: skip
_PLAIN = str.maketrans("ÉÈÊËÀÂÔÎÏÛÙÇ", "EEEEAAOIIUUC")


@dataclass(frozen=True, slots=True)
class Person:
    """A fictitious insured person."""

    given: str
    surname: str
    born: date
    nam: str
    sin: str

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.given} {self.surname}"


def people(seed: int | None = None) -> list[Person]:
    """One person for each name, different at each call unless seeded."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is a secret
    return [_person(chance, *name) for name in _NAMES]


def _person(chance: random.Random, surname: str, given: str, sex: str) -> Person:
    born = date(1940, 1, 1) + timedelta(days=chance.randrange(25_000))
    letters = (surname.upper().translate(_PLAIN) + "XX")[:3] + given.upper().translate(_PLAIN)[0]
    stem = f"{letters}{born:%y}{born.month + (50 if sex == 'F' else 0):02d}{born:%d}1"
    return Person(given, surname, born, stem + check_digit(stem, born.year // 100, sex), _sin(chance))


def _sin(chance: random.Random) -> str:
    while True:
        digits = "9" + "".join(
            chance.choices("0123456789", k=8)
        )  # 9: temporary residents, the rarest first digit
        if luhn(digits):
            return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
