"""Writes vectors.json, on which browser and server must agree: `python -m tests.http.widget.make_vectors`.

Each vector is a text with invented values and what is found in it: [type, start, end] in UTF-16 offsets. `browser: false`
marks what the widget leaves to the server, with the reason.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.detection.people import Person, person
from benchmarks.detection.writing import date_in_words, in_words

FILE = Path(__file__).with_name("vectors.json")
TYPES = {"nam": "CA_QC_NAM", "sin": "CA_SIN", "dob": "DATE_OF_BIRTH"}
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
FOUND = (
    "Mon numéro d'assurance maladie est le {nam:card}.",
    "NAM : {nam:tight}",
    "nam {nam:lower}",
    "Bonjour, ma carte soleil {nam:dashes} est expirée",
    "My health insurance number is {nam:card}, thanks",
    "RAMQ card {nam:dots}",
    "{nam:card}",
    "Voici: {nam:tight}, merci!",
    "🙂 mon NAM : {nam:card} 🙂",
    "NAM: {nam:fullwidth}",
    "Mon nam est {nam:nbsp}",
    "NAM {nam:pairs}",
    "Mon NAS est {sin:spaces}",
    "numéro d'assurance sociale : {sin:dashes}",
    "My SIN is {sin:tight}.",
    "Social insurance number: {sin:spaces}",
    "n.a.s. {sin:spaces}",
    "{sin:spaces} est mon NAS",
    "mon NAS : {sin:arabic}",
    "Date de naissance : {dob:iso}",
    "DDN {dob:slashes}",
    "Je suis née le {dob:fr} à Québec.",
    "ddn: {dob:iso}",
    "My date of birth is {dob:en}.",
    "I was born on {dob:en}",
    "DOB: {dob:slashes}",
    "né le {dob:fr}",
    "Nom : Tremblay\nDate de naissance : {dob:iso}\nNAM : {nam:card}",
    "NAS {sin:spaces}, NAM {nam:card}, DDN {dob:iso}",
    "NAS\n{sin:tight}\n{sin:dashes}",
    "Date de naissance\n{dob:iso}\n{dob:fr}",
    "Nom,DDN,NAS\nA. Roy,{dob:iso},{sin:tight}\nB. Roy,{dob:slashes},{sin:spaces}",
    "Name\tSIN\tDate of birth\nA. Roy\t{sin:dashes}\t{dob:en}",
    "SIN | DOB\n{sin:tight} | {dob:iso}",
    "Voici : {nam:card}, {dob:iso}.",
    "{dob:slashes} is my date of birth",
    "{dob:iso}, ma date de naissance",
    "Nés le {dob:fr} et le {dob:fr}.",
    "born on {dob:en} and {dob:en}",
    "ddn : {dob:compact}",
    "NAM {nam:wrapped}",
    "Mon NAS est {sin:entities}",
    "NAM {nam:looks}",
    "Mon NAM : {nam:linked}",
    "My SIN is {sin:looks}",
    "mon numero d'asurance social {sin:spaces}",
    "social_insurance_number: {sin:dashes}",
    "my social is {sin:spaces}",
    "Mon NAS est le {sin:linked}, merci",
    "Mon NAS : {sin:words}.",
    "Mon NAS est le {sin:invisible}",
    "mon NAS {sin:singly}",
    "NAS\t{sin:tight}",
    "Assurance sociale{sin:tight}",
    "Mon NAS : {sin:spaces}, celui de ma femme : {sin:dashes}",
    "Our SINs are {sin:spaces} and {sin:dashes}",
    "Voici les infos :\nA. Roy\n{nam:card}\n{sin:spaces}",
    "<table><tr><th>Nom</th><th>NAS</th></tr><tr><td>A. Roy</td><td>{sin:spaces}</td></tr></table>",
    "né le {dob:words}",
    "My birth date is {dob:wordsen}.",
    "bday {dob:slashes}",
    "Naissance={dob:slashes}",
    "birth_date: {dob:iso}",
    "date of birt: {dob:en}",
    "Elle est née à l'hôpital Sainte-Justine le {dob:fr}.",
    "My husband was born in France on {dob:iso}, he just landed.",
    "Le {dob:fr}, je suis né à Chicoutimi.",
    "On {dob:en} I was born in Montreal General Hospital",
    "Our dates of birth are {dob:iso} and {dob:en}",
    "Enfant 1 : Zoé Roy, {dob:iso}\nEnfant 2 : Noah Roy, {dob:fr}",
    "Dates de naissance :\n- Zoé Roy : {dob:iso}\n- Noah Roy : {dob:slashes}",
    "My son ({dob:en}) needs a card.",
    "pr info ma dte de naiss: {dob:looks}",
    "né le {dob:wrapped}",
    "Prénom et nom\nD.D.N.\nAssurance sociale\nZoé Roy\n{dob:iso}\n{sin:tight}",
    'Nom,Date de naissance,NAS\n"Zoé\nRoy",{dob:fr},"{sin:broken}"',
)
CLEAN = (
    "Bonjour, quand ma demande sera-t-elle traitée?",
    "Mon dossier est le 4471-22 et j'ai appelé au 418 555-0142.",
    "La facture FACT 2026 0412 de 1 254,75 $ est payée.",
    "Rendez-vous le 12 mars 2026 à 13 h 30.",
    "Invoice 123 456 789 was paid on 2026-02-17.",
    "No de dossier : {sin:spaces}",
    "Téléphone : {sin:spaces}",
    "Date d'inscription : {dob:iso}",
    "J'ai déménagé le {dob:fr}.",
    "La loi est en vigueur depuis le 22 septembre 2022.",
    "MARS 2012 0315",
    "Il ne le savait pas le 3 mai 2019.",
    "My son will be there on Monday the 4th.",
    "Commande no 1234567890, colis 9876543210",
    "NEQ 1144556677",
    "Version 2.4.1, build 20240115",
    "Date de naissance :",
    "Mon NAM : à venir",
    "ABCD 1234 5678",
    "The meeting was on April 12, 1985 in Ottawa.",
    "Date d'inscription,Montant\n{dob:iso},12,50",
    "Commande\n{sin:tight}\n{sin:tight}",
    "Leave from {dob:compact} to {dob:compact}",
    "Meetings on {dob:en} and {dob:en}",
    "{dob:iso} est la date de la visite",
    "I was born in France and I arrived here on {dob:iso}.",
    "Enfants nés après le {dob:fr} : voir la page 3.",
    "Our company was born on {dob:en} in a garage.",
    "The date of birth field was missing in your message of {dob:iso}.",
    "DOB: n/a. Admitted {dob:iso}",
    "Date of birth (e.g. 1985-04-12)",
    "J'ai demandé de corriger ma date de naissance le {dob:fr}.",
    "Votre NAS est requis. Référence {sin:tight}.",
    "S/N: {nam:tight}",
    "Félix Leclerc, né le 2 août 1914 à La Tuque, est un poète.",
    "un deux trois quatre cinq six sept huit neuf",
    "L'organisme a vu le jour le {dob:iso}.",
)
SERVER_ONLY = (
    (
        "Roy, Marie, F, 1962-08-28\nRoy, Jean, M, 1960-02-21",
        "lists of people",
        [["DATE_OF_BIRTH", 15, 25], ["DATE_OF_BIRTH", 40, 50]],
    ),
    ("Ginette Roy, 41 ans (1985-04-12)", "an age that fits", [["DATE_OF_BIRTH", 21, 31]]),
)


def _nam(who: Person, style: str) -> str:
    groups = who.nam[:4], who.nam[4:8], who.nam[8:]
    match style:
        case "tight":
            return who.nam
        case "lower":
            return " ".join(groups).lower()
        case "wrapped":
            return f"{groups[0]}-{groups[1]}-\n> {groups[2]}"
        case "dashes":
            return "-".join(groups)
        case "looks":
            return " ".join((groups[0], *(group.replace("0", "O").replace("1", "l") for group in groups[1:])))
        case "linked":
            return " puis ".join(groups)
        case "dots":
            return ".".join(groups)
        case "nbsp":
            return "\u00a0".join(groups)
        case "pairs":
            return " ".join((who.nam[:4], who.nam[4:6], who.nam[6:8], who.nam[8:10], who.nam[10:]))
        case "fullwidth":
            return "".join(chr(ord(char) + 0xFEE0) for char in who.nam)
    return " ".join(groups)


def _sin(who: Person, style: str) -> str:
    groups = who.sin[:3], who.sin[3:6], who.sin[6:]
    match style:
        case "tight":
            return who.sin
        case "entities":
            return f"&#{ord(who.sin[0])};{who.sin[1:3]}&nbsp;{groups[1]}&nbsp;{groups[2]}"
        case "arabic":
            return " ".join(groups).translate({48 + digit: 0x660 + digit for digit in range(10)})
        case "looks":
            return " ".join((groups[0], *(group.replace("0", "O").replace("1", "l") for group in groups[1:])))
        case "linked":
            return " puis ".join(groups)
        case "words":
            return " ".join(in_words(int(digit), "fr") for digit in who.sin)
        case "invisible":
            return "\u200b".join(who.sin)
        case "singly":
            return " ".join(who.sin)
        case "broken":
            return f"{groups[0]}\n{groups[1]} {groups[2]}"
    return ("-" if style == "dashes" else " ").join(groups)


def _dob(who: Person, style: str) -> str:
    day = who.birth
    match style:
        case "compact":
            return f"{day:%Y%m%d}"
        case "words":
            return date_in_words(day, "fr")
        case "wordsen":
            return date_in_words(day, "en")
        case "looks":
            return f"{day:%Y}-{f'{day:%m-%d}'.replace('0', 'O').replace('1', 'l')}"
        case "wrapped":
            return f"{day:%d}/{day:%m}/\n> {day:%Y}"
        case "slashes":
            return f"{day.day:02}/{day.month:02}/{day.year}"
        case "fr":
            return f"{day.day} {MONTHS['fr'][day.month - 1]} {day.year}"
        case "en":
            return f"{MONTHS['en'][day.month - 1]} {day.day}, {day.year}"
    return day.isoformat()


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def fill(template: str, who: Person, *, found: bool) -> dict[str, Any]:
    """The vector of one template and one invented person."""
    text, finds = "", []
    for number, piece in enumerate(template.replace("{", "\0{").replace("}", "\0").split("\0")):
        if number % 2 == 0 or not piece.startswith("{"):
            text += piece
            continue
        kind, _, style = piece[1:].partition(":")
        value = {"nam": _nam, "sin": _sin, "dob": _dob}[kind](who, style)
        if found:
            finds.append([TYPES[kind], units(text), units(text + value)])
        text += value
    return {"text": text, "finds": finds, "browser": True}


def vectors() -> Iterator[dict[str, Any]]:
    """All of them, always the same."""
    rng = random.Random(20261124)
    for template in FOUND:
        for _ in range(4):
            yield fill(template, person(rng), found=True)
    for template in CLEAN:
        for _ in range(4 if "{" in template else 1):
            yield fill(template, person(rng), found=False)
    for text, why, finds in SERVER_ONLY:
        yield {"text": text, "finds": finds, "browser": False, "why": why}


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in vectors())
    FILE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
