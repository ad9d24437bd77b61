"""The ARC seal (RFC 8617): what our own servers found of a message's origin, sealed before we changed it, for those behind us.

A redacted body breaks its author's DKIM signature; who trusts our seal may go by what was true when the message came.
We seal what we were told and never what we were not: without the Authentication-Results of the server that the settings
name there is no seal, nor where an older chain came along that this server says nothing of (RFC 8617 §5.1, "arc=").
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from gateway.mime.fields import read_fields

#: What the signature covers, where it is there: what a reader is shown, and our own word on the change.
_SIGNED: Final = frozenset(
    b"from to cc subject date reply-to message-id in-reply-to references mime-version content-type "
    b"content-transfer-encoding x-ecluse-id x-ecluse-action x-ecluse-result".split()
)
_LEAST_BITS: Final = 1024  # a shorter key is not to be believed (RFC 8301 §3.2)


class ArcUnusable(Exception):
    """The seal cannot be made: no library, or no key that can be used. The text says which."""


class ArcSeal:
    """Seals messages for `domain` with the key that `selector` names in DNS, on the word of `authserv_id`."""

    def __init__(self, domain: str, selector: str, key_file: Path, authserv_id: str) -> None:
        """Raises ArcUnusable."""
        try:
            import dkim
        except ImportError:
            raise ArcUnusable("arc: needs the packages dkimpy and authres (the extra `arc`)") from None
        self._library: Any = dkim
        self._names = domain.encode("idna"), selector.encode("ascii")
        self._key, self._authserv_id = _key(key_file), authserv_id.encode("ascii")

    def __call__(self, content: bytes) -> bytes:
        """`content` with a seal on top; as it is where there is nothing to vouch for. Raises what the library raises."""
        names = {item.name for item in read_fields(content, 0, len(content)).items}
        if b"authentication-results" not in names or b"from" not in names:
            return content
        selector, domain = self._names[1], self._names[0]
        fields = self._library.arc_sign(
            content,
            selector,
            domain,
            self._key,
            self._authserv_id,
            include_headers=sorted(_SIGNED & names),
            linesep=b"\r\n",
        )
        return b"".join(_field(field) for field in fields) + content


def _field(field: bytes) -> bytes:
    """A header field as it goes out: one line end, at its end, and each fold's."""
    return re.sub(rb"\r?\n", b"\r\n", field.rstrip()) + b"\r\n"


def _key(file: Path) -> bytes:
    """An RSA key in the form that the library reads, from any PEM form."""
    try:
        key = serialization.load_pem_private_key(file.read_bytes(), None)
    except (OSError, ValueError, TypeError) as error:
        raise ArcUnusable(
            f"arc.key_file: {file}: {type(error).__name__}: an RSA key in PEM is expected"
        ) from None
    if not isinstance(key, RSAPrivateKey) or key.key_size < _LEAST_BITS:
        raise ArcUnusable(f"arc.key_file: {file}: an RSA key of {_LEAST_BITS} bits or more is expected")
    traditional = serialization.PrivateFormat.TraditionalOpenSSL
    return key.private_bytes(serialization.Encoding.PEM, traditional, serialization.NoEncryption())
