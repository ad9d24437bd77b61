"""What every run of deliveries has in common: who sends, what arrived, and the verdict."""

from __future__ import annotations

import asyncio
import random
import re
import sys

from benchmarks.faults.ledger import Ledger
from benchmarks.faults.mail import Mail, draw
from benchmarks.faults.sender import Sender
from benchmarks.faults.stores import RunStore
from benchmarks.faults.trouble import Trouble

_SENDERS = 16
_ATTEMPT = re.compile(rb"^X-Attempt: ((\d+)\.\d+)\r$", re.M)
_ID = re.compile(rb"^X-Ecluse-Id: (\w+)\r$", re.M)


class Deliveries:
    """The messages of one run and their book: `withheld` are the ids of those that came without a part."""

    def __init__(self, store: RunStore, deliveries: int, seed: int, pause: float) -> None:
        self.store, self.deliveries, self.seed, self.pause = store, deliveries, seed, pause
        self.ledger, self.withheld = Ledger(), set[str]()
        self._mails: dict[int, Mail] = {}

    async def send_all(self, port: int, trouble: Trouble) -> None:
        """Send every message to `port` while there is trouble. Raises what the trouble itself raised."""
        waiting = iter(range(self.deliveries))

        async def send(dice: random.Random) -> None:
            sender = Sender(port, self.ledger, dice)
            for number in waiting:
                mail = self._mails[number] = draw(number, dice)
                await sender.deliver(mail)

        dice = (random.Random(self.seed + 2 + sender) for sender in range(_SENDERS))
        sending = asyncio.gather(*(send(own) for own in dice))
        making = asyncio.create_task(trouble.run(self.pause))
        await asyncio.wait([sending, making], return_when=asyncio.FIRST_COMPLETED)
        if making.done():
            making.result()  # it never ends by itself
        await sending
        making.cancel()
        await asyncio.wait([making])

    def book(self, content: bytes, answered: bool) -> None:
        """A message arrived, and the sender was told so or not."""
        found = _ATTEMPT.search(content)
        mail, name = (self._mails.get(int(found[2])), found[1].decode()) if found else (None, "")
        self.ledger.deliver(
            content, answered=answered, wrong=mail.wrong(content, name) if mail else "nobody sent it"
        )
        if mail is not None and mail.kind == "held" and (id_ := _ID.search(content)):
            self.withheld.add(id_[1].decode())

    @property
    def not_in_quarantine(self) -> set[str]:
        """Messages that came without a part that nobody has."""
        return self.withheld - self.store.kept()


def report(run: Deliveries, seconds: float) -> int:
    """Print what happened; 1 when a promise was broken."""
    ledger, write = run.ledger, sys.stdout.write
    verdict = {**ledger.verdict, "withheld and not in quarantine": len(run.not_in_quarantine)}
    taken = {ledger.attempts[name].message for name in ledger.taken if name in ledger.attempts}
    write(
        f"{run.deliveries} messages in {len(ledger.attempts)} attempts, {seconds:.0f} s: {len(taken)} arrived, "
        f"{len(ledger.refused)} were refused for good by the next hop, {len(run.withheld)} copies came without a part\n"
    )
    write("faults: " + ", ".join(f"{what} {count}" for what, count in sorted(ledger.faults.items())) + "\n")
    write(f"killed with -9: {len(ledger.kills)}\n")
    write("copies that nobody here can help: " + (str(ledger.copies) if ledger.copies else "none") + "\n")
    write("".join(f"{what}: {count}\n" for what, count in verdict.items()))
    for name in [*ledger.lost, *ledger.doubled, *ledger.damaged][:20]:
        write(f"  {name} {ledger.attempts.get(name.split(':')[0])} {ledger.taken.get(name)}\n")
    return int(any(verdict.values()))
