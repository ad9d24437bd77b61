"""The sentences, loaded and checked: both languages present, nothing unknown in braces."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

LANGUAGES: Final = ("fr", "en")


class NoticeError(Exception):
    """A text is missing in a language or cannot be used. Says which one, and why."""


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@dataclass(frozen=True, slots=True)
class Catalog:
    """All texts: `texts[section][key][language]` is a string, or [one, many] in section "entity"."""

    texts: Mapping[str, Mapping[str, Mapping[str, Any]]]

    def text(self, section: str, key: str, language: str, **values: str) -> str:
        """The sentence `section.key` in `language`, filled in. Raises KeyError for an unknown one."""
        sentence: str = self.texts[section][key][language]
        return sentence.format(**values)

    def both(self, section: str, key: str, *, first: str = "fr", between: str = " / ", **values: str) -> str:
        """The sentence in both languages, `first` leading."""
        return between.join(self.text(section, key, language, **values) for language in order(first))

    def entity(self, entity_type: str, language: str, count: int = 1) -> str:
        """What an entity type is called: "date de naissance", or the plural when `count` > 1."""
        forms = self.texts["entity"].get(entity_type, self.texts["entity"]["OTHER"])[language]
        name: str = forms[0 if count < 2 else 1]
        return name

    def entity_list(self, counts: Mapping[str, int], language: str) -> str:
        """ "1 numéro d'assurance maladie, 2 dates de naissance"."""
        return ", ".join(f"{n} {self.entity(entity, language, n)}" for entity, n in counts.items())

    def reason_list(self, reasons: Iterable[str], language: str) -> str:
        """The reasons in words, each once."""
        return ", ".join(dict.fromkeys(self.text("reason", reason, language) for reason in reasons))


def order(language: str) -> Sequence[str]:
    """Both languages, the given one first; French first when it is not known."""
    return ("en", "fr") if language == "en" else ("fr", "en")


@cache
def builtin() -> Mapping[str, Any]:
    """The texts that Écluse ships."""
    return tomllib.loads(Path(__file__).with_name("texts.toml").read_text(encoding="utf-8"))


def load_catalog(file: Path | None = None) -> Catalog:
    """The shipped texts, with those of `file` laid over them. Raises NoticeError."""
    texts: dict[str, dict[str, Any]] = {section: dict(keys) for section, keys in builtin().items()}
    if file is not None:
        for section, key, entry in _own_texts(file):
            texts[section][key] = _checked(file, section, key, entry)
    return Catalog(texts)


def _own_texts(file: Path) -> Iterable[tuple[str, str, Any]]:
    try:
        own = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NoticeError(f"{file}: {error}") from None
    for section, keys in own.items():
        for key, entry in (keys if isinstance(keys, dict) else {}).items():
            if key not in builtin().get(section, {}):
                raise NoticeError(f"{file}: {section}.{key}: no such text")
            yield section, key, entry


def _checked(file: Path, section: str, key: str, entry: Any) -> Any:
    shipped = builtin()[section][key]
    if not isinstance(entry, dict) or set(entry) != set(LANGUAGES):
        raise NoticeError(f"{file}: {section}.{key}: give both fr and en")
    for language in LANGUAGES:
        if type(entry[language]) is not type(shipped[language]) or not entry[language]:
            raise NoticeError(
                f"{file}: {section}.{key}.{language}: expected the same shape as the shipped text, not empty"
            )
        if isinstance(entry[language], str) and (
            unknown := _unknown_fields(entry[language], shipped[language])
        ):
            raise NoticeError(f"{file}: {section}.{key}.{language}: nothing fills in {{{unknown}}}")
    return entry


def _unknown_fields(text: str, shipped: str) -> str:
    try:
        return ", ".join(sorted(_fields(text) - _fields(shipped)))
    except ValueError:
        return "unbalanced braces"
