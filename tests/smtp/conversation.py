"""What a client says to a door, and what it hears."""

import asyncio

from gateway.settings import Settings

CLEAN = b"Subject: x\r\n\r\nbonjour\r\n"


def set_smtp(services, **smtp) -> None:
    services.settings = Settings.model_validate({"smtp": {**services.settings.smtp.model_dump(), **smtp}})


async def talk(address, *said: bytes) -> list[bytes]:
    """The last line of each reply; b"" when the connection is closed."""
    reader, writer = await asyncio.open_connection(*address)
    replies = []
    async with asyncio.timeout(20):
        for line in said:
            writer.write(line)
            while (reply := await reader.readline())[3:4] == b"-":
                pass
            replies.append(reply)
    writer.close()
    return replies


def transaction(first: bytes = b"") -> tuple[bytes, ...]:
    return (
        first,
        b"EHLO c.test\r\n",
        b"MAIL FROM:<a@c.test>\r\n",
        b"RCPT TO:<info@org.test>\r\n",
        b"DATA\r\n",
        CLEAN + b".\r\n",
    )
