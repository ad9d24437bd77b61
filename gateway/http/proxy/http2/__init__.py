"""A site that is asked in HTTP/2 (RFC 9113)."""
