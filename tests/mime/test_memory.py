"""A message leaves memory with the last mention of it, not when the garbage collector comes by."""

import gc
import sys

import pytest

from gateway.mime.message import index

PLAIN = b"Subject: s\r\n\r\nBonjour, mon NAS est le 046 454 286.\r\n"
NESTED = (
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Bonjour</p>\r\n"
    b"--b\r\nContent-Type: message/rfc822\r\n\r\n" + PLAIN + b"--b--\r\n"
)


@pytest.mark.parametrize("message", [PLAIN, NESTED])
def test_nothing_keeps_a_message_that_was_read(message):
    raw = bytes(bytearray(message))
    gc.collect()
    gc.disable()
    try:
        before = sys.getrefcount(raw)
        extraction = index(raw)
        assert extraction.segments
        del extraction
        assert sys.getrefcount(raw) == before
    finally:
        gc.enable()
