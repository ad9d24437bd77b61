"""A server that speaks LMTP."""

from aiosmtpd.lmtp import LMTP


class Mailbox:
    """Keeps what comes, refuses nobody@. Called, it gives the protocol of one connection (see `asyncio.create_server`)."""

    def __init__(self) -> None:
        self.got: list[tuple[list[str], bytes]] = []

    def __call__(self) -> LMTP:
        return LMTP(self, hostname="mailbox.test")

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, _server, _session, envelope):
        self.got.append((list(envelope.rcpt_tos), envelope.original_content))
        return "250 2.0.0 delivered"
