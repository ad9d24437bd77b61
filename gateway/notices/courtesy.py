"""The optional reply to a sender: whether one may be sent at all, and its words (RFC 3834). Pure.

Nothing of the message is quoted, and its subject is not repeated: the reply is as public as any email.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage, Message
from email.parser import BytesHeaderParser
from email.utils import format_datetime, getaddresses
from typing import Final

from gateway.model import Envelope
from gateway.notices.catalog import Catalog, order
from gateway.policy.model import Organisation, Rule

_MOST_HEADER: Final = 256 * 1024
#: Senders that are programs (RFC 3834 §2, and what programs call themselves).
_PROGRAM: Final = re.compile(
    r"(?:owner-.*|.*-(?:request|owner|bounces?|errors)|mailer-daemon|postmaster|listserv|majordomo|mdaemon|daemon|root|nobody"
    r"|bounces?(?:[+=.-].*)?|no-?_?reply.*|do-?not-?reply.*|ne-?pas-?repondre.*|notifications?|alerts?|newsletter|system)",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"[!-?A-~]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE
)
_MESSAGE_ID: Final = re.compile(r"<[!-;=?-~]{1,200}>")
_PASSED: Final = re.compile(r"(?:^|[;\s])(?:dmarc|spf)\s*=\s*pass(?![a-z])", re.IGNORECASE)
_FAILED: Final = re.compile(
    r"(?:^|[;\s])(?:dmarc|spf)\s*=\s*(?:fail|softfail|permerror)(?![a-z])", re.IGNORECASE
)


def headers_of(raw: bytes) -> Message:
    """The header of a message, up to a limit; never raises."""
    end = raw.find(b"\r\n\r\n", 0, _MOST_HEADER)
    return BytesHeaderParser(policy=policy.compat32).parsebytes(raw[: end if end >= 0 else _MOST_HEADER])


def why_not(headers: Message, envelope: Envelope, *, authserv_id: str, own: str) -> str:
    """Why nobody may be answered ("null-sender", "list" …), or "" when a reply may be sent.

    `authserv_id` names the server of ours whose Authentication-Results count (RFC 8601); `own` is the address that the
    reply comes from.
    """
    sender = envelope.mail_from.strip().strip("<>")
    if not sender:
        return "null-sender"
    if not _ADDRESS.fullmatch(sender):
        return "strange-sender"
    if sender.lower() == own.lower() or sender.lower() in (
        recipient.lower() for recipient in envelope.rcpt_to
    ):
        return "own-address"
    if _PROGRAM.fullmatch(sender.rpartition("@")[0]):
        return "program"
    return _in_the_header(headers, envelope) or _authentication(headers, authserv_id)


def _in_the_header(headers: Message, envelope: Envelope) -> str:
    if any(value.strip().lower() != "no" for value in _values(headers, "Auto-Submitted")):
        return "auto-submitted"
    if any(name.lower().startswith("list-") for name in headers.keys()):  # noqa: SIM118 - not a dict
        return "list"
    if any(
        value.strip().lower() in ("bulk", "list", "junk", "auto_reply")
        for value in _values(headers, "Precedence")
    ):
        return "list"
    if any(
        re.search("all|autoreply|oof", value, re.IGNORECASE)
        for value in _values(headers, "X-Auto-Response-Suppress")
    ):
        return "suppressed"
    if any(value.lower().startswith("multipart/report") for value in _values(headers, "Content-Type")):
        return "report"
    named = {
        address.lower() for _, address in getaddresses([*_values(headers, "To"), *_values(headers, "Cc")])
    }
    if named.isdisjoint(recipient.lower() for recipient in envelope.rcpt_to):
        return "not-addressed"
    return ""


def _authentication(headers: Message, authserv_id: str) -> str:
    """The first line of our own server decides; where there is none, nobody knows who sent the message."""
    for value in _values(headers, "Authentication-Results"):
        server, _, results = value.partition(";")
        if server.strip().split(" ")[0].lower() == authserv_id.lower():
            return "" if _PASSED.search(results) and not _FAILED.search(results) else "unauthenticated"
    return "unauthenticated"


def _values(headers: Message, name: str) -> list[str]:
    return [str(value) for value in headers.get_all(name, [])]


def compose(
    catalog: Catalog,
    organisation: Organisation,
    rule: Rule,
    counts: Mapping[str, int],
    *,
    language: str,
    own: str,
    to: str,
    answered: str,
    message_id: str,
    at: datetime,
) -> bytes:
    """The reply, with CRLF line ends. `answered` is the Message-ID of what is answered, `message_id` this one's own."""
    reply = EmailMessage(policy=policy.SMTP.clone(cte_type="7bit"))
    reply["From"] = Address(organisation.name.in_language(language), addr_spec=own)
    reply["To"] = Address(addr_spec=to)
    reply["Subject"] = catalog.both("courtesy", "subject", first=language)
    reply["Date"] = format_datetime(at)
    reply["Message-ID"] = f"<{message_id}.courtesy@{own.rpartition('@')[2]}>"
    if _MESSAGE_ID.fullmatch(answered.strip()):
        reply["In-Reply-To"] = reply["References"] = answered.strip()
    reply["Auto-Submitted"] = "auto-replied"
    reply["X-Auto-Response-Suppress"] = "All"
    reply["Content-Language"] = ", ".join(order(language))
    reply.set_content(
        "\n\n".join(_words(catalog, organisation, rule, counts, one) for one in order(language))
    )
    return reply.as_bytes()


def _words(
    catalog: Catalog, organisation: Organisation, rule: Rule, counts: Mapping[str, int], language: str
) -> str:
    received = catalog.text(
        "courtesy",
        "received",
        language,
        organisation=organisation.name.in_language(language),
        list=catalog.entity_list(counts, language),
    )
    why = catalog.text("courtesy", "why", language, quote=rule.quote.in_language(language))
    secure = catalog.text("courtesy", "secure", language, url=organisation.secure_url.in_language(language))
    return "\n\n".join((received, why, secure, catalog.text("courtesy", "automatic", language)))
