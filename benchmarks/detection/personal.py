"""Makes labelled feedback comments with personal information of invented people, written in every way.

    python -m benchmarks.detection.personal --split test --count 2000 --seed 1 > comments.jsonl

Same lines as `generate`. Values are drawn apart from the templates, and the names here are not taken from the lists that
the recognizer knows: some are in them, some are not, as in life.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Callable, Iterator

from benchmarks.detection import writing
from benchmarks.detection.feedback import CLEAN, PERSONAL
from benchmarks.detection.people import GIVEN, SURNAMES
from recognizers.luhn import luhn

Message = dict[str, object]
STYLES = ("usual", "usual", "lower case", "no accents", "capitals")
ENTITIES = {
    "full": "PERSON",
    "given": "PERSON",
    "surname": "PERSON",
    "street": "STREET_ADDRESS",
    "postal": "CA_POSTAL_CODE",
    "phone": "PHONE_NUMBER",
    "email": "EMAIL_ADDRESS",
    "card": "CREDIT_CARD",
    "account": "CA_BANK_ACCOUNT",
    "practitioner": "CA_QC_PRACTITIONER_NUMBER",
    "ip": "IP_ADDRESS",
    "condition": "HEALTH_INFORMATION",
    "decondition": "HEALTH_INFORMATION",
    "drug": "HEALTH_INFORMATION",
}
_SLOT = re.compile(r"\{([a-z]+)\}")
_MORE_GIVEN = (
    "Gwenaël Maïté Eliott Philémon Solveig Anne-Sophie Marie-Claude Jean-Guy Pierre-Luc Louis-Philippe Tiago Ximena Kwame Nour"
    " Rosaline Fleurange Aurélie Éloïse Ghyslain Réjeanne Conrad Thérèse Normand Jacinthe Maxime Shawn Brittany Trevor Meghan"
).split()
_MORE_SURNAMES = (
    "Dagenais Charest Gariépy Ladouceur Massicotte Cousineau Bordeleau Groulx Chiasson Deslauriers Desautels Laverdière Choinière"
    " Hogue Kobylinski Abgrall Zappa Ndiaye Okonkwo Petrovic Lindqvist Vandermeer Ashcroft Whitaker Pemberton Castellanos Barakat"
).split()
_STREETS = {
    "fr": (
        "12-345, boul. Saint-Joseph Est, app. 4",
        "1250, rue des Érables",
        "45 rue Notre-Dame Ouest",
        "8890, avenue de l'Esplanade, app. 12",
        "3, chemin du Lac-Vert",
        "221B, rue Principale",
        "77 rang Saint-Antoine",
        "1018 boul Laurier",
        "560, 3e Avenue",
        "2345 rue Cartier app 3",
        "415, montée Sainte-Marie",
        "19, place d'Youville",
        "6100, av. du Parc",
        "C.P. 455, succ. Centre-ville",
        "1403 rte 138",
    ),
    "en": (
        "1234 Sherbrooke Street West",
        "45 Maple Avenue, Apt. 7",
        "88 King St. East",
        "9 Lakeshore Road",
        "1600 Dorchester Blvd, Suite 200",
        "27 Elm Crescent",
        "310 Main Street, apt 5",
        "P.O. Box 332",
        "4015 St. Catherine Street",
        "Apt 4-123 Victoria Avenue",
        "72 Oak Drive",
    ),
}
_CONDITIONS = {
    "fr": (
        "le diabète",
        "la maladie de Crohn",
        "un cancer du sein",
        "l'épilepsie",
        "une dépression",
        "la sclérose en plaques",
        "de l'asthme",
        "un TDAH",
        "la maladie de Parkinson",
        "l'hépatite C",
    ),
    "en": (
        "diabetes",
        "Crohn's disease",
        "breast cancer",
        "epilepsy",
        "depression",
        "multiple sclerosis",
        "asthma",
        "ADHD",
        "Parkinson's disease",
        "hepatitis C",
    ),
}
_OF_CONDITIONS = (
    "de diabète",
    "d'Alzheimer",
    "d'arthrite",
    "d'un cancer du poumon",
    "de démence",
    "d'insuffisance rénale",
)
_DRUGS = {
    "fr": (
        "du Synthroid",
        "de la metformine",
        "de l'Ozempic",
        "du Ritalin",
        "du Seroquel",
        "des antidépresseurs",
    ),
    "en": ("Synthroid", "metformin", "Ozempic", "Ritalin", "Seroquel", "antidepressants"),
}
_ARTICLE = re.compile(r"^(?:le |la |l'|une? |des |du |de la |de l'|de |d'un |d'une |d')")


def _name(kind: str, _lang: str, rng: random.Random) -> str:
    given, surname = rng.choice((*GIVEN, *_MORE_GIVEN)), rng.choice((*SURNAMES, *_MORE_SURNAMES))
    return {"full": f"{given} {surname}", "given": given, "surname": surname}[kind]


def _phone(rng: random.Random) -> str:
    area = rng.choice(("418", "514", "819", "450", "581", "438", "613"))
    middle, last = f"{rng.randrange(200, 999)}", f"{rng.randrange(0, 9999):04}"
    if middle.endswith("11"):
        middle = "555"
    return rng.choice(
        (
            f"{area} {middle}-{last}",
            f"({area}) {middle}-{last}",
            f"{area}-{middle}-{last}",
            f"{area}{middle}{last}",
            f"{area}.{middle}.{last}",
            f"1 {area} {middle} {last}",
            f"+1 {area} {middle} {last}",
            f"{area} {middle}-{last} poste {rng.randrange(10, 9999)}",
        )
    )


def _postal(rng: random.Random) -> str:
    letters, last = "ABCEGHJKLMNPRSTVXYZ", "ABCEGHJKLMNPRSTVWXYZ"
    code = (
        rng.choice("GHJ"),
        rng.randrange(10),
        rng.choice(letters),
        rng.randrange(10),
        rng.choice(last),
        rng.randrange(10),
    )
    return "{}{}{}{}{}{}{}".format(*code[:3], rng.choice((" ", " ", "", "-")), *code[3:])


def _card(rng: random.Random) -> str:
    head = rng.choice(("4", "51", "54"))
    body = head + "".join(rng.choice("0123456789") for _ in range(15 - len(head)))
    digits = next(body + last for last in "0123456789" if luhn(body + last))
    return rng.choice(
        (
            digits,
            " ".join(digits[at : at + 4] for at in range(0, 16, 4)),
            "-".join(digits[at : at + 4] for at in range(0, 16, 4)),
        )
    )


def _account(rng: random.Random) -> str:
    institution = rng.choice(("815", "006", "001", "003", "004", "010"))
    return f"{rng.randrange(10000, 99999)}-{institution}-{rng.randrange(1000000, 9999999)}"


def _email(lang: str, rng: random.Random) -> str:
    given, surname = (
        writing.strip_accents(_name(kind, lang, rng)).lower().replace("'", "")
        for kind in ("given", "surname")
    )
    host = rng.choice(
        ("gmail.com", "hotmail.com", "videotron.ca", "outlook.com", "bell.net", "entreprise-abc.qc.ca")
    )
    return rng.choice(
        (
            f"{given}.{surname}@{host}",
            f"{given[0]}{surname}{rng.randrange(100)}@{host}",
            f"{surname}_{given}@{host}",
        )
    )


_VALUES: dict[str, Callable[[str, random.Random], str]] = {
    "street": lambda lang, rng: rng.choice(_STREETS[lang]),
    "postal": lambda lang, rng: _postal(rng),
    "phone": lambda lang, rng: _phone(rng),
    "email": _email,
    "card": lambda lang, rng: _card(rng),
    "account": lambda lang, rng: _account(rng),
    "practitioner": lambda lang, rng: f"1{rng.randrange(100000, 999999)}",
    "ip": lambda lang, rng: ".".join(str(rng.randrange(20, 120)) for _ in range(4)),
    "condition": lambda lang, rng: rng.choice(_CONDITIONS[lang]),
    "decondition": lambda lang, rng: rng.choice(_OF_CONDITIONS),
    "drug": lambda lang, rng: rng.choice(_DRUGS[lang]),
}


def styled(text: str, style: str) -> str:
    """The text as somebody in a hurry, without accents or with the capitals locked writes it."""
    if style == "lower case":
        return writing.strip_accents(text).lower()
    if style == "no accents":
        return writing.strip_accents(text)
    return text.upper() if style == "capitals" else text


def comment(template: str, lang: str, style: str, rng: random.Random) -> Message:
    """One comment with its labels."""
    text, entities, position = "", [], 0
    for slot in _SLOT.finditer(template):
        text += styled(template[position : slot.start()], style)
        kind = slot[1]
        value = styled(_VALUES[kind](lang, rng) if kind in _VALUES else _name(kind, lang, rng), style)
        article = _ARTICLE.match(value.lower()) if ENTITIES[kind] == "HEALTH_INFORMATION" else None
        start = len(text) + (article.end() if article else 0)
        text += value
        entities.append({"type": ENTITIES[kind], "start": start, "end": len(text)})
        position = slot.end()
    text += styled(template[position:], style)
    return {"text": text, "lang": lang, "style": style, "entities": _joined(text, entities)}


def _joined(text: str, entities: list[dict[str, object]]) -> list[dict[str, object]]:
    """ "{given} {surname}" is one name."""
    merged: list[dict[str, object]] = []
    for entity in entities:
        last = merged[-1] if merged else None
        if last and entity["type"] == last["type"] == "PERSON" and text[last["end"] : entity["start"]] == " ":  # type: ignore[misc]
            last["end"] = entity["end"]
        else:
            merged.append(entity)
    return merged


def comments(split: str, count: int, seed: int) -> Iterator[Message]:
    """`count` labelled comments, then as many clean ones as there are templates and styles."""
    rng = random.Random(f"{split}-{seed}")
    for number in range(count):
        lang = ("fr", "en")[number % 2]
        templates = PERSONAL[split, lang]
        yield comment(templates[number // 2 % len(templates)], lang, rng.choice(STYLES), rng)
    for lang in ("fr", "en"):
        for template in CLEAN[split, lang]:
            for style in dict.fromkeys(STYLES):
                yield comment(template, lang, style, rng)


def main() -> None:
    """Print comments as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--split", choices=("train", "test"), default="train")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for one in comments(options.split, options.count, options.seed):
        sys.stdout.write(json.dumps(one, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
