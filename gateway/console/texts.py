"""The console's own sentences, French and English side by side (`texts.toml`); the entities' names come from `notices`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("fr", "en")


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """Every sentence by "section.key", then by language."""
    data = tomllib.loads(Path(__file__).with_name("texts.toml").read_text(encoding="utf-8"))
    return {f"{section}.{key}": entry for section, keys in data.items() for key, entry in keys.items()}


def text(text_id: str, language: str, **values: object) -> str:
    """The sentence `text_id`, filled in. Raises KeyError for an unknown one: a page never shows a bare id."""
    return texts()[text_id][language].format(**values)


def negotiate(accepted: str) -> str:
    """ "fr" or "en", whichever an Accept-Language header (RFC 9110 §12.5.4) prefers; French when it does not say."""
    ranked = []
    for position, item in enumerate(accepted.split(",")[:20]):
        name, _, quality = item.strip().partition(";q=")
        try:
            ranked.append((-float(quality or 1), position, name.strip().lower()[:2]))
        except ValueError:
            continue
    return next((name for _, _, name in sorted(ranked) if name in LANGUAGES), "fr")
