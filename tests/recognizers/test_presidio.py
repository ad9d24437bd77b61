"""The recognizers inside a stock Presidio AnalyzerEngine, added in code and named in its YAML registry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from recognizers import ENTITY_TYPES

pytest.importorskip("presidio_analyzer", reason="Presidio is not installed")
spacy = pytest.importorskip("spacy", reason="spaCy is not installed")

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # noqa: E402
from presidio_analyzer.nlp_engine import NlpEngineProvider  # noqa: E402
from presidio_analyzer.recognizer_registry import RecognizerRegistryProvider  # noqa: E402

from recognizers import presidio  # noqa: E402

YAML = """
supported_languages: [en, fr]
recognizers:
  - name: EcluseNamRecognizer
    type: predefined
    supported_languages: [en, fr]
  - name: EcluseSinRecognizer
    type: predefined
    supported_languages: [en, fr]
"""


@pytest.fixture(scope="module")
def nlp_engine(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("pipelines")
    for language in ("fr", "en"):
        spacy.blank(language).to_disk(folder / language)
    models = [{"lang_code": language, "model_name": str(folder / language)} for language in ("fr", "en")]
    return NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Mon NAM est TREM 0412 1925, je suis né le 19 décembre 2004.", {"CA_QC_NAM", "DATE_OF_BIRTH"}),
        ("en", "My SIN is 130 692 544 and I was born on April 12, 1985.", {"CA_SIN", "DATE_OF_BIRTH"}),
        ("en", "My appointment is on April 12, 2025.", set()),
    ],
)
def test_added_in_code(nlp_engine: Any, language: str, text: str, expected: set[str]) -> None:
    registry = RecognizerRegistry(supported_languages=["en", "fr"])
    presidio.add_to(registry)
    engine = AnalyzerEngine(registry=registry, nlp_engine=nlp_engine, supported_languages=["en", "fr"])
    assert {result.entity_type for result in engine.analyze(text, language=language)} == expected


def test_named_in_yaml_with_an_explanation(nlp_engine: Any, tmp_path: Path) -> None:
    configuration = tmp_path / "recognizers.yaml"
    configuration.write_text(YAML, "utf-8")
    registry = RecognizerRegistryProvider(conf_file=configuration).create_recognizer_registry()
    engine = AnalyzerEngine(registry=registry, nlp_engine=nlp_engine, supported_languages=["en", "fr"])
    (result,) = engine.analyze("NAM : TREM 0412 1925", language="fr", return_decision_process=True)
    assert result.entity_type == "CA_QC_NAM"
    assert result.analysis_explanation.textual_explanation == "pattern, cue, date, check-digit"


def test_every_entity_type_has_a_class() -> None:
    classes = [
        value
        for value in vars(presidio).values()
        if isinstance(value, type) and issubclass(value, presidio.EcluseRecognizer)
    ]
    single = {entity for one in classes if len(one.entities) == 1 for entity in one.entities}
    assert single == set(ENTITY_TYPES)
