"""What every recognizer speaks: a match, and what kind of information an entity type is."""

from __future__ import annotations

from typing import Final, NamedTuple

#: Entity types that say who a person is (the email rule). Presidio's names where it has them.
IDENTITY: Final = (
    "CA_QC_NAM",
    "CA_SIN",
    "DATE_OF_BIRTH",
    "CA_HEALTH_NUMBER",
    "CA_QC_DRIVER_LICENSE",
    "CA_QC_PERMANENT_CODE",
    "CA_PASSPORT",
    "CA_IMMIGRATION_ID",
)

#: What the feedback rule adds: any personal information.
PERSONAL_ONLY: Final = (
    "PERSON",
    "STREET_ADDRESS",
    "CA_POSTAL_CODE",
    "PHONE_NUMBER",
    "EMAIL_ADDRESS",
    "CREDIT_CARD",
    "CA_BANK_ACCOUNT",
    "CA_QC_PRACTITIONER_NUMBER",
    "IP_ADDRESS",
    "HEALTH_INFORMATION",
)

ENTITY_TYPES: Final = IDENTITY + PERSONAL_ONLY


class Match(NamedTuple):
    """Personal information in a text. `start` and `end` count code points of the text as it was given.

    `score` is 0 to 1 and calibrated: at 0.5 a match is more likely right than wrong. `evidence` names what
    counted, for or against ("pattern", "check-digit", "cue", "veto:label", …); it never holds the value.
    """

    entity_type: str
    start: int
    end: int
    score: float
    recognizer: str
    evidence: tuple[str, ...] = ()
