"""`ecluse evaluate`: recall and precision on a labelled set."""

from __future__ import annotations

from pathlib import Path

from gateway.evaluate import LabelError
from gateway.evaluate import evaluate as measure
from gateway.policy.load import load_policy
from gateway.scan.engine import Scanner
from gateway.settings import Settings, SettingsError
from recognizers.types import ENTITY_TYPES


def run(labelled: Path, settings: Settings, *, as_json: bool) -> None:
    """Print the report. Raises SettingsError for a file that cannot be read or is not labelled as it should be."""
    names = settings.names if settings.names.enabled else None
    scanner = Scanner(allow=load_policy(settings.policy.file).allow, names=names)
    try:
        with labelled.open(encoding="utf-8") as lines:
            report = measure(lines, scanner.detector(frozenset(ENTITY_TYPES)))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{labelled}: cannot be read: {error}") from None
    except LabelError as error:
        raise SettingsError(f"{labelled}: {error}") from None
    print(report.as_json() if as_json else report.as_table())
