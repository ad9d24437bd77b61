"""Sample traffic: what citizens write, in French and English: clean, redacted, warned about, refused."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Final

from gateway.demo.people import Person, people

INFO: Final = "info@demo.example"  # redacts
NEWS: Final = "communications@demo.example"  # warns
COMPLAINTS: Final = "plaintes@demo.example"  # blocks


@dataclass(frozen=True, slots=True)
class Conversation:
    """What one sample's sender was told. `delivered` is the number of what staff received of it, 0 for nothing."""

    subject: str
    to: str
    lines: list[str] = field(default_factory=list)
    delivered: int = 0
    action: str = "block"

    @property
    def refused(self) -> bool:
        """Whether the last answer was a refusal."""
        return bool(self.lines) and self.lines[-1].startswith("S: 5")


def samples() -> Iterator[EmailMessage]:
    """The sample messages, with identifiers made anew."""
    a, b, c, d, e, f, g, h = people()
    yield _mail(
        a,
        INFO,
        "Demande d'information",
        "Bonjour,\n\nQuels sont vos heures d'ouverture? Mon rendez-vous est le 12 avril 2027.\n\nMerci,\n"
        + a.name,
    )
    yield _mail(
        b,
        INFO,
        "Ma carte soleil",
        f"Je n'ai pas reçu ma carte. Mon NAM est le {_spaced(b)} et je suis né le {b.born:%d/%m/%Y}.\n\n{b.name}",
    )
    yield _mail(
        f,
        INFO,
        "My health card",
        f"Hello,\n\nI moved in March. My medicare number is {_spaced(f)} and my SIN is {f.sin}.\n\nThank you,\n{f.name}",
        html=True,
    )
    yield _mail(
        c,
        NEWS,
        "Inscription à l'infolettre",
        f"Je voudrais m'inscrire. Ma date de naissance : {c.born:%Y-%m-%d}.\n\n{c.name}",
    )
    yield _mail(
        d, COMPLAINTS, "Plainte", f"Je veux porter plainte. NAM : {d.nam}. NAS : {d.sin}.\n\n{d.name}"
    )
    yield _mail(
        e, INFO, f"Dossier de {e.nam}", f"Voir le fichier joint, svp.\n\n{e.name}", attachment=_sheet(e, g)
    )
    yield _mail(
        h, INFO, "Question", "Hi,\n\nWhich form do I need to replace a lost card? Thank you!\n\n" + h.name
    )


def _spaced(person: Person) -> str:
    return f"{person.nam[:4]} {person.nam[4:8]} {person.nam[8:]}"


def _sheet(*persons: Person) -> str:
    rows = "".join(f"{p.surname};{p.given};{p.nam};{p.born:%Y-%m-%d}\r\n" for p in persons)
    return "Nom;Prénom;NAM;Date de naissance\r\n" + rows


def _mail(
    sender: Person, to: str, subject: str, text: str, *, html: bool = False, attachment: str = ""
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = f"{sender.name} <citoyen@exemple.example>"
    message["To"], message["Subject"] = to, subject
    message["Date"], message["Message-ID"] = formatdate(localtime=True), make_msgid(domain="exemple.example")
    message.set_content(text)
    if html:
        paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n") if line)
        message.add_alternative(f"<html><body>{paragraphs}</body></html>", subtype="html")
    if attachment:
        message.add_attachment(attachment.encode(), "text", "csv", filename="famille.csv")
    return message


def send(message: EmailMessage, address: tuple[str, int]) -> Conversation:
    """Send one sample through the gateway, and note the conversation (blocking)."""
    talk = Conversation(str(message["Subject"]), str(message["To"]))
    with smtplib.SMTP(*address, timeout=60) as client:
        client.ehlo("exemple.example")
        for command in ("MAIL FROM:<citoyen@exemple.example>", f"RCPT TO:<{message['To']}>", "DATA"):
            talk.lines.append(f"C: {command}")
            client.putcmd(command)
            talk.lines.extend(_answer(client))
        client.send(message.as_bytes(policy=policy.SMTP) + b"\r\n.\r\n")
        talk.lines.append("C: (message)")
        talk.lines.extend(_answer(client))
    return talk


def _answer(client: smtplib.SMTP) -> list[str]:
    code, text = client.getreply()
    lines = text.decode("utf-8", "replace").split("\n")
    return [f"S: {code}{' ' if line is lines[-1] else '-'}{line}" for line in lines]
