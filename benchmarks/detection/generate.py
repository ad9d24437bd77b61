"""Makes labelled messages with identity data of invented people, written in every way.

    python -m benchmarks.detection.generate --split test --count 2000 --seed 1 > messages.jsonl

One JSON object a line: {"text", "lang", "style", "entities": [{"type", "start", "end"}]}; "entities" is empty for the
clean ones. Train and test share no template.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from datetime import timedelta

from benchmarks.detection import writing
from benchmarks.detection.mixed import GIVEN as IDENTITY_SENTENCES
from benchmarks.detection.mixed import REST, TRAPS
from benchmarks.detection.people import GIVEN, TODAY, Person, person
from benchmarks.detection.templates import CLEAN, LABELS, PROSE

ENTITIES = {"nam": "CA_QC_NAM", "sin": "CA_SIN", "dob": "DATE_OF_BIRTH"}
_SLOT = re.compile(r"\{([a-z]+?)([23]?)\}")
Message = dict[str, object]

#: How an identifier is written, beside the noises of `writing.NOISE`.
STYLES = (
    "usual",
    "usual",
    "compact",
    "lower case",
    "pairs",
    "odd separators",
    "one by one",
    "words",
    "alphabet",
    "linked",
    *writing.NOISE,
)
LAYOUTS = (
    "glued labels",
    "label lines",
    "labels above values",
    "pipes",
    "tabs",
    "csv",
    "cells over lines",
    "semicolons",
    "columns",
    "html cells",
)


MARKS = {
    "pipes": " | ",
    "tabs": "\t",
    "csv": ",",
    "cells over lines": ",",
    "semicolons": ";",
    "columns": "   ",
}


class Builder:
    """A text that grows, and where the values in it stand."""

    def __init__(self) -> None:
        self.text = ""
        self.entities: list[dict[str, object]] = []

    def add(self, piece: str, kind: str = "") -> None:
        """Appends `piece`, remembered as an entity when `kind` is one."""
        if kind in ENTITIES:
            self.entities.append(
                {"type": ENTITIES[kind], "start": len(self.text), "end": len(self.text) + len(piece)}
            )
        self.text += piece

    def message(self, lang: str, style: str) -> Message:
        """The finished message."""
        return {"text": self.text, "lang": lang, "style": style, "entities": self.entities}


def write(kind: str, who: Person, style: str, lang: str, rng: random.Random) -> str:
    """One value in one style."""
    if kind == "dob":
        return _write_date(who, style, lang, rng)
    value = who.nam if kind == "nam" else who.sin
    groups = writing.nam_groups(value) if kind == "nam" else writing.sin_groups(value)
    if style in writing.NOISE:
        mark = rng.choice((" ", " ", "-")) if style == "wrapped" else rng.choice((" ", "-", ""))
        return writing.NOISE[style](mark.join(groups), rng)
    if style == "compact":
        return value
    if style == "lower case":
        return " ".join(groups).lower()
    if style == "pairs":
        return rng.choice((" ", "-", " ")).join(writing.pairs(value, 4 if kind == "nam" else 1))
    if style == "odd separators":
        return rng.choice((".", "/", "_", " - ", "*", ", ", " . ", "  ")).join(groups)
    if style == "one by one":
        return rng.choice((" ", "-", ".")).join(value)
    if style == "words":
        return _digits_in_words(value, kind, lang, rng)
    if style == "linked":
        return writing.linked(groups, lang, rng)
    if style == "alphabet" and kind == "nam":
        return _spelled(value, lang, rng)
    return " ".join(groups) if kind == "nam" else rng.choice((" ", " ", "-")).join(groups)


def _digits_in_words(value: str, kind: str, lang: str, rng: random.Random) -> str:
    head, digits = (value[:4] + " ", value[4:]) if kind == "nam" else ("", value)
    if not digits.isdigit():
        return " ".join(writing.nam_groups(value))
    if kind == "sin" or rng.random() < 0.5:
        return head + rng.choice((" ", " ", ", ")).join(
            writing.in_words(int(digit), lang) for digit in digits
        )
    numbers = []
    for pair in (digits[i : i + 2] for i in range(0, 8, 2)):
        numbers += (
            [writing.in_words(0, lang), writing.in_words(int(pair[1]), lang)]
            if pair[0] == "0"
            else [writing.in_words(int(pair), lang)]
        )
    return head + " ".join(numbers)


def _spelled(value: str, lang: str, rng: random.Random) -> str:
    link = "comme" if lang == "fr" else "as in"
    names = {name[0]: name for name in rng.sample(GIVEN, len(GIVEN)) if name.isalpha() and name.isascii()}
    letters = ", ".join(f"{char} {link} {names.get(char, char + 'alma')}" for char in value[:4])
    return f"{letters}, {value[4:8]} {value[8:]}"


def _write_date(who: Person, style: str, lang: str, rng: random.Random) -> str:
    day = who.birth
    if style == "words":
        return writing.date_in_words(day, lang)
    if style == "odd separators":
        mark = rng.choice((" - ", " / ", "*", ". ", "_", ", "))
        return mark.join(
            rng.choice(((f"{day:%Y}", f"{day:%m}", f"{day:%d}"), (f"{day:%d}", f"{day:%m}", f"{day:%Y}")))
        )
    if style in writing.NOISE:
        figures = rng.choice(
            (
                f"{day:%Y-%m-%d}",
                f"{day:%d/%m/%Y}",
                f"{day.day} {writing.MONTHS_FR[day.month - 1]} {day.year}",
                f"{day:%Y %m %d}",
            )
        )
        return writing.NOISE[style](figures, rng)
    if style == "compact":
        return rng.choice((f"{day:%Y%m%d}", f"{day:%d%m%Y}"))
    text = writing.plain_date(day, lang, rng)
    return text.lower() if style == "lower case" else text


def prose(split: str, lang: str, style: str, rng: random.Random) -> Message:
    """A message in sentences with every value in one style."""
    template = rng.choice(PROSE[split, lang])
    if style == "lower case":
        template = writing.strip_accents(template).lower()
    builder = Builder()
    _fill(builder, template, style, lang, rng)
    return builder.message(lang, style)


def _fill(builder: Builder, template: str, style: str, lang: str, rng: random.Random) -> None:
    """Adds a template with the values of its people."""
    people = [person(rng) for _ in range(3)]
    position = 0
    for slot in _SLOT.finditer(template):
        builder.add(template[position : slot.start()])
        kind, who = slot[1], people[int(slot[2] or 1) - 1]
        if kind in ENTITIES:
            builder.add(write(kind, who, style, lang, rng), kind)
        else:
            builder.add(
                {
                    "name": f"{who.given} {who.surname}",
                    "given": who.given,
                    "surname": who.surname,
                    "sex": who.sex,
                }[kind]
            )
        position = slot.end()
    builder.add(template[position:])


def mixed(split: str, lang: str, rng: random.Random) -> Message:
    """Identity data, traps and small talk in one message, in any order, both languages in one of four."""
    other = rng.choice((lang, lang, lang, "en" if lang == "fr" else "fr"))
    parts = [("given", lang), ("given", other), ("trap", other), ("trap", lang), ("rest", lang)]
    rng.shuffle(parts)
    builder = Builder()
    for part, language in parts[: rng.randrange(3, 6)]:
        if part == "given":
            _fill(builder, rng.choice(IDENTITY_SENTENCES[split, language]), "usual", language, rng)
        elif part == "trap":
            builder.add(_other_values(rng.choice(TRAPS[split, language]), language, rng))
        else:
            builder.add(rng.choice(REST[language]))
        builder.add(rng.choice(("\n", "\n\n")))
    return builder.message(lang, "mixed")


def layout(split: str, lang: str, kind_of: str, rng: random.Random) -> Message:
    """A form, a list or a table."""
    kinds = rng.choice(
        (
            ["name", "nam", "dob"],
            ["nam", "sin", "dob"],
            ["name", "dob", "sin"],
            ["dob", "nam"],
            ["sin"],
            ["nam"],
            ["dob"],
        )
    )
    labels = {kind: rng.choice(LABELS[split, lang, kind]) for kind in kinds}
    rows = [person(rng) for _ in range(rng.randrange(1, 4))]
    builder = Builder()
    builder.add(
        rng.choice(("Bonjour,\n\n", "", "Voici :\n") if lang == "fr" else ("Hello,\n\n", "", "Here it is:\n"))
    )
    cells = {id(who): {kind: _cell(kind, who, lang, rng) for kind in kinds} for who in rows}
    if kind_of == "glued labels":
        for kind in kinds:
            builder.add(f"{labels[kind]}{rng.choice((':', '', '#', '=')) if kind != 'name' else ': '}")
            builder.add(
                cells[id(rows[0])][kind].replace(" ", "") if kind == "sin" else cells[id(rows[0])][kind], kind
            )
            builder.add(rng.choice((" ", "\n", ", ")))
    elif kind_of == "label lines":
        for kind in kinds:
            builder.add(f"{labels[kind]}{rng.choice((' :', ':', ''))}\n")
            builder.add(cells[id(rows[0])][kind], kind)
            builder.add(rng.choice(("\n", "\n\n")))
    elif kind_of == "labels above values":
        builder.add("".join(f"{labels[kind]}\n" for kind in kinds))
        for kind in kinds:
            builder.add(cells[id(rows[0])][kind], kind)
            builder.add("\n")
    elif kind_of == "html cells":
        builder.add("<table><tr>" + "".join(f"<th>{labels[kind]}</th>" for kind in kinds) + "</tr>\n")
        for who in rows:
            builder.add("<tr>")
            for kind in kinds:
                builder.add("<td>")
                builder.add(cells[id(who)][kind], kind)
                builder.add("</td>")
            builder.add("</tr>\n")
    else:
        _table(builder, kind_of, kinds, labels, [cells[id(who)] for who in rows])
    return builder.message(lang, kind_of)


def _cell(kind: str, who: Person, lang: str, rng: random.Random) -> str:
    if kind == "name":
        return f"{who.given} {who.surname}"
    style = rng.choice(("usual", "usual", "compact")) if kind != "dob" else "usual"
    return write(kind, who, style, lang, rng)


def _table(
    builder: Builder, kind_of: str, kinds: list[str], labels: dict[str, str], rows: list[dict[str, str]]
) -> None:
    mark = MARKS[kind_of]
    quoted = (
        (lambda cell: f'"{cell}"' if "," in cell or "\n" in cell else cell)
        if mark == ","
        else (lambda cell: cell)
    )
    builder.add(mark.join(quoted(labels[kind]) for kind in kinds) + "\n")
    for row in rows:
        for index, kind in enumerate(kinds):
            builder.add(mark if index else "")
            cell = row[kind] if kind_of != "cells over lines" else row[kind].replace(" ", "\n", 1)
            builder.add('"' if quoted(cell) != cell else "")
            builder.add(cell, kind)
            builder.add('"' if quoted(cell) != cell else "")
        builder.add("\n")


def clean(split: str, lang: str, rng: random.Random) -> Message:
    """A message with numbers and dates of every other kind."""
    text = _other_values(rng.choice(CLEAN[split, lang]), lang, rng)
    return {"text": text, "lang": lang, "style": "clean", "entities": []}


def _other_values(template: str, lang: str, rng: random.Random) -> str:
    """A template with numbers and dates that identify nobody."""
    day = writing.plain_date(TODAY - timedelta(days=rng.randrange(1, 9000)), lang, rng)
    digits = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
    values = {
        name: "".join(rng.choice("123456789") for _ in range(length)) for name, length in digits.items()
    }
    values |= {
        "day": day,
        "word": rng.choice("FACT COMM DOSS PROJ REFE BILL CASE LOTE".split()),
        "hex": f"{rng.getrandbits(64):016x}",
    }
    if rng.random() < 0.5:
        values["nine"] = person(rng).sin
    return _SLOT.sub(lambda slot: values[slot[1]], template)


def messages(split: str, count: int, seed: int) -> Iterator[Message]:
    """`count` messages, a fifth of them clean; the same for the same seed."""
    rng = random.Random(f"{split}/{seed}")
    for _ in range(count):
        lang = rng.choice(("fr", "en"))
        kind = rng.choice(("clean", "prose", "prose", "layout", "mixed"))
        if kind == "clean":
            yield clean(split, lang, rng)
        elif kind == "mixed":
            yield mixed(split, lang, rng)
        elif kind == "prose":
            yield prose(split, lang, rng.choice(STYLES), rng)
        else:
            yield layout(split, lang, rng.choice(LAYOUTS), rng)


def main() -> None:
    """Writes messages to standard output."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--split", choices=("train", "test"), default="test")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for message in messages(arguments.split, arguments.count, arguments.seed):
        sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
