"""Québec health insurance number (NAM, numéro d'assurance maladie): structure and check digit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recognizers.page import Candidate, Page


class NamRecognizer:
    """First version: the compact and the card form."""

    id = "nam"
    entity_types = ("CA_QC_NAM",)

    def find(self, page: Page) -> Iterable[Candidate]:
        """Four letters and eight characters."""
        for found in _SHAPE.finditer(page.lower):
            yield Candidate("CA_QC_NAM", found.start(), found.end(), 0.6, self.id, ("pattern",))


_SHAPE = re.compile(r"\b[a-z]{4}[ -]?\d{4}[ -]?\d{2}[1-9a-hj-np-z]\d\b")
RECOGNIZER = NamRecognizer()
