"""Which header fields a person writes or reads: those are scanned. Traces, ids and signatures of machines are not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

#: Fields that hold no text of a person: routing, authentication, ids, dates, MIME structure.
_MACHINE: Final = frozenset(
    b"received return-path delivered-to x-original-to message-id in-reply-to references date resent-date"
    b" resent-message-id mime-version content-type content-transfer-encoding content-disposition content-md5"
    b" content-length content-language dkim-signature domainkey-signature arc-seal arc-message-signature"
    b" arc-authentication-results authentication-results received-spf x-received lines status x-status x-uid x-uidl"
    b" x-keywords bytes precedence auto-submitted feedback-id errors-to envelope-to x-mailer user-agent x-mimeole"
    b" x-priority importance priority thread-index x-originating-ip x-sender-ip x-authentication-warning"
    b" x-virus-scanned x-virus-status x-loop x-beenthere x-mailman-version require-tls-esmtp tls-required"
    b" x-spam x-evolution x-mozilla-status x-mozilla-status2 x-account-key x-google-smtp-source x-gm-message-state"
    b" x-pstn-levels x-msmail-priority list-unsubscribe-post"
    b" x-originalarrivaltime x-mime-autoconverted"
    b" autocrypt openpgp x-face face x-pgp-universal x-sg-eid x-sg-id x-ses-outgoing x-mailgun-sid".split()
)
#: Of the families below, those that repeat what a person wrote: a preview of the body, a name, an earlier subject.
_REPEATING: Final = frozenset(
    b"x-spam-report x-spam-prev-subject x-spam-prev-from x-google-original-from x-microsoft-original-subject".split()
)
_MACHINE_PREFIXES: Final = (
    b"x-ms-", b"x-microsoft-", b"x-forefront-", b"x-spam-", b"x-google-", b"x-gm-", b"x-ecluse-", b"x-proofpoint-",
    b"x-mimecast-", b"x-barracuda-", b"x-ironport-", b"x-amavis-", b"x-exchange-", b"x-eop", b"x-dkim", b"arc-",
    b"x-rspamd-", b"x-brightmail-", b"x-sonic-", b"x-ymail-", b"x-cmae-", b"x-sasl-", b"x-tm-", b"x-mdaemon-", b"x-mdarrival-",
)  # fmt: skip


#: Fields that hold addresses: what stands there outside quotes is bound to RFC 5322 §3.4.
ADDRESSES: Final = frozenset(
    b"from to cc bcc reply-to sender resent-from resent-to resent-cc resent-bcc resent-sender mail-followup-to"
    b" return-receipt-to disposition-notification-to x-google-original-from".split()
)
_SPEAKING: Final = re.compile(rb"[a-z][a-z-]{0,40}")


@lru_cache(maxsize=512)
def path_of(name: bytes) -> str:
    """What the field of that lower-case name is called in a path; "" when no person writes or reads it.

    "other" where the name could itself hold a value: paths are logged, values are not.
    """
    if name in _MACHINE or (name.startswith(_MACHINE_PREFIXES) and name not in _REPEATING):
        return ""
    return name.decode("ascii") if _SPEAKING.fullmatch(name) else "other"
