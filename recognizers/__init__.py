"""Finds identity data and other personal information in Canadian French and English texts.

    from recognizers import Detector

    for match in Detector().detect("NAM : …"):
        print(match.entity_type, match.start, match.end, match.score, match.evidence)

Needs nothing but Python. `recognizers.presidio` offers the same as Presidio recognizers.
"""

from recognizers.detector import Detector
from recognizers.types import ENTITY_TYPES, IDENTITY, PERSONAL_ONLY, Match

__all__ = ["ENTITY_TYPES", "IDENTITY", "PERSONAL_ONLY", "Detector", "Match"]
