"""`ecluse digest`: send each named mailbox its summary of a day. Run it from cron; it sends nothing about a quiet day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from gateway.commands.options import Config, catalog_of, settings_of, store_of
from gateway.settings import SettingsError

Mailboxes = Annotated[list[str], typer.Argument(help="Mailboxes of the organisation.")]
Sender = Annotated[str, typer.Option("--from", metavar="ADDRESS", help="Whom the summary comes from.")]
Day = Annotated[str, typer.Option(help="A day as 2026-11-23.  [default: yesterday, in console.timezone]")]


def digest(mailboxes: Mailboxes, sender: Sender, day: Day = "", config: Config = None) -> None:
    """Send each mailbox a summary of a day: counts and types, never a value."""
    import asyncio

    from gateway.console.digest import compose_digest
    from gateway.model import Envelope
    from gateway.smtp.hop import next_hop_of
    from gateway.smtp.relay import NextHopDown
    from gateway.smtp.release import NotDelivered, deliver

    settings = settings_of(config)
    catalog, wanted = catalog_of(settings), _day(day, settings.console.timezone)
    next_hop = next_hop_of(settings.smtp)
    with store_of(config, existing=True) as store:
        for mailbox in mailboxes:
            content = compose_digest(store.database, catalog, mailbox, wanted, sender)
            if content is None:
                typer.echo(f"{mailbox}: nothing came on {wanted}")
                continue
            try:  # null sender (RFC 3834 §3.3): nobody is told that a summary could not be delivered
                asyncio.run(deliver(next_hop, Envelope("", (mailbox,)), content))
            except (NextHopDown, NotDelivered):
                raise SettingsError(
                    f"smtp.next_hop = {settings.smtp.next_hop}: did not take the summary for {mailbox}"
                ) from None
            typer.echo(f"{mailbox}: sent")


def _day(day: str, zone: str) -> date:
    if not day:
        return datetime.now(ZoneInfo(zone)).date() - timedelta(days=1)
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise SettingsError(f"--day {day}: expected a day as 2026-11-23") from None
