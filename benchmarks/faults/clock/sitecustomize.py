"""A wall clock that a test sets, in a gateway that it starts: `time.time` is off by the seconds in the file TEST_CLOCK_FILE.

Python runs this at the start of every process that has this folder in PYTHONPATH.
"""

import os
import time

_file = os.environ.get("TEST_CLOCK_FILE", "")
_true = time.time


def _time() -> float:
    try:
        with open(_file, encoding="ascii") as setting:
            return _true() + int(setting.read() or 0)
    except (OSError, ValueError):
        return _true()


if _file:
    time.time = _time
