"""`ecluse verify`: whether a message carries our word on how it was changed, and whether its body is still the same."""

from __future__ import annotations

from gateway.commands.scan import read
from gateway.mime.seal import check
from gateway.settings import Settings, SettingsError
from gateway.store.errors import StoreError
from gateway.store.secret import load_secret

_SAID = {
    "none": "there is no X-Ecluse-Result: the gateway did not change this message, or somebody took the field away",
    "forged": "X-Ecluse-Result is not by the gateway with this key",
    "altered": "by this gateway, but the body was changed since",
    "valid": "by this gateway, and the body is as it left",
}


def run(settings: Settings, source: str) -> tuple[bool, str]:
    """(whether the word is ours and the body unchanged, a sentence). Raises SettingsError."""
    file = settings.store.key_file
    if not file.exists():
        raise SettingsError(
            f"store.key_file = {file}: no such file; the gateway's own key is needed to verify"
        )
    try:
        verdict, said = check(read(source), load_secret(file).result)
    except StoreError as error:
        raise SettingsError(str(error)) from None
    return verdict == "valid", f"{source}: {verdict}: {_SAID[verdict]}" + (f"\n{said}" if said else "")
