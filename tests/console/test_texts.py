"""Every sentence exists in both languages, is used somewhere, and asks for nothing that is not filled in."""

import re
import string
from pathlib import Path

import pytest

from gateway.console.texts import negotiate, texts

ROOM = Path(__file__).parents[2] / "gateway/console"
SOURCES = "\n".join(
    file.read_text(encoding="utf-8") for kind in ("*.py", "*.html") for file in sorted(ROOM.rglob(kind))
)
#: Sections whose keys are made at run time: t("action." ~ name).
DYNAMIC = (
    set(re.findall(r'"(\w+)\."\s*~', SOURCES)) | set(re.findall(r'f"(\w+)\.', SOURCES)) | {"error", "done"}
)


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("text_id", sorted(texts()))
def test_each_text_is_complete_in_both_languages(text_id: str) -> None:
    entry = texts()[text_id]
    assert set(entry) == {"fr", "en"}
    assert entry["fr"].strip()
    assert entry["en"].strip()
    assert fields(entry["fr"]) == fields(entry["en"])


def test_each_text_that_a_page_names_exists() -> None:
    named = set(re.findall(r'\bt\("(\w+\.\w+)"', SOURCES)) | set(re.findall(r'"(error\.\w+)"', SOURCES))
    assert {name for name in named if not name.endswith("_")} - set(texts()) == set()


def test_no_text_is_left_over() -> None:
    unused = {
        text_id
        for text_id in texts()
        if f'"{text_id}"' not in SOURCES and text_id.split(".")[0] not in DYNAMIC
    }
    assert unused == set()


def test_the_console_has_words_for_all_evidence_that_a_match_may_hold_and_no_other() -> None:
    page = (ROOM.parents[1] / "recognizers/README.md").read_text(encoding="utf-8")
    reported = page.partition("\n## Evidence\n")[2].split("| word | means |")[1]
    words = re.findall(r"^\| `([a-z:-]+)` \|", reported, re.M)
    told = {key.removeprefix("evidence.") for key in texts() if key.startswith("evidence.")}
    assert len(words) > 40
    assert {word.replace(":", "_").replace("-", "_") for word in words} == told


def test_french_keeps_its_typography() -> None:
    wrong = [text_id for text_id, entry in texts().items() if re.search(r"\w[;!?]|\S:(\s|$)", entry["fr"].replace(" :", ""))
             and not re.search(r"\w\?|\w;|\{", entry["fr"])]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "fr"),
        ("en-CA,en;q=0.9", "en"),
        ("fr-CA,fr;q=0.9,en;q=0.5", "fr"),
        ("de,en;q=0.3,fr;q=0.8", "fr"),
        ("es", "fr"),
        ("en;q=nonsense,,;q=", "fr"),
    ],
)
def test_the_browser_s_preference_is_followed(header: str, language: str) -> None:
    assert negotiate(header) == language
