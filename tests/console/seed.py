"""A fortnight of made-up traffic, as the console's pages show it."""

import asyncio
import random
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from gateway.model import Action, Channel, Envelope, HeldPart, Incomplete, Message, Reason
from gateway.pipeline import new_id
from gateway.store import clock
from gateway.store.store import Store
from tests.store.builders import decided, finding

BOXES = ("info@regie.example.org", "plaintes@regie.example.org", "admissibilite@regie.example.org")


def _one(dice: random.Random):
    box = dice.choice(BOXES)
    envelope = Envelope(mail_from=f"citizen{dice.randrange(300)}@example.net", rcpt_to=(box,))
    if dice.random() < 0.25:
        message = Message(new_id(), Channel.FORM, b"x" * dice.randrange(80, 900), form_id="feedback")
        action = dice.choices([Action.PASS, Action.BLOCK], [4, 1])[0]
        found = [finding(dice.choice(["CA_QC_NAM", "PHONE_NUMBER", "CA_SIN"]), "field/comments")]
        return (
            message,
            decided(*(found if action is Action.BLOCK else ()), action=action, rule="feedback-personal"),
            "422",
            "http",
        )
    message = Message(new_id(), Channel.EMAIL, b"x" * dice.randrange(900, 90_000), envelope)
    action = dice.choices([Action.PASS, Action.REDACT, Action.WARN, Action.BLOCK], [70, 22, 5, 3])[0]
    types = dice.choices(["CA_QC_NAM", "CA_SIN", "DATE_OF_BIRTH"], [5, 3, 4], k=dice.choice([1, 1, 2, 3]))
    places = ["body/0", "header/subject", "att/1/page-2", "att/2/sheet1/B3"]
    found = [finding(kind, dice.choice(places), round(dice.uniform(0.55, 0.99), 2)) for kind in types]
    unseen = (Incomplete(Reason.ENCRYPTED, "att/1"),) if action is Action.WARN else ()
    found = () if action is Action.PASS else tuple(found)
    return (
        message,
        decided(*found, action=action, incomplete=unseen),
        "250" if action is not Action.BLOCK else "550",
        "smtp",
    )


def seed(store: Store, days: int = 30, a_day: int = 60) -> None:
    """Notices over `days`, three held items and two submissions."""
    from gateway.store import store as store_module

    dice, real = random.Random(7), clock.now
    today = datetime.now(UTC)
    try:
        for back in range(days, -1, -1):
            day = today - timedelta(days=back)
            weekend = day.weekday() >= 5
            for _ in range(a_day // 4 if weekend else dice.randrange(a_day - 20, a_day + 20)):
                at = int((day - timedelta(minutes=dice.randrange(1, 600))).timestamp()) * clock.SECOND
                store_module.clock.now = lambda at=at: at
                message, inspection, reply, door = _one(dice)
                store.record(message, inspection, reply=reply, door=door)
    finally:
        clock.now = real
    store.flush(60)
    with ThreadPoolExecutor(1) as thread:  # the caller may be inside an event loop
        thread.submit(asyncio.run, _hold(store)).result()


async def _hold(store: Store) -> None:
    reasons = (Reason.ENCRYPTED, Reason.UNREADABLE, Reason.TOO_BIG)
    for number, reason in enumerate(reasons):
        content = f"Document {number}".encode()
        part = HeldPart("att/1", content, "application/pdf", reason.value)
        raw = (
            b"From: a@example.net\r\nTo: info@regie.example.org\r\nSubject: Document\r\nDate: Mon, 2 Nov 2026 10:00:00 -0500\r\n"
            b"Message-ID: <1@example.net>\r\n\r\nBonjour\r\n"
        )
        message = Message(new_id(), Channel.EMAIL, raw, Envelope("a@example.net", (BOXES[number],)))
        inspection = decided(held=(part,), incomplete=(Incomplete(reason, "att/1"),))
        await store.hold(message, inspection)
        store.record(message, inspection, reply="250", door="smtp")
    for text in (
        "La page était claire, merci.",
        "My number is [health insurance number: removed], please call.",
    ):
        await store.keep_submission("feedback", {"useful": "oui", "comments": text}, decided(finding()))
    store.flush()
