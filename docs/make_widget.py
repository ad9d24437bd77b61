"""Writes what the widget takes from elsewhere: `python docs/make_widget.py`.

`gateway/http/widget/tables.js`: the words and patterns that the browser shares with the recognizers; and the hashes of
the served files, into docs/widget.md and its French twin.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from gateway.http.widget import FOLDER, integrity, served
from recognizers import (
    biography,
    birth_answers,
    birth_binding,
    birth_cues,
    birth_family,
    birth_forms,
    birth_list,
    birth_of_somebody,
    birth_unbound,
    birth_vetoes,
    birth_words,
    birth_words_after,
    date_forms,
    misspelt,
    nam_prefixes,
    nam_things,
    number_words,
    sin,
    sin_after,
    sin_before,
    sin_cues,
    sin_number,
    sin_other_labels,
    sin_other_numbers,
    sin_words,
)
from recognizers.cues import CueTable

PAGES = [Path(__file__).parent / name for name in ("widget.md", "fr/widget.md")]
TABLES = FOLDER / "tables.js"
#: JavaScript's name: the pattern's place on the server.
PATTERNS: dict[str, tuple[ModuleType, str]] = {
    "MIXED": (date_forms, "_MIXED"),
    "SENTENCE": (sin_after, "_SENTENCE"),
    "SIN_OTHER": (sin_other_labels, "OTHER_NUMBER"),
    "SIN_CALLED": (sin_other_numbers, "_CALLED"),
    "SIN_QUANTITY": (sin_number, "_AFTER"),
    "SIN_MISSING": (sin_cues, "NO_LABEL"),
    "SIN_LINK": (sin_before, "AFTER_LINK"),
    "SIN_ASKED": (sin_cues, "_ASKED"),
    "SIN_OWN": (sin_cues, "_OWN"),
    "SIN_NOT_NAME": (sin_cues, "_CONTEXT_VETO"),
    "SIN_ANOTHERS": (sin_after, "_ANOTHERS"),
    "SIN_NOTHING_AFTER": (sin, "_NOTHING_AFTER"),
    "NAM_OTHER": (nam_things, "OTHER_LABEL"),
    "NAM_CARD": (nam_things, "_CARD"),
    "OTHER_EVENT": (birth_vetoes, "OTHER_EVENT"),
    "BIRTH_NOT_BEFORE": (birth_vetoes, "NOT_A_CUE_BEFORE"),
    "BIRTH_NOT_AFTER": (birth_vetoes, "NOT_A_CUE_AFTER"),
    "BIRTH_THING_AFTER": (birth_vetoes, "THING_AFTER"),
    "BIRTH_WHOSE_DAY": (birth_of_somebody, "_WHOSE_DAY"),
    "BIRTH_OF_THING": (birth_vetoes, "THING_IS_BORN"),
    "BIRTH_SENTENCE_END": (birth_of_somebody, "_SENTENCE_END"),
    "BIRTH_DATED": (birth_cues, "_DATE_BEFORE"),
    "BIRTH_RIGHT": (birth_words_after, "RIGHT_CUE"),
    "BIRTH_RIGHT_VERB": (birth_words_after, "RIGHT_VERB"),
    "BIRTH_ANSWER": (birth_answers, "_ANSWER"),
    "BIRTH_PERIOD": (birth_unbound, "_BOUND_BEFORE"),
    "BIRTH_PERIOD_AFTER": (birth_unbound, "_BOUND_AFTER"),
    "BIRTH_CLAUSE": (birth_unbound, "_NEW_CLAUSE"),
    "BIRTH_CONJUNCTION": (birth_unbound, "_CONJUNCTION"),
    "BIRTH_DONE": (birth_unbound, "_DONE_TO_IT"),
    "BIRTH_TIGHT": (birth_unbound, "_TIGHT"),
    "BIRTH_LEADS_ON": (birth_binding, "_LEADS_ON"),
    "BIRTH_LINE_OPENING": (birth_binding, "_LINE_OPENING"),
    "BIRTH_ITEM": (birth_cues, "_ITEM"),
    "BIRTH_FILE_AFTER": (birth_unbound, "_FILE_AFTER"),
    "BIRTH_TOLD": (birth_unbound, "_TOLD"),
    "WEEKDAY": (date_forms, "_WEEKDAY"),
    "BIRTH_OTHER_CLAUSE": (birth_list, "_CLAUSE"),
    "BIRTH_EXAMPLE": (birth_vetoes, "EXAMPLE"),
    "BLANK": (birth_unbound, "_BLANK"),
    "MISSING": (birth_unbound, "MISSING"),
    "LIFE_AFTER": (biography, "_LIFE_AFTER"),
    "LIFE_IS_A": (biography, "_IS_A"),
    "LIFE_FAMOUS": (biography, "_FAMOUS_AFTER"),
    "LIFE_BEFORE": (biography, "_LIFE_BEFORE"),
    "LIFE_OWN": (biography, "_PERSONAL"),
}
#: Those that the server matches from where they begin (`re.match`).
ANCHORED = frozenset(
    """SIN_CALLED SIN_QUANTITY SIN_LINK SIN_ASKED SIN_NOTHING_AFTER BIRTH_ANSWER BIRTH_PERIOD_AFTER BIRTH_TIGHT
    BIRTH_LINE_OPENING BIRTH_FILE_AFTER""".split()
)
#: Those that are looked for all over a text.
REPEATED = {"MIXED"}
#: What stands in many patterns is written once.
SHARED = {
    "THING": birth_vetoes._THING,
    "ANIMAL": birth_vetoes._ANIMAL,
    "WHO": birth_vetoes._WHO,
    "SOMEBODY": birth_forms.SOMEBODY,
    "MONTH": date_forms.MONTH,
}
FORMS = ("spacedyear", "spacedday", "wordy", "monthfirst", "yearfirst", "ymd", "dmy", "eight", "halves")
_POSSESSIVE = re.compile(r"(?<!\\)[*+?}]\+|\(\?[>ia]")


def source(pattern: str) -> str:
    """A pattern as JavaScript writes it, within a template string. Raises ValueError for what it cannot say."""
    if _POSSESSIVE.search(pattern):
        raise ValueError("a possessive pattern has no counterpart in JavaScript")
    pattern = pattern.replace(r"\Z", "$").replace("\\", "\\\\").replace("`", "\\`")
    for name, shared in SHARED.items():
        pattern = pattern.replace(shared.replace("\\", "\\\\"), f"${{{name}}}")
    return pattern


def rows(table: CueTable, kind: str) -> str:
    """The cues of one kind as one pattern."""
    return "|".join(
        f"(?:{row.written_before}){row.written}" if row.written_before else row.written
        for row in table._rows
        if row.kind == kind
    )


def lines() -> Iterable[str]:
    """The file."""
    yield "// Made by docs/make_widget.py from the recognizers' own tables: words and patterns that browser and server share."
    yield ""
    for name, shared in SHARED.items():
        yield f"const {name} = `{shared.replace(chr(92), chr(92) * 2)}`;"
    for name, (module, attribute) in PATTERNS.items():
        pattern = source(getattr(module, attribute).pattern)
        anchor = f"^(?:{pattern})" if name in ANCHORED else pattern
        flags = ', "g"' if name in REPEATED else ""
        yield f"const {name} = new RegExp(`{anchor}`{flags});"
    for name, kind in (("SIN_CUE", "cue"), ("SIN_NAME", "name")):
        yield f'const {name} = new RegExp(`{source(rows(sin_words.CUES, kind))}`, "g");'
    yield "const BIRTH_CUES = {"
    for kind in ("label", "birth", "anniversary", "verb", "ending"):
        yield f"  {kind}: `{source(rows(birth_words.CUES, kind))}`,"
    yield "};"
    yield f"const BIRTH_FIRST = `{source(birth_cues._AT_START.pattern)}`;"
    yield f'const BIRTH_CHILDREN = new RegExp(`{source(rows(birth_family.LISTED_CHILDREN, "children"))}`, "g");'
    yield f'const BIRTH_LINKING = "{" ".join(sorted(birth_binding._LINKING))}".split(" ");'
    yield f'const NAM_THINGS = "{" ".join(sorted(nam_things.THINGS))}".split(" ");'
    yield f'const BIRTH_LINKS = "{" ".join(sorted(birth_list._LINKS))}".split(" ");'
    forms = dict(date_forms._FORMS)
    yield "const DATE_SOURCES = {"
    for form in FORMS:
        yield f"  {form}: `{source(forms[form])}`,"
    yield "};"
    trusted = " ".join(sorted(nam_prefixes.LOW_TRUST | nam_prefixes._WORDS))
    yield f'const NAM_LOW_TRUST = "{trusted}".split(" ");'
    yield f"const NUMBERS = Object.entries({json.dumps(number_words._VALUES)});"
    yield f"const LABEL_WORDS = {json.dumps(misspelt._LABEL_WORDS)};"
    yield f"const REAL_WORDS = {json.dumps(sorted(misspelt._REAL_WORDS))};"


def tables() -> str:
    """What tables.js holds."""
    return "\n".join(lines()) + "\n"


def main() -> None:
    """Write them."""
    TABLES.write_text(tables(), encoding="utf-8")
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for name in ("ecluse.js", "ecluse.css"):
            hashed = integrity(served(name))
            text = re.sub(rf'({re.escape(name)}" integrity=")[^"]*', rf"\g<1>{hashed}", text)
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
