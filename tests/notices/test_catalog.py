"""Every sentence exists in both languages, and an organisation's own texts are checked."""

import pytest

from gateway.notices.catalog import NoticeError, builtin, load_catalog
from recognizers.types import ENTITY_TYPES


def test_every_entity_type_has_a_name():
    assert set(ENTITY_TYPES) <= set(builtin()["entity"])


@pytest.mark.parametrize("section", sorted(builtin()))
def test_both_languages_are_there_and_say_the_same_fields(section):
    for key, entry in builtin()[section].items():
        assert set(entry) == {"fr", "en"}, key
        if isinstance(entry["fr"], str):
            fields = [{part.split("}")[0] for part in entry[lang].split("{")[1:]} for lang in ("fr", "en")]
            assert fields[0] == fields[1], key


def test_own_texts_replace_the_shipped_ones(tmp_path):
    file = tmp_path / "texts.toml"
    file.write_text('[reply]\ndeferred = { fr = "Plus tard.", en = "Later." }\n', encoding="utf-8")
    assert load_catalog(file).text("reply", "deferred", "fr") == "Plus tard."
    assert load_catalog(file).text("reply", "split", "en")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[reply]\ndeferred = { fr = "Plus tard." }', "both fr and en"),
        ('[reply]\ndeferred = { fr = "", en = "Later." }', "not empty"),
        ('[reply]\ndeferred = { fr = "{nom}", en = "Later." }', "nothing fills in"),
        ('[reply]\ndefered = { fr = "a", en = "b" }', "no such text"),
        ("[reply", "texts.toml"),
    ],
)
def test_a_missing_or_unusable_text_is_named(tmp_path, text, says):
    file = tmp_path / "texts.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NoticeError, match=says):
        load_catalog(file)
