"""A log that cannot be written costs the line, never the message."""

import subprocess
import sys

_SAY = "from gateway.audit import configure_logging, log; configure_logging(); log.info('ready'); log.error('failure')"


def test_a_full_disk_under_the_log_is_no_error():
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run([sys.executable, "-c", _SAY], stdout=full, stderr=subprocess.PIPE, timeout=60)
    # Python's own last flush, at the end, is no concern of ours.
    assert b"Traceback" not in done.stderr.partition(b"Exception ignored")[0]
