"""Invented mail to a public body, for measuring speed: French and English, signatures, quoted replies, figures of every
harmless kind, and identity data in one mail of seven. Sizes spread as real ones do: half under 1.3 KB, a few over 10.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from benchmarks.detection.generate import messages

SENTENCES = {
    "fr": (
        "Bonjour, je vous écris au sujet de la réunion de jeudi dans la salle du conseil.",
        "Pourriez-vous me dire si le rapport annuel a été remis à la direction ?",
        "Le comité a reçu 14 propositions et en retiendra trois avant la fin du mois.",
        "Nous avons besoin de plus de temps pour terminer la traduction du guide.",
        "J'ai téléphoné deux fois la semaine passée, mais personne n'a pu me répondre.",
        "La rencontre est reportée au 12 mars 2026, à 13 h 30, au 3e étage.",
        "Vous pouvez me joindre au 418 555-0142, poste 2207, entre 9 h et 16 h.",
        "Le montant de 1 254,75 $ a été versé le 2026-02-17 sur la facture no 2026-00418.",
        "L'article 63.8 de la Loi sur l'accès est entré en vigueur le 22 septembre 2022.",
        "Ma voisine m'a dit que le délai était de six à huit semaines, est-ce vrai ?",
        "Je joins la copie du formulaire, signée par les deux parties.",
        "Merci de votre patience et de votre compréhension.",
        "Le site affiche une erreur chaque fois que je veux changer d'adresse.",
        "Est-ce que la carte peut être envoyée à la maison de ma mère pendant les travaux ?",
        "Le dossier 4471-22 est complet depuis le mois d'octobre.",
        "On nous a remis un dépliant de douze pages, mais la page 7 manque.",
        "Il y avait environ 250 personnes à la séance d'information, dont une trentaine en ligne.",
        "La pharmacie du quartier refuse encore la nouvelle ordonnance.",
        "Je serai absent du 3 au 14 août ; ma collègue prendra le relais.",
        "Nous vous remercions de confirmer la réception de ce message.",
    ),
    "en": (
        "Please find the agenda attached; the room is booked from 9:30 to 11:00.",
        "The supplier confirmed delivery of 250 chairs to the third floor.",
        "I will be away next week and my colleague will answer your questions.",
        "Thank you for your patience while we looked into this matter.",
        "I called twice last week but nobody could tell me where the request stands.",
        "The hearing was moved to March 12, 2026, at 1:30 p.m., room 4.12.",
        "You can reach me at 514-555-0199, extension 310, before 4 o'clock.",
        "Invoice 2026-00418 for $1,254.75 was paid on 2026-02-17.",
        "Section 63.8 of the Act came into force on September 22, 2022.",
        "My neighbour says that it takes six to eight weeks; is that right?",
        "I enclose the form, signed by both parties.",
        "The web site shows an error every time I try to change my address.",
        "Could the card be sent to my mother's house during the renovation?",
        "File 4471-22 has been complete since October.",
        "They gave us a booklet of twelve pages, but page 7 is missing.",
        "About 250 people came to the information session, thirty of them online.",
        "The pharmacy around the corner still refuses the new prescription.",
        "The old version 2.4.1 no longer opens files larger than 10 MB.",
        "We would be grateful for a short confirmation.",
        "As discussed, the second draft goes to the committee on Monday.",
    ),
}
SIGNATURES = {
    "fr": "\n\nCordialement,\n\nDirection des services à la clientèle\n1125, Grande Allée Ouest\nQuébec (Québec)  G1S 1E7\n"
    "Tél. : 418 555-0100\n",
    "en": "\n\nBest regards,\n\nClient Services\n425, boul. De Maisonneuve Ouest, 4th floor\nMontréal (Québec)  H3A 3G5\n"
    "Phone: 514 555-0100\n",
}
QUOTES = {
    "fr": "\n\nLe lun. 16 févr. 2026 à 14:12, Service à la clientèle <service@exemple.qc.ca> a écrit :\n",
    "en": "\n\nOn Mon, Feb 16, 2026 at 2:12 PM, Client Services <service@example.org> wrote:\n",
}
#: Size in characters: half the mails under the first, one in ten over about 4,500, one in a hundred over 12,000.
_MEDIAN, _SPREAD = 1250, 0.98
_LARGEST = 20_000


def mails(count: int, seed: int, *, chars: int | None = None) -> Iterator[str]:
    """`count` mails, of about `chars` characters each (None: of every size); one in seven holds identity data."""
    rng = random.Random(seed)
    holding = [message["text"] for message in messages("train", 4 * count + 20, seed) if message["entities"]]
    for number in range(count):
        size = chars or min(int(rng.lognormvariate(0, _SPREAD) * _MEDIAN), _LARGEST)
        yield mail(rng, size, holding[number % len(holding)] if number % 7 == 0 else "")


def mail(rng: random.Random, chars: int, value: str = "") -> str:
    """One mail of about `chars` characters, with `value` as a paragraph of its own where it is given."""
    language = rng.choice(("fr", "fr", "en"))
    tail = SIGNATURES[language] if chars > 600 else ""
    room = chars - len(tail)
    paragraphs = _paragraphs(rng, language, room * 2 // 3 if chars > 1500 else room)
    if value:
        paragraphs.insert(rng.randrange(len(paragraphs) + 1), value)
    text = "\n\n".join(paragraphs) + tail
    if chars > 1500:
        quoted = "\n\n".join(_paragraphs(rng, language, room // 3))
        text += QUOTES[language] + "".join(f"> {line}\n" for line in quoted.splitlines())
    return text


def _paragraphs(rng: random.Random, language: str, chars: int) -> list[str]:
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < max(chars, 80):
        paragraphs.append(_wrapped(rng.choices(SENTENCES[language], k=rng.randint(1, 5))))
    return paragraphs


def _wrapped(sentences: Sequence[str], width: int = 76) -> str:
    lines, line = [], ""
    for word in " ".join(sentences).split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    return "\n".join((*lines, line))
