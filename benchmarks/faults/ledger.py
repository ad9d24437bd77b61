"""What each attempt to send a message heard, what the next hop made of it, and what follows for the promise. Pure.

A message is lost when the sender heard 250 and the next hop never took that attempt. It is doubled by the gateway when
one attempt was taken twice, or when the sender heard that it was not taken (or nothing, for no cause outside the gateway)
although the next hop had said 250: the sender then sends it again. That a next hop keeps a message and dies without a
word, or a gateway that is killed between the next hop's 250 and its own, makes a second copy, nobody can help (RFC 1047).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_ATTEMPT = re.compile(rb"^X-Attempt: (\d+\.\d+)\r$", re.M)


@dataclass
class Attempt:
    """One try of one message. `heard` is the code that ended it, "" when there was none; `cause` why, if not us."""

    message: int
    heard: str = ""
    cause: str = ""
    begun: float = 0.0
    ended: float = 0.0


@dataclass
class Ledger:
    """All that happened. `expected` says of (message, content) what is wrong with it, "" when nothing is."""

    attempts: dict[str, Attempt] = field(default_factory=dict)
    taken: dict[str, list[bool]] = field(default_factory=dict)  # of each copy: did the next hop say 250 to it
    damaged: list[str] = field(default_factory=list)
    unsettled: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)
    kills: list[float] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)

    def deliver(self, content: bytes, *, answered: bool, wrong: str) -> None:
        """The next hop has a whole message; `wrong` is what is wrong with it."""
        found = _ATTEMPT.findall(content)
        name = found[0].decode() if len(found) == 1 else "nobody's"
        self.taken.setdefault(name, []).append(answered)
        if wrong or name not in self.attempts:
            self.damaged.append(f"{name}: {wrong or 'no attempt of ours'}")

    def _killed(self, attempt: Attempt) -> bool:
        return any(attempt.begun <= at <= attempt.ended for at in self.kills)

    @property
    def lost(self) -> list[str]:
        """Attempts that heard 250 and that the next hop does not have."""
        return [
            name
            for name, attempt in self.attempts.items()
            if attempt.heard == "250" and name not in self.taken
        ]

    @property
    def doubled(self) -> list[str]:
        """Attempts by which the gateway made, or makes the sender make, a second copy."""
        found = []
        for name, copies in self.taken.items():
            attempt = self.attempts.get(name)
            if attempt is None:
                continue
            excused = attempt.heard == "" and (attempt.cause != "" or self._killed(attempt))
            if len(copies) > 1 or (any(copies) and attempt.heard != "250" and not excused):
                found.append(name)
        return found

    @property
    def copies(self) -> dict[str, int]:
        """How many messages came twice or more, by why nobody here can help it."""
        of_message: dict[int, list[str]] = {}
        for name in self.taken:
            if name in self.attempts:
                of_message.setdefault(self.attempts[name].message, []).append(name)
        why: Counter[str] = Counter()
        for names in of_message.values():
            for name in names if len(names) > 1 else ():
                attempt = self.attempts[name]
                if attempt.heard == "250":
                    continue
                unanswered = not any(self.taken[name])
                why["next hop kept it and did not say so" if unanswered else attempt.cause or "killed"] += 1
        return dict(why)

    @property
    def verdict(self) -> dict[str, int]:
        """What must all be 0."""
        return {
            "lost": len(self.lost),
            "doubled by us": len(self.doubled),
            "half or changed": len(self.damaged),
            "never settled": len(self.unsettled),
        }
