"""Presidio as its users run it for Québec: all its recognizers, its Canadian one switched on, a NAM pattern added.

The same spaCy pipelines as ours. Its DATE_TIME stands for birth dates and its LOCATION for addresses, since it has none of
its own; every result counts, whatever its score, as `analyze` returns them by default.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

#: The pattern that public projects use for a NAM.
PUBLIC_NAM = r"\b[a-zA-Z]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}\b"
NAMES = {"DATE_TIME": "DATE_OF_BIRTH", "LOCATION": "STREET_ADDRESS"}


@dataclass(frozen=True)
class Match:
    """One result in our words."""

    entity_type: str
    start: int
    end: int
    score: float = 1.0


def presidio_engine(french: str, english: str) -> Any:
    """An AnalyzerEngine for both languages. Raises ImportError when Presidio is not installed."""
    from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer
    from presidio_analyzer.nlp_engine import NlpEngineProvider
    from presidio_analyzer.predefined_recognizers import CaSinRecognizer

    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    logging.getLogger("tldextract").setLevel(logging.CRITICAL)
    models = [{"lang_code": "fr", "model_name": french}, {"lang_code": "en", "model_name": english}]
    nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
    engine = AnalyzerEngine(nlp_engine=nlp, supported_languages=["fr", "en"])
    for language in ("fr", "en"):
        engine.registry.add_recognizer(CaSinRecognizer(supported_language=language))
        engine.registry.add_recognizer(
            PatternRecognizer(
                "CA_QC_NAM",
                name=f"public NAM pattern ({language})",
                patterns=[Pattern("nam", PUBLIC_NAM, 0.5)],
                supported_language=language,
                context=["nam", "maladie", "ramq", "health", "assurance"],
            )
        )
    return engine


class PresidioDetector:
    """Presidio behind the interface that `gateway.evaluate` asks for, in one language."""

    def __init__(self, engine: Any, language: str, entities: frozenset[str]) -> None:
        self._engine, self._language = engine, language
        self.entities = entities

    def detect(self, text: str, label: str = "") -> list[Match]:
        """Presidio's results for our entity types."""
        found = self._engine.analyze(text, language=self._language)
        named = [Match(NAMES.get(one.entity_type, one.entity_type), one.start, one.end) for one in found]
        return [one for one in named if one.entity_type in self.entities]
