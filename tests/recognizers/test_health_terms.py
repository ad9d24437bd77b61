"""The lists of conditions, drugs and care, to which anybody may add."""

from __future__ import annotations

from collections import Counter

import pytest

from recognizers.drug_names import DRUGS
from recognizers.health_conditions import BEING, BROKEN, ILLNESSES, MISSPELT, SYMPTOMS
from recognizers.health_terms import CARE, CONDITIONS, HEADS, ORGANS, SPECIALISTS, STATES
from recognizers.health_treatments import DEVICES, TREATMENTS

LISTS = {
    "drugs": DRUGS,
    "conditions": " ".join((CONDITIONS, ILLNESSES, SYMPTOMS, MISSPELT)),
    "care": " ".join((CARE, TREATMENTS, DEVICES)),
    "states": " ".join((STATES, BEING)),
    "specialists": SPECIALISTS,
    "heads": HEADS,
    "organs": ORGANS,
    "broken limbs": BROKEN,
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_each_term_once(name: str) -> None:
    assert [term for term, times in Counter(LISTS[name].split()).items() if times > 1] == []
