"""Invented people with identifiers that pass every check. Nobody real is meant."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from recognizers.fold import fold
from recognizers.luhn import luhn
from recognizers.nam_number import check_digit

SURNAMES = (
    "Tremblay Gagnon Roy Côté Bouchard Gauthier Morin Lavoie Fortin Gagné Ouellet Pelletier Bélanger Lévesque"
    " Bergeron Leblanc Paquette"
    " Girard Simard Boucher Caron Beaulieu Cloutier Dubé Poirier Fournier Lapointe Leclerc Lefebvre Poulin"
    " Thibault St-Pierre Nadeau"
    " Martin Landry Demers Proulx Boisvert Hébert L'Heureux Smith O'Connor MacDonald Nguyen Singh Haddad Li"
    " Benali Okafor Rossi Cohen"
    " Desjardins-Roy Turcotte Bédard Lambert Vachon Parent Savard Marcoux Filion Pagé Marsan"
).split()
GIVEN = (
    "Marie Jean Luc Sylvie Mathieu Émilie Thomas Zoé Olivier Chloé Gabriel Noémie Samuel Léa Antoine Florence"
    " Jacques Hélène Réjean Ginette"
    " Guy Lise Denis Josée Éric Nathalie Kevin Ashley Mohammed Fatima Wei Priya David Sarah Emily James"
    " Patricia Karine Stéphane Isabelle"
    " Jean-François Marie-Ève Yvon Ursule Xavier William Béatrice Rosalie Isaac Quentin Victor"
).split()
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Person:
    """Somebody invented."""

    given: str
    surname: str
    sex: str
    birth: date
    nam: str
    sin: str


def person(rng: random.Random) -> Person:
    """A person from newborn to a hundred years old, with a NAM (RAMQ's rule) and a SIN that pass their checks."""
    given, surname, sex = rng.choice(GIVEN), rng.choice(SURNAMES), rng.choice("MF")
    birth = TODAY - timedelta(
        days=rng.randrange(20, 365 * 100) if rng.random() < 0.9 else rng.randrange(1, 400)
    )
    return Person(given, surname, sex, birth, nam(given, surname, sex, birth, rng), sin(rng))


def nam(given: str, surname: str, sex: str, birth: date, rng: random.Random) -> str:
    """A NAM with the right check digit; one in thirty has a letter for its sequence."""
    family = _letters(surname.replace("St-", "ST")) + "XX"
    month = birth.month + (50 if sex == "F" else 0)
    sequence = rng.choice("123456789") if rng.random() < 29 / 30 else rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ")
    stem = f"{family[:3]}{_letters(given)[0]}{birth:%y}{month:02d}{birth:%d}{sequence}"
    return stem + check_digit(stem + "0", birth.year // 100, sex)


def sin(rng: random.Random) -> str:
    """Nine digits that begin with 1-7 or 9 and pass the Luhn check."""
    while True:
        digits = rng.choice("12345679") + "".join(rng.choice("0123456789") for _ in range(8))
        if luhn(digits) and len(set(digits)) > 3:
            return digits


def _letters(name: str) -> str:
    return "".join(char for char in fold(name).text.upper() if char.isalpha())
