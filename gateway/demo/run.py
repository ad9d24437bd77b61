"""`ecluse demo`: the whole gateway on embedded defaults, with a mailbox, a form and sample traffic."""

from __future__ import annotations

import asyncio
import secrets
import socket
from dataclasses import replace
from pathlib import Path

from starlette.applications import Starlette

from gateway import worker
from gateway.console.accounts import add_user, find_user, reset_password
from gateway.demo.mailbox import Mailbox
from gateway.demo.pages import Demo
from gateway.demo.traffic import COMPLAINTS, NEWS, samples, send
from gateway.listeners import bind
from gateway.policy.load import SHIPPED
from gateway.services import Services
from gateway.settings import Settings, load_settings

_FOLDER = Path("var/demo")
_RULES = """
[[rule]]
id = "demo-{action}"
channel = "email"
quote.fr = "Aucun renseignement personnel concernant l'identité ne devrait être envoyé par courriel non sécurisé."
quote.en = "No personal information regarding identity should be sent by unsecured email."
categories = ["IDENTITY"]
action = "{action}"
recipients = ["{recipient}"]
"""


def run(port: int, smtp_port: int) -> int:
    """Serve the demo until told to stop; gives the exit status. Raises SettingsError when a port is taken."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    settings = _settings(port, smtp_port)
    listeners = bind(settings)
    rooms = worker.prepare(settings)
    account = ("demo", secrets.token_urlsafe(9))

    async def extend(app: Starlette, services: Services) -> None:
        mailbox = Mailbox()
        await mailbox.listen(int(settings.smtp.next_hop.rpartition(":")[2]))
        await asyncio.to_thread(_account, services, *account)
        demo = Demo(mailbox, account, settings.smtp.listen)
        demo.add_pages(app)
        app.state.demo_traffic = asyncio.create_task(_traffic(demo, ("127.0.0.1", smtp_port)))
        print(
            _WELCOME.format(port=port, smtp_port=smtp_port, user=account[0], password=account[1]), flush=True
        )

    return worker.run(settings, listeners, rooms, extend)


_WELCOME = """
  Écluse: démonstration / demo

    http://127.0.0.1:{port}/            départ / start here
    http://127.0.0.1:{port}/console/    console: {user} / {password}
    127.0.0.1:{smtp_port}                     SMTP

  Ctrl+C arrête tout / stops everything.
"""


def _account(services: Services, name: str, password: str) -> None:
    if find_user(services.store, name) is None:
        add_user(services.store, name, "officer", password)
    else:
        reset_password(services.store, name, password)


async def _traffic(demo: Demo, address: tuple[str, int]) -> None:
    """Send the samples, one after the other, as their senders would."""
    for message in samples():
        talk = await asyncio.to_thread(send, message, address)
        if not talk.refused and demo.mailbox.messages:
            received = demo.mailbox.messages[-1]
            action = str(received.parsed["X-Ecluse-Action"] or "pass")
            talk = replace(talk, delivered=received.number, action=action)
        demo.conversations.append(talk)
    demo.sending = False


def _settings(port: int, smtp_port: int) -> Settings:
    defaults = load_settings(None)
    policy = _FOLDER / "policy.toml"
    shipped = SHIPPED.read_text(encoding="utf-8")
    first_rule = shipped.index("[[rule]]")
    own = "".join(
        _RULES.format(action=action, recipient=recipient)
        for action, recipient in (("block", COMPLAINTS), ("warn", NEWS))
    )
    policy.write_text(shipped[:first_rule] + own.lstrip() + "\n" + shipped[first_rule:], encoding="utf-8")
    changes = {
        "workers": 1,
        "smtp": {
            "listen": f"127.0.0.1:{smtp_port}",
            "next_hop": f"127.0.0.1:{_free_port()}",
            "hostname": "demo.example",
        },
        "http": {"listen": f"127.0.0.1:{port}"},
        "store": {
            "url": f"sqlite:///{_FOLDER}/ecluse.db",
            "key_file": _FOLDER / "store.key",
            "spill_directory": _FOLDER / "spill",
        },
        "policy": {"file": policy},
        "quarantine": {
            "public_key_file": _FOLDER / "quarantine.pub",
            "private_key_file": _FOLDER / "quarantine.key",
        },
        "log": {"level": "warning"},
    }
    merged = defaults.model_dump()
    for section, values in changes.items():
        merged[section] = {**merged[section], **values} if isinstance(values, dict) else values
    return Settings.model_validate(merged)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
