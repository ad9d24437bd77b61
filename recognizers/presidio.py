"""The same recognizers inside a Presidio `AnalyzerEngine`, for French and English.

    from presidio_analyzer import AnalyzerEngine
    from recognizers.presidio import add_to

    engine = AnalyzerEngine(supported_languages=["en", "fr"], nlp_engine=…)
    add_to(engine.registry)

Once this module is imported, the classes below may also be named in a registry's YAML file as `type: predefined`.
`EcluseRecognizer` finds every identity type in one pass and lets the parts of a text corroborate each other; the
others find one type each. Needs `presidio-analyzer`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, ClassVar

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerRegistry, RecognizerResult

from recognizers.detector import Detector
from recognizers.types import IDENTITY, Match


class EcluseRecognizer(EntityRecognizer):
    """Finds `entities` (or the given `supported_entities`) in French and English text alike."""

    entities: ClassVar[tuple[str, ...]] = IDENTITY

    def __init__(
        self,
        supported_entities: Sequence[str] | None = None,
        supported_language: str = "en",
        name: str | None = None,
        context: Sequence[str] | None = None,
    ) -> None:
        """`context` is taken because registries pass it; the recognizers know their own cue words."""
        wanted = list(supported_entities or self.entities)
        self._detector = Detector(wanted)
        self._title = name or type(self).__name__
        super().__init__(supported_entities=wanted, supported_language=supported_language, name=self._title)

    def load(self) -> None:
        """Nothing to load: the patterns are compiled on import."""

    def analyze(
        self, text: str, entities: Collection[str], nlp_artifacts: Any = None
    ) -> list[RecognizerResult]:
        """The matches of the types asked for; scores are final and need no context words."""
        return [self._result(match) for match in self._detector.detect(text) if match.entity_type in entities]

    def _result(self, match: Match) -> RecognizerResult:
        explanation = AnalysisExplanation(
            recognizer=self._title, original_score=match.score, textual_explanation=", ".join(match.evidence)
        )
        metadata = {
            RecognizerResult.RECOGNIZER_NAME_KEY: self._title,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
        }
        return RecognizerResult(match.entity_type, match.start, match.end, match.score, explanation, metadata)


def add_to(
    registry: RecognizerRegistry, entities: Sequence[str] = IDENTITY, languages: Sequence[str] = ("en", "fr")
) -> None:
    """Adds one recognizer for all of `entities` to `registry`, for each language."""
    for language in languages:
        registry.add_recognizer(EcluseRecognizer(entities, supported_language=language))


class EcluseNamRecognizer(EcluseRecognizer):
    """Québec health insurance numbers (NAM)."""

    entities = ("CA_QC_NAM",)


class EcluseSinRecognizer(EcluseRecognizer):
    """Social insurance numbers, temporary and individual tax numbers."""

    entities = ("CA_SIN",)


class EcluseBirthDateRecognizer(EcluseRecognizer):
    """Dates of birth, not dates."""

    entities = ("DATE_OF_BIRTH",)


class EcluseHealthNumberRecognizer(EcluseRecognizer):
    """Health numbers of the other provinces and territories."""

    entities = ("CA_HEALTH_NUMBER",)


class EcluseDriverLicenseRecognizer(EcluseRecognizer):
    """Driver's licences."""

    entities = ("CA_QC_DRIVER_LICENSE",)


class EclusePermanentCodeRecognizer(EcluseRecognizer):
    """Québec permanent codes (pupils and students)."""

    entities = ("CA_QC_PERMANENT_CODE",)


class EclusePassportRecognizer(EcluseRecognizer):
    """Passport numbers."""

    entities = ("CA_PASSPORT",)


class EcluseImmigrationIdRecognizer(EcluseRecognizer):
    """Immigration client identifiers, applications and permanent resident cards."""

    entities = ("CA_IMMIGRATION_ID",)


class EclusePersonRecognizer(EcluseRecognizer):
    """Names of persons, by their cues (no language model needed)."""

    entities = ("PERSON",)


class EcluseStreetAddressRecognizer(EcluseRecognizer):
    """Civic addresses."""

    entities = ("STREET_ADDRESS",)


class EclusePostalCodeRecognizer(EcluseRecognizer):
    """Canadian postal codes."""

    entities = ("CA_POSTAL_CODE",)


class EclusePhoneNumberRecognizer(EcluseRecognizer):
    """Telephone numbers."""

    entities = ("PHONE_NUMBER",)


class EcluseEmailAddressRecognizer(EcluseRecognizer):
    """Email addresses."""

    entities = ("EMAIL_ADDRESS",)


class EcluseCreditCardRecognizer(EcluseRecognizer):
    """Payment cards."""

    entities = ("CREDIT_CARD",)


class EcluseBankAccountRecognizer(EcluseRecognizer):
    """Canadian bank accounts: transit, institution, account."""

    entities = ("CA_BANK_ACCOUNT",)


class EclusePractitionerNumberRecognizer(EcluseRecognizer):
    """RAMQ billing numbers of health professionals."""

    entities = ("CA_QC_PRACTITIONER_NUMBER",)


class EcluseIpAddressRecognizer(EcluseRecognizer):
    """IP addresses."""

    entities = ("IP_ADDRESS",)


class EcluseHealthInformationRecognizer(EcluseRecognizer):
    """A person's condition, drugs or care."""

    entities = ("HEALTH_INFORMATION",)
