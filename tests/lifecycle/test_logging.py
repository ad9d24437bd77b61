"""A log that cannot be written costs the line, never the message."""

import subprocess
import sys

_SAY = "from gateway.audit import configure_logging, log; configure_logging(); log.info('ready'); log.error('failure')"


def test_a_full_disk_under_the_log_is_no_error():
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run([sys.executable, "-c", _SAY], stdout=full, stderr=subprocess.PIPE, timeout=60)
    # Python's own last flush, at the end, is no concern of ours.
    assert b"Traceback" not in done.stderr.partition(b"Exception ignored")[0]


_COUNT = """
import os, resource, signal, sys
os.environ["PROMETHEUS_MULTIPROC_DIR"] = sys.argv[1]
from gateway.audit import Audit, configure_logging
from gateway.model import Action, Channel, Decision, Forward, Inspection, Message
configure_logging()
audit = Audit()
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
message, decision = Message("1", Channel.EMAIL, b"x"), Decision(Action.PASS, "rule")
for number in range(20_000):
    audit.message(message, Inspection(decision, Forward(b"x")), door="smtp", reply=str(number), seconds=0.1)
"""


def test_a_full_disk_under_the_metrics_is_no_error(tmp_path):
    done = subprocess.run([sys.executable, "-c", _COUNT, tmp_path], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert b'"where": "audit", "error": "OSError"' in done.stdout
