"""What a request may hold: named here once, for who keeps it and for who describes it (gateway/http/openapi/).

The size of a whole body is a setting, `http.max_body`.
"""

from __future__ import annotations

from typing import Final

#: Texts or groups of fields in one call of /v1/scan or /v1/redact.
MOST_ITEMS: Final = 1000
#: Fields that are looked at together: each is a segment of one message.
MOST_FIELDS: Final = 2000
#: Texts in one call of /analyze.
MOST_TEXTS: Final = 1000
#: Recognizers that may come with a call of /analyze. Presidio takes any number; what comes from outside costs time here.
MOST_RECOGNIZERS: Final = 50
#: Patterns of one such recognizer.
MOST_PATTERNS: Final = 50
#: Characters of a pattern; of an `allow_list` that holds patterns, all of them together.
LONGEST_PATTERN: Final = 1000
#: Words in a recognizer's `deny_list`, and in its `context`.
MOST_WORDS: Final = 10_000
#: Characters of a `deny_list`, all its words together: they become one pattern, which takes about a second to compile.
LONGEST_DENY_LIST: Final = 100_000
#: Characters of an Idempotency-Key.
LONGEST_IDEMPOTENCY_KEY: Final = 255
#: Octets of a salt for `hash`, at least (128 bits, as in Presidio): nine digits without one are found again by trying them all.
LEAST_SALT: Final = 16
#: Characters (of a JSON body: octets) that are scanned on the event loop; more goes to a thread.
LIGHT: Final = 16 * 1024
