"""A detector that threads share finds the same from its first text on."""

from __future__ import annotations

import subprocess
import sys

#: In a process of its own, where nothing is loaded yet: one thread is in the midst of its pages while another loads all.
_RACE = """
from datetime import date
from recognizers import Detector

detector = Detector(today=date(2026, 11, 23))
pages = detector._pages

def interrupted(texts):
    made = pages(texts)
    if detector._all is None:
        detector._pages = pages
        detector.detect("NAS 130 692 544")
    return made

detector._pages = interrupted
print(len(detector.detect("Mon NAS est 130 692 544, DDN 1985-04-12")))
"""


def test_a_text_is_read_whole_while_another_thread_loads_the_recognizers() -> None:
    found = subprocess.run(
        [sys.executable, "-c", _RACE], capture_output=True, text=True, timeout=60, check=True
    )
    assert found.stdout.strip() == "2"
