"""`ecluse redact`: the redacted copy of one file."""

from __future__ import annotations

from pathlib import Path

from gateway.commands.files import FileJudge
from gateway.commands.scan import read
from gateway.settings import Settings, SettingsError


def run(settings: Settings, source: str, output: Path, profile: str) -> str:
    """Write the copy to `output`; says what was removed. Raises SettingsError, and then nothing was written."""
    content = read(source)
    judge = FileJudge(settings, profile)
    try:
        decision, redacted = judge.redact(content, source)
    finally:
        judge.close()
    if redacted is None:
        raise SettingsError(
            f"{source}: a value in it cannot be removed without a trace; nothing was written. "
            "Remove it in the program that made the file."
        )
    draft = output.with_name(f".{output.name}.part")
    try:
        draft.write_bytes(redacted)
        draft.replace(output)
    except OSError as error:
        raise SettingsError(f"{output}: cannot be written: {error.strerror}") from None
    counts = ", ".join(f"{entity}={count}" for entity, count in decision.counts.items())
    unseen = ", ".join(sorted({item.reason.value for item in decision.incomplete}))
    return f"{output}: {counts or 'nothing to remove'}" + (
        f"; could not be looked into: {unseen}" if unseen else ""
    )
